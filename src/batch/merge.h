// Letters of records in one file.
#ifndef HSPDF_BATCH_MERGE_H
#define HSPDF_BATCH_MERGE_H

#include "plan.h"
#include "telling.h"

// Makes options->merge of all the plan's jobs, or nothing where one of them has errors. Gives the exit status.
int merge_run(Plan *plan, const BatchOptions *options, hspdf_engine *engine);

#endif
