// Digests of files that many documents are made of, such as a picture in each letter's head: a worker reads them again
// for each, but need not hash them again while they look the same.
#ifndef HSPDF_BATCH_KNOWN_H
#define HSPDF_BATCH_KNOWN_H

#include "reply.h"

enum { KNOWN_FILES = 64 };

// Zero is empty. By the path's hash; what comes later takes the place of what was there.
typedef struct {
    struct {
        char *path;
        FileState state;
    } files[KNOWN_FILES];
} KnownFiles;

// The state of a file as read, whose look is kept where it can be told from another of its contents: `started_ns` is a
// time before it was read.
FileState known_state(KnownFiles *known, const hspdf_file *file, int64_t started_ns);

#endif
