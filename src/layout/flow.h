// Private to src/layout: the flow of blocks, cut into strips that pages are filled with.
//
// A strip is a band as wide as the text area that no page break cuts: a line of text, a table's row. Boxes of
// a strip are placed from its upper left corner; the page breaker moves them to their page.
#ifndef HSPDF_LAYOUT_FLOW_H
#define HSPDF_LAYOUT_FLOW_H

#include "layout/layout.h"

// What is drawn behind all strips of a container, and across the gaps between them.
typedef struct Backdrop Backdrop;
struct Backdrop {
    Length x, width;
    Color color;
    const Node *node;
    const Backdrop *outer;
};

// Columns side by side, in which strips are set: see columns_open.
typedef struct ColumnSet ColumnSet;

// Where a block may set its content, from the left edge of the text area.
typedef struct {
    Length x, width;
    bool right_to_left;
    const Backdrop *backdrop;
    const ColumnSet *columns; // whose strips are placed as in the first of them; NULL: none
} Area;

struct ColumnSet {
    Area outer; // across all of them
    int count;
    Length x, width, step; // of the first; from one to the next, leftward where lines begin at the right
    Length rule;           // between them; 0: none
    Color rule_color;
};

typedef struct {
    Box *boxes;
    size_t count, capacity;
} BoxList;

typedef struct Strip Strip;

// Header rows, set again where a page begins within their table.
typedef struct {
    const Strip *strips;
    size_t count;
    Length height;
} Header;

struct Strip {
    Length height;
    Length space_before;               // dropped at a page's top
    Length baseline;                   // of the first line, from the strip's top
    bool keep_with_next, is_kept_line; // the latter: a widow or an orphan is what it prevents
    bool is_inner_line;                // of a paragraph, neither the first nor the last; not to stand in a column alone
    bool keep_on_page;                 // with the next one, though columns may end between them
    uint16_t break_cost;               // of a page's end below it, where that is free: see BreakCost
    bool is_turned;                    // it stands on a page that lies on its side
    PageBreak break_before;
    size_t notes_end; // of the notes' strips: those that are due where it is a page's last
    BoxList boxes;
    const Box *closing; // a rule, drawn below where a page ends after this strip; NULL: none
    const Header *header;
    const BoxList *resumed; // drawn over it where it is a page's first: what goes on from the page before, said again
    const Backdrop *backdrop;
    const ColumnSet *columns; // it stands in; those before and behind it with the same are a band
};

static inline Length closing_height(const Strip *strip)
{
    return strip->closing ? strip->closing->height : 0;
}

typedef struct {
    Strip *strips;
    size_t count, capacity;
    bool may_have_columns, has_columns;
    Length pending_space;    // after the last strip; the next one takes the larger of this and its own
    PageBreak pending_break; // before the next strip
} Flow;

// What a page's end within a block costs. An empty page costs 10,000, and its parts their square: 100 are a tenth of a
// page, which is left empty rather than break what costs more.
typedef enum {
    BREAK_COST_ROW = 10,
    BREAK_COST_LINE = 20,
    BREAK_COST_ITEM = 150,      // within an item of a list
    BREAK_COST_LEAD = 300,      // between what leads to a list and the list
    BREAK_COST_PARAGRAPH = 300, // a short one
    BREAK_COST_FRAME = 600,     // within an alert
} BreakCost;

typedef struct {
    const Node *note;
    size_t end; // of its strips
} NotePlace;

// All notes, which are set at the foot of the pages that refer to them.
typedef struct {
    Flow flow;
    size_t *starts; // by strip: the first one of its note
    int64_t *tops;  // by strip, and the end: sum of what is above
    size_t start_capacity, place_capacity;
    NotePlace *places; // in the order of the document
    size_t place_count;
    Length above, rule, below; // the rule above them, with the spaces around it
    Color rule_color;
} NoteFlow;

typedef struct {
    BoxList boxes;
    bool is_turned;
} FilledPage;

// What fields say on a page. Until the pages are known, numbers are the widest that may come.
typedef struct {
    Str number, total;
    bool has_folio; // there is more than one page
    Str section;
} PageFields;

typedef struct {
    const Paragraph *paragraph;
    Length size; // of type, for which it was shaped
} ShapedNode;

typedef struct ContentsSlot ContentsSlot;

typedef struct {
    Arena *arena;   // for what pages refer to
    Arena *scratch; // for strips, and all else that is needed until pages are filled
    Engine *engine;
    const Document *document;
    const Images *images;
    Stylesheet *sheet;
    Diagnostics *diagnostics;
    Length measure_max;                 // lines of text are not set wider
    Length page_width, page_height;     // of the text area
    Length turned_width, turned_height; // of that of a page that lies on its side
    ShapedNode *shaped;                 // by node index: tables measure a paragraph, then set it
    NoteFlow notes;
    ContentsSlot *slots; // of page numbers, in the order in which they were set
    size_t slot_count, slot_capacity;
    PageNumbering numbering; // once pages are filled
    PageFields fields;       // of the head or foot that is set
    FilledPage *pages;       // what pages_fill made
    size_t page_count, page_capacity;
    uint64_t glyph_count; // on them
} LayoutContext;

