// Private to paint: what is drawn in place of glyphs, and the text that readers find there.
#ifndef HSPDF_PAINT_PICTURE_H
#define HSPDF_PAINT_PICTURE_H

#include <cairo.h>

#include "text/text.h"

typedef struct Picture Picture;
typedef struct CarriedText CarriedText;

enum { PICTURE_BUCKETS = 1024 };

// Of one document. All but arena and cairo begin as zero.
typedef struct {
    Arena *arena;
    cairo_t *cairo;
    Picture *pictures[PICTURE_BUCKETS]; // by glyph; each once, however often it is drawn
    CarriedText *carried[PICTURE_BUCKETS];
    uint32_t carried_count[CARRIER_PARTS_MAX + 1];
    bool lost_font;
} Pictures;

// Whether the word is drawn here: emoji in colour, and characters without a glyph.
bool word_is_picture(const Word *word);

// Draws such a word with its left end at x, y, in the tag that is open; the space behind it, unless it is NULL, is
// written with its text. Faults are found in cairo's status.
void pictures_draw(Pictures *pictures, const GlyphRun *run, const GlyphRun *space, double x, double y);

#endif
