// Records of data to jobs, one at a time: a text and a file of a hundred thousand records, which are never in memory
// together.
//
// The data are read twice. The first pass finds what is wrong with them, and names that two records share, before
// anything is written; it keeps a hash of each record. The second one gives the jobs, and stops where a record is not
// what it was.
#ifndef HSPDF_BATCH_RECORDS_H
#define HSPDF_BATCH_RECORDS_H

#include "batch.h"
#include "job.h"
#include "share.h"

typedef struct Records Records;

// The first pass. 0; or an exit status, after a message, or where there is one to be told by records_tell.
int records_open(Records **records, const BatchOptions *options, hspdf_engine *engine);
PlanMark records_mark(const Records *records);
size_t records_count(const Records *records); // of this shard

// What there is to say about the data. Once, before the first job.
void records_tell(Records *records, Reporter *reporter);

// The second pass. False where there is no job more, or records_status says why not.
bool records_next(Records *records, Job *job);
int records_status(const Records *records);
const char *records_source(const Records *records);
void records_close(Records *records); // NULL is allowed

#endif
