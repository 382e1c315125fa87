// Reads `lang`: names of the table first, then BCP 47 (RFC 5646) as far as its form goes.
#include "document.h"

static const struct {
    const char *tag, *written;
} languages[] = {
#define LANGUAGE(tag, written) {tag, written},
#include "languages.h"
#undef LANGUAGE
};

static bool is_one_of(Str word, const char *list)
{
    for (const char *at = list; *at;) {
        size_t length = strcspn(at, " ");
        if (str_equal_nocase(word, (Str){at, (uint32_t)length}))
            return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

static char upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte & ~0x20) : byte;
}

// Writes one subtag in the case that RFC 5646, section 2.1.1, recommends; false where it can not be one.
static bool add_subtag(Buffer *tag, Str part, bool is_first)
{
    if (part.length == 0 || part.length > 8 || (is_first && (part.length < 2 || part.length > 3)))
        return false;
    for (uint32_t i = 0; i < part.length; i++) {
        char byte = part.bytes[i];
        if (!is_letter(byte) && (is_first || byte < '0' || byte > '9'))
            return false;
        bool is_upper = !is_first && (part.length == 2 || (part.length == 4 && i == 0));
        buffer_append_char(tag, is_upper ? upper(byte) : lower(byte));
    }
    return true;
}

static Str tag_by_form(Str written, Arena *arena)
{
    Buffer tag = {.arena = arena};
    uint32_t start = 0;
    for (uint32_t at = 0; at <= written.length; at++) {
        if (at < written.length && written.bytes[at] != '-' && written.bytes[at] != '_')
            continue;
        if (start > 0)
            buffer_append_char(&tag, '-');
        if (!add_subtag(&tag, (Str){written.bytes + start, at - start}, start == 0))
            return (Str){0};
        start = at + 1;
    }
    return buffer_str(&tag);
}

Str language_tag(Str written, Arena *arena)
{
    enum { COUNT = sizeof languages / sizeof *languages };
    Str word = str_trim(written);
    for (size_t i = 0; i < COUNT; i++) { // first, for "uk" is Ukrainian, and "UK" where they speak English
        if (str_equal(word, str_from(languages[i].tag)))
            return str_from(languages[i].tag);
    }
    for (size_t i = 0; i < COUNT; i++) {
        if (str_equal_nocase(word, str_from(languages[i].tag)) || is_one_of(word, languages[i].written))
            return str_from(languages[i].tag);
    }
    Str tag = tag_by_form(word, arena);
    return tag;
}
