// One arena a document, freed at once. Allocation never returns NULL: when memory or the document's budget ends,
// the arena jumps to its landing place, set in compile. Never allocate from it inside a foreign library's
// callback, for the jump would cross that library's frames: set a flag there and act on it after the call.
#ifndef HSPDF_SUPPORT_ARENA_H
#define HSPDF_SUPPORT_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include "str.h"

typedef struct Arena Arena;

// NULL where there is no memory at all. The caller closes it.
Arena *arena_open(size_t budget_bytes);

// Runs what was deferred, last first, and frees all. NULL is allowed.
void arena_close(Arena *arena);

// For what a stage needs and no later one: within the budget of `arena`, with its landing, and closed with it. Give
// back with arena_release; never close it.
Arena *arena_scratch(Arena *arena);

// Where a failed allocation jumps (longjmp, a value of Landed). NULL: a failed allocation aborts, which is for tests
// only.
void arena_set_landing(Arena *arena, jmp_buf *landing);

// What a failed allocation does: jumps to the landing.
_Noreturn void arena_exhausted(Arena *arena);

// Ends the work by a jump to the landing, where it is not memory that is lacking.
_Noreturn void arena_stop(Arena *arena);

// Values of longjmp.
typedef enum { LANDED_NO_MEMORY = 1, LANDED_BUDGET = 2, LANDED_STOPPED = 3 } Landed;

// What may be used from now on, as for a last message where the first budget has ended.
void arena_set_budget(Arena *arena, size_t budget_bytes);

// HarfBuzz, cairo and others go on without what they could not allocate, and say nothing: what they then give is wrong,
// not missing. But malloc leaves ENOMEM in errno. Who sets that to 0 before a call, and checks behind it, knows.
void arena_check_errno(Arena *arena);

// Zeroed, aligned for any type.
void *arena_alloc(Arena *arena, size_t size_bytes);

// Zeroed array of `count` elements; the product is checked.
void *arena_alloc_array(Arena *arena, size_t count, size_t element_bytes);
#define arena_new(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define arena_array(arena, Type, count) ((Type *)arena_alloc_array((arena), (count), sizeof(Type)))

// Room for one more element: moves `*array` to twice its capacity when `count` has reached `*capacity`.
// The element type is given by its size; the old storage stays in the arena, or is a part of the new.
void *arena_grow(Arena *arena, void *array, size_t count, size_t *capacity, size_t element_bytes);
#define arena_push(arena, array, count, capacity)                                                                      \
    ((array) = (count) < (capacity) ? (array) : arena_grow((arena), (array), (count), &(capacity), sizeof *(array)),   \
     &(array)[(count)++])

// Work that needs memory only while it lasts: what was allocated after the mark is given back, last in, first out.
// Nothing may be deferred in between.
typedef struct {
    void *chunk;
    size_t used;
} ArenaMark;
ArenaMark arena_mark(const Arena *arena);
void arena_release(Arena *arena, ArenaMark mark);

// Calls `destroy(object)` when the arena closes: for objects of foreign libraries. NULL objects are ignored.
void arena_defer(Arena *arena, void (*destroy)(void *object), void *object);

Str arena_str(Arena *arena, const char *bytes, size_t length); // a copy, with a NUL behind it
Str arena_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str arena_percent_decoded(Arena *arena, Str text); // "%C3%A9" is "é" (RFC 3986, 2.1); borrowed where it has no '%'
size_t arena_used(const Arena *arena);

// A string that grows. Zero but for `arena` is empty. A NUL stands behind the text once it has been appended to.
typedef struct {
    Arena *arena;
    char *bytes;
    size_t length, capacity;
} Buffer;

void buffer_append(Buffer *buffer, const void *bytes, size_t length);
void buffer_append_str(Buffer *buffer, Str str);
void buffer_append_char(Buffer *buffer, char byte);
void buffer_append_utf8(Buffer *buffer, uint32_t character);
void buffer_printf(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str buffer_str(const Buffer *buffer); // borrowed until the next append

#endif
