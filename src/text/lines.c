// Lines: broken by fit.c at the places of places.c, put in visual order, aligned.
#include <math.h>

#include "text/segment.h"

enum {
    // Spaces of justified lines widen up to this many times what is good; a line that would need more is left ragged.
    JUSTIFY_RATIO_MAX = 3,
    // Of ragged text: a line this much emptier makes it worth to hyphenate. Of justified: TeX's \pretolerance.
    RAGGED_LOOSE_PART = 6,
};

typedef struct {
    Arena *arena;   // of the lines
    Arena *scratch; // of what is needed to make them
    const Paragraph *paragraph;
    FitStyle fit; // and the measure
    PlaceList places;
    bool is_right_to_left;
} Setting;

// A line's segments: those of the paragraph, the first and the last perhaps in part.
typedef struct {
    Segment *segments;
    size_t count, capacity;
    bool has_mark; // the last one is the mark of a cut, or ends with a hyphen that is not in the text
} LineText;

// ---- the line's text

static Segment *add_segment(Setting *setting, LineText *line, const Segment *segment)
{
    Segment *added = arena_push(setting->scratch, line->segments, line->count, line->capacity);
    *added = *segment;
    return added;
}

// Of one segment the text from `from` to `to`, where either lies within it.
static void add_part(Setting *setting, LineText *line, uint32_t index, const Place *from, const Place *to)
{
    const Segment *whole = &setting->paragraph->segments[index];
    bool is_first = from->segment == index && from->byte > 0, is_last = to->segment == index && to->byte > 0;
    uint32_t start = is_first ? from->byte : 0, end = is_last ? to->byte : whole->text.length;
    Part part = {
        .text = {whole->text.bytes + start, end - start},
        .has_hyphen = is_last && to->kind == PLACE_HYPHEN && has_own_hyphen(whole),
    };
    Segment *added = add_segment(setting, line, whole);
    added->text = part.text;
    added->stretch = is_last ? 0 : whole->stretch;
    segment_set_word(added, part_word(setting->paragraph, whole, part, setting->arena));
    line->has_mark = part.has_hyphen;
    bool has_mark = is_last && (to->kind == PLACE_CUT || (to->kind == PLACE_HYPHEN && !part.has_hyphen));
    const Word *mark = has_mark ? cut_mark(setting->paragraph, whole, end, setting->fit.measure, setting->arena) : NULL;
    if (mark) {
        segment_set_word(add_segment(setting, line, whole), mark);
        line->has_mark = true;
    }
}

static LineText line_text(Setting *setting, const Place *from, const Place *to)
{
    LineText line = {0};
    uint32_t end = to->byte > 0 ? to->segment + 1 : to->segment;
    for (uint32_t i = from->segment; i < end; i++) {
        bool is_part = (i == from->segment && from->byte > 0) || (i == to->segment && to->byte > 0);
        if (is_part)
            add_part(setting, &line, i, from, to);
        else
            add_segment(setting, &line, &setting->paragraph->segments[i]);
    }
    return line;
}

// Segments up to the last one with ink; those behind it hang.
static size_t inked_count(const LineText *line)
{
    size_t count = line->count;
    while (count > 0 && segment_is_blank(&line->segments[count - 1]))
        count--;
    return count;
}

// Spaces that hang at the end of the line.
static int64_t hanging_width(const LineText *line)
{
    size_t inked = inked_count(line);
    int64_t width = inked > 0 ? line->segments[inked - 1].space : 0;
    for (size_t i = inked; i < line->count; i++)
        width += line->segments[i].width;
    return width;
}

// ---- order

// Reverses, from the highest level down to the lowest odd one, each run at that level or above (UAX #9, rule L2).
static size_t *order_visually(Setting *setting, const LineText *line)
{
    size_t *order = arena_array(setting->scratch, size_t, line->count);
    uint8_t highest = 0;
    for (size_t i = 0; i < line->count; i++) {
        order[i] = i;
        if (line->segments[i].level > highest)
            highest = line->segments[i].level;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (size_t start = 0; start < line->count;) {
            size_t end = start;
            while (end < line->count && line->segments[order[end]].level >= level)
                end++;
            for (size_t low = start, high = end; low + 1 < high; low++) {
                high--;
                size_t swapped = order[low];
                order[low] = order[high];
                order[high] = swapped;
            }
            start = end > start ? end : start + 1;
        }
    }
    return order;
}

