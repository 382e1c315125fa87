// The reference way to set text, for tests: Pango shapes whole items, not words, with fonts of its own and no cache.
//
// Independent of src/text: joining runs, scripts (Pango's, with paired brackets), shaping, the order of what runs
// leftwards, sums of advances (in floating point), alignment, justification. Taken from the paragraph under test, since
// they are matters of choice that other tests hold: the font of each character, where its lines end, which of them are
// spread, and how much each gap may stretch or shrink.
#ifndef HSPDF_REFERENCE_REFERENCE_H
#define HSPDF_REFERENCE_REFERENCE_H

#include "reference/mixture.h"
#include "text/segment.h"

typedef struct {
    const Font *font;
    uint32_t glyph;
    double x, y; // pt, from the line's left edge and up from its baseline
} PlacedGlyph;

typedef struct {
    PlacedGlyph *glyphs;
    size_t count;
    double width; // pt, without trailing spaces
} PlacedLine;

// Pango's fonts: the staged files and no others; but for the first of them that of `first` (an absolute path, a family
// of its own), unless it is NULL. NULL where one can not be loaded.
typedef struct Reference Reference;
Reference *reference_open(const char *data_folder, const StagedFont *first);
void reference_close(Reference *reference);

// What `list`, the lines of `paragraph` at `measure`, should look like, line by line: list->count of them.
PlacedLine *reference_lines(Reference *reference, Arena *arena, const Paragraph *paragraph, const StyledRun *runs,
                            size_t run_count, const LineList *list, Length measure);

// Both ways side by side.
typedef struct {
    size_t paragraphs, lines, glyphs, differing;
    double worst_pt; // of glyphs that match
} Comparison;

enum { DIFFERENCES_SHOWN = 10 };

// Sets the paragraph both ways, and prints where they differ: a glyph more or less, or one that lies elsewhere by more
// than a hundredth of a point.
void compare_paragraph(Comparison *comparison, Reference *reference, Engine *engine, Arena *arena,
                       const Mixture *mixture);

// The glyphs of a line as src/text made it, without those that are there for readers of PDF alone.
PlacedLine placed_line(Arena *arena, const Line *line);

#endif
