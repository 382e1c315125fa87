// A whole text, to the finished PDF.
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz_compile((const char *)bytes, size, "pdf", NULL, 0);
    return 0;
}
