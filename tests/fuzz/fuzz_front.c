// Front matter: YAML, metadata, and a style within it.
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    size_t joined_size;
    char *joined =
        fuzz_join("---\n", bytes, size, "\n---\n# One\n\nText and `code`.\n\n| a |\n|---|\n| b |\n", &joined_size);
    fuzz_compile(joined, joined_size, "layout", NULL, 0);
    free(joined);
    return 0;
}
