// The table is one text of lines, sorted by tag, and is searched by halves: it has no pointers that a start of the
// program would have to set right. A language's line and those that it falls back to are read at each call; that is a
// few hundred bytes.
#include "locale.h"

typedef enum {
    FIELD_ZERO,    // the digit 0; the others follow it in Unicode
    FIELD_DECIMAL, // mark
    FIELD_GROUP,   // mark
    FIELD_SIZES,   // three digits: see Grouping
    FIELD_MINUS,
    FIELD_DATE,   // {d} {dd} day, {m} {mm} month, {name} of the month, {y} year
    FIELD_MONTHS, // parted by '|'
    FIELD_PAIR,   // stands between two; behind '|', what ends the list
    FIELD_START,  // stands between the first and second of more
    FIELD_MIDDLE,
    FIELD_END, // as FIELD_PAIR, before the last of more
    FIELD_COUNT
} Field;

typedef struct {
    Str fields[FIELD_COUNT];
} Locale;

static const char table[] = "\n"
#define LOCALE_VERSION(version)
#define LOCALE(tag, zero, decimal, group, sizes, minus, date, months, pair, start, middle, end)                        \
    tag "\t" zero "\t" decimal "\t" group "\t" sizes "\t" minus "\t" date "\t" months "\t" pair "\t" start "\t" middle \
        "\t" end "\t\n"
#include "locale_table.h"
#undef LOCALE_VERSION
#undef LOCALE
    ;

enum { TABLE_BYTES = sizeof table - 1 };

// ---- the table

// What is before `mark`, which is taken off `*rest` with it. All of it where there is no mark.
static Str take_until(Str *rest, char mark)
{
    const char *end = rest->length > 0 ? memchr(rest->bytes, mark, rest->length) : NULL;
    uint32_t length = end ? (uint32_t)(end - rest->bytes) : rest->length;
    Str part = {rest->bytes, length};
    *rest = str_from_offset(*rest, end ? length + 1 : length);
    return part;
}

static int compare(Str a, Str b)
{
    uint32_t common = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.bytes, b.bytes, common);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

// The line of `tag` behind its tag; empty where there is none. Lines are [low, high).
static Str line_find(Str tag)
{
    uint32_t low = 1, high = TABLE_BYTES;
    while (low < high) {
        uint32_t start = low + (high - low) / 2;
        while (table[start - 1] != '\n')
            start--;
        Str rest = {table + start, TABLE_BYTES - start};
        Str line = take_until(&rest, '\n');
        int order = compare(take_until(&line, '\t'), tag);
        if (order == 0)
            return line;
        if (order < 0)
            low = TABLE_BYTES - rest.length;
        else
            high = start;
    }
    return (Str){0};
}

static void add_fields(Locale *locale, Str tag)
{
    Str line = line_find(tag);
    for (int i = 0; i < FIELD_COUNT; i++) {
        Str field = take_until(&line, '\t');
        if (locale->fields[i].length == 0)
            locale->fields[i] = field;
    }
}

static Locale locale_read(Str lang)
{
    Locale locale = {0};
    while (lang.length > 0) {
        add_fields(&locale, lang);
        do
            lang.length--;
        while (lang.length > 0 && lang.bytes[lang.length] != '-');
    }
    add_fields(&locale, STR("en"));
    return locale;
}

// ---- dates

static void add_digit(Buffer *out, const Locale *locale, int digit)
{
    uint32_t at = 0;
    buffer_append_utf8(out, utf8_next(locale->fields[FIELD_ZERO], &at) + (uint32_t)digit);
}

// At least `width` digits.
static void add_number(Buffer *out, const Locale *locale, unsigned number, int width)
{
    char digits[16];
    int count = 0;
    for (; number > 0 || count < width; number /= 10)
        digits[count++] = (char)(number % 10);
    while (count > 0)
        add_digit(out, locale, digits[--count]);
}

static void add_month_name(Buffer *out, const Locale *locale, int month)
{
    Str names = locale->fields[FIELD_MONTHS], name = {0};
    for (int i = 0; i < month; i++)
        name = take_until(&names, '|');
    buffer_append_str(out, name);
}

Str locale_date(Arena *arena, Str lang, Date date)
{
    Locale locale = locale_read(lang);
    Buffer out = {.arena = arena};
    for (Str rest = locale.fields[FIELD_DATE]; rest.length > 0;) {
        buffer_append_str(&out, take_until(&rest, '{'));
        Str name = take_until(&rest, '}');
        if (str_equal(name, STR("name")))
            add_month_name(&out, &locale, date.month);
        else if (name.length > 0)
            add_number(&out, &locale,
                       (unsigned)(name.bytes[0] == 'd'   ? date.day
                                  : name.bytes[0] == 'm' ? date.month
                                                         : date.year),
                       (int)name.length);
    }
    return buffer_str(&out);
}

