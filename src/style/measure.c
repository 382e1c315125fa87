// Lengths and papers as styles and command lines write them.
#include <math.h>

#include "style/sheet.h"
#include "support/number.h"

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
