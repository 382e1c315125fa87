// Workers, to whom jobs are handed out one at a time.
#ifndef HSPDF_BATCH_POOL_H
#define HSPDF_BATCH_POOL_H

#include <stdint.h>

#include "packet.h"
#include "worker.h"

typedef struct {
    void *context;
    // The next job that must be compiled, and its order (order.h); false where there is none (or not now).
    bool (*next)(void *context, uint32_t *job, Packet *order);
    // A sound reply (reply.h); the bytes are the callee's to free.
    void (*done)(void *context, uint32_t job, unsigned char *bytes, size_t length);
    // The job of a worker that is no more: `message` says why.
    void (*lost)(void *context, uint32_t job, const char *code, const char *message);
    void (*tick)(void *context); // now and then, and after each reply
    // The engine for the first worker; false ends the run.
    bool (*start)(void *context, WorkerSetup *setup);
} PoolWork;

typedef enum { POOL_DONE, POOL_INTERRUPTED, POOL_BROKEN } PoolEnd;

// Runs until there is no job left, or a signal says so: then what is begun is finished, within some seconds.
// `*signal_number` is set on POOL_INTERRUPTED. POOL_BROKEN: no worker could be made, which was told.
PoolEnd pool_run(WorkerSetup *setup, const PoolWork *work, unsigned worker_count, int *signal_number);

#endif
