// JPEG, PNG, WebP, GIF and SVG, each told by its first bytes: within a data: address, to the finished PDF.
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t length = 0, joined_size;
    char *coded = malloc(size / 3 * 4 + 5);
    if (!coded)
        fuzz_found("no memory");
    for (size_t i = 0; i < size; i += 3) {
        uint32_t second = i + 1 < size ? bytes[i + 1] : 0, third = i + 2 < size ? bytes[i + 2] : 0;
        uint32_t three = (uint32_t)bytes[i] << 16 | second << 8 | third;
        coded[length++] = digits[three >> 18];
        coded[length++] = digits[three >> 12 & 63];
        coded[length++] = i + 1 < size ? digits[three >> 6 & 63] : '=';
        coded[length++] = i + 2 < size ? digits[three & 63] : '=';
    }
    char *joined = fuzz_join("![a](data:;base64,", (const uint8_t *)coded, length, ")\n", &joined_size);
    fuzz_compile(joined, joined_size, "pdf", NULL, 0);
    free(joined);
    free(coded);
    return 0;
}
