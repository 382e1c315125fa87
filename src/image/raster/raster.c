// The module that decodes pixels: one surface an image, by the library that those who wrote the format keep.
#include "image/raster/raster.h"

void canvas_open(Canvas *canvas, uint64_t width, uint64_t height, bool has_alpha, uint64_t pixels_max)
{
    if (canvas->status != DECODE_OK)
        return;
    if (width == 0 || height == 0) {
        canvas->status = DECODE_BROKEN;
        return;
    }
    enum { CAIRO_SIDE_MAX = 32767 };
    bool is_long = width > CAIRO_SIDE_MAX || height > CAIRO_SIDE_MAX;
    if (is_long || width * height > pixels_max) {
        canvas->status = is_long ? DECODE_TOO_LONG : DECODE_TOO_LARGE;
        return;
    }
    canvas->width = (uint32_t)width;
    canvas->height = (uint32_t)height;
    canvas->has_alpha = has_alpha;
    cairo_format_t format = has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
    canvas->surface = cairo_image_surface_create(format, (int)width, (int)height);
    if (cairo_surface_status(canvas->surface) != CAIRO_STATUS_SUCCESS)
        canvas->status = DECODE_NO_MEMORY;
}

static uint32_t multiply(uint32_t value, uint32_t alpha)
{
    return (value * alpha + 127) / 255;
}

void canvas_set_row(Canvas *canvas, uint32_t x, uint32_t y, const unsigned char *rgba, uint32_t count)
{
    if (canvas->status != DECODE_OK || y >= canvas->height || x > canvas->width || count > canvas->width - x)
        return;
    unsigned char *row = cairo_image_surface_get_data(canvas->surface) +
                         (size_t)y * (size_t)cairo_image_surface_get_stride(canvas->surface);
    uint32_t *pixels = (uint32_t *)(void *)row + x; // cairo aligns rows to its pixels
    for (uint32_t i = 0; i < count; i++, rgba += 4) {
        uint32_t alpha = canvas->has_alpha ? rgba[3] : 255;
        pixels[i] =
            alpha << 24 | multiply(rgba[0], alpha) << 16 | multiply(rgba[1], alpha) << 8 | multiply(rgba[2], alpha);
    }
}

static DecodeStatus decode(void *session, const DecodeRequest *request, Decoded *decoded)
{
    (void)session;
    static void (*const decoders[])(const DecodeRequest *, Canvas *) = {
        [FORMAT_PNG] = decode_png,
        [FORMAT_JPEG] = decode_jpeg,
        [FORMAT_WEBP] = decode_webp,
        [FORMAT_GIF] = decode_gif,
    };
    Canvas canvas = {.status = DECODE_OK};
    decoders[request->format](request, &canvas);
    if (canvas.status != DECODE_OK || !canvas.surface) {
        cairo_surface_destroy(canvas.surface);
        return canvas.status != DECODE_OK ? canvas.status : DECODE_BROKEN;
    }
    cairo_surface_mark_dirty(canvas.surface);
    *decoded = (Decoded){.surface = canvas.surface, .width = canvas.width, .height = canvas.height};
    return DECODE_OK;
}

static void *open_session(const char *font_folder)
{
    return (void *)font_folder; // there is nothing to keep
}

static void close_session(void *session)
{
    (void)session;
}

__attribute__((visibility("default"))) extern const Decoder hspdf_decoder;
const Decoder hspdf_decoder = {DECODER_VERSION, open_session, close_session, decode};
