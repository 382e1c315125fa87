#include "hash_index.h"

enum { CAPACITY_LEAST = 16 };

static HashSlot *slot_at(const HashIndex *index, uint64_t hash, size_t step)
{
    uint64_t spread = hash * 0x9E3779B97F4A7C15u;
    return &index->slots[((spread >> 32) + step) & (index->capacity - 1)];
}

static void put(HashIndex *index, uint64_t hash, void *item)
{
    size_t step = 0;
    while (slot_at(index, hash, step)->item)
        step++;
    *slot_at(index, hash, step) = (HashSlot){hash, item};
}

static void widen(HashIndex *index)
{
    HashIndex wider = {.arena = index->arena, .count = index->count};
    wider.capacity = index->capacity ? 2 * index->capacity : CAPACITY_LEAST;
    wider.slots = arena_array(index->arena, HashSlot, wider.capacity);
    for (size_t i = 0; i < index->capacity; i++) {
        if (index->slots[i].item)
            put(&wider, index->slots[i].hash, index->slots[i].item);
    }
    *index = wider;
}

void hash_index_add(HashIndex *index, uint64_t hash, void *item)
{
    if (2 * (index->count + 1) > index->capacity)
        widen(index);
    put(index, hash, item);
    index->count++;
}

void *hash_index_next(const HashIndex *index, uint64_t hash, size_t *step)
{
    if (index->capacity == 0)
        return NULL;
    for (;;) {
        const HashSlot *slot = slot_at(index, hash, (*step)++);
        if (!slot->item || slot->hash == hash)
            return slot->item;
    }
}
