#include "pdf/locations.h"

typedef struct {
    Locations locations;
    Place *nodes;
    bool *is_leftward;
    Str *told;
    Arena *arena;
    const Node *last, *last_link; // of the run before
} Search;

static const Node *link_around(const Node *node)
{
    if (node && node->kind == NODE_NOTE) // a mark: what the note holds has nodes of its own
        return node;
    while (node && node->kind != NODE_LINK && node->kind != NODE_NOTE_REFERENCE)
        node = node->parent;
    return node;
}

static void set_place(Search *search, const Node *node, Place place)
{
    for (; node && !search->nodes[node->index].is_set; node = node->parent)
        search->nodes[node->index] = place;
}

// Without the space that hangs behind a word: nobody wants to touch that.
static Place place_of_run(const Box *box, const GlyphRun *run, uint32_t page)
{
    const Word *word = run->word;
    const InlineObject *object = run->run->object;
    if (object)
        return (Place){/*is_set*/ true, page,
                       box->x + run->x, box->y + box->line->ascent - object->ascent,
                       run->width,      object->ascent + object->descent};
    Length space = word->right_to_left ? 0 : glyph_run_space(run);
    return (Place){/*is_set*/ true, page, box->x + run->x, box->y, run->width - space, box->height};
}

static void widen(Place *place, Place other)
{
    Length right = length_max(place->x + place->width, other.x + other.width);
    place->x = length_min(place->x, other.x);
    place->width = right - place->x;
}

static void add_link(Search *search, const Node *link, Place place, bool goes_on)
{
    Locations *locations = &search->locations;
    if (goes_on)
        widen(&locations->links[locations->link_count - 1].place, place);
    else
        *arena_push(search->arena, locations->links, locations->link_count, locations->link_capacity) =
            (LinkArea){link, place};
}

static void search_line(Search *search, const Box *box, uint32_t page)
{
    const Node *link_before = NULL; // on this line
    for (size_t i = 0; i < box->line->run_count; i++) {
        const GlyphRun *run = &box->line->runs[i];
        const Node *node = run->run->node;
        if (node && run->word->right_to_left)
            search->is_leftward[node->index] = true;
        if (node && run->run->told.length > 0)
            search->told[node->index] = run->run->told;
        else if (node && (node->kind == NODE_ALERT || node->kind == NODE_CONTENTS || node->kind == NODE_CAPTION))
            search->told[node->index] = run->run->text;
        if (node != search->last) {
            set_place(search, node, place_of_run(box, run, page));
            search->last = node;
            search->last_link = link_around(node);
        }
        if (search->last_link)
            add_link(search, search->last_link, place_of_run(box, run, page), search->last_link == link_before);
        link_before = search->last_link;
    }
}

static void search_image(Search *search, const Box *box, uint32_t page)
{
    Place place = {/*is_set*/ true, page, box->x, box->y, box->width, box->height};
    const Node *link = link_around(box->node);
    set_place(search, box->node, place);
    if (link)
        add_link(search, link, place, /*goes_on*/ false);
}

// Nothing is drawn of `<a name="x"></a>`: its place is that of what follows, or, where it is last, of what it stands
// in.
static void place_anchors(Search *search, const Document *document)
{
    Place next = {0};
    for (size_t i = document->node_count; i-- > 0;) {
        const Node *node = document->nodes[i];
        Place *place = &search->nodes[i];
        if (!place->is_set && node->id.length > 0)
            *place = node->next || !node->parent ? next : search->nodes[node->parent->index];
        next = place->is_set ? *place : next;
    }
}

Locations locations_find(const Layout *layout, const Document *document, Arena *arena)
{
    Search search = {.arena = arena,
                     .nodes = arena_array(arena, Place, document->node_count),
                     .is_leftward = arena_array(arena, bool, document->node_count),
                     .told = arena_array(arena, Str, document->node_count)};
    for (size_t page = 0; page < layout->page_count; page++) {
        for (size_t i = 0; i < layout->pages[page].box_count; i++) {
            const Box *box = &layout->pages[page].boxes[i];
            if (box->kind == BOX_LINE && !box->is_artifact)
                search_line(&search, box, (uint32_t)page);
            else if (box->kind == BOX_IMAGE && !box->is_artifact)
                search_image(&search, box, (uint32_t)page);
        }
    }
    place_anchors(&search, document);
    search.locations.nodes = search.nodes;
    search.locations.is_leftward = search.is_leftward;
    search.locations.told = search.told;
    return search.locations;
}
