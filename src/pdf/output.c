#include "pdf/output.h"

#include <math.h>

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

// `magnitude` in units of 10 to the power of -`digits`.
static void put_fraction(Buffer *out, uint64_t magnitude, bool is_negative, unsigned digits)
{
    static const uint32_t powers[] = {1, 10, 100, 1000};
    uint32_t scale = powers[digits], whole = (uint32_t)(magnitude / scale), rest = (uint32_t)(magnitude % scale);
    put(out, is_negative && magnitude > 0 ? " -" : " ");
    put_number(out, whole);
    if (rest == 0)
        return;
    buffer_append_char(out, '.');
    for (; rest > 0; rest = rest * 10 % scale)
        buffer_append_char(out, (char)('0' + rest * 10 / scale));
}

// To a hundredth of a point: places and areas for the pointer need no more.
void put_length(Buffer *out, Length length)
{
    uint64_t magnitude = (uint64_t)(length < 0 ? -(int64_t)length : length);
    put_fraction(out, (magnitude * 100 + LENGTH_PER_PT / 2) / LENGTH_PER_PT, length < 0, 2);
}

void put_decimal(Buffer *out, double value)
{
    put_fraction(out, (uint64_t)llround(fabs(value) * 1000), value < 0, 3);
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

void put_utf16_text(Buffer *out, Str text)
{
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

void put_text(Buffer *out, Str text)
{
    bool is_ascii = true;
    for (uint32_t i = 0; i < text.length; i++)
        is_ascii &= text.bytes[i] >= ' ' && text.bytes[i] <= '~';
    if (is_ascii)
        put_bytes(out, text);
    else
        put_utf16_text(out, text);
}
