// What each tag does is in html_tags.h; here is how tokens become the builder's events. As in browsers, a start tag
// closes what it can not stand in (html_open.c), and an end tag closes all that was opened behind its start, within
// bounds: a cell is closed to end tags from within, but for those of its table, and so is a block of Markdown. End tags
// that end nothing are ignored. Otherwise than in browsers, text astray in a table stays there, in a cell of its own,
// and a heading that was never closed ends at the next block of Markdown.
#include "html.h"

#include "contents.h"
#include "extras.h"
#include "html_element.h"

enum {
    COLUMNS_MAX = 1000, // as in the HTML standard, section 4.9.11
    UNKNOWN_MAX = 64,   // different unknown tags that are reported
};

Html *html_new(Arena *arena, Builder *builder, Diagnostics *diagnostics)
{
    Html *html = arena_new(arena, Html);
    html->arena = arena;
    html->builder = builder;
    html->diagnostics = diagnostics;
    html->entities = entity_cache_new(arena);
    html->css = css_reader_new(arena, diagnostics);
    return html;
}

// ---- start tags

// Within a paragraph of Markdown there is none.
static bool is_within_paragraph(const Html *html)
{
    const Frame *top = &html->builder->frames[html->builder->count - 1];
    return top->is_markdown && top->role != FRAME_BLOCK;
}

static void take_page_break(Html *html, Span span)
{
    Node pattern = {.kind = NODE_PAGE_BREAK, .span = span};
    if (is_within_paragraph(html))
        diagnose(html->diagnostics, span, DIAG_PAGE_BREAK_INSIDE);
    else
        builder_insert_block(html->builder, &pattern);
}

static void take_contents(Html *html, Span span)
{
    Node pattern = {.kind = NODE_CONTENTS, .span = span};
    if (!is_within_paragraph(html))
        builder_insert_block(html->builder, &pattern);
}

static void take_column(Html *html, const HtmlElement *element)
{
    size_t table = html_find_open(html->builder, NULL, NODE_TABLE, NODE_KIND_COUNT);
    ColumnWidths *columns = table > 0 ? html->builder->frames[table].pattern.table.columns : NULL;
    Size width = html_size(html, element, ATTRIBUTE_WIDTH, &element->declared.width);
    int count = 1;
    html_read_integer(element->values[ATTRIBUTE_SPAN], COLUMNS_MAX, &count);
    for (int i = 0; (i == 0 || i < count) && columns && columns->count < COLUMNS_MAX; i++)
        *arena_push(html->arena, columns->widths, columns->count, columns->capacity) = width;
}

static void take_rule(Html *html, const HtmlElement *element)
{
    Node rule = {.kind = NODE_THEMATIC_BREAK,
                 .span = element->span,
                 .id = html_value(html, element, ATTRIBUTE_ID),
                 .classes = html_value(html, element, ATTRIBUTE_CLASS),
                 .declared = css_keep(html->css, &element->declared)};
    builder_insert_block(html->builder, &rule);
}

static void take_break(Html *html, const HtmlElement *element)
{
    const Declarations *declared = &element->declared;
    if (declared->break_before != PAGE_BREAK_NONE || declared->break_after != PAGE_BREAK_NONE)
        take_page_break(html, element->span); // as Word writes it
    else
        builder_line_break(html->builder, element->span);
}

static void take_action(Html *html, const HtmlElement *element)
{
    switch (element->tag->action) {
    case HTML_ACTION_BREAK:
        take_break(html, element);
        break;
    case HTML_ACTION_MAY_BREAK:
        if (html->builder->leaf)
            builder_text(html->builder, STR("\u200B"), element->span);
        break;
    case HTML_ACTION_RULE:
        take_rule(html, element);
        break;
    case HTML_ACTION_COLUMN:
        take_column(html, element);
        break;
    case HTML_ACTION_IMAGE:
        html_take_image(html, element);
        break;
    case HTML_ACTION_CONTROL:
        html_take_control(html, element);
        break;
    case HTML_ACTION_EMBED:
        html_take_embedded(html, element);
        break;
    case HTML_ACTION_PICTURE:
        html_begin_picture(html, element);
        break;
    case HTML_ACTION_MATH:
        html_take_math(html, element);
        break;
    default:
        break;
    }
}

// Names with a prefix, as Word's, and of sites' own elements are not mistaken for something else.
static void report_unknown(Html *html, Str name, Span span)
{
    bool is_meant = memchr(name.bytes, ':', name.length) || memchr(name.bytes, '-', name.length);
    size_t math = html_find_open(html->builder, html_tag_find(STR("math")), NODE_KIND_COUNT, NODE_KIND_COUNT);
    if (is_meant || math > 0)
        return;
    for (size_t i = 0; i < html->unknown_count; i++) {
        if (str_equal_nocase(html->unknown[i], name))
            return;
    }
    if (html->unknown_count == UNKNOWN_MAX)
        return;
    Str kept = arena_str(html->arena, name.bytes, name.length);
    *arena_push(html->arena, html->unknown, html->unknown_count, html->unknown_capacity) = kept;
    Str shown = str_shorten(kept, HTML_TARGET_SHOWN);
    diagnose(html->diagnostics, span, DIAG_HTML_UNKNOWN, STR_ARGS(shown));
}

