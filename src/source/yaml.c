// YAML by libyaml's events. The tree is built on a stack of open collections, so that depth is bounded here and not
// by the machine's stack.
//
// libyaml's marks count characters; `cursor` turns them into byte offsets. Marks come nearly in order, so it walks
// little. Aliases are expanded by copy, each value counted against LIMIT_YAML_VALUES.
//
// The parser lies in the arena and is registered there: no path, not even a jump, leaks what libyaml holds. The one
// event that is in hand is registered with it.
#include <yaml.h>

#include "source.h"
#include "value.h"

typedef struct {
    Value *value; // a list or a map
    Value *last;  // its last member
    bool has_key; // of a map: the next value belongs to `key`
    Str key;
    Span key_span;
} Level;

typedef struct {
    Str name;
    Value *value;
    bool is_open; // its end was not seen yet: an alias to it would be endless
} Anchor;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    Str text;
    uint32_t source_id, offset;

    yaml_parser_t parser;
    yaml_event_t event;
    bool has_parser, has_event;

    size_t cursor_characters, cursor_bytes;
    Level levels[BOUND_YAML_NESTING];
    size_t depth;
    size_t value_count;
    Value *root;
    Anchor *anchors;
    size_t anchor_count, anchor_capacity;
    bool has_failed;
} Reader;

static void close_reader(void *object)
{
    Reader *reader = object;
    if (reader->has_event)
        yaml_event_delete(&reader->event);
    if (reader->has_parser)
        yaml_parser_delete(&reader->parser);
    reader->has_event = reader->has_parser = false;
}

// libyaml reports that memory ended; we leave by the arena's way out.
static void run_out_of_memory(Arena *arena)
{
    arena_alloc_array(arena, SIZE_MAX, 2);
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

// Byte offset in `text` of the character that libyaml numbers `index`.
static size_t byte_offset(Reader *reader, size_t index)
{
    Str text = reader->text;
    while (reader->cursor_characters < index && reader->cursor_bytes < text.length) {
        do
            reader->cursor_bytes++;
        while (reader->cursor_bytes < text.length && is_continuation(text.bytes[reader->cursor_bytes]));
        reader->cursor_characters++;
    }
    while (reader->cursor_characters > index) {
        do
            reader->cursor_bytes--;
        while (is_continuation(text.bytes[reader->cursor_bytes]));
        reader->cursor_characters--;
    }
    return reader->cursor_bytes;
}

static Span span_between(Reader *reader, yaml_mark_t start, yaml_mark_t end)
{
    uint32_t from = (uint32_t)byte_offset(reader, start.index);
    uint32_t to = (uint32_t)byte_offset(reader, end.index);
    return (Span){reader->source_id, reader->offset + from, reader->offset + (to > from ? to : from + 1)};
}

static void fail_at(Reader *reader, size_t byte, const char *message)
{
    uint32_t at = reader->offset + (uint32_t)(byte < reader->text.length ? byte : reader->text.length);
    diagnose(reader->diagnostics, (Span){reader->source_id, at, at + 1}, DIAG_FRONT_YAML, message);
    reader->has_failed = true;
}

static void fail_here(Reader *reader, const char *message)
{
    fail_at(reader, byte_offset(reader, reader->event.start_mark.index), message);
}

static void fail_limit(Reader *reader)
{
    Span span = span_between(reader, reader->event.start_mark, reader->event.end_mark);
    if (limit_holds(reader->diagnostics, LIMIT_YAML_VALUES, reader->value_count, span))
        diagnose(reader->diagnostics, span, DIAG_FRONT_DEEP, (unsigned)BOUND_YAML_NESTING);
    reader->has_failed = true;
}

// What libyaml says, and how we say it. With `at_context` the fault lies where the construct began.
typedef struct {
    const char *problem, *message;
    bool at_context;
} Wording;

static const Wording wordings[] = {
    {"mapping values are not allowed in this context",
     "a ':' is not expected here; a value that has ': ' in it wants quotes", false},
    {"did not find expected key", "a key was expected here; look at the indentation, and for a missing quote", false},
    {"could not find expected ':'", "this line has no ':' behind its key", true},
    {"found unexpected end of stream", "this quoted text is never closed", true},
    {"found unexpected document indicator", "this quoted text is never closed", true},
    {"did not find expected ',' or ']'", "',' or ']' was expected here", false},
    {"did not find expected ',' or '}'", "',' or '}' was expected here", false},
    {"did not find expected '-' indicator", "'- ' was expected here; look at the indentation", false},
    {"did not find expected node content", "a value was expected here", false},
    {"block sequence entries are not allowed in this context",
     "'- ' is not expected here; put the list on lines of its own", false},
    {"found unknown escape character", "this is not an escape that YAML knows; write '\\\\' or use single quotes",
     false},
    {"found character that cannot start any token", NULL, false},
    {"found a tab character that violates indentation", "a tab can not indent; use spaces", false},
    {"found a tab character where an indentation space is expected", "a tab can not indent; use spaces", false},
    {"did not find expected alphabetic or numeric character",
     "'*' and '&' have a meaning of their own in YAML; put this value in quotes", true},
};

static const char *message_for_start(char byte, Arena *arena)
{
    if (byte == '\t')
        return "a tab can not stand before a key or value; use spaces";
    return arena_format(arena, "a value can not begin with '%c'; put it in quotes", byte).bytes;
}

static void fail_as_libyaml(Reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR)
        run_out_of_memory(reader->arena);
    if (parser->error == YAML_READER_ERROR) {
        fail_at(reader, parser->problem_offset, "this character can not stand in YAML");
        return;
    }
    const char *message = parser->problem ? parser->problem : "this can not be read";
    size_t at = byte_offset(reader, parser->problem_mark.index);
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        if (strcmp(wordings[i].problem, message) != 0)
            continue;
        if (wordings[i].at_context && parser->context)
            at = byte_offset(reader, parser->context_mark.index);
        char byte = at < reader->text.length ? reader->text.bytes[at] : ' ';
        message = wordings[i].message ? wordings[i].message : message_for_start(byte, reader->arena);
        break;
    }
    fail_at(reader, at, message);
}

