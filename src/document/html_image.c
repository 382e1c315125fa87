// Pictures: <img>, and SVG within the text, which is taken from the source as it stands and handed on as the data of an
// image.
#include "html_element.h"
#include "node.h"

// The last part of a path, without query; "image" where there is none.
static Str file_name(Str target)
{
    if (str_starts_with(target, STR("data:")))
        return STR("image");
    uint32_t start = 0, end = 0;
    while (end < target.length && target.bytes[end] != '?' && target.bytes[end] != '#') {
        if (target.bytes[end] == '/')
            start = end + 1;
        end++;
    }
    return end > start ? (Str){target.bytes + start, end - start} : STR("image");
}

void html_open_image(Builder *builder, Diagnostics *diagnostics, const Node *pattern)
{
    const ImageRequest *request = pattern->image;
    Str target = str_shorten(request->target, HTML_TARGET_SHOWN);
    bool is_unnamed = !request->has_alternative && !request->is_decorative;
    if (is_unnamed)
        diagnose(diagnostics, pattern->span, DIAG_ALT_MISSING, STR_ARGS(target));
    Frame frame = {.role = FRAME_INLINE, .is_markdown = true, .pattern = *pattern};
    bool is_skipped = builder->skip_count > 0;
    if (!builder_open_image(builder, &frame) && !is_skipped)
        diagnose(diagnostics, pattern->span, DIAG_IMAGE_PLAIN, STR_ARGS(target));
    if (is_unnamed)
        builder_text(builder, file_name(request->target), pattern->span);
}

static bool tells_nothing(const HtmlElement *element)
{
    Str role = str_trim(element->values[ATTRIBUTE_ROLE]);
    return str_equal_nocase(str_trim(element->values[ATTRIBUTE_ARIA_HIDDEN]), STR("true")) ||
           str_equal_nocase(role, STR("presentation")) || str_equal_nocase(role, STR("none"));
}

static Align side_of(Str align)
{
    if (str_equal_nocase(align, STR("left")))
        return ALIGN_LEFT;
    if (str_equal_nocase(align, STR("right")))
        return ALIGN_RIGHT;
    bool is_center = str_equal_nocase(align, STR("center")) || str_equal_nocase(align, STR("middle"));
    return is_center ? ALIGN_CENTER : ALIGN_START;
}

// With the text that is told of it, which is clean.
static void take(Html *html, const HtmlElement *element, ImageRequest *request, Str alternative)
{
    const Declarations *declared = &element->declared;
    Node pattern = {.kind = NODE_IMAGE,
                    .span = element->span,
                    .id = html_value(html, element, ATTRIBUTE_ID),
                    .classes = html_value(html, element, ATTRIBUTE_CLASS),
                    .align = side_of(str_trim(element->values[ATTRIBUTE_ALIGN])),
                    .image = request};
    if (declared->margin_left.unit == UNIT_AUTO && declared->margin_left.is_set)
        pattern.align = declared->margin_right.unit == UNIT_AUTO ? ALIGN_CENTER : ALIGN_RIGHT;
    request->is_decorative |= tells_nothing(element) || classes_have(pattern.classes, STR("decorative"));
    request->has_alternative &= !request->is_decorative;
    html_open_image(html->builder, html->diagnostics, &pattern);
    if (request->has_alternative)
        builder_text(html->builder, alternative, element->span);
    builder_close_markdown(html->builder);
}

void html_take_image(Html *html, const HtmlElement *element)
{
    ImageRequest *request = arena_new(html->arena, ImageRequest);
    Str alternative = html_value(html, element, ATTRIBUTE_ALT);
    request->target = html_value(html, element, ATTRIBUTE_SRC);
    request->title = html_value(html, element, ATTRIBUTE_TITLE);
    request->width = html_size(html, element, ATTRIBUTE_WIDTH, &element->declared.width);
    request->height = html_size(html, element, ATTRIBUTE_HEIGHT, &element->declared.height);
    request->has_alternative = element->has[ATTRIBUTE_ALT];
    request->is_decorative =
        element->has[ATTRIBUTE_ALT] && alternative.length == 0; // alt="" says that it tells nothing
    take(html, element, request, alternative);
}

// ---- SVG within the text

void html_begin_picture(Html *html, const HtmlElement *element)
{
    html->picture = arena_new(html->arena, HtmlElement);
    *html->picture = *element;
    if (element->is_closed) { // there is nothing in it
        builder_close(html->builder, html->builder->count - 1);
        html->picture = NULL;
    }
}

static Str title_of(Str svg)
{
    const char *start = memmem(svg.bytes, svg.length, "<title", 6);
    if (!start)
        return (Str){0};
    Str rest = str_from_offset(svg, (uint32_t)(start - svg.bytes));
    const char *open = memchr(rest.bytes, '>', rest.length), *end = memmem(rest.bytes, rest.length, "</title", 7);
    return open && end && end > open ? (Str){open + 1, (uint32_t)(end - open) - 1} : (Str){0};
}

// As an address that has it all; only a '%' must be escaped (RFC 2397). XML wants namespaces, HTML does not.
static Str address_of(Html *html, Str svg)
{
    Buffer address = {.arena = html->arena};
    buffer_append_str(&address, STR("data:image/svg+xml,<svg"));
    if (!memmem(svg.bytes, svg.length, "http://www.w3.org/2000/svg", 26))
        buffer_append_str(&address, STR(" xmlns=\"http://www.w3.org/2000/svg\""));
    if (!memmem(svg.bytes, svg.length, "xmlns:xlink", 11))
        buffer_append_str(&address, STR(" xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
    for (uint32_t i = STR("<svg").length; i < svg.length; i++) {
        if (svg.bytes[i] == '%')
            buffer_append_str(&address, STR("%25"));
        else
            buffer_append_char(&address, svg.bytes[i]);
    }
    return buffer_str(&address);
}

void html_end_picture(Html *html, Span end)
{
    const HtmlElement *element = html->picture;
    html->picture = NULL;
    if (!element || html->builder->skip_count > 0)
        return;
    uint32_t start = element->span.start;
    Str svg = {html->source->text.bytes + start, end.end > start ? end.end - start : 0};
    if (end.source != element->span.source || svg.length < 4 || !str_equal_nocase((Str){svg.bytes, 4}, STR("<svg")))
        return;
    ImageRequest *request = arena_new(html->arena, ImageRequest);
    Str alternative = html_value(html, element, ATTRIBUTE_ARIA_LABEL);
    if (alternative.length == 0) {
        Str title = text_clean(html->arena, str_trim(entity_decode(html->entities, title_of(svg))), element->span,
                               html->diagnostics);
        alternative = arena_str(html->arena, title.bytes, title.length);
    }
    request->target = address_of(html, svg);
    request->has_alternative = alternative.length > 0;
    take(html, element, request, alternative);
}