// The least and the natural width of a block.
typedef struct {
    Length min, max;
} Extent;

// blocks.c
void flow_block(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *outer, Area area);
void flow_children(LayoutContext *context, Flow *flow, const Node *parent, const BlockStyle *style, Area area);
Extent extent_of_children(LayoutContext *context, const Node *parent, const BlockStyle *style);
Strip *flow_add_strip(LayoutContext *context, Flow *flow, Area area);
void flow_break(Flow *flow, PageBreak page_break); // before the next strip, where one is above
// The strips from `first` on together: in a column of those that they all stand in, else on a page.
void flow_keep(Flow *flow, size_t first, const ColumnSet *columns);
void flow_prefer_whole(Flow *flow, size_t first, BreakCost cost); // the same, as a wish
Box *box_add(LayoutContext *context, BoxList *list);              // a strip's, in scratch
void box_add_fill(LayoutContext *context, BoxList *list, Box place,
                  Color fill); // place: x, y, width, height, node

void flow_lines(LayoutContext *context, Flow *flow, const Node *node, LineList lines, const BlockStyle *style,
                Area area);
Length measure_of(const LayoutContext *context, Area area); // of lines within `area`

Area area_indent(Area area, Length indent);
void flow_add_space(Flow *flow, Length space); // after what there is; the larger of it and others counts

// column_set.c
// The area of what stands in columns within `area`; `area` itself where they are none, or have no room.
Area columns_open(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area);
Area columns_open_on_pages(LayoutContext *context, Flow *flow, const BlockStyle *body, Area area); // as the style asks
bool columns_may_span(Area area); // whether what is set there may stand across all columns instead
// The area of a block: across all columns where its style says so, or where it leads to what stands there.
Area columns_span(LayoutContext *context, const Node *node, const BlockStyle *style, const BlockStyle *outer,
                  Area area);

// code.c
void flow_code(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area);
Extent extent_of_code(LayoutContext *context, const Node *node, const BlockStyle *style);

// list.c: also of NOTES.
void flow_list(LayoutContext *context, Flow *flow, const Node *list, const BlockStyle *style, Area area);
Length list_indent(LayoutContext *context, const Node *list, const BlockStyle *style);

// frame.c
// A box that is open: what stands in it goes to `inner`.
typedef struct {
    Area outer, inner;
    FrameEdge top, bottom;
    bool is_opened; // the upper edge is a strip
    size_t first;   // strip of what it holds
} FrameFlow;

// Where the block stands in `area`, with fill and rules behind what it holds. `indent`: of that, from the box's edge.
FrameFlow frame_open(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Length indent,
                     Area area);
Area frame_place(const PlaceStyle *place, Area area); // where the box stands, without its edges
void frame_close(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, const FrameFlow *frame);
Extent frame_extent(const BlockStyle *style, Length indent, Extent extent); // of all, by that of what it holds

// Draws what is behind a strip, and behind the gap to the one above it, which is NULL where it is the first one.
// `gap`: x of the flow, y and height.
void backdrops_draw(LayoutContext *context, BoxList *boxes, const Strip *above, const Strip *strip, Box gap);

void flow_alert(LayoutContext *context, Flow *flow, const Node *node, const BlockStyle *style, Area area);
Extent extent_of_alert(LayoutContext *context, const Node *node, const BlockStyle *style);

// contents.c
void flow_contents(LayoutContext *context, Flow *flow, const Node *contents, const BlockStyle *style, Area area);
void flow_contents_entry(LayoutContext *context, Flow *flow, const Node *entry, const BlockStyle *style, Area area);
void contents_fill(LayoutContext *context); // puts in the numbers of pages, which are filled

// phrase.c
typedef struct {
    Str field; // with its braces
    unsigned number;
    Str text; // in place of the number, where it is not empty
} PhraseNumber;

// A phrase with numbers in place of their fields, in the language's digits.
Str phrase_fill(LayoutContext *context, Str phrase, Str lang, const PhraseNumber *numbers, size_t count);

// figure.c
typedef struct {
    Length width, height;
} ImageSize;

// What an image is set at: as its node asks, else as it is; never wider or higher than `space`. With `reports`, one
// that has too few pixels for it is diagnosed.
ImageSize image_size(LayoutContext *context, const Node *node, const BlockStyle *style, ImageSize space, bool reports);

