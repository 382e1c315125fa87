// Private to src/pdf: the marks in a page's content stream.
#ifndef HSPDF_PDF_CONTENT_H
#define HSPDF_PDF_CONTENT_H

#include "paint/paint.h"

struct libdeflate_decompressor;

typedef struct {
    Arena *arena;
    struct libdeflate_decompressor *decompressor;
    char *bytes; // of the page that was read last
    size_t capacity;
    Buffer marked; // the same with artifacts
} ContentReader;

// False where there is no memory.
bool content_init(ContentReader *reader, Arena *arena);

// The unpacked content, with decoration marked as artifacts, for the `count` marks of one page; until the next call.
// False where it is not what cairo writes, or its marks are not these.
bool content_read(ContentReader *reader, Str packed, const Mark *marks, size_t count, Str *content);

#endif
