// What a module gives that finds words by dictionary, for scripts that put no spaces between them. The library loads it
// when such text is met (docs/architecture.md has why it is not linked); it exports this one function.
#ifndef HSPDF_TEXT_WORD_MODULE_H
#define HSPDF_TEXT_WORD_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORD_MODULE "hspdf-icu.so"
#define WORD_BREAKS "hspdf_word_breaks"

// Sets `breaks[i]`, for each i below `length` (<= INT32_MAX), to whether a line may break before text[i]. `text` is
// UTF-16 in one script, `language` a BCP 47 tag ended by NUL. False, and nothing set, where the module has no words for
// it or no memory. Keeps nothing of its arguments.
typedef bool WordBreaks(const char *language, const uint16_t *text, size_t length, bool *breaks);

#endif
