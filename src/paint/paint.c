// Draws pages onto a cairo PDF surface.
//
// cairo 1.16 tags only what is drawn, writes no text without ink, and drops all drawing after a fault: so
// white space is drawn together with the word before it, each page's status is looked at, and a tag is opened
// only when there is something to draw. One call draws all glyphs that follow each other with one font, size and
// colour, over the lines of a node: what cairo does for a call costs more than for a glyph.
#include "paint/paint.h"

#include <cairo-pdf.h>
#include <stdlib.h>

#include "paint/font.h"
#include "paint/image.h"
#include "paint/picture.h"

typedef struct {
    unsigned char *bytes;
    size_t length, capacity;
} Output;

// Glyphs gathered for one call.
typedef struct {
    cairo_glyph_t *glyphs;
    size_t glyph_count, glyph_capacity;
    cairo_text_cluster_t *clusters;
    size_t cluster_count, cluster_capacity;
    Buffer text;
    const GlyphRun *first; // its font, size and colour hold for all
    const Node *node;      // NULL: an artifact
    const Line *line;      // of the last word
    double right;          // where the last word ends
} Batch;

typedef struct {
    Arena *arena;
    cairo_t *cairo;
    const Images *images;
    Engine *engine;
    uint32_t page, mcid;   // the next one
    const Node *open_node; // whose tag is open; NULL: none
    bool lost_font;        // its file can no longer be read
    Mark *marks;
    size_t mark_count, mark_capacity;
    Batch batch;
    Pictures pictures;
} Painter;

static cairo_status_t write_output(void *closure, const unsigned char *bytes, unsigned int length)
{
    // Not from the arena, whose jump would cross cairo's frames.
    Output *output = closure;
    if (length > output->capacity - output->length) {
        size_t capacity = output->capacity ? output->capacity * 2 : 65536;
        while (capacity - output->length < length)
            capacity *= 2;
        unsigned char *moved = realloc(output->bytes, capacity);
        if (!moved)
            return CAIRO_STATUS_NO_MEMORY;
        output->bytes = moved;
        output->capacity = capacity;
    }
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    return CAIRO_STATUS_SUCCESS;
}

static void tag_end(Painter *painter)
{
    if (painter->open_node)
        cairo_tag_end(painter->cairo, "Span");
    painter->open_node = NULL;
}

// Opens the leaf of `node`, unless it is open already. Where it is NULL, what follows is decoration: cairo 1.16 has no
// tag for that, and 1.18 marks nothing but text.
static void tag_begin(Painter *painter, const Node *node)
{
    if (painter->open_node == node)
        return;
    tag_end(painter);
    if (!node)
        return;
    painter->open_node = node;
    cairo_tag_begin(painter->cairo, "Span", "");
    Mark *mark = arena_push(painter->arena, painter->marks, painter->mark_count, painter->mark_capacity);
    *mark = (Mark){painter->page, painter->mcid++, node};
}

