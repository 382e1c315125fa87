// Shares a table's width among its columns.
//
// Where not all fit on one line, each column starts at its minimum, so that no word is broken, and the rest is shared
// by what each still wants, which is what browsers do (CSS 2.1, section 17.5.2.2). From there a search moves width
// between pairs of columns as long as the table gets lower. It does so from two more starts, shares by what is in the
// columns on average, and even ones, and the lowest counts: of a thousand random tables 6 % are then a line or two
// higher than the lowest that there is, all together 0.3 % (tests/unit/test_columns.c). How high a cell is at a width
// is known exactly (paragraph_line_widths), but for what first fit differs from the lines that are set. The search is
// bounded by the cells that it looks at, not by time.
#include "layout/columns.h"

#include <stdlib.h>

enum {
    SEARCH_CELLS = 300000, // cells looked at from each start: less than a millisecond
    ROWS_LOOKED_AT = 100,
    HALVINGS = 6, // of the width that is moved, from a quarter of the space to share
};

typedef struct {
    const ColumnTable *table;
    const Extent *columns;
    Length *widths;
    Length *heights; // by cell, at the widths
    int64_t *wanted; // by column: the sum of its cells' natural widths
    int64_t cells_left;
} Search;

typedef struct {
    int64_t height;
    double fullness; // chooses among equals: columns as wide as what is in them
} Score;

// --- what columns need

// Shares what `sum` lacks to `needed` among `count` values that lie `stride` bytes apart, in proportion to `weights`.
static void widen(Extent *columns, size_t count, bool is_least, Length needed)
{
    int64_t sum = 0, weight = 0;
    for (size_t i = 0; i < count; i++) {
        sum += is_least ? columns[i].min : columns[i].max;
        weight += columns[i].max;
    }
    if (sum >= needed)
        return;
    int64_t lacking = needed - sum, before = 0, given = 0;
    for (size_t i = 0; i < count; i++) {
        before += weight > 0 ? columns[i].max : 1;
        int64_t up_to_here = lacking * before / (weight > 0 ? weight : (int64_t)count);
        Length *value = is_least ? &columns[i].min : &columns[i].max;
        *value += (Length)(up_to_here - given);
        given = up_to_here;
    }
}

void columns_measure(const ColumnTable *table, Extent *columns)
{
    uint32_t widest_span = 1;
    for (size_t i = 0; i < table->column_count; i++)
        columns[i] = (Extent){0};
    for (size_t i = 0; i < table->cell_count; i++) {
        const ColumnCell *cell = &table->cells[i];
        widest_span = cell->column_span > widest_span ? cell->column_span : widest_span;
        if (cell->column_span > 1)
            continue;
        Extent *column = &columns[cell->column];
        column->min = length_max(column->min, cell->extent.min);
        column->max = length_max(column->max, cell->extent.max);
    }
    for (size_t i = 0; i < table->cell_count && widest_span > 1; i++) {
        const ColumnCell *cell = &table->cells[i];
        if (cell->column_span == 1)
            continue;
        widen(columns + cell->column, cell->column_span, /*is_least*/ false, cell->extent.max);
        widen(columns + cell->column, cell->column_span, /*is_least*/ true, cell->extent.min);
    }
    for (size_t i = 0; i < table->column_count; i++)
        columns[i].max = length_max(columns[i].max, columns[i].min);
}

void columns_squeeze(const Extent *columns, size_t count, Length available, Length *widths)
{
    Length lowest = 0, highest = available;
    while (lowest + 1 < highest) {
        Length cap = lowest + (highest - lowest) / 2;
        int64_t sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += length_min(columns[i].min, cap);
        if (sum <= available)
            lowest = cap;
        else
            highest = cap;
    }
    for (size_t i = 0; i < count; i++)
        widths[i] = length_max(length_min(columns[i].min, lowest), 1);
}

// --- how high the table is

bool columns_look_at(size_t row, size_t row_count)
{
    return row_count <= ROWS_LOOKED_AT || row * ROWS_LOOKED_AT % row_count < ROWS_LOOKED_AT;
}

static Length part_height(const CellPart *part, Length width)
{
    Length room = length_max(width - part->indent, 1);
    for (int i = 0; i < STEP_COUNT; i++) {
        if (part->steps[i] <= room)
            return (i + 1) * part->leading;
    }
    // Ragged lines leave about a twelfth empty, as tried on the sample tables.
    int64_t lines = ((int64_t)part->natural + part->natural / 12 + room - 1) / room;
    lines = lines > STEP_COUNT ? lines : STEP_COUNT + 1;
    return (Length)(lines < 10000 ? lines : 10000) * part->leading;
}

static Length cell_height(const ColumnCell *cell, const Length *widths)
{
    int64_t width = 0, height = 0;
    for (size_t i = 0; i < cell->column_span; i++)
        width += widths[cell->column + i];
    for (size_t i = 0; i < cell->part_count; i++)
        height += part_height(&cell->parts[i], (Length)width);
    // One that spans rows counts for each as much as for the others.
    return (Length)(height / cell->row_span);
}

static bool is_touched(const ColumnCell *cell, size_t column)
{
    return cell->column <= column && column < cell->column + cell->column_span;
}

