#include "pdf/resources.h"

#include <string.h>

// The value of "/NAME N 0 R " or the like ends before the next name.
static uint32_t entry_length(Str entries)
{
    const char *next = entries.length > 1 ? memchr(entries.bytes + 1, '/', entries.length - 1) : NULL;
    return next ? (uint32_t)(next - entries.bytes) : entries.length;
}

static Str entry_key(Str entry)
{
    uint32_t length = 1;
    while (length < entry.length && entry.bytes[length] != ' ' && entry.bytes[length] != '\n')
        length++;
    return (Str){entry.bytes, length};
}

static bool has_key(Str entries, Str key)
{
    while (entries.length > 0) {
        uint32_t length = entry_length(entries);
        if (str_equal(entry_key((Str){entries.bytes, length}), key))
            return true;
        entries = (Str){entries.bytes + length, entries.length - length};
    }
    return false;
}

// Appends entries, each key once, and gives how far they go.
static uint32_t append_entries(Buffer *out, Str text)
{
    const char *end = memmem(text.bytes, text.length, ">>", 2);
    uint32_t all = end ? (uint32_t)(end - text.bytes) : text.length;
    size_t first = out->length;
    for (uint32_t at = 0; at < all;) {
        Str entry = {text.bytes + at, all - at};
        entry.length = entry_length(entry);
        Str kept = {out->bytes + first, (uint32_t)(out->length - first)};
        if (entry.bytes[0] != '/' || !has_key(kept, entry_key(entry)))
            buffer_append_str(out, entry);
        at += entry.length;
    }
    return all;
}

void append_object(Buffer *out, Str object)
{
    static const char opening[] = "/XObject <<";
    const char *stream = memmem(object.bytes, object.length, "stream", 6);
    uint32_t limit = stream ? (uint32_t)(stream - object.bytes) : object.length;
    const char *found = memmem(object.bytes, limit, opening, sizeof opening - 1);
    uint32_t at = 0;
    if (found) {
        at = (uint32_t)(found - object.bytes) + (uint32_t)sizeof opening - 1;
        buffer_append_str(out, (Str){object.bytes, at});
        at += append_entries(out, (Str){object.bytes + at, limit - at});
    }
    buffer_append_str(out, (Str){object.bytes + at, object.length - at});
}
