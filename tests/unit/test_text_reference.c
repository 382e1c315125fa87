// The fast way to set text (words shaped one by one, from a cache) against the reference way (tests/reference: whole
// items, shaped by Pango): the same glyphs at the same places, within a hundredth of a point. Lines against a search of
// all ways to break; a full cache against an empty one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pango/pango.h>

#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <glib.h>

#include "reference/reference.h"

enum { ARENA_BYTES = 1 << 28, FIRST_SEED = 5000000 };

typedef struct {
    Engine *engine;
    Reference *reference;
} Fixture;

static Engine *engine_new(void)
{
    char error[200];
    Engine *engine = engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ false, error, sizeof error);
    assert_non_null(engine);
    return engine;
}

static int open_fixture(void **state)
{
    static Fixture fixture;
    fixture = (Fixture){.engine = engine_new(), .reference = reference_open(HSPDF_TEST_DATA, /*first*/ NULL)};
    *state = &fixture;
    return fixture.reference ? 0 : -1;
}

static int close_fixture(void **state)
{
    Fixture *fixture = *state;
    engine_close(fixture->engine);
    reference_close(fixture->reference);
    return 0;
}

static void report(const Comparison *comparison)
{
    print_message("%zu paragraphs, %zu lines, %zu glyphs; worst deviation %.4f pt\n", comparison->paragraphs,
                  comparison->lines, comparison->glyphs, comparison->worst_pt);
    assert_int_equal(comparison->differing, 0);
}

static void random_mixtures_are_set_alike(void **state)
{
    const Fixture *fixture = *state;
    Comparison comparison = {0};
    for (size_t i = 0; i < 10000; i++) {
        Arena *arena = arena_open(ARENA_BYTES);
        Mixture mixture = mixture_new(arena, FIRST_SEED + i);
        compare_paragraph(&comparison, fixture->reference, fixture->engine, arena, &mixture);
        arena_close(arena);
    }
    report(&comparison);
}

// ---- documents

static Str read_file(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    Buffer text = {.arena = arena};
    char block[4096];
    for (size_t size; (size = fread(block, 1, sizeof block, file)) > 0;)
        buffer_append(&text, block, size);
    fclose(file);
    return buffer_str(&text);
}

// Each block between empty lines, as it is written, as a paragraph at two measures.
static void compare_file(const Fixture *fixture, Comparison *comparison, const char *path)
{
    Arena *arena = arena_open(ARENA_BYTES);
    Str text = read_file(arena, path);
    for (uint32_t start = 0, end; start < text.length; start = end + 2) {
        const char *empty = memmem(text.bytes + start, text.length - start, "\n\n", 2);
        end = empty ? (uint32_t)(empty - text.bytes) : text.length;
        StyledRun run = {
            .text = {text.bytes + start, end - start}, .style = {.size = 14 * LENGTH_PER_PT}, .lang = STR("en")};
        bool is_leftward = strstr(path, "arabic") != NULL;
        for (int i = 0; i < 2; i++) {
            Mixture mixture = {
                .style = {.align = i ? ALIGN_JUSTIFY : ALIGN_START, .right_to_left = is_leftward},
                .runs = &run,
                .run_count = 1,
                .measure = (i ? 200 : 440) * LENGTH_PER_PT,
            };
            compare_paragraph(comparison, fixture->reference, fixture->engine, arena, &mixture);
        }
    }
    arena_close(arena);
}

static bool is_text(const char *path)
{
    Arena *arena = arena_open(ARENA_BYTES);
    Str text = read_file(arena, path);
    bool is = g_utf8_validate(text.bytes, (gssize)text.length, NULL);
    arena_close(arena);
    return is;
}

static void documents_are_set_alike(void **state)
{
    static const char *const patterns[] = {"tests/cases/*.md", "examples/*.md", "../shared/acceptance/*.md"};
    const Fixture *fixture = *state;
    Comparison comparison = {0};
    size_t files = 0;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        char pattern[4096];
        snprintf(pattern, sizeof pattern, "%s/%s", HSPDF_TEST_SOURCE, patterns[i]);
        glob_t found = {0};
        glob(pattern, 0, NULL, &found);
        if (found.gl_pathc == 0)
            print_message("%s: not here\n", patterns[i]);
        for (size_t j = 0; j < found.gl_pathc; j++) {
            if (!is_text(found.gl_pathv[j])) // src/source mends it before it is set
                continue;
            compare_file(fixture, &comparison, found.gl_pathv[j]);
            files++;
        }
        globfree(&found);
    }
    print_message("%zu files: ", files);
    assert_true(files > 30);
    report(&comparison);
}

// ---- lines

// Of lines that end at the places `ends`.
static double cost_of_lines(const FitStyle *style, const Place *places, const size_t *ends, size_t count)
{
    double cost = 0, above = 0;
    for (size_t i = 0; i < count; i++) {
        const Place *from = &places[i > 0 ? ends[i - 1] : 0], *to = &places[ends[i]];
        double ratio = fit_line_ratio(style, from, to);
        bool is_first = from->kind == PLACE_START || from->kind == PLACE_FORCED;
        cost += fit_line_cost(style, from, to) + (is_first ? 0 : fit_neighbour_cost(style, above, ratio));
        above = ratio;
    }
    return cost;
}

enum { OPPORTUNITIES_MAX = 12 };

