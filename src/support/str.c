// Strings: comparison, trimming, UTF-8.
#include "str.h"

static char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

bool str_equal_nocase(Str a, Str b)
{
    if (a.length != b.length)
        return false;
    for (uint32_t i = 0; i < a.length; i++) {
        if (ascii_lower(a.bytes[i]) != ascii_lower(b.bytes[i]))
            return false;
    }
    return true;
}

bool str_is_any_nocase(Str text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(text, str_from(names[i])))
            return true;
    }
    return false;
}

bool str_starts_with(Str str, Str prefix)
{
    if (prefix.length == 0)
        return true; // with no bytes to compare
    return str.length >= prefix.length && memcmp(str.bytes, prefix.bytes, prefix.length) == 0;
}

bool str_ends_with(Str str, Str suffix)
{
    return str.length >= suffix.length &&
           memcmp(str.bytes + str.length - suffix.length, suffix.bytes, suffix.length) == 0;
}

Str str_shorten(Str str, uint32_t most)
{
    if (str.length <= most)
        return str;
    while (most > 0 && ((unsigned char)str.bytes[most] & 0xC0) == 0x80)
        most--;
    return (Str){str.bytes, most};
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

Str str_trim(Str str)
{
    while (str.length > 0 && is_space(str.bytes[0]))
        str = str_from_offset(str, 1);
    while (str.length > 0 && is_space(str.bytes[str.length - 1]))
        str.length--;
    return str;
}

// Number of bytes that a first byte announces, 0 where it can not be one, and the least character of that
// length: shorter values would be overlong (RFC 3629, section 3).
static unsigned sequence_length(unsigned char first, uint32_t *least)
{
    if (first < 0x80) {
        *least = 0;
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        *least = 0x80;
        return 2;
    }
    if ((first & 0xF0) == 0xE0) {
        *least = 0x800;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        *least = 0x10000;
        return 4;
    }
    return 0;
}

uint32_t utf8_next(Str str, uint32_t *at)
{
    const unsigned char *bytes = (const unsigned char *)str.bytes + *at;
    uint32_t least = 0;
    unsigned length = sequence_length(bytes[0], &least);
    if (length == 1) {
        *at += 1;
        return bytes[0];
    }
    if (length == 0 || length > str.length - *at) {
        *at += 1;
        return 0xFFFD;
    }
    uint32_t character = bytes[0] & (0x7Fu >> length);
    for (unsigned i = 1; i < length; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            *at += 1;
            return 0xFFFD;
        }
        character = character << 6 | (bytes[i] & 0x3F);
    }
    bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < least || character > 0x10FFFF || is_surrogate) {
        *at += 1;
        return 0xFFFD;
    }
    *at += length;
    return character;
}

uint32_t utf8_encode(uint32_t character, char out[4])
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    if (character < 0x800) {
        out[0] = (char)(0xC0 | character >> 6);
        out[1] = (char)(0x80 | (character & 0x3F));
        return 2;
    }
    if (character < 0x10000) {
        out[0] = (char)(0xE0 | character >> 12);
        out[1] = (char)(0x80 | (character >> 6 & 0x3F));
        out[2] = (char)(0x80 | (character & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | character >> 18);
    out[1] = (char)(0x80 | (character >> 12 & 0x3F));
    out[2] = (char)(0x80 | (character >> 6 & 0x3F));
    out[3] = (char)(0x80 | (character & 0x3F));
    return 4;
}

bool character_is_leftward(uint32_t character)
{
    return (character >= 0x590 && character <= 0x8FF) || (character >= 0xFB1D && character <= 0xFDFF) ||
           (character >= 0xFE70 && character <= 0xFEFE) || (character >= 0x10800 && character <= 0x10FFF) ||
           (character >= 0x1E800 && character <= 0x1EFFF);
}

int hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

unsigned str_distance(Str a, Str b)
{
    enum { LONGEST = 63 };
    if (a.length > LONGEST || b.length > LONGEST)
        return UINT32_MAX;
    unsigned row[LONGEST + 1];
    for (unsigned j = 0; j <= b.length; j++)
        row[j] = j;
    for (unsigned i = 1; i <= a.length; i++) {
        unsigned diagonal = row[0];
        row[0] = i;
        for (unsigned j = 1; j <= b.length; j++) {
            unsigned replaced = diagonal + (ascii_lower(a.bytes[i - 1]) != ascii_lower(b.bytes[j - 1]));
            unsigned shorter = row[j] < row[j - 1] ? row[j] : row[j - 1];
            diagonal = row[j];
            row[j] = replaced < shorter + 1 ? replaced : shorter + 1;
        }
    }
    return row[b.length];
}

uint64_t str_hash(Str str)
{
    uint64_t hash = 0xCBF29CE484222325u;
    for (uint32_t i = 0; i < str.length; i++)
        hash = (hash ^ (unsigned char)str.bytes[i]) * 0x100000001B3u;
    return hash;
}
