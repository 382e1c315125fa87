// Where pages end: the least cost over all of them, by dynamic programming over the places between strips, as Knuth and
// Plass break paragraphs ("Breaking Paragraphs into Lines", Software: Practice and Experience 11, 1981). Plass
// ("Optimal Pagination Techniques for Automatic Typesetting Systems", 1981) shows that this stays easy as long as what
// is placed apart keeps the order of its references and each page's cost is its own; so it is for notes.
//
// A page costs for the room that stays empty, by its square; for what its end parts; for spaces that are tightened;
// and, the last one, where it is almost empty. Breaks that are forbidden are not: they cost more than all others
// together, so one is taken only where nothing else helps, and those within paragraphs last, as CSS Fragmentation 3,
// section 4.4, drops its rules.
//
//     whole[i]      the least cost of the pages before strip i, with all notes that are referred to on them
//     carrying[i]   the same where the last note goes on behind the break
//
// A first search leaves out what is hardly ever taken: breaks that are forbidden and pages that are nearly empty. Where
// it does not come to the end, a thorough one looks at all.
//
// Of carrying[] only the best is kept, not one for each length of what is carried: the loss is a line or two in a note
// that is split. From each place only those are looked at that a page reaches, so time is linear in the length.
//
// What stands in columns side by side is measured by the height of all of them (band.c), so all the above holds of it.
#include "layout/band.h"

enum {
    SQUARE = 10000, // an empty page; so a break that costs 100 is worth a tenth of a page
    COST_PAGE = 2000,
    COST_TIGHT = 1000,     // of a page that is tightened at all, and at most as much again
    COST_LAST = 4000,      // of a last page with nothing on it, down to none where a share of it is full
    SHARE_LAST = 8,        //
    COST_NOTE_SPLIT = 800, // two lines or more stay on each side
};

static const int64_t cost_none = INT64_MAX;
static const int64_t cost_keep = 100 * 1000 * 1000;                      // against keep-with-next
static const int64_t cost_note_apart = (int64_t)1000 * 1000 * 1000;      // a note begins behind its reference's page
static const int64_t cost_lines = (int64_t)10 * 1000 * 1000 * 1000;      // a widow or an orphan
static const int64_t cost_overfull = (int64_t)1000 * 1000 * 1000 * 1000; // a strip higher than a page

typedef struct {
    int64_t cost;
    PageSpan page;       // the last one
    bool after_carrying; // it follows carrying[page.first], not whole[page.first]
    bool is_notes_only;  // carrying[] of the same place, and then pages of its notes alone
} State;

typedef struct {
    const Strip *strips;
    const NoteFlow *notes;
    size_t first, end;
    PageHeights heights;
    State *whole, *carrying; // by place, from `first` on; the latter is NULL where there are no notes
    bool is_thorough;
    Bands *bands; // NULL: nothing stands in columns
    Keep keep;    // of columns
} Search;

// Of a page that begins with strip `first`.
static int64_t height_at(const Search *search, size_t first)
{
    return first == search->first ? search->heights.first : search->heights.other;
}

// ---- notes

static bool may_split(const NoteFlow *notes, size_t at)
{
    return notes->starts[at] == at || !notes->flow.strips[at - 1].keep_with_next;
}

// The last place, after `least` and before `end`, at which notes from `first` on may be split and have room; else
// `first`.
static size_t split_notes(const NoteFlow *notes, size_t first, size_t least, size_t end, int64_t room)
{
    size_t low = first, high = end;
    while (low + 1 < high) { // notes up to `low` have room, those up to `high` have not
        size_t middle = low + (high - low) / 2;
        if (notes_height(notes, first, middle) <= room)
            low = middle;
        else
            high = middle;
    }
    while (low > least && !may_split(notes, low))
        low--;
    return low > least ? low : first;
}

static size_t notes_only_end(const Search *search, size_t first, size_t end)
{
    if (notes_height(search->notes, first, end) <= search->heights.other)
        return end;
    size_t split = split_notes(search->notes, first, first, end, search->heights.other);
    return split > first ? split : first + 1;
}

