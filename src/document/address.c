#include "address.h"

#include "node.h"

static const Str sender = {"sender", 6}, recipient = {"recipient", 9}; // keys of front matter, and classes

bool node_is_address(const Node *node)
{
    return node->kind == NODE_DIVISION &&
           (classes_have(node->classes, sender) || classes_have(node->classes, recipient));
}

static Node *make_node(Arena *arena, NodeKind kind, Span span)
{
    Node *node = arena_new(arena, Node);
    *node = (Node){.kind = kind, .span = span};
    return node;
}

static Node *add_node(Arena *arena, Node *parent, NodeKind kind, Span span)
{
    Node *node = make_node(arena, kind, span);
    node_insert(parent, parent->last_child, node);
    return node;
}

static void add_text(Arena *arena, Node *paragraph, Str text)
{
    add_node(arena, paragraph, NODE_TEXT, paragraph->span)->text = text;
}

// An empty paragraph at the top of `part`, in a division of `class`.
static Node *open_address(Arena *arena, Node *part, const Source *source, Str key)
{
    const Value *value = value_find(source->front, key);
    Span span = value ? value->span : (Span){.source = source->id};
    Node *division = make_node(arena, NODE_DIVISION, span);
    division->classes = key;
    node_insert(part, NULL, division);
    Node *paragraph = add_node(arena, division, NODE_PARAGRAPH, span);
    paragraph->paragraph.is_implied = true; // the space around it is the division's
    return paragraph;
}

// What a record has no value for leaves no empty line.
static void put_lines(Arena *arena, Node *paragraph, const TextList *list)
{
    bool is_first = true;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].length == 0)
            continue;
        if (!is_first)
            add_node(arena, paragraph, NODE_LINE_BREAK, paragraph->span);
        add_text(arena, paragraph, list->items[i]);
        is_first = false;
    }
}

static void put_one_line(Arena *arena, Node *paragraph, const TextList *list)
{
    Buffer text = {.arena = arena};
    for (size_t i = 0; i < list->count; i++) {
        if (text.length > 0 && list->items[i].length > 0)
            buffer_append_str(&text, STR(" \xC2\xB7 "));
        buffer_append_str(&text, list->items[i]);
    }
    add_text(arena, paragraph, buffer_str(&text));
}

void addresses_insert(Arena *arena, Node *part, const Source *source, const Metadata *metadata)
{
    if (metadata->recipient.text.length > 0)
        put_lines(arena, open_address(arena, part, source, recipient), &metadata->recipient);
    if (metadata->sender.text.length > 0)
        put_one_line(arena, open_address(arena, part, source, sender), &metadata->sender);
}