// Parts the spaces from the ink of a segment; gives the spaces.
static Segment part_spaces(Setting *setting, Segment *segment)
{
    const Word *word = segment->word;
    uint32_t spaces = word_space_count(word);
    uint32_t seam = word->right_to_left ? spaces : word->cluster_count - spaces;
    WordPlace start = {0}, middle = {0}, end;
    while (middle.cluster < seam)
        middle = word_place_next(word, middle);
    for (end = middle; end.cluster < word->cluster_count;)
        end = word_place_next(word, end);
    const Word *left = word_slice(setting->arena, word, start, middle);
    const Word *right = word_slice(setting->arena, word, middle, end);
    Segment space = *segment;
    segment_set_word(&space, word->right_to_left ? left : right);
    segment_set_word(segment, word->right_to_left ? right : left);
    space.space = space.width;
    return space;
}

// Spaces at a line's end take the paragraph's level (UAX #9, rule L1): they are parted from the last word, where that
// runs the other way.
static void level_trailing_spaces(Setting *setting, LineText *line)
{
    uint8_t base = setting->is_right_to_left ? 1 : 0;
    size_t inked = inked_count(line);
    for (size_t i = inked; i < line->count; i++)
        line->segments[i].level = base;
    if (inked == 0 || line->segments[inked - 1].level == base || line->segments[inked - 1].space == 0)
        return;
    Segment space = part_spaces(setting, &line->segments[inked - 1]);
    space.level = base;
    add_segment(setting, line, &space);
    memmove(line->segments + inked + 1, line->segments + inked, (line->count - 1 - inked) * sizeof space);
    line->segments[inked] = space;
}

// ---- places on the line

static Length clamp(int64_t length)
{
    return length > LENGTH_LARGEST ? LENGTH_LARGEST : length < -LENGTH_LARGEST ? -LENGTH_LARGEST : (Length)length;
}

static Length line_start(const Setting *setting, Length width, Length trailing)
{
    Length hanging = setting->is_right_to_left ? trailing : 0; // at the left end there
    switch (align_side(setting->paragraph->style.align, setting->is_right_to_left)) {
    case ALIGN_RIGHT:
        return setting->fit.measure - width - hanging;
    case ALIGN_CENTER:
        return (setting->fit.measure - width) / 2 - hanging;
    default:
        return -hanging;
    }
}

// Shares what a justified line lacks or has too much among its segments but the last with ink, in proportion to
// `rooms`. Gives false where the line stays as it is.
static bool share_slack(const Setting *setting, const LineText *line, double ratio, int64_t slack, int64_t *rooms)
{
    size_t inked = inked_count(line);
    if (!setting->fit.is_justified || inked == 0 || ratio == 0 || ratio > JUSTIFY_RATIO_MAX || ratio < -1)
        return false;
    int64_t total = 0, before = 0;
    for (size_t i = 0; i + 1 < inked; i++) {
        rooms[i] = slack > 0 ? line->segments[i].stretch : segment_shrink(&line->segments[i]);
        total += rooms[i];
    }
    for (size_t i = 0; i + 1 < inked && total > 0; i++) {
        before += rooms[i];
        int64_t up_to_here = slack * before / total, up_to_last = slack * (before - rooms[i]) / total;
        rooms[i] = up_to_here - up_to_last;
    }
    return total > 0;
}

static bool is_stretchable(const Segment *segment)
{
    return segment->run->object && segment->run->object->stretches;
}

// Shares what is left of the line among the rules to write on; false where no rule ends it.
static bool stretch_blanks(const Setting *setting, const LineText *line, int64_t slack, int64_t *rooms)
{
    size_t end = inked_count(line);
    if (slack <= 0 || end == 0 || !is_stretchable(&line->segments[end - 1]) ||
        setting->paragraph->style.align == ALIGN_CENTER)
        return false;
    int64_t left = 0;
    for (size_t i = 0; i < end; i++)
        left += is_stretchable(&line->segments[i]);
    for (size_t i = 0; i < end; i++) {
        if (!is_stretchable(&line->segments[i]))
            continue;
        rooms[i] = slack / left--;
        slack -= rooms[i];
    }
    return true;
}

