// Draws pages onto a canvas: for each node its glyphs, as many in one call as follow each other with one font, size and
// colour, over all lines of the node.
//
// White space is drawn together with the word before it, in its font: readers of PDFs find words by the spaces between
// them, and a call without ink would be lost in cairo's file of fonts.
#include "paint/painter.h"

void painter_begin(Painter *painter, const Node *node)
{
    Canvas *canvas = painter->canvas;
    bool is_there = canvas->runs == painter->runs && canvas->panel == painter->panel;
    if (painter->is_open && painter->open_node == node && is_there)
        return;
    if (painter->is_open)
        canvas->end(canvas);
    painter->is_open = true;
    painter->open_node = node;
    canvas->runs = painter->runs;
    canvas->panel = painter->panel;
    canvas->begin(canvas, node, painter->mcid);
    painter->mcid += node != NULL;
}

static void batch_draw(Painter *painter)
{
    Batch *batch = &painter->batch;
    if (batch->first) {
        const GlyphRun *run = batch->first;
        Font *font = run->word->font;
        GlyphText text = {.font = font,
                          .size = length_to_pt(run->run->style.size) * font_scale_factor(font),
                          .color = run->run->style.color,
                          .glyphs = batch->glyphs,
                          .clusters = batch->clusters,
                          .glyph_count = batch->glyph_count,
                          .cluster_count = batch->cluster_count,
                          .text = buffer_str(&batch->text)};
        painter_begin(painter, batch->node);
        painter->canvas->text(painter->canvas, &text);
    }
    batch->glyph_count = batch->cluster_count = batch->text.length = 0;
    batch->first = NULL;
}

static bool word_is_blank(const Word *word)
{
    if (word->text.length == 0 && word->glyph_count > 0)
        return false; // a sign that has no text
    for (uint32_t i = 0; i < word->text.length; i++) {
        if (!memchr(" \t\r\n\f\v", word->text.bytes[i], 6))
            return false;
    }
    return true;
}

// Words of right-to-left text follow each other leftwards: one call each, or readers mix them up
// (docs/scripts.md).
static bool batch_follows(const Batch *batch, const GlyphRun *run, const Line *line, double x)
{
    if (batch->line == line)
        return x >= batch->right - 0.01;
    return !batch->first->word->right_to_left && !run->word->right_to_left;
}

static bool batch_takes(const Batch *batch, const GlyphRun *run, const Node *node, const Line *line, double x)
{
    const StyledRun *first = batch->first->run;
    return batch->node == node && batch->first->word->font == run->word->font &&
           first->style.size == run->run->style.size && first->style.rise == run->run->style.rise &&
           color_equal(first->style.color, run->run->style.color) && batch_follows(batch, run, line, x);
}

static void batch_add_cluster(Painter *painter, Cluster cluster)
{
    Batch *batch = &painter->batch;
    *arena_push(painter->arena, batch->clusters, batch->cluster_count, batch->cluster_capacity) = cluster;
}

// White space takes the font of the word before it; without one on its line there is nothing that it could part.
static void batch_add_blank(Painter *painter, const GlyphRun *run, const Line *line, double x, double y)
{
    Batch *batch = &painter->batch;
    if (!batch->first || batch->line != line)
        return;
    buffer_append_str(&batch->text, STR(" "));
    *arena_push(painter->arena, batch->glyphs, batch->glyph_count, batch->glyph_capacity) =
        (PlacedGlyph){font_space_glyph(batch->first->word->font), x, y};
    batch_add_cluster(painter, (Cluster){1, 1, 0});
    batch->right = x + length_to_pt(run->width);
}

// `word` is the run's, or a part of it.
static void batch_add(Painter *painter, const GlyphRun *run, const Word *word, const Node *node, const Line *line,
                      double x, double y)
{
    Batch *batch = &painter->batch;
    double scale = length_to_pt(run->run->style.size) / font_units_per_em(word->font);
    if (!batch->first) {
        batch->first = run;
        batch->node = node;
    }
    batch->line = line;
    buffer_append_str(&batch->text, word->text);
    for (uint32_t i = 0; i < word->glyph_count; i++) {
        const Glyph *glyph = &word->glyphs[i];
        *arena_push(painter->arena, batch->glyphs, batch->glyph_count, batch->glyph_capacity) =
            (PlacedGlyph){glyph->glyph, x + glyph->x * scale, y - glyph->y * scale};
    }
    for (uint32_t i = 0; i < word->cluster_count; i++)
        batch_add_cluster(painter, word->clusters[i]);
    batch->right = x + length_to_pt(run->width);
}

// A hyphen that is not in the text is decoration: else a screen reader would read it out.
static void draw_marked_word(Painter *painter, const GlyphRun *run, const Node *node, const Line *line, double x,
                             double y)
{
    const Word *word = run->word;
    const Cluster *mark = &word->clusters[word->cluster_count - 1];
    Word text = *word, hyphen = *word;
    text.cluster_count--;
    text.glyph_count -= mark->glyph_count;
    text.text.length -= mark->byte_count;
    hyphen.clusters = mark;
    hyphen.cluster_count = 1;
    hyphen.glyphs += text.glyph_count;
    hyphen.glyph_count = mark->glyph_count;
    hyphen.text = str_from_offset(word->text, text.text.length);
    batch_add(painter, run, &text, node, line, x, y);
    batch_draw(painter);
    batch_add(painter, run, &hyphen, NULL, line, x, y);
    batch_draw(painter);
}

// The space that is written with what stands before it; NULL: there is none.
static const GlyphRun *space_behind(const Line *line, size_t index)
{
    const GlyphRun *next = &line->runs[index + 1];
    return index + 1 < line->run_count && !next->run->object && word_is_blank(next->word) ? next : NULL;
}

