// Stylesheets in, computed values for each node out. One schema table (style/schema.h) drives parser and errors.
#ifndef HSPDF_STYLE_STYLE_H
#define HSPDF_STYLE_STYLE_H

#include "document/document.h"
#include "support/support.h"

// How characters look: what the text stage reads.
typedef struct {
    FontRole role;
    bool bold, italic, underline, strike;
    bool small_caps;      // the font's own; text stays as it is where it has none
    bool tabular_figures; // all digits of one width
    Length size;
    Length rise;                     // of the baseline, up
    Length letter_space, word_space; // behind each character but joined ones; behind each space
    Color color;
    bool has_ground;
    Color ground; // behind the characters
} TextStyle;

typedef struct {
    Length rule, padding; // thickness of the rule, and room within it; 0: none
    Color color;
} FrameEdge;

// What is drawn around a block: not inherited.
typedef struct {
    Length bar;     // thickness of a rule at the side where lines start; 0: none
    Length width;   // of rules on all sides; 0: none
    Length padding; // above and below what it holds, and at the side where lines end
    Color color;    // of these rules
    Color fill;
    bool is_filled;
    FrameEdge edges[EDGE_COUNT]; // as they are declared of a node, where they are more than the above
} FrameStyle;

typedef struct {
    Length length;
    double percent; // of what is left to the block, where `length` is 0; 0: no width is asked for
} WidthStyle;

// Where a block stands in the room that is left to it: not inherited.
typedef struct {
    Length margin_left, margin_right;
    bool is_left_auto, is_right_auto; // what is over goes there
    WidthStyle width, width_max;      // of all of it
} PlaceStyle;

// Columns side by side, in which what a block holds is set: not inherited.
typedef struct {
    int count;    // at most; 0 or 1: none
    Length width; // of which there are as many as have room; 0: any
    Length gap, rule;
    Color color; // of the rules between them
} ColumnStyle;

// How a block looks. All in Length, resolved from em and pt.
typedef struct {
    TextStyle text;
    Length leading;                   // from baseline to baseline
    Length space_before, space_after; // the larger of two neighbours' counts
    Length sink;                      // above it where it begins a page
    Length height_min;                // of what it holds
    Length indent;                    // on the start side, of all it holds
    Align align;
    bool hyphenate, hang_punctuation;
    bool keep_with_next, keep_together; // on one page, where a page has the room
    PageBreak break_before, break_after;
    FrameStyle frame;
    PlaceStyle place;
    ColumnStyle columns;
    bool spans_columns; // all those that it stands in
    bool is_boxed;      // frame or place say something
} BlockStyle;

// How a reader's print dialog is to be set at first.
typedef enum { SCALING_NONE, SCALING_ANY } Scaling;  // ANY: as the reader has it
typedef enum { SIDES_ONE, SIDES_TWO } Sides;         // TWO: even pages are the others' mirror image
typedef enum { PANELS_NONE, PANELS_TRIFOLD } Panels; // that a sheet is folded into
typedef enum { NUMERALS_DECIMAL, NUMERALS_ROMAN } Numerals;
typedef enum { DUPLEX_ANY, DUPLEX_OFF, DUPLEX_LONG_EDGE, DUPLEX_SHORT_EDGE } Duplex;

typedef struct {
    Scaling scaling;
    Duplex duplex;
} PrintStyle;

typedef struct {
    Length width, height; // where there are panels: of the narrowest
    Panels panels;
    Length sheet_width; // where there are panels
    Length margin_top, margin_right, margin_bottom, margin_left;
    Length first_margin_top, first_margin_bottom; // of the first page
    bool has_two_sides;                           // margin_left is the inner one, margin_right the outer one
    Numerals front_numerals;                      // of pages that hold nothing but title and contents
    size_t first_number;
    Length head_distance; // from the paper's upper edge to the head
    Length foot_distance; // from the paper's lower edge to the foot
    Length measure_max;   // lines of text are not set wider
    PrintStyle print;
} PageStyle;

typedef struct {
    Length outer_rule, header_rule, row_rule, column_rule; // thickness; 0: none
    Length group_rule, footer_rule;                        // between groups of rows; above the footer
    Color rule_color, header_fill, row_header_fill, footer_fill, stripe_fill;
    bool header_filled, row_header_filled, footer_filled;
    bool stripe_filled; // every other row of the body
    Length padding_x, padding_y;
    Length row_height_min; // with padding
    bool align_numbers;    // on their decimal marks
    Length size_min;       // type may shrink to this, never below
} TableStyle;

// A head or foot.
typedef struct {
    BlockStyle block;
    Length rule; // between it and the text; 0: none
    Color rule_color;
} RunningStyle;

// What stylesheet_fit left of a style.
typedef struct {
    Length size, leading; // of the body
    double space;         // between blocks, of what the style says
} FittedStyle;

typedef struct Stylesheet Stylesheet;

// The style is `style_option`, else that of the front matter, else "leaflet": a name, which is of styles/NAME.yaml
// below `data_folder`, or a path: see layers.c. `paper_option` goes before the front matter's paper. Empty options are
// not given. Never NULL: after an error, which is diagnosed, values are the schema's defaults.
Stylesheet *stylesheet_new(Arena *arena, const Document *document, Sources *sources, const char *data_folder,
                           Str style_option, Str paper_option, Diagnostics *diagnostics);

PageStyle stylesheet_page(const Stylesheet *sheet);
ColumnStyle stylesheet_columns(const Stylesheet *sheet); // of the page
TableStyle stylesheet_table(const Stylesheet *sheet);
TextStyle stylesheet_task_box(const Stylesheet *sheet, const TextStyle *item);
BlockStyle stylesheet_alert_label(const Stylesheet *sheet, const BlockStyle *alert);
BlockStyle stylesheet_contents_title(const Stylesheet *sheet, const BlockStyle *contents);
RunningStyle stylesheet_running(const Stylesheet *sheet, RunningEnd end);
RunningTexts stylesheet_running_texts(const Stylesheet *sheet, RunningEnd end); // what is to stand there

// The style of a node that holds blocks or inlines, given the block style that surrounds it.
BlockStyle stylesheet_block(const Stylesheet *sheet, const Node *node, const BlockStyle *outer);

// What is behind the cells of a TABLE, ROW or CELL by itself; false: nothing. The rows of TableStyle count where a row
// and its cell do not say.
bool stylesheet_fill(const Stylesheet *sheet, const Node *node, Color *fill);

// By its class, its style attribute and others that say how it looks.
bool stylesheet_says_look(const Stylesheet *sheet, const Node *node);

// The character style of an inline node within `outer`.
TextStyle stylesheet_inline(const Stylesheet *sheet, const Node *node, const TextStyle *outer);

// Says where what nodes declare is hard to read, or told by colour alone.
void stylesheet_check(const Stylesheet *sheet, const Document *document);

// What a key of a style means: "size", "heading-1.size", or a section with its keys, "table". False: there is no such
// key.
bool style_explain(Str key, Buffer *out);

// Makes all type and space smaller, so that a text fits: step 0 is the style as it is, the last one of the steps is as
// tight as the style allows. Styles that were computed before are of no use then.
size_t stylesheet_fit_steps(Stylesheet *sheet); // at least 1
void stylesheet_fit(Stylesheet *sheet, size_t step);
FittedStyle stylesheet_fitted(const Stylesheet *sheet);

// Words that hspdf itself prints, in the document's language: "Page {page} of {pages}". Reads them at first use.
Str stylesheet_phrase(Stylesheet *sheet, Str key);
Str stylesheet_phrase_in(Stylesheet *sheet, Str lang, Str key); // in another language

#endif
