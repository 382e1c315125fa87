// Paragraphs: fonts, breaks, the cache; lines against a search of all ways to break.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/segment.h"
#include "text_fixture.h"

static StyledRun run_of(const char *text, bool bold, const char *lang)
{
    return (StyledRun){
        .text = str_from(text), .style = {.size = 14 * LENGTH_PER_PT, .bold = bold}, .lang = str_from(lang)};
}

static Paragraph *paragraph_of_runs(Fixture *fixture, const StyledRun *runs, size_t count)
{
    StyledRun *kept = arena_array(fixture->arena, StyledRun, count);
    memcpy(kept, runs, count * sizeof *runs);
    ParagraphStyle style = {.leading = 20 * LENGTH_PER_PT};
    return paragraph_new(fixture->arena, fixture->engine, &style, kept, count, fixture->diagnostics);
}

static Paragraph *paragraph_of_text(Fixture *fixture, const char *text, const char *lang)
{
    StyledRun run = run_of(text, false, lang);
    return paragraph_of_runs(fixture, &run, 1);
}

static void a_comma_stays_with_the_bold_word(void **state)
{
    const StyledRun runs[] = {run_of("take ", false, "en"), run_of("one", true, "en"),
                              run_of(", then rest", false, "en")};
    Paragraph *paragraph = paragraph_of_runs(*state, runs, 3);
    assert_string_equal(font_name(paragraph->segments[1].word->font), "NotoSans-Bold.ttf");
    assert_int_equal(paragraph->segments[0].break_after, BREAK_ALLOWED);
    assert_int_equal(paragraph->segments[1].break_after, BREAK_NONE);
}

