// A program of thirty lines that compiles text from memory with libhspdf:
//     cc embed.c $(pkg-config --cflags --libs hspdf) -o embed && ./embed > hello.pdf
#include <hspdf.h>
#include <stdio.h>
#include <stdlib.h>

static int put(void *context, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, context) == size ? 0 : 1;
}

int main(void)
{
    static const char text[] = "---\ntitle: Hello\nlang: en\n---\nDrink *plenty* of water.\n";
    char error[256];
    hspdf_engine *engine = hspdf_engine_open(getenv("HSPDF_DATA"), 0, error, sizeof error);
    if (!engine)
        return fprintf(stderr, "%s\n", error), 1;
    hspdf_request *request = hspdf_request_open();
    hspdf_request_add_text(request, "hello.md", text, sizeof text - 1);
    hspdf_request_set(request, "paper", "a5");
    hspdf_result *result = hspdf_compile(engine, request);
    for (size_t i = 0; i < hspdf_result_diagnostic_count(result); i++)
        fprintf(stderr, "%s\n", hspdf_result_diagnostic_at(result, i).message);
    int failed = hspdf_result_status(result) != HSPDF_OK || hspdf_result_write(result, put, stdout) != 0;
    hspdf_result_close(result);
    hspdf_request_close(request);
    hspdf_engine_close(engine);
    return failed;
}
