// Reads the sections of a style: those of schema.h, and the three whose keys are the author's own, which are colours,
// classes and languages.
#include "style/property.h"

static const char *const role_sections[] = {
#define ROLE(id, section, about) section,
#include "style/schema.h"
};

static const char *const other_sections[] = {
#define SECTION(name, about) name,
#include "style/schema.h"
};

enum { OTHER_COUNT = sizeof other_sections / sizeof *other_sections };

// ---- names that are wrong; the nearest one is looked for only once that is known

typedef struct {
    const char *name;
    unsigned distance;
} Nearest;

static void consider(Nearest *nearest, Str key, const char *name)
{
    unsigned distance = str_distance(key, str_from(name));
    if (!nearest->name || distance < nearest->distance)
        *nearest = (Nearest){name, distance};
}

static void diagnose_unknown(Stylesheet *sheet, const Value *value, Str section, Nearest nearest)
{
    bool is_near = nearest.name && nearest.distance <= 2;
    diagnose(sheet->diagnostics, value->key_span, DIAG_STYLE_UNKNOWN_KEY, STR_ARGS(value->key), STR_ARGS(section),
             is_near ? "; did you mean '" : "", is_near ? nearest.name : "", is_near ? "'?" : "");
}

static void diagnose_unknown_property(Stylesheet *sheet, const Value *value, Str section, Str name)
{
    Nearest nearest = {0};
    for (size_t i = 0; i < property_count; i++) {
        if (property_is_in(&property_rows[i], section))
            consider(&nearest, value->key, property_rows[i].key);
    }
    diagnose_unknown(sheet, value, name, nearest);
}

static void diagnose_unknown_section(Stylesheet *sheet, const Value *value)
{
    Nearest nearest = {0};
    for (int role = 0; role < ROLE_COUNT; role++)
        consider(&nearest, value->key, role_sections[role]);
    for (size_t i = 0; i < OTHER_COUNT; i++)
        consider(&nearest, value->key, other_sections[i]);
    diagnose_unknown(sheet, value, STR("the style"), nearest);
}

static bool is_mapping(Stylesheet *sheet, const Value *value)
{
    if (value->kind != VALUE_MAP)
        diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(value->key), "a mapping");
    return value->kind == VALUE_MAP;
}

// ---- sections

// `section` is empty for roles; `name` is for messages.
static void section_read(Stylesheet *sheet, Str section, Str name, void *owner, const Value *map)
{
    if (!is_mapping(sheet, map))
        return;
    for (const Value *value = map->first_child; value; value = value->next) {
        const PropertyRow *row = property_find(section, value->key);
        if (!row)
            diagnose_unknown_property(sheet, value, section, name);
        else
            property_set(sheet, row, owner, value);
        if (row && row->section && row->offset == offsetof(Stylesheet, page.paper))
            sheet->page.paper_span = value->span;
    }
}

static void role_read(Stylesheet *sheet, RoleStyle *role, const Value *map)
{
    section_read(sheet, (Str){0}, map->key, role, map);
}

static void classes_read(Stylesheet *sheet, const Value *map)
{
    if (!is_mapping(sheet, map))
        return;
    for (const Value *value = map->first_child; value; value = value->next) {
        RoleStyle *style = names_find(&sheet->classes, value->key);
        if (!style) {
            style = arena_new(sheet->arena, RoleStyle);
            names_add(sheet->arena, &sheet->classes, value->key, style);
        }
        role_read(sheet, style, value);
    }
}

void sheet_read_colors(Stylesheet *sheet, const Value *map)
{
    const Value *colors = value_find(map, STR("colors"));
    if (!colors || !is_mapping(sheet, colors))
        return;
    for (const Value *value = colors->first_child; value; value = value->next) {
        ColorValue *color = names_find(&sheet->colors, value->key);
        if (!color) {
            color = arena_new(sheet->arena, ColorValue);
            names_add(sheet->arena, &sheet->colors, value->key, color);
        }
        *color = (ColorValue){.is_set = true, .is_none = true};
        if (!color_read(value->text, color))
            diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(value->key),
                     "a color such as '#1a2b3c' or navy");
    }
}

// How many bytes of `lang` the tag says; 0: another language.
static uint32_t language_match(Str lang, Str tag)
{
    bool is_within = str_starts_with(lang, tag) && (lang.length == tag.length || lang.bytes[tag.length] == '-');
    return is_within ? tag.length : 0;
}

typedef enum { OF_STYLE, OF_LANGUAGE_OR_PAPER } SectionsOf;

static void sections_read(Stylesheet *sheet, const Value *map, SectionsOf of);

