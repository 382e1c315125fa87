// Steps by which a style may give way so that a text fits: first the spaces between blocks, then type, down to the
// style's least. All sizes shrink by one factor, but none below the least that was not below it already.
#include <math.h>

#include "style/sheet.h"

enum { SPACE_STEPS = 4, SIZE_STEPS_A_PT = 4, SIZE_STEPS_MOST = 400 };

static double body_size_pt(const Stylesheet *sheet)
{
    const Measure *size = &sheet->styles_given[ROLE_DOCUMENT].size;
    return size->unit == UNIT_PT ? size->number : 0;
}

static double least_size_pt(const Stylesheet *sheet)
{
    const Measure *least = &sheet->fit.size_min;
    return fmax(least->unit == UNIT_PT ? least->number : 0, TYPE_LEAST_PT);
}

// Roles first, then classes.
static RoleStyle *style_at(Stylesheet *sheet, size_t index)
{
    return index < ROLE_COUNT ? &sheet->roles[index] : sheet->classes.items[index - ROLE_COUNT].value;
}

static size_t style_count(const Stylesheet *sheet)
{
    return ROLE_COUNT + sheet->classes.count;
}

static void keep_given(Stylesheet *sheet)
{
    if (sheet->styles_given)
        return;
    sheet->styles_given = arena_array(sheet->arena, RoleStyle, style_count(sheet));
    for (size_t i = 0; i < style_count(sheet); i++)
        sheet->styles_given[i] = *style_at(sheet, i);
}

size_t stylesheet_fit_steps(Stylesheet *sheet)
{
    keep_given(sheet);
    double sizes = (body_size_pt(sheet) - least_size_pt(sheet)) * SIZE_STEPS_A_PT;
    return 1 + SPACE_STEPS + (sizes > 0 ? (size_t)fmin(floor(sizes), SIZE_STEPS_MOST) : 0);
}

static void scale_size(Measure *size, double factor, double body, double least)
{
    if (!size->is_set)
        return;
    if (size->unit == UNIT_PT)
        size->number = fmax(size->number * factor, fmin(size->number, least));
    else if (size->unit == UNIT_EM && size->number * body >= least) // of inlines: of what is around them
        size->number = fmax(size->number, fmin(1, least / (body * factor)));
}

static void scale_space(Measure *space, double factor)
{
    if (space->is_set)
        space->number *= factor;
}

void stylesheet_fit(Stylesheet *sheet, size_t step)
{
    keep_given(sheet);
    double body = body_size_pt(sheet), least = least_size_pt(sheet), size = 1, space = 1;
    size_t space_step = step < SPACE_STEPS ? step : SPACE_STEPS;
    if (step > SPACE_STEPS)
        size = (body - (double)(step - SPACE_STEPS) / SIZE_STEPS_A_PT) / body;
    space -= (1 - sheet->fit.space_min) * (double)space_step / SPACE_STEPS;
    for (size_t i = 0; i < style_count(sheet); i++) {
        RoleStyle *role = style_at(sheet, i);
        *role = sheet->styles_given[i];
        scale_size(&role->size, size, body, least);
        if (role->leading.unit == UNIT_PT)
            role->leading.number *= size;
        scale_space(&role->space_before, space);
        scale_space(&role->space_after, space);
    }
    sheet->computed_page.measure_max = page_length(sheet, sheet->page.measure);
    sheet->fit_space = space;
}

FittedStyle stylesheet_fitted(const Stylesheet *sheet)
{
    BlockStyle body = stylesheet_block(sheet, NULL, NULL);
    return (FittedStyle){body.text.size, body.leading, sheet->fit_space};
}
