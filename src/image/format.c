// Formats by their first bytes, and what PNG and WebP say of resolution and orientation.
#include "format.h"

enum { SVG_LOOKED_AT = 4096 }; // bytes in which <svg stands, behind declarations and comments

static bool is_svg(Str bytes)
{
    if (str_starts_with(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_from_offset(bytes, 3);
    Str start = str_trim((Str){bytes.bytes, bytes.length < SVG_LOOKED_AT ? bytes.length : SVG_LOOKED_AT});
    return start.length > 0 && start.bytes[0] == '<' &&
           (memmem(start.bytes, start.length, "<svg", 4) || memmem(start.bytes, start.length, ":svg", 4));
}

ImageFormat image_format(Str bytes)
{
    if (str_starts_with(bytes, STR("\x89PNG\r\n\x1A\n")))
        return FORMAT_PNG;
    if (str_starts_with(bytes, STR("\xFF\xD8\xFF")))
        return FORMAT_JPEG;
    if (str_starts_with(bytes, STR("GIF87a")) || str_starts_with(bytes, STR("GIF89a")))
        return FORMAT_GIF;
    if (bytes.length >= 12 && str_starts_with(bytes, STR("RIFF")) && memcmp(bytes.bytes + 8, "WEBP", 4) == 0)
        return FORMAT_WEBP;
    return is_svg(bytes) ? FORMAT_SVG : FORMAT_UNKNOWN;
}

// "PNG Specification, Third Edition", 11.3.4.3: pixels a metre.
static void read_physical(Str chunk, ImageHints *hints)
{
    enum { UNIT_METRE = 1 };
    if (chunk.length < 9 || chunk.bytes[8] != UNIT_METRE)
        return;
    hints->dpi_x = big_endian_32(chunk.bytes) * 0.0254;
    hints->dpi_y = big_endian_32(chunk.bytes + 4) * 0.0254;
}

static void read_png(Str bytes, ImageHints *hints)
{
    for (uint32_t at = 8; bytes.length - at >= 12;) {
        uint32_t length = big_endian_32(bytes.bytes + at);
        Str kind = {bytes.bytes + at + 4, 4};
        if (length > bytes.length - at - 12 || str_equal(kind, STR("IDAT")))
            return;
        Str chunk = {bytes.bytes + at + 8, length};
        if (str_equal(kind, STR("pHYs")))
            read_physical(chunk, hints);
        else if (str_equal(kind, STR("eXIf")))
            hints->orientation = exif_hints(chunk).orientation;
        at += length + 12;
    }
}

static void read_webp(Str bytes, ImageHints *hints)
{
    for (uint32_t at = 12; bytes.length - at >= 8;) {
        uint32_t length = little_endian_32(bytes.bytes + at + 4);
        if (length > bytes.length - at - 8)
            return;
        Str chunk = {bytes.bytes + at + 8, length};
        if (memcmp(bytes.bytes + at, "EXIF", 4) == 0) {
            bool has_name = str_starts_with(chunk, STR("Exif\0\0"));
            *hints = exif_hints(has_name ? str_from_offset(chunk, 6) : chunk);
        }
        at += length + 8;
        at += at % 2 && at < bytes.length; // chunks begin at even places
    }
}

ImageHints image_hints(Str bytes, ImageFormat format)
{
    ImageHints hints = {.orientation = 1};
    if (format == FORMAT_PNG)
        read_png(bytes, &hints);
    else if (format == FORMAT_WEBP)
        read_webp(bytes, &hints);
    return hints;
}
