// What a text gives rise to with every record is told some times, and then counted: a hundred thousand letters with one
// warning each are one fact, and not a hundred thousand lines.
#ifndef HSPDF_BATCH_REPEATS_H
#define HSPDF_BATCH_REPEATS_H

#include <stdbool.h>

#include "report/report.h"
#include "store.h"

enum { REPEATS_MAX = 1024 }; // different ones; what is beyond these is told always

typedef struct {
    hspdf_diagnostic diagnostic; // its first time; texts live in the store
    size_t count;
} Repeat;

// Zero is empty.
typedef struct {
    Repeat items[REPEATS_MAX]; // open addressing; `code` is NULL where none is
    size_t count;
    Store store;
} Repeats;

// Counts it; false where it was told often enough.
bool repeats_take(Repeats *repeats, const hspdf_diagnostic *diagnostic);

// Tells how often each was not told.
void repeats_tell(const Repeats *repeats, Reporter *reporter, bool is_quiet);
void repeats_clear(Repeats *repeats);

#endif
