#include "reference/analysis.h"

static uint32_t set_code(uint32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' ? ' ' : code;
}

static void join_runs(ReferenceText *text, const StyledRun *runs, size_t run_count)
{
    Buffer joined = {.arena = text->arena};
    size_t capacity = 0;
    buffer_append_char(&joined, ' '); // so that no letter is the first one: see reference.c
    for (size_t run = 0; run < run_count; run++) {
        Str source = runs[run].line_break ? STR("\u2028") : runs[run].text;
        for (uint32_t at = 0; at < source.length;) {
            uint32_t code = set_code(utf8_next(source, &at));
            *arena_push(text->arena, text->characters, text->character_count, capacity) =
                (ReferenceCharacter){.code = code, .offset = (uint32_t)joined.length, .run = run};
            // HarfBuzz draws soft hyphens for which a font has forms by language.
            buffer_append_utf8(&joined, code == SOFT_HYPHEN ? WORD_JOINER : code);
        }
    }
    arena_push(text->arena, text->characters, text->character_count, capacity)->offset = (uint32_t)joined.length;
    text->character_count--;
    text->text = buffer_str(&joined);
}

static void find_levels(ReferenceText *text)
{
    PangoDirection direction = text->paragraph->style.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    Str plain = str_from_offset(text->text, 1);
    guint8 *levels = pango_log2vis_get_embedding_levels(plain.bytes, (int)plain.length, &direction);
    for (size_t i = 0; i < text->character_count; i++)
        text->characters[i].level = levels[i];
    g_free(levels);
}

// Whether a character makes one grapheme with an emoji before it.
static bool continues_emoji(uint32_t code)
{
    bool is_tone = code >= 0x1F3FB && code <= 0x1F3FF;
    return is_tone || g_unichar_ismark((gunichar)code) || code == 0x200D || code >= 0xE0000;
}

static bool is_pictograph(uint32_t code)
{
    return code >= 0x1F000 && code < 0x20000;
}

static bool is_emoji(const ReferenceText *text, size_t index)
{
    bool is = is_pictograph(text->characters[index].code);
    for (index++; !is && index < text->character_count && continues_emoji(text->characters[index].code); index++)
        is = is_pictograph(text->characters[index].code) || text->characters[index].code == 0xFE0F;
    return is;
}

// Emoji, of whatever font, are set as Latin: HarfBuzz turns their parts round in a script that runs leftwards.
static void set_emoji(ReferenceText *text)
{
    bool is_within = false;
    for (size_t i = 0; i < text->character_count; i++) {
        uint32_t code = text->characters[i].code;
        bool goes_on = continues_emoji(code);
        is_within =
            is_emoji(text, i) || (is_within && goes_on && text->characters[i].run == text->characters[i - 1].run);
        if (is_within)
            text->characters[i].script = G_UNICODE_SCRIPT_LATIN;
    }
}

// Text of no script at all is set as Latin.
static void find_scripts(ReferenceText *text)
{
    Str plain = str_from_offset(text->text, 1);
    PangoScriptIter *iter = pango_script_iter_new(plain.bytes, (int)plain.length);
    size_t at = 0;
    do {
        const char *end;
        PangoScript script;
        pango_script_iter_get_range(iter, NULL, &end, &script);
        for (; at < text->character_count && text->text.bytes + text->characters[at].offset < end; at++)
            text->characters[at].script =
                script == PANGO_SCRIPT_COMMON ? G_UNICODE_SCRIPT_LATIN : (GUnicodeScript)script;
    } while (pango_script_iter_next(iter));
    pango_script_iter_free(iter);
    set_emoji(text);
}

// Marks the spaces at the end of characters [first, end) and what is not seen among them.
static void mark_spaces(ReferenceText *text, size_t first, size_t end)
{
    size_t inked = end, space = end;
    while (inked > first &&
           (text->characters[inked - 1].code == ' ' || is_default_ignorable(text->characters[inked - 1].code)))
        space = text->characters[--inked].code == ' ' ? inked : space;
    for (size_t i = inked == first ? first : space; i < end; i++) {
        text->characters[i].is_trailing_space = text->characters[i].code == ' ';
        text->characters[i].is_stray = !text->characters[i].is_trailing_space;
    }
}

static void take_advances(ReferenceText *text, size_t first, size_t end, const Word *word)
{
    uint32_t cluster = 0, byte = 0;
    for (size_t at = first; at < end && cluster < word->cluster_count; at++) {
        if (text->characters[at].offset - text->characters[first].offset != byte)
            continue;
        const Cluster *taken = &word->clusters[word->right_to_left ? word->cluster_count - 1 - cluster : cluster];
        text->characters[at].picture_advance = taken->advance;
        byte += taken->byte_count;
        cluster++;
    }
}

// Fonts and gaps are those of the segments.
static void take_segments(ReferenceText *text)
{
    size_t at = 0;
    for (size_t i = 0; i < text->paragraph->segment_count; i++) {
        const Segment *segment = &text->paragraph->segments[i];
        bool is_picture = segment->word && (font_is_color(segment->word->font) || segment->word->code != 0);
        size_t first = at;
        for (Str rest = segment->text; rest.length > 0; at++) {
            uint32_t next = 0;
            utf8_next(rest, &next);
            rest = str_from_offset(rest, next);
            text->characters[at].font = segment->word ? segment->word->font : NULL;
            text->characters[at].is_picture = is_picture;
        }
        if (is_picture)
            take_advances(text, first, at, segment->word);
        mark_spaces(text, first, at);
        text->characters[at - 1].ends_segment = true;
        text->characters[at - 1].stretch = segment->stretch;
        text->characters[at - 1].shrink = segment_shrink(segment);
    }
}

ReferenceText reference_text(Arena *arena, const Paragraph *paragraph, const StyledRun *runs, size_t run_count)
{
    ReferenceText text = {.arena = arena, .paragraph = paragraph, .runs = runs};
    join_runs(&text, runs, run_count);
    if (text.character_count > 0) {
        find_levels(&text);
        find_scripts(&text);
        take_segments(&text);
    }
    return text;
}

// ---- lines

static size_t count_characters(Str text)
{
    size_t count = 0;
    for (uint32_t at = 0; at < text.length; count++)
        utf8_next(text, &at);
    return count;
}

// Lines are counted out by the characters that are seen; those that only steer stay with the line before.
LineRange reference_line_range(const ReferenceText *text, size_t first, const Line *line)
{
    LineRange range = {.first = first, .end = first};
    size_t seen = 0;
    for (size_t i = 0; i < line->run_count; i++)
        seen += count_characters(line->runs[i].word->text);
    if (line->ends_with_mark) {
        const Word *last = line->runs[line->run_count - 1].word;
        bool is_mark = str_equal(last->text, STR("-"));
        seen--;
        range.mark = is_mark ? last : NULL;
        range.has_hyphen = !is_mark;
    }
    while (range.end < text->character_count) {
        uint32_t code = text->characters[range.end].code;
        if (code == EXPLICIT_BREAK) {
            if (seen == 0)
                range.end++;
            break;
        }
        if (!is_default_ignorable(code) || text->characters[range.end].is_picture) { // pictures keep their joiners
            if (seen == 0)
                break;
            seen--;
        }
        range.end++;
    }
    return range;
}
