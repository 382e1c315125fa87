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
    // No line has more segments, but for text of no width, made to slow us down; then lines end early.
    LINE_SEGMENTS_MAX = 2000,
    NAMED_CHARACTERS_MAX = 40, // of a broken word, in a message
};

typedef struct {
    Arena *arena;
    const Paragraph *paragraph;
    Length measure;
    Diagnostics *diagnostics;
    Segment *segments;
    size_t count, capacity;
    Segment *line; // room for one line's, where they change; NULL until needed
    size_t *order; // room for one line's
} Breaking;

// ---- cutting what is too wide

static uint32_t space_cluster_count(const Segment *segment)
{
    const Word *word = segment->word;
    uint32_t count = 0;
    for (int32_t advance = 0; count < word->cluster_count && advance < word->space_advance; count++)
        advance += word->clusters[word->right_to_left ? count : word->cluster_count - 1 - count].advance;
    return count;
}

// A word's clusters from `first` to `end`, counted in the order of reading. `places` has one more than the clusters.
static Segment segment_slice(Breaking *breaking, const Segment *segment, const WordPlace *places, uint32_t first,
                             uint32_t end)
{
    const Word *word = segment->word;
    uint32_t count = word->cluster_count;
    const WordPlace *from = &places[word->right_to_left ? count - end : first];
    const WordPlace *to = &places[word->right_to_left ? count - first : end];
    Segment slice = *segment;
    slice.word = word_slice(breaking->arena, word, *from, *to);
    slice.width = font_scale(slice.word->font, slice.word->advance, segment->run->style.size);
    slice.space = 0;
    return slice;
}

static WordPlace *word_places(Breaking *breaking, const Word *word)
{
    WordPlace *places = arena_array(breaking->arena, WordPlace, (size_t)word->cluster_count + 1);
    for (uint32_t i = 0; i < word->cluster_count; i++)
        places[i + 1] = word_place_next(word, places[i]);
    return places;
}

static Segment *add_copy(Breaking *breaking, const Segment *segment)
{
    Segment *copy = arena_push(breaking->arena, breaking->segments, breaking->count, breaking->capacity);
    *copy = *segment;
    return copy;
}

// Cuts a word into pieces no wider than the measure, each of at least one grapheme; the last one has its spaces.
// Gives the last one's width.
static Length cut_segment(Breaking *breaking, const Segment *segment)
{
    const Word *word = segment->word;
    const WordPlace *places = word_places(breaking, word);
    uint32_t count = word->cluster_count, inked = count - space_cluster_count(segment), first = 0;
    int32_t width = 0;
    for (uint32_t at = 0; at < inked; at++) {
        int32_t advance = word->clusters[word->right_to_left ? count - 1 - at : at].advance;
        width += advance;
        if (at > first && font_scale(word->font, width, segment->run->style.size) > breaking->measure) {
            Segment piece = segment_slice(breaking, segment, places, first, at);
            add_copy(breaking, &piece)->break_after = BREAK_ALLOWED;
            first = at;
            width = advance;
        }
    }
    Segment last = segment_slice(breaking, segment, places, first, count);
    last.space = length_min(segment->space, last.width);
    add_copy(breaking, &last);
    return last.width;
}

static int64_t chunk_width(const Segment *segments, size_t first, size_t end)
{
    int64_t width = 0, inked = 0;
    for (size_t i = first; i < end; i++) {
        if (!segment_is_blank(&segments[i]))
            inked = width + segments[i].width - segments[i].space;
        width += segments[i].width;
    }
    return inked;
}

static void diagnose_broken(Breaking *breaking, const Segment *first, const Segment *last)
{
    Str text = {first->text.bytes, (uint32_t)(last->text.bytes + last->text.length - first->text.bytes)};
    text = str_trim(text);
    uint32_t end = 0;
    for (int i = 0; i < NAMED_CHARACTERS_MAX && end < text.length; i++)
        utf8_next(text, &end);
    if (end < text.length)
        text = arena_format(breaking->arena, "%.*s…", (int)end, text.bytes);
    const Node *node = first->run->node;
    diagnose(breaking->diagnostics, node ? node->span : SPAN_NONE, DIAG_WORD_BROKEN, STR_ARGS(text));
}

// What hangs together and is too wide: seams of style or script within it break only where a line is full.
static void cut_chunk(Breaking *breaking, const Segment *segments, size_t first, size_t end)
{
    diagnose_broken(breaking, &segments[first], &segments[end - 1]);
    int64_t width = 0; // on the line that is filled
    for (size_t i = first; i < end; i++) {
        const Segment *segment = &segments[i];
        if (width > 0 && width + segment->width - segment->space > breaking->measure) {
            breaking->segments[breaking->count - 1].break_after = BREAK_ALLOWED;
            width = 0;
        }
        if (segment->word && segment->width - segment->space > breaking->measure)
            width = cut_segment(breaking, segment);
        else
            width += add_copy(breaking, segment)->width;
    }
}

static void copy_segments(Breaking *breaking)
{
    const Paragraph *paragraph = breaking->paragraph;
    for (size_t first = 0, end; first < paragraph->segment_count; first = end) {
        end = first + 1;
        while (end < paragraph->segment_count && paragraph->segments[end - 1].break_after == BREAK_NONE)
            end++;
        if (chunk_width(paragraph->segments, first, end) > breaking->measure) {
            cut_chunk(breaking, paragraph->segments, first, end);
            continue;
        }
        for (size_t i = first; i < end; i++)
            add_copy(breaking, &paragraph->segments[i]);
    }
}