// Over all sets of places between the first and the last.
static double least_cost(const FitStyle *style, const Place *places, size_t count)
{
    double least = HUGE_VAL;
    for (uint32_t set = 0; set < 1u << (count - 2); set++) {
        size_t ends[OPPORTUNITIES_MAX + 1], lines = 0;
        for (size_t i = 1; i + 1 < count; i++) {
            if (set & 1u << (i - 1))
                ends[lines++] = i;
        }
        ends[lines++] = count - 1;
        least = fmin(least, cost_of_lines(style, places, ends, lines));
    }
    return least;
}

static bool compare_breaks(const Fixture *fixture, Arena *arena, uint64_t seed)
{
    Mixture mixture = mixture_short(arena, seed);
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    const Paragraph *paragraph =
        paragraph_new(arena, fixture->engine, &mixture.style, mixture.runs, mixture.run_count, diagnostics);
    FitStyle style = {mixture.measure, mixture.style.align == ALIGN_JUSTIFY};
    PlaceList list = places_find(paragraph, mixture.measure, /*hyphenates*/ false, arena, NULL);
    if (list.has_cuts || list.count < 3 || list.count > OPPORTUNITIES_MAX + 2)
        return false;
    Fit fit = fit_lines(arena, &style, list.places, list.count);
    double cost = cost_of_lines(&style, list.places, fit.ends, fit.count);
    double least = least_cost(&style, list.places, list.count);
    assert_true(fabs(cost - least) <= 1e-9 * least);
    LineList lines = paragraph_break(paragraph, mixture.measure, arena, diagnostics);
    assert_int_equal(lines.count, fit.count);
    for (size_t i = 0; i < lines.count; i++)
        assert_in_range(lines.lines[i].width, 1, mixture.measure);
    return true;
}

// Ragged and justified.
static void breaks_agree_with_an_exhaustive_search(void **state)
{
    size_t compared = 0, wanted = 1000;
    for (uint64_t seed = 1; compared < wanted; seed++) {
        assert_true(seed < 10 * wanted);
        Arena *arena = arena_open(ARENA_BYTES);
        compared += compare_breaks(*state, arena, seed);
        arena_close(arena);
    }
    print_message("%zu paragraphs\n", compared);
}

// ---- the cache

static const Paragraph *shape(Arena *arena, Engine *engine, const Mixture *mixture)
{
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    return paragraph_new(arena, engine, &mixture->style, mixture->runs, mixture->run_count, diagnostics);
}

static void assert_words_equal(const Word *one, const Word *other)
{
    assert_true((one == NULL) == (other == NULL));
    if (!one)
        return;
    assert_true(str_equal(one->text, other->text));
    assert_string_equal(font_name(one->font), font_name(other->font));
    assert_int_equal(one->advance, other->advance);
    assert_int_equal(one->glyph_count, other->glyph_count);
    for (uint32_t i = 0; i < one->glyph_count; i++)
        assert_memory_equal(&one->glyphs[i], &other->glyphs[i], sizeof(Glyph));
}

// src/text/cache.c: so many words, so many bytes, and no more than one word over.
enum { WORDS_MAX = 65536, WORDS_BYTES_MAX = 48 << 20, WORD_BYTES_MAX = 1 << 20 };

static void a_full_cache_gives_what_an_empty_one_gives(void **state)
{
    (void)state;
    Engine *full = engine_new();
    Arena *arena = arena_open((size_t)1 << 30);
    Buffer text = {.arena = arena};
    for (uint32_t i = 0; i < WORDS_MAX + 20000; i++)
        buffer_printf(&text, "%x-word ", i);
    StyledRun run = {.text = buffer_str(&text), .style = {.size = 14 * LENGTH_PER_PT}, .lang = STR("en")};
    Mixture large = {.runs = &run, .run_count = 1};
    shape(arena, full, &large);
    assert_in_range(full->word_count, WORDS_MAX / 2, WORDS_MAX);
    size_t bytes = arena_used(full->words);
    for (uint64_t seed = 0; seed < 500; seed++) {
        Engine *fresh = engine_new();
        Mixture mixture = mixture_new(arena, seed);
        const Paragraph *one = shape(arena, full, &mixture), *other = shape(arena, fresh, &mixture);
        assert_int_equal(one->segment_count, other->segment_count);
        for (size_t i = 0; i < one->segment_count; i++)
            assert_words_equal(one->segments[i].word, other->segments[i].word);
        engine_close(fresh);
    }
    assert_true(full->word_count <= WORDS_MAX);
    assert_true(arena_used(full->words) <= WORDS_BYTES_MAX + WORD_BYTES_MAX);
    print_message("%zu words in %zu kB; after 500 more paragraphs %zu words in %zu kB\n", (size_t)WORDS_MAX,
                  bytes >> 10, full->word_count, arena_used(full->words) >> 10);
    engine_document_done(full);
    assert_int_equal(full->word_count, 0);
    engine_close(full);
    arena_close(arena);
}

// Where a mark has no letter Pango 1.56 with HarfBuzz 10 draws dotted circles at other places of an item than within a
// word, and so not where we do; the reference knows those of 1.50.
static bool is_known_pango(void)
{
    return pango_version() / 100 == PANGO_VERSION_ENCODE(1, 50, 0) / 100;
}

int main(void)
{
    if (!is_known_pango()) {
        printf("skipped: the reference is Pango 1.50, not %s\n", pango_version_string());
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_mixtures_are_set_alike),
        cmocka_unit_test(documents_are_set_alike),
        cmocka_unit_test(breaks_agree_with_an_exhaustive_search),
        cmocka_unit_test(a_full_cache_gives_what_an_empty_one_gives),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
