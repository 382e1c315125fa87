// From styled runs to segments: analysed as one text, cut, and shaped word by word.
#include "text/analysis.h"

enum {
    // No language has longer words. Shaping and cutting cost more than in proportion to a word's length.
    WORD_CHARACTERS_MAX = 500,
    INNER_BREAKS_MAX = 8,
    CJK_STRETCH_PART = 8, // of the size
};

typedef struct {
    Analysis *analysis;
    Arena *arena; // of words that the cache has no room for
    Diagnostics *diagnostics;
    Paragraph *paragraph;
    size_t segment_capacity, inner_capacity;
    uint32_t run, run_offset; // the run last met, and where its text begins in the joined one
} Builder;

// Scripts whose lines may break between letters: their words are not parted by spaces, and no font kerns them.
static bool script_runs_on(hb_script_t script)
{
    switch (script) {
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_BOPOMOFO:
    case HB_SCRIPT_THAI:
    case HB_SCRIPT_LAO:
    case HB_SCRIPT_KHMER:
    case HB_SCRIPT_MYANMAR:
        return true;
    default:
        return false;
    }
}

// Whether a segment must end before character `index`, whatever its length.
static bool is_seam(const Analysis *analysis, size_t index)
{
    const Character *left = &analysis->characters[index - 1], *right = left + 1;
    // A mark on a space makes one grapheme with it.
    bool after_space = left->code == ' ' && right->code != ' ' && analysis_is_grapheme(analysis, index);
    return after_space || left->run != right->run || left->font != right->font || left->level != right->level ||
           left->script != right->script || right->code == LINE_SEPARATOR || left->code == LINE_SEPARATOR ||
           !left->font;
}

static bool is_inner_break(const Analysis *analysis, size_t index)
{
    return analysis_may_break(analysis, index) && analysis->characters[index - 1].code != ' ' &&
           !script_runs_on(analysis->characters[index].script);
}

// The last grapheme's start before `end`, or `end` where there is none.
static size_t grapheme_before(const Analysis *analysis, size_t start, size_t end)
{
    size_t grapheme = end;
    while (grapheme > start + 1 && !analysis_is_grapheme(analysis, grapheme))
        grapheme--;
    return grapheme > start + 1 ? grapheme : end;
}

static size_t segment_end(const Analysis *analysis, size_t start)
{
    size_t inner_breaks = 0;
    for (size_t end = start + 1; end < analysis->character_count; end++) {
        if (is_seam(analysis, end))
            return end;
        if (analysis_may_break(analysis, end) && (!is_inner_break(analysis, end) || ++inner_breaks > INNER_BREAKS_MAX))
            return end;
        if (end - start == WORD_CHARACTERS_MAX)
            return grapheme_before(analysis, start, end);
    }
    return analysis->character_count;
}

// Text of a node that was taken from the source as it stands is as long there: then the place is exact.
static Span character_span(const StyledRun *run, uint32_t offset)
{
    if (!run->node)
        return SPAN_NONE;
    Span span = run->node->span;
    Str text = run->node->text;
    bool is_as_written = text.bytes == run->text.bytes && span.end - span.start == text.length;
    if (is_as_written && offset < text.length)
        span.start += offset;
    return span;
}

// `offset` is in the text of the run.
static void diagnose_missing(const Builder *builder, const StyledRun *run, uint32_t character, uint32_t offset)
{
    diagnose(builder->diagnostics, character_span(run, offset), DIAG_GLYPH_MISSING, character);
}

static void add_inner_breaks(Builder *builder, Segment *segment, size_t start, size_t end)
{
    const Analysis *analysis = builder->analysis;
    Paragraph *paragraph = builder->paragraph;
    segment->inner_first = (uint32_t)paragraph->inner_count;
    for (size_t index = start + 1; index < end; index++) {
        if (!is_inner_break(analysis, index))
            continue;
        *arena_push(analysis->arena, paragraph->inner_breaks, paragraph->inner_count, builder->inner_capacity) =
            (InnerBreak){analysis->characters[index].offset - analysis->characters[start].offset,
                         analysis_shows_hyphen(analysis, index)};
        segment->inner_count++;
    }
}

// TeX's ratio for spaces. Between characters of CJK there are none ("Requirements for Chinese Text Layout",
// W3C, 3.2.2).
static Length stretch_behind(const Analysis *analysis, const Segment *segment, size_t end)
{
    if (segment->space > 0)
        return segment->space / 2;
    bool is_cjk = script_runs_on(segment->script) && end < analysis->character_count &&
                  analysis->characters[end].script == segment->script;
    return is_cjk && segment->break_after == BREAK_ALLOWED ? segment->run->style.size / CJK_STRETCH_PART : 0;
}

// A word without glyphs holds an object's place among the words.
static void place_object(Builder *builder, Segment *segment)
{
    Word *word = arena_new(builder->arena, Word);
    word->font = &builder->analysis->engine->fonts[0];
    segment->word = word;
    segment->width = segment->run->object->width;
}

