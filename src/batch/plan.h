// What is to be done: jobs, whose order is that of messages and reports. Files are listed; records are read as they are
// asked for.
#ifndef HSPDF_BATCH_PLAN_H
#define HSPDF_BATCH_PLAN_H

#include "batch.h"
#include "records.h"
#include "store.h"

typedef struct {
    size_t count;  // of jobs, of this shard
    PlanMark mark; // of all shards

    Records *records; // NULL: files
    Store store;
    Job *jobs;
    size_t capacity, next;
    const char **sources; // in the order of their bytes; NULL until they are asked for
} Plan;

// Finds the inputs, names their outputs, and takes this shard's part. 0; or an exit status, after a message. The engine
// is needed for data only.
int plan_make(Plan *plan, const BatchOptions *options, hspdf_engine *engine);

// What there is to say about the data. Once, before the first job.
void plan_tell(Plan *plan, Reporter *reporter);

// The next job, which is the caller's to clear; false where there is none.
bool plan_next(Plan *plan, Job *job);
int plan_status(const Plan *plan); // an exit status other than 0: jobs ended early, which was told
// Is it one of this run's inputs?
bool plan_has_source(Plan *plan, const char *path);
void plan_clear(Plan *plan);

#endif
