// Kept sorted, so that a text with many classes and a style with many do not multiply.
#include "style/sheet.h"

static int compare_names(Str a, Str b)
{
    uint32_t length = a.length < b.length ? a.length : b.length;
    int order = length > 0 ? memcmp(a.bytes, b.bytes, length) : 0;
    return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

// Index of the first that is not before `name`.
static size_t place_of(const Names *names, Str name)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_names(names->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const Names *names, size_t place, Str name)
{
    return place < names->count && str_equal(names->items[place].name, name);
}

void *names_find(const Names *names, Str name)
{
    size_t place = place_of(names, name);
    return is_at(names, place, name) ? names->items[place].value : NULL;
}

void names_add(Arena *arena, Names *names, Str name, void *value)
{
    size_t place = place_of(names, name);
    arena_push(arena, names->items, names->count, names->capacity);
    memmove(&names->items[place + 1], &names->items[place], (names->count - 1 - place) * sizeof *names->items);
    names->items[place] = (Named){name, value};
}
