// Private to src/paint.
#ifndef HSPDF_PAINT_FONT_H
#define HSPDF_PAINT_FONT_H

#include <cairo.h>

#include "text/text.h"

// Text is drawn in this font from here on, `size` in points. `*lost` is set where its file can no longer be read.
static inline void use_font(cairo_t *cairo, Font *font, double size, bool *lost)
{
    cairo_font_face_t *face = font_cairo_face(font);
    *lost |= face == NULL;
    cairo_set_font_face(cairo, face);
    cairo_set_font_size(cairo, size * font_scale_factor(font));
}

#endif
