// The tree: languages, HTML that is not closed, and depth.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document.h"

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    Document *document;
} Built;

static Built build(Str text)
{
    Built built = {.arena = arena_open(1 << 28)};
    built.diagnostics = diagnostics_new(built.arena, /*warnings_are_errors*/ false);
    Sources *sources = sources_new(built.arena);
    const Source *source = source_from_bytes(sources, STR("t.md"), text, SOURCE_WITH_FRONT, built.diagnostics);
    built.document = document_new(built.arena, sources, &source, 1, built.diagnostics);
    document_verify(built.document);
    return built;
}

static void expect_text(const char *markdown, const char *text)
{
    Built built = build(str_from(markdown));
    Str got = str_trim(node_plain_text(built.document->root, built.arena));
    assert_string_equal(arena_str(built.arena, got.bytes, got.length).bytes, text);
    arena_close(built.arena);
}

static void languages_as_people_write_them(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"ENG", "en"},
        {"EN", "en"},
        {"en-gb", "en-GB"},
        {"CN", "zh-Hans"},
        {"TW", "zh-Hant"},
        {"CHT", "zh-Hant"},
        {"zh", "zh-Hans"},
        {"spa", "es"},
        {"JP", "ja"},
        {"KOR", "ko"},
        {"zh_hant_tw", "zh-Hant-TW"},
        {"VN", "vi"},
        {"pt-br", "pt-BR"},
        {"12", ""},
        {"", ""},
        {"x y", ""},
    };
    Arena *arena = arena_open(1 << 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(str_equal(language_tag(str_from(rows[i][0]), arena), str_from(rows[i][1])));
    arena_close(arena);
}

static void html_without_end_tags_keeps_its_text(void **state)
{
    (void)state;
    expect_text("<ul><li>one<li>two</ul>", "onetwo");
    expect_text("<table><tr><td>a<td>b<tr><td>c</table>after", "abcafter");
    expect_text("</div></b>text", "text");
    expect_text("<div><p>a<div>b", "ab");
    expect_text("a <b>b <i>c</b> d</i>", "a b c d");
    expect_text("<td>cell</td>", "cell");
    expect_text("- <div>\n\n  in item\n\n</div>\n\nafter", "in itemafter");
    expect_text("<style>p { color: red", "p { color: red");
}

static void entities_are_decoded(void **state)
{
    (void)state;
    expect_text("&lt;b&gt; &copy; &#x41;&amp;amp;", "<b> \xC2\xA9 A&amp;");
    expect_text("<p>&lt;b&gt; &copy; &#x41;&amp;amp;</p>", "<b> \xC2\xA9 A&amp;");
}

static void spans_point_at_the_text(void **state)
{
    (void)state;
    Str markdown = STR("---\ntitle: t\n---\nOne **bold** word\nand `code`\n\n| a | b |\n|---|---|\n| x | y |\n");
    Built built = build(markdown);
    size_t found = 0;
    for (size_t i = 0; i < built.document->node_count; i++) {
        const Node *node = built.document->nodes[i];
        if (node->kind != NODE_CODE && (node->kind != NODE_TEXT || node->text.length > 4))
            continue;
        Str written = {markdown.bytes + node->span.start, node->span.end - node->span.start};
        assert_true(str_equal(written, node->text));
        found++;
    }
    assert_int_equal(found, 8); // title, "One ", bold, code, a, b, x, y
    arena_close(built.arena);
}

static void depth_is_refused_and_nothing_else_harmed(void **state)
{
    (void)state;
    enum { DEPTH = 20000 };
    static const char *const pieces[] = {"> ", "[", "*", "<div>", "- "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        Arena *arena = arena_open(1 << 26);
        Buffer text = {.arena = arena};
        for (int j = 0; j < DEPTH; j++)
            buffer_append_str(&text, str_from(pieces[i]));
        buffer_append_str(&text, STR("end\n"));
        Built built = build(buffer_str(&text));
        Str shown = node_plain_text(built.document->root, built.arena);
        assert_non_null(memmem(shown.bytes, shown.length, "end", 3));
        arena_close(built.arena);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_as_people_write_them),
        cmocka_unit_test(html_without_end_tags_keeps_its_text),
        cmocka_unit_test(entities_are_decoded),
        cmocka_unit_test(spans_point_at_the_text),
        cmocka_unit_test(depth_is_refused_and_nothing_else_harmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
