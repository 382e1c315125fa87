// The foot: organization, reference, version and review date as far as the front matter gives them, and the
// page's number where there is more than one page. The text is set beside a slot as wide as the widest number
// that may come, so that its height is known before the pages are.
#include "layout/flow.h"

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

static Str foot_text(LayoutContext *context)
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

static Str page_phrase(LayoutContext *context, size_t number, size_t total)
{
    const PhraseNumber numbers[] = {{STR("{page}"), (unsigned)number}, {STR("{pages}"), (unsigned)total}};
    return phrase_fill(context, stylesheet_phrase(context->sheet, STR("page")), context->document->metadata.lang,
                       numbers, sizeof numbers / sizeof *numbers);
}

static LineList foot_lines(LayoutContext *context, const Foot *foot, Str text, Length measure, Align align)
{
    BlockStyle style = foot->style;
    style.align = align;
    return lines_of_text(context, NULL, text, &style, length_max(measure, LENGTH_PER_PT));
}

static Length lines_height(LineList lines)
{
    Length height = 0;
    for (size_t i = 0; i < lines.count; i++)
        height += lines.lines[i].ascent + lines.lines[i].descent;
    return height;
}

Foot foot_prepare(LayoutContext *context, const PageStyle *page, bool has_numbers)
{
    Foot foot = {.style = stylesheet_foot(context->sheet), .text = foot_text(context), .has_numbers = has_numbers};
    Length width = page->width - page->margin_left - page->margin_right;
    if (has_numbers) {
        Str widest = page_phrase(context, 8888, 8888);
        foot.number_width = paragraph_max_content(paragraph_of_text(context, NULL, widest, &foot.style));
        foot.height = lines_height(foot_lines(context, &foot, widest, foot.number_width, ALIGN_START));
        foot.line_count = 1;
    }
    Length gap = has_numbers ? foot.style.text.size : 0;
    foot.measure = width - foot.number_width - gap;
    if (foot.text.length > 0) {
        LineList lines = foot_lines(context, &foot, foot.text, foot.measure, ALIGN_START);
        foot.line_count = lines.count;
        foot.height = length_max(foot.height, lines_height(lines));
    }
    // A foot that would take a quarter of a small page is cut by no one: it is only made no higher there.
    foot.height = length_min(foot.height, page->height / 4);
    foot.top = page->height - page->foot_distance - foot.height;
    return foot;
}

static void add_lines(LayoutContext *context, BoxList *boxes, LineList lines, Length x, Length y, Length width)
{
    for (size_t i = 0; i < lines.count; i++) {
        const Line *line = &lines.lines[i];
        Length height = line->ascent + line->descent;
        *arena_push(context->arena, boxes->boxes, boxes->count, boxes->capacity) = (Box){
            .kind = BOX_LINE, .is_artifact = true, .x = x, .y = y, .width = width, .height = height, .line = line};
        y += height;
    }
}

void foot_place(LayoutContext *context, const Foot *foot, const PageStyle *page, size_t number, size_t total,
                BoxList *boxes)
{
    bool right_to_left = language_is_right_to_left(context->document->metadata.lang);
    Length left = page->margin_left, right = page->width - page->margin_right;
    if (foot->text.length > 0) {
        LineList lines = foot_lines(context, foot, foot->text, foot->measure, ALIGN_START);
        add_lines(context, boxes, lines, right_to_left ? right - foot->measure : left, foot->top, foot->measure);
    }
    if (!foot->has_numbers)
        return;
    Length width = length_min(foot->number_width, right - left);
    LineList lines =
        foot_lines(context, foot, page_phrase(context, number, total), width, right_to_left ? ALIGN_LEFT : ALIGN_RIGHT);
    add_lines(context, boxes, lines, right_to_left ? left : right - width, foot->top, width);
}
