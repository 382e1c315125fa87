// Is a file as it was?
#ifndef HSPDF_BATCH_LOOK_H
#define HSPDF_BATCH_LOOK_H

#include "reply.h"
#include "store.h"

// What was seen of inputs. Zero is empty.
typedef struct {
    Store store;
    void *tree;
} Looks;

// By size, times and inode; where these differ, by content. Then `*looks_new` becomes true, and `state` gets the look
// of today. An input is looked at once in a run, since many outputs may be made of it.
bool file_matches(int folder, const char *path, FileState *state, bool *looks_new);
bool input_matches(Looks *looks, const char *path, FileState *state, bool *looks_new);
void looks_clear(Looks *looks);

// The working directory as seen from the open folder `out`: relative, unless they share no more than the root.
const char *path_from(Store *store, int out);

#endif
