// Items by a hash of theirs, which several may share. Zero with an arena is empty.
#ifndef HSPDF_SUPPORT_HASH_INDEX_H
#define HSPDF_SUPPORT_HASH_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"

typedef struct {
    uint64_t hash;
    void *item; // NULL: the slot is free
} HashSlot;

typedef struct {
    Arena *arena;
    HashSlot *slots; // probed one after the other; at least half of them are free
    size_t count, capacity;
} HashIndex;

void hash_index_add(HashIndex *index, uint64_t hash, void *item);

// The items of a hash: with `*step` 0 the first, then the others; NULL at the end.
void *hash_index_next(const HashIndex *index, uint64_t hash, size_t *step);

#endif
