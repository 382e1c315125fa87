// Readers of what type looks like (CSS Fonts 4, CSS Text Decoration 3).
#include "css_values.h"
#include "support/number.h"

// CSS Fonts 4, section 2.5.1: of the document's size, which is `medium`.
static const struct {
    const char *name;
    double factor;
    Unit unit;
} sizes[] = {
    {"xx-small", 0.6, UNIT_ROOT}, {"x-small", 0.75, UNIT_ROOT}, {"small", 8 / 9.0, UNIT_ROOT},
    {"medium", 1, UNIT_ROOT},     {"large", 1.2, UNIT_ROOT},    {"x-large", 1.5, UNIT_ROOT},
    {"xx-large", 2, UNIT_ROOT},   {"xxx-large", 3, UNIT_ROOT},  {"smaller", 1 / 1.2, UNIT_EM},
    {"larger", 1.2, UNIT_EM},
};

static bool css_is_px(Str value)
{
    double number;
    return number_take(&value, &number) && (value.length == 0 || css_is(value, "px"));
}

bool css_read_size(Str value, size_t offset, Declarations *declared)
{
    Measure *size = MEMBER(Measure), length = {0};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        if (css_is(value, sizes[i].name)) {
            css_set_measure(size, sizes[i].factor, sizes[i].unit);
            return true;
        }
    }
    if (!css_read_length(value, &length) || length.number <= 0)
        return false;
    // A page's text has 16px in browsers, and the style's size here: larger ones shall stay larger.
    bool is_percent = length.unit == UNIT_PERCENT, is_px = css_is_px(value);
    css_set_measure(size,
                    is_percent ? length.number / 100
                    : is_px    ? length.number / 12
                               : length.number,
                    is_percent ? UNIT_EM
                    : is_px    ? UNIT_ROOT
                               : length.unit);
    return true;
}

bool css_font_size(Str size, Measure *measure)
{
    // <font size=1> to 7, by HTML, section 15.3.4; with a sign, from 3 on.
    static const double factors[] = {0.625, 0.8125, 1, 1.125, 1.5, 2, 3};
    enum { MEDIUM = 3, LAST = COUNT_OF(factors) };
    double number;
    bool is_relative = size.length > 0 && (size.bytes[0] == '+' || size.bytes[0] == '-');
    if (!number_take(&size, &number))
        return false;
    number += is_relative ? MEDIUM : 0;
    css_set_measure(measure, factors[number < 1 ? 0 : number > LAST ? LAST - 1 : (int)number - 1], UNIT_ROOT);
    return true;
}

bool css_read_weight(Str value, size_t offset, Declarations *declared)
{
    static const char *const names[] = {"normal", "lighter", "bold", "bolder"};
    enum { FIRST_BOLD = 600 };
    size_t name = css_find_word(value, names, COUNT_OF(names));
    double number = 0;
    if (name == COUNT_OF(names) && (!number_take(&value, &number) || value.length > 0))
        return false;
    bool is_bold = name == COUNT_OF(names) ? number >= FIRST_BOLD : name >= 2;
    *MEMBER(Flag) = is_bold ? FLAG_ON : FLAG_OFF;
    return true;
}

bool css_read_slant(Str value, size_t offset, Declarations *declared)
{
    bool is_slanted = css_is(value, "italic") || css_is(value, "oblique");
    *MEMBER(Flag) = is_slanted ? FLAG_ON : FLAG_OFF;
    return is_slanted || css_is(value, "normal");
}

bool css_read_caps(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = css_is(value, "small-caps") ? FLAG_ON : FLAG_OFF;
    return true;
}

bool css_read_figures(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = css_is(value, "tabular-nums") ? FLAG_ON : FLAG_OFF;
    return true;
}

bool css_read_family(Str value, size_t offset, Declarations *declared)
{
    static const char *const families[] = {"monospace", "Courier", "Consolas", "Menlo", "Monaco"};
    bool is_mono = false;
    for (size_t i = 0; i < COUNT_OF(families); i++)
        is_mono |= value.length > 0 && memmem(value.bytes, value.length, families[i], strlen(families[i])) != NULL;
    MEMBER(FontValue)->role = is_mono ? FONT_ROLE_MONO : FONT_ROLE_TEXT;
    MEMBER(FontValue)->is_set = is_mono;
    return true;
}

bool css_read_leading(Str value, size_t offset, Declarations *declared)
{
    Measure *leading = MEMBER(Measure);
    double number;
    Str rest = value;
    if (css_is(value, "normal")) {
        leading->is_set = false;
        return true;
    }
    bool is_factor = number_take(&rest, &number) && rest.length == 0;
    if (is_factor && number > 0)
        css_set_measure(leading, number < 1000 ? number : 1000, UNIT_NONE);
    else if (!css_read_length(value, leading) || leading->number <= 0)
        return leading->is_set = false;
    if (leading->unit == UNIT_PERCENT)
        css_set_measure(leading, leading->number / 100, UNIT_NONE);
    return true;
}

// [style weight caps stretch] size[/leading] families
bool css_read_font(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    CssWords words = css_words(value);
    declared->italic = declared->bold = FLAG_OFF;
    declared->leading.is_set = false;
    for (int i = 0; i < words.count; i++) {
        Str word = words.words[i];
        const char *slash = memchr(word.bytes, '/', word.length);
        Str size = {word.bytes, slash ? (uint32_t)(slash - word.bytes) : word.length};
        if (css_read_weight(word, offsetof(Declarations, bold), declared)) // before sizes: 700 is none
            continue;
        if (css_read_size(size, offsetof(Declarations, size), declared)) {
            if (slash)
                css_read_leading(str_from_offset(word, size.length + 1), offsetof(Declarations, leading), declared);
            return css_read_family(value, offsetof(Declarations, font), declared);
        }
        if (css_is(word, "italic") || css_is(word, "oblique"))
            declared->italic = FLAG_ON;
        else if (css_is(word, "small-caps"))
            declared->small_caps = FLAG_ON;
    }
    return words.count == 1; // one of a system's own: what it looks like is the style's
}

bool css_read_decoration(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    CssWords words = css_words(value);
    Flag underline = FLAG_OFF, strike = FLAG_OFF;
    for (int i = 0; i < words.count; i++) {
        if (css_is(words.words[i], "underline"))
            underline = FLAG_ON;
        else if (css_is(words.words[i], "line-through"))
            strike = FLAG_ON;
        else if (css_is(words.words[i], "overline") || css_is(words.words[i], "blink"))
            return false;
    }
    // A line that is around all of it is not taken away by what is within.
    declared->underline = underline;
    declared->strike = strike;
    return true;
}

bool css_read_rise(Str value, size_t offset, Declarations *declared)
{
    bool is_super = css_is(value, "super");
    if (is_super || css_is(value, "sub"))
        css_set_measure(MEMBER(Measure), is_super ? 0.38 : -0.2, UNIT_EM);
    return true; // in lines of equal leading the others make no difference, and cells are set at their tops
}

bool css_read_hyphens(Str value, size_t offset, Declarations *declared)
{
    *MEMBER(Flag) = css_is(value, "auto") ? FLAG_ON : FLAG_OFF;
    return css_is(value, "auto") || css_is(value, "manual") || css_is(value, "none");
}
