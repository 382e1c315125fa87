// The stack of open elements, and what each may hold.
#include "builder.h"

static Node *innermost(const Builder *builder)
{
    for (size_t i = builder->depth; i-- > 0;) {
        if (builder->stack[i].node)
            return builder->stack[i].node;
    }
    return NULL;
}

static bool in_code(const Builder *builder)
{
    for (size_t i = builder->depth; i-- > 0;) {
        const HtmlTag *tag = builder->stack[i].tag;
        if (!builder->stack[i].node && tag && tag->kind == NODE_CODE)
            return true;
    }
    return false;
}

static bool in_bold(const Builder *builder)
{
    for (size_t i = builder->depth; i-- > 0;) {
        const HtmlTag *tag = builder->stack[i].tag;
        if (tag && (tag->flags & HTML_BOLD))
            return true;
    }
    return false;
}

static Node *node_append(Builder *builder, Node *parent, NodeKind kind, Span span)
{
    Node *node = arena_new(builder->arena, Node);
    node->kind = kind;
    node->span = span;
    node->parent = parent;
    if (parent->last_child)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    parent->last_child = node;
    return node;
}

static void flush_text(Builder *builder)
{
    if (builder->text.length == 0)
        return;
    Str text = arena_str(builder->arena, builder->text.bytes, builder->text.length);
    Node *parent = innermost(builder);
    builder->text.length = 0;
    if (parent->kind == NODE_CODE_BLOCK) {
        parent->text = arena_format(builder->arena, "%.*s%.*s", STR_ARGS(parent->text), STR_ARGS(text));
        return;
    }
    Node *node = node_append(builder, parent, in_code(builder) ? NODE_CODE : NODE_TEXT, builder->text_span);
    node->text = text;
}

static void push(Builder *builder, OpenElement element)
{
    *arena_push(builder->arena, builder->stack, builder->depth, builder->capacity) = element;
}

// What is opened to put the tree right may go beyond the limit, by at most a table's row, cell and paragraph: else text
// would lie where none may.
static bool is_too_deep(Builder *builder)
{
    if (builder->depth < LIMIT_NESTING)
        return false;
    diagnose(builder->diagnostics, (Span){builder->source->id, 0, 0}, DIAG_NESTING_DEEP, LIMIT_NESTING);
    return true;
}

static Node *open_within(Builder *builder, NodeKind kind, Span span)
{
    Node *node = node_append(builder, innermost(builder), kind, span);
    push(builder, (OpenElement){.node = node});
    if (kind == NODE_LIST) {
        node->list.tight = true;
        node->list.start = 1;
        node->list.delimiter = '.';
    }
    return node;
}

void builder_close_to(Builder *builder, size_t depth)
{
    flush_text(builder);
    if (builder->depth > depth)
        builder->depth = depth;
}

static bool is_structural(NodeKind kind)
{
    return kind == NODE_TABLE || kind == NODE_ROW || kind == NODE_LIST || kind == NODE_NOTES;
}

// The element that must hold `kind` directly, or NODE_DOCUMENT for any.
static NodeKind holder_of(NodeKind kind)
{
    switch (kind) {
    case NODE_ITEM:
        return NODE_LIST;
    case NODE_CELL:
        return NODE_ROW;
    case NODE_ROW:
    case NODE_CAPTION:
        return NODE_TABLE;
    case NODE_NOTE:
        return NODE_NOTES;
    default:
        return NODE_DOCUMENT;
    }
}

static bool close_to_kind(Builder *builder, NodeKind kind)
{
    for (size_t i = builder->depth; i-- > 1;) {
        const Node *node = builder->stack[i].node;
        if (node && node->kind == kind) {
            builder_close_to(builder, i + 1);
            return true;
        }
        // A table in a cell is closed by its own end alone, and so is a list.
        if (node && is_structural(node->kind) && node->kind != NODE_ROW)
            return false;
    }
    return false;
}

