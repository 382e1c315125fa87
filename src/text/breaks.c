// Where a line may break: UAX #14 over the whole paragraph, so that a comma behind a bold word belongs to it; then what
// print does otherwise, by the language of each run.
#include "text/breaks.h"

static bool is_note_mark(const StyledRun *run)
{
    return run->node && run->node->kind == NODE_NOTE_REFERENCE;
}

// A note's mark belongs to what it stands behind, whatever that is.
static void hold_note_marks(Analysis *analysis)
{
    bool has_mark = false;
    for (size_t i = 0; i < analysis->run_count && !has_mark; i++)
        has_mark = is_note_mark(&analysis->runs[i]);
    for (size_t i = 1; has_mark && i < analysis->character_count; i++) {
        const Character *character = &analysis->characters[i];
        bool begins = character->run != character[-1].run && is_note_mark(&analysis->runs[character->run]);
        if (begins && character[-1].code != ' ' && character[-1].code != LINE_SEPARATOR)
            analysis->breaks[i] &= (uint8_t)~MAY_BREAK;
    }
}

void analysis_find_breaks(Analysis *analysis)
{
    analysis->breaks = arena_array(analysis->arena, uint8_t, analysis->character_count + 1);
    if (!breaks_find_plain(analysis)) {
        breaks_find_unicode(analysis);
        breaks_find_words(analysis);
    }
    breaks_tailor(analysis);
    breaks_tailor_addresses(analysis);
    breaks_hold_facts(analysis);
    hold_note_marks(analysis);
    analysis->breaks[0] &= (uint8_t)~MAY_BREAK;
}

bool is_one_of(uint32_t code, const char *set)
{
    Str characters = str_from(set);
    for (uint32_t at = 0; at < characters.length;) {
        if (utf8_next(characters, &at) == code)
            return true;
    }
    return false;
}

bool analysis_may_break(const Analysis *analysis, size_t index)
{
    return index < analysis->character_count && (analysis->breaks[index] & MAY_BREAK);
}

bool analysis_is_grapheme(const Analysis *analysis, size_t index)
{
    return analysis->breaks[index] & GRAPHEME_START;
}

bool analysis_is_in_fact(const Analysis *analysis, size_t index)
{
    return analysis->breaks[index] & IN_FACT;
}

bool analysis_shows_hyphen(const Analysis *analysis, size_t index)
{
    return index > 0 && analysis_may_break(analysis, index) && analysis->characters[index - 1].code == SOFT_HYPHEN;
}