// ---- costs

static int64_t square_cost(int64_t part, int64_t whole, int64_t scale)
{
    return part * part / whole * scale / whole;
}

int64_t break_cost(const Strip *above)
{
    if (!above->keep_with_next)
        return above->break_cost;
    return above->is_kept_line ? cost_lines : cost_keep;
}

static int64_t page_end_cost(const Strip *above)
{
    int64_t cost = break_cost(above);
    return above->keep_on_page && cost < cost_keep ? cost_keep : cost;
}

// Of a page's emptiness, and of what its end parts.
static int64_t end_cost(const Search *search, size_t first, size_t end, int64_t used)
{
    int64_t height = height_at(search, first), empty = used < height ? height - used : 0;
    if (end < search->end)
        return square_cost(empty, height, SQUARE) + page_end_cost(&search->strips[end - 1]);
    int64_t least = height / SHARE_LAST;
    return first > search->first && used < least ? COST_LAST * (least - used) / least : 0;
}

static void relax(State *state, int64_t cost, const PageSpan *page, bool after_carrying)
{
    // Of equal ones the later: the pages before it are the fuller ones.
    if (cost <= state->cost)
        *state = (State){cost, *page, after_carrying, /*is_notes_only*/ false};
}

// ---- the search

// ---- measuring

typedef struct {
    int64_t height, slack;
    const ColumnSet *columns; // of the band at its end; NULL: none
    int64_t above;            // what stands above that
    int64_t even;             // the height that its columns would have if strips could be cut anywhere
} Measured;

static void measure_space(Measured *text, const Strip *strip)
{
    text->height += strip->space_before;
    text->slack += space_slack(strip->space_before);
}

static void measure_band(Search *search, Measured *text, size_t first, size_t strip)
{
    const Strip *added = &search->strips[strip];
    if (text->columns != added->columns) {
        if (strip > first)
            measure_space(text, added);
        text->above = text->height;
        text->columns = added->columns;
        text->even = -added->space_before / added->columns->count;
        bands_begin(search->bands, strip, search->keep);
    }
    text->even += (added->space_before + added->height) / added->columns->count;
    text->height = text->above + bands_add(search->bands, strip);
}

// Of a page that begins with strip `first`, by one more strip.
static void measure_add(Search *search, Measured *text, size_t first, size_t strip)
{
    const Strip *added = &search->strips[strip];
    if (added->columns) {
        measure_band(search, text, first, strip);
        return;
    }
    if (strip > first)
        measure_space(text, added);
    else if (added->header)
        text->height += added->header->height;
    text->height += added->height;
    text->columns = NULL;
}

// What it takes more where it ends there; a column's closing rule is of its height.
static Length measure_closing(const Measured *text, const Strip *last)
{
    return text->columns ? 0 : closing_height(last);
}

// How much of the page is filled: where columns go on behind it, a low one is empty room as well.
static int64_t measure_fill(const Search *search, const Measured *text, size_t end)
{
    bool goes_on = text->columns && end < search->end && search->strips[end].columns == text->columns;
    return goes_on ? text->above + text->even : text->height;
}

static int64_t columns_cost(Keep keep)
{
    return keep == KEEP_NONE ? cost_lines : keep == KEEP_LINES ? cost_keep : 0;
}

