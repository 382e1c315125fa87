// Private to src/pdf: how cairo's fonts write glyphs.
#ifndef HSPDF_PDF_CODES_H
#define HSPDF_PDF_CODES_H

#include "paint/paint.h"
#include "pdf/reader.h"
#include "pdf/unpack.h"

// A font of cairo's file, under the name by which contents call it.
typedef struct {
    Str name;
    uint32_t code_length; // bytes
    Str dictionary;       // the font's
} FontName;

typedef struct {
    FontName *names;
    size_t count, capacity;
} FontNames;

// Reads the content of the page that shows each glyph, in the order of painting->fonts, and puts into each UsedGlyph
// its font's place in `names`, its code, and what that font's ToUnicode says of it. `fonts`: that page's dictionary of
// fonts. False where it shows other glyphs, or anything is malformed.
bool codes_read(const PdfFile *file, Unpacker *unpacker, Str content, Str fonts, Painting *painting, Arena *arena,
                FontNames *names);

#endif