static bool next_event(Reader *reader)
{
    if (reader->has_event)
        yaml_event_delete(&reader->event);
    reader->has_event = false;
    if (!yaml_parser_parse(&reader->parser, &reader->event)) {
        fail_as_libyaml(reader);
        return false;
    }
    reader->has_event = true;
    return true;
}

// False, after a diagnostic, where the document has too many.
static bool count_value(Reader *reader)
{
    if (++reader->value_count <= limit_value(reader->diagnostics, LIMIT_YAML_VALUES))
        return true;
    if (!reader->has_failed)
        fail_limit(reader);
    return false;
}

// NULL after an error. Recursion goes as deep as values nest, BOUND_YAML_NESTING.
static Value *copy_value(Reader *reader, const Value *original, size_t depth)
{
    if (depth > BOUND_YAML_NESTING && !reader->has_failed)
        fail_limit(reader);
    if (reader->has_failed || !count_value(reader))
        return NULL;
    Value *copy = arena_new(reader->arena, Value);
    *copy = *original;
    copy->next = copy->first_child = NULL;
    Value **link = &copy->first_child;
    for (const Value *child = original->first_child; child; child = child->next) {
        *link = copy_value(reader, child, depth + 1);
        if (!*link)
            return NULL;
        link = &(*link)->next;
    }
    return copy;
}

static Anchor *find_anchor(Reader *reader, Str name)
{
    // The last one of a name counts.
    for (size_t i = reader->anchor_count; i-- > 0;) {
        if (str_equal(reader->anchors[i].name, name))
            return &reader->anchors[i];
    }
    return NULL;
}

static void note_anchor(Reader *reader, const yaml_char_t *name, Value *value)
{
    if (!name)
        return;
    bool is_collection = value->kind == VALUE_LIST || value->kind == VALUE_MAP;
    Str copy = arena_str(reader->arena, (const char *)name, strlen((const char *)name));
    *arena_push(reader->arena, reader->anchors, reader->anchor_count, reader->anchor_capacity) =
        (Anchor){copy, value, is_collection};
}

static Value *expand_alias(Reader *reader)
{
    Anchor *anchor = find_anchor(reader, str_from((const char *)reader->event.data.alias.anchor));
    if (!anchor) {
        fail_here(reader, "there is no anchor of this name; a value that begins with '*' wants quotes");
        return NULL;
    }
    if (anchor->is_open) {
        fail_here(reader, "this alias lies within what it stands for");
        return NULL;
    }
    return copy_value(reader, anchor->value, reader->depth);
}

static bool has_tag(const yaml_char_t *tag, const char *name)
{
    return tag && strcmp((const char *)tag, name) == 0;
}

