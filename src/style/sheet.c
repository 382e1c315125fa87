// Reads stylesheets by the rows of schema.h: each row says where its value goes and how it is written.
#include "style/sheet.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include "support/number.h"

typedef enum {
    TYPE_TEXT,
    TYPE_MEASURE,
    TYPE_FLAG,
    TYPE_COLOR,
    TYPE_FONT,
    TYPE_ALIGN,
    TYPE_SCALING,
    TYPE_DUPLEX,
    TYPE_PAGE_BREAK
} ValueType;

typedef struct {
    const char *section; // NULL: of any role
    const char *key;
    ValueType type;
    size_t offset; // in Stylesheet, or in RoleStyle
    const char *fallback;
} PropertyRow;

static const PropertyRow property_rows[] = {
#define PROPERTY(section, key, member, type, fallback)                                                                 \
    {#section, key, TYPE_##type, offsetof(Stylesheet, section.member), fallback},
#define ROLE(id, section)
#define ROLE_PROPERTY(key, member, type) {NULL, key, TYPE_##type, offsetof(RoleStyle, member), NULL},
#include "style/schema.h"
#undef PROPERTY
#undef ROLE
#undef ROLE_PROPERTY
};

static const char *const role_sections[] = {
#define PROPERTY(section, key, member, type, fallback)
#define ROLE(id, section) section,
#define ROLE_PROPERTY(key, member, type)
#include "style/schema.h"
#undef PROPERTY
#undef ROLE
#undef ROLE_PROPERTY
};

enum { PROPERTY_COUNT = sizeof property_rows / sizeof *property_rows };

static const struct {
    const char *name;
    double pt;
    Unit unit;
} unit_rows[] = {
    {"pt", 1, UNIT_PT}, {"mm", 72 / 25.4, UNIT_PT}, {"cm", 72 / 2.54, UNIT_PT}, {"in", 72, UNIT_PT},
    {"em", 1, UNIT_EM}, {"line", 1, UNIT_LINES},    {"lines", 1, UNIT_LINES},   {"", 1, UNIT_NONE},
};

bool measure_read(Str text, Measure *measure)
{
    Str rest = str_trim(text);
    double number;
    if (!number_take(&rest, &number))
        return false;
    rest = str_trim(rest);
    for (size_t i = 0; i < sizeof unit_rows / sizeof *unit_rows; i++) {
        if (str_equal_nocase(rest, str_from(unit_rows[i].name))) {
            *measure = (Measure){number * unit_rows[i].pt, unit_rows[i].unit, true};
            // 20,000 pt is beyond any paper, and keeps sums of measures far from a Length's end.
            return fabs(measure->number) <= 20000;
        }
    }
    return false;
}

Length measure_resolve(Measure measure, Length em, Length line)
{
    const double most = 20000.0 * LENGTH_PER_PT;
    double length = measure.number * em;
    if (measure.unit == UNIT_PT)
        return length_from_pt(measure.number);
    if (measure.unit == UNIT_LINES)
        length = measure.number * line;
    else if (measure.unit == UNIT_PERCENT)
        length /= 100;
    return (Length)lround(fmax(fmin(length, most), -most));
}

static const struct {
    const char *name;
    double width_mm, height_mm;
} paper_rows[] = {
    // ISO 216, and ANSI/ASME Y14.1 with the usual office sizes.
    {"a3", 297, 420},         {"a4", 210, 297},        {"a5", 148, 210},          {"a6", 105, 148},
    {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6}, {"tabloid", 279.4, 431.8},
};

static bool paper_side_is_sound(Measure side)
{
    // 25 mm to 200 in, PDF's own limit (ISO 32000-1, annex C).
    return side.unit == UNIT_PT && side.number >= 72 && side.number <= 14400;
}

bool paper_find(Str paper, Length *width, Length *height)
{
    for (size_t i = 0; i < sizeof paper_rows / sizeof *paper_rows; i++) {
        if (str_equal_nocase(paper, str_from(paper_rows[i].name))) {
            *width = length_from_pt(paper_rows[i].width_mm * 72 / 25.4);
            *height = length_from_pt(paper_rows[i].height_mm * 72 / 25.4);
            return true;
        }
    }
    uint32_t cross = 0;
    while (cross < paper.length && paper.bytes[cross] != 'x' && paper.bytes[cross] != 'X')
        cross++;
    if (cross == paper.length)
        return false;
    Measure sides[2];
    Str second = str_trim(str_from_offset(paper, cross + 1));
    if (!measure_read((Str){paper.bytes, cross}, &sides[0]) || !measure_read(second, &sides[1]))
        return false;
    if (sides[0].unit == UNIT_NONE) { // "210x297mm": the unit stands for both
        Str digits = second;
        double unused;
        number_take(&digits, &unused);
        if (!measure_read((Str){paper.bytes, cross}, &sides[0]))
            return false;
        double per_unit = unused > 0 ? sides[1].number / unused : 0;
        sides[0] = (Measure){sides[0].number * per_unit, sides[1].unit, true};
    }
    if (!paper_side_is_sound(sides[0]) || !paper_side_is_sound(sides[1]))
        return false;
    *width = length_from_pt(sides[0].number);
    *height = length_from_pt(sides[1].number);
    return true;
}

static bool fill_read(Str text, ColorValue *color)
{
    if (!str_equal(text, STR("none")))
        return color_read(text, color);
    *color = (ColorValue){.is_set = true, .is_none = true};
    return true;
}

static bool flag_read(const Value *value, Flag *flag)
{
    if (value->kind != VALUE_BOOL)
        return false;
    *flag = value->number != 0 ? FLAG_ON : FLAG_OFF;
    return true;
}

// The place of a word among `names`, as many as the type has values; false where it is none of them.
static bool name_read(Str text, const char *const *names, int count, int *chosen)
{
    for (*chosen = 0; *chosen < count; ++*chosen) {
        if (str_equal(text, str_from(names[*chosen])))
            return true;
    }
    return false;
}

static bool font_read(Str text, FontValue *font)
{
    static const char *const names[] = {[FONT_ROLE_TEXT] = "text", [FONT_ROLE_MONO] = "mono"};
    int chosen;
    if (!name_read(text, names, sizeof names / sizeof *names, &chosen))
        return false;
    *font = (FontValue){(FontRole)chosen, true};
    return true;
}

static bool align_read(Str text, AlignValue *align)
{
    static const char *const names[] = {[ALIGN_START] = "start",
                                        [ALIGN_LEFT] = "left",
                                        [ALIGN_CENTER] = "center",
                                        [ALIGN_RIGHT] = "right",
                                        [ALIGN_JUSTIFY] = "justify"};
    int chosen;
    if (!name_read(text, names, sizeof names / sizeof *names, &chosen))
        return false;
    *align = (AlignValue){(Align)chosen, true};
    return true;
}

static bool scaling_read(Str text, Scaling *scaling)
{
    static const char *const names[] = {[SCALING_NONE] = "none", [SCALING_ANY] = "any"};
    int chosen;
    bool is_read = name_read(text, names, sizeof names / sizeof *names, &chosen);
    if (is_read)
        *scaling = (Scaling)chosen;
    return is_read;
}

static bool duplex_read(Str text, Duplex *duplex)
{
    static const char *const names[] = {[DUPLEX_ANY] = "any",
                                        [DUPLEX_OFF] = "off",
                                        [DUPLEX_LONG_EDGE] = "long-edge",
                                        [DUPLEX_SHORT_EDGE] = "short-edge"};
    int chosen;
    bool is_read = name_read(text, names, sizeof names / sizeof *names, &chosen);
    if (is_read)
        *duplex = (Duplex)chosen;
    return is_read;
}

static bool page_break_read(Str text, PageBreak *page_break)
{
    static const char *const names[] = {[PAGE_BREAK_NONE] = "none",
                                        [PAGE_BREAK_PAGE] = "page",
                                        [PAGE_BREAK_LEFT] = "left",
                                        [PAGE_BREAK_RIGHT] = "right"};
    int chosen;
    bool is_read = name_read(text, names, sizeof names / sizeof *names, &chosen);
    if (is_read)
        *page_break = (PageBreak)chosen;
    return is_read;
}

static const char *const type_wants[] = {
    [TYPE_TEXT] = "text",
    [TYPE_MEASURE] = "a length such as 14pt, 20mm, 1.5em or 1 line",
    [TYPE_FLAG] = "true or false",
    [TYPE_COLOR] = "a color such as '#1a2b3c' or navy, or none",
    [TYPE_FONT] = "text or mono",
    [TYPE_ALIGN] = "start, left, center, right or justify",
    [TYPE_PAGE_BREAK] = "none, page, left or right",
    [TYPE_SCALING] = "none or any",
    [TYPE_DUPLEX] = "any, off, long-edge or short-edge",
};

static bool property_store(const PropertyRow *row, void *owner, const Value *value)
{
    void *member = (char *)owner + row->offset;
    switch (row->type) {
    case TYPE_TEXT:
        *(Str *)member = value->text;
        return value->kind != VALUE_LIST && value->kind != VALUE_MAP;
    case TYPE_MEASURE:
        return measure_read(value->text, member);
    case TYPE_FLAG:
        return flag_read(value, member);
    case TYPE_COLOR:
        return fill_read(value->text, member);
    case TYPE_FONT:
        return font_read(value->text, member);
    case TYPE_ALIGN:
        return align_read(value->text, member);
    case TYPE_SCALING:
        return scaling_read(value->text, member);
    case TYPE_DUPLEX:
        return duplex_read(value->text, member);
    case TYPE_PAGE_BREAK:
        return page_break_read(value->text, member);
    }
    return false;
}

static bool row_is_in(const PropertyRow *row, Str section, bool is_role)
{
    return row->section ? !is_role && str_equal(str_from(row->section), section) : is_role;
}

// The nearest name is looked for only once a key is known to be wrong.
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

static const PropertyRow *property_find(Str section, bool is_role, Str key)
{
    for (size_t i = 0; i < PROPERTY_COUNT; i++) {
        if (row_is_in(&property_rows[i], section, is_role) && str_equal(key, str_from(property_rows[i].key)))
            return &property_rows[i];
    }
    return NULL;
}

static void diagnose_unknown_property(Stylesheet *sheet, const Value *value, Str section, bool is_role)
{
    Nearest nearest = {0};
    for (size_t i = 0; i < PROPERTY_COUNT; i++) {
        if (row_is_in(&property_rows[i], section, is_role))
            consider(&nearest, value->key, property_rows[i].key);
    }
    diagnose_unknown(sheet, value, section, nearest);
}

static void section_read(Stylesheet *sheet, Str section, void *owner, bool is_role, const Value *map)
{
    for (const Value *value = map->first_child; value; value = value->next) {
        const PropertyRow *row = property_find(section, is_role, value->key);
        if (!row)
            diagnose_unknown_property(sheet, value, section, is_role);
        else if (!property_store(row, owner, value))
            diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(value->key), type_wants[row->type]);
        else if (!is_role && row->offset == offsetof(Stylesheet, page.paper))
            sheet->page.paper_span = value->span;
    }
}

