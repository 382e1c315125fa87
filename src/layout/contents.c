// Lists of contents. An entry's text is set beside a slot for the page's number, which is known when pages are filled:
// then number and leader come into lines that have their place already, so nothing moves.
//
// A leader's dots stand on one grid for all entries, counted from where numbers end.
#include "layout/flow.h"

enum { SLOT_NUMBER = 888 }; // wider ones reach into the gap, which is an em

struct ContentsSlot {
    const Node *number; // PAGE_NUMBER
    const BlockStyle *style;
    Line *line, *leader;
    Length width;    // from the text's start to the number's end
    Length text_end; // of the entry's last line, from its start
    bool right_to_left;
};

static Length width_of(LayoutContext *context, const Node *node, Str text, const BlockStyle *style)
{
    return paragraph_max_content(paragraph_of_text(context, node, text, style));
}

static Str number_text(LayoutContext *context, const Node *node, unsigned number)
{
    return locale_digits(context->arena, node_language(context, node), number);
}

// ---- flow

static Length line_extent(const Line *line, bool right_to_left, Length measure)
{
    Length left = measure, right = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        left = length_min(left, line->runs[i].x);
        right = length_max(right, line->runs[i].x + line->runs[i].width);
    }
    return right_to_left ? measure - left : right;
}

static Line *line_like(LayoutContext *context, const Line *line)
{
    Line *made = arena_new(context->arena, Line);
    *made = (Line){.ascent = line->ascent, .descent = line->descent};
    return made;
}

// Behind the entry's last line, in its strip.
static void add_slot(LayoutContext *context, Strip *strip, const Node *number, const BlockStyle *style, Area area)
{
    const Box text = strip->boxes.boxes[0];
    BlockStyle *kept = arena_new(context->scratch, BlockStyle);
    *kept = *style;
    Length end = line_extent(text.line, area.right_to_left, text.width);
    ContentsSlot slot = {.number = number,
                         .style = kept,
                         .line = line_like(context, text.line),
                         .leader = line_like(context, text.line),
                         .text_end = end,
                         .width = area.width,
                         .right_to_left = area.right_to_left};
    Box box = {.kind = BOX_LINE, .x = area.x, .width = area.width, .height = text.height, .node = number};
    box.line = slot.leader;
    box.is_artifact = true;
    *box_add(context, &strip->boxes) = box;
    box.line = slot.line;
    box.is_artifact = false;
    *box_add(context, &strip->boxes) = box;
    *arena_push(context->scratch, context->slots, context->slot_count, context->slot_capacity) = slot;
}

static const Node *page_number_of(const Node *entry)
{
    return entry->first_child->last_child;
}

void flow_contents_entry(LayoutContext *context, Flow *flow, const Node *entry, const BlockStyle *style, Area area)
{
    const Node *number = page_number_of(entry);
    Length measure = measure_of(context, area);
    if (area.right_to_left)
        area.x += area.width - measure;
    area.width = measure;
    area = area_indent(area, style->indent);
    Length slot = width_of(context, number, number_text(context, number, SLOT_NUMBER), style) + style->text.size;
    Area text = area;
    text.width = length_max(area.width - slot, area.width / 2);
    text.x += area.right_to_left ? area.width - text.width : 0;
    size_t first = flow->count;
    flow_lines(context, flow, entry, lines_of(context, entry, style, text.width), style, text);
    if (flow->count == first)
        return;
    flow_keep(flow, first, area.columns);
    add_slot(context, &flow->strips[flow->count - 1], number, style, area);
}

// Lists within lists follow each other without space.
static void flow_entries(LayoutContext *context, Flow *flow, const Node *contents, const BlockStyle *style, Area area)
{
    for (const Node *child = contents->first_child; child; child = child->next) {
        if (child->kind == NODE_CONTENTS)
            flow_entries(context, flow, child, style, area);
        else
            flow_block(context, flow, child, style, area);
    }
}

void flow_contents(LayoutContext *context, Flow *flow, const Node *contents, const BlockStyle *style, Area area)
{
    if (!contents->first_child)
        return;
    BlockStyle heading = stylesheet_contents_title(context->sheet, style);
    Str title = contents->contents.title;
    if (title.length == 0)
        title = stylesheet_phrase_in(context->sheet, node_language(context, contents), STR("contents"));
    LineList lines = lines_of_text(context, contents, title, &heading, measure_of(context, area));
    flow_lines(context, flow, contents, lines, &heading, area);
    flow_add_space(flow, heading.space_after);
    flow_entries(context, flow, contents, style, area);
}

// ---- numbers

static void note_page(uint32_t *pages, const Node *node, uint32_t page)
{
    for (; node && pages[node->index] == 0; node = node->parent)
        pages[node->index] = page;
}

// By node index: the page, from 1, on which what a node holds begins; 0 where nothing of it is set.
static const uint32_t *pages_of_nodes(LayoutContext *context)
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

// Sets `text` so that it ends `end` before the area's end. Gives its width.
static Length put(LayoutContext *context, const ContentsSlot *slot, Line *line, const Node *node, Str text, Length end)
{
    Str told = arena_format(context->arena, " %.*s", STR_ARGS(text)); // or it is one word with what it stands behind
    LineList set = lines_of_mark(context, node, text, told, slot->style, slot->width);
    if (set.count == 0)
        return 0;
    const Line *made = &set.lines[0];
    GlyphRun *runs = arena_array(context->arena, GlyphRun, made->run_count);
    Length left = INT32_MAX, x = slot->right_to_left ? end : slot->width - end - made->width;
    for (size_t i = 0; i < made->run_count; i++)
        left = length_min(left, made->runs[i].x);
    for (size_t i = 0; i < made->run_count; i++) {
        runs[i] = made->runs[i];
        runs[i].x += x - left;
    }
    line->runs = runs;
    line->run_count = made->run_count;
    return made->width;
}

static void put_leader(LayoutContext *context, const ContentsSlot *slot, Length number)
{
    Length pitch = width_of(context, NULL, STR(". ."), slot->style) - width_of(context, NULL, STR("."), slot->style);
    Length gap = slot->style->text.size / 2;
    Length from = (number + gap + pitch - 1) / pitch * pitch, room = slot->width - slot->text_end - gap - from;
    Buffer dots = {.arena = context->arena};
    for (Length i = 0; i < room / pitch; i++)
        buffer_append_str(&dots, i > 0 ? STR(" .") : STR("."));
    if (room >= 3 * pitch)
        put(context, slot, slot->leader, NULL, buffer_str(&dots), from);
}

void contents_fill(LayoutContext *context)
{
    if (context->slot_count == 0)
        return;
    const uint32_t *pages = pages_of_nodes(context);
    for (size_t i = 0; i < context->slot_count; i++) {
        const ContentsSlot *slot = &context->slots[i];
        uint32_t page = pages[slot->number->parent->link.destination->index];
        Str lang = node_language(context, slot->number);
        Str text = page_number_text(context->arena, &context->numbering, lang, page > 0 ? page - 1 : 0);
        put_leader(context, slot, put(context, slot, slot->line, slot->number, text, 0));
    }
}