// A page that ends before `page.end`, whose strips measure so much.
static void try_page(Search *search, int64_t before, PageSpan page, bool after_carrying, const Measured *text)
{
    const NoteFlow *notes = search->notes;
    size_t at = page.end - search->first, due = search->strips[page.end - 1].notes_end;
    int64_t cost = before + COST_PAGE, height = height_at(search, page.first);
    int64_t of_notes = notes_height(notes, page.first_note, due), used = text->height + of_notes;
    int64_t excess = used - height;
    bool is_reached = false;
    if (excess <= text->slack) {
        page.end_note = due;
        page.tightened = excess > 0 ? (Length)excess : 0;
        page.spare = excess < 0 ? (Length)-excess : 0;
        cost += end_cost(search, page.first, page.end, measure_fill(search, text, page.end) + of_notes);
        if (excess > 0)
            cost += COST_TIGHT + square_cost(excess, text->slack, COST_TIGHT);
        relax(&search->whole[at], cost, &page, after_carrying);
        is_reached = true;
        page.tightened = page.spare = 0;
        if (excess <= 0)
            return;
    }
    if (due == page.first_note) { // a strip that no page holds
        page.end_note = due;
        if (!is_reached && search->is_thorough && page.end == page.first + 1)
            relax(&search->whole[at], cost + cost_overfull, &page, after_carrying);
        return;
    }
    size_t last = notes->starts[due - 1], least = last > page.first_note ? last : page.first_note;
    page.end_note = split_notes(notes, page.first_note, least, due, height - text->height);
    cost = before + COST_PAGE + COST_NOTE_SPLIT;
    if (page.end_note > page.first_note) {
        cost += page.end < search->end ? page_end_cost(&search->strips[page.end - 1]) : 0;
        relax(&search->carrying[at], cost, &page, after_carrying);
    } else if (!is_reached && search->is_thorough && page.end == page.first + 1) {
        page.end_note = split_notes(notes, page.first_note, page.first_note, due, height - text->height);
        cost += text->height > height ? cost_overfull : cost_note_apart;
        relax(&search->carrying[at], cost, &page, after_carrying);
    }
}

// A page that ends below this strip.
static bool is_unlikely(const Search *search, const State *before, size_t last, int64_t height, int64_t whole)
{
    enum { SHARE = 3 };
    const Strip *strip = &search->strips[last];
    if (last + 1 == search->end)
        return false;
    return strip->keep_with_next || strip->keep_on_page ||
           (height < whole / SHARE && strip->notes_end == before->page.end_note);
}

static void search_pages_from(Search *search, size_t first, const State *before, bool after_carrying)
{
    const Strip *strips = search->strips;
    const int64_t height = height_at(search, first), cost = before->cost + columns_cost(search->keep);
    Measured text = {0};
    for (size_t i = first; i < search->end; i++) {
        measure_add(search, &text, first, i);
        if (i > first && text.height - text.slack > height)
            return;
        if (!search->is_thorough && is_unlikely(search, before, i, text.height, height))
            continue;
        PageSpan page = {.first = first, .end = i + 1, .first_note = before->page.end_note, .keep = search->keep};
        Length closing = measure_closing(&text, &strips[i]);
        text.height += closing;
        try_page(search, cost, page, after_carrying, &text);
        text.height -= closing;
    }
}

static void search_from(Search *search, size_t first, const State *before, bool after_carrying)
{
    Keep last = search->is_thorough && search->bands ? KEEP_NONE : KEEP_ALL;
    for (search->keep = KEEP_ALL; search->keep <= last; search->keep++)
        search_pages_from(search, first, before, after_carrying);
}

// Pages of notes alone, where more than half a page of them is carried, or the flow ends.
static void clear_notes(Search *search, size_t place)
{
    if (!search->carrying)
        return;
    const State *from = &search->carrying[place - search->first];
    size_t end = search->strips[place - 1].notes_end;
    const int64_t height = search->heights.other;
    if (from->cost == cost_none)
        return;
    if (place < search->end && notes_height(search->notes, from->page.end_note, end) <= height / 2)
        return;
    int64_t cost = from->cost;
    for (size_t at = from->page.end_note; at < end;) {
        size_t next = notes_only_end(search, at, end);
        int64_t used = notes_height(search->notes, at, next);
        cost += COST_PAGE + (used < height ? square_cost(height - used, height, SQUARE) : 0);
        at = next;
    }
    State *state = &search->whole[place - search->first];
    if (cost < state->cost)
        *state = (State){.cost = cost, .page.end_note = end, .is_notes_only = true};
}

// ---- the way back

typedef struct {
    Arena *arena;
    PageSpans spans;
    size_t capacity;
} Way;

