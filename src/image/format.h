// What is in an image's bytes, as far as no library is needed to see it. Private to src/image.
#ifndef HSPDF_IMAGE_FORMAT_H
#define HSPDF_IMAGE_FORMAT_H

#include "image/decoder.h"
#include "support/support.h"

ImageFormat image_format(Str bytes);

// Dots an inch, 0 where the file does not say, or nothing that can be meant; and EXIF's orientation, 1 to 8.
typedef struct {
    double dpi_x, dpi_y;
    int orientation;
} ImageHints;

// Of a PNG, from its chunks pHYs and eXIf; of a WebP, from its chunk EXIF; else nothing.
ImageHints image_hints(Str bytes, ImageFormat format);

// Reads a TIFF as EXIF has it; nothing where it is none.
ImageHints exif_hints(Str tiff);

typedef struct {
    uint32_t width, height;
    bool can_embed; // as it is: else it is to be decoded
    ImageHints hints;
} JpegInfo;

// Walks over all markers to the end. NULL, or what is wrong with it.
const char *jpeg_info(Str bytes, JpegInfo *info);

static inline uint32_t big_endian_16(const char *at)
{
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

static inline uint32_t big_endian_32(const char *at)
{
    return big_endian_16(at) << 16 | big_endian_16(at + 2);
}

static inline uint32_t little_endian_32(const char *at)
{
    const unsigned char *bytes = (const unsigned char *)at;
    return (uint32_t)bytes[3] << 24 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[1] << 8 | bytes[0];
}

#endif
