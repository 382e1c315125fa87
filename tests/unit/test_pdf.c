// The reader of cairo's files: what it takes, and that anything else is refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo-pdf.h>
#include <stdlib.h>

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
        cairo_rectangle(cairo, 10, 10, 20, 20);
        cairo_fill(cairo);
        cairo_tag_end(cairo, "Span");
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
        const char *object, *wanted;
    } rows[] = {
        {"5 0 obj << /XObject << /x7 7 0 R /x8 8 0 R /x7 7 0 R >> /Font << /f 1 0 R >> >> endobj",
         "5 0 obj << /XObject << /x7 7 0 R /x8 8 0 R >> /Font << /f 1 0 R >> >> endobj"},
        {"5 0 obj << /XObject << /x7 7 0 R /x7 7 0 R >> >> endobj", "5 0 obj << /XObject << /x7 7 0 R >> >> endobj"},
        {"5 0 obj << /XObject << >> >> endobj", "5 0 obj << /XObject << >> >> endobj"},
        {"5 0 obj << /XObject << /x70 7 0 R /x7 8 0 R >>", "5 0 obj << /XObject << /x70 7 0 R /x7 8 0 R >>"},
        {"5 0 obj << /XObject << /x7 7 0 R /x7", "5 0 obj << /XObject << /x7 7 0 R "},
        // A stream's own bytes stay.
        {"5 0 obj << /Length 9 >> stream /XObject << /a /a >>", "5 0 obj << /Length 9 >> stream /XObject << /a /a >>"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open(1 << 20);
        Buffer out = {.arena = arena};
        append_object(&out, str_from(rows[i].object));
        assert_true(str_equal(buffer_str(&out), str_from(rows[i].wanted)));
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_of_resources_stands_once),
        cmocka_unit_test(cairos_files_are_read),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(changed_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
