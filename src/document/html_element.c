// A start tag's attributes, and what they, the tag and its style say of how it looks: in this order, as in browsers the
// style of the tag itself is the weakest, then come attributes, and the style attribute last.
#include "html_element.h"

#include "size.h"
#include "support/number.h"

static const Str names[] = {
#define HTML_ATTRIBUTE(id, name, tags, about) {name, sizeof(name) - 1},
#include "html_attributes.h"
#undef HTML_ATTRIBUTE
};

// ---- values

Str html_value(Html *html, const HtmlElement *element, HtmlAttributeId attribute)
{
    Str value = element->values[attribute];
    if (value.length == 0)
        return (Str){0};
    Str clean = str_trim(entity_decode(html->entities, value));
    clean = text_clean(html->arena, clean, element->span, html->diagnostics);
    return clean.length > 0 ? arena_str(html->arena, clean.bytes, clean.length) : (Str){0};
}

bool html_read_integer(Str text, int most, int *number)
{
    double value;
    text = str_trim(text);
    if (!number_take(&text, &value))
        return false;
    *number = (int)(value > most ? most : value < -most ? -most : value);
    return true;
}

// ---- how it looks

static void read_color(const HtmlElement *element, HtmlAttributeId attribute, ColorValue *color)
{
    ColorValue read;
    if (!element->has[attribute] || !color_read_legacy(element->values[attribute], &read))
        return;
    color->color = read.color;
    color->is_set = true;
}

// HTML, section 2.4.4.6, "rules for parsing dimension values": what follows the number does not count.
static void read_dimension(Str text, Measure *measure)
{
    double number;
    text = str_trim(text);
    if (!number_take(&text, &number) || number <= 0)
        return;
    bool is_percent = str_starts_with(text, STR("%"));
    measure->number = is_percent ? (number < 100 ? number : 100) : 0.75 * (number < 20000 ? number : 20000);
    measure->unit = is_percent ? UNIT_PERCENT : UNIT_PT;
    measure->is_set = true;
}

static void set_auto(Measure *measure)
{
    measure->unit = UNIT_AUTO;
    measure->is_set = true;
}

// Where a box stands that is no wider than it must.
static void read_box_align(Str value, Declarations *declared)
{
    bool is_center = str_equal_nocase(value, STR("center")) || str_equal_nocase(value, STR("middle"));
    if (is_center || str_equal_nocase(value, STR("right")))
        set_auto(&declared->margin_left);
    if (is_center || str_equal_nocase(value, STR("left")))
        set_auto(&declared->margin_right);
}

static void read_text_align(Str value, AlignValue *align)
{
    static const struct {
        const char *name;
        Align align;
    } aligns[] = {{"left", ALIGN_LEFT},
                  {"center", ALIGN_CENTER},
                  {"middle", ALIGN_CENTER},
                  {"right", ALIGN_RIGHT},
                  {"justify", ALIGN_JUSTIFY}};
    for (size_t i = 0; i < sizeof aligns / sizeof *aligns; i++) {
        if (str_equal_nocase(value, str_from(aligns[i].name))) {
            align->align = aligns[i].align;
            align->is_set = true;
        }
    }
}

static void read_font(const HtmlElement *element, Declarations *declared)
{
    if (element->has[ATTRIBUTE_SIZE])
        css_font_size(str_trim(element->values[ATTRIBUTE_SIZE]), &declared->size);
    Str face = element->values[ATTRIBUTE_FACE];
    bool is_mono =
        face.length > 0 && (memmem(face.bytes, face.length, "ourier", 6) || str_equal_nocase(face, STR("monospace")));
    declared->font.role = is_mono ? FONT_ROLE_MONO : FONT_ROLE_TEXT;
    declared->font.is_set = is_mono;
}

static void read_hints(const HtmlElement *element, Declarations *declared)
{
    const HtmlTag *tag = element->tag;
    Str align = str_trim(element->values[ATTRIBUTE_ALIGN]);
    bool is_rule = tag->kind == NODE_THEMATIC_BREAK, is_font = html_tag_is(tag, "font");
    if (is_rule || tag->kind == NODE_TABLE)
        read_box_align(align, declared);
    else if (tag->kind != NODE_IMAGE)
        read_text_align(align, &declared->align);
    if (is_rule)
        read_dimension(element->values[ATTRIBUTE_WIDTH], &declared->width);
    if (is_rule || is_font)
        read_color(element, ATTRIBUTE_COLOR, &declared->color);
    if (is_font)
        read_font(element, declared);
    if (tag->kind == NODE_CELL || tag->kind == NODE_ROW || tag->kind == NODE_TABLE)
        read_color(element, ATTRIBUTE_BGCOLOR, &declared->fill);
    if (tag->kind == NODE_LIST || tag->kind == NODE_ITEM)
        declared->list_mark = css_list_mark(str_trim(element->values[ATTRIBUTE_TYPE]));
    if (element->has[ATTRIBUTE_HIDDEN])
        declared->hidden = FLAG_ON;
}

static void declare(Html *html, HtmlElement *element)
{
    Declarations *declared = &element->declared;
    css_read(html->css, element->tag->look, element->span, declared);
    read_hints(element, declared);
    if (element->values[ATTRIBUTE_STYLE].length > 0)
        css_read(html->css, html_value(html, element, ATTRIBUTE_STYLE), element->span, declared);
}

// ---- reading

void html_element_read(Html *html, const HtmlTag *tag, const HtmlToken *token, Span span, HtmlElement *element)
{
    *element = (HtmlElement){.tag = tag, .span = span, .is_closed = str_ends_with(token->attributes, STR("/"))};
    Str rest = token->attributes;
    HtmlAttribute attribute;
    while (html_attribute_next(&rest, &attribute)) {
        for (size_t i = 0; i < ATTRIBUTE_COUNT; i++) {
            if (element->has[i] || !str_equal_nocase(attribute.name, names[i])) // the first of a name counts
                continue;
            element->has[i] = true;
            element->values[i] = attribute.value;
        }
    }
    declare(html, element);
}

Size html_size(Html *html, const HtmlElement *element, HtmlAttributeId attribute, const Measure *declared)
{
    static const SizeUnit units[] = {[UNIT_PT] = SIZE_PT,
                                     [UNIT_EM] = SIZE_EM,
                                     [UNIT_ROOT] = SIZE_EM,
                                     [UNIT_PERCENT] = SIZE_PERCENT,
                                     [UNIT_AUTO] = SIZE_NONE};
    Size size = {0};
    if (declared->is_set && declared->number > 0)
        return (Size){declared->number, units[declared->unit]};
    Str text = html_value(html, element, attribute), shown = str_shorten(text, HTML_TARGET_SHOWN);
    bool is_image = element->tag->kind == NODE_IMAGE; // how wide a column is is a matter of looks alone
    if (text.length > 0 && !size_read(text, &size) && is_image)
        diagnose(html->diagnostics, element->span, DIAG_IMAGE_SIZE, STR_ARGS(shown), names[attribute].bytes);
    return size;
}
