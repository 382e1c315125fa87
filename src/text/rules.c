// Rules under and through text. An underline leaves out where letters reach through it, so that g and j stay legible.
#include <errno.h>
#include <hb-ot.h>
#include <hb.h>
#include <math.h>

#include "text/engine.h"

enum {
    CURVE_STEPS = 8, // a curve is seen as so many straight lines
    SPANS_MAX = 12   // of one glyph in a band; more are taken as one
};

// Font units, from the word's left end.
typedef struct {
    float left, right;
} InkSpan;

// Where a glyph's outline crosses a band.
typedef struct {
    float bottom, top;
    float x, y; // the pen
    InkSpan spans[SPANS_MAX];
    int count;
} Band;

static void add_span(Band *band, float left, float right)
{
    for (int i = 0; i < band->count; i++) {
        InkSpan *span = &band->spans[i];
        bool is_last_room = i == SPANS_MAX - 1;
        if ((left > span->right || right < span->left) && !is_last_room)
            continue;
        *span = (InkSpan){fminf(left, span->left), fmaxf(right, span->right)};
        return;
    }
    band->spans[band->count++] = (InkSpan){left, right};
}

static void cross_band(Band *band, float x, float y)
{
    float x0 = band->x, y0 = band->y;
    band->x = x;
    band->y = y;
    if (fmaxf(y0, y) < band->bottom || fminf(y0, y) > band->top)
        return;
    float bottom = y0 == y ? 0 : (band->bottom - y0) / (y - y0), top = y0 == y ? 1 : (band->top - y0) / (y - y0);
    float from = fmaxf(fminf(bottom, top), 0), to = fminf(fmaxf(bottom, top), 1);
    float a = x0 + from * (x - x0), b = x0 + to * (x - x0);
    add_span(band, fminf(a, b), fmaxf(a, b));
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    ((Band *)data)->x = x;
    ((Band *)data)->y = y;
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
    (void)funcs, (void)state, (void)user;
    cross_band(data, x, y);
}

// HarfBuzz hands quadratic curves to this one too.
static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2,
                     float x3, float y3, void *user)
{
    (void)funcs, (void)state, (void)user;
    Band *band = data;
    float x0 = band->x, y0 = band->y;
    for (int i = 1; i <= CURVE_STEPS; i++) {
        float t = (float)i / CURVE_STEPS, s = 1 - t;
        cross_band(band, s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3,
                   s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3);
    }
}

// NULL, with ENOMEM in errno, where there is no memory.
static hb_draw_funcs_t *draw_funcs_new(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    if (errno != ENOMEM)
        return funcs;
    hb_draw_funcs_destroy(funcs);
    return NULL;
}

static void sort_spans(Band *band)
{
    for (int i = 1; i < band->count; i++) {
        for (int j = i; j > 0 && band->spans[j - 1].left > band->spans[j].left; j--) {
            InkSpan swapped = band->spans[j];
            band->spans[j] = band->spans[j - 1];
            band->spans[j - 1] = swapped;
        }
    }
}

// Gives the spans from left to right. `band` has none yet.
static void find_glyph_spans(const Font *font, uint32_t glyph, Band *band)
{
    Engine *engine = font->engine;
    errno = 0;
    if (!engine->draw_funcs)
        engine->draw_funcs = draw_funcs_new();
    engine_check_errno(engine);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font->shaper, glyph, engine->draw_funcs, band);
#else
    hb_font_get_glyph_shape(font->shaper, glyph, engine->draw_funcs, band);
#endif
    engine_check_errno(engine);
    sort_spans(band);
}

// ---- the rule

typedef struct {
    float position, thickness; // of its middle, from the baseline up; font units
} RuleMetrics;

static int metric(const Font *font, hb_ot_metrics_tag_t tag, int fallback)
{
    hb_position_t position;
    return hb_ot_metrics_get_position(font->shaper, tag, &position) ? position : fallback;
}

// The tables give an underline's middle (`post`), a strike's upper edge (`OS/2`).
static RuleMetrics rule_metrics(const Font *font, bool is_strike)
{
    int em = font_units_per_em(font);
    if (font_is_color(font))
        return (RuleMetrics){(float)(is_strike ? em / 3 : -em / 10), (float)em / 20};
    float thickness =
        (float)metric(font, is_strike ? HB_OT_METRICS_TAG_STRIKEOUT_SIZE : HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20);
    if (is_strike)
        return (RuleMetrics){(float)metric(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, em / 3) - thickness / 2,
                             thickness};
    return (RuleMetrics){(float)metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10), thickness};
}

typedef struct {
    Arena *arena;
    const GlyphRun *run;
    RuleMetrics metrics;
    RuleList list;
    size_t capacity;
} Ruling;

static Length scaled(const Ruling *ruling, float units)
{
    return font_scale(ruling->run->word->font, (int32_t)lroundf(units), ruling->run->run->style.size);
}

// Dots between two letters would look like dirt.
static void add_rule(Ruling *ruling, Length from, Length to)
{
    Length thickness = scaled(ruling, ruling->metrics.thickness);
    if (to - from < thickness)
        return;
    *arena_push(ruling->arena, ruling->list.rules, ruling->list.count, ruling->capacity) =
        (Rule){.x = from,
               .y = -scaled(ruling, ruling->metrics.position + ruling->metrics.thickness / 2),
               .width = to - from,
               .height = thickness};
}

// From `from` to `to`, but not where ink is, nor close to it.
static void rule_around_ink(Ruling *ruling, Length from, Length to)
{
    const Word *word = ruling->run->word;
    float margin = ruling->metrics.thickness, half = ruling->metrics.thickness / 2;
    float bottom = ruling->metrics.position - half, top = ruling->metrics.position + half;
    for (uint32_t i = 0; i < word->glyph_count; i++) {
        if (word->glyphs[i].glyph == word->font->space_glyph)
            continue;
        Band glyph = {.bottom = bottom - (float)word->glyphs[i].y, .top = top - (float)word->glyphs[i].y};
        find_glyph_spans(word->font, word->glyphs[i].glyph, &glyph);
        for (int j = 0; j < glyph.count; j++) {
            float left = (float)word->glyphs[i].x + glyph.spans[j].left - margin;
            float right = (float)word->glyphs[i].x + glyph.spans[j].right + margin;
            add_rule(ruling, from, length_min(ruling->run->x + scaled(ruling, left), to));
            from = length_max(from, ruling->run->x + scaled(ruling, right));
        }
    }
    add_rule(ruling, from, to);
}

RuleList rules_of_run(const Line *line, size_t index, bool is_strike, Arena *arena)
{
    const GlyphRun *run = &line->runs[index];
    Ruling ruling = {.arena = arena, .run = run, .metrics = rule_metrics(run->word->font, is_strike)};
    Length from = run->x, to = run->x + run->width;
    // Spaces at the end are ruled where the rule goes on behind them.
    const TextStyle *next = index + 1 < line->run_count ? &line->runs[index + 1].run->style : NULL;
    bool goes_on = next && (is_strike ? next->strike : next->underline);
    Length space = font_scale(run->word->font, run->word->space_advance, run->run->style.size);
    if (!goes_on && run->word->right_to_left)
        from += space;
    else if (!goes_on)
        to = length_min(to, run->x + font_scale(run->word->font, run->word->advance, run->run->style.size) - space);
    if (is_strike)
        add_rule(&ruling, from, to);
    else
        rule_around_ink(&ruling, from, to);
    return ruling.list;
}