static void each_script_has_its_font(void **state)
{
    static const struct {
        const char *text, *lang, *font;
    } rows[] = {
        {"Sức khỏe", "vi", "NotoSans-Regular.ttf"},          {"здоровье", "ru", "NotoSans-Regular.ttf"},
        {"صحة", "ar", "NotoNaskhArabic-Regular.ttf"},        {"בריאות", "he", "NotoSansHebrew-Regular.ttf"},
        {"स्वास्थ्य", "hi", "NotoSansDevanagari-Regular.ttf"},  {"สุขภาพ", "th", "NotoSansThai-Regular.ttf"},
        {"如果", "zh-Hans", "NotoSansCJK-Regular-Hans.otf"}, {"건강", "ko", "NotoSansCJK-Regular-Kore.otf"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Paragraph *paragraph = paragraph_of_text(*state, rows[i].text, rows[i].lang);
        for (size_t j = 0; j < paragraph->segment_count; j++) {
            const Word *word = paragraph->segments[j].word;
            assert_string_equal(font_name(word->font), rows[i].font);
            for (uint32_t k = 0; k < word->glyph_count; k++)
                assert_int_not_equal(word->glyphs[k].glyph, 0);
        }
    }
}

static void a_character_without_a_font_is_reported(void **state)
{
    Fixture *fixture = *state;
    size_t before = diagnostics_count(fixture->diagnostics);
    Paragraph *paragraph = paragraph_of_text(fixture, "a\xF3\xB0\x80\x80z", "en");
    assert_int_equal(diagnostics_count(fixture->diagnostics), before + 1);
    assert_int_equal(paragraph->segment_count, 3);
    assert_int_equal(paragraph->segments[1].word->code, 0xF0000);
}

static void a_word_is_shaped_once(void **state)
{
    Fixture *fixture = *state;
    Paragraph *one = paragraph_of_text(fixture, "blood", "en"), *two = paragraph_of_text(fixture, "blood", "en");
    assert_ptr_equal(one->segments[0].word, two->segments[0].word);
    Paragraph *other = paragraph_of_text(fixture, "blood", "tr");
    assert_ptr_not_equal(one->segments[0].word, other->segments[0].word);
}

static Length line_width(const Paragraph *paragraph, size_t start, size_t end)
{
    Length width = -paragraph->segments[end - 1].space;
    for (size_t i = start; i < end; i++)
        width += paragraph->segments[i].width;
    return width;
}

// The least sum of squares over all ways to break from `start` on.
static double least_cost(const Paragraph *paragraph, size_t start, Length measure)
{
    double least = -1;
    for (size_t end = start + 1; end <= paragraph->segment_count; end++) {
        Length width = line_width(paragraph, start, end);
        bool is_last = end == paragraph->segment_count;
        if (width > measure || (!is_last && paragraph->segments[end - 1].break_after == BREAK_NONE))
            continue;
        double slack = is_last ? 0 : measure - width;
        if (is_last && start > 0 && width < measure / 10)
            slack = measure / 3.0;
        double rest = is_last ? 0 : least_cost(paragraph, end, measure);
        if (rest >= 0 && (least < 0 || slack * slack + rest < least))
            least = slack * slack + rest;
    }
    return least;
}

static void lines_agree_with_an_exhaustive_search(void **state)
{
    Fixture *fixture = *state;
    Paragraph *paragraph = paragraph_of_text(
        fixture, "Self-renewal of blood is a most wonderful thing, and it goes on all the time.", "en");
    for (Length measure = 110; measure < 400; measure += 7) {
        LineList lines = paragraph_break(paragraph, measure * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
        double cost = 0;
        for (size_t i = 0; i < lines.count; i++) {
            assert_in_range(lines.lines[i].width, 1, measure * LENGTH_PER_PT);
            double slack = (double)measure * LENGTH_PER_PT - lines.lines[i].width;
            if (i + 1 == lines.count)
                slack =
                    i > 0 && lines.lines[i].width < measure * LENGTH_PER_PT / 10 ? measure * LENGTH_PER_PT / 3.0 : 0;
            cost += slack * slack;
        }
        double least = least_cost(paragraph, 0, measure * LENGTH_PER_PT);
        assert_true(cost <= least * 1.002 + 1); // lines are placed a little more exactly than they are broken
    }
}

// The text of a line as it is read: of right-to-left words from the last cluster to the first;
// without a hyphen that is not in the source.
static Str line_text(Fixture *fixture, const Line *line)
{
    Buffer text = {.arena = fixture->arena};
    for (size_t i = 0; i < line->run_count; i++) {
        const Word *word = line->runs[i].word;
        uint32_t at = word->right_to_left ? word->text.length : 0;
        for (uint32_t j = 0; j < word->cluster_count; j++) {
            uint32_t bytes = word->clusters[word->right_to_left ? word->cluster_count - 1 - j : j].byte_count;
            at -= word->right_to_left ? bytes : 0;
            buffer_append(&text, word->text.bytes + at, bytes);
            at += word->right_to_left ? 0 : bytes;
        }
        if (line->ends_with_mark && i + 1 == line->run_count)
            text.length--;
    }
    return buffer_str(&text);
}

static void a_long_word_stays_within_the_measure(void **state)
{
    Fixture *fixture = *state;
    size_t before = diagnostics_count(fixture->diagnostics);
    static const char *const words[] = {"Donaudampfschifffahrtsgesellschaftskapitaenswitwe",
                                        "المستشفياتالمستشفياتالمستشفيات"};
    for (size_t i = 0; i < 2; i++) {
        Paragraph *paragraph = paragraph_of_text(fixture, words[i], i ? "ar" : "de");
        LineList lines = paragraph_break(paragraph, 60 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
        uint32_t bytes = 0;
        for (size_t j = 0; j < lines.count; j++) {
            assert_true(lines.lines[j].width <= 60 * LENGTH_PER_PT);
            bytes += line_text(fixture, &lines.lines[j]).length;
            if (j + 1 < lines.count)
                assert_true(lines.lines[j].ends_with_mark);
        }
        assert_int_equal(bytes, strlen(words[i]));
    }
    assert_true(diagnostics_count(fixture->diagnostics) > before);
}

static void right_to_left_words_run_leftwards(void **state)
{
    Fixture *fixture = *state;
    StyledRun *run = arena_new(fixture->arena, StyledRun);
    *run = run_of("אחת שתים 12 שלוש", false, "he");
    ParagraphStyle style = {.leading = 20 * LENGTH_PER_PT, .right_to_left = true};
    Paragraph *paragraph = paragraph_new(fixture->arena, fixture->engine, &style, run, 1, fixture->diagnostics);
    LineList lines = paragraph_break(paragraph, 300 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    assert_int_equal(lines.count, 1);
    const Line *line = &lines.lines[0];
    for (size_t i = 1; i < line->run_count; i++)
        assert_true(line->runs[i].x < line->runs[i - 1].x);
    assert_in_range(line->runs[0].x + line->runs[0].width, 299 * LENGTH_PER_PT, 300 * LENGTH_PER_PT);
}

// ---- fonts and their table

static void staged_fonts_are_as_the_table_says(void **state)
{
    Fixture *fixture = *state;
    for (size_t i = 0; i < staged_font_count; i++) {
        const StagedFont *staged = &staged_fonts[i];
        assert_true(font_open(&fixture->engine->fonts[i]));
        assert_int_not_equal(font_space_glyph(&fixture->engine->fonts[i]), 0);
        assert_false(staged->touches_space); // else words of it could not be shaped one by one: see word_shape
        assert_int_equal(staged->units_per_em,
                         (int)hb_face_get_upem(hb_font_get_face(fixture->engine->fonts[i].shaper)));
        assert_in_range(staged->ascent + staged->descent, staged->units_per_em, 3 * staged->units_per_em);
        for (size_t j = 0; j < staged->range_count; j++) {
            assert_true(staged->ranges[j].first <= staged->ranges[j].last);
            assert_true(j == 0 || staged->ranges[j - 1].last < staged->ranges[j].first);
        }
    }
    assert_int_equal(strlen(fonts_fingerprint()), 16);
}

static void symbols_come_from_the_fonts_for_them(void **state)
{
    static const struct {
        const char *text, *lang, *font;
    } rows[] = {
        {"→", "en", "NotoSansMath-Regular.ttf"},
        {"★", "en", "NotoSansSymbols2-Regular.ttf"},
        {"中①", "zh-Hans", "NotoSansCJK-Regular-Hans.otf"},
        {"👍", "en", "NotoColorEmoji.ttf"},
        {"👨‍👩‍👧", "en", "NotoColorEmoji.ttf"},
        {"😀", "en", "NotoColorEmoji.ttf"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Paragraph *paragraph = paragraph_of_text(*state, rows[i].text, rows[i].lang);
        for (size_t j = 0; j < paragraph->segment_count; j++)
            assert_string_equal(font_name(paragraph->segments[j].word->font), rows[i].font);
    }
}

// ---- shaping

static void verify_word(const Word *word)
{
    uint32_t bytes = 0, glyphs = 0;
    int32_t advance = 0;
    for (uint32_t i = 0; i < word->cluster_count; i++) {
        assert_true(word->clusters[i].glyph_count > 0 && word->clusters[i].byte_count > 0);
        bytes += word->clusters[i].byte_count;
        glyphs += word->clusters[i].glyph_count;
        advance += word->clusters[i].advance;
    }
    assert_int_equal(bytes, word->text.length);
    assert_int_equal(glyphs, word->glyph_count);
    assert_int_equal(advance, word->advance);
    for (uint32_t i = 0; i < word->glyph_count; i++)
        assert_int_not_equal(word->glyphs[i].glyph, 0);
}

static void verify_words(const Paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        if (paragraph->segments[i].word)
            verify_word(paragraph->segments[i].word);
    }
}

// Every character, alone and behind a letter: marks meet fonts that lack them. Neither glyph 0 nor an empty cluster
// leaves, and what no font has is its code.
static void no_character_is_lost(void **state)
{
    Fixture *fixture = *state, block = *fixture;
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (uint32_t first = 0x20; first < 0x20000; first += 0x100) {
        block.arena = arena_open(1 << 26);
        block.diagnostics = diagnostics_new(block.arena, /*warnings_are_errors*/ false);
        for (uint32_t character = first; character < first + 0x100; character++) {
            hb_unicode_general_category_t category = hb_unicode_general_category(unicode, character);
            if (category == HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED || category == HB_UNICODE_GENERAL_CATEGORY_CONTROL ||
                category == HB_UNICODE_GENERAL_CATEGORY_SURROGATE)
                continue;
            char text[8] = {'o'};
            text[1 + utf8_encode(character, text + 1)] = '\0';
            verify_words(paragraph_of_text(&block, text + 1, "en"));
            verify_words(paragraph_of_text(&block, text, "en"));
        }
        engine_document_done(fixture->engine);
        arena_close(block.arena);
    }
}

static void a_mark_that_its_letters_font_lacks_is_set(void **state)
{
    Fixture *fixture = *state;
    size_t before = diagnostics_count(fixture->diagnostics);
    Paragraph *paragraph = paragraph_of_text(fixture, "\u0915\u0301", "hi"); // Devanagari ka with a Latin acute
    assert_int_equal(paragraph->segment_count, 2);
    assert_int_equal(paragraph->segments[0].break_after, BREAK_NONE);
    verify_words(paragraph);
    paragraph = paragraph_of_text(fixture, "\u05D1\U0001E001", "he"); // a mark that no font has
    assert_int_equal(paragraph->segment_count, 2);
    assert_int_equal(paragraph->segments[1].word->code, 0x1E001);
    assert_int_equal(diagnostics_count(fixture->diagnostics), before + 1);
}

static void the_cache_is_bounded_within_a_document(void **state)
{
    Fixture *fixture = *state, large = *fixture;
    large.arena = arena_open(1 << 30);
    Buffer text = {.arena = large.arena};
    for (uint32_t i = 0; i < 100000; i++)
        buffer_printf(&text, "%x ", i);
    const Word *first = paragraph_of_text(&large, "bounded", "en")->segments[0].word;
    Paragraph *paragraph = paragraph_of_text(&large, text.bytes, "en");
    assert_int_equal(paragraph->segment_count, 100000);
    assert_true(fixture->engine->word_count <= 65536);
    assert_true(arena_used(fixture->engine->words) < 64 << 20);
    assert_ptr_equal(paragraph_of_text(&large, "bounded", "en")->segments[0].word, first);
    verify_words(paragraph);
    engine_document_done(fixture->engine);
    assert_int_equal(fixture->engine->word_count, 0);
    arena_close(large.arena);
}

// ---- lines

static void text_of_any_length_keeps_its_bounds(void **state)
{
    Fixture *fixture = *state, large = *fixture;
    static const char *const units[] = {"a", " ", "\u0301", "\u0628", "\u00A0", "\u200B\u200E", "\uE000"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        large.arena = arena_open((size_t)1 << 30);
        Buffer text = {.arena = large.arena};
        for (size_t j = 0; j < 60000; j++)
            buffer_append(&text, units[i], strlen(units[i]));
        Paragraph *paragraph = paragraph_of_text(&large, text.bytes, "en");
        assert_true(paragraph_min_content(paragraph) >= 0);
        assert_true(paragraph_max_content(paragraph) >= paragraph_min_content(paragraph));
        LineList lines = paragraph_break(paragraph, 100 * LENGTH_PER_PT, large.arena, fixture->diagnostics);
        for (size_t j = 0; j < lines.count; j++)
            assert_true(lines.lines[j].width <= 100 * LENGTH_PER_PT);
        arena_close(large.arena);
    }
}

static void a_broken_word_is_read_in_order(void **state)
{
    Fixture *fixture = *state;
    static const char *const words[] = {"מיטוכונדריונוקלאוטידים  ", "Donaudampfschifffahrtsgesellschaft  "};
    for (size_t i = 0; i < 2; i++) {
        Paragraph *paragraph = paragraph_of_text(fixture, words[i], "he");
        LineList lines = paragraph_break(paragraph, 60 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
        assert_true(lines.count > 2);
        Buffer text = {.arena = fixture->arena};
        for (size_t j = 0; j < lines.count; j++) {
            // Filled from the start: only the last line is short.
            assert_in_range(lines.lines[j].width, j + 1 < lines.count ? 40 * LENGTH_PER_PT : 1, 60 * LENGTH_PER_PT);
            buffer_append_str(&text, line_text(fixture, &lines.lines[j]));
        }
        assert_string_equal(text.bytes, words[i]);
    }
}

static void a_broken_word_is_named_whole_and_once(void **state)
{
    Fixture *fixture = *state;
    Diagnostics *diagnostics = diagnostics_new(fixture->arena, false);
    const StyledRun runs[] = {run_of("see Donaudampf", false, "de"), run_of("schifffahrt", true, "de"),
                              run_of(", so", false, "de")};
    Paragraph *paragraph = paragraph_of_runs(fixture, runs, 3);
    LineList lines = paragraph_break(paragraph, 60 * LENGTH_PER_PT, fixture->arena, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), 1);
    assert_non_null(strstr(diagnostics_at(diagnostics, 0)->message.bytes, "'Donaudampfschifffahrt,'"));
    // The comma stays with the piece before it.
    for (size_t i = 0; i < lines.count; i++)
        assert_int_not_equal(line_text(fixture, &lines.lines[i]).bytes[0], ',');
}

static LineList lines_of_style(Fixture *fixture, ParagraphStyle style, const char *text, const char *lang, int pt)
{
    StyledRun *run = arena_new(fixture->arena, StyledRun);
    *run = run_of(text, false, lang);
    style.leading = 20 * LENGTH_PER_PT;
    return paragraph_lines(fixture->arena, fixture->engine, &style, run, 1, pt * LENGTH_PER_PT, fixture->diagnostics);
}

static void justified_lines_fill_the_measure(void **state)
{
    Fixture *fixture = *state;
    static const struct {
        const char *text, *lang;
        bool right_to_left;
    } rows[] = {
        {"Drink a glass of water with each tablet, and take the tablets at the same time every day. Call us if you "
         "are sick more than twice, or if your skin turns yellow.",
         "en", false},
        {"اشرب كوبًا من الماء مع كل قرص، وتناول الأقراص في الوقت نفسه كل يوم. اتصل بنا إذا تقيأت أكثر من مرتين.", "ar",
         true},
        {"每次服药请喝一杯水，并在每天同一时间服药。如果呕吐超过两次，或者皮肤发黄，请给我们打电话。请随身携带这张纸。",
         "zh-Hans", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ParagraphStyle style = {.align = ALIGN_JUSTIFY, .right_to_left = rows[i].right_to_left};
        LineList lines = lines_of_style(fixture, style, rows[i].text, rows[i].lang, 180);
        assert_true(lines.count > 2);
        for (size_t j = 0; j + 1 < lines.count; j++) {
            const Line *line = &lines.lines[j];
            assert_int_equal(line->width, 180 * LENGTH_PER_PT);
            Length left = line->width, right = 0;
            for (size_t k = 0; k < line->run_count; k++) {
                const GlyphRun *run = &line->runs[k];
                Length space = font_scale(run->word->font, run->word->space_advance, 14 * LENGTH_PER_PT);
                left = length_min(left, run->x + (run->word->right_to_left ? space : 0));
                right = length_max(right, run->x + run->width - (run->word->right_to_left ? 0 : space));
            }
            assert_in_range(left + 4, 0, 8);
            assert_in_range(right, 180 * LENGTH_PER_PT - 4, 180 * LENGTH_PER_PT + 4);
        }
        assert_true(lines.lines[lines.count - 1].width < 180 * LENGTH_PER_PT);
    }
}

static void a_line_that_would_need_too_much_stays_ragged(void **state)
{
    LineList lines = lines_of_style(*state, (ParagraphStyle){.align = ALIGN_JUSTIFY},
                                    "An ill incomprehensibilities incomprehensibilities of it", "en", 190);
    assert_true(lines.lines[0].width < 180 * LENGTH_PER_PT);
}

static void a_soft_hyphen_shows_only_where_its_line_ends(void **state)
{
    Fixture *fixture = *state;
    const char *text = "Blut\u00ADdruck\u00ADmessung";
    LineList whole = lines_of_style(fixture, (ParagraphStyle){0}, text, "de", 300);
    LineList plain = lines_of_style(fixture, (ParagraphStyle){0}, "Blutdruckmessung", "de", 300);
    assert_int_equal(whole.count, 1);
    assert_int_equal(whole.lines[0].width, plain.lines[0].width);
    LineList lines = lines_of_style(fixture, (ParagraphStyle){0}, text, "de", 80);
    assert_int_equal(lines.count, 2);
    assert_true(str_equal(lines.lines[0].runs[0].word->text, STR("Blutdruck-")));
    assert_true(lines.lines[0].ends_with_mark);
    assert_true(str_equal(lines.lines[1].runs[0].word->text, STR("messung")));
}

static void a_style_may_ask_for_hyphens(void **state)
{
    ParagraphStyle style = {.hyphenates = true};
    LineList lines = lines_of_style(*state, style, "of transplantations", "en", 85);
    assert_int_equal(lines.count, 2);
    const GlyphRun *last = &lines.lines[0].runs[lines.lines[0].run_count - 1];
    assert_true(lines.lines[0].ends_with_mark);
    assert_true(str_equal(last->word->text, STR("transplan-")));
    lines =
        lines_of_style(*state, style, "of www.transplantations.org", "en", 85); // a hyphen would be read as its part
    for (size_t i = 0; i < lines.count; i++) {
        for (size_t j = 0; j < lines.lines[i].run_count; j++)
            assert_false(str_equal(lines.lines[i].runs[j].word->text, STR("transplan-")));
    }
}

// Shaped whole where it is on one line, so that kerning across the slash is kept.
static void a_word_with_a_separator_is_shaped_whole(void **state)
{
    Fixture *fixture = *state;
    Paragraph *paragraph = paragraph_of_text(fixture, "morning/evening", "en");
    assert_int_equal(paragraph->segment_count, 1);
    assert_int_equal(paragraph->segments[0].inner_count, 1);
    LineList lines = paragraph_break(paragraph, 80 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    assert_int_equal(lines.count, 2);
    assert_true(str_equal(line_text(fixture, &lines.lines[0]), STR("morning/")));
    assert_false(lines.lines[0].ends_with_mark);
}

static void a_cut_number_is_marked_by_an_arrow_that_reads_as_a_hyphen(void **state)
{
    Fixture *fixture = *state;
    LineList lines = lines_of_style(fixture, (ParagraphStyle){0}, "8217340918273401928734", "en", 80);
    assert_true(lines.count > 1);
    const GlyphRun *mark = &lines.lines[0].runs[lines.lines[0].run_count - 1];
    assert_true(str_equal(mark->word->text, STR("-")));
    assert_string_not_equal(font_name(mark->word->font), "NotoSans-Regular.ttf");
}

static void punctuation_hangs_beyond_the_measure(void **state)
{
    Fixture *fixture = *state;
    const char *text = "\u201CDrink, drink,\u201D said Dr. Ada, \u201Cdrink, and drink again, all day long.\u201D";
    ParagraphStyle style = {.align = ALIGN_JUSTIFY, .hangs_punctuation = true};
    LineList lines = lines_of_style(fixture, style, text, "en", 120);
    const GlyphRun *first = &lines.lines[0].runs[0];
    assert_in_range(-first->x, LENGTH_PER_PT, 6 * LENGTH_PER_PT);
    style.hangs_punctuation = false;
    assert_int_equal(lines_of_style(fixture, style, text, "en", 120).lines[0].runs[0].x, 0);
}

static size_t rule_count(Fixture *fixture, const char *text, bool is_strike)
{
    LineList lines = lines_of_style(fixture, (ParagraphStyle){0}, text, "en", 300);
    RuleList list = rules_of_run(&lines.lines[0], 0, is_strike, fixture->arena);
    for (size_t i = 0; i < list.count; i++) {
        assert_true(list.rules[i].width >= list.rules[i].height && list.rules[i].height > 0);
        assert_true(is_strike ? list.rules[i].y < 0 : list.rules[i].y > 0);
        assert_true(i == 0 || list.rules[i].x > list.rules[i - 1].x + list.rules[i - 1].width);
    }
    return list.count;
}

static void an_underline_leaves_descenders_free(void **state)
{
    assert_int_equal(rule_count(*state, "blood", false), 1);
    assert_int_equal(rule_count(*state, "opium", false), 2);
    assert_int_equal(rule_count(*state, "opium", true), 1);
}

static Length width_with(Fixture *fixture, const char *text, const char *lang, Length letter_space, bool small_caps)
{
    StyledRun *run = arena_new(fixture->arena, StyledRun);
    *run = run_of(text, false, lang);
    run->style.letter_space = letter_space;
    run->style.small_caps = small_caps;
    ParagraphStyle style = {.leading = 20 * LENGTH_PER_PT};
    Paragraph *paragraph = paragraph_new(fixture->arena, fixture->engine, &style, run, 1, fixture->diagnostics);
    return paragraph_max_content(paragraph);
}

static void letters_are_spaced_but_where_they_join(void **state)
{
    Fixture *fixture = *state;
    Length plain = width_with(fixture, "doses", "en", 0, false);
    assert_in_range(width_with(fixture, "doses", "en", LENGTH_PER_PT, false) - plain, 5 * LENGTH_PER_PT - 50,
                    5 * LENGTH_PER_PT + 50);
    assert_int_equal(width_with(fixture, "صحة", "ar", LENGTH_PER_PT, false),
                     width_with(fixture, "صحة", "ar", 0, false));
}

static void small_capitals_are_the_fonts_own(void **state)
{
    Fixture *fixture = *state;
    assert_int_not_equal(width_with(fixture, "dna", "en", 0, true), width_with(fixture, "dna", "en", 0, false));
    assert_int_equal(width_with(fixture, "健康", "zh", 0, true), width_with(fixture, "健康", "zh", 0, false));
}

// UAX #9, rule L1, for both directions: a last word that runs against the paragraph leaves no gap at its edge.
static void spaces_hang_at_the_end_of_the_paragraphs_direction(void **state)
{
    Fixture *fixture = *state;
    static const struct {
        const char *text;
        bool right_to_left;
    } rows[] = {{"words of English in a paragraph", true}, {"מילים בעברית בתוך פסקה", false}};
    for (size_t i = 0; i < 2; i++) {
        StyledRun *run = arena_new(fixture->arena, StyledRun);
        *run = run_of(rows[i].text, false, "he");
        ParagraphStyle style = {.leading = 20 * LENGTH_PER_PT, .right_to_left = rows[i].right_to_left};
        Paragraph *paragraph = paragraph_new(fixture->arena, fixture->engine, &style, run, 1, fixture->diagnostics);
        const Length measure = 110 * LENGTH_PER_PT;
        LineList lines = paragraph_break(paragraph, measure, fixture->arena, fixture->diagnostics);
        assert_true(lines.count > 1);
        Length left = measure, right = 0;
        const Line *line = &lines.lines[0];
        for (size_t j = 0; j < line->run_count; j++) {
            const GlyphRun *drawn = &line->runs[j];
            if (str_trim(drawn->word->text).length == 0)
                continue;
            left = length_min(left, drawn->x);
            right = length_max(right, drawn->x + drawn->width);
        }
        assert_in_range(right - left, line->width - 4, line->width + 4);
        assert_in_range(rows[i].right_to_left ? measure - right : left, 0, 4);
    }
}

static void spaces_in_several_runs_hang(void **state)
{
    Fixture *fixture = *state;
    const StyledRun runs[] = {run_of("word ", false, "en"), run_of(" ", true, "en"), run_of(" ", false, "en")};
    Paragraph *paragraph = paragraph_of_runs(fixture, runs, 3);
    LineList lines = paragraph_break(paragraph, 300 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    Paragraph *bare = paragraph_of_text(fixture, "word", "en");
    assert_int_equal(lines.lines[0].width, paragraph_max_content(bare));
    assert_int_equal(paragraph_max_content(paragraph), paragraph_max_content(bare));
}

static void an_object_takes_its_place_in_the_line(void **state)
{
    Fixture *fixture = *state;
    static const InlineObject object = {.width = 60 * LENGTH_PER_PT, .ascent = 50 * LENGTH_PER_PT};
    StyledRun runs[] = {run_of("before ", false, "en"), run_of("\uFFFC", false, "en"), run_of(" behind", false, "en")};
    runs[1].object = &object;
    size_t reported = diagnostics_count(fixture->diagnostics);
    Paragraph *paragraph = paragraph_of_runs(fixture, runs, 3);
    LineList lines = paragraph_break(paragraph, 400 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].ascent, object.ascent);
    Length x = 0;
    for (size_t i = 0; i < lines.lines[0].run_count; i++) {
        const GlyphRun *run = &lines.lines[0].runs[i];
        assert_true(run->x - x <= 3 && x - run->x <= 3); // what rounding takes back
        assert_int_equal(run->run->object ? run->width : 0, run->run->object ? object.width : 0);
        x = run->x + run->width;
    }
    assert_true(x - lines.lines[0].width <= 6 && lines.lines[0].width - x <= 6);
    // A narrow measure breaks beside it, and not otherwise.
    lines = paragraph_break(paragraph, 61 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    assert_int_equal(lines.count, 3);
    assert_true(lines.lines[0].ascent < object.ascent && lines.lines[1].ascent == object.ascent);
    assert_int_equal(diagnostics_count(fixture->diagnostics), reported);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_stays_with_the_bold_word),
        cmocka_unit_test(each_script_has_its_font),
        cmocka_unit_test(a_character_without_a_font_is_reported),
        cmocka_unit_test(a_word_is_shaped_once),
        cmocka_unit_test(an_object_takes_its_place_in_the_line),
        cmocka_unit_test(lines_agree_with_an_exhaustive_search),
        cmocka_unit_test(a_long_word_stays_within_the_measure),
        cmocka_unit_test(right_to_left_words_run_leftwards),
        cmocka_unit_test(staged_fonts_are_as_the_table_says),
        cmocka_unit_test(symbols_come_from_the_fonts_for_them),
        cmocka_unit_test(no_character_is_lost),
        cmocka_unit_test(a_mark_that_its_letters_font_lacks_is_set),
        cmocka_unit_test(the_cache_is_bounded_within_a_document),
        cmocka_unit_test(text_of_any_length_keeps_its_bounds),
        cmocka_unit_test(a_broken_word_is_read_in_order),
        cmocka_unit_test(a_broken_word_is_named_whole_and_once),
        cmocka_unit_test(justified_lines_fill_the_measure),
        cmocka_unit_test(a_line_that_would_need_too_much_stays_ragged),
        cmocka_unit_test(a_soft_hyphen_shows_only_where_its_line_ends),
        cmocka_unit_test(a_word_with_a_separator_is_shaped_whole),
        cmocka_unit_test(a_cut_number_is_marked_by_an_arrow_that_reads_as_a_hyphen),
        cmocka_unit_test(letters_are_spaced_but_where_they_join),
        cmocka_unit_test(small_capitals_are_the_fonts_own),
        cmocka_unit_test(punctuation_hangs_beyond_the_measure),
        cmocka_unit_test(an_underline_leaves_descenders_free),
        cmocka_unit_test(a_style_may_ask_for_hyphens),
        cmocka_unit_test(spaces_hang_at_the_end_of_the_paragraphs_direction),
        cmocka_unit_test(spaces_in_several_runs_hang),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
