// Heads and feet: three parts side by side, set for the first page, for even pages and for all others. Their heights
// are known before pages are: fields whose text is not have the widest number, and each section's name in turn.
//
//     | left            middle            right |    head: its parts end at one height
//     ------------------ rule -------------------
//       text
//     ------------------ rule -------------------
//     | left            middle            right |    foot: its parts begin at one height
//
// What is the same on all pages is set once.
#include "layout/flow.h"

enum { NUMBER_WIDEST = 8888 };

// ---- fields

static void add_part(Buffer *text, Str label, Str value)
{
    if (value.length == 0)
        return;
    if (text->length > 0)
        buffer_append_str(text, STR(" \xC2\xB7 "));
    if (label.length > 0) {
        buffer_append_str(text, label);
        buffer_append_str(text, STR("\xC2\xA0"));
    }
    buffer_append_str(text, value);
}

static Str imprint(LayoutContext *context)
{
    const Metadata *metadata = &context->document->metadata;
    Buffer text = {.arena = context->arena};
    add_part(&text, (Str){0}, metadata->organization);
    add_part(&text, (Str){0}, metadata->reference);
    if (metadata->version.length > 0)
        add_part(&text, stylesheet_phrase(context->sheet, STR("version")), metadata->version);
    if (metadata->review.length > 0)
        add_part(&text, stylesheet_phrase(context->sheet, STR("review")), metadata->review);
    return buffer_str(&text);
}

static Str folio(LayoutContext *context)
{
    const PageFields *fields = &context->fields;
    const PhraseNumber numbers[] = {{.field = STR("{page}"), .text = fields->number},
                                    {.field = STR("{pages}"), .text = fields->total}};
    return phrase_fill(context, stylesheet_phrase(context->sheet, STR("page")), context->document->metadata.lang,
                       numbers, sizeof numbers / sizeof *numbers);
}

static bool is_section(const Node *node)
{
    enum { LEVEL_LAST = 2 };
    return node && node->kind == NODE_HEADING && node->heading.level <= LEVEL_LAST;
}

static Str title(LayoutContext *context)
{
    const Document *document = context->document;
    if (document->metadata.title.length > 0)
        return document->metadata.title;
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->kind == NODE_HEADING)
            return node_plain_text(document->nodes[i], context->arena);
    }
    return (Str){0};
}

Str field_text(LayoutContext *context, RunningField field)
{
    const Metadata *metadata = &context->document->metadata;
    switch (field) {
    case FIELD_AUTHOR:
        return metadata->author.text;
    case FIELD_DATE:
        return metadata->date;
    case FIELD_FOLIO:
        return context->fields.has_folio ? folio(context) : (Str){0};
    case FIELD_IMPRINT:
        return imprint(context);
    case FIELD_ORGANIZATION:
        return metadata->organization;
    case FIELD_PAGE:
        return context->fields.number;
    case FIELD_PAGES:
        return context->fields.total;
    case FIELD_REFERENCE:
        return metadata->reference;
    case FIELD_REVIEW:
        return metadata->review;
    case FIELD_SECTION:
        return context->fields.section;
    case FIELD_TITLE:
        return title(context);
    case FIELD_VERSION:
        return metadata->version;
    case FIELD_COUNT:
        break;
    }
    return (Str){0};
}

Str page_section(LayoutContext *context, const BoxList *boxes, Str *section)
{
    Str first = {0};
    const Node *last = NULL;
    for (size_t i = 0; i < boxes->count; i++) {
        const Box *box = &boxes->boxes[i];
        if (box->kind != BOX_LINE || box->is_artifact || !is_section(box->node) || box->node == last)
            continue;
        last = box->node;
        *section = node_plain_text(last, context->arena);
        first = first.length > 0 ? first : *section;
    }
    return first.length > 0 ? first : *section;
}

// ---- which part stands where

// What is known of the lines below a node. Depth is bounded by LIMIT_NESTING, which the document holds.
typedef struct {
    bool has_text, varies, has_section;
} Content;

static void look_at(LayoutContext *context, const Node *node, Content *content)
{
    bool is_field = node->kind == NODE_FIELD;
    RunningField field = is_field ? node->field.name : FIELD_COUNT;
    bool is_section_field = field == FIELD_SECTION;
    content->varies |= is_section_field || field == FIELD_FOLIO || field == FIELD_PAGE || field == FIELD_PAGES;
    content->has_section |= is_section_field;
    content->has_text |= node->text.length > 0 || (node->kind == NODE_IMAGE && images_find(context->images, node)) ||
                         is_section_field || (is_field && field_text(context, field).length > 0);
    for (const Node *child = node->first_child; child; child = child->next)
        look_at(context, child, content);
}

static bool is_leftward(const LayoutContext *context)
{
    return language_is_right_to_left(context->document->metadata.lang);
}

bool page_is_even(size_t index)
{
    return index % 2 == 1;
}

