// cairo's file: a page that shows each glyph that is used, once, and a page for each picture. From it src/pdf takes the
// fonts, as subsets with their ToUnicode, and the pictures; so cairo draws as little as can be.
//
// A glyph is shown with the text of its first cluster that is of it alone, for the font's ToUnicode; where the font's
// own cmap says another, cairo takes that. All glyphs of a font are drawn by one call, on one spot: cairo drops a call
// without ink.
#include <cairo-pdf.h>
#include <stdlib.h>

#include "paint/painter.h"

enum { SPECIMEN_SIZE = 100, SPECIMEN_TYPE = 10 };

// ---- what is used

typedef struct {
    Canvas canvas;
    Painting *painting;
    Arena *arena;
    Mark *marks;
    size_t capacity;
    uint32_t page;
} Gatherer;

UsedFont *painting_font(Painting *painting, const Font *font)
{
    UsedFont **fonts = painting->fonts;
    for (size_t i = 0; i < painting->font_count; i++) {
        if (fonts[i]->font == font)
            return fonts[i];
    }
    return NULL;
}

UsedGlyph *used_font_glyph(const UsedFont *font, uint32_t glyph)
{
    const uint32_t *row = font->index[glyph / GLYPH_PAGE % GLYPH_PAGE];
    uint32_t place = row ? row[glyph % GLYPH_PAGE] : 0;
    return place > 0 ? &font->glyphs[place - 1] : NULL;
}

static UsedFont *take_font(Gatherer *gatherer, Font *font)
{
    Painting *painting = gatherer->painting;
    UsedFont *used = painting_font(painting, font);
    if (used)
        return used;
    used = arena_new(gatherer->arena, UsedFont);
    used->font = font;
    *arena_push(gatherer->arena, painting->fonts, painting->font_count, painting->font_capacity) = used;
    return used;
}

static UsedGlyph *take_glyph(Gatherer *gatherer, UsedFont *font, uint32_t glyph)
{
    UsedGlyph *known = used_font_glyph(font, glyph);
    if (known)
        return known;
    uint32_t **row = &font->index[glyph / GLYPH_PAGE % GLYPH_PAGE];
    if (!*row)
        *row = arena_array(gatherer->arena, uint32_t, GLYPH_PAGE);
    UsedGlyph *used = arena_push(gatherer->arena, font->glyphs, font->count, font->capacity);
    GlyphMetrics metrics = font_glyph_metrics(font->font, glyph);
    *used = (UsedGlyph){.glyph = glyph, .advance = metrics.advance};
    font->has_ink |= metrics.has_ink;
    (*row)[glyph % GLYPH_PAGE] = (uint32_t)font->count;
    return used;
}

static void gather_text(Canvas *canvas, const GlyphText *text)
{
    Gatherer *gatherer = (Gatherer *)canvas;
    UsedFont *font = take_font(gatherer, text->font);
    const PlacedGlyph *glyph = text->glyphs;
    uint32_t byte = 0;
    for (size_t i = 0; i < text->cluster_count; i++) {
        const Cluster *cluster = &text->clusters[i];
        for (uint32_t j = 0; j < cluster->glyph_count; j++) {
            UsedGlyph *used = take_glyph(gatherer, font, glyph[j].glyph);
            if (cluster->glyph_count == 1 && used->text.length == 0)
                used->text = arena_str(gatherer->arena, text->text.bytes + byte, cluster->byte_count);
        }
        glyph += cluster->glyph_count;
        byte += cluster->byte_count;
    }
}

static void gather_mark(Canvas *canvas, const Node *node, uint32_t mcid)
{
    Gatherer *gatherer = (Gatherer *)canvas;
    if (!node)
        return;
    Mark *mark = arena_push(gatherer->arena, gatherer->marks, gatherer->painting->mark_count, gatherer->capacity);
    *mark = (Mark){gatherer->page, mcid, node};
}

static void gather_nothing(Canvas *canvas)
{
    (void)canvas;
}

static void gather_fill(Canvas *canvas, const Rectangle *rectangles, size_t count, Color color)
{
    (void)canvas;
    (void)rectangles;
    (void)count;
    (void)color;
}

// A picture's page is as large as it is ever shown: what can not be drawn as vectors has its pixels by that.
static void gather_picture(Canvas *canvas, Picture *picture, const Rectangle *place)
{
    (void)canvas;
    picture->width = picture->width > place->width ? picture->width : place->width;
    picture->height = picture->height > place->height ? picture->height : place->height;
}

static void gather(Painting *painting, const Layout *layout, Arena *arena)
{
    static const Canvas canvas = {gather_mark, gather_nothing, gather_text, gather_fill, gather_picture};
    Gatherer gatherer = {.canvas = canvas, .painting = painting, .arena = arena};
    for (size_t page = 0; page < layout->page_count; page++) {
        gatherer.page = (uint32_t)page;
        paint_page(painting, page, &gatherer.canvas);
    }
    painting->marks = gatherer.marks;
}

// ---- cairo's file

typedef struct {
    unsigned char *bytes;
    size_t length, capacity;
} Output;

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