static void add_page(Way *way, PageSpan page)
{
    *arena_push(way->arena, way->spans.pages, way->spans.count, way->capacity) = page;
}

static void reverse(PageSpan *pages, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        PageSpan page = pages[i];
        pages[i] = pages[count - 1 - i];
        pages[count - 1 - i] = page;
    }
}

static PageSpans way_back(const Search *search, Arena *arena)
{
    Way way = {.arena = arena};
    bool is_carrying = false;
    for (size_t place = search->end; place > search->first;) {
        const State *state = &(is_carrying ? search->carrying : search->whole)[place - search->first];
        if (state->is_notes_only) {
            size_t from = way.spans.count, end = state->page.end_note;
            const State *carried = &search->carrying[place - search->first];
            for (size_t at = carried->page.end_note; at < end;) {
                size_t next = notes_only_end(search, at, end);
                add_page(&way, (PageSpan){.first = place, .end = place, .first_note = at, .end_note = next});
                at = next;
            }
            reverse(way.spans.pages + from, way.spans.count - from);
            is_carrying = true;
            continue;
        }
        add_page(&way, state->page);
        place = state->page.first;
        is_carrying = state->after_carrying;
    }
    reverse(way.spans.pages, way.spans.count);
    return way.spans;
}

static bool search_pages(Search *search, size_t first_note)
{
    size_t places = search->end - search->first + 1;
    for (size_t i = 0; i < places; i++)
        search->whole[i].cost = cost_none;
    for (size_t i = 0; search->carrying && i < places; i++)
        search->carrying[i].cost = cost_none;
    search->whole[0] = (State){.page.end_note = first_note};
    for (size_t i = 0; i + 1 < places; i++) {
        if (i > 0)
            clear_notes(search, search->first + i);
        if (search->whole[i].cost != cost_none)
            search_from(search, search->first + i, &search->whole[i], /*after_carrying*/ false);
        if (search->carrying && search->carrying[i].cost != cost_none)
            search_from(search, search->first + i, &search->carrying[i], /*after_carrying*/ true);
    }
    clear_notes(search, search->end);
    return search->whole[places - 1].cost != cost_none;
}

PageSpans pages_break(Arena *scratch, const Flow *flow, size_t first, size_t end, const NoteFlow *notes,
                      size_t first_note, PageHeights heights)
{
    bool has_notes = notes->flow.count > first_note;
    Search search = {.strips = flow->strips,
                     .notes = notes,
                     .first = first,
                     .end = end,
                     .heights = heights,
                     .whole = arena_array(scratch, State, end - first + 1),
                     .carrying = has_notes ? arena_array(scratch, State, end - first + 1) : NULL,
                     .bands = flow->has_columns ? bands_new(scratch, flow->strips, first, end) : NULL};
    if (!search_pages(&search, first_note)) {
        search.is_thorough = true;
        search_pages(&search, first_note);
    }
    return way_back(&search, scratch);
}

bool page_holds(Arena *scratch, const Flow *flow, const NoteFlow *notes, int64_t height, PageSpan *page)
{
    Search search = {.strips = flow->strips, .end = flow->count};
    Measured text = {0};
    if (flow->has_columns)
        search.bands = bands_new(scratch, flow->strips, 0, flow->count);
    for (size_t i = 0; i < flow->count; i++) {
        const Strip *strip = &flow->strips[i];
        bool turns = i > 0 && (strip->break_before >= PAGE_BREAK_PAGE || strip->is_turned != flow->strips[0].is_turned);
        measure_add(&search, &text, 0, i);
        if (turns || text.height - text.slack > height)
            return false;
    }
    const Strip *last = &flow->strips[flow->count - 1];
    int64_t excess = text.height + measure_closing(&text, last) + notes_height(notes, 0, last->notes_end) - height;
    *page = (PageSpan){.end = flow->count,
                       .end_note = last->notes_end,
                       .tightened = excess > 0 ? (Length)excess : 0,
                       .spare = excess < 0 ? (Length)-excess : 0};
    return excess <= text.slack;
}
