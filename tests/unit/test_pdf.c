// The reader of cairo's files: what it takes, and that anything else is refused; and how pages' contents are written.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <stdlib.h>

#include "pdf/content.h"
#include "pdf/dictionary.h"
#include "pdf/pdf.h"
#include "pdf/reader.h"
#include "pdf/resources.h"
#include "text_fixture.h"

typedef struct {
    char *bytes;
    uint32_t length;
} File;

static cairo_status_t append(void *closure, const unsigned char *bytes, unsigned length)
{
    File *file = closure;
    file->bytes = realloc(file->bytes, file->length + length);
    memcpy(file->bytes + file->length, bytes, length);
    file->length += length;
    return CAIRO_STATUS_SUCCESS;
}

static File draw(cairo_pdf_version_t version)
{
    File file = {0};
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, &file, 200, 200);
    cairo_pdf_surface_restrict_to_version(surface, version);
    cairo_t *cairo = cairo_create(surface);
    for (int page = 0; page < 3; page++) {
        cairo_tag_begin(cairo, "Span", "");
        cairo_move_to(cairo, 10, 20); // 1.18 marks nothing but text
        cairo_show_text(cairo, "text");
        cairo_tag_end(cairo, "Span");
        cairo_rectangle(cairo, 10, 10, 20, 20);
        cairo_fill(cairo);
        cairo_show_page(cairo);
    }
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return file;
}

static void cairos_files_are_read(void **state)
{
    (void)state;
    static const cairo_pdf_version_t versions[] = {CAIRO_PDF_VERSION_1_4, CAIRO_PDF_VERSION_1_5};
    for (size_t i = 0; i < 2; i++) {
        Arena *arena = arena_open(1 << 28);
        File file = draw(versions[i]);
        PdfFile pdf;
        const char *fault = "";
        assert_true(pdf_read((Str){file.bytes, file.length}, arena, &pdf, &fault));
        assert_non_null(pdf_object_find(&pdf, pdf.root));
        assert_non_null(pdf_object_find(&pdf, pdf.info));
        size_t pages = 0;
        for (size_t j = 0; j < pdf.count; j++)
            pages += memmem(pdf.objects[j].bytes.bytes, pdf.objects[j].bytes.length, "/Type /Page ", 12) != NULL ||
                     memmem(pdf.objects[j].bytes.bytes, pdf.objects[j].bytes.length, "/Type /Page\n", 12) != NULL;
        assert_int_equal(pages, 3);
        free(file.bytes);
        arena_close(arena);
    }
}

static void cut_files_are_refused(void **state)
{
    (void)state;
    File file = draw(CAIRO_PDF_VERSION_1_5);
    for (uint32_t length = 0; length < file.length - 20; length += 7) {
        Arena *arena = arena_open(1 << 28);
        PdfFile pdf;
        const char *fault = NULL;
        char *exact = malloc(length + 1); // so that the sanitizers see a read beyond it
        memcpy(exact, file.bytes, length);
        assert_false(pdf_read((Str){exact, length}, arena, &pdf, &fault));
        assert_non_null(fault);
        free(exact);
        arena_close(arena);
    }
    free(file.bytes);
}

// Whatever one changed byte does, it is no crash, and what is accepted lies within the file or the arena.
static void changed_bytes_do_no_harm(void **state)
{
    (void)state;
    File file = draw(CAIRO_PDF_VERSION_1_5);
    for (uint32_t at = 0; at < file.length; at += 3) {
        Arena *arena = arena_open(1 << 28);
        PdfFile pdf;
        const char *fault = NULL;
        char *changed = malloc(file.length);
        memcpy(changed, file.bytes, file.length);
        changed[at] = (char)(changed[at] + 1 + (char)(at % 120));
        if (pdf_read((Str){changed, file.length}, arena, &pdf, &fault)) {
            for (size_t i = 0; i < pdf.count; i++)
                assert_true(pdf.objects[i].bytes.length >= 6);
        }
        free(changed);
        arena_close(arena);
    }
    free(file.bytes);
}

