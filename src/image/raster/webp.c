// WebP, the first picture of an animation.
#include <webp/decode.h>
#include <webp/demux.h>

#include "image/raster/raster.h"

static void set_rows(Canvas *canvas, const unsigned char *rgba)
{
    for (uint32_t y = 0; y < canvas->height; y++)
        canvas_set_row(canvas, 0, y, rgba + (size_t)y * canvas->width * 4, canvas->width);
}

static void decode_still(const WebPData *data, Canvas *canvas)
{
    int width, height;
    unsigned char *rgba = WebPDecodeRGBA(data->bytes, data->size, &width, &height);
    if (rgba && (uint32_t)width == canvas->width && (uint32_t)height == canvas->height)
        set_rows(canvas, rgba);
    else
        canvas->status = DECODE_BROKEN;
    WebPFree(rgba);
}

static void decode_first(const WebPData *data, Canvas *canvas)
{
    WebPAnimDecoder *decoder = WebPAnimDecoderNew(data, NULL); // gives RGBA
    unsigned char *rgba;                                       // the decoder's
    int time;
    if (decoder && WebPAnimDecoderGetNext(decoder, &rgba, &time))
        set_rows(canvas, rgba);
    else
        canvas->status = DECODE_BROKEN;
    WebPAnimDecoderDelete(decoder);
}

void decode_webp(const DecodeRequest *request, Canvas *canvas)
{
    WebPData data = {request->bytes, request->size};
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data.bytes, data.size, &features) != VP8_STATUS_OK || features.width < 0 ||
        features.height < 0) {
        canvas->status = DECODE_BROKEN;
        return;
    }
    canvas_open(canvas, (uint64_t)features.width, (uint64_t)features.height, features.has_alpha != 0,
                request->pixels_max);
    if (canvas->status != DECODE_OK)
        return;
    if (features.has_animation)
        decode_first(&data, canvas);
    else
        decode_still(&data, canvas);
}
