// From styled runs to segments: analysed as one text, cut, and shaped word by word.
#include "text/analysis.h"

enum {
    // No language has longer words. Shaping and cutting cost more than in proportion to a word's length.
    WORD_CHARACTERS_MAX = 500,
};

typedef struct {
    Analysis *analysis;
    Diagnostics *diagnostics;
    Segment *segments;
    size_t count, capacity;
} SegmentList;

// Whether a segment ends before character `index`.
static bool is_boundary(const Analysis *analysis, size_t index)
{
    const Character *left = &analysis->characters[index - 1], *right = left + 1;
    // A mark on a space makes one grapheme with it.
    bool after_space = left->code == ' ' && right->code != ' ' && analysis_is_grapheme(analysis, index);
    return after_space || left->run != right->run || left->font != right->font || left->level != right->level ||
           left->script != right->script || right->code == LINE_SEPARATOR || left->code == LINE_SEPARATOR ||
           !left->font || analysis_may_break(analysis, index);
}

static size_t segment_end(const Analysis *analysis, size_t start)
{
    size_t end = start + 1;
    while (end < analysis->character_count && end - start < WORD_CHARACTERS_MAX && !is_boundary(analysis, end))
        end++;
    if (end - start < WORD_CHARACTERS_MAX)
        return end;
    size_t grapheme = end; // too long: the last whole grapheme ends it
    while (grapheme > start + 1 && !analysis_is_grapheme(analysis, grapheme))
        grapheme--;
    return grapheme > start + 1 ? grapheme : end;
}

static void diagnose_missing(const SegmentList *list, const StyledRun *run, uint32_t character)
{
    diagnose(list->diagnostics, run->node ? run->node->span : SPAN_NONE, DIAG_GLYPH_MISSING, character);
}

// The word that stands for a character that no font has.
static WordKey replacement_key(Engine *engine, const StyledRun *run)
{
    Font *font = engine_font_find(engine, 0xFFFD, HB_SCRIPT_LATIN, &run->style);
    if (font)
        return (WordKey){.font = font, .script = HB_SCRIPT_LATIN, .text = STR("\xEF\xBF\xBD")};
    return (WordKey){.font = &engine->fonts[0], .script = HB_SCRIPT_LATIN, .text = STR("?")};
}

static void add_segment(SegmentList *list, size_t start, size_t end)
{
    const Analysis *analysis = list->analysis;
    const Character *first = &analysis->characters[start];
    const StyledRun *run = &analysis->runs[first->run];
    uint32_t offset = first->offset, length = analysis->characters[end].offset - offset;
    Segment *segment = arena_push(analysis->arena, list->segments, list->count, list->capacity);
    *segment = (Segment){
        .run = run,
        .text = {analysis->text.bytes + offset, length},
        .level = first->level,
        .break_after = BREAK_FORCED,
    };
    if (first->code == LINE_SEPARATOR)
        return; // no word: an empty segment, so that two of them in a row leave a line empty
    WordKey key = {
        .font = first->font,
        .script = first->script,
        .language = hb_language_from_string(run->lang.bytes, (int)run->lang.length),
        .right_to_left = first->level % 2 == 1,
        .text = segment->text,
    };
    if (!key.font) {
        key = replacement_key(analysis->engine, run);
        diagnose_missing(list, run, first->code);
    }
    const Word *word = engine_word(analysis->engine, &key, analysis->arena);
    if (word->missing != 0)
        diagnose_missing(list, run, word->missing);
    segment->word = word;
    segment->width = font_scale(word->font, word->advance, run->style.size);
    segment->space = font_scale(word->font, word->space_advance, run->style.size);
    segment->break_after = analysis_may_break(analysis, end) ? BREAK_ALLOWED : BREAK_NONE;
}

static Length baseline_size(const StyledRun *runs, size_t count)
{
    size_t run = 0;
    while (run + 1 < count && runs[run].style.rise != 0)
        run++;
    return runs[run].style.size;
}

Paragraph *paragraph_new(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Diagnostics *diagnostics)
{
    Paragraph *paragraph = arena_new(arena, Paragraph);
    paragraph->style = *style;
    if (count == 0)
        return paragraph;
    paragraph->type_size = baseline_size(runs, count);
    Analysis analysis = {
        .arena = arena, .engine = engine, .runs = runs, .run_count = count, .right_to_left = style->right_to_left};
    analysis_join_runs(&analysis);
    if (analysis.character_count == 0)
        return paragraph;
    analysis_find_breaks(&analysis);
    analysis_itemize(&analysis);
    SegmentList list = {.analysis = &analysis, .diagnostics = diagnostics};
    for (size_t start = 0, end; start < analysis.character_count; start = end) {
        end = segment_end(&analysis, start);
        add_segment(&list, start, end);
    }
    paragraph->segments = list.segments;
    paragraph->segment_count = list.count;
    paragraph->ends_forced = !list.segments[list.count - 1].word;
    return paragraph;
}

// The widest stretch between breaks of at least this kind, without the spaces at its end.
static Length widest_stretch(const Paragraph *paragraph, BreakKind kind)
{
    int64_t widest = 0, width = 0, inked = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        const Segment *segment = &paragraph->segments[i];
        if (!segment_is_blank(segment))
            inked = width + segment->width - segment->space;
        width += segment->width;
        widest = inked > widest ? inked : widest;
        if (segment->break_after >= kind)
            width = inked = 0;
    }
    return widest < LENGTH_LARGEST ? (Length)widest : LENGTH_LARGEST;
}

Length paragraph_min_content(const Paragraph *paragraph)
{
    return widest_stretch(paragraph, BREAK_ALLOWED);
}

Length paragraph_max_content(const Paragraph *paragraph)
{
    return widest_stretch(paragraph, BREAK_FORCED);
}
