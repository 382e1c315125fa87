// An arena is a list of chunks, each twice the one before up to a bound, and a list of deferred calls. Memory
// of a chunk is handed out upwards. What arena_release gives back is kept as one spare chunk, the largest.
//
// What grows, arrays and buffers, is extended in place where it was handed out last. A large buffer has a chunk of its
// own and grows by realloc, which moves pages and not bytes.
#include "arena.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    ALIGNMENT = _Alignof(max_align_t),
    FIRST_CHUNK = 32 * 1024, // a one-page leaflet needs a few of these
    LARGEST_CHUNK = 1024 * 1024,
    SPARE_MAX = 4 * LARGEST_CHUNK,
    LARGE_BUFFER = 256 * 1024
};

typedef struct Chunk Chunk;
struct Chunk {
    Chunk *previous;
    size_t size, used; // of `bytes`
    _Alignas(max_align_t) char bytes[];
};

typedef struct Deferred Deferred;
struct Deferred {
    Deferred *previous;
    void (*destroy)(void *object);
    void *object;
};

struct Arena {
    Arena *account; // whose budget and landing count: itself, or the arena that it is a scratch of
    Chunk *chunk, *spare;
    Deferred *deferred;
    size_t budget, used; // bytes of all chunks, those of scratches included
    size_t next_chunk;
    jmp_buf *landing;
};

Arena *arena_open(size_t budget_bytes)
{
    Arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        return NULL;
    arena->account = arena;
    arena->budget = budget_bytes;
    arena->next_chunk = FIRST_CHUNK;
    return arena;
}

void arena_close(Arena *arena)
{
    if (!arena)
        return;
    for (Deferred *deferred = arena->deferred; deferred; deferred = deferred->previous)
        deferred->destroy(deferred->object);
    for (Chunk *chunk = arena->chunk; chunk;) {
        Chunk *previous = chunk->previous;
        free(chunk);
        chunk = previous;
    }
    free(arena->spare);
    free(arena);
}

void arena_set_landing(Arena *arena, jmp_buf *landing)
{
    arena->landing = landing;
}

static _Noreturn void jump(const Arena *arena, Landed value)
{
    if (arena->account->landing)
        longjmp(*arena->account->landing, value);
    abort();
}

_Noreturn void arena_exhausted(Arena *arena)
{
    jump(arena, LANDED_NO_MEMORY);
}

_Noreturn void arena_stop(Arena *arena)
{
    jump(arena, LANDED_STOPPED);
}

void arena_set_budget(Arena *arena, size_t budget_bytes)
{
    arena->account->budget = budget_bytes;
}

void arena_check_errno(Arena *arena)
{
    if (errno == ENOMEM)
        arena_exhausted(arena);
}

static void close_scratch(void *scratch)
{
    arena_close(scratch);
}

Arena *arena_scratch(Arena *arena)
{
    Arena *scratch = arena_open(0);
    if (!scratch)
        arena_exhausted(arena);
    scratch->account = arena->account;
    arena_defer(arena, close_scratch, scratch);
    return scratch;
}

static size_t budget_left(const Arena *arena)
{
    return arena->account->budget - arena->account->used;
}

static Chunk *push_chunk(Arena *arena, Chunk *chunk)
{
    chunk->previous = arena->chunk;
    arena->chunk = chunk;
    arena->account->used += chunk->size;
    return chunk;
}

static Chunk *new_chunk(Arena *arena, size_t size)
{
    if (size > budget_left(arena))
        jump(arena, LANDED_BUDGET);
    if (size > SIZE_MAX - sizeof(Chunk))
        arena_exhausted(arena);
    // calloc, not malloc and memset: fresh pages from the system are zero already.
    Chunk *chunk = calloc(1, sizeof(Chunk) + size);
    if (!chunk)
        arena_exhausted(arena);
    chunk->size = size;
    return push_chunk(arena, chunk);
}

