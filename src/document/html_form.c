// Forms on paper: lines to write on, and boxes to tick. Underscores become rules later (blank.c).
#include "html_element.h"

enum {
    LINE_SIGNS = 20, // of a field that does not say its size
    LINE_SIGNS_MIN = 4,
    LINE_SIGNS_MAX = 60,
    AREA_LINES = 2,
    AREA_LINES_MAX = 20,
};

static const Str boxes[] = {{"\u2610", 3}, {"\u2611", 3}};   // empty, ticked
static const Str circles[] = {{"\u25CB", 3}, {"\u25CF", 3}}; // of which one is to be chosen

static void put(Html *html, Str text, Span span)
{
    builder_text(html->builder, STR(" "), span);
    builder_text(html->builder, text, span);
    builder_text(html->builder, STR(" "), span);
}

static void put_line(Html *html, int signs, Span span)
{
    char line[LINE_SIGNS_MAX];
    signs = signs < LINE_SIGNS_MIN ? LINE_SIGNS_MIN : signs > LINE_SIGNS_MAX ? LINE_SIGNS_MAX : signs;
    memset(line, '_', (size_t)signs);
    put(html, (Str){line, (uint32_t)signs}, span);
}

static void take_input(Html *html, const HtmlElement *element)
{
    Str type = str_trim(element->values[ATTRIBUTE_TYPE]), value = html_value(html, element, ATTRIBUTE_VALUE);
    bool is_radio = str_equal_nocase(type, STR("radio"));
    static const char *const buttons[] = {"submit", "button", "reset"};
    if (is_radio || str_equal_nocase(type, STR("checkbox"))) {
        put(html, (is_radio ? circles : boxes)[element->has[ATTRIBUTE_CHECKED]], element->span);
        return;
    }
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        if (str_equal_nocase(type, str_from(buttons[i]))) {
            put(html, value, element->span);
            return;
        }
    }
    if (str_equal_nocase(type, STR("image"))) {
        put(html, html_value(html, element, ATTRIBUTE_ALT), element->span);
        return;
    }
    int signs = LINE_SIGNS;
    html_read_integer(element->values[ATTRIBUTE_SIZE], LINE_SIGNS_MAX, &signs);
    put(html, value.length > 0 ? value : html_value(html, element, ATTRIBUTE_PLACEHOLDER), element->span);
    if (value.length == 0)
        put_line(html, signs, element->span);
}

// What is written in it already follows them.
static void take_area(Html *html, const HtmlElement *element)
{
    int lines = AREA_LINES;
    html_read_integer(element->values[ATTRIBUTE_ROWS], AREA_LINES_MAX, &lines);
    builder_line_break(html->builder, element->span);
    put(html, html_value(html, element, ATTRIBUTE_PLACEHOLDER), element->span);
    for (int i = 0; i < lines; i++) {
        builder_line_break(html->builder, element->span);
        put_line(html, LINE_SIGNS, element->span);
    }
    builder_line_break(html->builder, element->span);
}

// One without a value is the invitation to choose.
static void take_option(Html *html, const HtmlElement *element)
{
    bool is_choice = !element->has[ATTRIBUTE_VALUE] || str_trim(element->values[ATTRIBUTE_VALUE]).length > 0;
    put(html, is_choice ? boxes[element->has[ATTRIBUTE_SELECTED]] : STR(" "), element->span);
    put(html, html_value(html, element, ATTRIBUTE_LABEL), element->span);
}

void html_take_control(Html *html, const HtmlElement *element)
{
    const HtmlTag *tag = element->tag;
    if (html_tag_is(tag, "input") && str_equal_nocase(str_trim(element->values[ATTRIBUTE_TYPE]), STR("hidden")))
        return;
    if (!html->has_told_form && !html_tag_is(tag, "button"))
        diagnose(html->diagnostics, element->span, DIAG_HTML_FORM);
    html->has_told_form |= !html_tag_is(tag, "button");
    if (html_tag_is(tag, "input"))
        take_input(html, element);
    else if (html_tag_is(tag, "textarea"))
        take_area(html, element);
    else if (html_tag_is(tag, "option"))
        take_option(html, element);
    else if (html_tag_is(tag, "optgroup"))
        put(html, html_value(html, element, ATTRIBUTE_LABEL), element->span);
}
