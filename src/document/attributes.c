#include "attributes.h"

#include "node.h"
#include "size.h"

typedef struct {
    Str id, lang, dir, width, height;
    Buffer classes;
} Attributes;

static bool is_name_byte(char byte)
{
    return byte != '\0' && !memchr(" \t\n{}\"'=#<>`", byte, 12);
}

static Str take_name(Str *rest)
{
    uint32_t length = 0;
    while (length < rest->length && is_name_byte(rest->bytes[length]))
        length++;
    Str name = {rest->bytes, length};
    *rest = str_from_offset(*rest, length);
    return name;
}

// A value with or without quotes; false where quotes are not closed.
static bool take_value(Str *rest, Str *value)
{
    if (rest->length == 0 || (rest->bytes[0] != '"' && rest->bytes[0] != '\'')) {
        *value = take_name(rest);
        return value->length > 0;
    }
    const char *end = memchr(rest->bytes + 1, rest->bytes[0], rest->length - 1);
    if (!end)
        return false;
    *value = (Str){rest->bytes + 1, (uint32_t)(end - rest->bytes) - 1};
    *rest = str_from_offset(*rest, value->length + 2);
    return true;
}

static void set_value(Attributes *attributes, Str key, Str value)
{
    const struct {
        Str key;
        Str *value;
    } keys[] = {{STR("id"), &attributes->id},
                {STR("lang"), &attributes->lang},
                {STR("dir"), &attributes->dir},
                {STR("width"), &attributes->width},
                {STR("height"), &attributes->height}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (str_equal(key, keys[i].key))
            *keys[i].value = value;
    }
}

static void add_class(Attributes *attributes, Str name)
{
    if (attributes->classes.length > 0)
        buffer_append_char(&attributes->classes, ' ');
    buffer_append_str(&attributes->classes, name);
}

// Takes one of them: `#id`, `.class`, `key=value`, or `-`, with which Pandoc leaves out a number.
static bool take_one(Str *rest, Attributes *attributes)
{
    char sign = rest->bytes[0];
    if (sign == '#' || sign == '.') {
        *rest = str_from_offset(*rest, 1);
        Str name = take_name(rest);
        if (sign == '#')
            attributes->id = name;
        else
            add_class(attributes, name);
        return name.length > 0;
    }
    Str key = take_name(rest), value;
    if (str_equal(key, STR("-"))) {
        add_class(attributes, STR("unnumbered"));
        return true;
    }
    if (key.length == 0 || rest->length == 0 || rest->bytes[0] != '=')
        return false;
    *rest = str_from_offset(*rest, 1);
    if (!take_value(rest, &value))
        return false;
    set_value(attributes, key, value);
    return true;
}

// Reads `{…}` at the start of `text`; gives its length, or 0 where it is none.
static uint32_t attributes_read(Str text, Attributes *attributes)
{
    if (text.length == 0 || text.bytes[0] != '{')
        return 0;
    Str rest = str_from_offset(text, 1);
    bool is_any = false;
    for (;;) {
        while (rest.length > 0 && rest.bytes[0] == ' ')
            rest = str_from_offset(rest, 1);
        if (rest.length == 0)
            return 0;
        if (rest.bytes[0] == '}')
            return is_any ? text.length - rest.length + 1 : 0;
        if (!take_one(&rest, attributes))
            return 0;
        is_any = true;
    }
}

static void put(Arena *arena, Node *node, const Attributes *attributes)
{
    if (attributes->id.length > 0)
        node->id = attributes->id;
    if (attributes->classes.length > 0)
        node->classes = buffer_str(&attributes->classes);
    Str lang = language_tag(attributes->lang, arena);
    if (lang.length > 0)
        node->lang = lang;
    if (str_equal_nocase(attributes->dir, STR("rtl")) || str_equal_nocase(attributes->dir, STR("ltr")))
        node->direction = (attributes->dir.bytes[0] | 0x20) == 'r' ? DIRECTION_RIGHT_TO_LEFT : DIRECTION_LEFT_TO_RIGHT;
}