static int role_find(Str section)
{
    int role = 0;
    while (role < ROLE_COUNT && !str_equal(section, str_from(role_sections[role])))
        role++;
    return role;
}

static void diagnose_unknown_section(Stylesheet *sheet, const Value *value)
{
    Nearest nearest = {0};
    for (int role = 0; role < ROLE_COUNT; role++)
        consider(&nearest, value->key, role_sections[role]);
    diagnose_unknown(sheet, value, STR("the style"), nearest);
}

void sheet_read(Stylesheet *sheet, const Value *map)
{
    for (const Value *value = map->first_child; value; value = value->next) {
        if (str_equal(value->key, STR("extends")))
            continue;
        int role = role_find(value->key);
        bool is_section = str_equal(value->key, STR("page")) || str_equal(value->key, STR("table"));
        if (role == ROLE_COUNT && !is_section)
            diagnose_unknown_section(sheet, value);
        else if (value->kind != VALUE_MAP)
            diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(value->key), "a mapping");
        else
            section_read(sheet, value->key, is_section ? (void *)sheet : &sheet->roles[role], !is_section, value);
    }
}

void sheet_set_defaults(Stylesheet *sheet)
{
    for (size_t i = 0; i < PROPERTY_COUNT; i++) {
        const PropertyRow *row = &property_rows[i];
        if (!row->section)
            continue;
        Str text = str_from(row->fallback);
        if (text.length > 1 && text.bytes[0] == '\'')
            text = (Str){text.bytes + 1, text.length - 2};
        Value value = {.kind = VALUE_STRING, .text = text};
        if (row->type == TYPE_FLAG)
            value = (Value){.kind = VALUE_BOOL, .number = str_equal(text, STR("true"))};
        property_store(row, sheet, &value);
    }
    sheet->page.paper_span = SPAN_NONE;
    sheet->roles[ROLE_DOCUMENT].size = (Measure){14, UNIT_PT, true};
    sheet->roles[ROLE_DOCUMENT].leading = (Measure){1.4, UNIT_NONE, true};
}
