// Lengths of CSS 2.2, section 4.3.2, with rem; units in a table. The last of a property's values counts.
#include "size.h"

static const struct {
    const char *name;
    SizeUnit unit;
    double factor; // to pt, em or per cent
} units[] = {
    {"", SIZE_PT, 0.75}, {"px", SIZE_PT, 0.75},      {"pt", SIZE_PT, 1},         {"pc", SIZE_PT, 12},
    {"in", SIZE_PT, 72}, {"cm", SIZE_PT, 72 / 2.54}, {"mm", SIZE_PT, 72 / 25.4}, {"em", SIZE_EM, 1},
    {"rem", SIZE_EM, 1}, {"%", SIZE_PERCENT, 1},
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

// Not strtod, which follows the locale. Gives the number of bytes read; 0 where there is no number.
static uint32_t read_number(Str text, double *number)
{
    enum { NUMBER_MAX = 1000000 };
    double value = 0, place = 1;
    uint32_t at = 0, digits = 0;
    for (; at < text.length && is_digit(text.bytes[at]); at++, digits++)
        value = value < NUMBER_MAX ? value * 10 + (text.bytes[at] - '0') : value;
    if (at < text.length && text.bytes[at] == '.') {
        for (at++; at < text.length && is_digit(text.bytes[at]); at++, digits++) {
            place /= 10;
            value += (text.bytes[at] - '0') * place;
        }
    }
    *number = value < NUMBER_MAX ? value : NUMBER_MAX;
    return digits > 0 ? at : 0;
}

bool size_read(Str text, Size *size)
{
    text = str_trim(text);
    *size = (Size){0};
    if (str_equal_nocase(text, STR("auto")))
        return true;
    double number;
    uint32_t length = read_number(text, &number);
    Str unit = str_trim(str_from_offset(text, length));
    for (size_t i = 0; i < sizeof units / sizeof *units && length > 0; i++) {
        if (!str_equal_nocase(unit, str_from(units[i].name)))
            continue;
        if (number > 0)
            *size = (Size){number * units[i].factor, units[i].unit};
        return number > 0;
    }
    return false;
}

static Str take_until(Str *rest, char end)
{
    const char *found = rest->length > 0 ? memchr(rest->bytes, end, rest->length) : NULL;
    Str taken = {rest->bytes, found ? (uint32_t)(found - rest->bytes) : rest->length};
    *rest = str_from_offset(*rest, found ? taken.length + 1 : taken.length);
    return str_trim(taken);
}

Str style_value(Str style, const char *property)
{
    Str value = {0};
    while (style.length > 0) {
        Str declaration = take_until(&style, ';');
        Str name = take_until(&declaration, ':');
        if (str_equal_nocase(name, str_from(property)))
            value = take_until(&declaration, '!'); // without "!important"
    }
    return value;
}
