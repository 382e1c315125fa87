// Words and lengths (CSS Values 3), and the readers of boxes: margins, padding, widths, borders, colours.
#include "css_values.h"

#include "support/number.h"

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

CssWords css_words(Str value)
{
    CssWords words = {.count = 0};
    uint32_t start = 0;
    int depth = 0;
    char quote = 0;
    for (uint32_t at = 0; at <= value.length; at++) {
        char byte = at < value.length ? value.bytes[at] : ' ';
        bool is_last = at == value.length;
        if (quote)
            quote = byte == quote ? 0 : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        depth += (byte == '(') - (byte == ')' && depth > 0);
        bool ends = is_last || (is_space(byte) && !quote && depth == 0 && words.count < CSS_WORDS_MAX - 1);
        if (!ends)
            continue;
        if (at > start)
            words.words[words.count++] = (Str){value.bytes + start, at - start};
        start = at + 1;
    }
    return words;
}

size_t css_find_word(Str value, const char *const *names, size_t count)
{
    size_t index = 0;
    while (index < count && !css_is(value, names[index]))
        index++;
    return index;
}

// ---- lengths

bool css_read_length(Str value, Measure *measure)
{
    static const struct {
        const char *name;
        double factor; // to the unit
        Unit unit;
    } units[] = {
        {"px", 0.75, UNIT_PT},      {"", 0.75, UNIT_PT},   {"pt", 1, UNIT_PT},         {"em", 1, UNIT_EM},
        {"%", 1, UNIT_PERCENT},     {"rem", 1, UNIT_ROOT}, {"cm", 72 / 2.54, UNIT_PT}, {"mm", 72 / 25.4, UNIT_PT},
        {"in", 72, UNIT_PT},        {"pc", 12, UNIT_PT},   {"ex", 0.5, UNIT_EM},       {"ch", 0.5, UNIT_EM},
        {"q", 72 / 101.6, UNIT_PT},
    };
    double number;
    if (!number_take(&value, &number))
        return false;
    for (size_t i = 0; i < COUNT_OF(units); i++) {
        if (!css_is(value, units[i].name))
            continue;
        number *= units[i].factor;
        double most = units[i].unit == UNIT_PT ? 20000 : 1000; // as measure_read has it; keeps Lengths in their range
        css_set_measure(measure, number > most ? most : number < -most ? -most : number, units[i].unit);
        return true;
    }
    return false;
}

// Nothing below zero: paper has no room there.
static bool read_positive(Str value, Measure *measure)
{
    if (!css_read_length(value, measure))
        return false;
    measure->number = measure->number > 0 ? measure->number : 0;
    return true;
}

bool css_read_margin(Str value, size_t offset, Declarations *declared)
{
    if (!css_is(value, "auto"))
        return read_positive(value, MEMBER(Measure));
    css_set_measure(MEMBER(Measure), 0, UNIT_AUTO);
    return true;
}

bool css_read_padding(Str value, size_t offset, Declarations *declared)
{
    return read_positive(value, MEMBER(Measure));
}

bool css_read_width(Str value, size_t offset, Declarations *declared)
{
    static const char *const keywords[] = {"auto", "none", "max-content", "fit-content", "min-content"};
    if (css_find_word(value, keywords, COUNT_OF(keywords)) == COUNT_OF(keywords))
        return read_positive(value, MEMBER(Measure));
    MEMBER(Measure)->is_set = false;
    return true;
}

bool css_read_spacing(Str value, size_t offset, Declarations *declared)
{
    if (!css_is(value, "normal"))
        return css_read_length(value, MEMBER(Measure)) && MEMBER(Measure)->unit != UNIT_PERCENT;
    css_set_measure(MEMBER(Measure), 0, UNIT_PT);
    return true;
}

// ---- one to four values, for all sides

// Reads each side by `read`, whose member for the top is `offsets[EDGE_TOP]`, and so on.
static bool read_sides(Str value, CssRead *read, const size_t *offsets, Declarations *declared)
{
    CssWords words = css_words(value);
    if (words.count == 0 || words.count > EDGE_COUNT)
        return false;
    bool is_read = true;
    for (int edge = 0; edge < EDGE_COUNT; edge++) {
        int word = edge < words.count ? edge : edge == EDGE_LEFT && words.count > 1 ? 1 : 0;
        is_read &= read(words.words[word], offsets[edge], declared);
    }
    return is_read;
}