// ---- numbers

static bool take_byte(Str *rest, const char *choices)
{
    if (rest->length == 0 || rest->bytes[0] == '\0' || !strchr(choices, rest->bytes[0]))
        return false;
    *rest = str_from_offset(*rest, 1);
    return true;
}

// The last group has `last` digits, the others `other`; numbers with fewer than `least` before the last have none.
typedef struct {
    uint32_t last, other, least;
} Grouping;

static Grouping grouping_of(const Locale *locale)
{
    const char *sizes = locale->fields[FIELD_SIZES].bytes;
    return (Grouping){(uint32_t)(sizes[0] - '0'), (uint32_t)(sizes[1] - '0'), (uint32_t)(sizes[2] - '0')};
}

static uint32_t digit_count(Str text)
{
    uint32_t count = 0;
    while (count < text.length && text.bytes[count] >= '0' && text.bytes[count] <= '9')
        count++;
    return count;
}

// `left`: digits of the whole part that are still to come.
static bool ends_group(Grouping grouping, uint32_t left, uint32_t whole)
{
    return whole >= grouping.last + grouping.least && left >= grouping.last &&
           (left - grouping.last) % grouping.other == 0;
}

Str locale_number(Arena *arena, Str lang, Str decimal)
{
    Str rest = str_trim(decimal);
    bool is_negative = take_byte(&rest, "-");
    uint32_t whole = digit_count(rest);
    Str behind = str_from_offset(rest, whole), decimals = behind;
    bool has_point = take_byte(&decimals, ".");
    if (whole == 0 || (whole > 1 && rest.bytes[0] == '0') || digit_count(decimals) < decimals.length ||
        has_point != (decimals.length > 0))
        return decimal;
    Locale locale = locale_read(lang);
    Grouping grouping = grouping_of(&locale);
    Buffer out = {.arena = arena};
    if (is_negative)
        buffer_append_str(&out, locale.fields[FIELD_MINUS]);
    for (uint32_t i = 0; i < whole; i++) {
        if (i > 0 && ends_group(grouping, whole - i, whole))
            buffer_append_str(&out, locale.fields[FIELD_GROUP]);
        add_digit(&out, &locale, rest.bytes[i] - '0');
    }
    if (has_point)
        buffer_append_str(&out, locale.fields[FIELD_DECIMAL]);
    for (uint32_t i = 0; i < decimals.length; i++)
        add_digit(&out, &locale, decimals.bytes[i] - '0');
    return buffer_str(&out);
}

Str locale_digits(Arena *arena, Str lang, unsigned number)
{
    Locale locale = locale_read(lang);
    Buffer out = {.arena = arena};
    add_number(&out, &locale, number, 1);
    return buffer_str(&out);
}

// ---- lists

static bool is_letter(Str text, uint32_t at, const char *choices)
{
    return at < text.length && text.bytes[at] != '\0' && strchr(choices, text.bytes[at]);
}

// Spanish "y" is "e" before its own sound: "i", "hi", but not "hia", "hie".
static bool begins_as_spanish_i(Str text)
{
    return is_letter(text, 0, "iI") ||
           (is_letter(text, 0, "hH") && is_letter(text, 1, "iI") && !is_letter(text, 2, "aAeE"));
}

static bool begins_in_hebrew(Str text)
{
    uint32_t at = 0;
    uint32_t character = text.length > 0 ? utf8_next(text, &at) : 0;
    return (character >= 0x591 && character <= 0x5F4) || (character >= 0xFB1D && character <= 0xFB4F);
}

// The word before the last one follows from what it stands before in two languages.
static Str joint_before(Str joint, Str lang, Str last)
{
    if (str_starts_with(lang, STR("es")) && str_equal(joint, STR(" y ")) && begins_as_spanish_i(last))
        return STR(" e ");
    if (str_ends_with(joint, STR("ו-")) && begins_in_hebrew(last))
        joint.length--;
    return joint;
}

Str locale_list(Arena *arena, Str lang, const Str *items, size_t count)
{
    Locale locale = locale_read(lang);
    Buffer out = {.arena = arena};
    Str ending = locale.fields[count == 2 ? FIELD_PAIR : FIELD_END];
    Str last = count > 1 ? joint_before(take_until(&ending, '|'), lang, items[count - 1]) : (Str){0};
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_append_str(&out, i + 1 == count ? last : locale.fields[i == 1 ? FIELD_START : FIELD_MIDDLE]);
        buffer_append_str(&out, items[i]);
    }
    if (count > 1)
        buffer_append_str(&out, ending);
    return buffer_str(&out);
}
