// Templates filled from data. Private to source.
//
// A value is not put into the text. In its place stands one character of private use (planes 15 and 16), whose number
// is that of the field, and the value is put in when Markdown and YAML have been read (source_fill). To their readers
// it is a letter, so that no value can become markup, whatever it holds and wherever it stands.
#ifndef HSPDF_SOURCE_MERGE_H
#define HSPDF_SOURCE_MERGE_H

#include "source.h"

typedef enum {
    MERGE_AS_WRITTEN, // no data: tags are text, but comments and partials
    MERGE_BLANKS,     // no data: lines to write on; what sections hold stands once, what inverted ones hold does not
    MERGE_DATA
} MergeMode;

typedef struct {
    const Value *value; // NULL: `text` is all
    Str text;           // what was written
    Str name;           // of the field; empty where it is none: a character of private use that the text had
    Span span;          // of the tag
} Field;

// A stretch of the filled text, up to the start of the next one.
typedef struct {
    uint32_t start;
    uint32_t source, origin; // where it comes from
    bool is_taken_over;      // byte by byte; else all of it stands for what is at `origin`
} Segment;

struct Merged {
    Str text;
    const Segment *segments;
    size_t segment_count;
    const Field *fields;
    size_t field_count;
    size_t unfilled_count; // MERGE_AS_WRITTEN: tags that stand as text, and the first of them
    Str first_unfilled;
    Span first_span;
};

typedef struct {
    MergeMode mode;
    bool is_lenient;     // what is missing is empty: as the Mustache specification has it
    const Value *record; // VALUE_MAP
    Str record_name;     // "patients.csv, record 7", for messages; may be empty
    // Gives the text of a partial and its source. False after a diagnostic.
    bool (*load)(void *context, Str name, Span span, Str *text, uint32_t *source_id);
    void *context;
} MergeOptions;

Merged merge(Arena *arena, Str text, uint32_t source_id, const MergeOptions *options, Diagnostics *diagnostics);

// The field that `character` stands for, or NULL.
const Field *merged_field(const Merged *merged, uint32_t character);

// Where the byte at `offset` comes from; a span of no length.
Span merged_origin(const Merged *merged, uint32_t offset);

#endif
