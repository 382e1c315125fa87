// The module that finds words in Khmer, Lao and Burmese by ICU's dictionaries.
#include "text/word_module.h"

#include <string.h>
#include <unicode/ubrk.h>

__attribute__((visibility("default"))) WordBreaks hspdf_word_breaks;

// Opening an iterator takes some microseconds once ICU has its data; ICU keeps dictionaries for the process.
bool hspdf_word_breaks(const char *language, const uint16_t *text, size_t length, bool *breaks)
{
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_LINE, language, text, (int32_t)length, &error);
    if (U_FAILURE(error))
        return false;
    memset(breaks, 0, length * sizeof *breaks);
    for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        if ((size_t)at < length)
            breaks[at] = true;
    }
    ubrk_close(iterator);
    return true;
}
