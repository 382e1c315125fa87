// RFC 3986 as far as images of a document on disk need it, and RFC 2397 for data.
#include "address.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Bytes of the scheme and its colon; 0 where there is none. One letter is a drive of Windows, and no scheme.
static uint32_t scheme_length(Str text)
{
    uint32_t at = 0;
    while (at < text.length && (is_letter(text.bytes[at]) ||
                                (at > 0 && ((text.bytes[at] >= '0' && text.bytes[at] <= '9') || text.bytes[at] == '+' ||
                                            text.bytes[at] == '-' || text.bytes[at] == '.'))))
        at++;
    return at > 1 && at < text.length && text.bytes[at] == ':' ? at + 1 : 0;
}

static int base64_value(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return byte - 'A';
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a' + 26;
    if (byte >= '0' && byte <= '9')
        return byte - '0' + 52;
    if (byte == '+' || byte == '-')
        return 62;
    return byte == '/' || byte == '_' ? 63 : -1;
}

// RFC 4648, both alphabets; white space is passed. False where a byte is of neither.
static bool read_base64(Str text, Arena *arena, Str *data)
{
    char *bytes = arena_alloc(arena, (size_t)text.length / 4 * 3 + 4);
    uint32_t length = 0, bits = 0, count = 0;
    for (uint32_t at = 0; at < text.length && text.bytes[at] != '='; at++) {
        char byte = text.bytes[at];
        if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
            continue;
        int value = base64_value(byte);
        if (value < 0)
            return false;
        bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes[length++] = (char)(unsigned char)(bits >> count);
        }
    }
    *data = (Str){bytes, length};
    return true;
}

static Address read_data(Str text, Arena *arena)
{
    const char *comma = text.length > 0 ? memchr(text.bytes, ',', text.length) : NULL;
    if (!comma)
        return (Address){.kind = ADDRESS_BROKEN};
    Str head = {text.bytes, (uint32_t)(comma - text.bytes)};
    Str data = arena_percent_decoded(arena, str_from_offset(text, head.length + 1));
    static const Str mark = {";base64", 7};
    bool is_base64 =
        head.length >= mark.length && str_equal_nocase(str_from_offset(head, head.length - mark.length), mark);
    if (is_base64 && !read_base64(data, arena, &data))
        return (Address){.kind = ADDRESS_BROKEN};
    return (Address){ADDRESS_DATA, data};
}

Address address_read(Str written, Arena *arena)
{
    written = str_trim(written);
    uint32_t scheme = scheme_length(written);
    if (scheme > 0 && str_equal_nocase((Str){written.bytes, scheme}, STR("data:")))
        return read_data(str_from_offset(written, scheme), arena);
    bool is_local = str_starts_with(written, STR("file:///"));
    if (is_local)
        written = str_from_offset(written, STR("file://").length);
    else if (scheme > 0 || str_starts_with(written, STR("//")))
        return (Address){.kind = ADDRESS_REMOTE};
    uint32_t end = 0;
    while (end < written.length && written.bytes[end] != '?' && written.bytes[end] != '#')
        end++;
    if (end == 0)
        return (Address){.kind = ADDRESS_BROKEN};
    return (Address){ADDRESS_FILE, arena_percent_decoded(arena, (Str){written.bytes, end})};
}
