// Private to src/text: a paragraph as shaped, before it is broken.
//
// A segment is a piece of text of one run, font, script and direction, between two places where a line may break or
// a word ends; its word holds its trailing spaces.
#ifndef HSPDF_TEXT_SEGMENT_H
#define HSPDF_TEXT_SEGMENT_H

#include "text/engine.h"

typedef enum { BREAK_NONE, BREAK_ALLOWED, BREAK_FORCED } BreakKind; // each includes those before it

typedef struct {
    const Word *word; // NULL: an explicit break
    const StyledRun *run;
    Str text;            // as written, in the paragraph's joined text; neighbours' texts lie side by side
    Length width, space; // with trailing spaces, and these alone
    uint8_t level;       // of embedding, UAX #9
    BreakKind break_after;
} Segment;

// Nothing but spaces, or nothing at all.
static inline bool segment_is_blank(const Segment *segment)
{
    return !segment->word || (segment->space == segment->width && segment->space > 0) ||
           segment->word->glyph_count == 0;
}

struct Paragraph {
    ParagraphStyle style;
    Segment *segments;
    size_t segment_count;
    Length type_size; // of its first run: where the baseline lies
    bool ends_forced; // an explicit break stands at the end: one more, empty line
};

#endif
