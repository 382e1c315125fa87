// Private to src/paint: what draws pages. It knows neither cairo nor PDF.
#ifndef HSPDF_PAINT_PAINTER_H
#define HSPDF_PAINT_PAINTER_H

#include "paint/paint.h"

// Glyphs gathered for one call of the canvas.
typedef struct {
    PlacedGlyph *glyphs;
    size_t glyph_count, glyph_capacity;
    Cluster *clusters;
    size_t cluster_count, cluster_capacity;
    Buffer text;
    const GlyphRun *first; // its font, size and colour hold for all
    const Node *node;      // NULL: an artifact
    const Line *line;      // of the last word
    double right;          // where the last word ends
} Batch;

typedef struct KnownPicture KnownPicture;
typedef struct CarriedText CarriedText;

enum { PICTURE_BUCKETS = 1024 };

struct Painter {
    Arena *arena;
    const Layout *layout;
    Painting *painting;
    Canvas *canvas;
    uint32_t mcid; // the next one
    bool is_open;
    const Node *open_node; // NULL: decoration
    Runs runs;             // of the box that is drawn
    uint8_t panel;         // of the same
    Batch batch;
    KnownPicture *pictures[PICTURE_BUCKETS]; // each once, however often it is drawn
    CarriedText *carried[PICTURE_BUCKETS];
    uint32_t carried_count[CARRIER_PARTS_MAX + 1];
};

// The layout whose pages are drawn from here on.
void painting_turn(Painting *painting, const Layout *layout);

// What is drawn from here on shows `node`; NULL: it is decoration.
void painter_begin(Painter *painter, const Node *node);

// Fills rectangles, as decoration.
void painter_decorate(Painter *painter, const Rectangle *rectangles, size_t count, Color color);

static inline Rectangle rectangle_of(const Box *place)
{
    return (Rectangle){length_to_pt(place->x), length_to_pt(place->y), length_to_pt(place->width),
                       length_to_pt(place->height)};
}

// ground.c: what is behind the characters of a line.
void draw_line_grounds(Painter *painter, const Box *box);

// pictures.c

// Whether the word is drawn there: emoji in colour, and characters without a glyph.
bool word_is_picture(const Word *word);

// Draws such a word with its left end at x, y, within what is open; the space behind it, unless it is NULL, is written
// with its text.
void draw_word_picture(Painter *painter, const GlyphRun *run, const GlyphRun *space, double x, double y);

// Draws a rule to write on, `run`, which is an object with its left end at x on the baseline y; its text is within what
// is open for `node`, the rule is decoration.
void draw_blank(Painter *painter, const GlyphRun *run, const GlyphRun *space, const Node *node, double x, double y);

void draw_image(Painter *painter, const Image *image, const Rectangle *place);

#endif
