// Names of outputs.
#ifndef HSPDF_BATCH_NAMES_H
#define HSPDF_BATCH_NAMES_H

#include "batch.h"
#include "store.h"

// Below the output folder, whatever the input says: relative, without "..", with no part that is empty or, where a
// template made it, begins with a dot or a dash or holds a control character. 0; or an exit status, after a message.
int name_output(Store *store, const BatchOptions *options, const char *source, const char *place, const char **output);

#endif
