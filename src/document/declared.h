// What a role of a stylesheet, a class or a style attribute says of how a node looks: unset, which is zero, where it
// says nothing. All of them are read into this one struct and applied by one function (style.c); src/style/schema.h has
// the names in YAML, css_properties.h those in CSS. Included by document.h.
#ifndef HSPDF_DOCUMENT_DECLARED_H
#define HSPDF_DOCUMENT_DECLARED_H

#include "support/color.h"
#include "support/support.h"

// mm, cm, in and px are turned into pt. NONE: a factor. ROOT: the size of the document's type. PERCENT: of the width
// that the block around it leaves. AUTO: what is left is shared out, of margins; of others as if it were not set.
typedef enum { UNIT_NONE, UNIT_PT, UNIT_EM, UNIT_LINES, UNIT_ROOT, UNIT_PERCENT, UNIT_AUTO } Unit;

typedef struct {
    double number;
    Unit unit;
    bool is_set;
} Measure;

typedef enum { FLAG_UNSET, FLAG_OFF, FLAG_ON } Flag;

typedef enum { FONT_ROLE_TEXT, FONT_ROLE_MONO, FONT_ROLE_COUNT } FontRole;

typedef struct {
    FontRole role;
    bool is_set;
} FontValue;

typedef enum { ALIGN_START, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT, ALIGN_JUSTIFY } Align;

typedef struct {
    Align align;
    bool is_set;
} AlignValue;

// What is broken at a block's edge: a column, where there are some; or the page, to the next one, or to the next one
// that is a left or a right one.
typedef enum { PAGE_BREAK_NONE, PAGE_BREAK_COLUMN, PAGE_BREAK_PAGE, PAGE_BREAK_LEFT, PAGE_BREAK_RIGHT } PageBreak;

enum { COLUMN_COUNT_MAX = 4 }; // side by side

// AUTO: of its first letter; none is left once the tree is complete.
typedef enum { DIRECTION_NONE, DIRECTION_LEFT_TO_RIGHT, DIRECTION_RIGHT_TO_LEFT, DIRECTION_AUTO } Direction;

// What stands before the items of a list. Rows: identifier, its name in CSS, in PDF (ISO 32000-1, table 347).
#define LIST_MARKS(MARK)                                                                                               \
    MARK(UNSET, "", "")                                                                                                \
    MARK(NONE, "none", "None")                                                                                         \
    MARK(DISC, "disc", "Disc")                                                                                         \
    MARK(CIRCLE, "circle", "Circle")                                                                                   \
    MARK(SQUARE, "square", "Square")                                                                                   \
    MARK(DECIMAL, "decimal", "Decimal")                                                                                \
    MARK(LOWER_ALPHA, "lower-alpha", "LowerAlpha")                                                                     \
    MARK(UPPER_ALPHA, "upper-alpha", "UpperAlpha")                                                                     \
    MARK(LOWER_ROMAN, "lower-roman", "LowerRoman")                                                                     \
    MARK(UPPER_ROMAN, "upper-roman", "UpperRoman")

typedef enum {
#define MARK(id, name, pdf) LIST_MARK_##id,
    LIST_MARKS(MARK)
#undef MARK
        LIST_MARK_COUNT
} ListMark;

typedef enum { EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM, EDGE_LEFT, EDGE_COUNT } Edge;

// Of a box: the rule that is drawn where `line` is on, and the room within it.
typedef struct {
    Flag line;
    Measure rule, padding;
    ColorValue color;
} EdgeValue;

typedef struct {
    // Inherited.
    FontValue font;
    Measure size, leading, rise, letter_space, word_space;
    Flag bold, italic, underline, strike, small_caps, tabular_figures, hyphenate, hang_punctuation;
    ColorValue color;
    AlignValue align;
    ListMark list_mark;

    // Not inherited.
    Measure space_before, space_after, sink, indent, bar, frame, padding;
    Flag keep_with_next, keep_together;
    PageBreak break_before, break_after;
    ColorValue frame_color, fill;
    Measure margin_left, margin_right, width, width_max, height;
    EdgeValue edges[EDGE_COUNT];
    uint8_t column_count; // 0: unset
    Measure column_width, column_gap;
    EdgeValue column_rule;
    Flag column_span; // ON: all columns

    // For the reader of HTML alone, which makes a tree by it.
    Flag hidden, block; // block: an inline that is set as a block
    Direction direction;
} Declarations;

#endif
