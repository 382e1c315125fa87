// Lines by total fit: of all ways to break a paragraph the one whose lines leave the least sum of squared space at
// their ends, the last line's not counted, as "Breaking Paragraphs into Lines" (Knuth and Plass, Software: Practice and
// Experience 11, 1981) does for ragged text. The best break before each place is found from the places one measure
// back, so time is linear in the paragraph's length.
//
// What can not break and is wider than the measure is cut between graphemes first, so that each piece has a place.
#include <stdlib.h>

#include "text/segment.h"

enum {
    // A last line shorter than a tenth of the measure costs as much as a line that is left a third empty.
    SHORT_LAST_PART = 10,
    SHORT_LAST_COST_PART = 3,
};

typedef struct {
    Arena *arena;
    const Paragraph *paragraph;
    Length measure;
    Diagnostics *diagnostics;
    Segment *segments;
    size_t count, capacity;
} Breaking;

// ---- cutting what is too wide

static Length word_scale(const Segment *segment, int32_t units)
{
    return (Length)((int64_t)units * segment->run->style.size / font_units_per_em(segment->word->font));
}

typedef struct {
    uint32_t cluster, glyph, byte;
} WordPlace;

// A part of a word, from one cluster to another; `right` is where it ends, in font units.
static Word *word_slice(Arena *arena, const Word *word, WordPlace from, WordPlace to, int32_t left, int32_t right)
{
    Word *slice = arena_new(arena, Word);
    Glyph *glyphs = arena_array(arena, Glyph, to.glyph - from.glyph);
    for (uint32_t i = from.glyph; i < to.glyph; i++) {
        glyphs[i - from.glyph] = word->glyphs[i];
        glyphs[i - from.glyph].x -= left;
    }
    *slice = (Word){
        .font = word->font,
        .text = {word->text.bytes + from.byte, to.byte - from.byte},
        .glyphs = glyphs,
        .clusters = word->clusters + from.cluster,
        .glyph_count = to.glyph - from.glyph,
        .cluster_count = to.cluster - from.cluster,
        .advance = right - left,
        .right_to_left = word->right_to_left,
    };
    return slice;
}

static int32_t place_x(const Word *word, WordPlace place)
{
    return place.glyph < word->glyph_count ? word->glyphs[place.glyph].x : word->advance;
}

static WordPlace place_next(const Word *word, WordPlace place)
{
    const Cluster *cluster = &word->clusters[place.cluster];
    return (WordPlace){place.cluster + 1, place.glyph + cluster->glyph_count, place.byte + cluster->byte_count};
}

static void add_slice(Breaking *breaking, const Segment *segment, WordPlace from, WordPlace to)
{
    const Word *word = segment->word;
    Segment *slice = arena_push(breaking->arena, breaking->segments, breaking->count, breaking->capacity);
    *slice = *segment;
    slice->word = word_slice(breaking->arena, word, from, to, place_x(word, from), place_x(word, to));
    slice->width = word_scale(segment, slice->word->advance);
    slice->space = 0;
    slice->break_after = BREAK_ALLOWED;
}

// Cuts a left-to-right word into pieces no wider than the measure, each of at least one grapheme. Pieces of
// right-to-left words are in visual order: their last piece is the first in reading, so they are turned round.
static void cut_segment(Breaking *breaking, const Segment *segment)
{
    const Word *word = segment->word;
    WordPlace from = {0}, at = {0};
    size_t first = breaking->count;
    while (at.cluster < word->cluster_count) {
        WordPlace next = place_next(word, at);
        bool is_too_wide = word_scale(segment, place_x(word, next) - place_x(word, from)) > breaking->measure;
        if (is_too_wide && at.cluster > from.cluster) {
            add_slice(breaking, segment, from, at);
            from = at;
        }
        at = next;
    }
    add_slice(breaking, segment, from, at);
    for (size_t low = first, high = breaking->count - 1; word->right_to_left && low < high; low++, high--) {
        Segment swapped = breaking->segments[low];
        breaking->segments[low] = breaking->segments[high];
        breaking->segments[high] = swapped;
    }
    Segment *last = &breaking->segments[breaking->count - 1];
    last->break_after = segment->break_after;
    if (!word->right_to_left)
        last->space = segment->space;
}

static Length chunk_width(const Segment *segments, size_t first, size_t end)
{
    Length width = 0;
    for (size_t i = first; i < end; i++)
        width += segments[i].width;
    return width - segments[end - 1].space;
}

static void copy_chunk(Breaking *breaking, const Segment *segments, size_t first, size_t end)
{
    bool is_too_wide = chunk_width(segments, first, end) > breaking->measure;
    if (is_too_wide) {
        const StyledRun *run = segments[first].run;
        diagnose(breaking->diagnostics, run->node ? run->node->span : SPAN_NONE, DIAG_WORD_BROKEN,
                 STR_ARGS(str_trim(segments[first].word ? segments[first].word->text : STR(""))));
    }
    for (size_t i = first; i < end; i++) {
        if (is_too_wide && segments[i].word && segments[i].width - segments[i].space > breaking->measure) {
            cut_segment(breaking, &segments[i]);
            continue;
        }
        Segment *copy = arena_push(breaking->arena, breaking->segments, breaking->count, breaking->capacity);
        *copy = segments[i];
        if (is_too_wide && copy->break_after == BREAK_NONE)
            copy->break_after = BREAK_ALLOWED;
    }
}

static void copy_segments(Breaking *breaking)
{
    const Paragraph *paragraph = breaking->paragraph;
    for (size_t first = 0, end; first < paragraph->segment_count; first = end) {
        end = first + 1;
        while (end < paragraph->segment_count && paragraph->segments[end - 1].break_after == BREAK_NONE)
            end++;
        copy_chunk(breaking, paragraph->segments, first, end);
    }
}

