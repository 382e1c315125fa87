#include "store.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hspdf.h"

struct StoreChunk {
    StoreChunk *next;
    _Alignas(max_align_t) char bytes[];
};

enum { CHUNK_BYTES = 64 * 1024 };

static _Noreturn void end_without_memory(void)
{
    static const char words[] = "hspdf: out of memory\n";
    ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
    (void)written;
    _exit(HSPDF_MACHINE);
}

void *grow(void *memory, size_t count, size_t element_bytes)
{
    void *larger = reallocarray(memory, count, element_bytes);
    if (!larger)
        end_without_memory();
    return larger;
}

void *store_alloc(Store *store, size_t size)
{
    enum { ALIGNMENT = _Alignof(max_align_t) };
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size > store->left || !store->chunks) {
        size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;
        StoreChunk *chunk = calloc(1, sizeof *chunk + room);
        if (!chunk)
            end_without_memory();
        chunk->next = store->chunks;
        store->chunks = chunk;
        store->left = room;
    }
    // A chunk is given away from its end.
    store->left -= size;
    return store->chunks->bytes + store->left;
}

char *store_text(Store *store, const char *text, size_t length)
{
    char *copy = store_alloc(store, length + 1);
    memcpy(copy, text, length);
    return copy;
}

char *store_format(Store *store, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        end_without_memory();
    char *text = store_alloc(store, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void store_clear(Store *store)
{
    for (StoreChunk *chunk = store->chunks, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    *store = (Store){0};
}
