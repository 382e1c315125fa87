// Private to src/text: the passes that find where a line may break, in the order in which they run. Each corrects what
// those before it found, and each is linear in the text's length.
#ifndef HSPDF_TEXT_BREAKS_H
#define HSPDF_TEXT_BREAKS_H

#include "text/analysis.h"

// UAX #14 for text of the commonest characters alone; false where it has others, and then nothing is changed.
bool breaks_find_plain(Analysis *analysis);

// UAX #14 and #29 by Pango, for any text; Thai by libthai through it.
void breaks_find_unicode(Analysis *analysis);

// Khmer, Lao and Burmese, between words; [breaks-missing] once a document where that can not be had.
void breaks_find_words(Analysis *analysis);

// What print in each language does otherwise than UAX #14.
void breaks_tailor(Analysis *analysis);

// Addresses, paths and long identifiers: at their separators only.
void breaks_tailor_addresses(Analysis *analysis);

// What is one fact stays on one line: a dose with its unit, a date, a telephone number.
void breaks_hold_facts(Analysis *analysis);

// Whether the character is one of those in `set`.
bool is_one_of(uint32_t code, const char *set);

enum {
    // What stays together at any price is no longer than this, in characters: at 14 pt some 60 mm, which a column of a
    // table has. Dates of the longest month names and telephone numbers with their country have 25.
    HELD_CHARACTERS_MAX = 25,
};

// The language of a character's run.
static inline Str analysis_language(const Analysis *analysis, size_t index)
{
    return analysis->runs[analysis->characters[index].run].lang;
}

// Whether `lang` (BCP 47) is the language `primary`, whatever its region or script.
static inline bool language_is(Str lang, const char *primary)
{
    uint32_t length = (uint32_t)strlen(primary);
    return lang.length >= length && memcmp(lang.bytes, primary, length) == 0 &&
           (lang.length == length || lang.bytes[length] == '-');
}

#endif
