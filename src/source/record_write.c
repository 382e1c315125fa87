// Writing of records, for the module too.
#include "record.h"

#include <stdlib.h>
#include <string.h>

void record_clear(Record *record)
{
    free(record->bytes);
    *record = (Record){0};
}

void record_restart(Record *record)
{
    record->length = 0;
    record->is_too_large = false;
}

static char *make_room(Record *record, size_t length)
{
    if (record->length + length > BOUND_RECORD_BYTES)
        record->is_too_large = true;
    if (record->is_too_large || record->has_no_memory)
        return NULL;
    if (record->length + length > record->capacity) {
        size_t capacity = 2 * (record->length + length);
        char *bytes = realloc(record->bytes, capacity);
        record->has_no_memory = !bytes;
        if (!bytes)
            return NULL;
        record->bytes = bytes;
        record->capacity = capacity;
    }
    record->length += length;
    return record->bytes + record->length - length;
}

static void add_str(Record *record, Str text)
{
    char *to = make_room(record, sizeof text.length + text.length);
    if (!to)
        return;
    memcpy(to, &text.length, sizeof text.length);
    if (text.length > 0)
        memcpy(to + sizeof text.length, text.bytes, text.length);
}

static bool is_collection(int kind)
{
    return kind == VALUE_LIST || kind == VALUE_MAP;
}

void record_add(Record *record, ValueKind kind, Str key, Str text)
{
    char *to = make_room(record, 1);
    if (to)
        *to = (char)kind;
    add_str(record, key);
    if (!is_collection((int)kind))
        add_str(record, text);
}

void record_add_end(Record *record)
{
    char *to = make_room(record, 1);
    if (to)
        *to = (char)RECORD_END;
}

// Recursion goes as deep as values nest, BOUND_YAML_NESTING.
void record_add_value(Record *record, const Value *value)
{
    record_add(record, value->kind, value->key, value->text);
    for (const Value *child = value->first_child; child; child = child->next)
        record_add_value(record, child);
    if (is_collection((int)value->kind))
        record_add_end(record);
}