// The IMAGE of a paragraph that stands in a figure and holds nothing else; else NULL.
const Node *figure_image(const Node *paragraph);
void flow_figure(LayoutContext *context, Flow *flow, const Node *figure, const BlockStyle *style, Area area);
void flow_image(LayoutContext *context, Flow *flow, const Node *paragraph, const BlockStyle *style, Area area);
Extent extent_of_image(LayoutContext *context, const Node *image, const BlockStyle *style);

// inline.c
// Shapes the inlines of `node`, which hold no FIELD; kept, so that a second call with the same size of type is free.
const Paragraph *paragraph_of(LayoutContext *context, const Node *node, const BlockStyle *style);
const Paragraph *paragraph_of_text(LayoutContext *context, const Node *node, Str text, const BlockStyle *style);
// Their lines; what was not shaped for its widths is not kept but for these.
// The least and the natural width.
Length width_of_inlines(LayoutContext *context, const Node *node, const BlockStyle *style); // natural, and not kept
Extent extent_of_inlines(LayoutContext *context, const Node *node, const BlockStyle *style);
LineList lines_of(LayoutContext *context, const Node *node, const BlockStyle *style, Length measure);
// `told`: what is said in place of the text, or empty.
LineList lines_of_mark(LayoutContext *context, const Node *node, Str text, Str told, const BlockStyle *style,
                       Length measure);
LineList lines_of_text(LayoutContext *context, const Node *node, Str text, const BlockStyle *style, Length measure);
Str node_language(const LayoutContext *context, const Node *node);
bool language_is_right_to_left(Str lang);
bool node_is_right_to_left(const LayoutContext *context, const Node *node); // by `dir`, else its language

// notes.c
void flow_notes(LayoutContext *context, const Node *notes, const BlockStyle *style, Area area);
void note_end(LayoutContext *context, const Node *note, size_t first); // its strips, from `first` on, are made
void notes_assign(LayoutContext *context, Flow *flow); // says each strip which notes are due; once all are made
// Of the strips from `first` to `end` at a page's foot, with the rule above them; 0 where there are none.
int64_t notes_height(const NoteFlow *notes, size_t first, size_t end);

// table.c
void flow_table(LayoutContext *context, Flow *flow, const Node *table, const BlockStyle *style, Area area);
Extent extent_of_table(LayoutContext *context, const Node *table, const BlockStyle *style);

// running.c

Str field_text(LayoutContext *context, RunningField field);

// A part of a head or foot; node is NULL where nothing stands there.
typedef struct {
    const Node *node;
    Align align;
    bool varies; // from page to page
    Length x, width;
    LineList lines; // where it does not
} RunningPart;

typedef struct {
    RunningPart parts[RUNNING_PLACE_COUNT];
    Length height; // of the highest part's lines
} RunningLine;

// All heads, or all feet, of pages of one size.
typedef struct {
    RunningEnd end;
    RunningStyle style;
    RunningLine lines[RUNNING_PAGES_COUNT];
    size_t box_count; // on any page, at most
    bool has_section; // a field asks for it
} Running;

Running running_prepare(LayoutContext *context, RunningEnd end, const PageStyle *page, bool has_folio);
// With the rule and the space between it and the text; 0 where nothing stands there.
Length running_height(const Running *running, RunningPages pages);
// On page `index` with context->fields.
void running_place(LayoutContext *context, const Running *running, const PageStyle *page, size_t index, BoxList *boxes);
// Which section a page is in, given the one that the page before ends with; moves it on.
Str page_section(LayoutContext *context, const BoxList *boxes, Str *section);

// The left edge of the text area on page `index`.
Length page_left(const LayoutContext *context, const PageStyle *page, size_t index);
bool page_is_even(size_t index);

// page_numbers.c: how the pages that were filled are numbered; the number that the last page of its kind has.
PageNumbering page_numbering(const LayoutContext *context, const PageStyle *page);
Str page_total_text(const LayoutContext *context, size_t index);

// panels.c: pages that were filled, `count` of them, as panels on the two sides of sheets.
Page *panels_impose(LayoutContext *context, const PageStyle *page, const Page *panels, size_t *count);

// pages.c

// From the page's upper edge to that of the text, and to its end; on pages that lie on their side text ends as far
// above the lower edge. Lists of boxes have room for `spare` more.
typedef struct {
    const PageStyle *page;
    Length top, bottom, first_top, first_bottom;
    size_t spare;
} PageFrame;

// Fills one page with all strips, which may be none; false, with nothing done, where it does not hold them.
bool pages_fill_one(LayoutContext *context, const Flow *flow, const PageFrame *frame);

// Fills pages with the strips, at least one.
void pages_fill(LayoutContext *context, const Flow *flow, const PageFrame *frame);

#endif
