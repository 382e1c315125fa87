// JSON by json-c: a list of objects, objects one behind the other (as JSON Lines has them), or one object. It is fed
// byte by byte until an object is whole; what parts the objects is read here.
#include <json.h>
#include <stdlib.h>

#include "source/records/records.h"

struct JsonReader {
    struct json_tokener *tokener;
    size_t line;
    bool was_started, is_list, has_ended;
    bool wants_object; // behind a comma
    bool has_object;
};

static Str text_of(struct json_object *value)
{
    const char *bytes = json_object_get_string(value);
    bool is_string = json_object_is_type(value, json_type_string);
    size_t length = is_string ? (size_t)json_object_get_string_len(value) : bytes ? strlen(bytes) : 0;
    return (Str){bytes, (uint32_t)length};
}

// Recursion goes as deep as the tokener lets values nest, BOUND_YAML_NESTING.
static void add_value(Record *record, Str key, struct json_object *value)
{
    static const ValueKind kinds[] = {
        [json_type_null] = VALUE_NULL,     [json_type_boolean] = VALUE_BOOL, [json_type_double] = VALUE_FLOAT,
        [json_type_int] = VALUE_INT,       [json_type_object] = VALUE_MAP,   [json_type_array] = VALUE_LIST,
        [json_type_string] = VALUE_STRING,
    };
    ValueKind kind = kinds[json_object_get_type(value)];
    bool is_scalar = kind != VALUE_MAP && kind != VALUE_LIST;
    record_add(record, kind, key, is_scalar && value ? text_of(value) : (Str){0});
    if (is_scalar)
        return;
    if (kind == VALUE_LIST) {
        for (size_t i = 0; i < json_object_array_length(value); i++)
            add_value(record, (Str){0}, json_object_array_get_idx(value, i));
    } else {
        json_object_object_foreach(value, name, member) add_value(record, str_from(name), member);
    }
    record_add_end(record);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// The next byte that is no space, '\0' at the end.
static char next_mark(JsonReader *reader, Input *input)
{
    for (;;) {
        Str rest = input_rest(input);
        uint32_t at = 0;
        while (at < rest.length && is_space(rest.bytes[at]))
            reader->line += rest.bytes[at++] == '\n';
        input_skip(input, at);
        if (at < rest.length)
            return rest.bytes[at];
        if (rest.length == 0)
            return '\0';
    }
}

// Up to the next object, whose '{' is not taken.
static ReadStatus find_object(JsonReader *reader, Input *input, ReadPlace *place)
{
    Str rest = input_rest(input);
    if (!reader->was_started && rest.length >= 3 && memcmp(rest.bytes, "\xEF\xBB\xBF", 3) == 0)
        input_skip(input, 3);
    for (;;) {
        char mark = next_mark(reader, input);
        place->line = reader->line;
        if (mark == '[' && !reader->was_started)
            reader->is_list = true;
        else if (mark == ',' && reader->is_list && reader->has_object && !reader->wants_object)
            reader->wants_object = true;
        else if (mark == ']' && reader->is_list && !reader->has_ended && !reader->wants_object)
            reader->has_ended = true;
        else if (mark == '\0' && (!reader->is_list || reader->has_ended))
            return READ_END;
        else if (mark == '{' && !reader->has_ended && (!reader->is_list || !reader->has_object || reader->wants_object))
            return reader->was_started = true, READ_RECORD;
        else
            return read_fault(place, mark ? "JSON: an object, { … }, was expected here; or a list of them"
                                          : "JSON: the list is never closed");
        reader->was_started = true;
        input_skip(input, 1);
    }
}

static ReadStatus token_fault(const JsonReader *reader, ReadPlace *place)
{
    enum json_tokener_error error = json_tokener_get_error(reader->tokener);
    if (error == json_tokener_error_depth)
        return read_fault(place, "JSON: values are nested deeper than %d levels", BOUND_YAML_NESTING);
    return read_fault(place, "JSON: %s", json_tokener_error_desc(error));
}

ReadStatus json_reader_next(JsonReader *reader, Input *input, Record *record, ReadPlace *place)
{
    ReadStatus status = find_object(reader, input, place);
    if (status != READ_RECORD)
        return status;
    struct json_object *object = NULL;
    json_tokener_reset(reader->tokener);
    for (size_t fed = 0; !object;) {
        Str rest = input_rest(input);
        if (rest.length == 0)
            return read_fault(place, "JSON: this object is never closed");
        object = json_tokener_parse_ex(reader->tokener, rest.bytes, (int)rest.length);
        size_t used = json_tokener_get_parse_end(reader->tokener);
        for (size_t i = 0; i < used; i++)
            reader->line += rest.bytes[i] == '\n';
        input_skip(input, used);
        fed += used;
        enum json_tokener_error error = json_tokener_get_error(reader->tokener);
        if (!object && error != json_tokener_continue) {
            place->line = reader->line;
            return token_fault(reader, place);
        }
        if (!object && fed > BOUND_RECORD_BYTES)
            return read_fault(place, "this object is larger than %d MB", BOUND_RECORD_BYTES / (1024 * 1024));
    }
    add_value(record, (Str){0}, object);
    json_object_put(object);
    reader->has_object = true;
    reader->wants_object = false;
    return READ_RECORD;
}

JsonReader *json_reader_open(void)
{
    JsonReader *reader = calloc(1, sizeof *reader);
    if (!reader)
        return NULL;
    reader->line = 1;
    reader->tokener = json_tokener_new_ex(BOUND_YAML_NESTING);
    if (reader->tokener) {
        json_tokener_set_flags(reader->tokener,
                               JSON_TOKENER_STRICT | JSON_TOKENER_ALLOW_TRAILING_CHARS | JSON_TOKENER_VALIDATE_UTF8);
        return reader;
    }
    free(reader);
    return NULL;
}

void json_reader_close(JsonReader *reader)
{
    json_tokener_free(reader->tokener);
    free(reader);
}
