// What this library is made of, for bug reports. Versions are those that run, not those that it was built
// with.
#define CMARK_NO_SHORT_NAMES // theirs are those of document.h
#include <cairo.h>
#include <cmark-gfm.h>
#include <ft2build.h>
#include <hb.h>
#include <stdio.h>
#include <yaml.h>
#include <zlib.h>
#include FT_FREETYPE_H

#include "hspdf.h"
#include "text/text.h"

const char *hspdf_version(void)
{
    return HSPDF_VERSION;
}

hspdf_status hspdf_version_details(hspdf_write *write, void *context)
{
    char text[512];
    FT_Library freetype = NULL;
    FT_Int major = FREETYPE_MAJOR, minor = FREETYPE_MINOR, patch = FREETYPE_PATCH;
    if (FT_Init_FreeType(&freetype) == 0) {
        FT_Library_Version(freetype, &major, &minor, &patch);
        FT_Done_FreeType(freetype);
    }
    int length = snprintf(text, sizeof text,
                          "cairo %s\nPango %s\nHarfBuzz %s\nFreeType %d.%d.%d\ncmark-gfm %s\nlibyaml %s\nzlib %s\n"
                          "fonts %s\n",
                          cairo_version_string(), unicode_version(), hb_version_string(), major, minor, patch,
                          cmark_version_string(), yaml_get_version_string(), zlibVersion(), fonts_fingerprint());
    if (length < 0 || (size_t)length >= sizeof text || write(context, text, (size_t)length) != 0)
        return HSPDF_MACHINE;
    return HSPDF_OK;
}
