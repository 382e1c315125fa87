// Private to src/style: the rows of schema.h as a table, and how a value is read by its row.
#ifndef HSPDF_STYLE_PROPERTY_H
#define HSPDF_STYLE_PROPERTY_H

#include <stddef.h>

#include "style/sheet.h"

typedef enum {
#define TYPE(id, wants) TYPE_##id,
#include "style/schema.h"
    TYPE_COUNT
} ValueType;

typedef enum {
#define RANGE(id, least_pt, most_pt, least_factor, most_factor) RANGE_##id,
#include "style/schema.h"
    RANGE_COUNT
} RangeId;

typedef struct {
    const char *section; // NULL: of any role
    const char *key;
    ValueType type;
    RangeId range;
    size_t offset;        // in Stylesheet, or in RoleStyle
    const char *fallback; // as written in YAML; of a role: in words
    const char *about;
} PropertyRow;

extern const PropertyRow property_rows[];
extern const size_t property_count;
extern const char *const type_wants[TYPE_COUNT];

// The row of a key in a section, or in roles where `section` is empty; NULL where there is none.
const PropertyRow *property_find(Str section, Str key);
bool property_is_in(const PropertyRow *row, Str section);

// Stores `value` in `owner`, as the row says; what is wrong with it is diagnosed.
void property_set(Stylesheet *sheet, const PropertyRow *row, void *owner, const Value *value);

// "4 to 800pt, or 0.3 to 20 em or lines"; empty where the type has no range.
Str range_text(Arena *arena, const PropertyRow *row);

// One of the style's colours, a colour or `none`.
bool color_value_read(const Stylesheet *sheet, Str text, ColorValue *color);

#endif
