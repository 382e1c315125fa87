// CSS Counter Styles 3: alphabetic and additive systems.
#include "layout/numeral.h"

enum { LETTERS = 26, ROMAN_MAX = 3999 };

static Str letters(Arena *arena, int number, char first)
{
    char digits[8];
    uint32_t at = sizeof digits;
    for (; number > 0; number = (number - 1) / LETTERS)
        digits[--at] = (char)(first + (number - 1) % LETTERS);
    return arena_str(arena, digits + at, sizeof digits - at);
}

static Str roman(Arena *arena, int number, bool is_upper)
{
    static const struct {
        int value;
        const char *lower, *upper;
    } parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
                 {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
                 {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        for (; number >= parts[i].value; number -= parts[i].value)
            buffer_append_str(&out, str_from(is_upper ? parts[i].upper : parts[i].lower));
    }
    return buffer_str(&out);
}

Str numeral(Arena *arena, int number, ListMark kind)
{
    bool is_roman = kind == LIST_MARK_LOWER_ROMAN || kind == LIST_MARK_UPPER_ROMAN;
    if (kind == LIST_MARK_DECIMAL || number < 1 || (is_roman && number > ROMAN_MAX))
        return arena_format(arena, "%d", number);
    if (is_roman)
        return roman(arena, number, kind == LIST_MARK_UPPER_ROMAN);
    return letters(arena, number, kind == LIST_MARK_UPPER_ALPHA ? 'A' : 'a');
}
