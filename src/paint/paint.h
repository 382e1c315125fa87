// Pages in, drawing out.
//
// What is drawn goes to a Canvas, page by page. Before any page can be written to a PDF, cairo makes what it is good
// at: fonts as subsets, and pictures. Its file has one page that shows each glyph once, and one for each picture
// (specimen.c). src/pdf takes these over and writes the pages' contents itself: cairo's recording and replay of them
// cost more than all else together.
#ifndef HSPDF_PAINT_PAINT_H
#define HSPDF_PAINT_PAINT_H

#include "layout/layout.h"

// In points, from the page's upper left corner, y down.
typedef struct {
    double x, y, width, height;
} Rectangle;

// A glyph with its origin on the page, as a Rectangle's.
typedef struct {
    uint32_t glyph;
    double x, y;
} PlacedGlyph;

// Glyphs of one font, size and colour, in the order in which readers shall find their text.
typedef struct {
    Font *font;
    double size; // of the face, in points
    Color color;
    const PlacedGlyph *glyphs;
    const Cluster *clusters; // their advances do not count
    size_t glyph_count, cluster_count;
    Str text; // of the clusters
} GlyphText;

typedef struct Picture Picture;

// What pages are drawn onto. All that is drawn stands between a begin and an end, which are never nested.
typedef struct Canvas Canvas;
struct Canvas {
    // What follows shows `node`, as the page's marked content `mcid`; NULL: it is decoration.
    void (*begin)(Canvas *canvas, const Node *node, uint32_t mcid);
    void (*end)(Canvas *canvas);
    void (*text)(Canvas *canvas, const GlyphText *text);
    void (*fill)(Canvas *canvas, const Rectangle *rectangles, size_t count, Color color);
    void (*picture)(Canvas *canvas, Picture *picture, const Rectangle *place);
    Runs runs;     // of the decoration that begins
    uint8_t panel; // of what begins
};

// MCIDs count from 0 on each page, in the order of drawing.
typedef struct {
    uint32_t page, mcid;
    const Node *node; // that is shown
    uint32_t reading; // reading_order
} Mark;

typedef struct {
    uint32_t glyph;
    double advance; // ems of the face
    Str text;       // that it stands for first; after src/pdf read the fonts, what they say of it; empty: nothing

    // How the PDF writes it, found by src/pdf.
    uint16_t name, code;  // the font's name, by number, and the code there
    uint16_t code_length; // bytes; 0: cairo did not write the font, since nothing of it has ink
} UsedGlyph;

enum { GLYPH_PAGE = 256 };

typedef struct {
    Font *font;
    bool has_ink;      // else it is not in cairo's file
    UsedGlyph *glyphs; // in the order of their first use
    size_t count, capacity;
    uint32_t *index[GLYPH_PAGE]; // by the glyph's upper and lower byte: one more than its place in `glyphs`; 0: none
} UsedFont;

// Of each picture, once: the number of its page in cairo's file, and that page's size in points.
struct Picture {
    uint32_t page;
    double width, height;
    const Image *image;             // NULL: an emoji
    struct _cairo_surface *surface; // of the emoji
};

typedef struct Painter Painter;

typedef struct {
    Str pdf; // as cairo writes it
    UsedFont **fonts;
    size_t font_count, font_capacity;
    Picture **pictures; // by page, from 1
    size_t picture_count, picture_capacity;
    const Mark *marks; // of the layout at hand, in the order of pages and MCIDs
    size_t mark_count;
    bool is_drawn;   // cairo's file is made: nothing comes to it
    bool is_foreign; // something was met since then that is not in it
    Painter *painter;
} Painting;

// Makes cairo's file for all pages of one layout. On failure (cairo's status is not success, out of memory) false, with
// a diagnostic.
bool paint_pdf(const Layout *layout, Arena *arena, Painting *painting, Diagnostics *diagnostics);

// The same in steps. Begins, takes up what one layout or several need, which may be forgotten then, and makes cairo's
// file.
void painting_init(Painting *painting, Arena *arena);
void painting_add(Painting *painting, const Layout *layout, Arena *marks);
bool painting_draw(Painting *painting, Diagnostics *diagnostics);

// Of several layouts, the one whose pages are drawn from here on; its marks live in the arena. False where it has what
// no layout had before.
bool painting_show(Painting *painting, const Layout *layout, Arena *marks);

typedef enum { SURFACE_PNG, SURFACE_SHEET, SURFACE_SVG } SurfaceKind;

// The pages as pictures instead: one each, or one SHEET of all; vectors, or with `dpi` pixels an inch. False as above.
typedef struct {
    Str *bytes;
    size_t count;
} Surfaces;
bool paint_surfaces(const Layout *layout, SurfaceKind kind, double dpi, Arena *arena, Surfaces *surfaces,
                    Diagnostics *diagnostics);

// Draws a page of the layout, as often as is wanted: always the same.
void paint_page(Painting *painting, size_t page, Canvas *canvas);

// The font as it is used, and a glyph in it; NULL: it is not.
UsedFont *painting_font(Painting *painting, const Font *font);
UsedGlyph *used_font_glyph(const UsedFont *font, uint32_t glyph);

#endif
