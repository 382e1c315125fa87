// Reads values by the rows of schema.h: each row says where its value goes, how it is written, and what it may be.
#include "style/property.h"

#include <math.h>

const PropertyRow property_rows[] = {
#define PROPERTY(section, key, member, type, range, fallback, about)                                                   \
    {#section, key, TYPE_##type, RANGE_##range, offsetof(Stylesheet, section.member), fallback, about},
#define ROLE_PROPERTY(key, member, type, range, fallback, about)                                                       \
    {NULL, key, TYPE_##type, RANGE_##range, offsetof(RoleStyle, member), fallback, about},
#include "style/schema.h"
};

const size_t property_count = sizeof property_rows / sizeof *property_rows;

const char *const type_wants[] = {
#define TYPE(id, wants) wants,
#include "style/schema.h"
};

static const struct {
    double least_pt, most_pt, least_factor, most_factor;
} range_rows[] = {
#define RANGE(id, least_pt, most_pt, least_factor, most_factor) {least_pt, most_pt, least_factor, most_factor},
#include "style/schema.h"
};

bool property_is_in(const PropertyRow *row, Str section)
{
    return row->section ? str_equal(str_from(row->section), section) : section.length == 0;
}

const PropertyRow *property_find(Str section, Str key)
{
    for (size_t i = 0; i < property_count; i++) {
        if (str_equal(key, str_from(property_rows[i].key)) && property_is_in(&property_rows[i], section))
            return &property_rows[i];
    }
    return NULL;
}

// ---- lengths

typedef enum { LENGTH_READ, LENGTH_NONE, LENGTH_WITHOUT_UNIT, LENGTH_OUT_OF_RANGE } LengthStatus;

static bool is_in_range(RangeId range, Measure measure)
{
    if (measure.unit == UNIT_PT)
        return measure.number >= range_rows[range].least_pt && measure.number <= range_rows[range].most_pt;
    return measure.number >= range_rows[range].least_factor && measure.number <= range_rows[range].most_factor;
}

// Only leading may be a plain number, and nothing be 0 without a unit.
static LengthStatus length_read(const PropertyRow *row, Str text, Measure *member)
{
    Measure measure;
    if (!measure_read(text, &measure))
        return LENGTH_NONE;
    if (measure.unit == UNIT_NONE && measure.number != 0 && row->type != TYPE_LEADING)
        return LENGTH_WITHOUT_UNIT;
    if (!is_in_range(row->range, measure))
        return LENGTH_OUT_OF_RANGE;
    *member = measure;
    return LENGTH_READ;
}

Str range_text(Arena *arena, const PropertyRow *row)
{
    if (row->range == RANGE_NONE)
        return (Str){0};
    return arena_format(arena, "%g to %gpt, or %g to %g%s", range_rows[row->range].least_pt,
                        range_rows[row->range].most_pt, range_rows[row->range].least_factor,
                        range_rows[row->range].most_factor, row->type == TYPE_LEADING ? " times" : " em or lines");
}

static void length_set(Stylesheet *sheet, const PropertyRow *row, Measure *member, const Value *value)
{
    Str key = value->key;
    switch (length_read(row, value->text, member)) {
    case LENGTH_READ:
        break;
    case LENGTH_NONE:
        diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(key), type_wants[row->type]);
        break;
    case LENGTH_WITHOUT_UNIT:
        diagnose(sheet->diagnostics, value->span, DIAG_STYLE_UNIT, STR_ARGS(key), STR_ARGS(value->text));
        break;
    case LENGTH_OUT_OF_RANGE:
        diagnose(sheet->diagnostics, value->span, DIAG_STYLE_RANGE, STR_ARGS(key),
                 STR_ARGS(range_text(sheet->arena, row)));
        break;
    }
}

// ---- all others

bool color_value_read(const Stylesheet *sheet, Str text, ColorValue *color)
{
    const ColorValue *named = names_find(&sheet->colors, text);
    if (named)
        *color = *named;
    else if (str_equal(text, STR("none")))
        *color = (ColorValue){.is_set = true, .is_none = true};
    else
        return color_read(text, color);
    return true;
}

static bool share_read(Str text, double *share)
{
    Measure measure;
    bool is_share =
        measure_read(text, &measure) && measure.unit == UNIT_NONE && measure.number >= 0 && measure.number <= 1;
    if (is_share)
        *share = measure.number;
    return is_share;
}

static bool whole_read(Str text, size_t *count)
{
    Measure measure;
    bool is_count = measure_read(text, &measure) && measure.unit == UNIT_NONE && measure.number >= 1 &&
                    measure.number <= BOUND_PAGES && floor(measure.number) == measure.number;
    if (is_count)
        *count = (size_t)measure.number;
    return is_count;
}

static bool columns_read(Str text, uint8_t *count)
{
    size_t whole;
    bool is_count = whole_read(text, &whole) && whole <= COLUMN_COUNT_MAX;
    if (is_count)
        *count = (uint8_t)whole;
    return is_count;
}

static bool flag_read(const Value *value, Flag *flag)
{
    if (value->kind != VALUE_BOOL)
        return false;
    *flag = value->number != 0 ? FLAG_ON : FLAG_OFF;
    return true;
}

// The values of a type in words, in the order of its enumeration.
enum { WORDS_MAX = 5 };
static const char *const type_words[TYPE_COUNT][WORDS_MAX] = {
    [TYPE_FONT] = {[FONT_ROLE_TEXT] = "text", [FONT_ROLE_MONO] = "mono"},
    [TYPE_ALIGN] = {[ALIGN_START] = "start",
                    [ALIGN_LEFT] = "left",
                    [ALIGN_CENTER] = "center",
                    [ALIGN_RIGHT] = "right",
                    [ALIGN_JUSTIFY] = "justify"},
    [TYPE_SCALING] = {[SCALING_NONE] = "none", [SCALING_ANY] = "any"},
    [TYPE_DUPLEX] = {[DUPLEX_ANY] = "any",
                     [DUPLEX_OFF] = "off",
                     [DUPLEX_LONG_EDGE] = "long-edge",
                     [DUPLEX_SHORT_EDGE] = "short-edge"},
    [TYPE_NUMERALS] = {[NUMERALS_DECIMAL] = "decimal", [NUMERALS_ROMAN] = "roman"},
    [TYPE_SIDES] = {[SIDES_ONE] = "one", [SIDES_TWO] = "two"},
    [TYPE_PANELS] = {[PANELS_NONE] = "none", [PANELS_TRIFOLD] = "trifold"},
    [TYPE_SPAN] = {[FLAG_UNSET] = "", [FLAG_OFF] = "none", [FLAG_ON] = "all"},
    [TYPE_PAGE_BREAK] = {[PAGE_BREAK_NONE] = "none",
                         [PAGE_BREAK_COLUMN] = "column",
                         [PAGE_BREAK_PAGE] = "page",
                         [PAGE_BREAK_LEFT] = "left",
                         [PAGE_BREAK_RIGHT] = "right"},
};

static bool word_read(ValueType type, Str text, int *chosen)
{
    for (*chosen = 0; *chosen < WORDS_MAX && type_words[type][*chosen]; ++*chosen) {
        if (str_equal(text, str_from(type_words[type][*chosen])))
            return true;
    }
    return false;
}

static bool word_set(ValueType type, Str text, void *member)
{
    int chosen;
    if (!word_read(type, text, &chosen))
        return false;
    switch (type) {
    case TYPE_FONT:
        *(FontValue *)member = (FontValue){(FontRole)chosen, true};
        break;
    case TYPE_ALIGN:
        *(AlignValue *)member = (AlignValue){(Align)chosen, true};
        break;
    case TYPE_SCALING:
        *(Scaling *)member = (Scaling)chosen;
        break;
    case TYPE_DUPLEX:
        *(Duplex *)member = (Duplex)chosen;
        break;
    case TYPE_NUMERALS:
        *(Numerals *)member = (Numerals)chosen;
        break;
    case TYPE_PANELS:
        *(Panels *)member = (Panels)chosen;
        break;
    case TYPE_SPAN:
        *(Flag *)member = (Flag)chosen;
        break;
    case TYPE_SIDES:
        *(Sides *)member = (Sides)chosen;
        break;
    default:
        *(PageBreak *)member = (PageBreak)chosen;
        break;
    }
    return true;
}

static bool value_store(const Stylesheet *sheet, const PropertyRow *row, void *member, const Value *value)
{
    switch (row->type) {
    case TYPE_TEXT:
        *(Str *)member = value->text;
        return value->kind != VALUE_LIST && value->kind != VALUE_MAP;
    case TYPE_LINE:
        *(const Value **)member = value;
        return value->kind != VALUE_LIST && value->kind != VALUE_MAP;
    case TYPE_WHOLE:
        return whole_read(value->text, member);
    case TYPE_COLUMNS:
        return columns_read(value->text, member);
    case TYPE_SHARE:
        return share_read(value->text, member);
    case TYPE_FLAG:
        return flag_read(value, member);
    case TYPE_COLOR:
        return color_value_read(sheet, value->text, member);
    default:
        return word_set(row->type, value->text, member);
    }
}

void property_set(Stylesheet *sheet, const PropertyRow *row, void *owner, const Value *value)
{
    void *member = (char *)owner + row->offset;
    if (row->type == TYPE_LENGTH || row->type == TYPE_LEADING)
        length_set(sheet, row, member, value);
    else if (!value_store(sheet, row, member, value))
        diagnose(sheet->diagnostics, value->span, DIAG_STYLE_VALUE, STR_ARGS(value->key), type_wants[row->type]);
}
