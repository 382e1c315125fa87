// Overrides of the style, each a property: the lines stand within `style:`, so that schema and values are met sooner.
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char before[] = "---\nstyle:\n  ",
                      behind[] = "\n---\n# One\n\n> Text *and* `code`.\n\n- item\n\n| a |\n|---|\n| b |\n";
    size_t length, joined_size;
    char *lines = malloc(3 * size + 1);
    if (!lines)
        fuzz_found("no memory");
    length = 0;
    for (size_t i = 0; i < size; i++) {
        lines[length++] = (char)bytes[i];
        if (bytes[i] == '\n') {
            lines[length++] = ' ';
            lines[length++] = ' ';
        }
    }
    char *joined = fuzz_join(before, (const uint8_t *)lines, length, behind, &joined_size);
    fuzz_compile(joined, joined_size, "layout", NULL, 0);
    free(joined);
    free(lines);
    return 0;
}