Length page_left(const LayoutContext *context, const PageStyle *page, size_t index)
{
    bool is_mirrored = page->has_two_sides && page_is_even(index) != is_leftward(context);
    return is_mirrored ? page->margin_right : page->margin_left;
}

static RunningPlace mirrored(RunningPlace place, bool is_mirrored)
{
    return is_mirrored ? RUNNING_RIGHT - place : place;
}

// NULL: nothing.
static const Node *part_at(const LayoutContext *context, RunningEnd end, RunningPages pages, RunningPlace place,
                           bool has_two_sides)
{
    const RunningParts *given = &context->document->running[end];
    place = mirrored(place, is_leftward(context));
    const Node *node = given->parts[pages][place];
    if (!node)
        node = given->parts[RUNNING_ALL][mirrored(place, has_two_sides && pages == RUNNING_EVEN)];
    return node && node->first_child ? node : NULL;
}

// ---- how wide

// The widths of what has so much natural width, side by side. A middle stands in the middle as long as there is room.
static void share_width(const Length natural[RUNNING_PLACE_COUNT], Length whole, Length gap,
                        Length widths[RUNNING_PLACE_COUNT])
{
    Length left = natural[RUNNING_LEFT], middle = natural[RUNNING_MIDDLE], right = natural[RUNNING_RIGHT];
    Length sides = length_max(left, right);
    if (middle > 0 && 2 * (int64_t)(sides + gap) + middle <= whole) {
        widths[RUNNING_LEFT] = widths[RUNNING_RIGHT] = sides;
        widths[RUNNING_MIDDLE] = sides > 0 ? whole - 2 * (sides + gap) : whole;
        return;
    }
    // The narrower ones first: what one of them leaves of its share is the others'.
    size_t open = 0;
    for (size_t i = 0; i < RUNNING_PLACE_COUNT; i++) {
        widths[i] = 0;
        open += natural[i] > 0;
    }
    Length room = open > 0 ? whole - gap * (Length)(open - 1) : 0;
    while (open > 0) {
        size_t narrowest = RUNNING_PLACE_COUNT;
        for (size_t i = RUNNING_PLACE_COUNT; i-- > 0;) {
            bool is_open = natural[i] > 0 && widths[i] == 0;
            if (is_open && (narrowest == RUNNING_PLACE_COUNT || natural[i] < natural[narrowest]))
                narrowest = i;
        }
        Length share = length_max(room / (Length)open, LENGTH_PER_PT);
        widths[narrowest] = open == 1 ? length_max(room, LENGTH_PER_PT) : length_min(natural[narrowest], share);
        room -= widths[narrowest];
        open--;
    }
}

static LineList part_lines(LayoutContext *context, const Running *running, const RunningPart *part)
{
    BlockStyle style = running->style.block;
    style.align = part->align;
    return lines_of(context, part->node, &style, part->width);
}

static Length lines_height(LineList lines)
{
    Length height = 0;
    for (size_t i = 0; i < lines.count; i++)
        height += lines.lines[i].ascent + lines.lines[i].descent;
    return height;
}

// ---- measuring

// Calls `measure` for each text that the fields of `part` may come to have.
typedef void ForText(LayoutContext *context, Running *running, RunningPart *part, void *result);

static void for_each_text(LayoutContext *context, Running *running, RunningPart *part, bool has_section,
                          ForText *measure, void *result)
{
    const Document *document = context->document;
    context->fields.section = (Str){0};
    measure(context, running, part, result);
    for (size_t i = 0; has_section && i < document->node_count; i++) {
        if (!is_section(document->nodes[i]))
            continue;
        context->fields.section = node_plain_text(document->nodes[i], context->arena);
        measure(context, running, part, result);
    }
}

static void measure_width(LayoutContext *context, Running *running, RunningPart *part, void *result)
{
    Length *widest = result;
    *widest = length_max(*widest, width_of_inlines(context, part->node, &running->style.block));
}

typedef struct {
    Length height;
    size_t line_count;
} PartExtent;

static void measure_height(LayoutContext *context, Running *running, RunningPart *part, void *result)
{
    PartExtent *extent = result;
    part->lines = part_lines(context, running, part);
    extent->height = length_max(extent->height, lines_height(part->lines));
    if (part->lines.count > extent->line_count)
        extent->line_count = part->lines.count;
}

