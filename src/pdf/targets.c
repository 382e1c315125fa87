#include "pdf/targets.h"

#include <stdlib.h>

static int compare_bytes(Str a, Str b)
{
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

static int compare_nodes(const void *a, const void *b)
{
    const Node *left = *(const Node *const *)a, *right = *(const Node *const *)b;
    int order = compare_bytes(node_anchor(left), node_anchor(right));
    return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

Anchors anchors_find(const Document *document, Arena *arena)
{
    Anchors anchors = {0};
    size_t capacity = 0, kept = 0;
    for (size_t i = 0; i < document->node_count; i++) {
        if (node_anchor(document->nodes[i]).length > 0)
            *arena_push(arena, anchors.nodes, anchors.count, capacity) = document->nodes[i];
    }
    if (anchors.count == 0)
        return anchors;
    qsort(anchors.nodes, anchors.count, sizeof *anchors.nodes, compare_nodes);
    for (size_t i = 1; i < anchors.count; i++) {
        if (!str_equal(node_anchor(anchors.nodes[i]), node_anchor(anchors.nodes[kept])))
            anchors.nodes[++kept] = anchors.nodes[i];
    }
    anchors.count = kept + 1;
    return anchors;
}

Target target_of(const Node *link)
{
    if (link->kind == NODE_NOTE)
        return (Target){TARGET_NODE, link->note.reference, {0}};
    if (link->kind == NODE_NOTE_REFERENCE)
        return (Target){link->reference.note ? TARGET_NODE : TARGET_NONE, link->reference.note, {0}};
    static const TargetKind kinds[] = {
        [LINK_PLAIN] = TARGET_NONE, [LINK_WITHIN] = TARGET_NODE, [LINK_WEB] = TARGET_WEB};
    return (Target){kinds[link->link.kind], link->link.destination, str_trim(link->link.target)};
}