// cairo names a picture in the page's resources as often as it is drawn there.
static void a_key_of_resources_stands_once(void **state)
{
    (void)state;
    static const struct {
        const char *value, *wanted;
    } rows[] = {
        {"<< /XObject << /x7 7 0 R /x8 8 0 R /x7 7 0 R >> /Font << /f 1 0 R >> >>",
         "<< /XObject <</x7 7 0 R/x8 8 0 R>> /Font << /f 1 0 R >> >>"},
        {"<< /Type /Page /Resources << /XObject << /x7 7 0 R /x7 7 0 R >> >> /Rotate 0 >>",
         "<< /Type /Page /Resources << /XObject <</x7 7 0 R>> >> /Rotate 0 >>"},
        {"<< /XObject << >> >>", "<< /XObject <<>> >>"},
        {"<< /XObject << /x70 7 0 R /x7 8 0 R >> >>", "<< /XObject <</x70 7 0 R/x7 8 0 R>> >>"},
        {"<< /XObject 7 0 R >>", "<< /XObject 7 0 R >>"},
        {"[ << /XObject << /x7 7 0 R /x7 7 0 R >> >> ]", "[ << /XObject << /x7 7 0 R /x7 7 0 R >> >> ]"},
        {"(<< /XObject << /a /a >>)", "(<< /XObject << /a /a >>)"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open(1 << 20);
        Buffer out = {.arena = arena};
        append_value(&out, str_from(rows[i].value));
        assert_true(str_equal(buffer_str(&out), str_from(rows[i].wanted)));
        arena_close(arena);
    }
}

// ---- the finish

// A page of text, and what is made of it on the way to the PDF.
typedef struct {
    Document *document;
    Layout *layout;
    Painting painting;
} Drawn;

static Drawn draw_text(const Fixture *fixture, const char *text)
{
    Drawn drawn;
    Sources *sources = sources_new(fixture->arena);
    const Source *source =
        source_from_bytes(sources, STR("t.md"), str_from(text), SOURCE_WITH_FRONT, fixture->diagnostics);
    drawn.document = document_new(fixture->arena, sources, &source, 1, fixture->diagnostics);
    Stylesheet *sheet = stylesheet_new(fixture->arena, drawn.document, sources, HSPDF_TEST_DATA, STR(""), STR(""),
                                       fixture->diagnostics);
    const Images *images =
        images_new(fixture->arena, drawn.document, sources, NULL, JPEG_AS_IT_IS, NULL, fixture->diagnostics);
    drawn.layout = layout_new(fixture->arena, fixture->engine, drawn.document, images, sheet, fixture->diagnostics);
    assert_true(paint_pdf(drawn.layout, fixture->arena, &drawn.painting, fixture->diagnostics));
    return drawn;
}

static const char sample[] =
    "# Take (one) \\ tablet\n\nfinally \u0391\u03B2 \u0643\u062A\u0627\u0628 *x* \U0001F600\n\n---\n";

static bool finish(Arena *arena, Drawn *drawn, Str *finished)
{
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    bool is_finished =
        pdf_finish(&drawn->painting, drawn->document, drawn->layout, (Str){0}, arena, finished, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), is_finished ? 0 : 1);
    if (!is_finished)
        assert_int_equal(diagnostics_at(diagnostics, 0)->code, DIAG_INTERNAL);
    return is_finished;
}

static void other_glyphs_than_drawn_are_refused(void **state)
{
    Drawn drawn = draw_text(*state, sample);
    Arena *arena = arena_open(1 << 28);
    Str finished = {0};
    assert_true(finish(arena, &drawn, &finished));
    assert_true(str_starts_with(finished, STR("%PDF-1.7")));

    UsedFont *font = drawn.painting.fonts[0];
    assert_true(font->count > 1);
    font->count--; // cairo drew one more
    assert_false(finish(arena, &drawn, &finished));
    font->count++;
    drawn.painting.font_count--;
    assert_false(finish(arena, &drawn, &finished));
    drawn.painting.font_count++;
    assert_true(drawn.painting.picture_count == 1);
    drawn.painting.picture_count = 0;
    assert_false(finish(arena, &drawn, &finished));
    arena_close(arena);
}

