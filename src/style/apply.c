// Declared values onto computed ones: of roles and of nodes alike.
#include <math.h>

#include "style/sheet.h"

Color color_or(const ColorValue *value, Color fallback)
{
    return value->is_set && !value->is_none ? value->color : fallback;
}

// Per cents are of the lines' measure where they are not of type.
static Length resolve(const Stylesheet *sheet, Measure measure, Length em, Length line)
{
    if (measure.unit == UNIT_ROOT) {
        measure.unit = UNIT_EM;
        em = stylesheet_block(sheet, NULL, NULL).text.size;
    } else if (measure.unit == UNIT_PERCENT) {
        em = sheet->computed_page.measure_max;
    } else if (measure.unit == UNIT_AUTO) {
        return 0;
    }
    return measure_resolve(measure, em, line);
}

// ---- type

void text_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text)
{
    if (values->font.is_set)
        text->role = values->font.role;
    if (values->bold != FLAG_UNSET)
        text->bold = values->bold == FLAG_ON;
    if (values->italic != FLAG_UNSET)
        text->italic = values->italic == FLAG_ON;
    if (values->underline != FLAG_UNSET)
        text->underline = values->underline == FLAG_ON;
    if (values->strike != FLAG_UNSET)
        text->strike = values->strike == FLAG_ON;
    if (values->small_caps != FLAG_UNSET)
        text->small_caps = values->small_caps == FLAG_ON;
    if (values->tabular_figures != FLAG_UNSET)
        text->tabular_figures = values->tabular_figures == FLAG_ON;
    if (values->rise.is_set)
        text->rise += resolve(sheet, values->rise, text->size, text->size);
    if (values->size.is_set)
        text->size = length_max(resolve(sheet, values->size, em, em), LENGTH_PER_PT);
    if (values->letter_space.is_set)
        text->letter_space = resolve(sheet, values->letter_space, text->size, text->size);
    if (values->word_space.is_set)
        text->word_space = resolve(sheet, values->word_space, text->size, text->size);
    if (values->color.is_set)
        text->color = color_or(&values->color, text->color);
}

static void ground_apply(const Declarations *values, TextStyle *text)
{
    if (!values->fill.is_set)
        return;
    text->has_ground = !values->fill.is_none;
    text->ground = values->fill.color;
}

void inline_apply(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text)
{
    text_apply(sheet, values, em, text);
    ground_apply(values, text);
}

Length declared_size(const Stylesheet *sheet, const Measure *size, Length em)
{
    return resolve(sheet, *size, em, em);
}

// What is slanted is set as emphasis is.
static void text_declare(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text)
{
    if (values->italic == FLAG_ON) {
        Declarations upright = *values;
        upright.italic = FLAG_UNSET;
        text_apply(sheet, &sheet->roles[ROLE_EMPHASIS], text->size, text);
        text_apply(sheet, &upright, em, text);
    } else {
        text_apply(sheet, values, em, text);
    }
    if (values->size.is_set)
        text->size = length_max(text->size, TYPE_LEAST_PT * LENGTH_PER_PT);
}

void inline_declare(const Stylesheet *sheet, const Declarations *values, Length em, TextStyle *text)
{
    text_declare(sheet, values, em, text);
    ground_apply(values, text);
}

// ---- blocks

// What `values` say of it; the rest stays, but that rules without a color have that of the text.
static void frame_apply(const Declarations *values, BlockStyle *block)
{
    FrameStyle *frame = &block->frame;
    Length size = block->text.size;
    if (values->bar.is_set)
        frame->bar = measure_resolve(values->bar, size, block->leading);
    if (values->frame.is_set)
        frame->width = measure_resolve(values->frame, size, block->leading);
    if (values->padding.is_set)
        frame->padding = measure_resolve(values->padding, size, block->leading);
    if (values->bar.is_set || values->frame.is_set || values->frame_color.is_set)
        frame->color = color_or(&values->frame_color, block->text.color);
    if (values->fill.is_set) {
        frame->is_filled = !values->fill.is_none;
        frame->fill = color_or(&values->fill, (Color){255, 255, 255});
    }
}

static bool frame_is_drawn(const FrameStyle *frame)
{
    return frame->bar > 0 || frame->width > 0 || frame->padding > 0 || frame->is_filled;
}

