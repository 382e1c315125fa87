// The depfile: a rule for each document, for make and ninja.
#ifndef HSPDF_BATCH_RULES_H
#define HSPDF_BATCH_RULES_H

#include "batch.h"
#include "job.h"
#include "reply.h"

typedef struct {
    const BatchOptions *options;
    FILE *rows; // until all are there; NULL: none are wanted
} Rules;

// False where there is no room for it.
bool rules_begin(Rules *rules, const BatchOptions *options);
void rules_add(Rules *rules, const Job *job, const unsigned char *reply, size_t length);
// 0 or an error number.
int rules_end(Rules *rules);

#endif
