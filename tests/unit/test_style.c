// Measures, papers and the sharing of a table's width.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_have_units),
        cmocka_unit_test(wrong_measures_are_refused),
        cmocka_unit_test(papers_by_name_and_size),
        cmocka_unit_test(wrong_papers_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