static void changed_bytes_are_finished_or_refused(void **state)
{
    Drawn drawn = draw_text(*state, sample);
    Str pdf = drawn.painting.pdf;
    size_t refused = 0;
    for (uint32_t at = 0; at < pdf.length; at += 29) {
        Arena *arena = arena_open(1 << 28);
        Str finished;
        char *changed = malloc(pdf.length); // as long as the file, so that the sanitizers see a read beyond it
        memcpy(changed, pdf.bytes, pdf.length);
        changed[at] = (char)(changed[at] ^ (1 << at % 7));
        drawn.painting.pdf = (Str){changed, pdf.length};
        refused += !finish(arena, &drawn, &finished);
        free(changed);
        arena_close(arena);
    }
    assert_true(refused > 0);
}

// ---- contents

enum { LATIN, WIDE }; // fonts of one byte a glyph, and of two

// Glyphs 'a' to 'z' and some marks, half an em wide; each says its own character, but '#', which says nothing.
static void font_init(UsedFont *font, UsedGlyph *glyphs, uint32_t *row, size_t name)
{
    static const char characters[] = "abc#(\\";
    *font = (UsedFont){.glyphs = glyphs, .count = sizeof characters - 1, .index = {row}};
    for (uint32_t i = 0; i < font->count; i++) {
        unsigned char character = (unsigned char)characters[i];
        glyphs[i] = (UsedGlyph){.glyph = character,
                                .advance = 0.5,
                                .text = {&characters[i], character == '#' ? 0 : 1},
                                .name = (uint16_t)name,
                                .code = character,
                                .code_length = name == WIDE ? 2 : 1};
        row[character] = i + 1;
    }
}