// Those of fewer subtags first, so that the nearest counts most. Tags are at most as long as the document's.
static void languages_read(Stylesheet *sheet, const Value *map)
{
    if (!is_mapping(sheet, map))
        return;
    for (const Value *value = map->first_child; value; value = value->next) {
        if (language_tag(value->key, sheet->arena).length == 0)
            diagnose(sheet->diagnostics, value->key_span, DIAG_STYLE_LANGUAGE, STR_ARGS(value->key));
        else
            (void)is_mapping(sheet, value);
    }
    for (uint32_t length = 1; length <= sheet->lang.length; length++) {
        bool is_end = length == sheet->lang.length || sheet->lang.bytes[length] == '-';
        for (const Value *value = map->first_child; is_end && value; value = value->next) {
            Str tag = language_tag(value->key, sheet->arena);
            if (value->kind == VALUE_MAP && tag.length > 0 && language_match(sheet->lang, tag) == length)
                sections_read(sheet, value, OF_LANGUAGE_OR_PAPER);
        }
    }
}

static void papers_read(Stylesheet *sheet, const Value *map)
{
    if (!is_mapping(sheet, map))
        return;
    for (const Value *value = map->first_child; value; value = value->next) {
        Length width, height;
        if (!paper_find(value->key, &width, &height))
            diagnose(sheet->diagnostics, value->key_span, DIAG_PAPER_UNKNOWN, STR_ARGS(value->key));
        else if (is_mapping(sheet, value) && str_equal_nocase(value->key, sheet->paper))
            sections_read(sheet, value, OF_LANGUAGE_OR_PAPER);
    }
}

static int role_find(Str section)
{
    int role = 0;
    while (role < ROLE_COUNT && !str_equal(section, str_from(role_sections[role])))
        role++;
    return role;
}

static bool is_section(Str name)
{
    for (size_t i = 0; i < property_count; i++) {
        if (property_rows[i].section && property_is_in(&property_rows[i], name))
            return true;
    }
    return false;
}

// Those that sheet_read sees to.
static bool is_read_elsewhere(Str key)
{
    static const char *const names[] = {"extends", "colors", "languages", "papers"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (str_equal(key, str_from(names[i])))
            return true;
    }
    return false;
}

void sheet_read_running(Stylesheet *sheet, RunningEnd end, const Value *given)
{
    Str section = end == RUNNING_HEAD ? STR("header") : STR("footer");
    RunningSection *running = end == RUNNING_HEAD ? &sheet->header : &sheet->footer;
    if (given->kind == VALUE_MAP) {
        section_read(sheet, section, section, sheet, given);
        return;
    }
    size_t taken = running_text_is_none(given) ? RUNNING_PLACE_COUNT : 1;
    for (size_t place = 0; place < taken; place++)
        running->texts.texts[RUNNING_ALL][place] = given;
}

static void sections_read(Stylesheet *sheet, const Value *map, SectionsOf of)
{
    for (const Value *value = map->first_child; value; value = value->next) {
        int role = role_find(value->key);
        if (role < ROLE_COUNT)
            role_read(sheet, &sheet->roles[role], value);
        else if (is_section(value->key))
            section_read(sheet, value->key, value->key, sheet, value);
        else if (str_equal(value->key, STR("classes")))
            classes_read(sheet, value);
        else if (of != OF_STYLE || !is_read_elsewhere(value->key))
            diagnose_unknown_section(sheet, value);
    }
}

void sheet_read(Stylesheet *sheet, const Value *map)
{
    sections_read(sheet, map, OF_STYLE);
    const Value *papers = value_find(map, STR("papers"));
    if (papers)
        papers_read(sheet, papers);
    const Value *languages = value_find(map, STR("languages"));
    if (languages)
        languages_read(sheet, languages);
}

void sheet_set_defaults(Stylesheet *sheet)
{
    for (size_t i = 0; i < property_count; i++) {
        const PropertyRow *row = &property_rows[i];
        if (!row->section || row->fallback[0] == '\0')
            continue;
        Str text = str_from(row->fallback);
        if (text.length > 1 && text.bytes[0] == '\'')
            text = (Str){text.bytes + 1, text.length - 2};
        Value value = {.kind = VALUE_STRING, .text = text};
        if (row->type == TYPE_FLAG)
            value = (Value){.kind = VALUE_BOOL, .number = str_equal(text, STR("true"))};
        property_set(sheet, row, sheet, &value);
    }
    sheet->page.paper_span = SPAN_NONE;
    sheet->roles[ROLE_DOCUMENT].size = (Measure){14, UNIT_PT, true};
    sheet->roles[ROLE_DOCUMENT].leading = (Measure){1.4, UNIT_NONE, true};
}
