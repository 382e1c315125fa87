// Private to src/style: a stylesheet as read, before it is computed for a node.
#ifndef HSPDF_STYLE_SHEET_H
#define HSPDF_STYLE_SHEET_H

#include "style/style.h"

typedef enum {
#define ROLE(id, section, about) ROLE_##id,
#include "style/schema.h"
    ROLE_COUNT
} Role;

typedef Declarations RoleStyle;

typedef struct {
    Str paper;
    Span paper_span;
    Measure margin_top, margin_right, margin_bottom, margin_left, first_margin_top, first_margin_bottom, head_distance,
        foot_distance, measure;
    Scaling scaling;
    Duplex duplex;
    Sides sides;
    Numerals front_numerals;
    Panels panels;
    size_t first_number;
    RoleStyle columns; // of which these alone count
} PageSection;

typedef struct {
    Measure size_min, outer_rule, header_rule, row_rule, column_rule, group_rule, footer_rule;
    Measure padding_x, padding_y, row_height_min;
    ColorValue rule_color, header_fill, row_header_fill, footer_fill, stripe_fill;
    Flag align_numbers;
} TableSection;

typedef struct {
    Measure size_min;
    double space_min; // from 0 to 1
} FitSection;

typedef struct {
    RunningTexts texts;
    Flag first; // OFF: nothing stands on the first page, but what is given for it
    Measure rule;
    ColorValue rule_color;
} RunningSection;

typedef struct {
    Str lang;
    const Value *phrases; // by key
} PhraseSet;

typedef struct {
    Str name;
    void *value;
} Named;

typedef struct {
    Named *items;
    size_t count, capacity;
} Names;

struct Stylesheet {
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    const char *data_folder;
    Str lang, paper; // of the document; the latter as it was asked for
    PageSection page;
    TableSection table;
    RunningSection header, footer;
    FitSection fit;
    RoleStyle roles[ROLE_COUNT];
    bool is_custom;          // a part of it did not come with hspdf
    Names colors;            // of ColorValue
    Names classes;           // of RoleStyle
    RoleStyle *styles_given; // roles and classes before stylesheet_fit changed them; NULL: it did not
    double fit_space;
    PageStyle computed_page;
    PhraseSet *phrase_sets; // of the languages that were asked for
    size_t phrase_set_count, phrase_set_capacity;
};

// Sets every property of the sheet that `map` names; unknown keys and wrong values are diagnosed. The colours of all
// maps are to be read before the first of them.
void sheet_read(Stylesheet *sheet, const Value *map);
void sheet_read_colors(Stylesheet *sheet, const Value *map);

// names.c: the value under a name, or NULL; a name that is not there yet.
void *names_find(const Names *names, Str name);
void names_add(Arena *arena, Names *names, Str name, void *value);

// layers.c: the style `name`, what it extends, and so on; none after a fault, which is diagnosed. `asked_at` is of the
// source that names it, SPAN_NONE for the command line.
enum { STYLE_LAYERS_MAX = 8 }; // a style that extends a style ... is a loop beyond this
size_t layers_find(Stylesheet *sheet, Str name, Span asked_at, const Value *layers[STYLE_LAYERS_MAX]);

// A head or foot as the front matter gives it: a mapping as in a stylesheet, or the text of its left part.
void sheet_read_running(Stylesheet *sheet, RunningEnd end, const Value *given);

// The schema's defaults.
void sheet_set_defaults(Stylesheet *sheet);

// Reads "14pt", "1.5em", "2 lines" or a bare factor; false where it is none of these.
bool measure_read(Str text, Measure *measure);

// `paper` as width and height; false where it can not be read.
bool paper_find(Str paper, Length *width, Length *height);

// To Length: em and per cents of `em`, lines of `line`, a bare number as times `em`. Not for UNIT_ROOT and UNIT_AUTO.
Length measure_resolve(Measure measure, Length em, Length line);

// ---- apply.c: values that are declared onto computed ones

// Of the page: em and lines are the body's.
Length page_length(const Stylesheet *sheet, Measure measure);

Color color_or(const ColorValue *value, Color fallback);

// A role: what it does not say is inherited of type, and nothing of space. `em` is the size of type around it.
void text_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
void inline_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
BlockStyle block_apply(const Stylesheet *sheet, Role role, const BlockStyle *outer);
void block_reset(BlockStyle *block); // what is not inherited
// What `values` say, over what the block has by now.
void block_overlay(const Stylesheet *sheet, const Declarations *values, const BlockStyle *outer, BlockStyle *block);

// What a node declares, over the values of its role. Type is not made smaller than TYPE_LEAST_PT.
enum { TYPE_LEAST_PT = 8 };
Length declared_size(const Stylesheet *sheet, const Measure *size, Length em); // before it is held to that
void inline_declare(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text);
void block_declare(const Stylesheet *sheet, const Declarations *values, const BlockStyle *outer, BlockStyle *block);

#endif
