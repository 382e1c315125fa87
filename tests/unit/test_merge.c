// Templates by the examples of the Mustache specification, read from where bootstrap.sh or MUSTACHE_SPEC has them; what
// is refused; and records through their bytes.
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "source/merge.h"
#include "source/record.h"

static Arena *open_arena(void)
{
    Arena *arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    assert_non_null(arena);
    return arena;
}

static Str read_file(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    Buffer text = {.arena = arena};
    char chunk[4096];
    size_t got;
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_append(&text, chunk, got);
    fclose(file);
    return buffer_str(&text);
}

static void append_html(Buffer *out, Str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        const char *entity = byte == '&' ? "&amp;" : byte == '<' ? "&lt;" : byte == '>' ? "&gt;" : "&quot;";
        if (strchr("&<>\"", byte))
            buffer_append_str(out, str_from(entity));
        else
            buffer_append_char(out, byte);
    }
}

// The specification escapes for HTML; here a field is a character until the text was parsed.
static Str resolve(Arena *arena, const Merged *merged)
{
    Buffer out = {.arena = arena};
    for (uint32_t at = 0; at < merged->text.length;) {
        uint32_t start = at;
        const Field *field = merged_field(merged, utf8_next(merged->text, &at));
        if (!field)
            buffer_append(&out, merged->text.bytes + start, at - start);
        else if (field->value && field->value->kind != VALUE_NULL)
            append_html(&out, field->value->text);
        else if (!field->value)
            buffer_append_str(&out, field->text);
    }
    return buffer_str(&out);
}

static bool load_partial(void *context, Str name, Span span, Str *text, uint32_t *source_id)
{
    const Value *partial = value_find(context, name);
    (void)span;
    *source_id = 1;
    *text = partial ? partial->text : (Str){0};
    return partial;
}

static bool run_example(Arena *arena, const Value *example, const char *file)
{
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    const Value *data = value_find(example, STR("data")), *template = value_find(example, STR("template"));
    const Value *expected = value_find(example, STR("expected")), *name = value_find(example, STR("name"));
    Value scalar = {.kind = VALUE_MAP};
    MergeOptions options = {.mode = MERGE_DATA,
                            .is_lenient = true,
                            .record = data ? data : &scalar,
                            .load = load_partial,
                            .context = (void *)value_find(example, STR("partials"))};
    Merged merged = merge(arena, template->text, 0, &options, diagnostics);
    Str got = resolve(arena, &merged);
    bool passes = str_equal(got, expected->text) && !diagnostics_has_errors(diagnostics);
    if (!passes)
        printf("%s: %.*s: got '%.*s', wanted '%.*s'\n", file, STR_ARGS(name->text), STR_ARGS(got),
               STR_ARGS(expected->text));
    return passes;
}

static int run_spec_file(const char *folder, const char *file, int *failures)
{
    Arena *arena = open_arena();
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    Str text = read_file(arena, arena_format(arena, "%s/%s", folder, file).bytes);
    const Value *spec = yaml_parse(arena, text, 0, 0, diagnostics);
    assert_non_null(spec);
    int count = 0;
    for (const Value *example = value_find(spec, STR("tests"))->first_child; example; example = example->next) {
        *failures += !run_example(arena, example, file);
        count++;
    }
    arena_close(arena);
    return count;
}

static void specification(void **state)
{
    (void)state;
    static const char *const files[] = {"comments.json", "delimiters.json", "interpolation.json", "inverted.json",
                                        "partials.json", "sections.json",   "~dynamic-names.json"};
    const char *given = getenv("MUSTACHE_SPEC"), *folder = given ? given : HSPDF_TEST_SOURCE "/build/tools/mustache";
    DIR *listing = opendir(folder);
    if (!listing) {
        printf("NOT testing by the Mustache specification: there is no %s (tools/bootstrap.sh test)\n", folder);
        skip();
    }
    closedir(listing);
    int count = 0, failures = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        FILE *file = fopen(path, "rb");
        if (!file && files[i][0] == '~') // optional, and newer than some copies
            continue;
        assert_non_null(file);
        fclose(file);
        count += run_spec_file(folder, files[i], &failures);
    }
    printf("%d of %d examples of the Mustache specification pass\n", count - failures, count);
    assert_true(count >= 100);
    assert_int_equal(failures, 0);
}

// ---- faults

typedef struct {
    const char *template, *code; // NULL: none
} Fault;

static bool load_itself(void *context, Str name, Span span, Str *text, uint32_t *source_id)
{
    (void)context, (void)name, (void)span;
    *source_id = 1;
    *text = STR("x{{>p}}");
    return true;
}