static Value *read_scalar(Reader *reader)
{
    if (!count_value(reader))
        return NULL;
    const yaml_event_t *event = &reader->event;
    Value *value = arena_new(reader->arena, Value);
    value->span = span_between(reader, event->start_mark, event->end_mark);
    Str text = arena_str(reader->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
    value->text = text_clean(reader->arena, text, value->span, reader->diagnostics);
    const yaml_char_t *tag = event->data.scalar.tag;
    bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    value->kind = VALUE_STRING;
    bool is_text = has_tag(tag, YAML_STR_TAG) || has_tag(tag, "!");
    if (!is_text && (is_plain || has_tag(tag, YAML_INT_TAG) || has_tag(tag, YAML_FLOAT_TAG)))
        value_resolve(value);
    note_anchor(reader, event->data.scalar.anchor, value);
    return value;
}

static Value *open_collection(Reader *reader, ValueKind kind, const yaml_char_t *anchor)
{
    if (reader->depth == BOUND_YAML_NESTING) {
        fail_limit(reader);
        return NULL;
    }
    if (!count_value(reader))
        return NULL;
    Value *value = arena_new(reader->arena, Value);
    value->kind = kind;
    value->span = span_between(reader, reader->event.start_mark, reader->event.end_mark);
    note_anchor(reader, anchor, value);
    return value;
}

// Puts `value` where the document stands: as root, as a map's key, or as the next member.
static void place(Reader *reader, Value *value)
{
    if (reader->depth == 0) {
        reader->root = value;
        return;
    }
    Level *level = &reader->levels[reader->depth - 1];
    if (level->value->kind == VALUE_MAP && !level->has_key) {
        if (value->kind == VALUE_LIST || value->kind == VALUE_MAP) {
            fail_here(reader, "a key can not be a list or a mapping; a value that begins with '{' or '[' wants quotes");
            return;
        }
        level->has_key = true;
        level->key = value->text;
        level->key_span = value->span;
        return;
    }
    value->key = level->key;
    value->key_span = level->key_span;
    // An empty value has no place of its own.
    if (value->kind == VALUE_NULL && value->text.length == 0 && level->has_key)
        value->span = level->key_span;
    level->has_key = false;
    level->key = (Str){0};
    level->key_span = (Span){0};
    if (level->last)
        level->last->next = value;
    else
        level->value->first_child = value;
    level->last = value;
}

static uint32_t hash(Str key)
{
    uint32_t sum = 2166136261u; // FNV-1a
    for (uint32_t i = 0; i < key.length; i++)
        sum = (sum ^ (unsigned char)key.bytes[i]) * 16777619u;
    return sum;
}

// Of members with the same key only the last one stays. Each member is put in a hash table by its key; one that finds
// its key there marks the earlier one, which is then unlinked.
static void drop_duplicates(Reader *reader, Value *map)
{
    size_t count = 0, size = 8;
    for (const Value *member = map->first_child; member; member = member->next)
        count++;
    if (count < 2)
        return;
    while (size < 2 * count)
        size *= 2;
    Value **table = arena_array(reader->arena, Value *, size);
    bool any = false;
    for (Value *member = map->first_child; member; member = member->next) {
        size_t slot = hash(member->key) & (size - 1);
        while (table[slot] && !str_equal(table[slot]->key, member->key))
            slot = (slot + 1) & (size - 1);
        if (table[slot]) {
            diagnose(reader->diagnostics, member->key_span, DIAG_FRONT_DUPLICATE, STR_ARGS(member->key));
            any = true;
        }
        table[slot] = member;
    }
    if (!any)
        return;
    Value **link = &map->first_child;
    while (*link) {
        size_t slot = hash((*link)->key) & (size - 1);
        while (!str_equal(table[slot]->key, (*link)->key))
            slot = (slot + 1) & (size - 1);
        if (table[slot] == *link)
            link = &(*link)->next;
        else
            *link = (*link)->next;
    }
}

static void close_collection(Reader *reader)
{
    Level *level = &reader->levels[--reader->depth];
    Value *value = level->value;
    // A block collection's end mark is where the next token starts; its last member's end is nearer the truth.
    uint32_t end = span_between(reader, reader->event.start_mark, reader->event.end_mark).end;
    bool is_block = reader->event.start_mark.index == reader->event.end_mark.index;
    value->span.end = is_block && level->last ? level->last->span.end : end;
    for (size_t i = reader->anchor_count; i-- > 0;) {
        if (reader->anchors[i].value == value)
            reader->anchors[i].is_open = false;
    }
    if (value->kind == VALUE_MAP)
        drop_duplicates(reader, value);
}

static void add(Reader *reader, Value *value)
{
    if (!value)
        return;
    place(reader, value);
    bool is_opening = reader->event.type == YAML_MAPPING_START_EVENT || reader->event.type == YAML_SEQUENCE_START_EVENT;
    if (is_opening && !reader->has_failed)
        reader->levels[reader->depth++] = (Level){.value = value};
}

static void take_event(Reader *reader)
{
    const yaml_event_t *event = &reader->event;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->root)
            fail_here(reader, "a second document starts here; only one is read");
        break;
    case YAML_ALIAS_EVENT:
        add(reader, expand_alias(reader));
        break;
    case YAML_SCALAR_EVENT:
        add(reader, read_scalar(reader));
        break;
    case YAML_SEQUENCE_START_EVENT:
        add(reader, open_collection(reader, VALUE_LIST, event->data.sequence_start.anchor));
        break;
    case YAML_MAPPING_START_EVENT:
        add(reader, open_collection(reader, VALUE_MAP, event->data.mapping_start.anchor));
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(reader);
        break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
}

