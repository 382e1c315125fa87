// Lists: what stands before each item, on its first baseline. Numbers are aligned at their ends, as wide as the widest
// of their list; bullets tell lists within lists apart.
#include "layout/flow.h"

enum { SHORT_ITEM = 10 }; // strips of an item that is rather not broken

typedef struct {
    Str text, told; // told to who listens, where it is not the text
    BlockStyle style;
} Mark;

static Str bullet_of(const Node *list)
{
    bool is_odd = false;
    for (const Node *node = list->parent; node; node = node->parent)
        is_odd ^= node->kind == NODE_LIST && !node->list.ordered;
    return is_odd ? STR("\u2013") : STR("\u2022");
}

// Larger than the text, but on its baseline.
static void mark_as_box(LayoutContext *context, const Node *item, Mark *mark)
{
    BlockStyle *style = &mark->style;
    Length size = style->text.size;
    bool is_done = item->item.task == TASK_DONE;
    style->text = stylesheet_task_box(context->sheet, &style->text);
    style->leading -= (Length)((int64_t)(style->text.size - size) * 714 / 1000);
    mark->text = is_done ? STR("\u2611") : STR("\u2610");
    mark->told =
        stylesheet_phrase_in(context->sheet, node_language(context, item), is_done ? STR("ticked") : STR("to-tick"));
}

static Mark mark_of(LayoutContext *context, const Node *item, int number, const BlockStyle *style)
{
    Mark mark = {.style = *style};
    const Node *list = item->parent;
    if (item->kind == NODE_NOTE)
        mark.text = item->text;
    else if (item->item.task != TASK_NONE)
        mark_as_box(context, item, &mark);
    else if (!list->list.ordered)
        mark.text = bullet_of(list);
    else
        mark.text = arena_format(context->arena, "%d%c", number, list->list.delimiter);
    return mark;
}

// Sets the mark on the first baseline of what the item added from strip `first` on.
static void place_mark(LayoutContext *context, Flow *flow, size_t first, const Node *item, const Line *mark, Area area,
                       Length measure)
{
    if (flow->count == first) { // an empty item still has its mark
        Strip *strip = flow_add_strip(context, flow, area);
        strip->height = mark->ascent + mark->descent;
        strip->baseline = mark->ascent;
    }
    Strip *strip = &flow->strips[first];
    Length y = strip->baseline > 0 ? strip->baseline - mark->ascent : 0;
    Box box = {.kind = BOX_LINE,
               .x = area.right_to_left ? area.x + area.width - measure : area.x,
               .y = length_max(y, 0),
               .width = measure,
               .height = mark->ascent + mark->descent,
               .node = item,
               .line = mark};
    box_add(context, &strip->boxes);
    memmove(strip->boxes.boxes + 1, strip->boxes.boxes, (strip->boxes.count - 1) * sizeof(Box));
    strip->boxes.boxes[0] = box;
}

// Of the last item, whose number is the widest.
static Length widest_mark(LayoutContext *context, const Node *list, const BlockStyle *style)
{
    int count = 0;
    for (const Node *item = list->first_child; item; item = item->next)
        count++;
    int last = list->kind == NODE_LIST ? list->list.start + count - 1 : count;
    Mark mark = mark_of(context, list->last_child, last, style);
    return paragraph_max_content(paragraph_of_text(context, list->last_child, mark.text, &mark.style));
}

static Length indent_of(const BlockStyle *item_style, Length widest)
{
    return length_max(item_style->indent, widest + item_style->text.size / 2);
}

Length list_indent(LayoutContext *context, const Node *list, const BlockStyle *style)
{
    if (!list->last_child)
        return 0;
    BlockStyle item_style = stylesheet_block(context->sheet, list->last_child, style);
    return indent_of(&item_style, widest_mark(context, list, &item_style));
}

// Numbers have the width of the widest of them, and end where that ends.
static Length mark_measure(const Node *item, Mark *mark, Length widest, Length indent, bool right_to_left)
{
    bool is_number = item->kind == NODE_NOTE || (item->parent->list.ordered && item->item.task == TASK_NONE);
    mark->style.align = !is_number ? ALIGN_START : right_to_left ? ALIGN_LEFT : ALIGN_RIGHT;
    return is_number ? length_max(widest, LENGTH_PER_PT) : indent;
}

// A paragraph that leads to a list stands rather with it.
static void prefer_lead(Flow *flow, const Node *list)
{
    Strip *above = flow->count > 0 ? &flow->strips[flow->count - 1] : NULL;
    const Node *lead = above && above->boxes.count > 0 ? above->boxes.boxes[0].node : NULL;
    if (lead && lead->kind == NODE_PARAGRAPH && lead->next == list)
        above->break_cost = BREAK_COST_LEAD;
}

void flow_list(LayoutContext *context, Flow *flow, const Node *list, const BlockStyle *style, Area area)
{
    if (!list->last_child)
        return;
    BlockStyle last_style = stylesheet_block(context->sheet, list->last_child, style);
    Length widest = widest_mark(context, list, &last_style), indent = indent_of(&last_style, widest);
    int number = list->kind == NODE_LIST ? list->list.start : 1;
    prefer_lead(flow, list);
    for (const Node *item = list->first_child; item; item = item->next, number++) {
        BlockStyle item_style = stylesheet_block(context->sheet, item, style);
        flow_add_space(flow, item_style.space_before);
        size_t first = flow->count;
        Mark mark = mark_of(context, item, number, &item_style);
        Length measure = mark_measure(item, &mark, widest, indent, area.right_to_left);
        LineList lines = lines_of_mark(context, item, mark.text, mark.told, &mark.style, measure);
        flow_children(context, flow, item, &item_style, area_indent(area, indent));
        place_mark(context, flow, first, item, &lines.lines[0], area, measure);
        if (flow->count - first <= SHORT_ITEM)
            flow_prefer_whole(flow, first, BREAK_COST_ITEM);
        if (item->kind == NODE_NOTE)
            note_end(context, item, first);
        flow_add_space(flow, item_style.space_after);
    }
}
