// From styled runs to segments.
//
// The runs' texts are joined, so that breaks, scripts and directions are found across changes of style: a comma behind
// a bold word belongs to it. Pango's Unicode algorithms (UAX #9, #14, #29) are used, not its fonts: those would cost
// half the time from start to exit, and fontconfig picks Japanese forms for Chinese (docs/architecture.md).
#include <math.h>
#include <pango/pango.h>

#include "text/segment.h"

typedef struct {
    uint32_t code;   // the character
    uint32_t offset; // of its first byte
    uint32_t run;
    hb_script_t script;
    uint8_t level;
    Font *font; // NULL: none has it
} Character;

typedef struct {
    Arena *arena;
    Engine *engine;
    Diagnostics *diagnostics;
    const StyledRun *runs;
    size_t run_count;
    bool right_to_left;
    Buffer text;
    Character *characters; // character_count + 1; the last one ends the text
    size_t character_count;
    PangoLogAttr *breaks; // character_count + 1
    Segment *segments;
    size_t segment_count, segment_capacity;
} Analysis;

enum {
    LINE_SEPARATOR = 0x2028,
    FIRST_RIGHT_TO_LEFT = 0x590, // Hebrew; nothing below it asks for bidi
};

static void join_runs(Analysis *analysis)
{
    size_t capacity = 0;
    analysis->text.arena = analysis->arena;
    for (uint32_t run = 0; run < analysis->run_count; run++) {
        Str text = analysis->runs[run].line_break ? STR("\xE2\x80\xA8") : analysis->runs[run].text;
        for (uint32_t at = 0; at < text.length;) {
            uint32_t code = utf8_next(text, &at);
            if (code == '\t' || code == '\n' || code == '\r')
                code = ' ';
            Character *character =
                arena_push(analysis->arena, analysis->characters, analysis->character_count, capacity);
            *character = (Character){.code = code, .offset = (uint32_t)analysis->text.length, .run = run};
            buffer_append_utf8(&analysis->text, code);
        }
    }
    // One more, so that each character's end is the next one's offset.
    size_t count = analysis->character_count;
    *arena_push(analysis->arena, analysis->characters, count, capacity) =
        (Character){.offset = (uint32_t)analysis->text.length, .run = UINT32_MAX};
}

static void find_levels(Analysis *analysis)
{
    bool is_plain = !analysis->right_to_left;
    for (size_t i = 0; i < analysis->character_count && is_plain; i++)
        is_plain = analysis->characters[i].code < FIRST_RIGHT_TO_LEFT;
    if (is_plain)
        return;
    PangoDirection direction = analysis->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8 *levels = pango_log2vis_get_embedding_levels(analysis->text.bytes, (int)analysis->text.length, &direction);
    for (size_t i = 0; i < analysis->character_count; i++)
        analysis->characters[i].level = levels[i];
    g_free(levels);
}

// Common and inherited characters take the script before them; at the start, the first real one (UAX #24, 5.1).
static void find_scripts(Analysis *analysis)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t current = HB_SCRIPT_INVALID;
    size_t unresolved = 0;
    for (size_t i = 0; i < analysis->character_count; i++) {
        Character *character = &analysis->characters[i];
        hb_script_t script = hb_unicode_script(unicode, character->code);
        bool is_real = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
        if (is_real && current == HB_SCRIPT_INVALID) {
            for (; unresolved < i; unresolved++)
                analysis->characters[unresolved].script = script;
        }
        if (is_real)
            current = script;
        character->script = current;
    }
    for (; current == HB_SCRIPT_INVALID && unresolved < analysis->character_count; unresolved++)
        analysis->characters[unresolved].script = HB_SCRIPT_LATIN;
}

static Str language_at(const Analysis *analysis, size_t index)
{
    return analysis->runs[analysis->characters[index].run].lang;
}

static void find_breaks(Analysis *analysis)
{
    size_t count = analysis->character_count + 1;
    analysis->breaks = arena_array(analysis->arena, PangoLogAttr, count);
    Str lang = arena_str(analysis->arena, language_at(analysis, 0).bytes, language_at(analysis, 0).length);
    pango_get_log_attrs(analysis->text.bytes, (int)analysis->text.length, /*level: to be found*/ -1,
                        pango_language_from_string(lang.bytes), analysis->breaks, (int)count);
}

static bool is_hangul(uint32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF);
}

// UAX #14 lets Korean break at each syllable; print in Korea breaks between words.
static bool may_break_before(const Analysis *analysis, size_t index)
{
    if (index >= analysis->character_count || !analysis->breaks[index].is_line_break)
        return false;
    const Character *at = &analysis->characters[index];
    return !(index > 0 && is_hangul(at[-1].code) && is_hangul(at->code));
}

static bool font_has_all(const Font *font, const Character *characters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_default_ignorable(characters[i].code) && !font_covers(font, characters[i].code))
            return false;
    }
    return true;
}

static void diagnose_missing(Analysis *analysis, const Character *character)
{
    const Node *node = analysis->runs[character->run].node;
    diagnose(analysis->diagnostics, node ? node->span : SPAN_NONE, DIAG_GLYPH_MISSING, character->code);
}

// The font of one grapheme. White space and what has no ink stays with the font before it.
static Font *grapheme_font(Analysis *analysis, const Character *characters, size_t count, Font *before)
{
    const StyledRun *run = &analysis->runs[characters->run];
    bool is_blank = characters->code == ' ' || is_default_ignorable(characters->code);
    if (is_blank && before)
        return before;
    Font *font = engine_font_find(analysis->engine, is_blank ? ' ' : characters->code, characters->script, &run->style);
    if (font && count > 1 && !font_has_all(font, characters, count)) {
        // A mark that this font lacks: the font for the mark's own sake may have the base as well.
        Font *other = engine_font_find(analysis->engine, characters[count - 1].code, characters->script, &run->style);
        if (other && font_has_all(other, characters, count))
            font = other;
    }
    return font;
}