// Without the closing `#` that stood before the attributes, as Pandoc reads it.
static Str trim_heading(Str text)
{
    while (text.length > 0 && text.bytes[text.length - 1] == ' ')
        text.length--;
    Str bare = text;
    while (bare.length > 0 && bare.bytes[bare.length - 1] == '#')
        bare.length--;
    if (bare.length == text.length || bare.length == 0 || bare.bytes[bare.length - 1] != ' ')
        return text;
    while (bare.length > 0 && bare.bytes[bare.length - 1] == ' ')
        bare.length--;
    return bare;
}

void attributes_take_heading(Arena *arena, Node *heading)
{
    Node *last = heading->last_child;
    if (!last || last->kind != NODE_TEXT || !str_ends_with(last->text, STR("}")))
        return;
    const char *brace = memrchr(last->text.bytes, '{', last->text.length);
    if (!brace || (brace > last->text.bytes && brace[-1] != ' '))
        return;
    uint32_t start = (uint32_t)(brace - last->text.bytes);
    Attributes attributes = {.classes.arena = arena};
    if (attributes_read(str_from_offset(last->text, start), &attributes) != last->text.length - start)
        return;
    Str text = trim_heading((Str){last->text.bytes, start});
    if (text.length == 0 && last == heading->first_child) // nothing but them
        return;
    put(arena, heading, &attributes);
    last->span.end -= last->span.end - last->span.start == last->text.length ? last->text.length - text.length : 0;
    last->text = text;
    if (text.length > 0)
        return;
    Node *previous = heading->first_child;
    while (previous->next != last)
        previous = previous->next;
    previous->next = NULL;
    heading->last_child = previous;
}

static void put_size(Node *image, Arena *arena, const Attributes *attributes, Diagnostics *diagnostics)
{
    ImageRequest *request = arena_new(arena, ImageRequest);
    *request = *image->image;
    const struct {
        Str text;
        Size *size;
        const char *name;
    } sizes[] = {{attributes->width, &request->width, "width"}, {attributes->height, &request->height, "height"}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        if (sizes[i].text.length > 0 && !size_read(sizes[i].text, sizes[i].size))
            diagnose(diagnostics, image->span, DIAG_IMAGE_SIZE, STR_ARGS(sizes[i].text), sizes[i].name);
    }
    image->image = request;
}

void attributes_take_behind(Arena *arena, Node *node, Diagnostics *diagnostics)
{
    Node *behind = node->next;
    if (!behind || behind->kind != NODE_TEXT)
        return;
    Attributes attributes = {.classes.arena = arena};
    uint32_t length = attributes_read(behind->text, &attributes);
    if (length == 0)
        return;
    put(arena, node, &attributes);
    if (node->kind == NODE_IMAGE)
        put_size(node, arena, &attributes, diagnostics);
    behind->span.start += behind->span.end - behind->span.start == behind->text.length ? length : 0;
    behind->text = str_from_offset(behind->text, length);
    if (behind->text.length > 0)
        return;
    node->next = behind->next;
    if (!behind->next)
        node->parent->last_child = node;
}

// As Pandoc reads these classes.
static NodeKind kind_of_classes(Str classes)
{
    if (classes_have(classes, STR("underline")) || classes_have(classes, STR("ul")))
        return NODE_UNDERLINE;
    return classes_have(classes, STR("mark")) ? NODE_MARK : NODE_SPAN;
}

uint32_t attributes_take_span(Arena *arena, Node *span, Str text)
{
    Attributes attributes = {.classes.arena = arena};
    uint32_t length = attributes_read(text, &attributes);
    if (length == 0)
        return 0;
    put(arena, span, &attributes);
    span->kind = kind_of_classes(span->classes);
    return length;
}
