// Columns of numbers are aligned on their decimal marks, the block of them at the side where text begins; the text and
// its order stay as they are, each line is moved as one. A column is of numbers where at least two of its cells are,
// and no other holds anything but a dash; not where an alignment is asked for. Digits stand from left to right in all
// scripts, so the mark has a place on a line of any direction.
#include "layout/number.h"
#include "layout/table.h"

// The line of a cell that holds one paragraph in one line: its ink, and the mark.
typedef struct {
    Length left, mark, right;
} NumberLine;

// The decimal mark, as the table's language writes a half.
static uint32_t decimal_mark(const Table *table)
{
    Str half = locale_number(table->context->scratch, node_language(table->context, table->node), STR("0.5"));
    uint32_t at = 0;
    if (half.length == 0)
        return '.';
    utf8_next(half, &at);
    return at < half.length ? utf8_next(half, &at) : '.';
}

static const Node *lone_paragraph(const Node *cell)
{
    const Node *child = cell->first_child;
    return child && !child->next && child->kind == NODE_PARAGRAPH ? child : NULL;
}

static NumberKind kind_of(Table *table, const Node *cell, uint32_t decimal)
{
    uint32_t mark;
    const Node *paragraph = lone_paragraph(cell);
    if (!paragraph)
        return cell->first_child ? NUMBER_NOT : NUMBER_NONE;
    for (const Node *child = paragraph->first_child; child; child = child->next) {
        if (child->kind == NODE_IMAGE || child->kind == NODE_LINE_BREAK)
            return NUMBER_NOT;
    }
    const Node *text = paragraph->first_child;
    if (text && text->kind == NODE_TEXT && !text->next)
        return number_read(text->text, decimal, &mark);
    return number_read(node_plain_text(paragraph, table->context->scratch), decimal, &mark);
}

static bool is_aligned(const Table *table, const Node *cell)
{
    const Node *paragraph = lone_paragraph(cell);
    return cell_style(table, cell).align != ALIGN_START || (paragraph && paragraph->align != ALIGN_START);
}

void numbers_find(Table *table)
{
    Arena *scratch = table->context->scratch;
    table->numbers = arena_array(scratch, NumberColumn, table->column_count);
    if (!table->look.align_numbers)
        return;
    size_t *counts = arena_array(scratch, size_t, table->column_count);
    bool *are_texts = arena_array(scratch, bool, table->column_count);
    uint32_t decimal = decimal_mark(table);
    for (size_t i = 0; i < table->cell_count; i++) {
        TableCell *cell = &table->cells[i];
        if (table->rows[cell->row].is_header || cell->column_span > 1 || are_texts[cell->column])
            continue;
        NumberKind kind = kind_of(table, cell->content.node, decimal);
        are_texts[cell->column] = kind == NUMBER_NOT || is_aligned(table, cell->content.node);
        counts[cell->column] += kind == NUMBER_READ;
        cell->is_number = cell->content.node->first_child != NULL;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        table->numbers[i].is_aligned = counts[i] > 1 && !are_texts[i];
        table->numbers[i].decimal = decimal;
        table->has_numbers |= table->numbers[i].is_aligned;
    }
}

static bool cell_is_aligned(const Table *table, const TableCell *cell)
{
    return table->has_numbers && cell->is_number && table->numbers[cell->column].is_aligned;
}

// --- places on lines

// Where byte `at` of the line's text is.
static Length place_on_line(const Line *line, uint32_t at)
{
    uint32_t before = 0;
    Length end = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const GlyphRun *run = &line->runs[i];
        end = run->word->right_to_left ? run->x : run->x + run->width;
        if (before + run->word->text.length > at || i + 1 == line->run_count) {
            int64_t advance = 0;
            uint32_t bytes = before;
            for (uint32_t j = 0; j < run->word->cluster_count && bytes < at && !run->word->right_to_left; j++) {
                bytes += run->word->clusters[j].byte_count;
                advance += run->word->clusters[j].advance;
            }
            int64_t units = font_units_per_em(run->word->font);
            return run->word->right_to_left ? end : run->x + (Length)(advance * run->run->style.size / units);
        }
        before += run->word->text.length;
    }
    return end;
}

static NumberLine measure_line(const Table *table, const TableCell *cell, const Line *line)
{
    Buffer text = {.arena = table->context->scratch};
    Length left = INT32_MAX;
    for (size_t i = 0; i < line->run_count; i++) {
        buffer_append_str(&text, line->runs[i].word->text);
        left = length_min(left, line->runs[i].x);
    }
    if (line->run_count == 0)
        return (NumberLine){0};
    uint32_t mark;
    NumberKind kind = number_read(buffer_str(&text), table->numbers[cell->column].decimal, &mark);
    Length right = left + line->width;
    bool is_read = kind == NUMBER_READ;
    return (NumberLine){left, is_read ? place_on_line(line, mark) : right, right};
}

// --- the column

void numbers_measure(Table *table)
{
    LayoutContext *context = table->context;
    for (size_t i = 0; i < table->column_count && table->has_numbers; i++)
        table->numbers[i].left = table->numbers[i].right = 0;
    for (size_t i = 0; i < table->cell_count && table->has_numbers; i++) {
        const TableCell *cell = &table->cells[i];
        if (!cell_is_aligned(table, cell))
            continue;
        const Node *paragraph = lone_paragraph(cell->content.node);
        BlockStyle style = cell_style(table, cell->content.node);
        style = stylesheet_block(context->sheet, paragraph, &style);
        const Paragraph *shaped = paragraph_of(context, paragraph, &style);
        ArenaMark mark = arena_mark(context->scratch);
        LineList lines = paragraph_break(shaped, paragraph_max_content(shaped), context->scratch, NULL);
        NumberLine line = measure_line(table, cell, &lines.lines[0]);
        arena_release(context->scratch, mark);
        NumberColumn *column = &table->numbers[cell->column];
        column->left = length_max(column->left, line.mark - line.left);
        column->right = length_max(column->right, line.right - line.mark);
    }
    for (size_t i = 0; i < table->cell_count && table->has_numbers; i++) {
        if (!cell_is_aligned(table, &table->cells[i]))
            continue;
        const NumberColumn *column = &table->numbers[table->cells[i].column];
        Length width = column->left + column->right + 2 * table->look.padding_x;
        Extent *extent = &table->extents[i].extent;
        *extent = (Extent){length_max(extent->min, width), length_max(extent->max, width)};
    }
}

void number_align(const Table *table, TableCell *cell)
{
    if (!cell_is_aligned(table, cell))
        return;
    Flow *flow = &cell->flow->flow;
    if (flow->count != 1 || flow->strips[0].boxes.count != 1 || flow->strips[0].boxes.boxes[0].kind != BOX_LINE)
        return;
    Box *box = &flow->strips[0].boxes.boxes[0];
    NumberLine line = measure_line(table, cell, box->line);
    const NumberColumn *column = &table->numbers[cell->column];
    Length room = cell_width(table, cell) - 2 * table->look.padding_x;
    if (column->left + column->right > room)
        return;
    Length edge = cell_left(table, cell) + table->look.padding_x - box->x; // on the line
    Length wanted = table->area.right_to_left ? edge + room - column->right : edge + column->left;
    Arena *arena = table->context->arena;
    Line *moved = arena_new(arena, Line);
    GlyphRun *runs = arena_array(arena, GlyphRun, box->line->run_count);
    for (size_t i = 0; i < box->line->run_count; i++) {
        runs[i] = box->line->runs[i];
        runs[i].x += wanted - line.mark;
    }
    *moved = *box->line;
    moved->runs = runs;
    box->line = moved;
}
