// What is to be done: a list of jobs, whose order is that of messages and reports.
#ifndef HSPDF_BATCH_PLAN_H
#define HSPDF_BATCH_PLAN_H

#include "batch.h"
#include "store.h"

typedef struct {
    const char *source; // as it is opened and named in messages
    const char *place;  // what its output mirrors: a path without "..", with suffix
    const char *output; // below the output folder
} Job;

typedef struct {
    Store store;
    Job *jobs;
    size_t count, capacity;
    size_t whole_count; // of all shards
} Plan;

// Finds the inputs, names their outputs, and takes this shard's part. 0; or an exit status, after a message.
int plan_make(Plan *plan, const BatchOptions *options);
void plan_clear(Plan *plan);

// "hspdf: ", a message and a line's end on standard error, made visible. Gives `status`.
int fail(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