// With the cells that stand in columns `from` and `to` at the widths as they are now, and `heights` for the others.
static int64_t rows_height(const Search *search, size_t from, size_t to)
{
    int64_t sum = 0;
    const ColumnTable *table = search->table;
    for (size_t i = 0; i < table->cell_count;) {
        uint32_t row = table->cells[i].row;
        Length highest = 0;
        for (; i < table->cell_count && table->cells[i].row == row; i++) {
            const ColumnCell *cell = &table->cells[i];
            bool has_changed = is_touched(cell, from) != is_touched(cell, to);
            Length height = has_changed ? cell_height(cell, search->widths) : search->heights[i];
            highest = length_max(highest, height);
        }
        sum += highest;
    }
    return sum;
}

int64_t columns_height(const ColumnTable *table, const Length *widths)
{
    int64_t sum = 0;
    for (size_t i = 0; i < table->cell_count;) {
        uint32_t row = table->cells[i].row;
        Length highest = 0;
        for (; i < table->cell_count && table->cells[i].row == row; i++)
            highest = length_max(highest, cell_height(&table->cells[i], widths));
        sum += highest;
    }
    return sum;
}

// --- the search

static void note_heights(Search *search)
{
    for (size_t i = 0; i < search->table->cell_count; i++)
        search->heights[i] = cell_height(&search->table->cells[i], search->widths);
}

static double fullness_of(const Search *search, size_t column)
{
    double wanted = (double)search->wanted[column];
    return wanted * wanted / (search->widths[column] > 0 ? search->widths[column] : 1);
}

static bool is_better(Score a, Score b)
{
    return a.height < b.height || (a.height == b.height && a.fullness < b.fullness);
}

static bool move_helps(Search *search, size_t from, size_t to, Length step, Score *best)
{
    if (from == to || search->widths[from] - step < search->columns[from].min)
        return false;
    double fullness = best->fullness - fullness_of(search, from) - fullness_of(search, to);
    search->widths[from] -= step;
    search->widths[to] += step;
    search->cells_left -= (int64_t)search->table->cell_count;
    Score score = {rows_height(search, from, to), fullness + fullness_of(search, from) + fullness_of(search, to)};
    // Less than rounding can tell is no gain: the search must end.
    bool helps =
        score.height < best->height || (score.height == best->height && score.fullness < best->fullness * (1 - 1e-9));
    if (helps) {
        *best = score;
        note_heights(search);
        return true;
    }
    search->widths[from] += step;
    search->widths[to] -= step;
    return false;
}

static Score score_now(Search *search)
{
    Score score = {columns_height(search->table, search->widths), 0};
    for (size_t i = 0; i < search->table->column_count; i++)
        score.fullness += fullness_of(search, i);
    return score;
}

static Score search_from(Search *search, Length surplus)
{
    search->cells_left = SEARCH_CELLS;
    note_heights(search);
    Score best = score_now(search);
    size_t count = search->table->column_count;
    Length step = surplus / 4;
    for (int i = 0; i < HALVINGS && step > 0; i++, step /= 2) {
        for (bool has_moved = true; has_moved;) {
            has_moved = false;
            for (size_t pair = 0; pair < count * count && search->cells_left > 0; pair++)
                has_moved |= move_helps(search, pair / count, pair % count, step, &best);
            has_moved &= search->cells_left > 0;
        }
    }
    return best;
}

// Each column gets its minimum and of the rest a share by its `weights`.
static void start_at(const Extent *columns, const int64_t *weights, size_t count, Length available, Length *widths)
{
    int64_t surplus = available, total = 0, before = 0, given = 0;
    for (size_t i = 0; i < count; i++) {
        surplus -= columns[i].min;
        total += weights[i];
    }
    for (size_t i = 0; i < count; i++) {
        before += total > 0 ? weights[i] : 1;
        int64_t up_to_here = (int64_t)((double)surplus * (double)before / (double)(total > 0 ? total : (int64_t)count));
        widths[i] = columns[i].min + (Length)(up_to_here - given);
        given = up_to_here;
    }
}

void columns_search(Arena *scratch, const ColumnTable *table, const Extent *columns, Length available, Length *widths)
{
    size_t count = table->column_count;
    Search search = {.table = table,
                     .columns = columns,
                     .widths = arena_array(scratch, Length, count),
                     .heights = arena_array(scratch, Length, table->cell_count),
                     .wanted = arena_array(scratch, int64_t, count)};
    int64_t *wishes = arena_array(scratch, int64_t, count), *nothing = arena_array(scratch, int64_t, count);
    int64_t surplus = available;
    for (size_t i = 0; i < count; i++) {
        wishes[i] = columns[i].max - columns[i].min;
        surplus -= columns[i].min;
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        const ColumnCell *cell = &table->cells[i];
        for (size_t j = 0; j < cell->column_span; j++)
            search.wanted[cell->column + j] += cell->extent.max / (Length)cell->column_span;
    }
    const int64_t *starts[] = {wishes, search.wanted, nothing};
    Score best = {0};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        start_at(columns, starts[i], count, available, search.widths);
        Score score = search_from(&search, (Length)surplus);
        if (i == 0 || is_better(score, best)) {
            best = score;
            memcpy(widths, search.widths, count * sizeof *widths);
        }
    }
}
