// Declarations are parted by semicolons, names from values by colons, but not within quotes and brackets (CSS Syntax
// 3). Those with `!important` are read last. Few of a web site's style attributes differ: equal ones are kept once.
#include "css_values.h"

enum {
    NAME_BYTES_MAX = 40,
    SHOWN_BYTES_MAX = 60, // of a value in a message
    TOLD_MAX = 64,        // properties that are reported
    KEPT_LOOKED_AT = 64,  // of the declarations that were kept last
};

struct CssReader {
    Arena *arena;
    Diagnostics *diagnostics;
    Str *told;
    size_t told_count, told_capacity;
    const Declarations **kept;
    size_t kept_count, kept_capacity;
};

typedef struct {
    char bytes[NAME_BYTES_MAX];
    Str name, value;
    bool is_important;
} Declaration;

CssReader *css_reader_new(Arena *arena, Diagnostics *diagnostics)
{
    CssReader *reader = arena_new(arena, CssReader);
    *reader = (CssReader){.arena = arena, .diagnostics = diagnostics};
    return reader;
}

// ---- the table of properties

static const CssProperty properties[] = {
#define CSS_PROPERTY(name, reader, member, about)                                                                      \
    {{name, sizeof(name) - 1}, css_read_##reader, offsetof(Declarations, member)},
#define CSS_QUIET(name)
#include "css_properties.h"
#undef CSS_PROPERTY
#undef CSS_QUIET
};

static const CssProperty quiet[] = {
#define CSS_PROPERTY(name, reader, member, about)
#define CSS_QUIET(name) {{name, sizeof(name) - 1}, NULL, 0},
#include "css_properties.h"
#undef CSS_PROPERTY
#undef CSS_QUIET
};

static const CssProperty *find(Str name, const CssProperty *rows, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        Str other = rows[middle].name;
        uint32_t shared = name.length < other.length ? name.length : other.length;
        int order = memcmp(name.bytes, other.bytes, shared);
        if (order == 0 && name.length == other.length)
            return &rows[middle];
        if (order < 0 || (order == 0 && name.length < other.length))
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const CssProperty *css_property_find(Str name)
{
    const CssProperty *property = find(name, properties, COUNT_OF(properties));
    return property ? property : find(name, quiet, COUNT_OF(quiet));
}

// ---- declarations

static Str without_comments(Arena *arena, Str text)
{
    if (text.length == 0 || !memmem(text.bytes, text.length, "/*", 2))
        return text;
    Buffer out = {.arena = arena};
    while (text.length > 0) {
        const char *start = memmem(text.bytes, text.length, "/*", 2);
        buffer_append(&out, text.bytes, start ? (size_t)(start - text.bytes) : text.length);
        if (!start)
            break;
        buffer_append_char(&out, ' ');
        text = str_from_offset(text, (uint32_t)(start - text.bytes) + 2);
        const char *end = text.length > 0 ? memmem(text.bytes, text.length, "*/", 2) : NULL;
        text = str_from_offset(text, end ? (uint32_t)(end - text.bytes) + 2 : text.length);
    }
    return buffer_str(&out);
}

// Up to the next `mark` outside of quotes and brackets, which is passed.
static Str take_until(Str *rest, char mark)
{
    uint32_t at = 0;
    int depth = 0;
    char quote = 0;
    for (; at < rest->length; at++) {
        char byte = rest->bytes[at];
        if (quote)
            quote = byte == quote ? 0 : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == '(')
            depth++;
        else if (byte == ')')
            depth -= depth > 0;
        else if (byte == mark && depth == 0)
            break;
    }
    Str taken = {rest->bytes, at};
    *rest = str_from_offset(*rest, at < rest->length ? at + 1 : at);
    return taken;
}

// False at the end. A name that is too long, or empty, is one that no property has.
static bool take_declaration(Str *rest, Declaration *declaration)
{
    if (rest->length == 0)
        return false;
    Str value = take_until(rest, ';'), name = str_trim(take_until(&value, ':'));
    uint32_t length = name.length <= NAME_BYTES_MAX ? name.length : 0;
    for (uint32_t i = 0; i < length; i++) {
        char byte = name.bytes[i];
        declaration->bytes[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
    }
    declaration->name = (Str){declaration->bytes, length};
    Str bare = take_until(&value, '!');
    declaration->is_important = str_equal_nocase(str_trim(value), STR("important"));
    declaration->value = str_trim(bare);
    return true;
}

static bool is_vendors(Str name)
{
    return str_starts_with(name, STR("-")) || str_starts_with(name, STR("mso-"));
}

static bool was_told(CssReader *reader, Str name)
{
    for (size_t i = 0; i < reader->told_count; i++) {
        if (str_equal(reader->told[i], name))
            return true;
    }
    if (reader->told_count == TOLD_MAX)
        return true;
    *arena_push(reader->arena, reader->told, reader->told_count, reader->told_capacity) =
        arena_str(reader->arena, name.bytes, name.length);
    return false;
}

static bool is_of_all_properties(Str value)
{
    static const char *const keywords[] = {"inherit", "initial", "unset", "revert"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (str_equal_nocase(value, str_from(keywords[i])))
            return true;
    }
    return false;
}

static void read_one(CssReader *reader, const Declaration *declaration, Span span, Declarations *declared)
{
    Str name = declaration->name, value = declaration->value;
    if (name.length == 0 || value.length == 0 || is_vendors(name) || is_of_all_properties(value))
        return;
    const CssProperty *property = css_property_find(name);
    if (property && (!property->read || property->read(value, property->offset, declared)))
        return;
    if (was_told(reader, name))
        return;
    Str shown = str_shorten(value, SHOWN_BYTES_MAX);
    if (property)
        diagnose(reader->diagnostics, span, DIAG_CSS_VALUE, STR_ARGS(shown), STR_ARGS(name));
    else
        diagnose(reader->diagnostics, span, DIAG_CSS_PROPERTY, STR_ARGS(name), STR_ARGS(shown));
}

void css_read(CssReader *reader, Str text, Span span, Declarations *declared)
{
    text = without_comments(reader->arena, text);
    bool has_important = false;
    Declaration declaration;
    for (Str rest = text; take_declaration(&rest, &declaration);) {
        has_important |= declaration.is_important;
        if (!declaration.is_important)
            read_one(reader, &declaration, span, declared);
    }
    for (Str rest = text; has_important && take_declaration(&rest, &declaration);) {
        if (declaration.is_important)
            read_one(reader, &declaration, span, declared);
    }
}

const Declarations *css_keep(CssReader *reader, const Declarations *declared)
{
    static const Declarations none;
    if (memcmp(declared, &none, sizeof none) == 0)
        return NULL;
    size_t first = reader->kept_count > KEPT_LOOKED_AT ? reader->kept_count - KEPT_LOOKED_AT : 0;
    for (size_t i = first; i < reader->kept_count; i++) {
        if (memcmp(declared, reader->kept[i], sizeof *declared) == 0)
            return reader->kept[i];
    }
    Declarations *kept = arena_new(reader->arena, Declarations);
    *kept = *declared;
    *arena_push(reader->arena, reader->kept, reader->kept_count, reader->kept_capacity) = kept;
    return kept;
}
