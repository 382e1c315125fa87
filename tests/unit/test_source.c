// Sources: what is replaced, what is refused, and where it is said.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/source.h"

typedef struct {
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    const Source *source;
} Read;

static Read read_bytes(const char *bytes, size_t length)
{
    Read read = {.arena = arena_open(1 << 26)};
    read.sources = sources_new(read.arena);
    read.diagnostics = diagnostics_new(read.arena, /*warnings_are_errors*/ false);
    read.source = source_from_bytes(read.sources, STR("test.md"), (Str){bytes, (uint32_t)length}, SOURCE_WITH_FRONT,
                                    read.diagnostics);
    return read;
}

#define READ(literal) read_bytes(literal, sizeof(literal) - 1)

static void expect_one(const Read *read, DiagnosticCode code, uint32_t line, uint32_t column)
{
    assert_int_equal(diagnostics_count(read->diagnostics), 1);
    const Diagnostic *diagnostic = diagnostics_at(read->diagnostics, 0);
    uint32_t got_line = 0, got_column = 0;
    assert_string_equal(diagnostic_code_name(diagnostic->code), diagnostic_code_name(code));
    assert_true(source_position(read->sources, diagnostic->span, &got_line, &got_column));
    assert_int_equal(got_line, line);
    assert_int_equal(got_column, column);
}

static void clean_text_is_kept(void **state)
{
    (void)state;
    Read read = READ("Gr\xC3\xBC\xC3\x9F"
                     "e\r\nb\n");
    assert_int_equal(diagnostics_count(read.diagnostics), 0);
    assert_true(str_starts_with(read.source->text, STR("Gr\xC3\xBC\xC3\x9F"
                                                       "e")));
    arena_close(read.arena);
}

static void the_mark_at_the_start_is_no_text(void **state)
{
    (void)state;
    Read read = READ("\xEF\xBB\xBF---\ntitle: x\n---\nText");
    assert_non_null(read.source->front);
    assert_true(str_equal(value_find(read.source->front, STR("title"))->text, STR("x")));
    assert_true(str_starts_with(str_from_offset(read.source->text, read.source->body_start), STR("Text")));
    arena_close(read.arena);
}

static void columns_count_characters(void **state)
{
    (void)state;
    Read read = READ("a\n\xC3\xBC\xC3\xBC\xFFz\n");
    expect_one(&read, DIAG_INPUT_UTF8, 2, 3);
    assert_true(str_starts_with(str_from_offset(read.source->text, 2), STR("\xC3\xBC\xC3\xBC\xEF\xBF\xBDz")));
    arena_close(read.arena);
}

static void control_characters_are_left_out(void **state)
{
    (void)state;
    Read read = READ("a\x07"
                     "b\tc\n");
    expect_one(&read, DIAG_TEXT_CONTROL, 1, 2);
    assert_true(str_starts_with(read.source->text, STR("ab\tc")));
    arena_close(read.arena);
}

static void front_matter_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool has_front;
        size_t faults;
    } rows[] = {
        {"---\na: 1\n---\nText", true, 0},  {"---\r\na: 1\r\n---\r\nText", true, 0}, {"---\na: 1\n...\nText", true, 0},
        {"---\n\nText\n\n---\n", false, 0}, {"Text\n\n---\na: 1\n---\n", false, 0},  {"---\na: 1\n", false, 1},
        {"---\n- a\n---\n", false, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Read read = read_bytes(rows[i].text, strlen(rows[i].text));
        assert_int_equal(read.source->front != NULL, rows[i].has_front);
        assert_int_equal(diagnostics_count(read.diagnostics), rows[i].faults);
        arena_close(read.arena);
    }
}

static void yaml_faults_have_a_place_behind_wide_characters(void **state)
{
    (void)state;
    Read read = READ("---\ntitle: \xE4\xB8\xAD\xE6\x96\x87\nlist: [a, b\n---\nText");
    assert_true(diagnostics_has_errors(read.diagnostics));
    uint32_t line = 0, column = 0;
    assert_true(source_position(read.sources, diagnostics_at(read.diagnostics, 0)->span, &line, &column));
    assert_in_range(line, 3, 4);
    arena_close(read.arena);
}

static void scalars_keep_their_text(void **state)
{
    (void)state;
    Read read = READ("---\nversion: 1.10\nquoted: \"5\"\nyes: true\nnone: ~\nlang: NO\n---\n");
    const Value *front = read.source->front;
    assert_int_equal(value_find(front, STR("version"))->kind, VALUE_FLOAT);
    assert_true(str_equal(value_find(front, STR("version"))->text, STR("1.10")));
    assert_int_equal(value_find(front, STR("quoted"))->kind, VALUE_STRING);
    assert_int_equal(value_find(front, STR("yes"))->kind, VALUE_BOOL);
    assert_int_equal(value_find(front, STR("none"))->kind, VALUE_NULL);
    assert_int_equal(value_find(front, STR("lang"))->kind, VALUE_STRING);
    assert_null(value_find(front, STR("absent")));
    arena_close(read.arena);
}

static void escapes_give_no_odd_characters(void **state)
{
    (void)state;
    Read read = READ("---\ntitle: \"a\\0b\\x92\"\n---\n");
    expect_one(&read, DIAG_INPUT_NUL, 2, 8);
    assert_true(str_equal(value_find(read.source->front, STR("title"))->text, STR("a\xEF\xBF\xBD"
                                                                                  "b\xE2\x80\x99")));
    arena_close(read.arena);
}

static void an_alias_bomb_is_refused(void **state)
{
    (void)state;
    Read read = READ("---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                     "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                     "e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\n");
    assert_true(diagnostics_has_errors(read.diagnostics));
    arena_close(read.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text_is_kept),
        cmocka_unit_test(the_mark_at_the_start_is_no_text),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(control_characters_are_left_out),
        cmocka_unit_test(escapes_give_no_odd_characters),
        cmocka_unit_test(front_matter_is_found),
        cmocka_unit_test(yaml_faults_have_a_place_behind_wide_characters),
        cmocka_unit_test(scalars_keep_their_text),
        cmocka_unit_test(an_alias_bomb_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
