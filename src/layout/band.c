// Bands: strips that stand in columns side by side.
//
// A page is broken by what it measures, so a band is measured for each strip that it may end with: its height is the
// least that so many columns can have. With k columns the last of them begins where those before it are as high as it
// is; both heights run against each other, so that place is found by moving on only. Time is linear, but for the strips
// that are kept together around it.
//
//     heights[k][m] = min over p of max(heights[k - 1][p], height of p … m)
//
// Once a page's end is known, the band's columns are broken at the least cost: each is as high as the band, by the
// square of what lacks, and parts as little as can be.
#include "layout/band.h"

#include <assert.h>

enum {
    SQUARE = 10000,   // an empty column; as of pages
    GROWTH_SHARE = 4, // of a band's height: so much higher it may be, so that columns end better
};

static const int64_t height_none = INT64_MAX / 4; // of a column in which another one is forced to begin

static bool begins_column(const Strip *strip)
{
    return strip->break_before == PAGE_BREAK_COLUMN;
}

static bool may_end(const Strip *above, Keep keep)
{
    if (keep == KEEP_NONE || begins_column(above + 1))
        return true;
    return keep == KEEP_LINES ? !above->is_kept_line : !above->keep_with_next;
}

// Whether a column from `start` to `end` may be.
static bool may_be(const Strip *strips, size_t start, size_t end, Keep keep)
{
    return keep == KEEP_NONE || end != start + 1 || !strips[start].is_inner_line;
}

// Of a column from `start` to `end`.
static int64_t column_height(const Strip *strips, const int64_t *tops, size_t start, size_t end)
{
    if (start == end)
        return 0;
    int64_t header = strips[start].header ? strips[start].header->height : 0;
    return header + tops[end] - tops[start] - strips[start].space_before + closing_height(&strips[end - 1]);
}

static int64_t *tops_of(Arena *scratch, const Strip *strips, size_t count)
{
    int64_t *tops = arena_array(scratch, int64_t, count + 1);
    for (size_t i = 0; i < count; i++)
        tops[i + 1] = tops[i] + strips[i].space_before + strips[i].height;
    return tops;
}

// ---- measuring

Bands *bands_new(Arena *scratch, const Strip *strips, size_t first, size_t end)
{
    Bands *bands = arena_new(scratch, Bands);
    *bands = (Bands){.strips = strips, .first = first, .tops = tops_of(scratch, strips + first, end - first)};
    for (int k = 0; k < COLUMN_COUNT_MAX; k++)
        bands->heights[k] = arena_array(scratch, int64_t, end - first + 1);
    return bands;
}

void bands_begin(Bands *bands, size_t strip, Keep keep)
{
    bands->start = bands->forced = strip;
    bands->count = bands->strips[strip].columns->count;
    bands->keep = keep;
    for (int k = 0; k < bands->count; k++) {
        bands->last[k] = strip;
        bands->heights[k][strip - bands->first] = 0;
    }
}

static int64_t height_of(const Bands *bands, size_t start, size_t end)
{
    const size_t first = bands->first;
    return column_height(bands->strips + first, bands->tops, start - first, end - first);
}

static int64_t higher(const Bands *bands, int k, size_t place, size_t end)
{
    int64_t before = bands->heights[k - 1][place - bands->first], last = height_of(bands, place, end);
    return before > last ? before : last;
}

// Whether the last column may begin at a place behind the first, and go on to `end`.
static bool may_part(const Bands *bands, size_t place, size_t end)
{
    return may_end(&bands->strips[place - 1], bands->keep) && may_be(bands->strips, place, end, bands->keep);
}

// The least height of `k` + 1 columns up to `end`, of which the last one begins near `last[k]`.
static int64_t least_height(Bands *bands, int k, size_t end)
{
    const int64_t *before = bands->heights[k - 1];
    size_t place = bands->last[k], lowest = bands->forced > bands->start ? bands->forced : bands->start + 1;
    if (!may_be(bands->strips, bands->start, lowest, bands->keep))
        lowest++;
    while (place < end && before[place - bands->first] < height_of(bands, place, end))
        place++;
    bands->last[k] = place;
    size_t behind = place > lowest ? place : lowest;
    behind = behind < end ? behind : end;
    while (behind < end && !may_part(bands, behind, end))
        behind++;
    int64_t least = higher(bands, k, behind, end);
    while (place-- > lowest) {
        if (!may_part(bands, place, end))
            continue;
        int64_t other = higher(bands, k, place, end);
        return other < least ? other : least;
    }
    return least;
}

