// hspdf.h as a program meets it: what is refused, what lives how long, and that engine and request may be used again.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hspdf.h"

static int open_engine(void **state)
{
    char error[256];
    *state = hspdf_engine_open(HSPDF_TEST_DATA, 0, error, sizeof error);
    return *state ? 0 : -1;
}

static int close_engine(void **state)
{
    hspdf_engine_close(*state);
    return 0;
}

static hspdf_request *request_of(const char *text)
{
    hspdf_request *request = hspdf_request_open();
    assert_int_equal(hspdf_request_add_text(request, "t.md", text, strlen(text)), HSPDF_OK);
    return request;
}

static void test_engine_without_data(void **state)
{
    (void)state;
    char error[64] = "", none[1];
    assert_null(hspdf_engine_open("/nonexistent", 0, error, sizeof error));
    assert_true(strlen(error) > 0);
    assert_null(hspdf_engine_open("/nonexistent", 0, none, sizeof none));
    hspdf_engine_close(NULL);
    hspdf_request_close(NULL);
    hspdf_result_close(NULL);
}

static void test_request_refuses(void **state)
{
    (void)state;
    hspdf_request *request = hspdf_request_open();
    assert_int_equal(hspdf_request_set(request, "colour", "red"), HSPDF_USAGE);
    assert_int_equal(hspdf_request_set(request, "strict", "perhaps"), HSPDF_USAGE);
    assert_int_equal(hspdf_request_set(request, "output", "html"), HSPDF_USAGE);
    assert_int_equal(hspdf_request_set(request, NULL, "a4"), HSPDF_USAGE);
    assert_int_equal(hspdf_request_set(request, "paper", NULL), HSPDF_USAGE);
    assert_int_equal(hspdf_request_add_file(request, ""), HSPDF_USAGE);
    assert_int_equal(hspdf_request_add_text(request, NULL, "x", 1), HSPDF_USAGE);
    assert_int_equal(hspdf_request_add_text(request, "huge", "x", SIZE_MAX), HSPDF_USAGE);
    hspdf_result *result = hspdf_compile(*state, request); // nothing to compile
    assert_int_equal(hspdf_result_status(result), HSPDF_USAGE);
    hspdf_result_close(result);
    hspdf_request_close(request);
}

static void test_same_bytes_again(void **state)
{
    hspdf_request *request = request_of("# Water\n\nDrink *plenty*.\n");
    hspdf_result *first = hspdf_compile(*state, request);
    hspdf_result *second = hspdf_compile(*state, request);
    hspdf_request_close(request); // results do not need it
    size_t size, second_size;
    const char *bytes = hspdf_result_bytes(first, &size);
    const void *second_bytes = hspdf_result_bytes(second, &second_size);
    assert_int_equal(hspdf_result_status(first), HSPDF_OK);
    assert_int_equal(hspdf_result_page_count(first), 1);
    assert_memory_equal(bytes, "%PDF-", 5);
    assert_int_equal(size, second_size);
    assert_memory_equal(bytes, second_bytes, size);
    hspdf_result_close(first);
    hspdf_result_close(second);
}

static void test_refused_has_no_bytes(void **state)
{
    hspdf_request *request = request_of("fine\ncaf\xE9\n");
    hspdf_result *result = hspdf_compile(*state, request);
    size_t size = 1;
    assert_int_equal(hspdf_result_status(result), HSPDF_REFUSED);
    assert_null(hspdf_result_bytes(result, &size));
    assert_int_equal(size, 0);
    assert_int_equal(hspdf_result_diagnostic_count(result), 1);
    hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, 0);
    assert_string_equal(diagnostic.file, "t.md");
    assert_string_equal(diagnostic.code, "input-utf8");
    assert_int_equal(diagnostic.line, 2);
    assert_int_equal(diagnostic.column, 4);
    assert_int_equal(diagnostic.severity, HSPDF_ERROR);
    hspdf_result_close(result);
    hspdf_request_close(request);
}

static void test_settings(void **state)
{
    hspdf_request *request = request_of("![](x.png)\n\nText\n");
    hspdf_request_set(request, "strict", "yes");
    hspdf_result *result = hspdf_compile(*state, request);
    assert_int_equal(hspdf_result_status(result), HSPDF_REFUSED);
    hspdf_result_close(result);

    hspdf_request_set(request, "strict", "no");
    hspdf_request_set(request, "output", "nothing");
    result = hspdf_compile(*state, request);
    size_t size;
    assert_int_equal(hspdf_result_status(result), HSPDF_OK);
    assert_true(hspdf_result_diagnostic_count(result) > 0);
    assert_null(hspdf_result_bytes(result, &size));
    hspdf_result_close(result);

    hspdf_request_set(request, "paper", "a99"); // the caller's fault, and no document's
    result = hspdf_compile(*state, request);
    assert_int_equal(hspdf_result_status(result), HSPDF_USAGE);
    hspdf_result_close(result);
    hspdf_request_close(request);
}

static int stop(void *context, const void *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)context += size;
    return 42;
}

static void test_write_may_stop(void **state)
{
    hspdf_request *request = request_of("Text\n");
    hspdf_result *result = hspdf_compile(*state, request);
    size_t seen = 0;
    assert_int_equal(hspdf_result_write(result, stop, &seen), 42);
    assert_true(seen > 0);
    assert_int_equal(hspdf_engine_list_fonts(*state, stop, &seen), HSPDF_MACHINE);
    hspdf_result_close(result);
    hspdf_request_close(request);
}

static const hspdf_file *file_named(const hspdf_result *result, const char *name, hspdf_file *file)
{
    for (size_t i = 0; i < hspdf_result_file_count(result); i++) {
        *file = hspdf_result_file_at(result, i);
        size_t length = strlen(file->path);
        if (length >= strlen(name) && strcmp(file->path + length - strlen(name), name) == 0)
            return file;
    }
    return NULL;
}

static void test_files_that_were_read(void **state)
{
    static const char text[] = "![A cell](none.png)\n\n![Cells](" HSPDF_TEST_IMAGES "/grey.png)\n";
    FILE *out = fopen("files.md", "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
    hspdf_request *request = hspdf_request_open();
    hspdf_request_add_file(request, "files.md");
    hspdf_request_set(request, "root", "/");
    hspdf_result *result = hspdf_compile(*state, request);
    hspdf_file file;
    assert_non_null(file_named(result, "files.md", &file));
    assert_int_equal(file.size, strlen(text));
    assert_memory_equal(file.bytes, text, file.size);
    assert_true(file.modified_ns > 0 && file.changed_ns > 0 && file.inode > 0);
    assert_non_null(file_named(result, "/none.png", &file));
    assert_false(file.found);
    assert_non_null(file_named(result, "/grey.png", &file));
    assert_true(file.found && file.size > 0);
    assert_non_null(file_named(result, "styles/leaflet.yaml", &file));
    hspdf_result_close(result);
    hspdf_request_close(request);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_engine_without_data),
        cmocka_unit_test(test_request_refuses),
        cmocka_unit_test(test_same_bytes_again),
        cmocka_unit_test(test_refused_has_no_bytes),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_write_may_stop),
        cmocka_unit_test(test_files_that_were_read),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
