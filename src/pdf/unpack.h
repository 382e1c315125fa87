// Private to src/pdf: streams as cairo packs them (ISO 32000-1, 7.4.4).
#ifndef HSPDF_PDF_UNPACK_H
#define HSPDF_PDF_UNPACK_H

#include "support/support.h"

struct libdeflate_decompressor;

typedef struct {
    Arena *arena;
    struct libdeflate_decompressor *decompressor;
    char *bytes; // of what was unpacked last
    size_t capacity;
} Unpacker;

void unpacker_init(Unpacker *unpacker, Arena *arena);

// Valid until the next call. False where it is not packed so.
bool unpack(Unpacker *unpacker, Str packed, Str *data);

#endif
