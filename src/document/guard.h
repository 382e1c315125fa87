// What must be known of Markdown before cmark-gfm reads it. Private to document.
#ifndef HSPDF_DOCUMENT_GUARD_H
#define HSPDF_DOCUMENT_GUARD_H

#include "source/source.h"

typedef struct {
    bool is_deep;         // diagnosed; not to be read as Markdown
    bool has_large_table; // diagnosed; to be read without tables
    // Lines that look like definitions of footnotes: indices into source->line_starts, ascending.
    const uint32_t *note_lines;
    size_t note_line_count;
} Guard;

Guard guard_source(Arena *arena, const Source *source, Diagnostics *diagnostics);

#endif
