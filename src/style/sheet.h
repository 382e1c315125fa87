// Private to src/style: a stylesheet as read, before it is computed for a node.
#ifndef HSPDF_STYLE_SHEET_H
#define HSPDF_STYLE_SHEET_H

#include "style/style.h"

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

typedef Declarations RoleStyle;

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

// To Length: em and per cents of `em`, lines of `line`, a bare number as times `em`. Not for UNIT_ROOT and UNIT_AUTO.
Length measure_resolve(Measure measure, Length em, Length line);

// ---- apply.c: values that are declared onto computed ones

Color color_or(const ColorValue *value, Color fallback);

// A role: what it does not say is inherited of type, and nothing of space. `em` is the size of type around it.
void text_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
void inline_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
BlockStyle block_apply(const Stylesheet *sheet, Role role, const BlockStyle *outer);

// What a node declares, over the values of its role. Type is not made smaller than TYPE_LEAST_PT.
enum { TYPE_LEAST_PT = 8 };
Length declared_size(const Stylesheet *sheet, const Measure *size, Length em); // before it is held to that
void inline_declare(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
void block_declare(const Stylesheet *sheet, const Declarations *values, const BlockStyle *outer, BlockStyle *block);

#endif
