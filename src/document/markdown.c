// Markdown by cmark-gfm, walked with its iterator, so that depth costs no stack here.
//
// cmark-gfm gives lines and columns of blocks rightly, of inlines not always: the text of an inline is looked for in
// the source, from where the one before it was found, and no further than PLACE_SEARCH bytes, so that time stays
// linear.
#define CMARK_NO_SHORT_NAMES // they are hspdf's own NODE_ names

#include "markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdlib.h>

enum { PLACE_SEARCH = 2048 };

typedef struct {
    Builder *builder;
    uint32_t first_line; // of the body, an index into line_starts
    uint32_t cursor;     // in the source: where the inline before ended
    uint32_t block_end;
    Span block;
    int column;          // of a table's next cell
    uint8_t *alignments; // of the table
    int column_count;
} Walk;

static void free_node(void *node)
{
    cmark_node_free(node);
}

static uint32_t line_offset(const Walk *walk, int line)
{
    const Source *source = walk->builder->source;
    size_t index = walk->first_line + (size_t)(line > 0 ? line - 1 : 0);
    return index < source->line_count ? source->line_starts[index] : source->text.length;
}

static Span block_span(const Walk *walk, cmark_node *node)
{
    const Source *source = walk->builder->source;
    uint32_t start = line_offset(walk, cmark_node_get_start_line(node));
    uint32_t column = (uint32_t)cmark_node_get_start_column(node);
    uint32_t end = line_offset(walk, cmark_node_get_end_line(node)) + (uint32_t)cmark_node_get_end_column(node);
    start += column > 0 ? column - 1 : 0;
    if (end > source->text.length)
        end = source->text.length;
    if (start >= source->text.length)
        start = source->text.length > 0 ? source->text.length - 1 : 0;
    if (end <= start) // cmark-gfm ends an HTML block of one line on the line before
        end = start + 1;
    return (Span){source->id, start, end};
}

// Where `text` was written: the next place that has it, else where the one before ended.
static Span inline_span(Walk *walk, Str text)
{
    const Source *source = walk->builder->source;
    uint32_t end = walk->block_end;
    if (end > walk->cursor + PLACE_SEARCH + text.length)
        end = walk->cursor + PLACE_SEARCH + text.length;
    const char *found = NULL;
    if (text.length > 0 && walk->cursor < end)
        found = memmem(source->text.bytes + walk->cursor, end - walk->cursor, text.bytes, text.length);
    if (!found) {
        Span span = {source->id, walk->cursor, walk->cursor + 1};
        return walk->cursor < walk->block_end ? span : walk->block;
    }
    uint32_t start = (uint32_t)(found - source->text.bytes);
    walk->cursor = start + text.length;
    return (Span){source->id, start, walk->cursor};
}

static Str literal(const Walk *walk, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    return text ? arena_str(walk->builder->arena, text, strlen(text)) : (Str){0};
}

static Str copy(const Walk *walk, const char *text)
{
    return text ? arena_str(walk->builder->arena, text, strlen(text)) : (Str){0};
}

static bool type_is(cmark_node *node, const char *name)
{
    return strcmp(cmark_node_get_type_string(node), name) == 0;
}

static void enter_block(Walk *walk, cmark_node *node, NodeKind kind)
{
    Span span = block_span(walk, node);
    Node *made = builder_open(walk->builder, kind, span, node, NULL);
    walk->block = span;
    walk->cursor = span.start;
    walk->block_end = span.end;
    walk->builder->ends_with_space = true;
    if (!made)
        return;
    if (kind == NODE_HEADING)
        made->heading.level = cmark_node_get_heading_level(node);
    if (kind == NODE_LIST) {
        made->list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        made->list.start = made->list.ordered ? cmark_node_get_list_start(node) : 1;
        made->list.tight = cmark_node_get_list_tight(node);
        made->list.delimiter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ')' : '.';
    }
    if (kind == NODE_ITEM && type_is(node, "tasklist"))
        made->item.task = cmark_gfm_extensions_get_tasklist_item_checked(node) ? TASK_DONE : TASK_OPEN;
    if (kind == NODE_ROW) {
        made->row.is_header = cmark_gfm_extensions_get_table_row_is_header(node);
        walk->column = 0;
    }
    if (kind == NODE_CELL && walk->column < walk->column_count) {
        uint8_t align = walk->alignments[walk->column++];
        made->align = align == 'l'   ? ALIGN_LEFT
                      : align == 'c' ? ALIGN_CENTER
                      : align == 'r' ? ALIGN_RIGHT
                                     : ALIGN_START;
    }
    if (kind == NODE_TABLE) {
        walk->alignments = cmark_gfm_extensions_get_table_alignments(node);
        walk->column_count = cmark_gfm_extensions_get_table_columns(node);
    }
}

