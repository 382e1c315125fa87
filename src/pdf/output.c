#include "pdf/output.h"

void put_number(Buffer *out, uint32_t number)
{
    char digits[10];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    buffer_append(out, digits + first, sizeof digits - first);
}

void put_reference(Buffer *out, uint32_t object)
{
    buffer_append_char(out, ' ');
    put_number(out, object);
    buffer_append(out, " 0 R", 4);
}

// To a hundredth of a point: places and areas for the pointer need no more.
void put_length(Buffer *out, Length length)
{
    int64_t hundredths =
        ((int64_t)length * 100 + (length < 0 ? -LENGTH_PER_PT / 2 : LENGTH_PER_PT / 2)) / LENGTH_PER_PT;
    put(out, hundredths < 0 ? " -" : " ");
    uint32_t magnitude = (uint32_t)(hundredths < 0 ? -hundredths : hundredths);
    put_number(out, magnitude / 100);
    if (magnitude % 100 == 0)
        return;
    buffer_append_char(out, '.');
    buffer_append_char(out, (char)('0' + magnitude / 10 % 10));
    if (magnitude % 10 != 0)
        buffer_append_char(out, (char)('0' + magnitude % 10));
}

void put_bytes(Buffer *out, Str bytes)
{
    buffer_append_char(out, '(');
    for (uint32_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.bytes[i];
        if (byte == '(' || byte == ')' || byte == '\\')
            buffer_append_char(out, '\\');
        if (byte < ' ' || byte > '~')
            buffer_printf(out, "\\%03o", byte);
        else
            buffer_append_char(out, (char)byte);
    }
    buffer_append_char(out, ')');
}

static void put_utf16(Buffer *out, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        buffer_append_char(out, digits[unit >> shift & 15]);
}

void put_text(Buffer *out, Str text)
{
    bool is_ascii = true;
    for (uint32_t i = 0; i < text.length; i++)
        is_ascii &= text.bytes[i] >= ' ' && text.bytes[i] <= '~';
    if (is_ascii) {
        put_bytes(out, text);
        return;
    }
    put(out, "<FEFF");
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        if (character >= 0x10000) {
            character -= 0x10000;
            put_utf16(out, 0xD800 | character >> 10);
            put_utf16(out, 0xDC00 | (character & 0x3FF));
        } else {
            put_utf16(out, character);
        }
    }
    buffer_append_char(out, '>');
}