// What stands beyond the measure, where the style lets punctuation hang.
typedef struct {
    Length at_start, at_end;
} Hanging;

static Hanging hanging_of(const Setting *setting, const LineText *line)
{
    size_t first = 0, end = inked_count(line);
    while (first < end && segment_is_blank(&line->segments[first]))
        first++;
    if (!setting->paragraph->style.hangs_punctuation || first == end)
        return (Hanging){0};
    const Segment *last = &line->segments[end - 1];
    return (Hanging){
        .at_start = word_hang_at_start(line->segments[first].word, line->segments[first].run->style.size),
        .at_end = word_hang_at_end(last->word, last->run->style.size),
    };
}

// By how much a width, in whole units, is more than it should be: over a line of many words alike this adds up.
static double rounding(const Segment *segment, Length width, int32_t advance)
{
    if (!segment->word || segment->run->object || width >= LENGTH_LARGEST)
        return 0;
    double size = segment->run->style.size;
    return width - advance * size / font_units_per_em(segment->word->font);
}

static double rounding_of_segment(const Segment *segment)
{
    return segment->word ? rounding(segment, segment->width, segment->word->advance) : 0;
}

// Of all but the spaces that hang.
static int64_t rounding_of_line(const LineText *line)
{
    size_t end = inked_count(line);
    if (end == 0)
        return 0;
    const Segment *last = &line->segments[end - 1];
    double sum = rounding(last, last->width - last->space, last->word->advance - last->word->space_advance);
    for (size_t i = 0; i + 1 < end; i++)
        sum += rounding_of_segment(&line->segments[i]);
    return (int64_t)lround(sum);
}

static void place_runs(Setting *setting, const LineText *line, double ratio, Line *made)
{
    Hanging hanging = hanging_of(setting, line);
    int64_t trailing = hanging_width(line), width = -trailing; // of any number of spaces
    for (size_t i = 0; i < line->count; i++)
        width += line->segments[i].width;
    width -= hanging.at_start + hanging.at_end;
    bool fits = width <= setting->fit.measure;
    width -= rounding_of_line(line);
    width = fits && width > setting->fit.measure ? setting->fit.measure : width;
    int64_t *extra = arena_array(setting->scratch, int64_t, line->count);
    int64_t slack = setting->fit.measure - width;
    if (stretch_blanks(setting, line, slack, extra) || share_slack(setting, line, ratio, slack, extra))
        width = setting->fit.measure;

    const size_t *order = order_visually(setting, line);
    GlyphRun *runs = arena_array(setting->arena, GlyphRun, line->count);
    int64_t x = line_start(setting, clamp(width), clamp(trailing));
    x -= setting->is_right_to_left ? hanging.at_end : hanging.at_start;
    double surplus = 0;
    for (size_t i = 0; i < line->count; i++) {
        const Segment *segment = &line->segments[order[i]];
        int64_t gap = extra[order[i]];
        bool is_leftward = segment->level % 2 == 1 &&
                           !segment->run->object; // then its spaces stand at its left, and the gap beside them
        runs[order[i]] = (GlyphRun){.word = segment->word,
                                    .run = segment->run,
                                    .x = clamp((is_leftward ? x + gap : x) - lround(surplus)),
                                    .width = clamp(is_leftward ? segment->width : segment->width + gap)};
        x += segment->width + gap;
        surplus += rounding_of_segment(segment);
    }
    size_t kept = 0;
    for (size_t i = 0; i < line->count; i++) { // explicit breaks have no word
        if (runs[i].word)
            runs[kept++] = runs[i];
    }
    made->runs = runs;
    made->run_count = kept;
    made->width = clamp(width);
    made->ends_with_mark = line->has_mark && kept > 0;
}

static void make_line(Setting *setting, size_t from, size_t to, Line *made)
{
    const Place *places = setting->places.places;
    ArenaMark mark = arena_mark(setting->scratch);
    LineText line = line_text(setting, &places[from], &places[to]);
    level_trailing_spaces(setting, &line);
    place_runs(setting, &line, fit_line_ratio(&setting->fit, &places[from], &places[to]), made);
    arena_release(setting->scratch, mark);
}

