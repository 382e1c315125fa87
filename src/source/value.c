// Values and their types. Numbers are read here, not by strtod, whose decimal mark follows the locale.
#include "value.h"

#include <math.h>

const Value *value_find(const Value *map, Str key)
{
    if (!map || map->kind != VALUE_MAP)
        return NULL;
    for (const Value *member = map->first_child; member; member = member->next) {
        if (str_equal(member->key, key))
            return member;
    }
    return NULL;
}

const char *value_kind_name(ValueKind kind)
{
    static const char *const names[] = {
        [VALUE_NULL] = "empty",    [VALUE_BOOL] = "a yes or no (true, false)",
        [VALUE_INT] = "a number",  [VALUE_FLOAT] = "a number",
        [VALUE_STRING] = "text",   [VALUE_LIST] = "a list",
        [VALUE_MAP] = "a mapping",
    };
    return names[kind];
}

static bool is_one_of(Str text, const char *const *words)
{
    for (; *words; words++) {
        if (str_equal(text, str_from(*words)))
            return true;
    }
    return false;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

// `0o17`, `0x1F`: the digits behind the prefix.
static bool read_based(Str digits, int base, double *number)
{
    *number = 0;
    for (uint32_t i = 0; i < digits.length; i++) {
        int digit = hex_digit(digits.bytes[i]);
        if (digit < 0 || digit >= base)
            return false;
        *number = *number * base + digit;
    }
    return digits.length > 0;
}

typedef struct {
    Str text;
    uint32_t at;
    double mantissa;
    int exponent; // of ten
} NumberReader;

static uint32_t read_digits(NumberReader *reader, int exponent_step)
{
    uint32_t start = reader->at;
    for (; reader->at < reader->text.length && is_digit(reader->text.bytes[reader->at]); reader->at++) {
        reader->mantissa = reader->mantissa * 10 + (reader->text.bytes[reader->at] - '0');
        reader->exponent += exponent_step;
    }
    return reader->at - start;
}

static bool read_exponent(NumberReader *reader)
{
    enum { LARGEST = 400 }; // beyond it all is zero or infinite
    Str text = reader->text;
    if (reader->at == text.length || (text.bytes[reader->at] != 'e' && text.bytes[reader->at] != 'E'))
        return true;
    reader->at++;
    int sign = 1;
    if (reader->at < text.length && (text.bytes[reader->at] == '+' || text.bytes[reader->at] == '-'))
        sign = text.bytes[reader->at++] == '-' ? -1 : 1;
    uint32_t start = reader->at;
    int exponent = 0;
    for (; reader->at < text.length && is_digit(text.bytes[reader->at]); reader->at++) {
        if (exponent < LARGEST)
            exponent = exponent * 10 + (text.bytes[reader->at] - '0');
    }
    reader->exponent += sign * exponent;
    return reader->at > start;
}

static double power_of_ten(int exponent)
{
    double power = 1; // exact up to the 22nd
    while (exponent-- > 0)
        power *= 10;
    return power;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
static bool read_decimal(Str text, ValueKind *kind, double *number)
{
    NumberReader reader = {.text = text};
    bool is_negative = text.length > 0 && text.bytes[0] == '-';
    if (text.length > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+'))
        reader.at = 1;
    uint32_t digits = read_digits(&reader, 0);
    *kind = VALUE_INT;
    if (reader.at < text.length && text.bytes[reader.at] == '.') {
        reader.at++;
        *kind = VALUE_FLOAT;
        digits += read_digits(&reader, -1);
    }
    if (digits == 0)
        return false;
    uint32_t before_exponent = reader.at;
    if (!read_exponent(&reader) || reader.at != text.length)
        return false;
    if (reader.at > before_exponent)
        *kind = VALUE_FLOAT;
    // Dividing by an exact power of ten rounds once, and so right, for all that people write.
    double magnitude = reader.exponent < 0 ? reader.mantissa / power_of_ten(-reader.exponent)
                                           : reader.mantissa * power_of_ten(reader.exponent);
    *number = is_negative ? -magnitude : magnitude;
    return true;
}

static bool read_number(Str text, ValueKind *kind, double *number)
{
    *kind = VALUE_INT;
    if (str_starts_with(text, STR("0o")))
        return read_based(str_from_offset(text, 2), 8, number);
    if (str_starts_with(text, STR("0x")))
        return read_based(str_from_offset(text, 2), 16, number);
    if (read_decimal(text, kind, number))
        return true;
    *kind = VALUE_FLOAT;
    static const char *const infinities[] = {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", NULL};
    static const char *const minus_infinities[] = {"-.inf", "-.Inf", "-.INF", NULL};
    static const char *const nans[] = {".nan", ".NaN", ".NAN", NULL};
    if (is_one_of(text, infinities))
        *number = INFINITY;
    else if (is_one_of(text, minus_infinities))
        *number = -INFINITY;
    else if (is_one_of(text, nans))
        *number = NAN;
    else
        return false;
    return true;
}

void value_resolve(Value *value)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const trues[] = {"true", "True", "TRUE", NULL};
    static const char *const falses[] = {"false", "False", "FALSE", NULL};
    ValueKind kind;
    double number;
    if (is_one_of(value->text, nulls)) {
        value->kind = VALUE_NULL;
    } else if (is_one_of(value->text, trues) || is_one_of(value->text, falses)) {
        value->kind = VALUE_BOOL;
        value->number = is_one_of(value->text, trues);
    } else if (read_number(value->text, &kind, &number)) {
        value->kind = kind;
        value->number = number;
    } else {
        value->kind = VALUE_STRING;
    }
}
