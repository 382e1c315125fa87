// Paragraphs: fonts, breaks, the cache; lines against a search of all ways to break.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/segment.h"

typedef struct {
    Arena *arena;
    Engine *engine;
    Diagnostics *diagnostics;
} Fixture;

static int open_fixture(void **state)
{
    static Fixture fixture;
    char error[200];
    fixture.arena = arena_open(1 << 28);
    fixture.engine = engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ false, error, sizeof error);
    fixture.diagnostics = diagnostics_new(fixture.arena, /*warnings_are_errors*/ false);
    *state = &fixture;
    return fixture.engine ? 0 : -1;
}

static int close_fixture(void **state)
{
    Fixture *fixture = *state;
    engine_close(fixture->engine);
    arena_close(fixture->arena);
    return 0;
}

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
        {"Sức khỏe", "vi", "NotoSans-Regular.ttf"},         {"здоровье", "ru", "NotoSans-Regular.ttf"},
        {"صحة", "ar", "NotoNaskhArabic-Regular.ttf"},       {"בריאות", "he", "NotoSansHebrew-Regular.ttf"},
        {"स्वास्थ्य", "hi", "NotoSansDevanagari-Regular.ttf"}, {"สุขภาพ", "th", "NotoSansThai-Regular.ttf"},
        {"如果", "zh-Hans", "NotoSansCJK-Regular.otf"},     {"건강", "ko", "NotoSansCJK-Regular.otf"},
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
    assert_true(str_equal(paragraph->segments[1].word->text, STR("\xEF\xBF\xBD")));
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
        assert_true(cost <= least * 1.000001 + 1);
    }
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
            for (size_t k = 0; k < lines.lines[j].run_count; k++)
                bytes += lines.lines[j].runs[k].word->text.length;
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_stays_with_the_bold_word),
        cmocka_unit_test(each_script_has_its_font),
        cmocka_unit_test(a_character_without_a_font_is_reported),
        cmocka_unit_test(a_word_is_shaped_once),
        cmocka_unit_test(lines_agree_with_an_exhaustive_search),
        cmocka_unit_test(a_long_word_stays_within_the_measure),
        cmocka_unit_test(right_to_left_words_run_leftwards),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
