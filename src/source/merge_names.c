// Values by the names of fields.
#include "merger.h"

static const Value *find_from(const Value *value, Str path)
{
    while (value && path.length > 0) {
        const char *dot = memchr(path.bytes, '.', path.length);
        uint32_t length = dot ? (uint32_t)(dot - path.bytes) : path.length;
        value = value_find(value, (Str){path.bytes, length});
        path = str_from_offset(path, dot ? length + 1 : length);
    }
    return value;
}

const Value *record_find(const Value *record, Str key)
{
    return find_from(record, key);
}

const Value *merger_find(const Merger *merger, Str name)
{
    if (str_equal(name, STR(".")))
        return merger->scopes[merger->scope_count - 1];
    const char *dot = memchr(name.bytes, '.', name.length);
    Str first = {name.bytes, dot ? (uint32_t)(dot - name.bytes) : name.length};
    for (size_t i = merger->scope_count; i-- > 0;) {
        const Value *part = value_find(merger->scopes[i], first);
        if (part)
            return dot ? find_from(part, str_from_offset(name, first.length + 1)) : part;
    }
    return NULL;
}

// The key that was probably meant: at most a third of its letters differ. Empty where there is none.
Str merger_nearest(const Merger *merger, Str name)
{
    Str nearest = {0};
    unsigned least = (name.length + 2) / 3 + 1; // a third, and two letters that changed places in short ones
    for (size_t i = merger->scope_count; i-- > 0;) {
        const Value *scope = merger->scopes[i];
        const Value *child = scope->kind == VALUE_MAP ? scope->first_child : NULL;
        for (; child; child = child->next) {
            unsigned distance = str_equal_nocase(child->key, name) ? 0 : str_distance(child->key, name);
            if (distance < least) {
                least = distance;
                nearest = child->key;
            }
        }
    }
    return nearest;
}

bool merger_holds(const Value *value)
{
    switch (value->kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return value->number != 0;
    case VALUE_STRING:
        return value->text.length > 0;
    case VALUE_LIST:
        return value->first_child;
    case VALUE_INT:
    case VALUE_FLOAT:
    case VALUE_MAP:
        return true;
    }
    return false;
}

bool record_set(Arena *arena, Value *record, Str key, Str text)
{
    for (;;) {
        const char *dot = memchr(key.bytes, '.', key.length);
        Str part = {key.bytes, dot ? (uint32_t)(dot - key.bytes) : key.length};
        Value **link = &record->first_child;
        while (*link && !str_equal((*link)->key, part))
            link = &(*link)->next;
        if (!*link) {
            *link = arena_new(arena, Value);
            **link = (Value){.kind = dot ? VALUE_MAP : VALUE_STRING, .key = part};
        }
        if (!dot) {
            *(*link) = (Value){.kind = VALUE_STRING, .key = part, .text = text, .next = (*link)->next};
            return true;
        }
        if ((*link)->kind != VALUE_MAP)
            return false;
        record = *link;
        key = str_from_offset(key, part.length + 1);
    }
}
