// What is behind characters: a mark's colour. It is as high as letters are, whatever the leading, and goes on over the
// words that stand beside each other.
#include "paint/painter.h"

// Of the type's size, from the baseline: what most scripts' letters need.
static const double above = 0.95, below = 0.28;

static bool goes_on(const GlyphRun *run, const GlyphRun *next)
{
    const TextStyle *a = &run->run->style, *b = &next->run->style;
    return b->has_ground && color_equal(a->ground, b->ground) && a->size == b->size && a->rise == b->rise;
}

void draw_line_grounds(Painter *painter, const Box *box)
{
    const Line *line = box->line;
    for (size_t i = 0; i < line->run_count; i++) {
        const GlyphRun *run = &line->runs[i];
        const TextStyle *style = &run->run->style;
        if (!style->has_ground)
            continue;
        Length left = run->x, right = run->x + run->width;
        for (; i + 1 < line->run_count && goes_on(run, &line->runs[i + 1]); run = &line->runs[++i]) {
            left = length_min(left, line->runs[i + 1].x);
            right = length_max(right, line->runs[i + 1].x + line->runs[i + 1].width);
        }
        Length hanging = glyph_run_space(run);
        if (run->word->right_to_left)
            left += hanging;
        else
            right -= hanging;
        Rectangle rectangle = {length_to_pt(box->x + left),
                               length_to_pt(box->y + line->ascent - style->rise) - above * length_to_pt(style->size),
                               length_to_pt(right - left), (above + below) * length_to_pt(style->size)};
        if (right > left)
            painter_decorate(painter, &rectangle, 1, style->ground);
    }
}
