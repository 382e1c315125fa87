// What a report in JSON says before its rows, each on a line: written and read here.
#ifndef HSPDF_BATCH_REPORT_HEAD_H
#define HSPDF_BATCH_REPORT_HEAD_H

#include "share.h"
#include "summary.h"

typedef struct {
    Share share;
    PlanMark plan;
    size_t documents; // of this report
    size_t counts[OUTCOME_COUNT];
    size_t removed, warnings, pages;
    size_t signal; // that ended the run; 0: none
} ReportHead;

#define REPORT_TAIL "\n]}\n" // behind the rows

void report_head_write(FILE *out, const ReportHead *head);

// Gives the head's length, or 0 where `text` begins with none of this format.
size_t report_head_read(const char *text, ReportHead *head);

#endif
