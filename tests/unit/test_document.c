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
        {"uk", "uk"}, // Ukrainian
        {"UK", "en"},
        {"et", "et"}, // Estonian
        {"ET", "am"},
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
    expect_text("<ul><li>one<li>two</ul>", "one two");
    expect_text("<table><tr><td>a<td>b<tr><td>c</table>after", "a b c after");
    expect_text("</div></b>text", "text");
    expect_text("<div><p>a<div>b", "a b");
    expect_text("a <b>b <i>c</b> d</i>", "a b c d");
    expect_text("<td>cell</td>", "cell");
    expect_text("- <div>\n\n  in item\n\n</div>\n\nafter", "in item after");
    expect_text("<style>p { color: red", "");
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

static bool is_diagnosed(const Built *built, DiagnosticCode code)
{
    for (size_t i = 0; i < diagnostics_count(built->diagnostics); i++) {
        if (diagnostics_at(built->diagnostics, i)->code == code)
            return true;
    }
    return false;
}

static void expect_diagnosed(const char *markdown, DiagnosticCode code)
{
    Built built = build(str_from(markdown));
    assert_true(is_diagnosed(&built, code));
    arena_close(built.arena);
}

// The kinds of nodes that hold others, as "(paragraph (strong ) )".
static void expect_tree(const char *markdown, const char *tree)
{
    Built built = build(str_from(markdown));
    Buffer out = {.arena = built.arena};
    const Node *before = NULL;
    for (size_t i = 1; i < built.document->node_count; i++) {
        const Node *node = built.document->nodes[i];
        for (; before && before != node->parent; before = before->parent) {
            if (node_kind_holds(before->kind) != HOLDS_NOTHING)
                buffer_append_str(&out, STR(") "));
        }
        bool holds = node_kind_holds(node->kind) != HOLDS_NOTHING;
        buffer_printf(&out, holds ? "(%s " : "%s ", node_kind_name(node->kind));
        before = node;
    }
    for (; before && before->parent; before = before->parent) {
        if (node_kind_holds(before->kind) != HOLDS_NOTHING)
            buffer_append_str(&out, STR(") "));
    }
    assert_string_equal(out.bytes, tree);
    arena_close(built.arena);
}

static void html_nests_through_markdown(void **state)
{
    (void)state;
    expect_text("r<td>*<td>c*", "r c"); // a cell that is none does not end the emphasis
    expect_tree("<div>\n\n**a**\n\n</div>\n\nb", "(division (paragraph (strong text ) ) ) (paragraph text ) ");
    expect_tree("<b>\n\na\n\nb\n\n</b>\n\nc",
                "(paragraph (strong text ) ) (paragraph (strong text ) ) (paragraph text ) ");
    expect_tree("*a <b>b* c</b>", "(paragraph (emphasis text (strong text ) ) text (strong text ) ) ");
    expect_tree("a <div>b</div> c", "(paragraph text ) (division (paragraph text ) ) (paragraph text ) ");
    expect_tree("- a\n\n  </div>\n\n- b", "(list (item (paragraph text ) ) (item (paragraph text ) ) ) ");
    expect_tree("<h1><div>a</div><div>b</div></h1>", "(heading text line-break text ) ");
    expect_tree("<h2>a\n\nb", "(heading text ) (paragraph text ) ");
    expect_tree("<p>a<br>\n<br></p>", "(paragraph text ) ");
    expect_tree("<!-- a -->\n\n<div></div>\n\nb", "(paragraph text ) ");
    expect_tree("<code>a<br>b</code>", "(paragraph code line-break code ) ");
    expect_tree("a\xE2\x80\xA8"
                "b",
                "(paragraph text line-break text ) ");
}

static void tables_of_html_are_put_right(void **state)
{
    (void)state;
    expect_tree("<table>a<td>b</table>c", "(table (row (cell (paragraph text ) ) (cell (paragraph text ) ) ) ) "
                                          "(paragraph text ) ");
    expect_tree("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>",
                "(table (row (cell (paragraph text ) ) (cell (paragraph text ) ) ) "
                "(row (cell (paragraph text ) ) ) ) ");
    expect_tree("<table><tr><td>\n\n- a\n\n</td></tr></table>\n\nb",
                "(table (row (cell (list (item (paragraph text ) ) ) ) ) ) (paragraph text ) ");
    expect_diagnosed("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>", DIAG_TABLE_OVERLAP);
}

static const Node *find_kind(const Built *built, NodeKind kind)
{
    for (size_t i = 0; i < built->document->node_count; i++) {
        if (built->document->nodes[i]->kind == kind)
            return built->document->nodes[i];
    }
    return NULL;
}

static void rows_are_headed_by_names_only(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        bool is_headed;
    } rows[] = {
        {"|A|B|\n|-|-|\n|x|1|\n|y|2|", true},     {"|A|B|\n|-|-|\n|1|x|\n|2|y|", false},
        {"|A|B|\n|-|-|\n|x|1|\n|x|2|", false},    {"|A|B|\n|-|-|\n||1|\n|y|2|", false},
        {"||B|\n|-|-|\n|1|x|\n|1|y|", true},      {"|A|\n|-|\n|x|", false},
        {"<table><tr><td>x<td>y</table>", false}, {"<table><tr><th>x<td>y</table>", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Built built = build(str_from(rows[i].markdown));
        const Node *table = find_kind(&built, NODE_TABLE);
        assert_non_null(table);
        assert_int_equal(table->table.has_row_headers, rows[i].is_headed);
        arena_close(built.arena);
    }
}

