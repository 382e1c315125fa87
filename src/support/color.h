// Colours of sRGB, as stylesheets and CSS write them.
#ifndef HSPDF_SUPPORT_COLOR_H
#define HSPDF_SUPPORT_COLOR_H

#include "str.h"

typedef struct {
    uint8_t red, green, blue;
} Color;

// As it is written somewhere, or not.
typedef struct {
    Color color;
    bool is_set, is_none; // none: nothing is drawn
} ColorValue;

// Reads a name of CSS, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla() or `transparent`, in any case.
// What shows through is mixed with white: paper has no layers, and archival readers dislike them. False: it is no
// colour.
bool color_read(Str text, ColorValue *color);

// Reads what attributes of old HTML hold: names, and anything else by HTML's rules for parsing a legacy colour value.
// False where that gives none.
bool color_read_legacy(Str text, ColorValue *color);

// From 1 to 21, as WCAG 2.1 defines it.
double color_contrast(Color a, Color b);

static inline bool color_equal(Color a, Color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

#endif