static void text_is_written_by_the_fonts_advances(void **state)
{
    (void)state;
    static const struct {
        int name;
        const char *text;
        PlacedGlyph glyphs[4];
        Cluster clusters[4];
        size_t glyph_count, cluster_count;
        const char *wanted;
    } rows[] = {
        {LATIN, "ab", {{'a', 10, 20}, {'b', 15, 20}}, {{1, 1, 0}, {1, 1, 0}}, 2, 2, "[(ab)]TJ\n"},
        {LATIN, "ab", {{'a', 10, 20}, {'b', 15.5, 20}}, {{1, 1, 0}, {1, 1, 0}}, 2, 2, "[(a)-50(b)]TJ\n"},
        // What is rounded is made good by the next one: 5.004 and 10.008 behind the first.
        {LATIN,
         "abc",
         {{'a', 10, 20}, {'b', 15.004, 20}, {'c', 20.008, 20}},
         {{1, 1, 0}, {1, 1, 0}, {1, 1, 0}},
         3,
         3,
         "[(ab)-1(c)]TJ\n"},
        {LATIN,
         "ab",
         {{'a', 10, 20}, {'b', 12, 45.25}},
         {{1, 1, 0}, {1, 1, 0}},
         2,
         2,
         "[(a)]TJ\n 2 -25.25 Td\n[(b)]TJ\n"},
        {LATIN, "(\\", {{'(', 10, 20}, {'\\', 15, 20}}, {{1, 1, 0}, {1, 1, 0}}, 2, 2, "[(\\(\\\\)]TJ\n"},
        {WIDE, "ab", {{'a', 10, 20}, {'b', 16, 20}}, {{1, 1, 0}, {1, 1, 0}}, 2, 2, "[<0061>-100<0062>]TJ\n"},
        {LATIN,
         "fi",
         {{'#', 10, 20}},
         {{2, 1, 0}},
         1,
         1,
         "/Span << /ActualText <FEFF00660069> >> BDC\n/F1 10 Tf\n 10 80 Td\n[(#)]TJ\nEMC\n"},
        {LATIN,
         "x",
         {{'a', 10, 20}},
         {{1, 1, 0}},
         1,
         1,
         "/Span << /ActualText <FEFF0078> >> BDC\n/F1 10 Tf\n 10 80 Td\n[(a)]TJ\nEMC\n"},
    };
    FontName entries[] = {[LATIN] = {STR("/F1"), 1, {0}}, [WIDE] = {STR("/F2"), 2, {0}}};
    FontNames names = {entries, 2, 2};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open(1 << 20);
        uint32_t row[GLYPH_PAGE] = {0};
        UsedGlyph glyphs[8];
        UsedFont font, *fonts = &font;
        font_init(&font, glyphs, row, (size_t)rows[i].name);
        Painting painting = {.fonts = &fonts, .font_count = 1};
        ContentWriter writer;
        content_init(&writer, &painting, &names, arena);
        writer.page_height = 100;
        writer.name = SIZE_MAX;
        GlyphText text = {.size = 10,
                          .glyphs = rows[i].glyphs,
                          .clusters = rows[i].clusters,
                          .glyph_count = rows[i].glyph_count,
                          .cluster_count = rows[i].cluster_count,
                          .text = str_from(rows[i].text)};
        writer.canvas.text(&writer.canvas, &text);
        bool has_start = rows[i].wanted[0] == '/';
        Str wanted = arena_format(arena, "BT\n%s%s%sET\n",
                                  has_start              ? ""
                                  : rows[i].name == WIDE ? "/F2"
                                                         : "/F1",
                                  has_start ? "" : " 10 Tf\n 10 80 Td\n", rows[i].wanted);
        assert_string_equal(buffer_str(&writer.out).bytes, wanted.bytes);
        arena_close(arena);
    }
}

static void values_end_where_they_end(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *value; // NULL: malformed
    } rows[] = {
        {"12 0 R/Next", "12 0 R"},
        {"12 0/Next", "12"},
        {" 1.5 ]", "1.5"},
        {"[1 [2] (]) <5D>]x", "[1 [2] (]) <5D>]"},
        {"<</A(\\)>>)/B<<>>>>>>", "<</A(\\)>>)/B<<>>>>"},
        {"% comment\n/Name(", "/Name"},
        {"(a(b)c)d", "(a(b)c)"},
        {"(a(b)c", NULL},
        {"<</A 1", NULL},
        {"[1 2", NULL},
        {"]", NULL},
        {"", NULL},
        {"<41", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Str bytes = str_from(rows[i].bytes);
        uint32_t start, end;
        assert_int_equal(value_end(bytes, 0, &start, &end), rows[i].value != NULL);
        if (rows[i].value)
            assert_true(str_equal((Str){bytes.bytes + start, end - start}, str_from(rows[i].value)));
    }
    Str dictionary = STR("<< /A << /Length 1 >> /Length 7 0 R /B (/Length 2) >>");
    uint32_t object;
    assert_true(value_reference(dictionary_find(dictionary, "/Length"), &object));
    assert_int_equal(object, 7);
    assert_int_equal(dictionary_find(dictionary, "/C").length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_of_resources_stands_once),
        cmocka_unit_test(cairos_files_are_read),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(changed_bytes_do_no_harm),
        cmocka_unit_test(other_glyphs_than_drawn_are_refused),
        cmocka_unit_test(changed_bytes_are_finished_or_refused),
        cmocka_unit_test(text_is_written_by_the_fonts_advances),
        cmocka_unit_test(values_end_where_they_end),
    };
    int failed = cmocka_run_group_tests(tests, open_fixture, close_fixture);
    cairo_debug_reset_static_data(); // the fonts that it found
    FcFini();
    return failed;
}
