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
    int order = compare_bytes(left->id, right->id);
    return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

Anchors anchors_find(const Document *document, Arena *arena)
{
    Anchors anchors = {.arena = arena};
    size_t capacity = 0, kept = 0;
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->id.length > 0)
            *arena_push(arena, anchors.nodes, anchors.count, capacity) = document->nodes[i];
    }
    if (anchors.count == 0)
        return anchors;
    qsort(anchors.nodes, anchors.count, sizeof *anchors.nodes, compare_nodes);
    for (size_t i = 1; i < anchors.count; i++) {
        if (!str_equal(anchors.nodes[i]->id, anchors.nodes[kept]->id))
            anchors.nodes[++kept] = anchors.nodes[i];
    }
    anchors.count = kept + 1;
    return anchors;
}

static const Node *anchor_find(const Anchors *anchors, Str id)
{
    size_t low = 0, high = anchors->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_bytes(anchors->nodes[middle]->id, id);
        if (order == 0)
            return anchors->nodes[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_web(Str address)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:", "sms:", "ftp:", "geo:", "urn:", "doi:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        Str scheme = str_from(schemes[i]);
        if (address.length > scheme.length && str_equal_nocase((Str){address.bytes, scheme.length}, scheme))
            return true;
    }
    return false;
}

Target target_of(const Anchors *anchors, const Node *link)
{
    if (link->kind == NODE_NOTE)
        return (Target){TARGET_NODE, link->note.reference, {0}};
    if (link->kind == NODE_NOTE_REFERENCE)
        return (Target){link->reference.note ? TARGET_NODE : TARGET_NONE, link->reference.note, {0}};
    Str address = str_trim(link->link.target);
    if (str_starts_with(address, STR("#"))) {
        const Node *node = anchor_find(anchors, arena_percent_decoded(anchors->arena, str_from_offset(address, 1)));
        return (Target){node ? TARGET_NODE : TARGET_NONE, node, {0}};
    }
    return (Target){is_web(address) ? TARGET_WEB : TARGET_NONE, NULL, address};
}
