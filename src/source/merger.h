// What the files of merging share. Private to them.
#ifndef HSPDF_SOURCE_MERGER_H
#define HSPDF_SOURCE_MERGER_H

#include "merge.h"
#include "template.h"

typedef struct {
    Str name;
    const Template *template;
    uint32_t source_id;
} Partial;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    const MergeOptions *options;
    Merged merged;
    Buffer out;
    Segment *segments;
    Field *fields;
    size_t segment_capacity, field_capacity;
    const Value *scopes[BOUND_MERGE_NESTING + 1];
    size_t scope_count;
    Partial *partials;
    size_t partial_count, partial_capacity;
    size_t steps, depth;
    bool has_stopped;
} Merger;

// What is walked: a template, or a part of it.
typedef struct {
    const Template *template;
    uint32_t source_id;
    Str indent; // before each line, of a partial
    size_t first_tag, end_tag;
    uint32_t start, end; // offsets in its text
} Stretch;

// merge_names.c: values by name. The innermost mapping comes first; the first part of a dotted name decides on it.
const Value *merger_find(const Merger *merger, Str name); // NULL: it is nowhere
Str merger_nearest(const Merger *merger, Str name);       // the key that was probably meant; empty where there is none
bool merger_holds(const Value *value);                    // for a section

// merge_write.c: what is written, with where it comes from. Nothing more once the merger has stopped.
void merger_stop(Merger *merger, Span span, unsigned limit, const char *what);
void merger_write_field(Merger *merger, Field field);
void merger_write_text(Merger *merger, Str text, Span place, bool is_taken_over);
void merger_indent(Merger *merger, const Stretch *stretch, uint32_t at); // of a partial, where a line begins
void merger_copy(Merger *merger, const Stretch *stretch, uint32_t start, uint32_t end); // of the template's own text

#endif
