#include "layout/number.h"

enum {
    UNIT_MAX = 12, // characters behind a number; what is longer is a text that begins with one
    GROUP_DIGITS = 3,
};

typedef struct {
    Str text;
    uint32_t at;
    uint32_t decimal;
} Reader;

// The character at hand, or 0 at the end.
static uint32_t peek(const Reader *reader)
{
    uint32_t at = reader->at;
    return at < reader->text.length ? utf8_next(reader->text, &at) : 0;
}

static void pass(Reader *reader)
{
    if (reader->at < reader->text.length)
        utf8_next(reader->text, &reader->at);
}

static bool is_one_of(uint32_t character, const uint32_t *set)
{
    while (*set != 0 && *set != character)
        set++;
    return *set != 0 && character != 0;
}

static bool is_digit(uint32_t character)
{
    return (character >= '0' && character <= '9') || (character >= 0x660 && character <= 0x669) ||
           (character >= 0x6F0 && character <= 0x6F9) || (character >= 0x966 && character <= 0x96F);
}

static bool is_space(uint32_t character)
{
    static const uint32_t spaces[] = {' ', '\t', 0xA0, 0x2009, 0x200A, 0x202F, 0};
    return is_one_of(character, spaces);
}

static const uint32_t dashes[] = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0};

static void pass_spaces(Reader *reader)
{
    while (is_space(peek(reader)))
        pass(reader);
}

// Signs, comparisons, currencies, marks of direction.
static void pass_prefix(Reader *reader)
{
    static const uint32_t signs[] = {'+',    '-',    0x2212, 0x2013, 0xB1,   '~',   0x2248, '<',  '>',
                                     0x2264, 0x2265, '=',    0x2030, '$',    0xA3,  0xA5,   0xA2, 0x20AC,
                                     0x20B9, 0x20AA, 0x20BD, 0x200E, 0x200F, 0x61C, 0};
    while (is_one_of(peek(reader), signs) || is_space(peek(reader)))
        pass(reader);
}

static uint32_t pass_digits(Reader *reader)
{
    uint32_t count = 0;
    for (; is_digit(peek(reader)); count++)
        pass(reader);
    return count;
}

// A mark between digits that parts groups of three, here followed by one. Else the reader stays where it is.
static bool pass_group(Reader *reader)
{
    static const uint32_t marks[] = {'.', ',', '\'', ' ', 0xA0, 0x2009, 0x202F, 0x2019, 0x66C, 0};
    uint32_t start = reader->at, mark = peek(reader);
    if (!is_one_of(mark, marks) || mark == reader->decimal)
        return false;
    pass(reader);
    if (pass_digits(reader) == GROUP_DIGITS)
        return true;
    reader->at = start;
    return false;
}

static bool is_decimal_mark(uint32_t character)
{
    return character == '.' || character == ',' || character == 0x66B;
}

// False where there is none. `*mark`: behind its whole part.
static bool read_number(Reader *reader, uint32_t *mark)
{
    uint32_t digits = pass_digits(reader);
    for (bool has_groups = digits > 0 && digits <= GROUP_DIGITS; has_groups;)
        has_groups = pass_group(reader);
    *mark = reader->at;
    uint32_t start = reader->at;
    if (!is_decimal_mark(peek(reader)))
        return digits > 0;
    pass(reader);
    if (pass_digits(reader) == 0)
        reader->at = start; // a full stop
    return digits > 0 || reader->at > start;
}

// A dash and another number, or nothing.
static void pass_range(Reader *reader)
{
    uint32_t start = reader->at, mark;
    pass_spaces(reader);
    if (is_one_of(peek(reader), dashes)) {
        pass(reader);
        pass_prefix(reader);
        if (read_number(reader, &mark))
            return;
    }
    reader->at = start;
}

// Whether what is left is short and has no more digits.
static bool is_unit(Reader *reader)
{
    unsigned count = 0;
    for (; reader->at < reader->text.length; count++) {
        if (is_digit(peek(reader)) || count == UNIT_MAX)
            return false;
        pass(reader);
    }
    return true;
}

NumberKind number_read(Str text, uint32_t decimal, uint32_t *mark)
{
    Reader reader = {.text = str_trim(text), .decimal = decimal};
    uint32_t lead = (uint32_t)(reader.text.length > 0 ? reader.text.bytes - text.bytes : 0);
    *mark = lead + reader.text.length;
    if (reader.text.length == 0)
        return NUMBER_NONE;
    if (is_one_of(peek(&reader), dashes)) {
        pass(&reader);
        if (reader.at == reader.text.length)
            return NUMBER_NONE;
        reader.at = 0;
    }
    pass_prefix(&reader);
    uint32_t whole;
    if (!read_number(&reader, &whole))
        return NUMBER_NOT;
    pass_range(&reader);
    if (!is_unit(&reader))
        return NUMBER_NOT;
    *mark = lead + whole;
    return NUMBER_READ;
}
