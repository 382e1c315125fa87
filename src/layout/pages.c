// Fills pages with strips, first fit: strips that are kept together make a chain, which goes to the next page
// where this one has no room for it. A chain that is higher than a page is broken wherever it must be, as CSS
// Fragmentation 3, section 4.4, drops its rules. Each strip is looked at once, so time is linear in the
// document's length.
#include "layout/flow.h"

typedef struct {
    LayoutContext *context;
    const PageStyle *page;
    size_t spare;           // boxes that each page has room for besides its own
    BoxList boxes;          // of the current page
    Length top, bottom, at; // of the text area; where the next strip may begin
    bool is_empty, is_turned;
    const Strip *last; // placed on this page
} Filling;

static void page_start(Filling *filling)
{
    filling->boxes.count = 0;
    filling->at = filling->top;
    filling->is_empty = true;
    filling->last = NULL;
}

static void add_moved(Filling *filling, Box box, Length y)
{
    box.x += filling->page->margin_left;
    box.y += y;
    *box_add(filling->context, &filling->boxes) = box;
}

static void page_end(Filling *filling)
{
    const Strip *last = filling->last;
    if (last && last->closing.height > 0)
        add_moved(filling, last->closing, filling->at - last->height);
    LayoutContext *context = filling->context;
    size_t count = filling->boxes.count, capacity = count + filling->spare;
    Box *boxes = arena_array(context->arena, Box, capacity);
    if (count > 0)
        memcpy(boxes, filling->boxes.boxes, count * sizeof *boxes);
    *arena_push(context->scratch, context->pages, context->page_count, context->page_capacity) =
        (FilledPage){{boxes, count, capacity}, filling->is_turned};
}

static void add_backdrops(Filling *filling, const Backdrop *backdrop, Length y, Length height)
{
    if (!backdrop)
        return;
    add_backdrops(filling, backdrop->outer, y, height);
    Box place = {.x = filling->page->margin_left + backdrop->x,
                 .y = y,
                 .width = backdrop->width,
                 .height = height,
                 .node = backdrop->node};
    box_add_fill(filling->context, &filling->boxes, place, backdrop->color);
}

static bool is_within(const Backdrop *backdrop, const Backdrop *outer)
{
    while (backdrop && backdrop != outer)
        backdrop = backdrop->outer;
    return backdrop == outer;
}

static void strip_draw(Filling *filling, const Strip *strip, Length y, bool is_repeated)
{
    for (size_t i = 0; i < strip->boxes.count; i++) {
        Box box = strip->boxes.boxes[i];
        box.is_artifact |= is_repeated;
        add_moved(filling, box, y);
    }
}

static void strip_place(Filling *filling, const Strip *strip)
{
    if (filling->is_empty && strip->header) {
        for (size_t i = 0; i < strip->header->count; i++) {
            strip_draw(filling, &strip->header->strips[i], filling->at, /*is_repeated*/ true);
            filling->at += strip->header->strips[i].height;
        }
        const Box *rule = &strip->header->strips[strip->header->count - 1].closing;
        add_moved(filling, *rule, filling->at - strip->header->strips[strip->header->count - 1].height);
    }
    Length gap = filling->is_empty ? 0 : strip->space_before;
    // What both this strip and the one above stand before goes on through the gap between them.
    const Backdrop *shared = filling->is_empty ? NULL : strip->backdrop;
    while (shared && !is_within(filling->last->backdrop, shared))
        shared = shared->outer;
    add_backdrops(filling, shared, filling->at, gap);
    filling->at += gap;
    add_backdrops(filling, strip->backdrop, filling->at, strip->height);
    strip_draw(filling, strip, filling->at, /*is_repeated*/ false);
    for (size_t i = 0; filling->is_empty && i < strip->resumed.count; i++)
        add_moved(filling, strip->resumed.boxes[i], filling->at);
    filling->at += strip->height;
    filling->is_empty = false;
    filling->last = strip;
}

static size_t chain_end(const Flow *flow, size_t first)
{
    size_t end = first + 1;
    while (end < flow->count && flow->strips[end - 1].keep_with_next &&
           flow->strips[end].break_before == PAGE_BREAK_NONE &&
           flow->strips[end].is_turned == flow->strips[first].is_turned)
        end++;
    return end;
}

// Where text ends on a page as `strip` wants it.
static Length bottom_of(const Filling *filling, const Strip *strip)
{
    return filling->bottom - (strip->is_turned ? filling->page->height - filling->page->width : 0);
}

static int64_t chain_height(const Flow *flow, size_t first, size_t end, bool at_top)
{
    const Strip *strips = flow->strips;
    int64_t height = strips[end - 1].closing.height;
    if (at_top && strips[first].header)
        height += strips[first].header->height;
    for (size_t i = first; i < end; i++)
        height += strips[i].height + (i == first && at_top ? 0 : strips[i].space_before);
    return height;
}

static bool has_room(const Filling *filling, const Flow *flow, size_t first, size_t end)
{
    return chain_height(flow, first, end, filling->is_empty) <= bottom_of(filling, &flow->strips[first]) - filling->at;
}

// Places strips from `first` to `end`, which are kept together where a page holds them. False where a page beyond
// `most` would begin.
static bool chain_place(Filling *filling, const Flow *flow, size_t first, size_t end, size_t most)
{
    const Strip *strip = &flow->strips[first];
    bool is_too_high = chain_height(flow, first, end, /*at_top*/ true) > bottom_of(filling, strip) - filling->top;
    bool turns = strip->break_before != PAGE_BREAK_NONE || strip->is_turned != filling->is_turned ||
                 (!is_too_high && !has_room(filling, flow, first, end));
    for (size_t i = first; i < end; i++) {
        if (is_too_high && !has_room(filling, flow, i, i + 1))
            turns = true;
        if (turns && !filling->is_empty) {
            if (filling->context->page_count + 1 == most)
                return false;
            page_end(filling);
            page_start(filling);
        }
        turns = false;
        filling->is_turned = flow->strips[i].is_turned;
        strip_place(filling, &flow->strips[i]);
    }
    return true;
}

bool pages_fill(LayoutContext *context, const Flow *flow, const PageStyle *page, Length bottom, size_t most,
                size_t spare)
{
    Filling filling = {.context = context, .page = page, .spare = spare, .top = page->margin_top, .bottom = bottom};
    bool is_filled = true;
    page_start(&filling);
    for (size_t first = 0; first < flow->count && is_filled;) {
        size_t end = chain_end(flow, first);
        is_filled = chain_place(&filling, flow, first, end, most);
        first = end;
    }
    page_end(&filling);
    return is_filled;
}

static void note_page(uint32_t *pages, const Node *node, uint32_t page)
{
    for (; node && pages[node->index] == 0; node = node->parent)
        pages[node->index] = page;
}

const uint32_t *pages_of_nodes(LayoutContext *context)
{
    uint32_t *pages = arena_array(context->scratch, uint32_t, context->document->node_count);
    for (size_t i = 0; i < context->page_count; i++) {
        const BoxList *list = &context->pages[i].boxes;
        for (const Box *box = list->boxes; box < list->boxes + list->count; box++) {
            if (box->is_artifact || box->kind == BOX_FILL)
                continue;
            note_page(pages, box->node, (uint32_t)i + 1);
            for (size_t j = 0; box->kind == BOX_LINE && j < box->line->run_count; j++)
                note_page(pages, box->line->runs[j].run->node, (uint32_t)i + 1);
        }
    }
    return pages;
}
