// The tree's links, and walks that need no recursion.
#include "node.h"

Node *node_following(const Node *root, const Node *node)
{
    if (node->first_child)
        return node->first_child;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

void node_insert(Node *parent, Node *previous, Node *node)
{
    node->parent = parent;
    node->next = previous ? previous->next : parent->first_child;
    if (previous)
        previous->next = node;
    else
        parent->first_child = node;
    if (!node->next)
        parent->last_child = node;
}

void node_remove(Node *node)
{
    Node *parent = node->parent, *previous = NULL;
    for (Node *child = parent->first_child; child != node; child = child->next)
        previous = child;
    if (previous)
        previous->next = node->next;
    else
        parent->first_child = node->next;
    if (parent->last_child == node)
        parent->last_child = previous;
    node->parent = node->next = NULL;
}

bool node_within(const Node *node, NodeKind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return node;
}

bool node_has_text(const Node *node)
{
    for (const Node *at = node; at; at = node_following(node, at)) {
        if (at->kind != NODE_NOTE && at->kind != NODE_BLANK && at->text.length > 0)
            return true;
    }
    return false;
}

const Node *node_lone_image(const Node *paragraph)
{
    const Node *child = paragraph->first_child;
    while (child && !child->next && child->kind != NODE_IMAGE)
        child = child->first_child;
    return child && !child->next ? child : NULL;
}

const Node *node_caption(const Node *node)
{
    const Node *child = node->first_child;
    while (child && child->kind != NODE_CAPTION)
        child = child->next;
    return child;
}

Str node_plain_text(const Node *node, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (const Node *at = node; at; at = node_following(node, at)) {
        bool parts = at->kind == NODE_LINE_BREAK || (at != node && at->kind < NODE_TEXT);
        if (parts && out.length > 0 && out.bytes[out.length - 1] != ' ')
            buffer_append_char(&out, ' ');
        if (at->kind == NODE_TEXT || at->kind == NODE_CODE || at->kind == NODE_CODE_BLOCK)
            buffer_append_str(&out, at->text);
    }
    return buffer_str(&out);
}

Str node_said_language(const Node *node, Str lang)
{
    for (; node; node = node->parent) {
        if (node->lang.length > 0)
            return node->lang;
    }
    return lang;
}

bool classes_have(Str classes, Str wanted)
{
    while (classes.length > 0) {
        uint32_t end = 0;
        while (end < classes.length && classes.bytes[end] != ' ')
            end++;
        if (str_equal_nocase((Str){classes.bytes, end}, wanted))
            return true;
        classes = str_trim(str_from_offset(classes, end));
    }
    return false;
}

Str node_anchor(const Node *node)
{
    return node->id.length == 0 && node->kind == NODE_HEADING ? node->heading.anchor : node->id;
}

uint32_t character_fold(uint32_t character)
{
    if (character >= 'A' && character <= 'Z')
        return character + 32;
    if (character >= 0xC0 && character <= 0xDE && character != 0xD7)
        return character + 32;
    bool is_even_pair = (character >= 0x100 && character <= 0x137) || (character >= 0x14A && character <= 0x177) ||
                        (character >= 0x460 && character <= 0x481) || (character >= 0x48A && character <= 0x4BF) ||
                        (character >= 0x1E00 && character <= 0x1EFF);
    if (is_even_pair)
        return character | 1;
    if ((character >= 0x139 && character <= 0x148) || (character >= 0x179 && character <= 0x17E))
        return character + (character & 1);
    if ((character >= 0x391 && character <= 0x3A9) || (character >= 0x410 && character <= 0x42F))
        return character + 32;
    if (character >= 0x400 && character <= 0x40F)
        return character + 80;
    return character;
}

Span span_of_word(const Source *source, Span span, Str word)
{
    if (span.end <= span.start || span.end > source->text.length)
        return span;
    const char *found = memmem(source->text.bytes + span.start, span.end - span.start, word.bytes, word.length);
    if (!found)
        return span;
    uint32_t start = (uint32_t)(found - source->text.bytes);
    return (Span){span.source, start, start + word.length};
}