// The baseline stands so that capitals lie in the middle of the leading: Noto Sans's are 0.714 em high. What a script
// needs more is added below, so that baselines of neighbours in a row agree.
static void set_line_height(const Paragraph *paragraph, Line *line)
{
    line->ascent = paragraph->style.leading / 2 + (Length)((int64_t)paragraph->type_size * 357 / 1000);
    line->descent = paragraph->style.leading + paragraph->extra_leading - line->ascent;
    for (size_t i = 0; i < line->run_count; i++) {
        const InlineObject *object = line->runs[i].run->object;
        line->ascent = object ? length_max(line->ascent, object->ascent) : line->ascent;
        line->descent = object ? length_max(line->descent, object->descent) : line->descent;
    }
}

// ---- the paragraph

static bool is_loose(const FitStyle *style, const Fit *fit)
{
    return style->is_justified ? fit->worst > 1 : fit->worst > 1.0 / RAGGED_LOOSE_PART;
}

// Without hyphens first: most paragraphs need none.
static Fit choose_lines(Setting *setting, Diagnostics *diagnostics)
{
    const Paragraph *paragraph = setting->paragraph;
    bool may_hyphenate = paragraph->style.hyphenates;
    Length measure = setting->fit.measure;
    setting->places =
        places_find(paragraph, measure, /*hyphenates*/ false, setting->scratch, may_hyphenate ? NULL : diagnostics);
    Fit fit = fit_lines(setting->scratch, &setting->fit, setting->places.places, setting->places.count);
    if (may_hyphenate && (is_loose(&setting->fit, &fit) || setting->places.has_cuts)) {
        setting->places = places_find(paragraph, measure, /*hyphenates*/ true, setting->scratch, diagnostics);
        fit = fit_lines(setting->scratch, &setting->fit, setting->places.places, setting->places.count);
    }
    return fit;
}

LineList paragraph_break(const Paragraph *paragraph, Length measure, Arena *arena, Diagnostics *diagnostics)
{
    Arena *scratch = paragraph->engine->scratch;
    ArenaMark mark = arena_mark(scratch);
    Setting setting = {.arena = arena,
                       .scratch = scratch,
                       .paragraph = paragraph,
                       .fit = {measure, paragraph->style.align == ALIGN_JUSTIFY},
                       .is_right_to_left = paragraph->style.right_to_left};
    Fit fit = {0};
    if (paragraph->segment_count > 0)
        fit = choose_lines(&setting, diagnostics);
    bool has_empty_end = paragraph->ends_forced || fit.count == 0;
    Line *lines = arena_array(arena, Line, fit.count + has_empty_end);
    for (size_t i = 0; i < fit.count; i++)
        make_line(&setting, i > 0 ? fit.ends[i - 1] : 0, fit.ends[i], &lines[i]);
    for (size_t i = 0; i < fit.count + has_empty_end; i++)
        set_line_height(paragraph, &lines[i]);
    arena_release(scratch, mark);
    return (LineList){lines, fit.count + has_empty_end};
}

// The widest stretch between places; of these only explicit breaks where `only_forced`.
static Length widest_stretch(const Paragraph *paragraph, bool only_forced)
{
    if (paragraph->segment_count == 0)
        return 0;
    Arena *scratch = paragraph->engine->scratch;
    ArenaMark mark = arena_mark(scratch);
    PlaceList list = places_find(paragraph, LENGTH_LARGEST, /*hyphenates*/ false, scratch, /*diagnostics*/ NULL);
    int64_t widest = 0;
    const Place *from = &list.places[0];
    for (size_t i = 1; i < list.count; i++) {
        const Place *to = &list.places[i];
        if (only_forced && to->kind != PLACE_FORCED && to->kind != PLACE_END)
            continue;
        int64_t width = to->end.width - from->start.width;
        widest = width > widest ? width : widest;
        from = to;
    }
    arena_release(scratch, mark);
    return clamp(widest);
}

Length paragraph_min_content(const Paragraph *paragraph)
{
    return widest_stretch(paragraph, /*only_forced*/ false);
}

Length paragraph_max_content(const Paragraph *paragraph)
{
    return widest_stretch(paragraph, /*only_forced*/ true);
}

Length glyph_run_space(const GlyphRun *run)
{
    const Word *word = run->word;
    if (run->run->object || word->space_advance == 0)
        return 0;
    return (Length)((int64_t)word->space_advance * run->run->style.size / font_units_per_em(word->font));
}