static cairo_status_t draw_font(cairo_t *cairo, const UsedFont *font, Arena *arena)
{
    cairo_font_face_t *face = font_cairo_face(font->font);
    if (!face)
        return CAIRO_STATUS_FREETYPE_ERROR;
    Buffer text = {.arena = arena};
    cairo_glyph_t *glyphs = arena_array(arena, cairo_glyph_t, font->count);
    cairo_text_cluster_t *clusters = arena_array(arena, cairo_text_cluster_t, font->count);
    for (size_t i = 0; i < font->count; i++) {
        const UsedGlyph *used = &font->glyphs[i];
        glyphs[i] = (cairo_glyph_t){used->glyph, SPECIMEN_SIZE / 2, SPECIMEN_SIZE / 2};
        clusters[i] = (cairo_text_cluster_t){(int)used->text.length, 1};
        buffer_append_str(&text, used->text);
    }
    cairo_set_font_face(cairo, face);
    cairo_set_font_size(cairo, SPECIMEN_TYPE);
    cairo_show_text_glyphs(cairo, text.bytes, (int)text.length, glyphs, (int)font->count, clusters, (int)font->count,
                           0);
    return cairo_status(cairo);
}

// From the stored picture to the upright one, for EXIF's orientations 1 to 8: x' = xx x + xy y + x0, where x0 is this
// share of the upright width; y' alike.
static const struct {
    int8_t xx, yx, xy, yy, x0, y0;
} turns[] = {
    {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
};

// Lays the stored picture, at its own size, over the page, upright.
static void lay(cairo_t *cairo, const Picture *picture, double width, double height, int orientation)
{
    bool is_turned = orientation >= 5;
    double upright_width = is_turned ? height : width, upright_height = is_turned ? width : height;
    int turn = orientation - 1;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, turns[turn].xx, turns[turn].yx, turns[turn].xy, turns[turn].yy,
                      turns[turn].x0 * upright_width, turns[turn].y0 * upright_height);
    cairo_scale(cairo, picture->width / upright_width, picture->height / upright_height);
    cairo_transform(cairo, &matrix);
}

// Nearest: readers shall not smooth it, which PDF/A forbids, and cairo shall not either.
static void fill_with(cairo_t *cairo, cairo_surface_t *surface, double width, double height)
{
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_fill(cairo);
}

static void draw_picture(cairo_t *cairo, const Picture *picture)
{
    const Image *image = picture->image;
    cairo_save(cairo);
    if (!image) {
        int width = cairo_image_surface_get_width(picture->surface);
        int height = cairo_image_surface_get_height(picture->surface);
        if (width > 0 && height > 0) {
            lay(cairo, picture, width, height, /*orientation*/ 1);
            fill_with(cairo, picture->surface, width, height);
        }
    } else {
        lay(cairo, picture, image->stored_width, image->stored_height, image->orientation);
        cairo_rectangle(cairo, 0, 0, image->stored_width, image->stored_height);
        cairo_clip(cairo);
        if (image->draw)
            image->draw(image->picture, cairo);
        else
            fill_with(cairo, image->surface, image->stored_width, image->stored_height);
    }
    cairo_restore(cairo);
}

static cairo_status_t draw_all(const Painting *painting, cairo_surface_t *surface, cairo_t *cairo, Arena *arena)
{
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    ArenaMark mark = arena_mark(arena);
    for (size_t i = 0; i < painting->font_count && status == CAIRO_STATUS_SUCCESS; i++) {
        if (painting->fonts[i]->has_ink)
            status = draw_font(cairo, painting->fonts[i], arena);
    }
    arena_release(arena, mark);
    cairo_show_page(cairo);
    for (size_t i = 0; i < painting->picture_count && status == CAIRO_STATUS_SUCCESS; i++) {
        const Picture *picture = painting->pictures[i];
        cairo_pdf_surface_set_size(surface, picture->width, picture->height);
        draw_picture(cairo, picture);
        cairo_show_page(cairo);
        status = cairo_status(cairo);
    }
    if (status != CAIRO_STATUS_SUCCESS)
        return status;
    cairo_surface_finish(surface);
    return cairo_surface_status(surface);
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
    *painting = (Painting){.painter = arena_new(arena, Painter)};
    *painting->painter = (Painter){.arena = arena, .layout = layout, .painting = painting, .batch.text.arena = arena};
    gather(painting, layout, arena);

    // The arena frees all three, last first, also when it runs out of memory in the midst of a page.
    Output *output = arena_new(arena, Output);
    arena_defer(arena, free_output, output);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_output, output, SPECIMEN_SIZE, SPECIMEN_SIZE);
    arena_defer(arena, destroy_surface, surface);
    // The lowest version with which cairo writes the text of clusters as ActualText, which pictures may have.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_t *cairo = cairo_create(surface);
    arena_defer(arena, destroy_cairo, cairo);
    set_font_options(cairo);

    cairo_status_t status = draw_all(painting, surface, cairo, arena_scratch(arena));
    if (status == CAIRO_STATUS_NO_MEMORY) {
        diagnose(diagnostics, SPAN_NONE, DIAG_MEMORY);
        return false;
    }
    if (status != CAIRO_STATUS_SUCCESS || output->length > UINT32_MAX) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, cairo_status_to_string(status));
        return false;
    }
    painting->pdf = (Str){(const char *)output->bytes, (uint32_t)output->length};
    return true;
}
