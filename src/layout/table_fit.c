// Makes a table fit its width. One that is too wide for its words first gets less padding, then smaller type, down to
// the style's least size. If only long words stand in the way, these are broken, and type stays as large as that
// allows. Else it gets a page of its own that lies on its side, if that helps; if not, it is set in blocks. What is
// taken is said.
//
// Text is as wide as its size is large, so widths at other sizes are known from one measuring; only what has a size of
// its own makes another one necessary.
#include "layout/table.h"

enum {
    SIZE_STEP = LENGTH_PER_PT / 2,
    PADDING_LEAST = 3 * LENGTH_PER_PT,
    LONG_WORD_EM = 12,      // some 24 letters
    TURNED_LINES_MIN = 12,  // of text, on a page that lies on its side
    BLOCKS_COLUMNS_MIN = 3, // with fewer, blocks would be as wide
};

// What the least widths sum up to at another size of type and padding; of `longest` em at most each where that is not
// 0.
static int64_t width_at(const Table *table, Length size, Length padding, int longest)
{
    double scale = (double)size / table->style.text.size;
    int64_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        Length text = (Length)((table->columns[i].min - 2 * table->look.padding_x) * scale);
        sum += (longest > 0 ? length_min(text, longest * size) : text) + 2 * padding;
    }
    return sum;
}

// The largest size, from that of the style down to the least, at which the table fits with the least padding; 0: none.
static Length largest_size(const Table *table, int longest)
{
    Length size = table->style.text.size, least = length_min(table->look.size_min, size);
    while (width_at(table, size, PADDING_LEAST, longest) > table->area.width) {
        if (size == least)
            return 0;
        size = length_max(size - SIZE_STEP, least);
    }
    return size;
}

static int64_t set_size(Table *table, Length size)
{
    double factor = (double)table->style.leading / table->style.text.size;
    table->style.text.size = size;
    table->style.leading = (Length)(factor * size);
    table->look.padding_x = length_min(table->look.padding_x, PADDING_LEAST);
    return table_measure(table);
}

// At a size at which the table was reckoned to fit, or the next smaller ones, where that was a little too large.
static void settle(Table *table, Length size)
{
    while (set_size(table, size) > table->area.width && size > table->look.size_min)
        size = length_max(size - SIZE_STEP, table->look.size_min);
}

static void say(const Table *table, Length full_size)
{
    Diagnostics *diagnostics = table->context->diagnostics;
    if (table->style.text.size < full_size)
        diagnose(diagnostics, table->node->span, DIAG_TABLE_SMALL, length_to_pt(table->style.text.size));
    else
        diagnose(diagnostics, table->node->span, DIAG_TABLE_TIGHT);
}

static void align_if_room(Table *table, bool has_numbers)
{
    table->has_numbers = has_numbers;
    if (!has_numbers || table_measure(table) <= table->area.width)
        return;
    table->has_numbers = false;
    table_measure(table);
}

// Not one that stands within something else.
static bool may_turn(const Table *table)
{
    const LayoutContext *context = table->context;
    return table->area.x == 0 && table->area.width == context->page_width && !table->area.backdrop &&
           context->turned_width > context->page_width &&
           context->turned_height >= TURNED_LINES_MIN * table->style.leading;
}

// False where that does not help.
static bool fit_turned(Table *table)
{
    if (!may_turn(table))
        return false;
    LayoutContext *context = table->context;
    Length full_size = table->style.text.size;
    table->area.width = context->turned_width;
    bool fits = width_at(table, full_size, table->look.padding_x, /*longest*/ 0) <= table->area.width;
    Length size = fits ? full_size : largest_size(table, /*longest*/ 0);
    if (size == 0) {
        table->area.width = context->page_width;
        return false;
    }
    table->is_turned = true;
    diagnose(context->diagnostics, table->node->span, DIAG_TABLE_TURNED);
    if (!fits)
        settle(table, size);
    return true;
}

void table_fit(Table *table)
{
    Length full_size = table->style.text.size;
    if (table_measure(table) <= table->area.width)
        return;
    bool has_numbers = table->has_numbers; // which take less room where they are not aligned
    table->has_numbers = false;
    if (has_numbers && table_measure(table) <= table->area.width)
        return;
    Length size = largest_size(table, /*longest*/ 0);
    if (size > 0) {
        settle(table, size);
        say(table, full_size);
        return;
    }
    size = largest_size(table, LONG_WORD_EM);
    if (size == 0 && fit_turned(table)) {
        align_if_room(table, has_numbers);
        return;
    }
    if (size == 0 && table->column_count >= BLOCKS_COLUMNS_MIN) {
        diagnose(table->context->diagnostics, table->node->span, DIAG_TABLE_BLOCKS);
        table_turn_into_blocks(table);
        return;
    }
    size = size > 0 ? size : length_min(table->look.size_min, full_size);
    set_size(table, size);
    diagnose(table->context->diagnostics, table->node->span, DIAG_TABLE_WIDE);
}