static RunningLine line_prepare(LayoutContext *context, Running *running, RunningPages pages, const PageStyle *page)
{
    static const Align aligns[] = {ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT};
    RunningLine line = {0};
    Content contents[RUNNING_PLACE_COUNT] = {0};
    Length natural[RUNNING_PLACE_COUNT] = {0}, widths[RUNNING_PLACE_COUNT];
    Length whole = page->width - page->margin_left - page->margin_right, gap = running->style.block.text.size;
    for (RunningPlace place = 0; place < RUNNING_PLACE_COUNT; place++) {
        RunningPart *part = &line.parts[place];
        const Node *node = part_at(context, running->end, pages, place, page->has_two_sides);
        if (node)
            look_at(context, node, &contents[place]);
        if (!contents[place].has_text)
            continue;
        *part = (RunningPart){.node = node, .align = aligns[place], .varies = contents[place].varies};
        running->has_section |= contents[place].has_section;
        for_each_text(context, running, part, contents[place].has_section, measure_width, &natural[place]);
    }
    share_width(natural, whole, gap, widths);
    size_t box_count = 1;
    Length x = 0;
    for (RunningPlace place = 0; place < RUNNING_PLACE_COUNT; place++) {
        RunningPart *part = &line.parts[place];
        if (!part->node)
            continue;
        bool is_last = place == RUNNING_RIGHT;
        part->width = widths[place];
        part->x = is_last ? whole - part->width : x;
        x += part->width + gap;
        PartExtent extent = {0};
        for_each_text(context, running, part, contents[place].has_section, measure_height, &extent);
        line.height = length_max(line.height, extent.height);
        box_count += extent.line_count;
    }
    running->box_count = box_count > running->box_count ? box_count : running->box_count;
    return line;
}

static bool is_as_others(const LayoutContext *context, RunningEnd end, RunningPages pages, const PageStyle *page)
{
    for (RunningPlace place = 0; place < RUNNING_PLACE_COUNT; place++) {
        if (part_at(context, end, pages, place, page->has_two_sides) !=
            part_at(context, end, RUNNING_ALL, place, page->has_two_sides))
            return false;
    }
    return true;
}

Running running_prepare(LayoutContext *context, RunningEnd end, const PageStyle *page, bool has_folio)
{
    Running running = {.end = end, .style = stylesheet_running(context->sheet, end)};
    Str widest = locale_digits(context->arena, context->document->metadata.lang, NUMBER_WIDEST);
    context->fields = (PageFields){.number = widest, .total = widest, .has_folio = has_folio};
    for (RunningPages pages = 0; pages < RUNNING_PAGES_COUNT; pages++) {
        bool is_same = pages != RUNNING_ALL && is_as_others(context, end, pages, page);
        running.lines[pages] = is_same ? running.lines[RUNNING_ALL] : line_prepare(context, &running, pages, page);
    }
    return running;
}

static Length rule_space(const Running *running)
{
    return running->style.rule > 0 ? running->style.block.leading / 4 + running->style.rule : 0;
}

Length running_height(const Running *running, RunningPages pages)
{
    Length height = running->lines[pages].height, leading = running->style.block.leading;
    Length space = running->end == RUNNING_HEAD ? leading * 3 / 4 : leading / 2;
    return height > 0 ? height + rule_space(running) + space : 0;
}

// ---- placing

static void add_lines(LayoutContext *context, const Running *running, BoxList *boxes, LineList lines, Box place)
{
    place.kind = BOX_LINE;
    place.is_artifact = true;
    place.runs = running->end == RUNNING_HEAD ? RUNS_AS_HEAD : RUNS_AS_FOOT;
    for (size_t i = 0; i < lines.count; i++) {
        place.line = &lines.lines[i];
        place.height = place.line->ascent + place.line->descent;
        *arena_push(context->arena, boxes->boxes, boxes->count, boxes->capacity) = place;
        place.y += place.height;
    }
}

static void add_rule(LayoutContext *context, const Running *running, const PageStyle *page, Length x, Length y,
                     BoxList *boxes)
{
    Box rule = {.kind = BOX_FILL,
                .is_artifact = true,
                .runs = running->end == RUNNING_HEAD ? RUNS_AS_HEAD : RUNS_AS_FOOT,
                .x = x,
                .y = y,
                .width = page->width - page->margin_left - page->margin_right,
                .height = running->style.rule,
                .fill = running->style.rule_color};
    if (rule.height > 0)
        *arena_push(context->arena, boxes->boxes, boxes->count, boxes->capacity) = rule;
}

void running_place(LayoutContext *context, const Running *running, const PageStyle *page, size_t index, BoxList *boxes)
{
    bool is_head = running->end == RUNNING_HEAD;
    const RunningLine *line = &running->lines[index == 0            ? RUNNING_FIRST
                                              : page_is_even(index) ? RUNNING_EVEN
                                                                    : RUNNING_ALL];
    Length left = page_left(context, page, index);
    Length top = is_head ? page->head_distance : page->height - page->foot_distance - line->height;
    if (line->height == 0)
        return;
    for (size_t i = 0; i < RUNNING_PLACE_COUNT; i++) {
        const RunningPart *part = &line->parts[i];
        if (!part->node)
            continue;
        LineList lines = part->varies ? part_lines(context, running, part) : part->lines;
        Length y = is_head ? top + line->height - lines_height(lines) : top;
        add_lines(context, running, boxes, lines, (Box){.x = left + part->x, .y = y, .width = part->width});
    }
    Length rule = is_head ? top + line->height + rule_space(running) - running->style.rule : top - rule_space(running);
    add_rule(context, running, page, left, rule, boxes);
}
