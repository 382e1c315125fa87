// Private to src/text: a paragraph as shaped, and its lines as they are made.
//
// A segment is a piece of text of one run, font, script and direction, between two places where a line may break or
// a word ends; its word holds its trailing spaces. Words of scripts that part them by spaces are whole: where a line
// may break within one, it has inner breaks.
#ifndef HSPDF_TEXT_SEGMENT_H
#define HSPDF_TEXT_SEGMENT_H

#include "text/engine.h"
#include "text/fit.h"

typedef enum { BREAK_NONE, BREAK_ALLOWED, BREAK_FORCED } BreakKind; // each includes those before it

typedef struct {
    const Word *word; // NULL: an explicit break
    const StyledRun *run;
    Str text;            // as written, in the paragraph's joined text; neighbours' texts lie side by side
    Length width, space; // with trailing spaces, and these alone
    Length stretch;      // what may come behind it where text is justified
    hb_script_t script;
    uint32_t inner_first; // of the paragraph's inner breaks
    uint16_t inner_count;
    uint8_t level; // of embedding, UAX #9
    uint8_t break_after;
    bool is_in_fact; // a date, a dose: takes no hyphen
} Segment;

typedef struct {
    uint32_t byte; // of the segment's text; > 0
    bool is_soft;  // at a soft hyphen, which then shows
} InnerBreak;

// Nothing but spaces, or nothing at all.
static inline bool segment_is_blank(const Segment *segment)
{
    if (segment->run->object)
        return false;
    if (!segment->word || segment->word->glyph_count == 0)
        return true;
    bool is_wide = segment->space != segment->width || segment->space == 0; // a mark alone has no width either
    return !is_wide && word_space_count(segment->word) == segment->word->cluster_count;
}

struct Paragraph {
    ParagraphStyle style;
    Engine *engine;
    Str text; // of all runs, joined
    Segment *segments;
    size_t segment_count;
    InnerBreak *inner_breaks;
    size_t inner_count;
    Length type_size;     // of its first run: where the baseline lies
    Length extra_leading; // below each line, for fonts that need more than the style gives
    bool ends_forced;     // an explicit break stands at the end: one more, empty line
};

static inline void segment_set_word(Segment *segment, const Word *word)
{
    segment->word = word;
    segment->width = font_scale(word->font, word->advance, segment->run->style.size);
    segment->space = font_scale(word->font, word->space_advance, segment->run->style.size);
}

static inline Length segment_shrink(const Segment *segment)
{
    return segment->space / 3; // as TeX's spaces do
}

// ---- places.c

// Where text of a segment is cut out of it.
typedef struct {
    Str text;        // joined letters keep the forms that they have beside its neighbours
    bool has_hyphen; // behind it, by a soft hyphen or a dictionary
} Part;

// The part's word; kept by the cache or `arena`.
const Word *part_word(const Paragraph *paragraph, const Segment *segment, Part part, Arena *arena);

// Whether its font has a hyphen; else one of another font follows.
bool has_own_hyphen(const Segment *segment);

// What shows that a word goes on behind a cut; NULL where the measure has no room for it.
const Word *cut_mark(const Paragraph *paragraph, const Segment *segment, uint32_t byte, Length measure, Arena *arena);

typedef struct {
    const Place *places;
    size_t count;
    bool has_cuts; // something is wider than the measure
} PlaceList;

// Where lines may end; with hyphens of dictionaries where `hyphenates`. What is wider than the measure may be cut
// between graphemes, and is reported unless `diagnostics` is NULL.
PlaceList places_find(const Paragraph *paragraph, Length measure, bool hyphenates, Arena *arena,
                      Diagnostics *diagnostics);

#endif