static void set_color(cairo_t *cairo, Color color)
{
    cairo_set_source_rgb(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}

static void batch_draw(Painter *painter)
{
    Batch *batch = &painter->batch;
    if (batch->first) {
        const GlyphRun *run = batch->first;
        cairo_t *cairo = painter->cairo;
        tag_begin(painter, batch->node);
        set_color(cairo, run->run->style.color);
        use_font(cairo, run->word->font, length_to_pt(run->run->style.size), &painter->lost_font);
        cairo_show_text_glyphs(cairo, batch->text.bytes, (int)batch->text.length, batch->glyphs,
                               (int)batch->glyph_count, batch->clusters, (int)batch->cluster_count, 0);
    }
    batch->glyph_count = batch->cluster_count = batch->text.length = 0;
    batch->first = NULL;
}

static bool word_is_blank(const Word *word)
{
    for (uint32_t i = 0; i < word->text.length; i++) {
        if (!memchr(" \t\r\n\f\v", word->text.bytes[i], 6))
            return false;
    }
    return true;
}

static bool colors_equal(Color a, Color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
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
           colors_equal(first->style.color, run->run->style.color) && batch_follows(batch, run, line, x);
}

static void batch_add_cluster(Painter *painter, int bytes, int glyphs)
{
    Batch *batch = &painter->batch;
    *arena_push(painter->arena, batch->clusters, batch->cluster_count, batch->cluster_capacity) =
        (cairo_text_cluster_t){bytes, glyphs};
}

// White space takes the font of the word before it; without one on its line there is nothing that it could part.
static void batch_add_blank(Painter *painter, const GlyphRun *run, const Line *line, double x, double y)
{
    Batch *batch = &painter->batch;
    if (!batch->first || batch->line != line)
        return;
    buffer_append_str(&batch->text, STR(" "));
    *arena_push(painter->arena, batch->glyphs, batch->glyph_count, batch->glyph_capacity) =
        (cairo_glyph_t){font_space_glyph(batch->first->word->font), x, y};
    batch_add_cluster(painter, 1, 1);
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
            (cairo_glyph_t){glyph->glyph, x + glyph->x * scale, y - glyph->y * scale};
    }
    for (uint32_t i = 0; i < word->cluster_count; i++)
        batch_add_cluster(painter, (int)word->clusters[i].byte_count, (int)word->clusters[i].glyph_count);
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

// The space behind it is written with it.
static void draw_word_picture(Painter *painter, const Node *node, const Line *line, size_t index, double x, double y)
{
    const GlyphRun *run = &line->runs[index];
    bool has_space = index + 1 < line->run_count && !run[1].run->object && word_is_blank(run[1].word);
    tag_begin(painter, node);
    set_color(painter->cairo, run->run->style.color);
    pictures_draw(&painter->pictures, run, has_space ? &run[1] : NULL, x, y);
    painter->lost_font |= painter->pictures.lost_font;
}

// cairo 1.18 marks nothing but text. So that a picture is marked there too, a glyph that shows nothing stands in it.
static void draw_mark_of_image(Painter *painter, const Box *place)
{
    if (cairo_version() < CAIRO_VERSION_ENCODE(1, 17, 0))
        return;
    Carrier carrier = engine_carrier(painter->engine);
    use_font(painter->cairo, carrier.font, 1, &painter->lost_font);
    cairo_glyph_t glyph = {carrier.glyph, length_to_pt(place->x), length_to_pt(place->y + place->height)};
    cairo_text_cluster_t cluster = {1, 1};
    cairo_show_text_glyphs(painter->cairo, " ", 1, &glyph, 1, &cluster, 1, 0);
}

static void draw_image(Painter *painter, const Image *image, const Node *node, const Box *place)
{
    batch_draw(painter);
    tag_begin(painter, node);
    if (node)
        draw_mark_of_image(painter, place);
    image_draw(painter->cairo, image, place);
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
    draw_image(painter, images_find(painter->images, node), is_artifact ? NULL : node, &place);
}

static void draw_line_text(Painter *painter, const Box *box)
{
    const Line *line = box->line;
    for (size_t i = 0; i < line->run_count; i++) {
        const GlyphRun *run = &line->runs[i];
        const Node *node = box->is_artifact ? NULL : run->run->node;
        double x = length_to_pt(box->x + run->x);
        double y = length_to_pt(box->y + line->ascent - run->run->style.rise);
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
            draw_word_picture(painter, node, line, i, x, y);
        else if (has_mark && node && !run->word->right_to_left)
            draw_marked_word(painter, run, node, line, x, y);
        else
            batch_add(painter, run, run->word, node, line, x, y);
    }
}

static void draw_run_rules(Painter *painter, const Box *box, size_t index, bool is_strike)
{
    const TextStyle *style = &box->line->runs[index].run->style;
    RuleList list = rules_of_run(box->line, index, is_strike, painter->arena);
    if (list.count == 0)
        return;
    batch_draw(painter);
    tag_begin(painter, NULL);
    set_color(painter->cairo, style->color);
    for (size_t i = 0; i < list.count; i++) {
        const Rule *rule = &list.rules[i];
        cairo_rectangle(painter->cairo, length_to_pt(box->x + rule->x),
                        length_to_pt(box->y + box->line->ascent - style->rise + rule->y), length_to_pt(rule->width),
                        length_to_pt(rule->height));
    }
    cairo_fill(painter->cairo);
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
    batch_draw(painter);
    tag_begin(painter, NULL);
    set_color(painter->cairo, box->fill);
    cairo_rectangle(painter->cairo, length_to_pt(box->x), length_to_pt(box->y), length_to_pt(box->width),
                    length_to_pt(box->height));
    cairo_fill(painter->cairo);
}

static void draw_page(Painter *painter, const Page *page)
{
    painter->mcid = 0;
    for (size_t i = 0; i < page->box_count; i++) {
        const Box *box = &page->boxes[i];
        if (box->kind == BOX_FILL) {
            draw_fill(painter, box);
            continue;
        }
        if (box->kind == BOX_IMAGE) {
            draw_image(painter, box->image, box->is_artifact ? NULL : box->node, box);
            continue;
        }
        draw_line_text(painter, box);
        draw_line_rules(painter, box);
    }
    batch_draw(painter);
    tag_end(painter);
    cairo_show_page(painter->cairo);
}

static cairo_status_t draw_pages(Painter *painter, const Layout *layout, cairo_surface_t *surface)
{
    for (size_t i = 0; i < layout->page_count; i++) {
        const Page *page = &layout->pages[i];
        cairo_pdf_surface_set_size(surface, length_to_pt(page->width), length_to_pt(page->height));
        painter->page = (uint32_t)i;
        draw_page(painter, page);
        if (painter->lost_font)
            return CAIRO_STATUS_FREETYPE_ERROR;
        if (cairo_status(painter->cairo) != CAIRO_STATUS_SUCCESS)
            return cairo_status(painter->cairo);
    }
    return CAIRO_STATUS_SUCCESS;
}

static void set_font_options(cairo_t *cairo)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

static void destroy_cairo(void *cairo)
{
    cairo_destroy(cairo);
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

static void free_output(void *output)
{
    free(((Output *)output)->bytes);
}

bool paint_pdf(const Layout *layout, Arena *arena, Painting *painting, Diagnostics *diagnostics)
{
    // The arena frees all three, last first, also when it runs out of memory in the midst of a page.
    Output *output = arena_new(arena, Output);
    arena_defer(arena, free_output, output);
    const Page *first = &layout->pages[0];
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_output, output, length_to_pt(first->width),
                                                                   length_to_pt(first->height));
    arena_defer(arena, destroy_surface, surface);
    // The lowest version with which cairo writes the text of clusters as ActualText.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_t *cairo = cairo_create(surface);
    arena_defer(arena, destroy_cairo, cairo);
    set_font_options(cairo);

    Painter painter = {.arena = arena,
                       .cairo = cairo,
                       .images = layout->images,
                       .engine = layout->engine,
                       .batch.text.arena = arena,
                       .pictures = {.arena = arena, .cairo = cairo}};
    cairo_status_t status = draw_pages(&painter, layout, surface);
    if (status == CAIRO_STATUS_SUCCESS) {
        cairo_surface_finish(surface);
        status = cairo_surface_status(surface);
    }
    if (status == CAIRO_STATUS_NO_MEMORY) {
        diagnose(diagnostics, SPAN_NONE, DIAG_MEMORY);
        return false;
    }
    if (status != CAIRO_STATUS_SUCCESS || output->length > UINT32_MAX) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, cairo_status_to_string(status));
        return false;
    }
    *painting = (Painting){{(const char *)output->bytes, (uint32_t)output->length}, painter.marks, painter.mark_count};
    return true;
}
