// One document to be made.
#ifndef HSPDF_BATCH_JOB_H
#define HSPDF_BATCH_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

typedef struct {
    size_t number;      // from 1, among all jobs of all shards; of a record, its own
    const char *source; // as it is opened and named in messages
    const char *place;  // of a file: what its output mirrors, a path without "..", with suffix
    const char *output; // below the output folder

    // Of a record that fills the source; NULL and 0: there is none.
    const char *record_name; // "patients.csv:7", for messages
    size_t record_line;
    const void *record;
    size_t record_size;
    bool is_other_shards; // to be known, and not to be done

    void *owned; // memory of the texts above, which is the job's; NULL: it is another's
} Job;

static inline void job_clear(Job *job)
{
    free(job->owned);
    *job = (Job){0};
}

#endif
