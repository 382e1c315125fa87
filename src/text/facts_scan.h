// Private to facts*.c: reading one element of a fact at a place of the joined text.
#ifndef HSPDF_TEXT_FACTS_SCAN_H
#define HSPDF_TEXT_FACTS_SCAN_H

#include <glib.h>

#include "text/breaks.h"

// What is read, and what was found out on the way.
typedef struct {
    const Character *characters;
    size_t count;
    const FactWords *words;
    struct {
        size_t at, end; // SIZE_MAX before the first look
    } looked[WORD_KINDS];
} FactScanner;

// For text in the language of `words`; what is given stays the caller's.
FactScanner fact_scanner(const Character *characters, size_t count, const FactWords *words);

// Each gives the place behind what it reads at `at`, or `at` where there is no such thing.
size_t fact_number(const FactScanner *scanner, size_t at);
size_t fact_element(FactScanner *scanner, char element, size_t at);
size_t fact_letters(const FactScanner *scanner, size_t at);
size_t fact_skip_space(const FactScanner *scanner, size_t at);

static inline bool fact_is_digit(uint32_t code)
{
    return code < 0x660 ? code >= '0' && code <= '9' : g_unichar_isdigit(code);
}

static inline bool fact_is_letter(uint32_t code) // or mark
{
    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    return code > 0xBF ? g_unichar_isalpha(code) || g_unichar_ismark(code) : code == 0xB5; // µ
}

static inline uint32_t fact_code(const FactScanner *scanner, size_t at) // 0 behind the end
{
    return at < scanner->count ? scanner->characters[at].code : 0;
}

#endif
