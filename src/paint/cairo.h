// Private to src/paint.
#ifndef HSPDF_PAINT_CAIRO_H
#define HSPDF_PAINT_CAIRO_H

#include <cairo.h>

#include "paint/paint.h"

// What cairo writes: not of the arena, whose jump would cross cairo's frames, but freed with it.
typedef struct {
    unsigned char *bytes;
    size_t length, capacity;
} CairoOutput;

CairoOutput *cairo_output_new(Arena *arena);
cairo_status_t cairo_output_write(void *output, const unsigned char *bytes, unsigned length);

// Type is drawn as it is designed, and fitted to no grid of pixels.
void cairo_plain_fonts(cairo_t *cairo);

// `filter`: how its pixels become the surface's. NEAREST in a PDF, where readers shall not smooth them: PDF/A forbids
// it.
void picture_draw(cairo_t *cairo, const Picture *picture, const Rectangle *place, cairo_filter_t filter);

#endif
