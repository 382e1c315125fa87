// Private to src/text: the staged fonts, a table that fonts/stage.c writes at build time.
#ifndef HSPDF_TEXT_STAGED_H
#define HSPDF_TEXT_STAGED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t first, last; // characters, both included
} CoverageRange;

bool ranges_have(const CoverageRange *ranges, size_t count, uint32_t character); // choice.c

typedef struct {
    const char *file; // below DATA/fonts
    const char *family;
    const char *role;    // "text", "mono" or "any"
    const char *scripts; // ISO 15924 codes parted by commas, Zsye and Zsym for pictures; or "-" for symbols
    bool bold, italic;
    bool touches_space; // a space and the character beside it change each other: see word_shape
    bool is_color;      // its glyphs are pictures
    int units_per_em;
    int scale_percent;           // of the text's size, at which it is set
    int leading_percent;         // of the text's size, the least for paragraphs with a quarter in it; 0: any
    int ascent, descent;         // from the baseline up and down, font units
    int face_index;              // in its file; 0 for all that are staged
    const CoverageRange *ranges; // sorted
    size_t range_count;
} StagedFont;

extern const StagedFont staged_fonts[];
extern const size_t staged_font_count;
extern const char staged_fingerprint[];

// Unicode's emoji properties, sorted.
extern const CoverageRange emoji_ranges[], emoji_presentation_ranges[];
extern const size_t emoji_ranges_count, emoji_presentation_ranges_count;

#endif