// The structure levels of all headings, a title's as t.
static void expect_levels(const char *markdown, const char *levels)
{
    Built built = build(str_from(markdown));
    char got[16] = "";
    size_t count = 0;
    for (size_t i = 0; i < built.document->node_count; i++) {
        const Node *node = built.document->nodes[i];
        if (node->kind == NODE_TITLE)
            got[count++] = 't';
        if (node->kind == NODE_HEADING)
            got[count++] = (char)('0' + node->heading.structure_level);
    }
    assert_string_equal(got, levels);
    arena_close(built.arena);
}

static void levels_have_no_gaps(void **state)
{
    (void)state;
    expect_levels("# a\n### b\n## c\n#### d\n# e", "12231");
    expect_levels("### a\n## b\n# c", "111");
    expect_levels("---\ntitle: t\n---\n# a\n### b", "t23");
    expect_levels("---\ntitle: 'a  B'\n---\ntext\n\n<div><h2>A b</h2></div>\n\n### c", "12");
    expect_levels("---\ntitle: \xC3\x9C"
                  "ber\n---\n# \xC3\xBC"
                  "BER",
                  "1");
}

static void what_is_dropped_is_said(void **state)
{
    (void)state;
    expect_text("|a|b|\n|-|-|\n|1|2|3 **x**|", "a b 1 2 3 **x**");
    expect_diagnosed("|a|b|\n|-|-|\n|1|2|3|", DIAG_TABLE_EXCESS);
    expect_diagnosed("a\n\n<!-- b\n\nc", DIAG_HTML_SKIPPED);
    expect_diagnosed("a <script>b</script>", DIAG_HTML_SKIPPED);
    expect_diagnosed("a\n\n[^n]: b", DIAG_FOOTNOTE_UNUSED);
    expect_diagnosed("a[^n]\n\n[^n]: b\n\n[^n]: c", DIAG_FOOTNOTE_UNUSED);
    expect_diagnosed("![](a.png)", DIAG_ALT_MISSING);
    expect_diagnosed("<!-- a -->", DIAG_INPUT_EMPTY);
    expect_diagnosed("a &#xFFFF; b", DIAG_TEXT_NONCHARACTER);
    expect_text("a&#146;s, <i>b&#146;s</i>\n\n<p>c&#146;s", "a\xE2\x80\x99s, b\xE2\x80\x99s c\xE2\x80\x99s");
    expect_text("<div\n\nbroken", "<div broken");
}

// A note that only hidden text, or only such a note, refers to goes; the others are numbered from 1.
static void notes_of_hidden_text_are_dropped(void **state)
{
    (void)state;
    expect_text("<div hidden>\n\na[^h]\n\n</div>\n\nb[^s]\n\n[^h]: hid[^i]\n[^i]: in\n[^s]: shown[^t]\n[^t]: too\n",
                "b shown too");
    expect_text("<div hidden>\n\na[^h]\n\n</div>\n\nb\n\n[^h]: hid\n", "b");
    expect_diagnosed("<div hidden>\n\na[^h]\n\n</div>\n\nb\n\n[^h]: hid\n", DIAG_FOOTNOTE_UNUSED);
}

static void front_matter_is_typed(void **state)
{
    (void)state;
    Built built = build(STR("---\nauthor: [A, B]\nversion: 1.10\ntitle: a\n  b\n---\nx"));
    const Metadata *metadata = &built.document->metadata;
    assert_true(str_equal(metadata->author.text, STR("A, B")));
    assert_true(str_equal(metadata->version, STR("1.10")));
    assert_true(str_equal(metadata->title, STR("a b")));
    arena_close(built.arena);
    expect_diagnosed("---\ntitle: [a]\n---\nx", DIAG_FRONT_TYPE);
    expect_diagnosed("---\ntoc: perhaps\n---\nx", DIAG_FRONT_TYPE);
    expect_diagnosed("---\nkeywords: {a: b}\n---\nx", DIAG_FRONT_TYPE);
}

// Each of these takes cmark-gfm or a plain reader of HTML minutes where it is not guarded.
static void hostile_repeats_are_quick(void **state)
{
    (void)state;
    enum { TIMES = 100000 };
    static const char *const rows[][3] = {
        {"", ">", ""},         {"", "[", ""},        {"", "*", ""},       {"", "- ", ""},
        {"", "![[]()", ""},    {"", "a\n", "|-\n"},  {"<p>", "<a ", ""},  {"<p>", "<a b='", ""},
        {"", "<div>\n\n", ""}, {"", "<b>", "\n\nx"}, {"<p>", "&lt;", ""}, {"<table>", "<td>", ""},
        {"", "<li>", ""},      {"", "> ", "\n>\n>"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open(1 << 26);
        Buffer text = {.arena = arena};
        buffer_append_str(&text, str_from(rows[i][0]));
        for (int j = 0; j < TIMES; j++)
            buffer_append_str(&text, str_from(rows[i][1]));
        buffer_append_str(&text, str_from(rows[i][2]));
        Built built = build(buffer_str(&text));
        assert_true(built.document->node_count > 0);
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
        cmocka_unit_test(html_nests_through_markdown),
        cmocka_unit_test(tables_of_html_are_put_right),
        cmocka_unit_test(rows_are_headed_by_names_only),
        cmocka_unit_test(levels_have_no_gaps),
        cmocka_unit_test(what_is_dropped_is_said),
        cmocka_unit_test(notes_of_hidden_text_are_dropped),
        cmocka_unit_test(front_matter_is_typed),
        cmocka_unit_test(hostile_repeats_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
