// Readers of values, and what they share. Private to the reading of CSS. Members are set one by one, so that what lies
// between them stays zero, and equal declarations are equal bytes.
#ifndef HSPDF_DOCUMENT_CSS_VALUES_H
#define HSPDF_DOCUMENT_CSS_VALUES_H

#include <stddef.h>

#include "css.h"

enum { CSS_WORDS_MAX = 8 }; // of a value

typedef struct {
    Str words[CSS_WORDS_MAX];
    int count;
} CssWords;

// Parted by white space outside of quotes and brackets; the last one has what is left of too many.
CssWords css_words(Str value);

static inline bool css_is(Str value, const char *word)
{
    return str_equal_nocase(value, str_from(word));
}

// Index of `value` among `count` names; `count` where it is none of them.
size_t css_find_word(Str value, const char *const *names, size_t count);

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

// The member at a reader's offset.
#define MEMBER(Type) ((Type *)(void *)((char *)declared + offset))

static inline void css_set_measure(Measure *measure, double number, Unit unit)
{
    measure->number = number;
    measure->unit = unit;
    measure->is_set = true;
}

// A length or per cents, of any sign.
bool css_read_length(Str value, Measure *measure);

// One for each that css_properties.h names; CssRead says what it gives.
#define CSS_PROPERTY(name, reader, member, about) CssRead css_read_##reader;
#define CSS_QUIET(name)
#include "css_properties.h"
#undef CSS_PROPERTY
#undef CSS_QUIET

#endif
