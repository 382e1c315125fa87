// What became of the jobs, told in their order: as lines, in the report, in the depfile, and in the end as a summary.
#ifndef HSPDF_BATCH_TELLING_H
#define HSPDF_BATCH_TELLING_H

#include "plan.h"
#include "repeats.h"
#include "report_file.h"
#include "rules.h"
#include "store.h"

typedef struct {
    const BatchOptions *options;
    Reporter reporter;
    Summary summary;
    ReportFile report;
    Rules rules;
    Store store; // of what is named in the end
    const char **failures;
    size_t failure_count, failure_capacity;
    Repeats repeats; // of records
    bool machine_failed;
} Telling;

// False where no temporary file can be made.
bool telling_begin(Telling *telling, const BatchOptions *options, const Plan *plan);

// `reply` is NULL for what was not reached.
void tell(Telling *telling, const Job *job, const unsigned char *reply, size_t length, bool is_unchanged);

// That `name`, the output folder or one of its files, can not be written.
void tell_output_failure(Telling *telling, const char *name, int error);
void tell_removed(Telling *telling, const char *output);

// Writes what is still to be written. `signal_number`: that ended the run, or 0.
void telling_end(Telling *telling, int signal_number);

#endif
