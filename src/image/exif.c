// EXIF 2.32, section 4.6: a TIFF whose first directory has orientation and resolution among its entries.
#include "format.h"

enum {
    TAG_ORIENTATION = 0x112,
    TAG_X_RESOLUTION = 0x11A,
    TAG_Y_RESOLUTION = 0x11B,
    TAG_RESOLUTION_UNIT = 0x128,
    UNIT_CENTIMETRE = 3,
    ENTRY_BYTES = 12,
};

typedef struct {
    Str bytes;
    bool is_big_endian;
} Tiff;

// 0 where it lies beyond the end.
static uint32_t read_16(const Tiff *tiff, uint64_t at)
{
    if (at + 2 > tiff->bytes.length)
        return 0;
    const unsigned char *bytes = (const unsigned char *)tiff->bytes.bytes + at;
    return tiff->is_big_endian ? (uint32_t)bytes[0] << 8 | bytes[1] : (uint32_t)bytes[1] << 8 | bytes[0];
}

static uint32_t read_32(const Tiff *tiff, uint64_t at)
{
    uint32_t first = read_16(tiff, at), second = read_16(tiff, at + 2);
    return tiff->is_big_endian ? first << 16 | second : second << 16 | first;
}

static double read_rational(const Tiff *tiff, uint64_t at)
{
    uint32_t below = read_32(tiff, at + 4);
    return below > 0 ? (double)read_32(tiff, at) / below : 0;
}

ImageHints exif_hints(Str bytes)
{
    ImageHints hints = {.orientation = 1};
    Tiff tiff = {bytes, str_starts_with(bytes, STR("MM"))};
    if (!tiff.is_big_endian && !str_starts_with(bytes, STR("II")))
        return hints;
    uint64_t directory = read_32(&tiff, 4);
    uint32_t count = read_16(&tiff, directory), unit = 0;
    for (uint32_t i = 0; i < count && directory + 2 + (i + 1) * ENTRY_BYTES <= bytes.length; i++) {
        uint64_t entry = directory + 2 + i * ENTRY_BYTES, value = entry + 8;
        switch (read_16(&tiff, entry)) {
        case TAG_ORIENTATION:
            hints.orientation = (int)read_16(&tiff, value);
            break;
        case TAG_X_RESOLUTION:
            hints.dpi_x = read_rational(&tiff, read_32(&tiff, value));
            break;
        case TAG_Y_RESOLUTION:
            hints.dpi_y = read_rational(&tiff, read_32(&tiff, value));
            break;
        case TAG_RESOLUTION_UNIT:
            unit = read_16(&tiff, value);
            break;
        default:
            break;
        }
    }
    double scale = unit == UNIT_CENTIMETRE ? 2.54 : 1;
    hints.dpi_x *= scale;
    hints.dpi_y *= scale;
    if (hints.orientation < 1 || hints.orientation > 8)
        hints.orientation = 1;
    return hints;
}
