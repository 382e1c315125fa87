// Private to src/text: the words by which facts are told in one language, chosen from the tables once and kept by the
// engine for the paragraphs that follow.
#ifndef HSPDF_TEXT_FACT_LANGUAGE_H
#define HSPDF_TEXT_FACT_LANGUAGE_H

#include "support/support.h"

typedef enum { UNIT, DAY_PART, CLOCK, REFERENCE, TITLE, CURRENCY, OF, MONTH, ABBREVIATION, WORD_KINDS } WordKind;

enum { FACT_LANGUAGE_BYTES = 36 }; // the longest tag that is kept: BCP 47, 4.4.1

typedef struct {
    char language[FACT_LANGUAGE_BYTES];
    uint32_t language_length;
    const char *lists[WORD_KINDS][2];    // in any language and in this one: words parted by '|', or ""; NULL: not ready
    uint64_t first_bytes[WORD_KINDS][4]; // a bit for each byte that a word of the kind begins with
} FactWords;

// Makes `words` those of `language`, if they are not already.
void fact_words_choose(FactWords *words, Str language);

#endif
