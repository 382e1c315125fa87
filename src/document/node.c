// Walks that need no recursion.
#include "node.h"

Node *node_following(const Node *root, const Node *node)
{
    if (node->first_child)
        return node->first_child;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool node_has_text(const Node *node)
{
    for (const Node *at = node; at; at = node_following(node, at)) {
        if (at->kind != NODE_NOTE && at->text.length > 0)
            return true;
    }
    return false;
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