static Reader *open_reader(Arena *arena, Arena *values, Str text, uint32_t source_id, Diagnostics *diagnostics)
{
    Reader *reader = arena_new(arena, Reader);
    reader->arena = values;
    reader->diagnostics = diagnostics;
    reader->text = text;
    reader->source_id = source_id;
    arena_defer(arena, close_reader, reader);
    if (!yaml_parser_initialize(&reader->parser))
        run_out_of_memory(arena);
    reader->has_parser = true;
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)text.bytes, text.length);
    return reader;
}

Value *yaml_parse(Arena *arena, Str text, uint32_t source_id, uint32_t offset, Diagnostics *diagnostics)
{
    Reader *reader = open_reader(arena, arena, text, source_id, diagnostics);
    reader->offset = offset;
    while (!reader->has_failed && next_event(reader) && reader->event.type != YAML_STREAM_END_EVENT)
        take_event(reader);
    Value *root = reader->root;
    bool has_failed = reader->has_failed;
    close_reader(reader);
    if (has_failed)
        return NULL;
    if (!root) {
        root = arena_new(arena, Value);
        root->span = (Span){source_id, offset, offset + 1};
    }
    return root;
}

// ---- records

struct YamlRecords {
    Reader *reader;
    Arena *values;
    ArenaMark mark; // what lies behind it is of one record
    bool has_mark;
};

YamlRecords *yaml_records_open(Arena *arena, Str text, uint32_t source_id, Diagnostics *diagnostics)
{
    YamlRecords *records = arena_new(arena, YamlRecords);
    records->values = arena_scratch(arena);
    records->reader = open_reader(arena, records->values, text, source_id, diagnostics);
    return records;
}

// The item of the outermost list that is whole, taken out of it; or NULL.
static Value *take_item(Reader *reader)
{
    Level *level = &reader->levels[0];
    if (reader->depth != 1 || level->value->kind != VALUE_LIST || !level->last)
        return NULL;
    Value *item = level->last;
    level->value->first_child = level->last = NULL;
    return item;
}

static void forget_record(YamlRecords *records)
{
    Reader *reader = records->reader;
    if (records->has_mark)
        arena_release(records->values, records->mark);
    reader->anchors = NULL;
    reader->anchor_count = reader->anchor_capacity = 0;
    reader->value_count = 0;
}

Value *yaml_records_next(YamlRecords *records)
{
    Reader *reader = records->reader;
    if (!reader->has_parser)
        return NULL;
    forget_record(records);
    while (!reader->has_failed && next_event(reader) && reader->event.type != YAML_STREAM_END_EVENT) {
        take_event(reader);
        bool opens_list = reader->depth == 1 && reader->levels[0].value->kind == VALUE_LIST;
        if (opens_list && !records->has_mark) {
            records->mark = arena_mark(records->values);
            records->has_mark = true;
        }
        Value *item = reader->has_failed ? NULL : take_item(reader);
        if (item)
            return item;
    }
    Value *root = reader->has_failed || !reader->root || reader->root->kind == VALUE_LIST ? NULL : reader->root;
    close_reader(reader);
    return root;
}
