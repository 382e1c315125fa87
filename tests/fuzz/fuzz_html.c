// HTML islands, to the layout.
#include <stdlib.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    size_t joined_size;
    char *joined = fuzz_join("<div>\n", bytes, size, "\n</div>\n", &joined_size);
    fuzz_compile(joined, joined_size, "layout", NULL, 0);
    free(joined);
    return 0;
}
