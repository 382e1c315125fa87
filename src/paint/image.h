// Private to src/paint.
#ifndef HSPDF_PAINT_IMAGE_H
#define HSPDF_PAINT_IMAGE_H

#include <cairo.h>

#include "layout/layout.h"

// Draws the image so that it fills the place: its x, y, width and height.
void image_draw(cairo_t *cairo, const Image *image, const Box *place);

#endif