static void space_apply(const Declarations *values, BlockStyle *block)
{
    Length size = block->text.size;
    if (values->space_before.is_set)
        block->space_before = measure_resolve(values->space_before, size, block->leading);
    if (values->space_after.is_set)
        block->space_after = measure_resolve(values->space_after, size, block->leading);
    if (values->sink.is_set)
        block->sink = measure_resolve(values->sink, size, block->leading);
    if (values->height.is_set)
        block->height_min = measure_resolve(values->height, size, block->leading);
    if (values->indent.is_set)
        block->indent = measure_resolve(values->indent, size, block->leading);
}

static bool says_columns(const Declarations *values)
{
    return values->column_count > 0 || values->column_width.is_set || values->column_gap.is_set ||
           values->column_rule.rule.is_set || values->column_rule.color.is_set ||
           values->column_rule.line != FLAG_UNSET;
}

static void columns_overlay(const Stylesheet *sheet, const Declarations *values, const BlockStyle *block,
                            ColumnStyle *columns)
{
    const EdgeValue *rule = &values->column_rule;
    Length size = block->text.size;
    if (values->column_count > 0 || values->column_width.is_set)
        columns->count = values->column_count > 0 ? values->column_count : COLUMN_COUNT_MAX;
    if (values->column_width.is_set)
        columns->width = resolve(sheet, values->column_width, size, block->leading);
    if (values->column_gap.is_set)
        columns->gap = resolve(sheet, values->column_gap, size, block->leading);
    if (rule->rule.is_set)
        columns->rule = resolve(sheet, rule->rule, size, block->leading);
    if (rule->line == FLAG_OFF || (rule->rule.is_set && rule->color.is_none))
        columns->rule = 0;
    if (rule->color.is_set)
        columns->color = color_or(&rule->color, block->text.color);
}

ColumnStyle stylesheet_columns(const Stylesheet *sheet)
{
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    ColumnStyle columns = {0};
    columns_overlay(sheet, &sheet->page.columns, &body, &columns);
    columns_overlay(sheet, &sheet->roles[ROLE_DOCUMENT], &body, &columns);
    return columns;
}

// Those of the body are the page's, and are measured by the body's type.
static void columns_apply(const Stylesheet *sheet, const Declarations *values, BlockStyle *block)
{
    if (values == &sheet->roles[ROLE_DOCUMENT])
        return;
    if (values->column_span != FLAG_UNSET)
        block->spans_columns = values->column_span == FLAG_ON;
    if (!says_columns(values))
        return;
    if (block->columns.count == 0) {
        block->columns = stylesheet_columns(sheet);
        block->columns.count = 1;
    }
    columns_overlay(sheet, values, block, &block->columns);
}

static void breaks_apply(const Declarations *values, BlockStyle *block)
{
    if (values->keep_with_next != FLAG_UNSET)
        block->keep_with_next = values->keep_with_next == FLAG_ON;
    if (values->keep_together != FLAG_UNSET)
        block->keep_together = values->keep_together == FLAG_ON;
    if (values->break_before != PAGE_BREAK_NONE)
        block->break_before = values->break_before;
    if (values->break_after != PAGE_BREAK_NONE)
        block->break_after = values->break_after;
    if (values->hyphenate != FLAG_UNSET)
        block->hyphenate = values->hyphenate == FLAG_ON;
    if (values->hang_punctuation != FLAG_UNSET)
        block->hang_punctuation = values->hang_punctuation == FLAG_ON;
    if (values->align.is_set)
        block->align = values->align.align;
}

static double leading_factor(const BlockStyle *block)
{
    return block->text.size > 0 ? (double)block->leading / block->text.size : 1.4;
}

void block_overlay(const Stylesheet *sheet, const Declarations *values, const BlockStyle *outer, BlockStyle *block)
{
    double factor = leading_factor(block);
    text_apply(sheet, values, outer->text.size, &block->text);
    block->leading = (Length)lround(factor * block->text.size);
    if (values->leading.is_set)
        block->leading = measure_resolve(values->leading, block->text.size, block->text.size);
    block->leading = length_max(block->leading, LENGTH_PER_PT);
    space_apply(values, block);
    frame_apply(values, block);
    breaks_apply(values, block);
    columns_apply(sheet, values, block);
    block->is_boxed |= frame_is_drawn(&block->frame);
}

