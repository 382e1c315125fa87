#include "pdf/unpack.h"

#include <libdeflate.h>

enum { UNPACKED_MAX = 1 << 30 };

static void free_decompressor(void *decompressor)
{
    libdeflate_free_decompressor(decompressor);
}

void unpacker_init(Unpacker *unpacker, Arena *arena)
{
    *unpacker = (Unpacker){.arena = arena, .decompressor = libdeflate_alloc_decompressor()};
    if (!unpacker->decompressor)
        arena_exhausted(arena);
    arena_defer(arena, free_decompressor, unpacker->decompressor);
}

bool unpack(Unpacker *unpacker, Str packed, Str *data)
{
    for (;;) {
        size_t length;
        enum libdeflate_result result = libdeflate_zlib_decompress(unpacker->decompressor, packed.bytes, packed.length,
                                                                   unpacker->bytes, unpacker->capacity, &length);
        *data = (Str){unpacker->bytes, (uint32_t)length};
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || unpacker->capacity >= UNPACKED_MAX)
            return result == LIBDEFLATE_SUCCESS;
        unpacker->capacity = unpacker->capacity ? unpacker->capacity * 2 : 65536;
        unpacker->bytes = arena_alloc(unpacker->arena, unpacker->capacity);
    }
}
