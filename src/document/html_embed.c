// What is not for paper leaves its address, as a link and its text, and what it holds for those who can not have it.
#include "html_element.h"

static void put_address(Html *html, const HtmlElement *element, Str address)
{
    Builder *builder = html->builder;
    Str title = html_value(html, element, ATTRIBUTE_TITLE);
    Frame frame = {.role = FRAME_INLINE, .is_markdown = true};
    frame.pattern = (Node){.kind = NODE_LINK, .span = element->span, .link.target = address};
    builder_text(builder, STR(" "), element->span);
    if (title.length > 0) {
        builder_text(builder, title, element->span);
        builder_text(builder, STR(": "), element->span);
    }
    builder_open(builder, &frame);
    builder_text(builder, address, element->span);
    builder_close_markdown(builder);
    builder_text(builder, STR(" "), element->span);
}

static bool is_shown_elsewhere(Str address)
{
    return address.length > 0 && !str_starts_with(address, STR("data:")) && !str_starts_with(address, STR("blob:")) &&
           !str_starts_with(address, STR("about:"));
}

// Index of the film or sound that is open, and whose address is not set yet; 0 where there is none.
static size_t find_waiting(const Html *html)
{
    static const char *const names[] = {"video", "audio"};
    size_t index = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names && index == 0; i++)
        index = html_find_open(html->builder, html_tag_find(str_from(names[i])), NODE_KIND_COUNT, NODE_CELL);
    return index > 0 && !html->builder->frames[index].has_reported ? index : 0;
}

void html_take_embedded(Html *html, const HtmlElement *element)
{
    Str address = html_value(html, element, element->has[ATTRIBUTE_SRC] ? ATTRIBUTE_SRC : ATTRIBUTE_DATA);
    bool is_source = html_tag_is(element->tag, "source"), has_address = is_shown_elsewhere(address);
    if (is_source) { // the first one is the one that plays
        size_t waiting = find_waiting(html);
        if (waiting == 0 || !has_address)
            return;
        html->builder->frames[waiting].has_reported = true;
    } else {
        diagnose(html->diagnostics, element->span, DIAG_HTML_EMBEDDED, STR_ARGS(element->tag->name),
                 has_address ? "; its address is set in its place" : "");
    }
    if (has_address)
        put_address(html, element, address);
}

// What it says in words is better than its signs in a row.
void html_take_math(Html *html, const HtmlElement *element)
{
    Str text = html_value(html, element, ATTRIBUTE_ALTTEXT);
    diagnose(html->diagnostics, element->span, DIAG_HTML_MATH);
    if (text.length == 0)
        return;
    builder_text(html->builder, text, element->span);
    builder_skip(html->builder);
}
