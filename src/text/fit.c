#include "text/fit.h"

#include <math.h>

enum {
    // A last line shorter than a tenth of the measure is costly: often it is one short word.
    SHORT_LAST_PART = 10,
    // No line has more places, but for text of no width, made to slow us down; then lines end early.
    LINE_PLACES_MAX = 2000,
};

// More than all lines of a paragraph that fit.
static const double overfull_cost = 1e15;
static const double ratio_max = 1e3;

// Costs of breaks. Ragged: in squares of the measure's share that is left empty; a hyphen costs as much as a quarter of
// the line. Justified: in demerits, as plain TeX has them ("The TeXbook", 1986, chapter 14): penalties squared.
typedef struct {
    double place[PLACE_KIND_COUNT];
    double hyphens_in_a_row, hyphen_before_last, short_last;
} Costs;

static const Costs ragged_costs = {
    .place = {[PLACE_INNER] = 1 / 64.0, [PLACE_HYPHEN] = 1 / 16.0, [PLACE_CUT] = 1 / 4.0},
    .hyphens_in_a_row = 1 / 8.0,
    .hyphen_before_last = 1 / 16.0,
    .short_last = 1 / 9.0,
};
static const Costs justified_costs = {
    .place = {[PLACE_INNER] = 50 * 50, [PLACE_HYPHEN] = 50 * 50, [PLACE_CUT] = 500 * 500},
    .hyphens_in_a_row = 10000,
    .hyphen_before_last = 5000,
    .short_last = 10000,
};
static const double line_penalty = 10;
static const double classes_apart_cost = 10000;

static int64_t line_width(const Place *from, const Place *to)
{
    int64_t width = to->end.width - from->start.width;
    return width > 0 ? width : 0; // nothing but spaces, which hang
}

static bool ends_paragraph(const Place *place)
{
    return place->kind == PLACE_END || place->kind == PLACE_FORCED;
}

double fit_line_ratio(const FitStyle *style, const Place *from, const Place *to)
{
    int64_t slack = style->measure - line_width(from, to);
    if (!style->is_justified)
        return slack < 0 ? -ratio_max : ends_paragraph(to) ? 0 : (double)slack / style->measure;
    int64_t room = slack < 0 ? to->end.shrink - from->start.shrink : to->end.stretch - from->start.stretch;
    if (slack == 0 || (slack > 0 && ends_paragraph(to)))
        return 0;
    double ratio = room > 0 ? (double)slack / (double)room : copysign(ratio_max, (double)slack);
    return fmin(ratio, ratio_max);
}

static bool is_short_last(const FitStyle *style, const Place *from, const Place *to)
{
    return ends_paragraph(to) && from->kind != PLACE_START && from->kind != PLACE_FORCED &&
           line_width(from, to) < style->measure / SHORT_LAST_PART;
}

static double breaks_cost(const FitStyle *style, const Place *from, const Place *to)
{
    const Costs *costs = style->is_justified ? &justified_costs : &ragged_costs;
    double cost = costs->place[to->kind];
    if (from->kind == PLACE_HYPHEN && to->kind == PLACE_HYPHEN)
        cost += costs->hyphens_in_a_row;
    if (from->kind == PLACE_HYPHEN && ends_paragraph(to))
        cost += costs->hyphen_before_last;
    if (is_short_last(style, from, to))
        cost += costs->short_last;
    return cost;
}

// TeX's badness ends at 10,000. Here it goes on to grow, with what is left empty, so that of bad lines the fullest are
// taken: they are set ragged.
static double badness(const FitStyle *style, double ratio, int64_t slack)
{
    double cube = 100 * fabs(ratio * ratio * ratio);
    return cube <= 10000 ? cube : 10000 + 10000 * (double)slack / style->measure;
}

static double slack_cost(const FitStyle *style, double ratio, int64_t slack)
{
    if (!style->is_justified)
        return ratio * ratio;
    double sum = line_penalty + badness(style, ratio, slack);
    return sum * sum;
}

static double cost_at_ratio(const FitStyle *style, const Place *from, const Place *to, double ratio)
{
    if (ratio < -1) // the wider, the worse
        return overfull_cost * (double)line_width(from, to) / style->measure;
    return slack_cost(style, ratio, style->measure - line_width(from, to)) + breaks_cost(style, from, to);
}

