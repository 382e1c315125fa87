// The outline (ISO 32000-1, 12.3.3): title and headings, nested as in the structure tree, open to two levels.
#include "pdf/finish.h"
#include "pdf/output.h"

typedef struct {
    const Node *node;
    int level; // from 1
    uint32_t object;
    uint32_t parent, previous, next, first, last; // indices; 0: none
    uint32_t shown;                               // entries below it that are seen when it is open
} Entry;

typedef struct {
    Entry *entries; // 0 is the root
    size_t count, capacity;
} Outline;

static int level_of(const Node *node)
{
    return node->kind == NODE_TITLE ? 1 : node->kind == NODE_HEADING ? node->heading.structure_level : 0;
}

static void entry_add(Finish *finish, Outline *outline, const Node *node, uint32_t parent)
{
    uint32_t index = (uint32_t)outline->count;
    Entry *entry = arena_push(finish->arena, outline->entries, outline->count, outline->capacity);
    *entry = (Entry){.node = node, .level = node ? level_of(node) : 0};
    if (!node)
        return;
    Entry *above = &outline->entries[parent];
    entry->parent = parent;
    entry->previous = above->last;
    if (above->last > 0)
        outline->entries[above->last].next = index;
    else
        above->first = index;
    above->last = index;
}

static Outline collect(Finish *finish)
{
    Outline outline = {0};
    entry_add(finish, &outline, NULL, 0);
    uint32_t last = 0;
    for (size_t i = 0; i < finish->document->node_count; i++) {
        const Node *node = finish->document->nodes[i];
        if (level_of(node) == 0 || !finish->locations.nodes[i].is_set)
            continue;
        uint32_t parent = last;
        while (parent > 0 && outline.entries[parent].level >= level_of(node))
            parent = outline.entries[parent].parent;
        entry_add(finish, &outline, node, parent);
        last = (uint32_t)outline.count - 1;
    }
    return outline;
}

static bool is_open(const Entry *entry)
{
    return entry->level < 2;
}

static void count_shown(Outline *outline)
{
    for (size_t i = outline->count; i-- > 1;) {
        const Entry *entry = &outline->entries[i];
        outline->entries[entry->parent].shown += 1 + (is_open(entry) ? entry->shown : 0);
    }
}

static void put_link(const Outline *outline, const char *key, uint32_t entry, Buffer *out)
{
    if (entry == 0)
        return;
    put(out, key);
    put_reference(out, outline->entries[entry].object);
}

static void entry_write(Finish *finish, const Outline *outline, const Entry *entry)
{
    Buffer *out = writer_object(&finish->writer, entry->object);
    put(out, "<<");
    if (entry->node) {
        put(out, "/Title");
        put_text(out, str_trim(node_plain_text(entry->node, finish->arena)));
        put(out, "/Parent");
        put_reference(out, outline->entries[entry->parent].object);
        put(out, "/Dest");
        put_destination(finish, entry->node, out);
    } else {
        put(out, "/Type/Outlines");
    }
    put_link(outline, "/Prev", entry->previous, out);
    put_link(outline, "/Next", entry->next, out);
    put_link(outline, "/First", entry->first, out);
    put_link(outline, "/Last", entry->last, out);
    if (entry->shown > 0) {
        put(out, is_open(entry) ? "/Count " : "/Count -");
        put_number(out, entry->shown);
    }
    put(out, ">>");
}

uint32_t outline_write(Finish *finish)
{
    Outline outline = collect(finish);
    if (outline.count == 1)
        return 0;
    count_shown(&outline);
    for (size_t i = 0; i < outline.count; i++)
        outline.entries[i].object = writer_number(&finish->writer);
    for (size_t i = 0; i < outline.count; i++)
        entry_write(finish, &outline, &outline.entries[i]);
    return outline.entries[0].object;
}
