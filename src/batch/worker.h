// One forked process, that does an order at a time: it writes what its compiler makes (compiler.h).
#ifndef HSPDF_BATCH_WORKER_H
#define HSPDF_BATCH_WORKER_H

#include "batch.h"

typedef struct {
    const BatchOptions *options;
    hspdf_engine *engine;    // opened before the fork, so that its pages are shared
    hspdf_request *readable; // whose inputs, and their roots, are what compilers may read
    int out;                 // the output folder
} WorkerSetup;

// Serves until `socket` ends. `part` is the file, below the output folder, that outputs are first written to.
_Noreturn void worker_serve(const WorkerSetup *setup, int socket, const char *part);

#endif
