// Where a line may break: UAX #14 by Pango, over the whole paragraph, so that a comma behind a bold word belongs to it.
#include "text/analysis.h"

void analysis_find_breaks(Analysis *analysis)
{
    // Pango tailors by script, and by language only where one script has several ways; the first run's serves all.
    Str language = analysis->runs[analysis->characters[0].run].lang;
    language = arena_str(analysis->arena, language.bytes, language.length); // ended by NUL
    size_t count = analysis->character_count + 1;
    analysis->breaks = arena_array(analysis->arena, PangoLogAttr, count);
    pango_get_log_attrs(analysis->text.bytes, (int)analysis->text.length, /*level: to be found*/ -1,
                        pango_language_from_string(language.bytes), analysis->breaks, (int)count);
}

static bool is_hangul(uint32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF);
}

// UAX #14 lets Korean break at each syllable; print in Korea breaks between words.
bool analysis_may_break(const Analysis *analysis, size_t index)
{
    if (index >= analysis->character_count || !analysis->breaks[index].is_line_break)
        return false;
    const Character *at = &analysis->characters[index];
    return !(index > 0 && is_hangul(at[-1].code) && is_hangul(at->code));
}

bool analysis_is_grapheme(const Analysis *analysis, size_t index)
{
    return analysis->breaks[index].is_cursor_position;
}
