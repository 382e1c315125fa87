// Outputs, whole or not at all.
#ifndef HSPDF_BATCH_DELIVER_H
#define HSPDF_BATCH_DELIVER_H

#include <stddef.h>
#include <sys/stat.h>

// Writes `bytes` to `name`, relative to the open folder `out`, by way of the file `part`, which is the caller's alone.
// Folders are made. `info` is of the new file. 0 or an error number.
int deliver(int out, const char *part, const char *name, const void *bytes, size_t size, struct stat *info);

#endif