void block_reset(BlockStyle *block)
{
    block->space_before = block->space_after = block->indent = 0;
    block->sink = block->height_min = 0;
    block->keep_with_next = block->keep_together = false;
    block->break_before = block->break_after = PAGE_BREAK_NONE;
    block->frame = (FrameStyle){0};
    block->place = (PlaceStyle){0};
    block->columns = (ColumnStyle){0};
    block->spans_columns = block->is_boxed = false;
}

BlockStyle block_apply(const Stylesheet *sheet, Role which, const BlockStyle *outer)
{
    BlockStyle block = *outer;
    block_reset(&block);
    block_overlay(sheet, &sheet->roles[which], outer, &block);
    return block;
}

// CSS Backgrounds 3, section 4: without a style there is no line; without a width it is `medium`, without a colour it
// has that of the text.
static void frame_declare(const Stylesheet *sheet, const Declarations *values, BlockStyle *block)
{
    const Measure medium = {2.25, UNIT_PT, true};
    Length size = block->text.size;
    for (int i = 0; i < EDGE_COUNT; i++) {
        const EdgeValue *value = &values->edges[i];
        FrameEdge *edge = &block->frame.edges[i];
        if (value->line == FLAG_ON)
            edge->rule = resolve(sheet, value->rule.is_set ? value->rule : medium, size, size);
        if (value->color.is_none)
            edge->rule = 0;
        edge->color = color_or(&value->color, block->text.color);
        if (value->padding.is_set)
            edge->padding = resolve(sheet, value->padding, size, size);
        block->is_boxed |= edge->rule > 0 || edge->padding > 0;
        if (value->line == FLAG_OFF)
            block->frame.bar = block->frame.width = 0;
    }
    if (values->fill.is_set) {
        block->frame.is_filled = !values->fill.is_none;
        block->frame.fill = values->fill.color;
        block->is_boxed |= block->frame.is_filled;
    }
}

static WidthStyle width_declare(const Stylesheet *sheet, const Measure *value, Length size)
{
    if (!value->is_set || value->number <= 0)
        return (WidthStyle){0};
    if (value->unit == UNIT_PERCENT)
        return (WidthStyle){.percent = fmin(value->number, 100)};
    return (WidthStyle){.length = resolve(sheet, *value, size, size)};
}

static void place_declare(const Stylesheet *sheet, const Declarations *values, BlockStyle *block)
{
    Length size = block->text.size;
    PlaceStyle *place = &block->place;
    bool says_place =
        values->margin_left.is_set || values->margin_right.is_set || values->width.is_set || values->width_max.is_set;
    if (!says_place)
        return;
    place->margin_left = resolve(sheet, values->margin_left, size, size);
    place->margin_right = resolve(sheet, values->margin_right, size, size);
    place->is_left_auto = values->margin_left.unit == UNIT_AUTO;
    place->is_right_auto = values->margin_right.unit == UNIT_AUTO;
    place->width = width_declare(sheet, &values->width, size);
    place->width_max = width_declare(sheet, &values->width_max, size);
    block->is_boxed = true;
}

// `factor`: the leading's of its size.
static void leading_declare(const Stylesheet *sheet, const Declarations *values, double factor, BlockStyle *block)
{
    const double least = 1.1; // of the size: lines must not touch
    Length size = block->text.size;
    block->leading = (Length)lround(factor * size);
    if (values->leading.is_set)
        block->leading = length_max(resolve(sheet, values->leading, size, size), (Length)lround(least * size));
}

void block_declare(const Stylesheet *sheet, const Declarations *values, const BlockStyle *outer, BlockStyle *block)
{
    double factor = leading_factor(block);
    text_declare(sheet, values, outer->text.size, &block->text);
    if (values->size.is_set || values->leading.is_set || values->italic == FLAG_ON)
        leading_declare(sheet, values, factor, block);
    if (values->space_before.is_set)
        block->space_before = resolve(sheet, values->space_before, block->text.size, block->leading);
    if (values->space_after.is_set)
        block->space_after = resolve(sheet, values->space_after, block->text.size, block->leading);
    frame_declare(sheet, values, block);
    place_declare(sheet, values, block);
    breaks_apply(values, block);
    columns_apply(sheet, values, block);
}