#define EDGE_OFFSETS(member)                                                                                           \
    {                                                                                                                  \
        offsetof(Declarations, edges[EDGE_TOP].member), offsetof(Declarations, edges[EDGE_RIGHT].member),              \
            offsetof(Declarations, edges[EDGE_BOTTOM].member), offsetof(Declarations, edges[EDGE_LEFT].member)         \
    }

bool css_read_margins(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    static const size_t offsets[] = {offsetof(Declarations, space_before), offsetof(Declarations, margin_right),
                                     offsetof(Declarations, space_after), offsetof(Declarations, margin_left)};
    return read_sides(value, css_read_margin, offsets, declared);
}

bool css_read_paddings(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    static const size_t offsets[] = EDGE_OFFSETS(padding);
    return read_sides(value, css_read_padding, offsets, declared);
}

// ---- colours and borders

bool css_read_color(Str value, size_t offset, Declarations *declared)
{
    ColorValue color, *member = MEMBER(ColorValue);
    if (css_is(value, "currentcolor"))
        return true;
    if (!color_read(value, &color))
        return false;
    member->color = color.color;
    member->is_set = true;
    member->is_none = color.is_none;
    return true;
}

// Colour in any place; pictures are not drawn, and said to be.
bool css_read_background(Str value, size_t offset, Declarations *declared)
{
    CssWords words = css_words(value);
    bool has_picture = false;
    for (int i = 0; i < words.count; i++) {
        Str word = words.words[i];
        bool is_color = css_read_color(word, offset, declared);
        has_picture |= !is_color && memchr(word.bytes, '(', word.length) != NULL;
    }
    if (!has_picture && words.count > 0 && css_is(words.words[0], "none")) {
        MEMBER(ColorValue)->is_set = true;
        MEMBER(ColorValue)->is_none = true;
    }
    return !has_picture;
}

bool css_read_line(Str value, size_t offset, Declarations *declared)
{
    static const char *const styles[] = {"none",   "hidden", "solid", "dashed", "dotted",
                                         "double", "groove", "ridge", "inset",  "outset"};
    size_t style = css_find_word(value, styles, COUNT_OF(styles));
    if (style == COUNT_OF(styles))
        return false;
    *MEMBER(Flag) = style < 2 ? FLAG_OFF : FLAG_ON;
    return true;
}

bool css_read_rule(Str value, size_t offset, Declarations *declared)
{
    static const char *const names[] = {"thin", "medium", "thick"};
    static const double widths_px[] = {1, 3, 5};
    size_t name = css_find_word(value, names, COUNT_OF(names));
    if (name == COUNT_OF(names))
        return read_positive(value, MEMBER(Measure)) && MEMBER(Measure)->unit != UNIT_PERCENT;
    css_set_measure(MEMBER(Measure), widths_px[name] * 0.75, UNIT_PT);
    return true;
}

bool css_read_edge(Str value, size_t offset, Declarations *declared)
{
    CssWords words = css_words(value);
    EdgeValue *edge = MEMBER(EdgeValue);
    edge->line = FLAG_OFF;
    edge->rule.is_set = false;
    bool is_read = true;
    for (int i = 0; i < words.count; i++) {
        Str word = words.words[i];
        is_read &= css_read_line(word, offset + offsetof(EdgeValue, line), declared) ||
                   css_read_rule(word, offset + offsetof(EdgeValue, rule), declared) ||
                   css_read_color(word, offset + offsetof(EdgeValue, color), declared);
    }
    return is_read;
}

bool css_read_edges(Str value, size_t offset, Declarations *declared)
{
    bool is_read = true;
    for (size_t edge = 0; edge < EDGE_COUNT; edge++)
        is_read &= css_read_edge(value, offset + edge * sizeof(EdgeValue), declared);
    return is_read;
}

bool css_read_edge_lines(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    static const size_t offsets[] = EDGE_OFFSETS(line);
    return read_sides(value, css_read_line, offsets, declared);
}

bool css_read_edge_rules(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    static const size_t offsets[] = EDGE_OFFSETS(rule);
    return read_sides(value, css_read_rule, offsets, declared);
}

bool css_read_edge_colors(Str value, size_t offset, Declarations *declared)
{
    (void)offset;
    static const size_t offsets[] = EDGE_OFFSETS(color);
    return read_sides(value, css_read_color, offsets, declared);
}