// ---- choosing the breaks

typedef struct {
    double cost;   // of all lines up to here
    size_t before; // where the line that ends here starts
} BestBreak;

static double line_cost(const Breaking *breaking, Length width, bool is_last, bool is_paragraph_start)
{
    double measure = breaking->measure;
    if (is_last) {
        bool is_short = !is_paragraph_start && width < breaking->measure / SHORT_LAST_PART;
        return is_short ? (measure / SHORT_LAST_COST_PART) * (measure / SHORT_LAST_COST_PART) : 0;
    }
    double slack = measure - width;
    return slack * slack;
}

// The best way to end a line behind segment `end` - 1.
static BestBreak best_break(const Breaking *breaking, const BestBreak *best, size_t end)
{
    const Segment *last = &breaking->segments[end - 1];
    bool is_last = last->break_after == BREAK_FORCED || end == breaking->count;
    BestBreak chosen = {.cost = -1, .before = end - 1};
    int64_t width = -(int64_t)last->space;
    for (size_t start = end; start-- > 0;) {
        width += breaking->segments[start].width;
        bool starts_line = start == 0 || breaking->segments[start - 1].break_after != BREAK_NONE;
        if (start + 1 < end && breaking->segments[start].break_after == BREAK_FORCED)
            break;
        if (width > breaking->measure && chosen.cost >= 0)
            break;
        if (!starts_line)
            continue;
        bool is_start = start == 0 || breaking->segments[start - 1].break_after == BREAK_FORCED;
        double overfull = width > breaking->measure ? 1e18 : 0; // a grapheme wider than the measure
        double cost =
            best[start].cost + overfull + line_cost(breaking, (Length)(overfull > 0 ? 0 : width), is_last, is_start);
        if (chosen.cost < 0 || cost < chosen.cost)
            chosen = (BestBreak){cost, start};
    }
    return chosen;
}

static size_t *choose_breaks(Breaking *breaking, size_t *line_count)
{
    BestBreak *best = arena_array(breaking->arena, BestBreak, breaking->count + 1);
    for (size_t end = 1; end <= breaking->count; end++) {
        if (breaking->segments[end - 1].break_after != BREAK_NONE || end == breaking->count)
            best[end] = best_break(breaking, best, end);
    }
    size_t count = 0;
    for (size_t at = breaking->count; at > 0; at = best[at].before)
        count++;
    size_t *ends = arena_array(breaking->arena, size_t, count);
    *line_count = count;
    for (size_t at = breaking->count; at > 0; at = best[at].before)
        ends[--count] = at;
    return ends;
}

// ---- making the lines

// Reverses, from the highest level down to the lowest odd one, each run at that level or above (UAX #9, rule L2).
static void order_visually(const Segment *segments, size_t count, size_t *order)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
        if (segments[i].level > highest)
            highest = segments[i].level;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (size_t start = 0; start < count;) {
            size_t end = start;
            while (end < count && segments[order[end]].level >= level)
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
}

static Length line_start(const Breaking *breaking, Length width, Length trailing)
{
    bool right_to_left = breaking->paragraph->style.right_to_left;
    Align align = breaking->paragraph->style.align;
    if (align == ALIGN_START)
        align = right_to_left ? ALIGN_RIGHT : ALIGN_LEFT;
    Length hanging = right_to_left ? trailing : 0; // at the left end there
    switch (align) {
    case ALIGN_RIGHT:
        return breaking->measure - width - hanging;
    case ALIGN_CENTER:
        return (breaking->measure - width) / 2 - hanging;
    default:
        return -hanging;
    }
}

static void line_make(Breaking *breaking, size_t start, size_t end, Line *line)
{
    const Segment *segments = breaking->segments + start;
    size_t count = end - start;
    size_t *order = arena_array(breaking->arena, size_t, count);
    GlyphRun *runs = arena_array(breaking->arena, GlyphRun, count);
    order_visually(segments, count, order);
    Length width = 0, trailing = count > 0 ? segments[count - 1].space : 0;
    for (size_t i = 0; i < count; i++)
        width += segments[i].width;
    width -= trailing;

    Length x = line_start(breaking, width, trailing);
    for (size_t i = 0; i < count; i++) {
        const Segment *segment = &segments[order[i]];
        runs[order[i]] = (GlyphRun){segment->word, segment->run, x, segment->width};
        x += segment->width;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) { // explicit breaks have no word
        if (runs[i].word)
            runs[kept++] = runs[i];
    }
    line->runs = runs;
    line->run_count = kept;
    line->width = width;
}

// The baseline stands so that capitals lie in the middle of the leading: Noto Sans's are 0.714 em high.
static void line_set_height(const Paragraph *paragraph, Line *line)
{
    line->ascent = paragraph->style.leading / 2 + (Length)((int64_t)paragraph->type_size * 357 / 1000);
    line->descent = paragraph->style.leading - line->ascent;
}

LineList paragraph_break(const Paragraph *paragraph, Length measure, Arena *arena, Diagnostics *diagnostics)
{
    Breaking breaking = {.arena = arena, .paragraph = paragraph, .measure = measure, .diagnostics = diagnostics};
    copy_segments(&breaking);
    size_t count = 0;
    size_t *ends = choose_breaks(&breaking, &count);
    bool has_empty_end = paragraph->ends_forced || count == 0;
    Line *lines = arena_array(arena, Line, count + has_empty_end);
    for (size_t i = 0; i < count + has_empty_end; i++) {
        if (i < count)
            line_make(&breaking, i > 0 ? ends[i - 1] : 0, ends[i], &lines[i]);
        line_set_height(paragraph, &lines[i]);
    }
    return (LineList){lines, count + has_empty_end};
}