double fit_line_cost(const FitStyle *style, const Place *from, const Place *to)
{
    return cost_at_ratio(style, from, to, fit_line_ratio(style, from, to));
}

// Tight, decent, loose, very loose.
enum { CLASS_COUNT = 4 };

static int ratio_class(const FitStyle *style, double ratio)
{
    if (!style->is_justified)
        return 0;
    return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
}

static double classes_cost(int above, int below)
{
    return above - below > 1 || below - above > 1 ? classes_apart_cost : 0;
}

double fit_neighbour_cost(const FitStyle *style, double above, double below)
{
    return classes_cost(ratio_class(style, above), ratio_class(style, below));
}

// The best way to end a line of one class at a place.
typedef struct {
    double cost; // of all lines up to here; < 0: there is none
    uint32_t before;
    uint8_t class_before;
} Way;

typedef struct {
    const FitStyle *style;
    const Place *places;
    int class_count; // ragged lines are all of one
    Way *ways;       // class_count to a place
} Search;

static Way *ways_to(const Search *search, size_t place)
{
    return &search->ways[place * (size_t)search->class_count];
}

static void try_line(Search *search, size_t from, size_t to, double ratio)
{
    const Place *places = search->places;
    int looseness = ratio_class(search->style, ratio);
    double line = cost_at_ratio(search->style, &places[from], &places[to], ratio);
    bool is_first = places[from].kind == PLACE_START || places[from].kind == PLACE_FORCED;
    Way *way = &ways_to(search, to)[looseness];
    for (int above = 0; above < search->class_count; above++) {
        double cost = ways_to(search, from)[above].cost;
        if (cost < 0)
            continue;
        cost += line + (is_first ? 0 : classes_cost(above, looseness));
        if (way->cost < 0 || cost < way->cost)
            *way = (Way){cost, (uint32_t)from, (uint8_t)above};
    }
}

static void find_ways(Search *search, size_t to)
{
    const Place *places = search->places;
    size_t stop = to > LINE_PLACES_MAX ? to - LINE_PLACES_MAX : 0;
    for (int looseness = 0; looseness < search->class_count; looseness++)
        ways_to(search, to)[looseness].cost = -1;
    for (size_t from = to; from-- > stop;) {
        double ratio = fit_line_ratio(search->style, &places[from], &places[to]);
        if (ratio >= -1 || from + 1 == to)
            try_line(search, from, to, ratio);
        if (ratio < -1 || places[from].kind == PLACE_FORCED)
            break;
    }
}

static int best_class(const Search *search, size_t place)
{
    const Way *ways = ways_to(search, place);
    int best = 0;
    for (int looseness = 1; looseness < search->class_count; looseness++) {
        if (ways[looseness].cost >= 0 && (ways[best].cost < 0 || ways[looseness].cost < ways[best].cost))
            best = looseness;
    }
    return best;
}

static Fit follow_back(const Search *search, Arena *arena, size_t last)
{
    Fit fit = {.worst = 0};
    int looseness = best_class(search, last);
    int at_class = looseness;
    for (size_t at = last; at > 0; fit.count++) {
        const Way *way = &ways_to(search, at)[at_class];
        at_class = way->class_before;
        at = way->before;
    }
    fit.ends = arena_array(arena, size_t, fit.count);
    at_class = looseness;
    size_t line = fit.count;
    for (size_t at = last; at > 0;) {
        const Way *way = &ways_to(search, at)[at_class];
        fit.ends[--line] = at;
        fit.worst =
            fmax(fit.worst, fabs(fit_line_ratio(search->style, &search->places[way->before], &search->places[at])));
        at_class = way->class_before;
        at = way->before;
    }
    return fit;
}

Fit fit_lines(Arena *arena, const FitStyle *style, const Place *places, size_t count)
{
    Search search = {.style = style, .places = places, .class_count = style->is_justified ? CLASS_COUNT : 1};
    search.ways = arena_array(arena, Way, count * (size_t)search.class_count);
    for (int looseness = 1; looseness < search.class_count; looseness++)
        search.ways[looseness].cost = -1;
    for (size_t to = 1; to < count; to++)
        find_ways(&search, to);
    return follow_back(&search, arena, count - 1);
}
