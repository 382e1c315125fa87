#include "reference/reference.h"

#include <math.h>
#include <stdio.h>

static const double tolerance_pt = 0.01;
enum { GLYPHS_SHOWN = 12 };

// Glyphs of both ways are matched whatever their order, which does not show. Gives how far the nearest one is.
static double find_match(const PlacedGlyph *wanted, const PlacedLine *line, bool *taken, size_t hint)
{
    double nearest = HUGE_VAL;
    for (size_t i = 0; i < line->count; i++) {
        size_t at = (hint + i) % line->count;
        const PlacedGlyph *glyph = &line->glyphs[at];
        if (taken[at] || glyph->font != wanted->font || glyph->glyph != wanted->glyph)
            continue;
        double distance = fmax(fabs(glyph->x - wanted->x), fabs(glyph->y - wanted->y));
        nearest = fmin(nearest, distance);
        if (distance > tolerance_pt)
            continue;
        taken[at] = true;
        return distance;
    }
    return nearest;
}

static void print_unmatched(Arena *arena, const char *name, const PlacedLine *line, const PlacedLine *other)
{
    bool *taken = arena_array(arena, bool, other->count);
    printf("  %s, %zu glyphs, %.3f pt; unmatched:", name, line->count, line->width);
    for (size_t i = 0, shown = 0; i < line->count && shown < GLYPHS_SHOWN; i++) {
        const PlacedGlyph *glyph = &line->glyphs[i];
        if (find_match(glyph, other, taken, i) <= tolerance_pt)
            continue;
        printf(" %u(%s)@%.3f,%.3f", glyph->glyph, glyph->font->staged->file, glyph->x, glyph->y);
        shown++;
    }
    printf("\n");
}

static bool lines_match(Comparison *comparison, Arena *arena, const PlacedLine *fast, const PlacedLine *reference)
{
    bool *taken = arena_array(arena, bool, fast->count);
    double worst = fabs(fast->width - reference->width);
    bool is_same = fast->count == reference->count && worst <= tolerance_pt;
    for (size_t i = 0; i < reference->count && is_same; i++) {
        double distance = find_match(&reference->glyphs[i], fast, taken, i);
        is_same = distance <= tolerance_pt;
        worst = fmax(worst, distance);
    }
    comparison->lines++;
    comparison->glyphs += reference->count;
    if (is_same)
        comparison->worst_pt = fmax(comparison->worst_pt, worst);
    return is_same;
}

static void print_text(Str text)
{
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at, code = utf8_next(text, &at);
        bool is_plain = (code >= ' ' && code < 0x300 && code != 0xA0 && code != 0xAD) ||
                        (code >= 0x370 && code / 0x100 != 0x20 && code != 0x3000 && !is_default_ignorable(code));
        if (is_plain)
            printf("%.*s", (int)(at - start), text.bytes + start);
        else
            printf("{%X}", code);
    }
}

static void print_paragraph(const Mixture *mixture, const Line *line, size_t index)
{
    printf("  line %zu of %.2f pt, align %d, %s:", index + 1, length_to_pt(mixture->measure), mixture->style.align,
           mixture->style.right_to_left ? "rtl" : "ltr");
    for (size_t i = 0; i < mixture->run_count; i++) {
        const StyledRun *run = &mixture->runs[i];
        printf(" %.*s%s%s%s %.2f \"", STR_ARGS(run->lang), run->style.bold ? " bold" : "",
               run->style.italic ? " italic" : "", run->style.role == FONT_ROLE_MONO ? " mono" : "",
               length_to_pt(run->style.size));
        print_text(run->text);
        printf("\"%s", run->line_break ? " br" : "");
    }
    printf("\n  words: ");
    for (size_t i = 0; i < line->run_count; i++)
        printf("|%.*s", STR_ARGS(line->runs[i].word->text));
    printf("|\n");
}

void compare_paragraph(Comparison *comparison, Reference *reference, Engine *engine, Arena *arena,
                       const Mixture *mixture)
{
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    const Paragraph *paragraph =
        paragraph_new(arena, engine, &mixture->style, mixture->runs, mixture->run_count, diagnostics);
    LineList list = paragraph_break(paragraph, mixture->measure, arena, diagnostics);
    const PlacedLine *lines =
        reference_lines(reference, arena, paragraph, mixture->runs, mixture->run_count, &list, mixture->measure);
    bool is_same = true;
    for (size_t i = 0; i < list.count && is_same; i++) {
        PlacedLine fast = placed_line(arena, &list.lines[i]);
        is_same = lines_match(comparison, arena, &fast, &lines[i]);
        if (is_same || comparison->differing >= DIFFERENCES_SHOWN)
            continue;
        print_unmatched(arena, "fast", &fast, &lines[i]);
        print_unmatched(arena, "reference", &lines[i], &fast);
        print_paragraph(mixture, &list.lines[i], i);
    }
    comparison->paragraphs++;
    comparison->differing += !is_same;
    engine_document_done(engine);
}
