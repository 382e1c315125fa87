// Footnotes: references led to their notes, and notes that the parser dropped. Private to document.
#ifndef HSPDF_DOCUMENT_NOTES_H
#define HSPDF_DOCUMENT_NOTES_H

#include "document.h"

typedef struct {
    Arena *arena;
    Node **notes; // by number, from 1
    size_t count, capacity;
    Node **references;
    size_t reference_count, reference_capacity;
    const uint32_t *lines; // that look like definitions, ascending (guard.h)
    size_t line_count;
    bool *is_held; // by line: the tree has it
} Notes;

Notes notes_start(Arena *arena, const uint32_t *lines, size_t line_count);
void notes_add(Notes *notes, Node *note);
void notes_add_reference(Notes *notes, Node *reference);
void notes_hold_lines(Notes *notes, size_t first, size_t last); // indices of lines

// Diagnoses the definitions that no block holds.
void notes_report_unused(const Notes *notes, const Source *source, Diagnostics *diagnostics);

// Gives each reference its note, and each note its first reference. Notes that nothing shown refers to are diagnosed,
// and taken out.
void notes_link(Notes *notes, const Source *source, Diagnostics *diagnostics);

#endif
