// Reading of records. Depth is BOUND_YAML_NESTING, on which all readers agree.
#include "record.h"

#include "value.h"

typedef struct {
    Str bytes;
    uint32_t at;
    bool has_failed;
} Reader;

static bool is_collection(int kind)
{
    return kind == VALUE_LIST || kind == VALUE_MAP;
}

static Str take(Reader *reader, size_t length)
{
    if (reader->has_failed || reader->bytes.length - reader->at < length) {
        reader->has_failed = true;
        return (Str){0};
    }
    reader->at += (uint32_t)length;
    return (Str){reader->bytes.bytes + reader->at - length, (uint32_t)length};
}

static Str take_str(Reader *reader)
{
    uint32_t length = 0;
    Str prefix = take(reader, sizeof length);
    if (prefix.length > 0)
        memcpy(&length, prefix.bytes, sizeof length);
    return take(reader, length);
}

static void give_number(Value *value)
{
    Value plain = {.text = value->text};
    if (value->kind != VALUE_BOOL && value->kind != VALUE_INT && value->kind != VALUE_FLOAT)
        return;
    value_resolve(&plain);
    value->number = plain.number;
}

typedef struct {
    Value *value; // a collection
    Value *last;  // its last member
} Level;

static void add_member(Level *level, Value *value)
{
    if (level->last)
        level->last->next = value;
    else
        level->value->first_child = value;
    level->last = value;
}

static Value *take_value(Reader *reader, Arena *arena, int kind)
{
    Value *value = arena_new(arena, Value);
    value->kind = (ValueKind)kind;
    value->key = take_str(reader);
    if (!is_collection(kind))
        value->text = take_str(reader);
    give_number(value);
    return value;
}

Value *record_read(Arena *arena, Str bytes)
{
    Reader reader = {.bytes = bytes};
    Level levels[BOUND_YAML_NESTING + 1];
    Value root = {.kind = VALUE_LIST};
    size_t depth = 0;
    do {
        Str first = take(&reader, 1);
        int byte = first.length > 0 ? (unsigned char)first.bytes[0] : RECORD_END;
        if (byte == RECORD_END && depth > 0) {
            depth--;
            continue;
        }
        if (byte > VALUE_MAP || (is_collection(byte) && depth > BOUND_YAML_NESTING))
            return NULL;
        Value *value = take_value(&reader, arena, byte);
        if (depth == 0)
            root.first_child = value;
        else
            add_member(&levels[depth - 1], value);
        if (is_collection(byte))
            levels[depth++] = (Level){.value = value};
    } while (depth > 0 && !reader.has_failed);
    return reader.has_failed || root.first_child->kind != VALUE_MAP ? NULL : root.first_child;
}
