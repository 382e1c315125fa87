// Masks blanks. The mask, U+2054, is punctuation of the same kind as the underscore, so that all around it is read as
// before, but it is no mark of emphasis. Only underscores that could be marks are masked: not those between spaces, nor
// lines of nothing else, which part blocks.
#include "blank.h"

static const char mask[] = "\u2054";
enum { MASK_BYTES = sizeof mask - 1, MASKED_MIN = 4 };

static bool ends_token(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r') || byte == '|';
}

static bool is_letter(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte & 0x80);
}

typedef struct {
    bool has_letters, has_signs; // other than underscores
    bool is_left;                // has marks that underscores may be part of an address, code or a label with
    uint32_t underscores;
} Look;

static Look look_at(Str token)
{
    Look look = {0};
    bool is_number = true; // or a date, or the like: signs that stand between digits
    for (uint32_t i = 0; i < token.length; i++) {
        char byte = token.bytes[i];
        look.underscores += byte == '_';
        look.has_letters |= is_letter(byte);
        look.has_signs |= byte != '_' && !is_letter(byte);
        look.is_left |= memchr("<`\\[]", byte, 5) != NULL;
        is_number &= memchr("_/-.:,;()+", byte, 10) != NULL;
    }
    look.is_left |= !look.has_letters && !is_number; // `__*__` is strong
    look.is_left |= memmem(token.bytes, token.length, "://", 3) != NULL;
    return look;
}

static void put_masked(Buffer *out, Str token, const Look *look)
{
    for (uint32_t at = 0; at < token.length;) {
        uint32_t end = at;
        while (end < token.length && token.bytes[end] == '_')
            end++;
        bool touches =
            (at > 0 && is_letter(token.bytes[at - 1])) || (end < token.length && is_letter(token.bytes[end]));
        bool is_blank = !look->has_letters || (end - at >= MASKED_MIN && !touches);
        for (; at < end; at++)
            buffer_append(out, is_blank ? mask : "_", is_blank ? MASK_BYTES : 1);
        if (at < token.length)
            buffer_append_char(out, token.bytes[at++]);
    }
}

Str blanks_mask(Arena *arena, Str body, bool *is_masked)
{
    *is_masked = false;
    if (!memmem(body.bytes, body.length, "__", 2) || memmem(body.bytes, body.length, mask, MASK_BYTES))
        return body;
    Buffer out = {.arena = arena};
    for (uint32_t at = 0; at < body.length;) {
        uint32_t end = at;
        while (end < body.length && !ends_token(body.bytes[end]))
            end++;
        Str token = {body.bytes + at, end - at};
        Look look = memchr(token.bytes, '_', token.length) ? look_at(token) : (Look){0};
        if (look.underscores >= 3 && look.has_signs && !look.is_left) {
            put_masked(&out, token, &look);
            *is_masked = true;
        } else {
            buffer_append_str(&out, token);
        }
        if (end < body.length)
            buffer_append_char(&out, body.bytes[end++]);
        at = end;
    }
    return *is_masked ? buffer_str(&out) : body;
}

Str blanks_unmask(Arena *arena, Str text)
{
    if (!memmem(text.bytes, text.length, mask, MASK_BYTES))
        return text;
    Buffer out = {.arena = arena};
    for (uint32_t at = 0; at < text.length;) {
        const char *found = memmem(text.bytes + at, text.length - at, mask, MASK_BYTES);
        uint32_t end = found ? (uint32_t)(found - text.bytes) : text.length;
        buffer_append(&out, text.bytes + at, end - at);
        if (found)
            buffer_append_char(&out, '_');
        at = found ? end + MASK_BYTES : end;
    }
    return buffer_str(&out);
}
