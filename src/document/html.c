// HTML islands: tokens become events of the builder, by the role of their tag.
#include "builder.h"
#include "html_token.h"

#include <stdlib.h>

typedef struct {
    Str id, classes, lang, align, href, src, alt, title, start;
    bool has_alt;
} Attributes;

static Attributes read_attributes(Builder *builder, Str text)
{
    Attributes all = {0};
    struct {
        const char *name;
        Str *value;
    } wanted[] = {{"id", &all.id},       {"class", &all.classes}, {"lang", &all.lang},
                  {"align", &all.align}, {"href", &all.href},     {"src", &all.src},
                  {"alt", &all.alt},     {"title", &all.title},   {"start", &all.start}};
    HtmlAttribute attribute;
    while (html_attribute_next(&text, &attribute)) {
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
            if (str_equal_nocase(attribute.name, str_from(wanted[i].name)))
                *wanted[i].value = entity_decode(builder->entities, attribute.value);
        }
        all.has_alt |= str_equal_nocase(attribute.name, STR("alt"));
    }
    return all;
}

static Align align_of(Str written)
{
    static const struct {
        const char *name;
        Align align;
    } rows[] = {{"left", ALIGN_LEFT}, {"center", ALIGN_CENTER}, {"right", ALIGN_RIGHT}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_equal_nocase(written, str_from(rows[i].name)))
            return rows[i].align;
    }
    return ALIGN_START;
}

static void set_attributes(Builder *builder, Node *node, const HtmlTag *tag, const Attributes *attributes)
{
    node->id = attributes->id;
    node->classes = attributes->classes;
    node->align = html_tag_is(tag, "center") ? ALIGN_CENTER : align_of(attributes->align);
    if (attributes->lang.length > 0)
        node->lang = language_tag(attributes->lang, builder->arena);
    if (node->kind == NODE_HEADING)
        node->heading.level = tag->name.bytes[1] - '0';
    if (node->kind == NODE_LINK)
        node->link.target = attributes->href;
    if (node->kind == NODE_LIST) {
        bool is_number = attributes->start.length > 0 && attributes->start.length < 9;
        node->list.ordered = html_tag_is(tag, "ol");
        node->list.tight = true;
        node->list.start = is_number ? atoi(attributes->start.bytes) : 1;
        node->list.delimiter = '.';
    }
    if (node->kind == NODE_ROW)
        node->row.is_header = builder->in_header_rows;
    if (node->kind == NODE_CELL)
        node->cell.is_header = html_tag_is(tag, "th");
}

static void void_element(Builder *builder, const HtmlTag *tag, const Attributes *attributes, Span span)
{
    if (tag->kind == NODE_LINE_BREAK || tag->kind == NODE_THEMATIC_BREAK)
        builder_add(builder, tag->kind, span);
    else if (tag->kind == NODE_IMAGE)
        builder_image(builder, attributes->src, attributes->title, attributes->alt, attributes->has_alt, span);
    else if (html_tag_is(tag, "wbr"))
        builder_text(builder, STR("\xE2\x80\x8B"), span); // U+200B: a line may break here
}

static void start_tag(Builder *builder, const HtmlTag *tag, const HtmlToken *token, Span span)
{
    Attributes attributes = read_attributes(builder, token->attributes);
    builder->ends_with_space = true; // white space behind a tag that starts a block says nothing
    switch (tag->role) {
    case HTML_ROLE_VOID:
        void_element(builder, tag, &attributes, span);
        return;
    case HTML_ROLE_PLAIN:
        if (html_tag_is(tag, "thead"))
            builder->in_header_rows = true;
        if (html_tag_is(tag, "tbody") || html_tag_is(tag, "tfoot"))
            builder->in_header_rows = false;
        return;
    case HTML_ROLE_SKIP:
        return;
    case HTML_ROLE_INLINE:
        builder->ends_with_space = false;
        if (tag->kind == NODE_CODE) {
            builder_open_plain(builder, tag);
            return;
        }
        break;
    default:
        break;
    }
    Node *node = builder_open(builder, tag->kind, span, NULL, tag);
    if (node)
        set_attributes(builder, node, tag, &attributes);
}

// Closes the innermost element of this tag; not one outside of the Markdown block or table that is open.
static void end_tag(Builder *builder, const HtmlTag *tag)
{
    if (html_tag_is(tag, "thead") || html_tag_is(tag, "table"))
        builder->in_header_rows = false;
    if (tag->role != HTML_ROLE_INLINE)
        builder->ends_with_space = true;
    for (size_t i = builder->depth; i-- > 1;) {
        const OpenElement *element = &builder->stack[i];
        if (element->tag == tag) {
            builder_close_to(builder, i);
            return;
        }
        if (element->origin)
            return;
    }
}

static bool is_in(const Builder *builder, NodeKind kind)
{
    for (size_t i = builder->depth; i-- > 1;) {
        if (builder->stack[i].node && builder->stack[i].node->kind == kind)
            return true;
    }
    return false;
}

static void html_text(Builder *builder, Str raw, Span span)
{
    Str text = entity_decode(builder->entities, raw);
    if (is_in(builder, NODE_CODE_BLOCK)) {
        builder_text(builder, text, span);
        return;
    }
    Buffer folded = {.arena = builder->arena};
    bool after_space = builder->ends_with_space;
    for (uint32_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool is_space = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (!is_space)
            buffer_append_char(&folded, byte);
        else if (!after_space)
            buffer_append_char(&folded, ' ');
        after_space = is_space;
    }
    if (folded.length > 0)
        builder_text(builder, buffer_str(&folded), span);
    builder->ends_with_space = after_space;
}

// Skips to behind the end tag, or, where that is missing, to behind the start tag: then nothing is lost.
static void skip_content(Builder *builder, const HtmlTag *tag, Str html, uint32_t *at, Span span)
{
    uint32_t content = *at, next = *at;
    while (next < html.length) {
        uint32_t start = next;
        HtmlToken token = html_token_next(html, &next);
        if (token.kind != HTML_END || html_tag_find(token.name) != tag)
            continue;
        if (str_trim((Str){html.bytes + content, start - content}).length > 0)
            diagnose(builder->diagnostics, span, DIAG_HTML_SKIPPED, STR_ARGS(tag->name));
        *at = next;
        return;
    }
}

void builder_feed_html(Builder *builder, Str html, Span span)
{
    for (uint32_t at = 0; at < html.length;) {
        uint32_t start = at;
        HtmlToken token = html_token_next(html, &at);
        Span place = {span.source, span.start + start, span.start + at};
        if (place.end > span.end)
            place = span;
        const HtmlTag *tag = NULL;
        if (token.kind == HTML_START || token.kind == HTML_END) {
            tag = html_tag_find(token.name);
            if (!tag && token.kind == HTML_START)
                diagnose(builder->diagnostics, place, DIAG_HTML_UNKNOWN, STR_ARGS(token.name));
        }
        if (token.kind == HTML_TEXT)
            html_text(builder, token.raw, place);
        else if (token.kind == HTML_CDATA)
            html_text(builder, token.content, place);
        else if (tag && token.kind == HTML_START)
            start_tag(builder, tag, &token, place);
        else if (tag)
            end_tag(builder, tag);
        if (tag && token.kind == HTML_START && tag->role == HTML_ROLE_SKIP)
            skip_content(builder, tag, html, &at, place);
    }
}
