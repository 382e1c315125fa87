// Is a file as it was? Each is looked at once in a run.
#ifndef HSPDF_BATCH_LOOK_H
#define HSPDF_BATCH_LOOK_H

#include "reply.h"
#include "store.h"

// By size, times and inode; where these differ, by content. Then `*looks_new` becomes true, and `state` gets the look
// of today. `looks` is a tree of what was seen, whose nodes live in `store`.
bool look_matches(void **looks, Store *store, int folder, const char *path, FileState *state, bool *looks_new);

// The working directory as seen from the open folder `out`: relative, unless they share no more than the root.
const char *path_from(Store *store, int out);

#endif
