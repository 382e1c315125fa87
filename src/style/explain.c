// What a key of a style means, from the rows of schema.h.
#include "style/property.h"

static const struct {
    const char *name, *about;
    bool is_role;
} section_rows[] = {
#define SECTION(name, about) {name, about, false},
#define ROLE(id, section, about) {section, about, true},
#include "style/schema.h"
};

enum { SECTION_COUNT = sizeof section_rows / sizeof *section_rows };

static void explain_property(const PropertyRow *row, Str section, Buffer *out)
{
    Str range = range_text(out->arena, row);
    Str name = section.length > 0 ? section : STR("ROLE");
    buffer_append_str(out, arena_format(out->arena, "%.*s.%s\n    %s\n    %s\n", STR_ARGS(name), row->key, row->about,
                                        type_wants[row->type]));
    if (range.length > 0)
        buffer_append_str(out, arena_format(out->arena, "    %.*s\n", STR_ARGS(range)));
    buffer_append_str(out, arena_format(out->arena, "    default: %s\n", row->fallback));
}

// A section with its keys.
static bool explain_section(Str name, Buffer *out)
{
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (!str_equal(name, str_from(section_rows[i].name)))
            continue;
        buffer_append_str(out, arena_format(out->arena, "%s\n    %s\n", section_rows[i].name, section_rows[i].about));
        for (size_t j = 0; j < property_count; j++) {
            if (property_is_in(&property_rows[j], section_rows[i].is_role ? (Str){0} : name))
                buffer_append_str(out, arena_format(out->arena, "    %s\n", property_rows[j].key));
        }
        return true;
    }
    return false;
}

// `section` is empty where any will do; else it is one of the schema.
static bool explain_key(Str section, Str key, Buffer *out)
{
    bool is_found = false;
    for (size_t i = 0; i < property_count; i++) {
        const PropertyRow *row = &property_rows[i];
        Str own = row->section ? str_from(row->section) : section;
        if (!str_equal(key, str_from(row->key)) || (section.length > 0 && !str_equal(own, section)))
            continue;
        explain_property(row, own, out);
        is_found = true;
    }
    return is_found;
}

static bool is_role(Str name)
{
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        if (str_equal(name, str_from(section_rows[i].name)))
            return section_rows[i].is_role;
    }
    return false;
}

bool style_explain(Str key, Buffer *out)
{
    const char *dot = key.length > 0 ? memchr(key.bytes, '.', key.length) : NULL;
    if (!dot)
        return explain_section(key, out) || explain_key((Str){0}, key, out);
    Str section = {key.bytes, (uint32_t)(dot - key.bytes)};
    Str name = str_from_offset(key, section.length + 1);
    return property_find(is_role(section) ? (Str){0} : section, name) && explain_key(section, name, out);
}
