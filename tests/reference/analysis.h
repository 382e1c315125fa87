// Private to tests/reference: a paragraph's characters, and its lines as ranges of them.
#ifndef HSPDF_REFERENCE_ANALYSIS_H
#define HSPDF_REFERENCE_ANALYSIS_H

#include <pango/pangoft2.h>

#include "reference/reference.h"

struct Reference {
    PangoFontMap **maps;
    PangoFont **fonts; // as staged_fonts, each of a map of its own; NULL: in colour
};

enum { EXPLICIT_BREAK = 0x2028, WORD_JOINER = 0x2060 };

typedef struct {
    uint32_t code, offset; // in the text
    size_t run;
    GUnicodeScript script;
    uint8_t level;
    const Font *font;        // NULL: of an explicit break
    bool is_picture;         // emoji in colour, the code of what no font has: not shaped here
    int32_t picture_advance; // font units, of a cluster, at its first character
    bool ends_segment;
    bool is_stray;          // not seen, and by itself among spaces: not shaped, since some scripts would draw a circle
    bool is_trailing_space; // of a segment
    Length stretch, shrink; // of what stands behind it, where text is justified
} ReferenceCharacter;

typedef struct {
    Arena *arena;
    const Paragraph *paragraph;
    const StyledRun *runs;
    Str text;                       // with a space before it
    ReferenceCharacter *characters; // character_count + 1
    size_t character_count;
} ReferenceText;

ReferenceText reference_text(Arena *arena, const Paragraph *paragraph, const StyledRun *runs, size_t run_count);

// Whether text of this level runs against its script: by a control for bidi, or as marks and digits may.
bool runs_against_script(GUnicodeScript script, uint8_t level);

// Whether an item ends between `left` and the character behind it, both of this level.
bool reference_is_seam(const ReferenceCharacter *left, uint8_t level);

typedef struct {
    size_t first, end; // characters
    bool has_hyphen;   // behind the last one, shaped with it
    const Word *mark;  // of a cut, behind the last one; NULL: none
} LineRange;

// The characters of the next line, which begins at `first`.
LineRange reference_line_range(const ReferenceText *text, size_t first, const Line *line);

#endif
