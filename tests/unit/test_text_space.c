// Words of a font that kerns letters with the space behind them are set as the reference sets them; what such a font
// does between a space and the letter behind it is not seen: word_shape says so. The font is made by
// tests/reference/touching_space.py.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "reference/reference.h"

#define TOUCHING_FONT HSPDF_TEST_BUILD "/tests/touching/fonts/touching/Touching.ttf"

// Takes the place of the font that all plain text is set in.
static Engine *open_engine(StagedFont *staged)
{
    char error[200];
    Engine *engine = engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ false, error, sizeof error);
    assert_non_null(engine);
    Font *font = &engine->fonts[0];
    *staged = *font->staged;
    staged->file = TOUCHING_FONT;
    staged->family = "Touching";
    staged->touches_space = true;
    font_close(font);
    *font = (Font){.staged = staged, .engine = engine, .units_per_em = staged->units_per_em};
    assert_true(font_open(font));
    return engine;
}

static void words_that_touch_their_space_are_set_as_the_reference_sets_them(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "A T, A, T A water, A  T,  A T",
        "AVATAR T A (T A) To A, and T, or A.",
    };
    StagedFont staged;
    Engine *engine = open_engine(&staged);
    Reference *reference = reference_open(HSPDF_TEST_DATA, &staged);
    assert_non_null(reference);
    Arena *arena = arena_open(1 << 24);
    Comparison comparison = {0};
    // In a paragraph that runs leftwards the last word of a line would stay kerned with a space that stands elsewhere.
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        StyledRun run = {.text = str_from(texts[i]), .style = {.size = 14 * LENGTH_PER_PT}, .lang = STR("en")};
        Mixture mixture = {.runs = &run, .run_count = 1, .measure = 90 * LENGTH_PER_PT};
        compare_paragraph(&comparison, reference, engine, arena, &mixture);
    }
    print_message("%zu lines, %zu glyphs; worst deviation %.4f pt\n", comparison.lines, comparison.glyphs,
                  comparison.worst_pt);
    assert_int_equal(comparison.differing, 0);
    arena_close(arena);
    reference_close(reference);
    engine_close(engine);
}

static int32_t advance(Engine *engine, Arena *arena, const char *text)
{
    StyledRun run = {.text = str_from(text), .style = {.size = 14 * LENGTH_PER_PT}, .lang = STR("en")};
    WordKey key = word_key(engine, &run, &engine->fonts[0], HB_SCRIPT_LATIN, /*level*/ 0, run.text);
    return word_shape(engine, &key, arena).advance;
}

// Else the test above would hold without the kerning.
static void the_space_is_touched(void **state)
{
    (void)state;
    StagedFont staged;
    Engine *engine = open_engine(&staged);
    Arena *arena = arena_open(1 << 24);
    int32_t kerned = advance(engine, arena, "A ");
    staged.touches_space = false;
    assert_int_equal(kerned - advance(engine, arena, "A "), -150);
    arena_close(arena);
    engine_close(engine);
}

int main(void)
{
    enum { STATUS_SKIPPED = 77 };
    if (access(TOUCHING_FONT, R_OK) != 0) {
        print_message("skipped: %s was not made\n", TOUCHING_FONT);
        return STATUS_SKIPPED;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_touch_their_space_are_set_as_the_reference_sets_them),
        cmocka_unit_test(the_space_is_touched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
