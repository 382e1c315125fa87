// Days and points in time, as ISO 8601 writes them.
#ifndef HSPDF_SUPPORT_DATE_H
#define HSPDF_SUPPORT_DATE_H

#include "arena.h"

typedef struct {
    int year;       // 1 to 9999
    int month, day; // from 1; the day is one that the month has
} Date;

// Reads "2026-03-05", also with a time behind it ("2026-03-05T08:30:00+01:00", a space for the T), which is dropped;
// white space around it is allowed. False for anything else, and for days that there are not.
bool date_read(Str text, Date *date);

// "2026-03-05" (ISO 8601).
Str date_iso(Arena *arena, Date date);

// Reads what date_read does, where a date alone is its first moment and a time without a zone is UTC; or "@" and the
// seconds since 1970. Writes "2026-03-05T07:30:00Z", ended by NUL. False, and nothing written, for anything else, and
// for what is not in the years 1 to 9999.
enum { TIMESTAMP_BYTES = 21 };
bool timestamp_read(Str text, char out[TIMESTAMP_BYTES]);

#endif