int64_t bands_add(Bands *bands, size_t strip)
{
    size_t end = strip + 1;
    if (strip > bands->start && begins_column(&bands->strips[strip]))
        bands->forced = strip;
    for (int k = 0; k < bands->count; k++) {
        int64_t *height = &bands->heights[k][end - bands->first];
        if (k > 0)
            *height = least_height(bands, k, end);
        else
            *height = bands->forced > bands->start ? height_none : height_of(bands, bands->start, end);
    }
    return bands->heights[bands->count - 1][end - bands->first];
}

// ---- breaking

typedef struct {
    int64_t cost;
    size_t from; // where the column begins
} ColumnState;

typedef struct {
    const Strip *strips;
    const int64_t *tops;
    size_t count;
    Keep keep;
    int64_t height, height_most; // that is aimed at; that a column may have
    ColumnState *states;         // by columns, and by place
} BandSearch;

static const int64_t cost_none = INT64_MAX;

static ColumnState *state_at(const BandSearch *search, int columns, size_t place)
{
    return &search->states[(size_t)columns * (search->count + 1) + place];
}

// Of a column that is so high, and ends there. The last one may be lower than the others.
static int64_t column_cost(const BandSearch *search, int64_t height, size_t end)
{
    bool is_last = end == search->count;
    int64_t lack = height < search->height && is_last ? 0 : height - search->height, whole = search->height + 1;
    int64_t parted = is_last || begins_column(&search->strips[end]) ? 0 : break_cost(&search->strips[end - 1]);
    return lack * lack / whole * SQUARE / whole + parted;
}

// The least cost of so many columns that end at a place.
static void end_columns(const BandSearch *search, int columns, size_t end)
{
    ColumnState *state = state_at(search, columns, end);
    *state = (ColumnState){cost_none, 0};
    bool is_last = end == search->count;
    if (is_last) // those that are left are empty
        *state = (ColumnState){state_at(search, columns - 1, end)->cost, end};
    if (end == 0 || (!is_last && !may_end(&search->strips[end - 1], search->keep)))
        return;
    for (size_t from = end; from-- > 0;) {
        const Strip *strip = &search->strips[from];
        if (search->tops[end] - search->tops[from] - strip->space_before > search->height_most)
            return;
        // Not higher with each strip: what begins within a table has a header more.
        int64_t height = column_height(search->strips, search->tops, from, end);
        int64_t cost = state_at(search, columns - 1, from)->cost;
        bool is_held = height <= search->height_most && cost != cost_none &&
                       (search->count == 1 || may_be(search->strips, from, end, search->keep));
        if (is_held && cost + column_cost(search, height, end) < state->cost)
            *state = (ColumnState){cost + column_cost(search, height, end), from};
        if (begins_column(strip))
            return;
    }
}

static int64_t band_height(Bands *bands, size_t count, Keep keep)
{
    int64_t height = 0;
    bands_begin(bands, 0, keep);
    for (size_t i = 0; i < count; i++)
        height = bands_add(bands, i);
    return height;
}

BandColumns band_break(Arena *scratch, const Strip *strips, size_t start, size_t end, Keep keep, Length spare)
{
    BandSearch search = {.strips = strips + start, .count = end - start, .keep = keep};
    Bands *bands = bands_new(scratch, search.strips, 0, search.count);
    int count = search.strips[0].columns->count;
    search.height = band_height(bands, search.count, keep);
    search.height_most = search.height + length_min(spare, (Length)(search.height / GROWTH_SHARE));
    search.tops = bands->tops;
    search.states = arena_array(scratch, ColumnState, (size_t)(count + 1) * (search.count + 1));
    for (size_t place = 1; place <= search.count; place++)
        *state_at(&search, 0, place) = (ColumnState){cost_none, 0};
    for (int columns = 1; columns <= count; columns++) {
        for (size_t place = 0; place <= search.count; place++)
            end_columns(&search, columns, place);
    }
    assert(state_at(&search, count, search.count)->cost != cost_none); // by these columns it was measured
    BandColumns made = {.height_least = (Length)search.height};
    size_t place = search.count;
    for (int columns = count; columns > 0; columns--) {
        size_t from = state_at(&search, columns, place)->from;
        made.ends[columns - 1] = start + place;
        Length height = (Length)column_height(search.strips, search.tops, from, place);
        made.height = length_max(made.height, height);
        place = from;
    }
    return made;
}
