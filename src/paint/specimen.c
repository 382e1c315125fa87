// cairo's file: a page that shows each glyph that is used, once, and a page for each picture. From it src/pdf takes the
// fonts, as subsets with their ToUnicode, and the pictures; so cairo draws as little as can be.
//
// A glyph is shown with the text of its first cluster that is of it alone, for the font's ToUnicode; where the font's
// own cmap says another, cairo takes that. All glyphs of a font are drawn by one call, on one spot: cairo drops a call
// without ink.
#include <cairo-pdf.h>
#include <errno.h>

#include "paint/cairo.h"
#include "paint/painter.h"

enum { SPECIMEN_SIZE = 100, SPECIMEN_TYPE = 10 };

// ---- what is used

typedef struct {
    Canvas canvas;
    Painting *painting;
    Arena *arena;       // the painting's
    Arena *marks_arena; // of the layout at hand
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

static void check_text(Painting *painting, const GlyphText *text)
{
    const UsedFont *font = painting_font(painting, text->font);
    for (size_t i = 0; i < text->glyph_count && font; i++)
        painting->is_foreign |= !used_font_glyph(font, text->glyphs[i].glyph);
    painting->is_foreign |= !font && text->glyph_count > 0;
}

static void gather_text(Canvas *canvas, const GlyphText *text)
{
    Gatherer *gatherer = (Gatherer *)canvas;
    if (gatherer->painting->is_drawn) {
        check_text(gatherer->painting, text);
        return;
    }
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
    Mark *mark = arena_push(gatherer->marks_arena, gatherer->marks, gatherer->painting->mark_count, gatherer->capacity);
    uint32_t reading = reading_order(gatherer->painting->painter->layout, gatherer->page, canvas->panel);
    *mark = (Mark){gatherer->page, mcid, node, reading};
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
    if (((Gatherer *)canvas)->painting->is_drawn)
        return;
    picture->width = picture->width > place->width ? picture->width : place->width;
    picture->height = picture->height > place->height ? picture->height : place->height;
}

void painting_add(Painting *painting, const Layout *layout, Arena *marks)
{
    static const Canvas canvas = {gather_mark, gather_nothing, gather_text, gather_fill, gather_picture, RUNS_NOT, 0};
    Gatherer gatherer = {
        .canvas = canvas, .painting = painting, .arena = painting->painter->arena, .marks_arena = marks};
    errno = 0;
    painting_turn(painting, layout);
    painting->mark_count = 0;
    for (size_t page = 0; page < layout->page_count; page++) {
        gatherer.page = (uint32_t)page;
        paint_page(painting, page, &gatherer.canvas);
    }
    arena_check_errno(gatherer.arena); // of emoji's pictures, which cairo reads
    painting->marks = gatherer.marks;
}

bool painting_show(Painting *painting, const Layout *layout, Arena *marks)
{
    painting_add(painting, layout, marks);
    return !painting->is_foreign;
}

// ---- cairo's file

static cairo_status_t draw_font(cairo_t *cairo, const UsedFont *font, Arena *arena, Diagnostics *diagnostics)
{
    cairo_font_face_t *face = font_cairo_face(font->font);
    if (!face) {
        if (errno != ENOMEM)
            diagnose_machine(diagnostics, SPAN_NONE, font_name(font->font), errno ? errno : EIO);
        return CAIRO_STATUS_FILE_NOT_FOUND;
    }
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

static cairo_status_t draw_all(const Painting *painting, cairo_surface_t *surface, cairo_t *cairo, Arena *arena,
                               Diagnostics *diagnostics)
{
    cairo_status_t status = CAIRO_STATUS_SUCCESS;
    ArenaMark mark = arena_mark(arena);
    for (size_t i = 0; i < painting->font_count && status == CAIRO_STATUS_SUCCESS; i++) {
        if (painting->fonts[i]->has_ink)
            status = draw_font(cairo, painting->fonts[i], arena, diagnostics);
    }
    arena_release(arena, mark);
    cairo_show_page(cairo);
    for (size_t i = 0; i < painting->picture_count && status == CAIRO_STATUS_SUCCESS; i++) {
        const Picture *picture = painting->pictures[i];
        cairo_pdf_surface_set_size(surface, picture->width, picture->height);
        picture_draw(cairo, picture, &(Rectangle){0, 0, picture->width, picture->height}, CAIRO_FILTER_NEAREST);
        cairo_show_page(cairo);
        status = cairo_status(cairo);
    }
    if (status != CAIRO_STATUS_SUCCESS)
        return status;
    cairo_surface_finish(surface);
    return cairo_surface_status(surface);
}

static void destroy_cairo(void *cairo)
{
    cairo_destroy(cairo);
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

bool painting_draw(Painting *painting, Diagnostics *diagnostics)
{
    Arena *arena = painting->painter->arena;
    painting->is_drawn = true;
    errno = 0;
    // The arena frees all three, last first, also when it runs out of memory in the midst of a page.
    CairoOutput *output = cairo_output_new(arena);
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(cairo_output_write, output, SPECIMEN_SIZE, SPECIMEN_SIZE);
    arena_defer(arena, destroy_surface, surface);
    // The lowest version with which cairo writes the text of clusters as ActualText, which pictures may have.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_t *cairo = cairo_create(surface);
    arena_defer(arena, destroy_cairo, cairo);
    cairo_plain_fonts(cairo);

    cairo_status_t status = draw_all(painting, surface, cairo, arena_scratch(arena), diagnostics);
    if (status == CAIRO_STATUS_NO_MEMORY)
        arena_exhausted(arena);
    arena_check_errno(arena); // cairo may have lost a font or an object, and yet call that a success
    if (status == CAIRO_STATUS_FILE_NOT_FOUND)
        return false;
    if (status != CAIRO_STATUS_SUCCESS || output->length > UINT32_MAX) {
        diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, cairo_status_to_string(status));
        return false;
    }
    painting->pdf = (Str){(const char *)output->bytes, (uint32_t)output->length};
    return true;
}

bool paint_pdf(const Layout *layout, Arena *arena, Painting *painting, Diagnostics *diagnostics)
{
    painting_init(painting, arena);
    painting_add(painting, layout, arena);
    return painting_draw(painting, diagnostics);
}
