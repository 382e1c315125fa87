// One forked process, that does an order at a time.
#ifndef HSPDF_BATCH_WORKER_H
#define HSPDF_BATCH_WORKER_H

#include "batch.h"

typedef struct {
    const BatchOptions *options;
    hspdf_engine *engine; // opened before the fork, so that its pages are shared
    int out;              // the output folder
} WorkerSetup;

// Serves until `socket` ends. `part` is the file, below the output folder, that outputs are first written to.
_Noreturn void worker_serve(const WorkerSetup *setup, int socket, const char *part);

#endif
