// Private to src/style: a stylesheet as read, before it is computed for a node.
#ifndef HSPDF_STYLE_SHEET_H
#define HSPDF_STYLE_SHEET_H

#include "style/style.h"

typedef enum { UNIT_NONE, UNIT_PT, UNIT_EM, UNIT_LINES } Unit; // mm, cm and in are turned into pt; NONE: a factor

typedef struct {
    double number;
    Unit unit;
    bool is_set;
} Measure;

typedef enum { FLAG_UNSET, FLAG_OFF, FLAG_ON } Flag;

typedef struct {
    Color color;
    bool is_set, is_none;
} ColorValue;

typedef struct {
    FontRole role;
    bool is_set;
} FontValue;

typedef struct {
    Align align;
    bool is_set;
} AlignValue;

typedef enum {
#define PROPERTY(section, key, member, type, fallback)
#define ROLE(id, section) ROLE_##id,
#define ROLE_PROPERTY(key, member, type)
#include "style/schema.h"
#undef PROPERTY
#undef ROLE
#undef ROLE_PROPERTY
    ROLE_COUNT
} Role;

typedef struct {
    FontValue font;
    Measure size, leading, rise, letter_space, word_space, space_before, space_after, indent, bar, frame, padding;
    Flag bold, italic, underline, strike, small_caps, tabular_figures, hyphenate, hang_punctuation, keep_with_next,
        keep_together;
    PageBreak break_before, break_after;
    ColorValue color, frame_color, fill;
    AlignValue align;
} RoleStyle;

typedef struct {
    Str paper;
    Span paper_span;
    Measure margin_top, margin_right, margin_bottom, margin_left, foot_distance, measure;
    Scaling scaling;
    Duplex duplex;
} PageSection;

typedef struct {
    Measure size_min, outer_rule, header_rule, row_rule, column_rule, group_rule, footer_rule;
    Measure padding_x, padding_y, row_height_min;
    ColorValue rule_color, header_fill, row_header_fill, footer_fill, stripe_fill;
    Flag align_numbers;
} TableSection;

typedef struct {
    Str lang;
    const Value *phrases; // by key
} PhraseSet;

struct Stylesheet {
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    const char *data_folder;
    Str lang;
    PageSection page;
    TableSection table;
    RoleStyle roles[ROLE_COUNT];
    PageStyle computed_page;
    const Source *phrase_file; // styles/locale/phrases.yaml, read at first use
    PhraseSet *phrase_sets;    // of the languages that were asked for
    size_t phrase_set_count, phrase_set_capacity;
};

// Sets every property of the sheet that `map` names; unknown keys and wrong values are diagnosed.
void sheet_read(Stylesheet *sheet, const Value *map);

// The schema's defaults.
void sheet_set_defaults(Stylesheet *sheet);

// Reads "14pt", "1.5em", "2 lines" or a bare factor; false where it is none of these.
bool measure_read(Str text, Measure *measure);

// `paper` as width and height; false where it can not be read.
bool paper_find(Str paper, Length *width, Length *height);

// To Length: em of `em`, lines of `line`, a bare number as times `em`.
Length measure_resolve(Measure measure, Length em, Length line);

#endif
