// The report of a run: JSON or, where its name ends with .xml, JUnit's XML.
#ifndef HSPDF_BATCH_RECORD_H
#define HSPDF_BATCH_RECORD_H

#include "plan.h"
#include "reply.h"
#include "summary.h"

typedef struct {
    FILE *rows; // in the order of the input, until the head can be written
    const char *name;
    bool is_xml;
    size_t count;
} Record;

// False where there is no room for it.
bool record_begin(Record *record, const char *name);
// `reply` is NULL for what was not reached.
void record_add(Record *record, const Job *job, Outcome outcome, const unsigned char *reply, size_t length);
// Writes the file, beside its place and then into it. 0 or an error number.
int record_end(Record *record, const Summary *summary, int signal_number);

#endif
