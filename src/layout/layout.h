// Document and styles in, pages of boxes at their final place out.
#ifndef HSPDF_LAYOUT_LAYOUT_H
#define HSPDF_LAYOUT_LAYOUT_H

#include "image/image.h"
#include "text/text.h"

typedef enum {
    BOX_LINE,  // a line of text; each glyph run names the node that it shows
    BOX_IMAGE, // of a figure; `node` is its IMAGE. Those within lines are runs with an object
    BOX_FILL   // a filled rectangle: rules, backgrounds
} BoxKind;

// What repeats from page to page, and so is no part of the text.
typedef enum { RUNS_NOT, RUNS_AS_HEAD, RUNS_AS_FOOT } Runs;

typedef struct {
    BoxKind kind;
    bool is_artifact;           // decoration or repeated: not part of the text that is read out
    Runs runs;                  // then it is an artifact
    uint8_t panel;              // of its sheet, in the order in which they are read; 0 where there are none
    Length x, y, width, height; // from the page's upper left corner, y down
    const Node *node;           // the block that it belongs to; NULL for the page's own
    union {
        const Line *line; // baseline at y + line->ascent
        Color fill;
        const Image *image;
    };
} Box;

typedef struct {
    Length width, height;
    const Box *boxes; // in painting order; text in reading order
    size_t box_count;
} Page;

// How pages are numbered: those of the front, if they count by themselves, in Roman numerals from i.
typedef struct {
    size_t front_count;
    size_t first; // number of the page behind them
} PageNumbering;

typedef struct {
    const Page *pages; // at least one
    size_t page_count;
    const Images *images;
    Engine *engine; // which has the fonts of its lines
    PrintStyle print;
    PageNumbering numbering;
    bool has_panels; // two pages are a sheet, whose panels are read in their order
} Layout;

enum { PANEL_COUNT = 6 }; // of a sheet

// When what is on a page, and in one of its panels, is read.
static inline uint32_t reading_order(const Layout *layout, uint32_t page, uint32_t panel)
{
    return layout->has_panels ? page / 2 * PANEL_COUNT + panel : page;
}

// What page `index` is numbered in the language's digits; in `arena`.
Str page_number_text(Arena *arena, const PageNumbering *numbering, Str lang, size_t index);

// Never NULL. Faults are diagnosed.
Layout *layout_new(Arena *arena, Engine *engine, const Document *document, const Images *images, Stylesheet *sheet,
                   Diagnostics *diagnostics);

// Pages, boxes, lines with text and position in points; one a line, indented.
void layout_dump(const Layout *layout, Buffer *out);

// Aborts where a text leaf of the document is not placed, or not in the order of the document or of its cell, or a box
// leaves its page sideways. `arena` is for its own notes.
void layout_verify(const Layout *layout, const Document *document, Arena *arena);

#endif
