// Lengths of CSS 2.2, section 4.3.2, with rem; units in a table.
#include "size.h"

#include "support/number.h"

static const struct {
    const char *name;
    SizeUnit unit;
    double factor; // to pt, em or per cent
} units[] = {
    {"", SIZE_PT, 0.75}, {"px", SIZE_PT, 0.75},      {"pt", SIZE_PT, 1},         {"pc", SIZE_PT, 12},
    {"in", SIZE_PT, 72}, {"cm", SIZE_PT, 72 / 2.54}, {"mm", SIZE_PT, 72 / 25.4}, {"em", SIZE_EM, 1},
    {"rem", SIZE_EM, 1}, {"%", SIZE_PERCENT, 1},
};

bool size_read(Str text, Size *size)
{
    text = str_trim(text);
    *size = (Size){0};
    if (str_equal_nocase(text, STR("auto")))
        return true;
    double number;
    Str unit = text;
    if (!number_take(&unit, &number) || number <= 0)
        return false;
    unit = str_trim(unit);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!str_equal_nocase(unit, str_from(units[i].name)))
            continue;
        *size = (Size){number * units[i].factor, units[i].unit};
        return true;
    }
    return false;
}