static const Word *segment_word(Builder *builder, const Segment *segment, const Character *first)
{
    Engine *engine = builder->analysis->engine;
    uint32_t offset = first->offset - builder->run_offset;
    if (!first->font) {
        diagnose_missing(builder, segment->run, first->code, offset);
        return code_word(engine, first->code, segment->text, builder->arena);
    }
    WordKey key = word_key(engine, segment->run, first->font, first->script, first->level, segment->text);
    key_join(&key, builder->paragraph->text);
    const Word *word = engine_word(engine, &key, builder->arena);
    if (word->missing != 0)
        diagnose_missing(builder, segment->run, word->missing, offset);
    return word;
}

static void shape_segment(Builder *builder, Segment *segment, const Character *first)
{
    if (segment->run->object) {
        place_object(builder, segment);
        return;
    }
    segment_set_word(segment, segment_word(builder, segment, first));
}

static void add_segment(Builder *builder, size_t start, size_t end)
{
    const Analysis *analysis = builder->analysis;
    Paragraph *paragraph = builder->paragraph;
    const Character *first = &analysis->characters[start];
    uint32_t offset = first->offset, length = analysis->characters[end].offset - offset;
    if (builder->run != first->run) {
        builder->run = first->run;
        builder->run_offset = offset;
    }
    Segment *segment =
        arena_push(analysis->arena, paragraph->segments, paragraph->segment_count, builder->segment_capacity);
    *segment = (Segment){
        .run = &analysis->runs[first->run],
        .text = {analysis->text.bytes + offset, length},
        .script = first->script,
        .level = first->level,
        .break_after = BREAK_FORCED,
        .is_in_fact = end - start > 1 && analysis_is_in_fact(analysis, start + 1),
    };
    if (first->code == LINE_SEPARATOR)
        return; // no word: an empty segment, so that two of them in a row leave a line empty
    segment->break_after = analysis_may_break(analysis, end) ? BREAK_ALLOWED : BREAK_NONE;
    shape_segment(builder, segment, first);
    segment->stretch = stretch_behind(analysis, segment, end);
    if (first->font)
        add_inner_breaks(builder, segment, start, end);
}

static Length baseline_size(const StyledRun *runs, size_t count)
{
    size_t run = 0;
    while (run + 1 < count && runs[run].style.rise != 0)
        run++;
    return runs[run].style.size;
}

// What fonts of a good part of a paragraph need between its lines, as fonts.table says.
static Length least_leading(const Paragraph *paragraph)
{
    int64_t total = 0, tall = 0; // widths
    int percent = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        const Segment *segment = &paragraph->segments[i];
        if (segment->run->object)
            continue;
        int wanted = segment->word ? segment->word->font->staged->leading_percent : 0;
        total += segment->width;
        tall += wanted > 0 ? segment->width : 0;
        percent = wanted > percent ? wanted : percent;
    }
    return 4 * tall > total ? (Length)((int64_t)paragraph->type_size * percent / 100) : 0;
}

// `keep` holds the paragraph, `arena` what outlives it.
static Paragraph *shape_paragraph(Arena *keep, Arena *arena, Engine *engine, const ParagraphStyle *style,
                                  const StyledRun *runs, size_t count, Diagnostics *diagnostics)
{
    Paragraph *paragraph = arena_new(keep, Paragraph);
    paragraph->style = *style;
    paragraph->engine = engine;
    if (count == 0)
        return paragraph;
    paragraph->type_size = baseline_size(runs, count);
    Analysis analysis = {.arena = keep,
                         .engine = engine,
                         .diagnostics = diagnostics,
                         .runs = runs,
                         .run_count = count,
                         .right_to_left = style->right_to_left};
    analysis_join_runs(&analysis);
    if (analysis.character_count == 0)
        return paragraph;
    paragraph->text = analysis.text;
    analysis_find_breaks(&analysis);
    analysis_itemize(&analysis);
    Builder builder = {
        .analysis = &analysis, .arena = arena, .diagnostics = diagnostics, .paragraph = paragraph, .run = UINT32_MAX};
    for (size_t start = 0, end; start < analysis.character_count; start = end) {
        end = segment_end(&analysis, start);
        add_segment(&builder, start, end);
    }
    paragraph->extra_leading = length_max(0, least_leading(paragraph) - style->leading);
    paragraph->ends_forced = !paragraph->segments[paragraph->segment_count - 1].word;
    return paragraph;
}

Paragraph *paragraph_new(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Diagnostics *diagnostics)
{
    return shape_paragraph(arena, arena, engine, style, runs, count, diagnostics);
}

LineList paragraph_lines(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Length measure, Diagnostics *diagnostics)
{
    ArenaMark mark = arena_mark(engine->scratch);
    const Paragraph *paragraph = shape_paragraph(engine->scratch, arena, engine, style, runs, count, diagnostics);
    LineList lines = paragraph_break(paragraph, measure, arena, diagnostics);
    arena_release(engine->scratch, mark);
    return lines;
}
