// Shares a table's width among its columns.
//
// Where all fit on one line, each column gets its natural width. Else each starts at its minimum, so that no
// word is broken, and the rest is shared by what each still wants, which is what browsers do (CSS 2.1,
// section 17.5.2.2). From there a search moves width between pairs of columns as long as the table gets
// lower, by the number of lines that each cell is estimated to take. The search is bounded by the number of
// cells it may look at, not by time.
#include "layout/flow.h"

enum {
    SEARCH_CELLS = 4000000, // cells looked at in one search: some 10 ms
    STEPS = 5,              // each halves the width that is moved, from an eighth of the space to share
};

typedef struct {
    const Extent *cells; // row_count * column_count
    size_t row_count, column_count;
    const Length *least; // of each column
    Length *widths;
    int64_t cells_left; // of the search's budget
} Sharing;

static Extent column_extent(const Extent *cells, size_t row_count, size_t column_count, size_t column)
{
    Extent widest = {0};
    for (size_t row = 0; row < row_count; row++) {
        Extent cell = cells[row * column_count + column];
        widest.min = length_max(widest.min, cell.min);
        widest.max = length_max(widest.max, cell.max);
    }
    return widest;
}

// Lines are not full: in ragged setting about a twelfth stays empty, as tried on the sample tables.
static int64_t lines_estimated(Length natural, Length width)
{
    if (natural <= width || width <= 0)
        return 1;
    int64_t padded = (int64_t)natural + natural / 12;
    return (padded + width - 1) / width;
}

// Height in lines, and below that, to choose among equals, how full the fullest column is.
static int64_t height_estimated(Sharing *sharing)
{
    int64_t lines = 0, fullness = 0;
    for (size_t row = 0; row < sharing->row_count; row++) {
        const Extent *cells = &sharing->cells[row * sharing->column_count];
        int64_t highest = 1, fullest = 0;
        for (size_t column = 0; column < sharing->column_count; column++) {
            Length width = sharing->widths[column];
            int64_t in_cell = lines_estimated(cells[column].max, width);
            int64_t full = width > 0 ? (int64_t)cells[column].max * 100 / width : 0;
            highest = in_cell > highest ? in_cell : highest;
            fullest = full > fullest ? full : fullest;
        }
        lines += highest;
        fullness += fullest;
    }
    sharing->cells_left -= (int64_t)(sharing->row_count * sharing->column_count);
    return lines * 100000 + fullness / (int64_t)sharing->row_count;
}

static bool move_helps(Sharing *sharing, size_t from, size_t to, Length step, int64_t *height)
{
    if (from == to || sharing->widths[from] - step < sharing->least[from])
        return false;
    sharing->widths[from] -= step;
    sharing->widths[to] += step;
    int64_t moved = height_estimated(sharing);
    if (moved < *height) {
        *height = moved;
        return true;
    }
    sharing->widths[from] += step;
    sharing->widths[to] -= step;
    return false;
}

static void search(Sharing *sharing, Length surplus)
{
    int64_t height = height_estimated(sharing);
    Length step = surplus / 8;
    for (int i = 0; i < STEPS && step > 0; i++, step /= 2) {
        bool has_moved = true;
        while (has_moved) {
            has_moved = false;
            for (size_t from = 0; from < sharing->column_count; from++) {
                for (size_t to = 0; to < sharing->column_count; to++) {
                    if (sharing->cells_left < 0)
                        return;
                    has_moved |= move_helps(sharing, from, to, step, &height);
                }
            }
        }
    }
}

// Columns that want less than their even share keep what they want; the others share the rest evenly.
static void squeeze(const Length *least, size_t count, Length available, Length *widths)
{
    Length lowest = 0, highest = available;
    while (lowest + 1 < highest) {
        Length cap = lowest + (highest - lowest) / 2;
        int64_t sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += length_min(least[i], cap);
        if (sum <= available)
            lowest = cap;
        else
            highest = cap;
    }
    for (size_t i = 0; i < count; i++)
        widths[i] = length_max(length_min(least[i], lowest), 1);
}

void columns_share(Arena *arena, const Extent *cells, size_t row_count, size_t column_count, Length available,
                   Length *widths)
{
    Length *least = arena_array(arena, Length, column_count);
    int64_t sum_min = 0, sum_max = 0;
    for (size_t i = 0; i < column_count; i++) {
        Extent column = column_extent(cells, row_count, column_count, i);
        least[i] = column.min;
        widths[i] = column.max;
        sum_min += column.min;
        sum_max += column.max;
    }
    if (sum_max <= available)
        return;
    if (sum_min >= available) {
        squeeze(least, column_count, available, widths);
        return;
    }
    int64_t surplus = available - sum_min, wanted = sum_max - sum_min, given = 0;
    for (size_t i = 0; i < column_count; i++) {
        int64_t share = (widths[i] - least[i]) * surplus / wanted;
        widths[i] = least[i] + (Length)share;
        given += share;
    }
    widths[column_count - 1] += (Length)(surplus - given); // what rounding left
    Sharing sharing = {cells, row_count, column_count, least, widths, SEARCH_CELLS};
    search(&sharing, (Length)surplus);
}
