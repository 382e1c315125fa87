// PNG by libpng's simple interface, which turns palettes, 16 bits, grey and interlace into 8-bit RGBA in sRGB.
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "image/raster/raster.h"

void decode_png(const DecodeRequest *request, Canvas *canvas)
{
    png_image image;
    memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, request->bytes, request->size)) {
        canvas->status = DECODE_BROKEN;
        return;
    }
    canvas_open(canvas, image.width, image.height, (image.format & PNG_FORMAT_FLAG_ALPHA) != 0, request->pixels_max);
    image.format = PNG_FORMAT_RGBA;
    unsigned char *rgba = canvas->status == DECODE_OK ? malloc((size_t)PNG_IMAGE_SIZE(image)) : NULL;
    if (canvas->status == DECODE_OK && !rgba)
        canvas->status = DECODE_NO_MEMORY;
    if (rgba && !png_image_finish_read(&image, /*background*/ NULL, rgba, /*row_stride*/ 0, /*colormap*/ NULL))
        canvas->status = DECODE_BROKEN;
    for (uint32_t y = 0; rgba && y < canvas->height; y++)
        canvas_set_row(canvas, 0, y, rgba + (size_t)y * canvas->width * 4, canvas->width);
    free(rgba);
    png_image_free(&image);
}
