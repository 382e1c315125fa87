// cmark-gfm tells where a block is, but its columns of inlines ignore indentation, lazy lines and table cells. So
// inline text is searched from a cursor. The search is bounded, which keeps it linear: what is not found near (behind a
// long address, say) is given the cursor's place, and the next line sets the cursor right.
#include "locator.h"

enum { SEARCH_BYTES = 256, NEEDLE_BYTES = 12 };

void locator_enter(Locator *locator, uint32_t start, uint32_t limit)
{
    uint32_t length = locator->source->text.length;
    locator->limit = limit < length ? limit : length;
    locator->cursor = start < locator->limit ? start : locator->limit;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// What the source is sure to have verbatim at the start of `text`.
static Str needle_of(Str text)
{
    static const char punctuation[] = "&<>\"'\\|*_`[]()!#~:./-+=@";
    uint32_t length = 0;
    while (length < text.length && length < NEEDLE_BYTES && !is_space(text.bytes[length]) &&
           !(length > 0 && memchr(punctuation, text.bytes[length], sizeof punctuation - 1)))
        length++;
    return (Str){text.bytes, length};
}

// Length of the character reference at `at`, or 0.
static uint32_t reference_length(Str text, uint32_t at)
{
    enum { LONGEST = 34 };
    for (uint32_t i = at + 1; i < text.length && i < at + LONGEST; i++) {
        char byte = text.bytes[i], lower = (char)(byte | 0x20);
        if (byte == ';')
            return i > at + 1 ? i + 1 - at : 0;
        if (!(lower >= 'a' && lower <= 'z') && !(byte >= '0' && byte <= '9') && byte != '#')
            return 0;
    }
    return 0;
}

// Where `text`, found at `start`, ends in the source, as far as the two agree.
static uint32_t match_end(const Locator *locator, uint32_t start, Str text)
{
    Str source = locator->source->text;
    uint32_t at = start, i = 0;
    while (at < locator->limit && i < text.length) {
        char byte = source.bytes[at];
        uint32_t reference = byte == '&' ? reference_length(source, at) : 0;
        bool is_verbatim = text.length - i >= reference && memcmp(text.bytes + i, source.bytes + at, reference) == 0;
        if (reference > 0 && !is_verbatim) {
            at += reference;
            utf8_next(text, &i);
        } else if (byte == text.bytes[i]) {
            at++;
            i++;
        } else if (byte == '\\' || is_space(byte)) {
            at++;
        } else if (is_space(text.bytes[i])) {
            i++;
        } else {
            break;
        }
    }
    return at;
}

Span locator_find(Locator *locator, Str text)
{
    Str source = locator->source->text;
    uint32_t start = locator->cursor;
    Str words = str_trim(text);
    Str needle = needle_of(words);
    uint32_t range = locator->limit - locator->cursor;
    range = range < SEARCH_BYTES ? range : SEARCH_BYTES;
    const char *found = needle.length > 0 ? memmem(source.bytes + start, range, needle.bytes, needle.length) : NULL;
    if (!found)
        return (Span){locator->source->id, start, start + 1};
    start = (uint32_t)(found - source.bytes);
    uint32_t end = match_end(locator, start, words);
    if (words.bytes > text.bytes && start > locator->cursor && is_space(source.bytes[start - 1]))
        start--;
    bool has_space_behind = words.bytes + words.length < text.bytes + text.length;
    if (has_space_behind && end < locator->limit && is_space(source.bytes[end]))
        end++;
    locator->cursor = end;
    return (Span){locator->source->id, start, end > start ? end : start + 1};
}

void locator_next_line(Locator *locator)
{
    const char *bytes = locator->source->text.bytes;
    while (locator->cursor < locator->limit && bytes[locator->cursor] != '\n' && bytes[locator->cursor] != '\r')
        locator->cursor++;
    if (locator->cursor < locator->limit && bytes[locator->cursor] == '\r')
        locator->cursor++;
    if (locator->cursor < locator->limit && bytes[locator->cursor] == '\n')
        locator->cursor++;
}