// ---- choosing the breaks

// More than all lines of a paragraph that fit: a hundred thousand empty ones of 700 mm cost less.
#define OVERFULL_COST 1e18

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

// How much of the text before `end` is spaces that hang where a line ends there.
static int64_t hanging_width(const Segment *segments, size_t start, size_t end)
{
    int64_t width = 0;
    while (end > start && segment_is_blank(&segments[end - 1]))
        width += segments[--end].width;
    return end > start ? width + segments[end - 1].space : width;
}

// The best way to end a line behind segment `end` - 1.
static BestBreak best_break(const Breaking *breaking, const BestBreak *best, size_t end)
{
    const Segment *segments = breaking->segments;
    bool is_last = segments[end - 1].break_after == BREAK_FORCED || end == breaking->count;
    BestBreak chosen = {.cost = -1, .before = end - 1};
    size_t stop = end > LINE_SEGMENTS_MAX ? end - LINE_SEGMENTS_MAX : 0;
    int64_t width = -hanging_width(segments, stop, end);
    for (size_t start = end; start-- > stop;) {
        width += segments[start].width;
        bool starts_line = start == 0 || segments[start - 1].break_after != BREAK_NONE;
        if (start + 1 < end && segments[start].break_after == BREAK_FORCED)
            break;
        if (width > breaking->measure && chosen.cost >= 0)
            break;
        if (!starts_line)
            continue;
        bool is_start = start == 0 || segments[start - 1].break_after == BREAK_FORCED;
        bool is_overfull = width > breaking->measure; // a grapheme wider than the measure
        Length filled = width < 0 || is_overfull ? 0 : (Length)width;
        double cost =
            best[start].cost + (is_overfull ? OVERFULL_COST : 0) + line_cost(breaking, filled, is_last, is_start);
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

static Length clamp(int64_t length)
{
    return length > LENGTH_LARGEST ? LENGTH_LARGEST : length < -LENGTH_LARGEST ? -LENGTH_LARGEST : (Length)length;
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

// Spaces at a line's end take the paragraph's level (UAX #9, rule L1): parts the last word from its own, where it runs
// the other way. `segments` has room for one more.
static size_t level_trailing_spaces(Breaking *breaking, Segment *segments, size_t count, uint8_t base)
{
    size_t inked = count;
    while (inked > 0 && segment_is_blank(&segments[inked - 1]))
        segments[--inked].level = base;
    if (inked == 0 || segments[inked - 1].level == base || segments[inked - 1].space == 0)
        return count;
    Segment *last = &segments[inked - 1];
    memmove(last + 2, last + 1, (count - inked) * sizeof *last);
    const Segment whole = *last;
    const WordPlace *places = word_places(breaking, whole.word);
    uint32_t clusters = whole.word->cluster_count, spaces = space_cluster_count(&whole);
    last[0] = segment_slice(breaking, &whole, places, 0, clusters - spaces);
    last[1] = segment_slice(breaking, &whole, places, clusters - spaces, clusters);
    last[1].space = last[1].width;
    last[1].level = base;
    return count + 1;
}

// The line's segments; those of a line that is all of the base level are as they were.
static const Segment *line_segments(Breaking *breaking, size_t start, size_t *count)
{
    const Segment *segments = breaking->segments + start;
    uint8_t base = breaking->paragraph->style.right_to_left ? 1 : 0;
    size_t level = 0;
    while (level < *count && segments[level].level == base)
        level++;
    if (level == *count)
        return segments;
    if (!breaking->line)
        breaking->line = arena_array(breaking->arena, Segment, breaking->count + 1);
    memcpy(breaking->line, segments, *count * sizeof *segments);
    *count = level_trailing_spaces(breaking, breaking->line, *count, base);
    return breaking->line;
}

static void line_make(Breaking *breaking, size_t start, size_t end, Line *line)
{
    size_t count = end - start;
    const Segment *segments = line_segments(breaking, start, &count);
    size_t *order = breaking->order;
    GlyphRun *runs = arena_array(breaking->arena, GlyphRun, count);
    order_visually(segments, count, order);
    int64_t trailing = hanging_width(segments, 0, count), width = -trailing; // of any number of spaces
    for (size_t i = 0; i < count; i++)
        width += segments[i].width;

    int64_t x = line_start(breaking, (Length)width, clamp(trailing));
    for (size_t i = 0; i < count; i++) {
        const Segment *segment = &segments[order[i]];
        runs[order[i]] = (GlyphRun){segment->word, segment->run, clamp(x), segment->width};
        x += segment->width;
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) { // explicit breaks have no word
        if (runs[i].word)
            runs[kept++] = runs[i];
    }
    line->runs = runs;
    line->run_count = kept;
    line->width = (Length)width;
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
    breaking.order = arena_array(arena, size_t, breaking.count + 1);
    bool has_empty_end = paragraph->ends_forced || count == 0;
    Line *lines = arena_array(arena, Line, count + has_empty_end);
    for (size_t i = 0; i < count + has_empty_end; i++) {
        if (i < count)
            line_make(&breaking, i > 0 ? ends[i - 1] : 0, ends[i], &lines[i]);
        line_set_height(paragraph, &lines[i]);
    }
    return (LineList){lines, count + has_empty_end};
}