static Chunk *add_chunk(Arena *arena, size_t least)
{
    Chunk *spare = arena->spare;
    if (spare && spare->size >= least && spare->size <= budget_left(arena)) {
        arena->spare = NULL;
        return push_chunk(arena, spare);
    }
    size_t size = arena->next_chunk > least ? arena->next_chunk : least;
    Chunk *chunk = new_chunk(arena, size <= budget_left(arena) ? size : least);
    if (arena->next_chunk < LARGEST_CHUNK)
        arena->next_chunk *= 2;
    return chunk;
}

static size_t aligned(size_t size_bytes)
{
    return (size_bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void *arena_alloc(Arena *arena, size_t size_bytes)
{
    if (size_bytes > SIZE_MAX / 2)
        arena_exhausted(arena);
    size_t size = aligned(size_bytes);
    Chunk *chunk = arena->chunk;
    if (!chunk || size > chunk->size - chunk->used)
        chunk = add_chunk(arena, size);
    void *memory = chunk->bytes + chunk->used;
    chunk->used += size;
    return memory;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t element_bytes)
{
    size_t size;
    if (__builtin_mul_overflow(count, element_bytes, &size))
        arena_exhausted(arena);
    return arena_alloc(arena, size);
}

// Whether `memory` was handed out last and the `more` bytes behind it could be taken, as they then are.
static bool extend(Arena *arena, const char *memory, size_t size, size_t more)
{
    Chunk *chunk = arena->chunk;
    if (!chunk || memory + aligned(size) != chunk->bytes + chunk->used || more > chunk->size - chunk->used)
        return false;
    chunk->used += more;
    return true;
}

void *arena_grow(Arena *arena, void *array, size_t count, size_t *capacity, size_t element_bytes)
{
    if (count < *capacity)
        return array;
    size_t larger = *capacity ? *capacity * 2 : 8, size = *capacity * element_bytes;
    bool is_extended = size > 0 && extend(arena, array, size, aligned(2 * size) - aligned(size));
    void *moved = is_extended ? array : arena_alloc_array(arena, larger, element_bytes);
    if (!is_extended && count)
        memcpy(moved, array, count * element_bytes);
    *capacity = larger;
    return moved;
}

ArenaMark arena_mark(const Arena *arena)
{
    return (ArenaMark){arena->chunk, arena->chunk ? arena->chunk->used : 0};
}

static void wipe_chunk(Chunk *chunk, size_t from)
{
    memset(chunk->bytes + from, 0, chunk->used - from);
    chunk->used = from;
}

static void drop_chunk(Arena *arena, Chunk *chunk)
{
    bool is_better = chunk->size <= SPARE_MAX && (!arena->spare || chunk->size > arena->spare->size);
    free(is_better ? arena->spare : chunk);
    if (!is_better)
        return;
    wipe_chunk(chunk, 0);
    arena->spare = chunk;
}

void arena_release(Arena *arena, ArenaMark mark)
{
    while (arena->chunk && arena->chunk != mark.chunk) {
        Chunk *chunk = arena->chunk;
        arena->chunk = chunk->previous;
        arena->account->used -= chunk->size;
        drop_chunk(arena, chunk);
    }
    if (arena->chunk)
        wipe_chunk(arena->chunk, mark.used);
}

void arena_defer(Arena *arena, void (*destroy)(void *object), void *object)
{
    if (!object)
        return;
    Deferred *deferred = arena_new(arena, Deferred);
    *deferred = (Deferred){arena->deferred, destroy, object};
    arena->deferred = deferred;
}

Str arena_str(Arena *arena, const char *bytes, size_t length)
{
    if (length > UINT32_MAX)
        arena_exhausted(arena);
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return (Str){copy, (uint32_t)length};
}

Str arena_percent_decoded(Arena *arena, Str text)
{
    if (text.length == 0 || !memchr(text.bytes, '%', text.length))
        return text;
    char *bytes = arena_alloc(arena, text.length);
    uint32_t length = 0;
    for (uint32_t at = 0; at < text.length; at++) {
        bool is_coded = text.bytes[at] == '%' && text.length - at > 2 && hex_digit(text.bytes[at + 1]) >= 0 &&
                        hex_digit(text.bytes[at + 2]) >= 0;
        int byte = is_coded ? hex_digit(text.bytes[at + 1]) << 4 | hex_digit(text.bytes[at + 2]) : text.bytes[at];
        bytes[length++] = (char)byte;
        at += is_coded ? 2 : 0;
    }
    return (Str){bytes, length};
}

size_t arena_used(const Arena *arena)
{
    return arena->used;
}

// The link to the chunk that holds nothing but the buffer's bytes, or NULL.
static Chunk **own_chunk(const Buffer *buffer)
{
    for (Chunk **link = &buffer->arena->chunk; buffer->capacity >= LARGE_BUFFER && *link; link = &(*link)->previous) {
        if ((*link)->bytes == buffer->bytes && (*link)->used == buffer->capacity)
            return link;
    }
    return NULL;
}

static void buffer_grow_chunk(Buffer *buffer, Chunk **link, size_t capacity)
{
    Arena *arena = buffer->arena;
    size_t size = (*link)->size, more = capacity > size ? capacity - size : 0;
    if (more > budget_left(arena))
        jump(arena, LANDED_BUDGET);
    Chunk *chunk = realloc(*link, sizeof(Chunk) + size + more);
    if (!chunk)
        arena_exhausted(arena);
    *link = chunk;
    chunk->size = size + more;
    chunk->used = capacity;
    arena->account->used += more;
    buffer->bytes = chunk->bytes;
}

static char *alloc_own_chunk(Arena *arena, size_t capacity)
{
    Chunk *chunk = new_chunk(arena, capacity);
    chunk->used = capacity;
    return chunk->bytes;
}

static void buffer_reserve(Buffer *buffer, size_t more)
{
    if (more >= SIZE_MAX / 4 || buffer->length >= SIZE_MAX / 4)
        arena_exhausted(buffer->arena);
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->capacity)
        return;
    size_t larger = buffer->capacity ? buffer->capacity * 2 : 256;
    larger = aligned(larger < needed ? needed : larger);
    Chunk **own = own_chunk(buffer);
    if (own) {
        buffer_grow_chunk(buffer, own, larger);
    } else if (!buffer->bytes || !extend(buffer->arena, buffer->bytes, buffer->capacity, larger - buffer->capacity)) {
        char *moved =
            larger >= LARGE_BUFFER ? alloc_own_chunk(buffer->arena, larger) : arena_alloc(buffer->arena, larger);
        if (buffer->length)
            memcpy(moved, buffer->bytes, buffer->length);
        buffer->bytes = moved;
    }
    buffer->capacity = larger;
}

void buffer_append(Buffer *buffer, const void *bytes, size_t length)
{
    buffer_reserve(buffer, length);
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_append_str(Buffer *buffer, Str str)
{
    buffer_append(buffer, str.bytes, str.length);
}

void buffer_append_char(Buffer *buffer, char byte)
{
    buffer_append(buffer, &byte, 1);
}

void buffer_append_utf8(Buffer *buffer, uint32_t character)
{
    char bytes[4];
    buffer_append(buffer, bytes, utf8_encode(character, bytes));
}

static void buffer_vprintf(Buffer *buffer, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        buffer_reserve(buffer, (size_t)length);
        vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

void buffer_printf(Buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(buffer, format, arguments);
    va_end(arguments);
}

Str arena_format(Arena *arena, const char *format, ...)
{
    Buffer buffer = {.arena = arena};
    va_list arguments;
    va_start(arguments, format);
    buffer_vprintf(&buffer, format, arguments);
    va_end(arguments);
    return buffer_str(&buffer);
}

Str buffer_str(const Buffer *buffer)
{
    if (buffer->length > UINT32_MAX)
        arena_exhausted(buffer->arena);
    return (Str){buffer->bytes ? buffer->bytes : "", (uint32_t)buffer->length};
}