static void code_block(Walk *walk, cmark_node *node)
{
    Span span = block_span(walk, node);
    Node *made = builder_add(walk->builder, NODE_CODE_BLOCK, span);
    made->text = literal(walk, node);
    made->code_block.info = copy(walk, cmark_node_get_fence_info(node));
}

static void html_block(Walk *walk, cmark_node *node)
{
    walk->builder->ends_with_space = true;
    builder_feed_html(walk->builder, literal(walk, node), block_span(walk, node));
}

static void open_inline(Walk *walk, cmark_node *node, NodeKind kind)
{
    Span span = {walk->builder->source->id, walk->cursor, walk->cursor + 1};
    Node *made = builder_open(walk->builder, kind, span, node, NULL);
    if (made && kind == NODE_LINK) {
        made->link.target = copy(walk, cmark_node_get_url(node));
        made->link.title = copy(walk, cmark_node_get_title(node));
    }
}

// The alternative text is all text below the image.
static void image(Walk *walk, cmark_node *node)
{
    Buffer text = {.arena = walk->builder->arena};
    cmark_iter *iterator = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *at = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(at);
        if (event != CMARK_EVENT_ENTER)
            continue;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buffer_append_str(&text, literal(walk, at));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buffer_append_char(&text, ' ');
    }
    cmark_iter_free(iterator);
    Span span = inline_span(walk, STR("!["));
    builder_image(walk->builder, copy(walk, cmark_node_get_url(node)), copy(walk, cmark_node_get_title(node)),
                  buffer_str(&text), /*has_alternative*/ false, span);
}

static void note_reference(Walk *walk, cmark_node *node)
{
    Str mark = literal(walk, node);
    Node *made = builder_add(walk->builder, NODE_NOTE_REFERENCE, inline_span(walk, mark));
    made->text = mark;
}

// Notes come last in cmark-gfm's tree, each a block of its own.
static void note(Walk *walk, cmark_node *node)
{
    Builder *builder = walk->builder;
    Span span = block_span(walk, node);
    if (!builder->notes) {
        builder_close_to(builder, 1);
        builder->notes = builder_open(builder, NODE_NOTES, span, &builder->notes, NULL);
    }
    Node *made = builder_open(builder, NODE_NOTE, span, node, NULL);
    if (made)
        made->text = arena_format(builder->arena, "%zu", ++builder->note_count);
    diagnose(builder->diagnostics, span, DIAG_FOOTNOTE_PLAIN, made ? (int)made->text.length : 0,
             made ? made->text.bytes : "");
}

static void leave(Walk *walk, cmark_node *node)
{
    size_t depth = builder_find_origin(walk->builder, node);
    if (depth > 0)
        builder_close_to(walk->builder, depth);
}

static void text_event(Walk *walk, cmark_node *node)
{
    Str text = literal(walk, node);
    builder_text(walk->builder, text, inline_span(walk, text));
    walk->builder->ends_with_space = false;
}

static void code_event(Walk *walk, cmark_node *node)
{
    Str text = literal(walk, node);
    Node *made = builder_add(walk->builder, NODE_CODE, inline_span(walk, text));
    made->text = text;
}

