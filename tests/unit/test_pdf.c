// The reader of cairo's files: what it takes, and that anything else is refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <zlib.h>

#include "pdf/content.h"
#include "pdf/dictionary.h"
#include "pdf/pdf.h"
#include "pdf/reader.h"
#include "pdf/resources.h"

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

enum { PAGES = 3 };

typedef struct {
    Node root, paragraph, text, *nodes[3];
    Document document;
    Page pages[PAGES];
    Layout layout;
    Mark marks[PAGES];
    Painting painting;
} Drawn;

// What belongs to draw(): a document of one text, a piece of which stands on each page.
static void drawn_init(Drawn *drawn, Arena *arena, Str pdf)
{
    *drawn = (Drawn){
        .root = {.kind = NODE_DOCUMENT, .first_child = &drawn->paragraph, .last_child = &drawn->paragraph},
        .paragraph = {.kind = NODE_PARAGRAPH,
                      .index = 1,
                      .parent = &drawn->root,
                      .first_child = &drawn->text,
                      .last_child = &drawn->text},
        .text = {.kind = NODE_TEXT, .index = 2, .parent = &drawn->paragraph, .text = STR("text")},
        .nodes = {&drawn->root, &drawn->paragraph, &drawn->text},
    };
    drawn->document =
        (Document){&drawn->root, drawn->nodes, 3, {.lang = STR("en"), .title = STR("T")}, sources_new(arena)};
    for (uint32_t i = 0; i < PAGES; i++) {
        drawn->pages[i] = (Page){200 * LENGTH_PER_PT, 200 * LENGTH_PER_PT, NULL, 0};
        drawn->marks[i] = (Mark){i, 0, &drawn->text};
    }
    drawn->layout.pages = drawn->pages;
    drawn->layout.page_count = PAGES;
    drawn->painting = (Painting){pdf, drawn->marks, PAGES};
}

static bool finish(Arena *arena, const Drawn *drawn, Str *finished)
{
    Diagnostics *diagnostics = diagnostics_new(arena, false);
    bool is_finished = pdf_finish(&drawn->painting, &drawn->document, &drawn->layout, arena, finished, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics), is_finished ? 0 : 1);
    if (!is_finished)
        assert_int_equal(diagnostics_at(diagnostics, 0)->code, DIAG_INTERNAL);
    return is_finished;
}

static void other_marks_than_drawn_are_refused(void **state)
{
    (void)state;
    File file = draw(CAIRO_PDF_VERSION_1_5);
    Arena *arena = arena_open(1 << 28);
    Drawn drawn;
    Str finished = {0};
    drawn_init(&drawn, arena, (Str){file.bytes, file.length});
    assert_true(finish(arena, &drawn, &finished));
    assert_true(str_starts_with(finished, STR("%PDF-1.7")));

    drawn.painting.mark_count = PAGES - 1; // the last page has a mark that nobody drew
    assert_false(finish(arena, &drawn, &finished));
    drawn.painting.mark_count = PAGES;
    drawn.marks[1].mcid = 1;
    assert_false(finish(arena, &drawn, &finished));
    drawn.marks[1].mcid = 0;
    drawn.layout.page_count = PAGES - 1;
    assert_false(finish(arena, &drawn, &finished));
    free(file.bytes);
    arena_close(arena);
}

static void changed_bytes_are_finished_or_refused(void **state)
{
    (void)state;
    File file = draw(CAIRO_PDF_VERSION_1_5);
    size_t refused = 0;
    for (uint32_t at = 0; at < file.length; at += 2) {
        Arena *arena = arena_open(1 << 28);
        Drawn drawn;
        Str finished;
        char *changed = malloc(file.length); // as long as the file, so that the sanitizers see a read beyond it
        memcpy(changed, file.bytes, file.length);
        changed[at] = (char)(changed[at] ^ (1 << at % 7));
        drawn_init(&drawn, arena, (Str){changed, file.length});
        refused += !finish(arena, &drawn, &finished);
        free(changed);
        arena_close(arena);
    }
    assert_true(refused > 0);
    free(file.bytes);
}

static bool read_content(Arena *arena, const char *content, const Mark *marks, size_t count, Str *read)
{
    ContentReader reader;
    unsigned char packed[1024];
    uLongf length = sizeof packed;
    assert_int_equal(compress(packed, &length, (const Bytef *)content, strlen(content)), Z_OK);
    assert_true(content_init(&reader, arena));
    return content_read(&reader, (Str){(char *)packed, (uint32_t)length}, marks, count, read);
}

// Drawing outside marks becomes an artifact; a text that looks like a mark is in a string, whose lines cairo breaks
// behind a backslash.
static void decoration_is_what_is_not_marked(void **state)
{
    (void)state;
    static const Mark marks[] = {{0, 0, NULL}, {0, 1, NULL}};
    static const struct {
        const char *content;
        size_t count;
        const char *marked; // NULL: refused
    } rows[] = {
        {"", 0, ""},
        {"q\n1 0 0 1 0 0 cm\n", 0, "q\n1 0 0 1 0 0 cm\n"},
        {"0 0 1 1 re f\n", 0, "/Artifact BMC\n0 0 1 1 re f\nEMC\n"},
        {"q\n/Span << /MCID 0 >> BDC\n(a)Tj\nEMC\nf\n/Span << /MCID 1 >> BDC\nEMC\nQ", 2,
         "q\n/Span << /MCID 0 >> BDC\n(a)Tj\nEMC\n/Artifact BMC\nf\nEMC\n/Span << /MCID 1 >> BDC\nEMC\nQ"},
        {"/Span << /MCID 0 >> BDC\n/Span << /ActualText <feff0020> >> BDC\n(a)Tj\nEMC\nS\nEMC\n", 1,
         "/Span << /MCID 0 >> BDC\n/Span << /ActualText <feff0020> >> BDC\n(a)Tj\nEMC\nS\nEMC\n"},
        {"/Span << /MCID 0 >> BDC\n(/Span << /MCID 1 >> BDC\\\nEMC\\\n/Span << /MCID 1 >> BDC)Tj\nEMC\n", 1,
         "/Span << /MCID 0 >> BDC\n(/Span << /MCID 1 >> BDC\\\nEMC\\\n/Span << /MCID 1 >> BDC)Tj\nEMC\n"},
        {"/Span << /MCID 0 >> BDC\nEMC\n", 2, NULL},
        {"/Span << /MCID 0 >> BDC\nEMC\n/Span << /MCID 1 >> BDC\nEMC\n", 1, NULL},
        {"/Span << /MCID 1 >> BDC\nEMC\n", 1, NULL},
        {"/Span << /MCID 0 >> BDC\n/Span << /MCID 1 >> BDC\nEMC\nEMC\n", 2, NULL},
        {"/Span << /MCID 0 >> BDC\n", 1, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open(1 << 28);
        Str read;
        bool is_read = read_content(arena, rows[i].content, marks, rows[i].count, &read);
        assert_int_equal(is_read, rows[i].marked != NULL);
        if (is_read)
            assert_true(str_equal(read, str_from(rows[i].marked)));
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
        cmocka_unit_test(other_marks_than_drawn_are_refused),
        cmocka_unit_test(changed_bytes_are_finished_or_refused),
        cmocka_unit_test(decoration_is_what_is_not_marked),
        cmocka_unit_test(values_end_where_they_end),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    cairo_debug_reset_static_data(); // the fonts that it found
    FcFini();
    return failed;
}
