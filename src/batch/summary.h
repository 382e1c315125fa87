// What a person sees: one line of progress on a terminal, a line now and then in a log, and the outcome.
#ifndef HSPDF_BATCH_SUMMARY_H
#define HSPDF_BATCH_SUMMARY_H

#include <stdint.h>

#include "batch.h"

typedef enum { OUTCOME_WRITTEN, OUTCOME_UNCHANGED, OUTCOME_REFUSED, OUTCOME_FAILED, OUTCOME_NOT_REACHED } Outcome;
enum { OUTCOME_COUNT = OUTCOME_NOT_REACHED + 1 };
const char *outcome_name(Outcome outcome);

typedef struct {
    const BatchOptions *options;
    size_t total;
    size_t counts[OUTCOME_COUNT];
    size_t warnings, pages, removed;
    size_t under_way; // passes over jobs that are not counted yet; two make one
    int64_t started_ms, told_ms;
    bool is_terminal, has_line; // a line of progress stands on the terminal
} Summary;

void summary_begin(Summary *summary, const BatchOptions *options, size_t total);
void summary_tick(Summary *summary);
void summary_hide_progress(Summary *summary); // before another line is written
void summary_end(Summary *summary, int signal_number);

#endif