static void inline_html(Walk *walk, cmark_node *node)
{
    Str html = literal(walk, node);
    builder_feed_html(walk->builder, html, inline_span(walk, html));
}

static bool enter_core(Walk *walk, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    static const struct {
        int type;
        NodeKind kind;
    } blocks[] = {{CMARK_NODE_BLOCK_QUOTE, NODE_QUOTE},
                  {CMARK_NODE_LIST, NODE_LIST},
                  {CMARK_NODE_ITEM, NODE_ITEM},
                  {CMARK_NODE_PARAGRAPH, NODE_PARAGRAPH},
                  {CMARK_NODE_HEADING, NODE_HEADING}};
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if ((int)type == blocks[i].type)
            return enter_block(walk, node, blocks[i].kind), true;
    }
    switch ((int)type) {
    case CMARK_NODE_TEXT:
        return text_event(walk, node), true;
    case CMARK_NODE_SOFTBREAK:
        return builder_text(walk->builder, STR(" "), inline_span(walk, STR("\n"))), true;
    case CMARK_NODE_LINEBREAK:
        return builder_add(walk->builder, NODE_LINE_BREAK, inline_span(walk, STR("\n"))), true;
    case CMARK_NODE_CODE:
        return code_event(walk, node), true;
    case CMARK_NODE_HTML_INLINE:
        return inline_html(walk, node), true;
    case CMARK_NODE_HTML_BLOCK:
        return html_block(walk, node), true;
    case CMARK_NODE_CODE_BLOCK:
        return code_block(walk, node), true;
    case CMARK_NODE_THEMATIC_BREAK:
        return builder_add(walk->builder, NODE_THEMATIC_BREAK, block_span(walk, node)), true;
    case CMARK_NODE_EMPH:
        return open_inline(walk, node, NODE_EMPHASIS), true;
    case CMARK_NODE_STRONG:
        return open_inline(walk, node, NODE_STRONG), true;
    case CMARK_NODE_LINK:
        return open_inline(walk, node, NODE_LINK), true;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        return note_reference(walk, node), true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return note(walk, node), true;
    default:
        return false;
    }
}

static void enter(Walk *walk, cmark_node *node)
{
    static const struct {
        const char *name;
        NodeKind kind;
        bool is_inline;
    } extensions[] = {{"table", NODE_TABLE, false},   {"table_header", NODE_ROW, false},
                      {"table_row", NODE_ROW, false}, {"table_cell", NODE_CELL, false},
                      {"tasklist", NODE_ITEM, false}, {"strikethrough", NODE_STRIKE, true}};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        if (!type_is(node, extensions[i].name))
            continue;
        if (extensions[i].is_inline)
            open_inline(walk, node, extensions[i].kind);
        else
            enter_block(walk, node, extensions[i].kind);
        return;
    }
    enter_core(walk, node);
}

static cmark_node *parse(Builder *builder)
{
    static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
        cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i]);
        if (extension)
            cmark_parser_attach_syntax_extension(parser, extension);
    }
    Str body = str_from_offset(builder->source->text, builder->source->body_start);
    cmark_parser_feed(parser, body.bytes, body.length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    arena_defer(builder->arena, free_node, root);
    return root;
}

static uint32_t line_of(const Source *source, uint32_t offset)
{
    uint32_t line = 0;
    while (line + 1 < source->line_count && source->line_starts[line + 1] <= offset)
        line++;
    return line;
}

static void free_iterator(void *iterator)
{
    cmark_iter_free(iterator);
}

void markdown_feed(Builder *builder)
{
    cmark_node *root = parse(builder);
    Walk walk = {.builder = builder, .first_line = line_of(builder->source, builder->source->body_start)};
    cmark_iter *iterator = cmark_iter_new(root);
    arena_defer(builder->arena, free_iterator, iterator);
    for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) {
            image(&walk, node);
            cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT);
            continue;
        }
        if (event == CMARK_EVENT_ENTER)
            enter(&walk, node);
        else
            leave(&walk, node);
    }
    builder_close_to(builder, 1);
}
