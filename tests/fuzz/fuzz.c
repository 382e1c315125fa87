#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { AGAIN_BYTES_MAX = 1000 }; // larger ones are compiled once

hspdf_engine *fuzz_engine(void)
{
    static hspdf_engine *engine;
    char error[256];
    if (!engine)
        engine = hspdf_engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ 0, error, sizeof error);
    if (!engine)
        fuzz_found(error);
    return engine;
}

_Noreturn void fuzz_found(const char *what)
{
    fprintf(stderr, "found: %s\n", what);
    abort();
}

static hspdf_request *request_of(const char *text, size_t size, const char *output, const void *record,
                                 size_t record_size)
{
    hspdf_request *request = hspdf_request_open();
    if (!request || hspdf_request_add_text(request, "fuzz.md", text, size) != HSPDF_OK ||
        hspdf_request_set(request, "output", output) != HSPDF_OK ||
        hspdf_request_set_record(request, "record", record, record_size) != HSPDF_OK)
        fuzz_found("no request");
    return request;
}

static void check_diagnostics(const hspdf_result *result)
{
    size_t errors = 0;
    for (size_t i = 0; i < hspdf_result_diagnostic_count(result); i++) {
        hspdf_diagnostic diagnostic = hspdf_result_diagnostic_at(result, i);
        errors += diagnostic.severity == HSPDF_ERROR;
        if (strcmp(diagnostic.code, "internal") == 0 || !*diagnostic.message)
            fuzz_found(diagnostic.message);
    }
    if (hspdf_result_status(result) == HSPDF_MACHINE)
        fuzz_found("the machine failed");
    if (hspdf_result_status(result) == HSPDF_REFUSED && errors == 0)
        fuzz_found("refused without a word");
}

static void check_same(const hspdf_result *first, const hspdf_request *request)
{
    size_t size, again_size;
    hspdf_result *again = hspdf_compile(fuzz_engine(), request);
    const void *bytes = hspdf_result_bytes(first, &size), *again_bytes = hspdf_result_bytes(again, &again_size);
    if (size != again_size || (size > 0 && memcmp(bytes, again_bytes, size) != 0))
        fuzz_found("other bytes the second time");
    hspdf_result_close(again);
}

void fuzz_compile(const char *text, size_t size, const char *output, const void *record, size_t record_size)
{
    size_t made;
    hspdf_request *request = request_of(text, size, output, record, record_size);
    hspdf_result *result = hspdf_compile(fuzz_engine(), request);
    if (!result)
        fuzz_found("no result");
    check_diagnostics(result);
    hspdf_result_bytes(result, &made);
    if (hspdf_result_status(result) == HSPDF_OK && made == 0)
        fuzz_found("no output");
    if (size < AGAIN_BYTES_MAX)
        check_same(result, request);
    hspdf_result_close(result);
    hspdf_request_close(request);
}

char *fuzz_join(const char *before, const uint8_t *bytes, size_t size, const char *behind, size_t *joined_size)
{
    size_t start = strlen(before), end = strlen(behind);
    char *joined = malloc(start + size + end + 1);
    if (!joined)
        fuzz_found("no memory");
    memcpy(joined, before, start);
    if (size > 0)
        memcpy(joined + start, bytes, size);
    memcpy(joined + start + size, behind, end + 1);
    *joined_size = start + size + end;
    return joined;
}
