// Numeric references are decoded here. Names are looked up in cmark-gfm's table, which its interface does not show: so
// the reference is parsed as a document of one word. That costs some thousand instructions, hence the cache.
#define CMARK_NO_SHORT_NAMES
#include <cmark-gfm.h>
#include <stdlib.h>

#include "entity.h"

enum {
    SLOTS = 64,
    REFERENCE_BYTES_MAX = 40 // the longest name of HTML 5 has 31 letters
};

typedef struct {
    Str reference, text; // `&eacute;`, `é`; the text is empty where there is no such name
} Slot;

struct EntityCache {
    Arena *arena;
    Slot slots[SLOTS];
};

EntityCache *entity_cache_new(Arena *arena)
{
    EntityCache *cache = arena_new(arena, EntityCache);
    cache->arena = arena;
    return cache;
}

static bool is_alphanumeric(char byte)
{
    char lower = (char)(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9');
}

// Length of the reference at the start of `text`, which begins with '&'; 0 where it is none.
static uint32_t reference_length(Str text)
{
    uint32_t at = 1;
    if (at < text.length && text.bytes[at] == '#')
        at++;
    uint32_t start = at;
    while (at < text.length && at < REFERENCE_BYTES_MAX && is_alphanumeric(text.bytes[at]))
        at++;
    return at > start && at < text.length && text.bytes[at] == ';' ? at + 1 : 0;
}

static Str decode_number(Arena *arena, Str reference)
{
    bool is_hexadecimal = (reference.bytes[2] | 0x20) == 'x';
    uint32_t base = is_hexadecimal ? 16 : 10, value = 0;
    uint32_t start = is_hexadecimal ? 3 : 2;
    if (start + 1 >= reference.length)
        return (Str){0};
    for (uint32_t i = start; i + 1 < reference.length; i++) {
        int digit = hex_digit(reference.bytes[i]);
        if (digit < 0 || (uint32_t)digit >= base)
            return (Str){0};
        value = value < 0x110000 ? value * base + (uint32_t)digit : value;
    }
    // What else can not be set is for text_clean.
    bool is_none = value == 0 || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF;
    char bytes[4];
    uint32_t length = utf8_encode(is_none ? 0xFFFD : value, bytes);
    return arena_str(arena, bytes, length);
}

static Str decode_name(Arena *arena, Str reference)
{
    cmark_node *root = cmark_parse_document(reference.bytes, reference.length, CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_first_child(root);
    cmark_node *text = paragraph ? cmark_node_first_child(paragraph) : NULL;
    const char *literal = text ? cmark_node_get_literal(text) : NULL;
    // Copied before the arena is asked: its jump must not leave the tree behind.
    char copy[16];
    size_t length = literal ? strlen(literal) : 0;
    bool is_known = length > 0 && length < sizeof copy && literal[0] != '&';
    if (is_known)
        memcpy(copy, literal, length);
    cmark_node_free(root);
    return is_known ? arena_str(arena, copy, length) : (Str){0};
}

static Str decode(EntityCache *cache, Str reference)
{
    if (reference.bytes[1] == '#')
        return decode_number(cache->arena, reference);
    if (str_equal(reference, STR("&amp;")) || str_equal(reference, STR("&AMP;")))
        return STR("&");
    uint32_t hash = 0;
    for (uint32_t i = 1; i < reference.length; i++)
        hash = hash * 31 + (unsigned char)reference.bytes[i];
    Slot *slot = &cache->slots[hash % SLOTS];
    if (!str_equal(slot->reference, reference)) {
        Str text = decode_name(cache->arena, reference);
        *slot = (Slot){arena_str(cache->arena, reference.bytes, reference.length), text};
    }
    return slot->text;
}

Str entity_decode(EntityCache *cache, Str text)
{
    const char *mark = text.length > 0 ? memchr(text.bytes, '&', text.length) : NULL;
    if (!mark)
        return text;
    Buffer out = {.arena = cache->arena};
    uint32_t at = 0;
    while (mark) {
        uint32_t here = (uint32_t)(mark - text.bytes);
        Str rest = str_from_offset(text, here);
        Str reference = {rest.bytes, reference_length(rest)};
        Str decoded = reference.length > 0 ? decode(cache, reference) : (Str){0};
        uint32_t next = here + (decoded.length > 0 ? reference.length : 1);
        buffer_append(&out, text.bytes + at, here - at);
        if (decoded.length > 0)
            buffer_append_str(&out, decoded);
        else
            buffer_append_char(&out, '&');
        at = next;
        mark = at < text.length ? memchr(text.bytes + at, '&', text.length - at) : NULL;
    }
    buffer_append(&out, text.bytes + at, text.length - at);
    return buffer_str(&out);
}