static void faults(void **state)
{
    (void)state;
    static const Fault rows[] = {
        {"{{name}}", NULL},
        {"{{{name}}} {{&name}} {{ name }}", NULL},
        {"{{< figure src=\"a}}b\" >}} {{% note %}}", NULL},
        {"{{#name}}", "merge-syntax"},
        {"{{/name}}", "merge-syntax"},
        {"{{#name}}{{#list}}{{/name}}{{/list}}", "merge-syntax"},
        {"{{name", "merge-syntax"},
        {"{{}}", "merge-syntax"},
        {"{{=}}", "merge-syntax"},
        {"{{=| |=}}", NULL},
        {"{{= a b c =}}", "merge-syntax"},
        {"{{<parent}}", "merge-syntax"},
        {"{{nmae}}", "merge-missing"},
        {"{{name.first}}", "merge-missing"},
        {"{{map}}", "merge-type"},
        {"{{#absent}}x{{/absent}}", "merge-section"},
        {"{{^absent}}x{{/absent}}", "merge-inverted"},
        {"{{>p}}", "merge-limit"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = open_arena();
        Diagnostics *diagnostics = diagnostics_new(arena, false);
        Value *record = yaml_parse(arena, STR("{name: Ada, list: [1], map: {a: 1}}"), 0, 0, diagnostics);
        MergeOptions options = {.mode = MERGE_DATA, .record = record, .load = load_itself};
        merge(arena, str_from(rows[i].template), 0, &options, diagnostics);
        if (!rows[i].code) {
            assert_int_equal(diagnostics_count(diagnostics), 0);
        } else {
            assert_true(diagnostics_count(diagnostics) > 0);
            const char *code = diagnostic_code_name(diagnostics_at(diagnostics, 0)->code);
            assert_string_equal(code, rows[i].code);
        }
        arena_close(arena);
    }
}

// Sections over lists within each other, whose turns multiply and print nothing.
static void turns_are_bounded(void **state)
{
    (void)state;
    Arena *arena = open_arena();
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    Buffer list = {.arena = arena}, template = {.arena = arena};
    buffer_append_str(&list, STR("{a: [0"));
    for (int i = 0; i < 1000; i++)
        buffer_append_str(&list, STR(",0"));
    buffer_append_str(&list, STR("]}"));
    for (int i = 0; i < 10; i++)
        buffer_append_str(&template, STR("{{#a}}"));
    for (int i = 0; i < 10; i++)
        buffer_append_str(&template, STR("{{/a}}"));
    MergeOptions options = {.mode = MERGE_DATA, .record = yaml_parse(arena, buffer_str(&list), 0, 0, diagnostics)};
    merge(arena, buffer_str(&template), 0, &options, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), 1);
    assert_int_equal(diagnostics_at(diagnostics, 0)->code, DIAG_MERGE_LONG);
    arena_close(arena);
}

static void origins(void **state)
{
    (void)state;
    Arena *arena = open_arena();
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    Value *record = yaml_parse(arena, STR("{a: one, b: [x, y]}"), 0, 0, diagnostics);
    MergeOptions options = {.mode = MERGE_DATA, .record = record};
    Str template = STR("12{{a}}34{{#b}}5{{{.}}}6{{/b}}7");
    Merged merged = merge(arena, template, 3, &options, diagnostics);
    for (uint32_t at = 0; at < merged.text.length; at++) {
        Span origin = merged_origin(&merged, at);
        char byte = merged.text.bytes[at];
        assert_int_equal(origin.source, 3);
        if (byte >= '1' && byte <= '7')
            assert_int_equal(template.bytes[origin.start], byte);
        else
            assert_int_equal(template.bytes[origin.start], '{');
    }
    arena_close(arena);
}

// Characters of private use that a text has are text, whatever they would be the number of.
static void private_use(void **state)
{
    (void)state;
    Arena *arena = open_arena();
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    Value *record = yaml_parse(arena, STR("{a: one}"), 0, 0, diagnostics);
    MergeOptions options = {.mode = MERGE_DATA, .record = record};
    Str template = STR("{{a}}\U000F0000-\U00100001-\U0010FFFD{{a}}");
    Merged merged = merge(arena, template, 0, &options, diagnostics);
    Str got = resolve(arena, &merged);
    assert_true(str_equal(got, STR("one\U000F0000-\U00100001-\U0010FFFDone")));
    arena_close(arena);
}

static void records(void **state)
{
    (void)state;
    Arena *arena = open_arena();
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    Value *value = yaml_parse(arena, STR("{a: one, b: [x, {c: 1.50}, []], d: {}, e: true, f: }"), 0, 0, diagnostics);
    Record record = {0};
    record_add_value(&record, value);
    Str bytes = {record.bytes, (uint32_t)record.length};
    Value *read = record_read(arena, bytes);
    assert_non_null(read);
    Record again = {0};
    record_add_value(&again, read);
    assert_int_equal(again.length, record.length);
    assert_memory_equal(again.bytes, record.bytes, record.length);
    assert_true(str_equal(record_find(read, STR("a"))->text, STR("one")));
    // Cut anywhere they are none, and nothing behind them is read.
    for (uint32_t length = 0; length < bytes.length; length++)
        assert_null(record_read(arena, arena_str(arena, bytes.bytes, length)));
    assert_true(record_set(arena, read, STR("d.x.y"), STR("deep")));
    assert_true(str_equal(record_find(read, STR("d.x.y"))->text, STR("deep")));
    assert_false(record_set(arena, read, STR("a.x"), STR("no mapping")));
    record_clear(&record);
    record_clear(&again);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(specification), cmocka_unit_test(faults),      cmocka_unit_test(turns_are_bounded),
        cmocka_unit_test(origins),       cmocka_unit_test(private_use), cmocka_unit_test(records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
