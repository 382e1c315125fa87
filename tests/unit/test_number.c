// Numbers in tables: which texts are some, and where they are aligned.
#include "layout/number.h"

#include <cmocka.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

static void expect(const char *text, uint32_t decimal, NumberKind kind, const char *before)
{
    uint32_t mark;
    NumberKind found = number_read(str_from(text), decimal, &mark);
    if (found != kind)
        fail_msg("'%s' is read as kind %d", text, (int)found);
    if (kind == NUMBER_READ && mark != str_from(before).length)
        fail_msg("'%s' is aligned behind %u bytes", text, mark);
}

static void numbers_are_aligned_behind_their_whole_part(void **state)
{
    (void)state;
    static const struct {
        const char *text, *before;
        uint32_t decimal;
    } rows[] = {
        {"0.5 mg", "0", '.'},
        {"12,5 %", "12", ','},
        {"0.5", "0", ','},
        {"1.250", "1.250", ','},
        {"1.250", "1", '.'},
        {"1,250.5", "1,250", '.'},
        {"1 250 ml", "1 250", '.'},
        {"1\xC2\xA0"
         "250,75 €",
         "1\xC2\xA0"
         "250",
         ','},
        {"−3 °C", "−3", '.'},
        {"≥ 90 %", "≥ 90", '.'},
        {"10–20 mg", "10", '.'},
        {"0.5 - 1.5", "0", '.'},
        {"€ 4.50", "€ 4", '.'},
        {"7.", "7", '.'},
        {".5", "", '.'},
        {"36.8 °C", "36", '.'},
        {"٠٫٥ مل", "٠", 0x66B},
        {"5 mg/kg", "5", '.'},
        {"12 to go", "12", '.'},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(rows[i].text, rows[i].decimal, NUMBER_READ, rows[i].before);
}

static void other_texts_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "2026-03-05", "12.03.2026",        "08:30", "120/80", "020 7946 0000", "one", "3 times a day at most", "1.2.3",
        "A4",         "4th of July, or so"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(texts[i], '.', NUMBER_NOT, "");
    expect("", '.', NUMBER_NONE, "");
    expect("—", '.', NUMBER_NONE, "");
    expect(" - ", '.', NUMBER_NONE, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_aligned_behind_their_whole_part),
        cmocka_unit_test(other_texts_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