static void draw_picture_at(Painter *painter, const Node *node, const Line *line, size_t index, double x, double y)
{
    const GlyphRun *run = &line->runs[index];
    painter_begin(painter, node);
    draw_word_picture(painter, run, space_behind(line, index), x, y);
}

static void draw_image_of(Painter *painter, const Image *image, const Node *node, const Box *place)
{
    Rectangle rectangle = rectangle_of(place);
    batch_draw(painter);
    painter_begin(painter, node);
    draw_image(painter, image, &rectangle);
}

static void draw_run_image(Painter *painter, const Box *box, const GlyphRun *run)
{
    const InlineObject *object = run->run->object;
    const Node *node = run->run->node;
    Box place = {.x = box->x + run->x,
                 .y = box->y + box->line->ascent - object->ascent,
                 .width = object->width,
                 .height = object->ascent + object->descent};
    bool is_artifact = box->is_artifact || node->image->is_decorative;
    draw_image_of(painter, images_find(painter->layout->images, node), is_artifact ? NULL : node, &place);
}

static void draw_line_text(Painter *painter, const Box *box)
{
    const Line *line = box->line;
    for (size_t i = 0; i < line->run_count; i++) {
        const GlyphRun *run = &line->runs[i];
        const Node *node = box->is_artifact ? NULL : run->run->node;
        double x = length_to_pt(box->x + run->x);
        double y = length_to_pt(box->y + line->ascent - run->run->style.rise);
        if (run->run->object && run->run->object->is_blank) {
            batch_draw(painter);
            draw_blank(painter, run, space_behind(line, i), node, x, y);
            continue;
        }
        if (run->run->object) {
            draw_run_image(painter, box, run);
            continue;
        }
        if (word_is_blank(run->word)) {
            batch_add_blank(painter, run, line, x, y);
            continue;
        }
        bool is_picture = word_is_picture(run->word);
        if (painter->batch.first && (is_picture || !batch_takes(&painter->batch, run, node, line, x)))
            batch_draw(painter);
        bool has_mark = line->ends_with_mark && i + 1 == line->run_count && run->word->cluster_count > 1;
        if (is_picture)
            draw_picture_at(painter, node, line, i, x, y);
        else if (has_mark && node && !run->word->right_to_left)
            draw_marked_word(painter, run, node, line, x, y);
        else
            batch_add(painter, run, run->word, node, line, x, y);
    }
}

void painter_decorate(Painter *painter, const Rectangle *rectangles, size_t count, Color color)
{
    batch_draw(painter);
    painter_begin(painter, NULL);
    painter->canvas->fill(painter->canvas, rectangles, count, color);
}

static void draw_run_rules(Painter *painter, const Box *box, size_t index, bool is_strike)
{
    const TextStyle *style = &box->line->runs[index].run->style;
    RuleList list = rules_of_run(box->line, index, is_strike, painter->arena);
    if (list.count == 0)
        return;
    Length baseline = box->y + box->line->ascent - style->rise;
    Rectangle *rectangles = arena_array(painter->arena, Rectangle, list.count);
    for (size_t i = 0; i < list.count; i++) {
        const Rule *rule = &list.rules[i];
        rectangles[i] = (Rectangle){length_to_pt(box->x + rule->x), length_to_pt(baseline + rule->y),
                                    length_to_pt(rule->width), length_to_pt(rule->height)};
    }
    painter_decorate(painter, rectangles, list.count, style->color);
}

static void draw_line_rules(Painter *painter, const Box *box)
{
    for (size_t i = 0; i < box->line->run_count; i++) {
        const GlyphRun *run = &box->line->runs[i];
        if (run->run->object)
            continue;
        if (run->run->style.underline)
            draw_run_rules(painter, box, i, /*is_strike*/ false);
        if (run->run->style.strike)
            draw_run_rules(painter, box, i, /*is_strike*/ true);
    }
}

static void draw_fill(Painter *painter, const Box *box)
{
    Rectangle rectangle = rectangle_of(box);
    painter_decorate(painter, &rectangle, 1, box->fill);
}

static void draw_box(Painter *painter, const Box *box)
{
    if (box->runs != painter->runs || box->panel != painter->panel)
        batch_draw(painter);
    painter->runs = box->runs;
    painter->panel = box->panel;
    switch (box->kind) {
    case BOX_FILL:
        draw_fill(painter, box);
        break;
    case BOX_IMAGE:
        draw_image_of(painter, box->image, box->is_artifact ? NULL : box->node, box);
        break;
    case BOX_LINE:
        draw_line_grounds(painter, box);
        draw_line_text(painter, box);
        draw_line_rules(painter, box);
        break;
    }
}

void painting_init(Painting *painting, Arena *arena)
{
    *painting = (Painting){.painter = arena_new(arena, Painter)};
    *painting->painter = (Painter){.arena = arena, .painting = painting, .batch.text.arena = arena};
}

void painting_turn(Painting *painting, const Layout *layout)
{
    painting->painter->layout = layout;
}

void paint_page(Painting *painting, size_t page, Canvas *canvas)
{
    Painter *painter = painting->painter;
    const Page *drawn = &painter->layout->pages[page];
    painter->canvas = canvas;
    painter->mcid = 0;
    painter->is_open = false;
    painter->runs = RUNS_NOT;
    painter->panel = 0;
    for (size_t i = 0; i < drawn->box_count; i++)
        draw_box(painter, &drawn->boxes[i]);
    batch_draw(painter);
    if (painter->is_open)
        canvas->end(canvas);
}
