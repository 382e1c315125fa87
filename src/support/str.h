// Borrowed byte strings and places in sources.
#ifndef HSPDF_SUPPORT_STR_H
#define HSPDF_SUPPORT_STR_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// UTF-8, not ended by NUL, borrowed. Zero is the empty string.
typedef struct {
    const char *bytes;
    uint32_t length;
} Str;

// Byte offsets into the text of source number `source`; `end` is one past. end == 0: the source as a whole.
typedef struct {
    uint32_t source, start, end;
} Span;

#define SPAN_NONE ((Span){UINT32_MAX, 0, 0}) // of no source: options, the machine, the program

#define STR(literal) ((Str){(literal), (uint32_t)(sizeof(literal) - 1)})
#define STR_ARGS(str) (int)(str).length, (str).bytes // for "%.*s"

static inline Str str_from(const char *nul_ended)
{
    return (Str){nul_ended, nul_ended ? (uint32_t)strlen(nul_ended) : 0};
}

static inline bool str_equal(Str a, Str b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

// ASCII letters only: tag names, keys, language tags.
bool str_is_any_nocase(Str text, const char *const *names, size_t count); // ASCII case
bool str_equal_nocase(Str a, Str b);

bool str_starts_with(Str str, Str prefix);
bool str_ends_with(Str str, Str suffix);

// Without leading and trailing ASCII white space.
Str str_trim(Str str);

// The part from `start` (at most str.length) on.
static inline Str str_from_offset(Str str, uint32_t start)
{
    return (Str){str.bytes + start, str.length - start};
}

// The first `most` bytes, fewer so that no character is cut.
Str str_shorten(Str str, uint32_t most);

// Decodes the character at `*at` (< str.length) of valid UTF-8 and moves `*at` behind it. On a malformed byte
// gives U+FFFD and moves by one byte.
uint32_t utf8_next(Str str, uint32_t *at);

// Writes `character` as UTF-8 and gives the number of bytes, 1 to 4.
uint32_t utf8_encode(uint32_t character, char out[4]);

bool character_is_leftward(uint32_t character); // of a script that runs from right to left, by its block
int hex_digit(char byte);                       // of either case; -1: it is none

// Levenshtein distance of two short ASCII names, for "did you mean"; names over 63 bytes are infinitely far.
unsigned str_distance(Str a, Str b);

// FNV-1a, 64 bits (Fowler, Noll, Vo). Equal hashes are to be looked into.
uint64_t str_hash(Str str);

#endif
