// Private to src/text: a paragraph's joined text on its way from styled runs to segments.
#ifndef HSPDF_TEXT_ANALYSIS_H
#define HSPDF_TEXT_ANALYSIS_H

#include "text/segment.h"

enum { LINE_SEPARATOR = 0x2028 }; // an explicit break in the joined text

typedef struct {
    uint32_t code;   // the character
    uint32_t offset; // of its first byte
    uint32_t run;
    hb_script_t script;
    uint8_t level; // of embedding, UAX #9
    Font *font;    // NULL: none has it
} Character;

// What is known of the place before a character. Sums are kept.
enum { MAY_BREAK = 1, GRAPHEME_START = 2, IN_FACT = 4 };

typedef struct {
    Arena *arena;
    Engine *engine;
    Diagnostics *diagnostics;
    const StyledRun *runs;
    size_t run_count;
    bool right_to_left;
    Str text;
    Character *characters; // character_count + 1; the last one ends the text
    size_t character_count;
    uint8_t *breaks; // character_count + 1 sums; nothing may break before the first
} Analysis;

// Joins the runs; all that stands before `text` is set.
void analysis_join_runs(Analysis *analysis);

// Finds breaks, then levels, scripts and fonts of a text that is not empty. Time is linear in its length.
void analysis_find_breaks(Analysis *analysis);
void analysis_itemize(Analysis *analysis);

// UAX #9 by Pango, into the characters' levels.
void analysis_find_levels(Analysis *analysis);

// Whether a line may break before character `index`; whether a grapheme begins there.
bool analysis_may_break(const Analysis *analysis, size_t index);
bool analysis_is_grapheme(const Analysis *analysis, size_t index);

// Whether a line that ends before character `index` shows a hyphen: a soft hyphen stands there.
bool analysis_shows_hyphen(const Analysis *analysis, size_t index);

// Whether the place before character `index` lies within what is one fact, where no hyphen may be put either.
bool analysis_is_in_fact(const Analysis *analysis, size_t index);

#endif
