// Readers of how blocks, lists and pages are set (CSS Text 3, Lists 3, Fragmentation 3, Display 3).
#include "css_values.h"
#include "support/number.h"

#include <math.h>

bool css_read_align(Str value, size_t offset, Declarations *declared)
{
    static const struct {
        const char *name;
        Align align;
    } aligns[] = {{"left", ALIGN_LEFT},       {"center", ALIGN_CENTER},       {"right", ALIGN_RIGHT},
                  {"justify", ALIGN_JUSTIFY}, {"start", ALIGN_START},         {"end", ALIGN_RIGHT},
                  {"middle", ALIGN_CENTER},   {"-webkit-left", ALIGN_LEFT},   {"-webkit-center", ALIGN_CENTER},
                  {"-moz-left", ALIGN_LEFT},  {"-webkit-right", ALIGN_RIGHT}, {"-moz-center", ALIGN_CENTER},
                  {"-moz-right", ALIGN_RIGHT}};
    for (size_t i = 0; i < COUNT_OF(aligns); i++) {
        if (css_is(value, aligns[i].name)) {
            MEMBER(AlignValue)->align = aligns[i].align;
            MEMBER(AlignValue)->is_set = true;
            return true;
        }
    }
    return false;
}

bool css_read_list_mark(Str value, size_t offset, Declarations *declared)
{
    static const char *const names[] = {
#define MARK(id, name, pdf) name,
        LIST_MARKS(MARK)
#undef MARK
    };
    ListMark *mark = MEMBER(ListMark);
    if (css_is(value, "lower-latin"))
        *mark = LIST_MARK_LOWER_ALPHA;
    else if (css_is(value, "upper-latin"))
        *mark = LIST_MARK_UPPER_ALPHA;
    else if (css_find_word(value, names, COUNT_OF(names)) < COUNT_OF(names))
        *mark = (ListMark)css_find_word(value, names, COUNT_OF(names));
    else
        return false;
    return true;
}

bool css_read_list_style(Str value, size_t offset, Declarations *declared)
{
    CssWords words = css_words(value);
    bool is_read = false;
    for (int i = 0; i < words.count; i++) {
        Str word = words.words[i];
        bool is_other = css_is(word, "inside") || css_is(word, "outside") || memchr(word.bytes, '(', word.length);
        is_read |= is_other || css_read_list_mark(word, offset, declared);
    }
    return is_read;
}

ListMark css_list_mark(Str type)
{
    static const struct {
        char type;
        ListMark mark;
    } marks[] = {{'1', LIST_MARK_DECIMAL},
                 {'a', LIST_MARK_LOWER_ALPHA},
                 {'A', LIST_MARK_UPPER_ALPHA},
                 {'i', LIST_MARK_LOWER_ROMAN},
                 {'I', LIST_MARK_UPPER_ROMAN}};
    Declarations declared = {0};
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (type.length == 1 && type.bytes[0] == marks[i].type)
            return marks[i].mark;
    }
    css_read_list_mark(type, offsetof(Declarations, list_mark), &declared);
    return declared.list_mark;
}

bool css_read_break_at(Str value, size_t offset, Declarations *declared)
{
    static const struct {
        const char *name;
        PageBreak page_break;
        bool avoids;
    } words[] = {{"page", PAGE_BREAK_PAGE, false},       {"always", PAGE_BREAK_PAGE, false},
                 {"left", PAGE_BREAK_LEFT, false},       {"right", PAGE_BREAK_RIGHT, false},
                 {"recto", PAGE_BREAK_RIGHT, false},     {"verso", PAGE_BREAK_LEFT, false},
                 {"auto", PAGE_BREAK_NONE, false},       {"column", PAGE_BREAK_COLUMN, false},
                 {"avoid", PAGE_BREAK_NONE, true},       {"avoid-page", PAGE_BREAK_NONE, true},
                 {"avoid-column", PAGE_BREAK_NONE, true}};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!css_is(value, words[i].name))
            continue;
        *MEMBER(PageBreak) = words[i].page_break;
        if (offset == offsetof(Declarations, break_after))
            declared->keep_with_next = words[i].avoids ? FLAG_ON : FLAG_OFF;
        return true;
    }
    return false;
}

bool css_read_break_inside(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = str_starts_with(value, STR("avoid")) ? FLAG_ON : FLAG_OFF;
    return *MEMBER(Flag) == FLAG_ON || css_is(value, "auto");
}

// ---- columns (CSS Multi-column Layout 1)

static bool is_number(Str value, double *number)
{
    return number_take(&value, number) && value.length == 0;
}

// Of more than can be set side by side so many.
bool css_read_column_count(Str value, size_t offset, Declarations *declared)
{
    double number;
    if (css_is(value, "auto"))
        return true;
    if (!is_number(value, &number) || number < 1 || number != floor(number))
        return false;
    *MEMBER(uint8_t) = (uint8_t)(number < COLUMN_COUNT_MAX ? number : COLUMN_COUNT_MAX);
    return number <= COLUMN_COUNT_MAX;
}

bool css_read_columns(Str value, size_t offset, Declarations *declared)
{
    CssWords words = css_words(value);
    bool is_read = words.count > 0;
    for (int i = 0; i < words.count; i++) {
        Str word = words.words[i];
        double number;
        is_read &= is_number(word, &number) ? css_read_column_count(word, offset, declared)
                                            : css_read_width(word, offsetof(Declarations, column_width), declared);
    }
    return is_read;
}

bool css_read_column_gap(Str value, size_t offset, Declarations *declared)
{
    return css_is(value, "normal") || css_read_padding(value, offset, declared);
}

bool css_read_column_span(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = css_is(value, "all") ? FLAG_ON : FLAG_OFF;
    return *MEMBER(Flag) == FLAG_ON || css_is(value, "none");
}

bool css_read_direction(Str value, size_t offset, Declarations *declared)
{
    bool is_leftward = css_is(value, "rtl");
    *MEMBER(Direction) = is_leftward ? DIRECTION_RIGHT_TO_LEFT : DIRECTION_LEFT_TO_RIGHT;
    return is_leftward || css_is(value, "ltr");
}

// Flex boxes and grids are set below each other.
bool css_read_display(Str value, size_t offset, Declarations *declared)
{
    static const char *const blocks[] = {"block", "flow-root", "list-item"};
    declared->hidden = css_is(value, "none") ? FLAG_ON : FLAG_OFF;
    *MEMBER(Flag) = css_find_word(value, blocks, COUNT_OF(blocks)) < COUNT_OF(blocks) ? FLAG_ON : FLAG_OFF;
    return !memmem(value.bytes, value.length, "flex", 4) && !memmem(value.bytes, value.length, "grid", 4);
}

bool css_read_visibility(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = css_is(value, "hidden") || css_is(value, "collapse") ? FLAG_ON : FLAG_OFF;
    return true;
}
