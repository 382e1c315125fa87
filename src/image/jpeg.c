// The markers of a JPEG (ITU-T T.81, annex B), with JFIF's and EXIF's. Its samples are not looked at: a PDF reader
// decodes them. A PDF holds baseline, extended and progressive ones of 8 bits (ISO 32000-1, 7.4.8); those of four inks
// are decoded, since pages are in RGB, and so are those on which cairo's own reader of markers would give up.
#include "format.h"

enum {
    MARKER_TEM = 0x01,
    MARKER_SOF0 = 0xC0,
    MARKER_SOF2 = 0xC2,
    MARKER_DHT = 0xC4,
    MARKER_JPG = 0xC8,
    MARKER_DAC = 0xCC,
    MARKER_SOF15 = 0xCF,
    MARKER_RST0 = 0xD0,
    MARKER_RST7 = 0xD7,
    MARKER_SOI = 0xD8,
    MARKER_EOI = 0xD9,
    MARKER_SOS = 0xDA,
    MARKER_APP0 = 0xE0,
    MARKER_APP1 = 0xE1,
    JFIF_INCH = 1,
    JFIF_CENTIMETRE = 2,
};

typedef struct {
    Str bytes;
    uint32_t at;
    bool has_frame, has_scan, has_fill;
    JpegInfo *info;
} Walk;

static bool is_frame(unsigned marker)
{
    return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT && marker != MARKER_JPG &&
           marker != MARKER_DAC;
}

static void read_frame(Walk *walk, unsigned marker, Str segment)
{
    if (segment.length < 6 || walk->has_frame)
        return;
    JpegInfo *info = walk->info;
    unsigned bits = (unsigned char)segment.bytes[0], components = (unsigned char)segment.bytes[5];
    info->height = big_endian_16(segment.bytes + 1);
    info->width = big_endian_16(segment.bytes + 3);
    info->can_embed = marker <= MARKER_SOF2 && bits == 8 && (components == 1 || components == 3) && !walk->has_fill;
    walk->has_frame = true;
}

static void read_application(Walk *walk, unsigned marker, Str segment)
{
    ImageHints *hints = &walk->info->hints;
    if (marker == MARKER_APP1 && str_starts_with(segment, STR("Exif\0\0"))) {
        ImageHints exif = exif_hints(str_from_offset(segment, 6));
        hints->orientation = exif.orientation;
        if (hints->dpi_x == 0) { // JFIF's goes before it
            hints->dpi_x = exif.dpi_x;
            hints->dpi_y = exif.dpi_y;
        }
    }
    if (marker != MARKER_APP0 || segment.length < 12 || !str_starts_with(segment, STR("JFIF\0")))
        return;
    unsigned unit = (unsigned char)segment.bytes[7];
    if (unit != JFIF_INCH && unit != JFIF_CENTIMETRE)
        return;
    double scale = unit == JFIF_CENTIMETRE ? 2.54 : 1;
    hints->dpi_x = big_endian_16(segment.bytes + 8) * scale;
    hints->dpi_y = big_endian_16(segment.bytes + 10) * scale;
}

// Passes coded samples, up to a marker that is none of theirs.
static void pass_samples(Walk *walk)
{
    while (walk->at + 1 < walk->bytes.length) {
        const char *found = memchr(walk->bytes.bytes + walk->at, 0xFF, walk->bytes.length - walk->at - 1);
        if (!found)
            break;
        walk->at = (uint32_t)(found - walk->bytes.bytes);
        unsigned marker = (unsigned char)found[1];
        if (marker != 0 && marker != 0xFF && !(marker >= MARKER_RST0 && marker <= MARKER_RST7))
            return;
        walk->at += marker == 0xFF ? 1 : 2;
    }
    walk->at = walk->bytes.length;
}

// The next marker; 0 at the end of the bytes, or where there is none.
static unsigned next_marker(Walk *walk)
{
    Str bytes = walk->bytes;
    if (walk->at + 1 >= bytes.length || (unsigned char)bytes.bytes[walk->at] != 0xFF)
        return 0;
    walk->at++;
    while (walk->at + 1 < bytes.length && (unsigned char)bytes.bytes[walk->at] == 0xFF) {
        walk->has_fill = true;
        walk->at++;
    }
    return (unsigned char)bytes.bytes[walk->at++];
}

static const char *walk_markers(Walk *walk)
{
    for (;;) {
        unsigned marker = next_marker(walk);
        if (marker == 0)
            return walk->at + 1 >= walk->bytes.length ? "it ends too early" : "its data is damaged";
        if (marker == MARKER_EOI)
            return walk->has_frame && walk->has_scan ? NULL : "there is no picture in it";
        if (marker == MARKER_SOI || marker == MARKER_TEM || (marker >= MARKER_RST0 && marker <= MARKER_RST7))
            continue;
        uint32_t left = walk->bytes.length - walk->at;
        uint32_t length = left >= 2 ? big_endian_16(walk->bytes.bytes + walk->at) : 0;
        if (left < 2 || length > left)
            return "it ends too early";
        if (length < 2)
            return "its data is damaged";
        Str segment = {walk->bytes.bytes + walk->at + 2, length - 2};
        walk->at += length;
        if (is_frame(marker))
            read_frame(walk, marker, segment);
        else if (marker == MARKER_APP0 || marker == MARKER_APP1)
            read_application(walk, marker, segment);
        else if (marker == MARKER_SOS) {
            walk->has_scan = true;
            pass_samples(walk);
        }
    }
}

const char *jpeg_info(Str bytes, JpegInfo *info)
{
    *info = (JpegInfo){.hints.orientation = 1};
    Walk walk = {.bytes = bytes, .info = info};
    const char *fault = walk_markers(&walk);
    if (!fault && (info->width == 0 || info->height == 0))
        fault = "it has no size";
    return fault;
}
