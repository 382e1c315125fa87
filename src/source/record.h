// One record of data as bytes, which may be kept, copied, and sent to another process. Private to source and the module
// that reads CSV and JSON; knows nothing of arenas.
//
// A value is its kind (a byte, of ValueKind), its key and, of a scalar, its text, each with its length before it; what
// a list or mapping holds follows, and RECORD_END.
#ifndef HSPDF_SOURCE_RECORD_H
#define HSPDF_SOURCE_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "source.h"

enum { RECORD_END = 0xFF };

// Zero is empty. The bytes are malloc's; record_clear frees them.
typedef struct {
    char *bytes;
    size_t length, capacity;
    bool is_too_large, has_no_memory; // then it is of no use
} Record;

void record_clear(Record *record);
void record_restart(Record *record); // empty, its storage kept
void record_add(Record *record, ValueKind kind, Str key, Str text);
void record_add_end(Record *record);

// What the record says of its value: the record that `value` is, whole.
void record_add_value(Record *record, const Value *value);

#endif
