// What the fuzz targets share. A target is one file with LLVMFuzzerTestOneInput; preset `fuzz` links it with libFuzzer,
// the others with replay.c, which runs the stored corpus.
//
// Besides crashes and sanitizers these are held: layout_verify and document_verify in debug builds (every word is set
// once, in order), no error that is called internal, no failure of the machine, and what can be compiled gives the same
// bytes when it is compiled again.
#ifndef HSPDF_FUZZ_H
#define HSPDF_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "hspdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

hspdf_engine *fuzz_engine(void); // with the staged fonts, opened once

// Ends the process, which a fuzzer counts as a find.
_Noreturn void fuzz_found(const char *what);

// Compiles text to `output` (hspdf_request_set) and holds what is said above. `record` may be NULL.
void fuzz_compile(const char *text, size_t size, const char *output, const void *record, size_t record_size);

// "before", then the bytes, then "behind". The caller frees it.
char *fuzz_join(const char *before, const uint8_t *bytes, size_t size, const char *behind, size_t *joined_size);

#endif
