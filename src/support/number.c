#include "number.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool number_take(Str *text, double *number)
{
    enum { NUMBER_MAX = 1000000000 };
    const char *bytes = text->bytes;
    double value = 0, scale = 1;
    uint32_t at = text->length > 0 && (bytes[0] == '-' || bytes[0] == '+'), digits = 0;
    bool has_point = false;
    for (; at < text->length && (is_digit(bytes[at]) || (bytes[at] == '.' && !has_point)); at++) {
        if (bytes[at] == '.') {
            has_point = true;
            continue;
        }
        digits++;
        if (value >= NUMBER_MAX || (has_point && scale >= NUMBER_MAX))
            continue; // further digits of a fraction make no difference
        value = value * 10 + (bytes[at] - '0');
        scale *= has_point ? 10 : 1;
    }
    if (digits == 0)
        return false;
    value /= scale;
    value = value < NUMBER_MAX ? value : NUMBER_MAX;
    *number = bytes[0] == '-' ? -value : value;
    *text = str_from_offset(*text, at);
    return true;
}