// Makes the innermost element one that may hold a block of this kind.
static void prepare_block(Builder *builder, NodeKind kind, Span span)
{
    while (builder->depth > 1 && (!builder->stack[builder->depth - 1].node ||
                                  node_kind_holds(builder->stack[builder->depth - 1].node->kind) != HOLDS_BLOCKS))
        builder_close_to(builder, builder->depth - 1);
    NodeKind holder = holder_of(kind);
    if (holder != NODE_DOCUMENT) {
        if (innermost(builder)->kind == holder || close_to_kind(builder, holder))
            return;
        prepare_block(builder, holder, span);
        open_within(builder, holder, span);
        return;
    }
    NodeKind within = innermost(builder)->kind;
    if (within == NODE_TABLE)
        open_within(builder, NODE_ROW, span);
    if (within == NODE_TABLE || within == NODE_ROW)
        open_within(builder, NODE_CELL, span);
    if (within == NODE_LIST)
        open_within(builder, NODE_ITEM, span);
}

static void prepare_inline(Builder *builder, Span span)
{
    if (node_kind_holds(innermost(builder)->kind) == HOLDS_INLINES)
        return;
    prepare_block(builder, NODE_PARAGRAPH, span);
    open_within(builder, NODE_PARAGRAPH, span);
    if (in_bold(builder))
        open_within(builder, NODE_STRONG, span);
}

static bool is_block(NodeKind kind)
{
    return kind < NODE_TEXT;
}

static void prepare(Builder *builder, NodeKind kind, Span span)
{
    flush_text(builder);
    if (is_block(kind))
        prepare_block(builder, kind, span);
    else
        prepare_inline(builder, span);
}

Node *builder_open(Builder *builder, NodeKind kind, Span span, const void *origin, const HtmlTag *tag)
{
    prepare(builder, kind, span);
    if (is_too_deep(builder))
        return NULL;
    Node *node = node_append(builder, innermost(builder), kind, span);
    push(builder, (OpenElement){node, origin, tag});
    return node;
}

void builder_open_plain(Builder *builder, const HtmlTag *tag)
{
    flush_text(builder);
    if (!is_too_deep(builder))
        push(builder, (OpenElement){.tag = tag});
}

Node *builder_add(Builder *builder, NodeKind kind, Span span)
{
    prepare(builder, kind, span);
    return node_append(builder, innermost(builder), kind, span);
}

void builder_text(Builder *builder, Str text, Span span)
{
    NodeKind within = innermost(builder)->kind;
    if (node_kind_holds(within) == HOLDS_BLOCKS) {
        if (str_trim(text).length == 0)
            return;
        prepare_inline(builder, span);
    }
    if (builder->text.length == 0)
        builder->text_span = span;
    else
        builder->text_span.end = span.end;
    builder->text.arena = builder->arena;
    buffer_append_str(&builder->text, text);
}

size_t builder_find_origin(const Builder *builder, const void *origin)
{
    for (size_t i = builder->depth; i-- > 1;) {
        if (builder->stack[i].origin == origin)
            return i;
    }
    return 0;
}

static Str base_name(Str path)
{
    for (uint32_t i = path.length; i-- > 0;) {
        if (path.bytes[i] == '/')
            return str_from_offset(path, i + 1);
    }
    return path;
}

void builder_image(Builder *builder, Str target, Str title, Str alternative, bool has_alternative, Span span)
{
    Str shown = alternative;
    Str name = str_starts_with(target, STR("data:")) ? STR("data:") : target;
    diagnose(builder->diagnostics, span, DIAG_IMAGE_PLAIN, STR_ARGS(name));
    if (str_trim(alternative).length == 0) {
        if (has_alternative) // alt="" says that it shows nothing
            return;
        diagnose(builder->diagnostics, span, DIAG_ALT_MISSING, STR_ARGS(name));
        shown = base_name(name);
    }
    Node *image = builder_open(builder, NODE_IMAGE, span, NULL, NULL);
    if (!image)
        return;
    image->link.target = target;
    image->link.title = title;
    builder_text(builder, shown, span);
    builder_close_to(builder, builder->depth - 1);
}
