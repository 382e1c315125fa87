// The report of a run: JSON or, where its name ends with .xml, JUnit's XML.
#ifndef HSPDF_BATCH_REPORT_FILE_H
#define HSPDF_BATCH_REPORT_FILE_H

#include "job.h"
#include "reply.h"
#include "report_head.h"

typedef struct {
    FILE *rows; // in the order of the input, until the head can be written
    const char *name;
    PlanMark plan;
    bool is_xml;
    size_t count;
} ReportFile;

// False where there is no room for it.
bool report_file_begin(ReportFile *report, const char *name, const PlanMark *plan);
// `reply` is NULL for what was not reached.
void report_file_add(ReportFile *report, const Job *job, Outcome outcome, const unsigned char *reply, size_t length);
// Writes the file, beside its place and then into it. 0 or an error number.
int report_file_end(ReportFile *report, const Summary *summary, int signal_number);

#endif