static void find_fonts(Analysis *analysis)
{
    Character *characters = analysis->characters;
    for (size_t start = 0, end; start < analysis->character_count; start = end) {
        end = start + 1;
        while (end < analysis->character_count && !analysis->breaks[end].is_cursor_position &&
               characters[end].run == characters[start].run)
            end++;
        bool same_run = start > 0 && characters[start - 1].run == characters[start].run;
        Font *before = same_run ? characters[start - 1].font : NULL;
        Font *font = grapheme_font(analysis, characters + start, end - start, before);
        for (size_t i = start; i < end; i++)
            characters[i].font = font;
    }
}

// Whether a segment ends between these two characters.
static bool is_boundary(const Analysis *analysis, size_t index)
{
    const Character *left = &analysis->characters[index - 1], *right = left + 1;
    bool after_space = left->code == ' ' && right->code != ' ';
    return after_space || left->run != right->run || left->font != right->font || left->level != right->level ||
           left->script != right->script || right->code == LINE_SEPARATOR || left->code == LINE_SEPARATOR ||
           !left->font || may_break_before(analysis, index);
}

static Length scale(int32_t units, const Font *font, Length size)
{
    return (Length)llround((double)units * size / font->staged->units_per_em);
}

static void add_segment(Analysis *analysis, size_t start, size_t end)
{
    const Character *first = &analysis->characters[start];
    const StyledRun *run = &analysis->runs[first->run];
    uint32_t offset = first->offset, length = analysis->characters[end].offset - offset;
    WordKey key = {
        .font = first->font,
        .script = first->script,
        .language = hb_language_from_string(run->lang.bytes, (int)run->lang.length),
        .right_to_left = first->level % 2 == 1,
        .text = {analysis->text.bytes + offset, length},
    };
    if (!key.font) {
        key.font = engine_font_find(analysis->engine, 0xFFFD, HB_SCRIPT_LATIN, &run->style);
        key.text = STR("\xEF\xBF\xBD");
        diagnose_missing(analysis, first);
        if (!key.font) // no staged font has U+FFFD: '?' is in all of them
            key = (WordKey){.font = &analysis->engine->fonts[0], .script = HB_SCRIPT_LATIN, .text = STR("?")};
    }
    const Word *word = engine_word(analysis->engine, &key);
    Segment *segment =
        arena_push(analysis->arena, analysis->segments, analysis->segment_count, analysis->segment_capacity);
    *segment = (Segment){
        .word = word,
        .run = run,
        .width = scale(word->advance, word->font, run->style.size),
        .space = scale(word->space_advance, word->font, run->style.size),
        .level = first->level,
        .break_after = may_break_before(analysis, end) ? BREAK_ALLOWED : BREAK_NONE,
    };
}

// Gives whether the last thing in the text is an explicit break.
static bool add_segments(Analysis *analysis)
{
    bool ends_forced = false;
    for (size_t start = 0, end; start < analysis->character_count; start = end) {
        end = start + 1;
        while (end < analysis->character_count && !is_boundary(analysis, end))
            end++;
        ends_forced = analysis->characters[start].code == LINE_SEPARATOR;
        if (!ends_forced) {
            add_segment(analysis, start, end);
        } else {
            // An explicit break is no text: an empty segment, so that two of them in a row leave a line empty.
            Segment *segment =
                arena_push(analysis->arena, analysis->segments, analysis->segment_count, analysis->segment_capacity);
            *segment = (Segment){.run = &analysis->runs[analysis->characters[start].run],
                                 .level = analysis->characters[start].level,
                                 .break_after = BREAK_FORCED};
        }
    }
    return ends_forced;
}

static uint32_t first_sized_run(const Analysis *analysis)
{
    uint32_t run = 0;
    while (run + 1 < analysis->run_count && analysis->runs[run].style.rise != 0)
        run++;
    return run;
}

Paragraph *paragraph_new(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Diagnostics *diagnostics)
{
    Paragraph *paragraph = arena_new(arena, Paragraph);
    paragraph->style = *style;
    paragraph->engine = engine;
    if (count == 0)
        return paragraph;
    Analysis analysis = {.arena = arena,
                         .engine = engine,
                         .diagnostics = diagnostics,
                         .runs = runs,
                         .run_count = count,
                         .right_to_left = style->right_to_left};
    paragraph->type_size = runs[first_sized_run(&analysis)].style.size;
    join_runs(&analysis);
    if (analysis.character_count == 0)
        return paragraph;
    find_levels(&analysis);
    find_scripts(&analysis);
    find_breaks(&analysis);
    find_fonts(&analysis);
    paragraph->ends_forced = add_segments(&analysis);
    paragraph->segments = analysis.segments;
    paragraph->segment_count = analysis.segment_count;
    return paragraph;
}

Length paragraph_min_content(const Paragraph *paragraph)
{
    Length widest = 0, width = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        const Segment *segment = &paragraph->segments[i];
        width += segment->width;
        widest = length_max(widest, width - segment->space);
        if (segment->break_after != BREAK_NONE)
            width = 0;
    }
    return widest;
}

Length paragraph_max_content(const Paragraph *paragraph)
{
    Length widest = 0, width = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        const Segment *segment = &paragraph->segments[i];
        width = length_min(width + segment->width, INT32_MAX / 4);
        widest = length_max(widest, width - segment->space);
        if (segment->break_after == BREAK_FORCED)
            width = 0;
    }
    return widest;
}