// Content up to the end tag, or to the end of the piece: what follows then is for the builder to skip.
static void take_raw(Html *html, const HtmlTag *tag, HtmlReader *reader, Span span)
{
    uint32_t start = reader->at, end = start;
    for (; end < reader->html.length; end++) {
        Str rest = str_from_offset(reader->html, end);
        if (rest.length >= tag->name.length + 2 && rest.bytes[0] == '<' && rest.bytes[1] == '/' &&
            str_equal_nocase((Str){rest.bytes + 2, tag->name.length}, tag->name))
            break;
    }
    reader->at = end;
    Str text = {reader->html.bytes + start, end - start};
    bool is_script = tag->role == HTML_ROLE_SKIP;
    builder_text(html->builder, is_script ? text : entity_decode(html->entities, text), span);
}

// A line end behind <pre> is not part of its text.
static void pass_line_end(HtmlReader *reader)
{
    Str rest = str_from_offset(reader->html, reader->at);
    if (str_starts_with(rest, STR("\r\n")))
        reader->at += 2;
    else if (str_starts_with(rest, STR("\n")) || str_starts_with(rest, STR("\r")))
        reader->at++;
}

static void take_start(Html *html, const HtmlToken *token, HtmlReader *reader, Span span)
{
    const HtmlTag *tag = html_tag_find(token->name);
    if (!tag) {
        if (html->builder->skip_count == 0)
            report_unknown(html, token->name, span);
        return;
    }
    HtmlElement element;
    html_element_read(html, tag, token, span, &element);
    bool is_shown = html->builder->skip_count == 0 && element.declared.hidden != FLAG_ON;
    bool is_void = tag->role == HTML_ROLE_VOID, is_embedded = tag->action == HTML_ACTION_EMBED;
    if (is_shown && (is_void || is_embedded))
        take_action(html, &element); // an embedded one's address stands before what it holds
    if (is_void)
        return;
    html_open(html, &element);
    if (is_shown && is_embedded) // else that of a <source> follows
        html->builder->frames[html->builder->count - 1].has_reported = element.has[ATTRIBUTE_SRC];
    else if (is_shown)
        take_action(html, &element);
    if (tag->flags & HTML_RAW)
        take_raw(html, tag, reader, span);
    if (tag->role == HTML_ROLE_VERBATIM)
        pass_line_end(reader);
}

// ---- end tags

static size_t find_start(const Builder *builder, const HtmlTag *tag)
{
    const NodeKind none = NODE_KIND_COUNT;
    if (html_is_section(tag))
        return html_find_open(builder, tag, none, NODE_TABLE);
    switch (tag->kind) {
    case NODE_ITEM:
        return html_find_open(builder, tag, NODE_ITEM, NODE_LIST);
    case NODE_TABLE:
        return html_find_open(builder, tag, none, none);
    case NODE_CELL:
    case NODE_ROW:
        return html_find_open(builder, tag, tag->kind, NODE_TABLE);
    case NODE_HEADING:
        return html_find_open(builder, tag, NODE_HEADING, NODE_CELL);
    default:
        return html_find_open(builder, tag, none, NODE_CELL);
    }
}

static void take_end(Html *html, const HtmlToken *token, Span span)
{
    Builder *builder = html->builder;
    const HtmlTag *tag = html_tag_find(token->name);
    size_t index = tag ? find_start(builder, tag) : 0;
    if (index > 0) {
        builder_close(builder, index);
        if (tag->action == HTML_ACTION_PICTURE)
            html_end_picture(html, span);
    } else if (tag && tag->kind == NODE_LINE_BREAK) {
        builder_line_break(builder, span); // </br>, as browsers read it
    }
}

// ---- tokens

static void report_skipped(Html *html, const HtmlToken *token, Str name, Span span)
{
    if (str_trim(token->content).length > 0)
        diagnose(html->diagnostics, span, DIAG_HTML_SKIPPED, STR_ARGS(name));
}

static void take_token(Html *html, const HtmlToken *token, HtmlReader *reader, Span span)
{
    switch (token->kind) {
    case HTML_TEXT:
        builder_text(html->builder, entity_decode(html->entities, token->raw), span);
        break;
    case HTML_CDATA:
        builder_text(html->builder, token->content, span);
        break;
    case HTML_START:
        take_start(html, token, reader, span);
        break;
    case HTML_END:
        take_end(html, token, span);
        break;
    case HTML_COMMENT:
        // One that is never closed takes what follows with it: that is hardly meant.
        if (!token->is_closed)
            report_skipped(html, token, STR("!--"), span);
        else if (page_break_is_named(str_trim(token->content)))
            take_page_break(html, span);
        else if (contents_is_named(str_trim(token->content)))
            take_contents(html, span);
        break;
    case HTML_INSTRUCTION:
        if (!str_starts_with(token->content, STR("xml")))
            report_skipped(html, token, STR("?"), span);
        break;
    case HTML_DECLARATION:
        if (!token->is_closed)
            report_skipped(html, token, STR("!"), span);
        break;
    }
}

void html_feed(Html *html, Str piece, Locator *locator)
{
    HtmlReader reader = {.html = piece};
    HtmlToken token;
    html->source = locator->source;
    while (html_token_next(&reader, &token)) {
        Span span = locator_find(locator, token.raw);
        take_token(html, &token, &reader, span);
    }
}

void html_end_block(Html *html)
{
    Builder *builder = html->builder;
    for (size_t i = builder->count; builder->skip_count > 0 && i-- > 1;) {
        const Frame *frame = &builder->frames[i];
        if (frame->role == FRAME_SKIP && (frame->tag->flags & HTML_RAW))
            builder_close(builder, i);
    }
    builder_end_image(builder);
}
