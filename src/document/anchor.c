// Anchors as GitHub makes them: a heading's text in lower case, without what is no letter, mark, number, hyphen or
// underscore, each space a hyphen; and behind one that was there already, "-1", "-2" and so on.
#include "anchor.h"

#include <hb.h>

#include "node.h"

// ---- text

static bool is_kept(uint32_t character)
{
    if (character == '-' || character == '_')
        return true;
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
    case HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER:
    case HB_UNICODE_GENERAL_CATEGORY_LETTER_NUMBER:
    case HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION:
        return character < 0xFE00 || character > 0xFE0F; // variation selectors go with their emoji
    default:
        return false;
    }
}

Str anchor_of_text(Arena *arena, Str text)
{
    Buffer out = {.arena = arena};
    text = str_trim(text);
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        if (character == ' ')
            buffer_append_char(&out, '-');
        else if (is_kept(character))
            buffer_append_utf8(&out, character_fold(character));
    }
    return buffer_str(&out);
}

void name_table_init(NameTable *table, Arena *arena)
{
    *table = (NameTable){.arena = arena, .capacity = 64};
    table->names = arena_array(arena, Name, table->capacity);
}

// Where the name is, or would be put.
static Name *find_slot(const NameTable *table, Str text, uint32_t part)
{
    size_t at = (size_t)(str_hash(text) + part) & (table->capacity - 1);
    while (table->names[at].text.bytes && (table->names[at].part != part || !str_equal(table->names[at].text, text)))
        at = (at + 1) & (table->capacity - 1);
    return &table->names[at];
}

static void grow(NameTable *table)
{
    Name *old = table->names;
    size_t count = table->capacity;
    table->capacity *= 2;
    table->names = arena_array(table->arena, Name, table->capacity);
    for (size_t i = 0; i < count; i++) {
        if (old[i].text.bytes)
            *find_slot(table, old[i].text, old[i].part) = old[i];
    }
}

Name *name_find(const NameTable *table, Str text, uint32_t part)
{
    Name *slot = find_slot(table, text, part);
    return slot->text.bytes ? slot : NULL;
}

bool name_add(NameTable *table, Str text, uint32_t part, const Node *node)
{
    if (table->count * 2 >= table->capacity)
        grow(table);
    Name *slot = find_slot(table, text, part);
    if (slot->text.bytes)
        return false;
    *slot = (Name){text.bytes ? text : STR(""), part, node, 0};
    table->count++;
    return true;
}

Str name_add_unique(NameTable *table, Str text, uint32_t part, const Node *node)
{
    Str name = text;
    while (!name_add(table, name, part, node)) {
        Name *first = name_find(table, text, part);
        name = arena_format(table->arena, "%.*s-%u", STR_ARGS(text), ++first->repeats);
    }
    return name;
}
