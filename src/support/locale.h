// Dates, numbers and lists as a language writes them: CLDR's forms, by tables of our own (locale_table.h), so that they
// are the same with any version of ICU, and without. The calendar is always the Gregorian one: see
// docs/front-matter.md.
//
// `lang` is a BCP 47 tag in the case that RFC 5646 recommends. "zh-Hant-TW" is looked for as it is, then without its
// last subtag, and so on; what is not found is written as in English.
#ifndef HSPDF_SUPPORT_LOCALE_H
#define HSPDF_SUPPORT_LOCALE_H

#include "date.h"

// In full, with the month's name: "5. März 2026", "2026年3月5日".
Str locale_date(Arena *arena, Str lang, Date date);

// `decimal`, such as "-1234567.50", with the language's digits and marks: "−1.234.567,50". As many decimals as were
// written. What is not digits with at most one point, or begins with a zero that a number does not need, as telephone
// numbers do, is given back as it is (borrowed).
Str locale_number(Arena *arena, Str lang, Str decimal);

// The number of a page, or a year: the language's digits, and no marks.
Str locale_digits(Arena *arena, Str lang, unsigned number);

// "a, b, and c", "a、b和c". Empty for none.
Str locale_list(Arena *arena, Str lang, const Str *items, size_t count);

#endif
