// Measures, papers and the sharing of a table's width.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/flow.h"
#include "style/sheet.h"

static void measures_have_units(void **state)
{
    (void)state;
    Measure measure;
    assert_true(measure_read(STR("14pt"), &measure));
    assert_int_equal(measure_resolve(measure, 0, 0), 14 * LENGTH_PER_PT);
    assert_true(measure_read(STR("1 in"), &measure));
    assert_int_equal(measure_resolve(measure, 0, 0), 72 * LENGTH_PER_PT);
    assert_true(measure_read(STR("1.5em"), &measure));
    assert_int_equal(measure_resolve(measure, 1000, 0), 1500);
    assert_true(measure_read(STR("2 lines"), &measure));
    assert_int_equal(measure_resolve(measure, 0, 700), 1400);
    assert_true(measure_read(STR("-0.2em"), &measure));
    assert_int_equal(measure_resolve(measure, 1000, 0), -200);
}

static void wrong_measures_are_refused(void **state)
{
    (void)state;
    Measure measure;
    static const char *const wrong[] = {"", "pt", "12px", "1.2.3em", "twelve", "99999pt", "1e5pt", "1,5em"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(measure_read(str_from(wrong[i]), &measure));
}

static void papers_by_name_and_size(void **state)
{
    (void)state;
    Length width, height;
    assert_true(paper_find(STR("A4"), &width, &height));
    assert_int_equal(width, length_from_pt(210 * 72 / 25.4));
    assert_true(paper_find(STR("letter"), &width, &height));
    assert_int_equal(height, 792 * LENGTH_PER_PT);
    assert_true(paper_find(STR("8.5x11in"), &width, &height));
    assert_int_equal(width, 612 * LENGTH_PER_PT);
    assert_true(paper_find(STR("210mmx29.7cm"), &width, &height));
    assert_int_equal(height, length_from_pt(297 * 72 / 25.4));
}

static void wrong_papers_are_refused(void **state)
{
    (void)state;
    Length width, height;
    static const char *const wrong[] = {"",      "b99",        "210x297",    "x",        "0x0mm",
                                        "1x1mm", "-210x297mm", "99999x10mm", "10emx10em"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(paper_find(str_from(wrong[i]), &width, &height));
}

static Length sum(const Length *widths, size_t count)
{
    Length all = 0;
    for (size_t i = 0; i < count; i++)
        all += widths[i];
    return all;
}

static void columns_that_fit_get_their_natural_width(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    const Extent cells[] = {{10, 40}, {10, 30}, {20, 50}, {10, 10}};
    Length widths[2];
    columns_share(arena, cells, 2, 2, 100, widths);
    assert_int_equal(widths[0], 50);
    assert_int_equal(widths[1], 30);
    arena_close(arena);
}

static void columns_fill_the_width_and_break_no_word(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    const Extent cells[] = {{3000, 9000}, {2000, 60000}, {4000, 5000}, {3000, 4000}, {1000, 40000}, {4000, 4000}};
    Length widths[3];
    columns_share(arena, cells, 2, 3, 30000, widths);
    assert_int_equal(sum(widths, 3), 30000);
    assert_true(widths[0] >= 3000 && widths[1] >= 2000 && widths[2] >= 4000);
    assert_true(widths[1] > widths[0] + widths[2]); // the long text gets what the short ones do not need
    arena_close(arena);
}

static void columns_are_squeezed_where_nothing_else_helps(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    const Extent cells[] = {{100, 100}, {5000, 5000}, {9000, 9000}};
    Length widths[3];
    columns_share(arena, cells, 1, 3, 4100, widths);
    assert_int_equal(widths[0], 100);
    assert_in_range(widths[1], 1990, 2000);
    assert_in_range(sum(widths, 3), 4000, 4100);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_have_units),
        cmocka_unit_test(wrong_measures_are_refused),
        cmocka_unit_test(papers_by_name_and_size),
        cmocka_unit_test(wrong_papers_are_refused),
        cmocka_unit_test(columns_that_fit_get_their_natural_width),
        cmocka_unit_test(columns_fill_the_width_and_break_no_word),
        cmocka_unit_test(columns_are_squeezed_where_nothing_else_helps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
