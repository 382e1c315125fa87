// Notes: strips of a flow of their own, which pages take to their foot.
//
// Notes are set in their order, on the page with the first line that refers to them. Pages are broken in one pass, so
// what is due at a page's end must grow from strip to strip: where a row that is split refers to notes out of order,
// those before the last one come with it.
#include "layout/flow.h"

void note_end(LayoutContext *context, const Node *note, size_t first)
{
    NoteFlow *notes = &context->notes;
    for (size_t i = first; i < notes->flow.count; i++) {
        size_t count = i;
        *arena_push(context->scratch, notes->starts, count, notes->start_capacity) = first;
    }
    *arena_push(context->scratch, notes->places, notes->place_count, notes->place_capacity) =
        (NotePlace){note, notes->flow.count};
}

void flow_notes(LayoutContext *context, const Node *node, const BlockStyle *style, Area area)
{
    NoteFlow *notes = &context->notes;
    notes->above = style->space_before;
    notes->below = style->leading / 3;
    notes->rule = LENGTH_PER_PT * 3 / 4;
    notes->rule_color = style->text.color;
    flow_list(context, &notes->flow, node, style, area.columns ? area.columns->outer : area);
}

int64_t notes_height(const NoteFlow *notes, size_t first, size_t end)
{
    if (first == end)
        return 0;
    int64_t strips = notes->tops[end] - notes->tops[first] - notes->flow.strips[first].space_before;
    return notes->above + notes->rule + notes->below + strips;
}

// ---- what is due

static size_t place_of(const NoteFlow *notes, const Node *note)
{
    size_t low = 0, high = notes->place_count;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (notes->places[middle].note->index <= note->index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// One past the last note that a strip refers to; 0: to none.
static size_t referred_end(const NoteFlow *notes, const Strip *strip)
{
    size_t end = 0;
    for (const Box *box = strip->boxes.boxes; box < strip->boxes.boxes + strip->boxes.count; box++) {
        for (size_t i = 0; box->kind == BOX_LINE && !box->is_artifact && i < box->line->run_count; i++) {
            const Node *node = box->line->runs[i].run->node;
            if (!node || node->kind != NODE_NOTE_REFERENCE)
                continue;
            size_t place = place_of(notes, node->reference.note) + 1;
            end = place > end ? place : end;
        }
    }
    return end;
}

// By note: how far those reach that it needs. A note may refer to others.
static size_t *reaches_find(LayoutContext *context)
{
    NoteFlow *notes = &context->notes;
    size_t *reaches = arena_array(context->scratch, size_t, notes->place_count);
    for (size_t note = notes->place_count; note-- > 0;) {
        size_t start = note > 0 ? notes->places[note - 1].end : 0;
        reaches[note] = note + 1;
        for (size_t i = start; i < notes->places[note].end; i++) {
            size_t end = referred_end(notes, &notes->flow.strips[i]);
            if (end > note + 1)
                end = reaches[end - 1];
            reaches[note] = end > reaches[note] ? end : reaches[note];
        }
    }
    for (size_t note = 1; note < notes->place_count; note++) {
        if (reaches[note] < reaches[note - 1])
            reaches[note] = reaches[note - 1];
    }
    return reaches;
}

void notes_assign(LayoutContext *context, Flow *flow)
{
    NoteFlow *notes = &context->notes;
    if (notes->flow.count == 0)
        return;
    if (flow->count == 0)
        flow_add_strip(context, flow, (Area){0});
    notes->tops = arena_array(context->scratch, int64_t, notes->flow.count + 1);
    for (size_t i = 0; i < notes->flow.count; i++)
        notes->tops[i + 1] = notes->tops[i] + notes->flow.strips[i].space_before + notes->flow.strips[i].height;
    const size_t *reaches = reaches_find(context);
    size_t due = 0;
    for (size_t i = 0; i < flow->count; i++) {
        size_t end = referred_end(notes, &flow->strips[i]);
        if (end > 0 && notes->places[reaches[end - 1] - 1].end > due)
            due = notes->places[reaches[end - 1] - 1].end;
        flow->strips[i].notes_end = due;
    }
    // What nothing that is shown refers to comes last.
    flow->strips[flow->count - 1].notes_end = notes->flow.count;
}
