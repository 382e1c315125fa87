// Bytes in, text that every later stage can trust out. Private to source.
#ifndef HSPDF_SOURCE_SANITIZE_H
#define HSPDF_SOURCE_SANITIZE_H

#include "support/support.h"

typedef struct {
    Str text;
    const uint32_t *removed; // offsets in `text` before which a character was left out, ascending
    size_t removed_count;
} CleanText;

// Where `bytes` are clean, the text is a part of them: nothing is copied. Else it is made anew in the arena.
// `diagnostics` may be NULL.
CleanText sanitize(Arena *arena, Str bytes, uint32_t source_id, Diagnostics *diagnostics);

#endif
