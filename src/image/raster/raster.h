// Private to the module that decodes pixels.
#ifndef HSPDF_IMAGE_RASTER_RASTER_H
#define HSPDF_IMAGE_RASTER_RASTER_H

#include <cairo.h>

#include "image/decoder.h"

// Pixels on their way into a surface. `status` is sticky: after a fault all calls do nothing.
typedef struct {
    cairo_surface_t *surface; // NULL before canvas_open
    uint32_t width, height;
    bool has_alpha;
    DecodeStatus status;
} Canvas;

// Makes a transparent surface, unless it would have more than `pixels_max` pixels or none.
void canvas_open(Canvas *canvas, uint64_t width, uint64_t height, bool has_alpha, uint64_t pixels_max);

// Sets `count` pixels of a row from `x` on, from bytes in the order red, green, blue, alpha, the latter not multiplied
// in.
void canvas_set_row(Canvas *canvas, uint32_t x, uint32_t y, const unsigned char *rgba, uint32_t count);

void decode_png(const DecodeRequest *request, Canvas *canvas);
void decode_jpeg(const DecodeRequest *request, Canvas *canvas);
void decode_webp(const DecodeRequest *request, Canvas *canvas);
void decode_gif(const DecodeRequest *request, Canvas *canvas);

#endif
