// Pages as pictures: the same drawing as of the PDF, onto cairo's image and SVG surfaces. Text in an SVG is outlines.
#include <cairo-svg.h>
#include <errno.h>
#include <math.h>

#include "paint/cairo.h"
#include "paint/painter.h"

enum { SHEET_GAP_PT = 12 };

// ---- the canvas

typedef struct {
    Canvas canvas;
    cairo_t *cairo;
    Arena *arena;
    bool has_pixels; // then cairo would move glyphs to whole ones; as outlines they stay where they are
    bool lost_font;  // its file can no longer be read
} CairoCanvas;

static void ignore_begin(Canvas *canvas, const Node *node, uint32_t mcid)
{
    (void)canvas;
    (void)node;
    (void)mcid;
}

static void ignore_end(Canvas *canvas)
{
    (void)canvas;
}

static void set_color(cairo_t *cairo, Color color)
{
    cairo_set_source_rgb(cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}

static void draw_text(Canvas *canvas, const GlyphText *text)
{
    CairoCanvas *drawn = (CairoCanvas *)canvas;
    cairo_font_face_t *face = font_cairo_face(text->font);
    if (!face) {
        drawn->lost_font = true;
        return;
    }
    cairo_glyph_t *glyphs = arena_array(drawn->arena, cairo_glyph_t, text->glyph_count);
    for (size_t i = 0; i < text->glyph_count; i++)
        glyphs[i] = (cairo_glyph_t){text->glyphs[i].glyph, text->glyphs[i].x, text->glyphs[i].y};
    set_color(drawn->cairo, text->color);
    cairo_set_font_face(drawn->cairo, face);
    cairo_set_font_size(drawn->cairo, text->size);
    if (drawn->has_pixels) {
        cairo_glyph_path(drawn->cairo, glyphs, (int)text->glyph_count);
        cairo_fill(drawn->cairo);
    } else {
        cairo_show_glyphs(drawn->cairo, glyphs, (int)text->glyph_count);
    }
}

static void draw_fill(Canvas *canvas, const Rectangle *rectangles, size_t count, Color color)
{
    cairo_t *cairo = ((CairoCanvas *)canvas)->cairo;
    set_color(cairo, color);
    for (size_t i = 0; i < count; i++)
        cairo_rectangle(cairo, rectangles[i].x, rectangles[i].y, rectangles[i].width, rectangles[i].height);
    cairo_fill(cairo);
}

static void draw_picture(Canvas *canvas, Picture *picture, const Rectangle *place)
{
    picture_draw(((CairoCanvas *)canvas)->cairo, picture, place, CAIRO_FILTER_GOOD);
}

static void destroy_cairo(void *cairo)
{
    cairo_destroy(cairo);
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

// The surface is the arena's from here on. One unit is a point.
static CairoCanvas canvas_open(cairo_surface_t *surface, double scale, Arena *arena)
{
    cairo_t *cairo = cairo_create(surface);
    arena_defer(arena, destroy_surface, surface);
    arena_defer(arena, destroy_cairo, cairo);
    cairo_scale(cairo, scale, scale);
    cairo_plain_fonts(cairo);
    return (CairoCanvas){.canvas = {ignore_begin, ignore_end, draw_text, draw_fill, draw_picture, RUNS_NOT},
                         .cairo = cairo,
                         .arena = arena,
                         .has_pixels = cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE};
}

static void draw_paper(CairoCanvas *canvas, const Page *page)
{
    Rectangle paper = {0, 0, length_to_pt(page->width), length_to_pt(page->height)};
    draw_fill(&canvas->canvas, &paper, 1, (Color){255, 255, 255});
}

// ---- surfaces

typedef struct {
    Painting painting;
    const Layout *layout;
    double scale; // pixels, or SVG's units, a point
    Arena *arena;
    Diagnostics *diagnostics;
} Drawing;

static bool close_canvas(const Drawing *drawing, const CairoCanvas *canvas, cairo_status_t written,
                         const CairoOutput *output, Str *bytes)
{
    cairo_status_t status = cairo_status(canvas->cairo);
    if (status == CAIRO_STATUS_SUCCESS)
        status = written;
    *bytes = (Str){(const char *)output->bytes, (uint32_t)output->length};
    if (status == CAIRO_STATUS_NO_MEMORY)
        arena_exhausted(drawing->arena);
    arena_check_errno(drawing->arena);
    if (canvas->lost_font)
        return false; // which the engine has noted
    if (status != CAIRO_STATUS_SUCCESS || output->length > UINT32_MAX)
        diagnose(drawing->diagnostics, SPAN_NONE, DIAG_INTERNAL, cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS && output->length <= UINT32_MAX;
}

// NULL, after a diagnostic, where it would be too large. Sizes in points.
static cairo_surface_t *image_surface(const Drawing *drawing, double width, double height)
{
    double columns = ceil(width * drawing->scale), rows = ceil(height * drawing->scale);
    if (columns * rows <= BOUND_SURFACE_PIXELS)
        return cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)columns, (int)rows);
    diagnose(drawing->diagnostics, SPAN_NONE, DIAG_SURFACE_LARGE, columns, rows,
             (unsigned)BOUND_SURFACE_PIXELS / 1000000);
    return NULL;
}

static bool draw_png(Drawing *drawing, size_t index, Str *bytes)
{
    const Page *page = &drawing->layout->pages[index];
    cairo_surface_t *surface = image_surface(drawing, length_to_pt(page->width), length_to_pt(page->height));
    if (!surface)
        return false;
    CairoCanvas canvas = canvas_open(surface, drawing->scale, drawing->arena);
    draw_paper(&canvas, page);
    paint_page(&drawing->painting, index, &canvas.canvas);
    CairoOutput *output = cairo_output_new(drawing->arena);
    cairo_status_t written = cairo_surface_write_to_png_stream(surface, cairo_output_write, output);
    bool is_drawn = close_canvas(drawing, &canvas, written, output, bytes);
    cairo_surface_finish(surface); // its pixels go now, and not with the arena
    return is_drawn;
}

static bool draw_svg(Drawing *drawing, size_t index, Str *bytes)
{
    const Page *page = &drawing->layout->pages[index];
    CairoOutput *output = cairo_output_new(drawing->arena);
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        cairo_output_write, output, length_to_pt(page->width), length_to_pt(page->height));
    CairoCanvas canvas = canvas_open(surface, 1, drawing->arena);
    draw_paper(&canvas, page);
    paint_page(&drawing->painting, index, &canvas.canvas);
    cairo_surface_finish(surface);
    return close_canvas(drawing, &canvas, cairo_surface_status(surface), output, bytes);
}

// Rows of pages, about as many as there are columns, on grey; each has the room of the largest.
static bool draw_sheet(Drawing *drawing, Str *bytes)
{
    const Layout *layout = drawing->layout;
    size_t columns = (size_t)ceil(sqrt((double)layout->page_count));
    size_t rows = (layout->page_count + columns - 1) / columns;
    Length widest = 0, highest = 0;
    for (size_t i = 0; i < layout->page_count; i++) {
        widest = length_max(widest, layout->pages[i].width);
        highest = length_max(highest, layout->pages[i].height);
    }
    double step_x = length_to_pt(widest) + SHEET_GAP_PT, step_y = length_to_pt(highest) + SHEET_GAP_PT;
    Rectangle all = {0, 0, (double)columns * step_x + SHEET_GAP_PT, (double)rows * step_y + SHEET_GAP_PT};
    cairo_surface_t *surface = image_surface(drawing, all.width, all.height);
    if (!surface)
        return false;
    CairoCanvas canvas = canvas_open(surface, drawing->scale, drawing->arena);
    draw_fill(&canvas.canvas, &all, 1, (Color){200, 200, 200});
    for (size_t i = 0; i < layout->page_count; i++) {
        cairo_save(canvas.cairo);
        cairo_translate(canvas.cairo, SHEET_GAP_PT + (double)(i % columns) * step_x,
                        SHEET_GAP_PT + (double)(i / columns) * step_y);
        draw_paper(&canvas, &layout->pages[i]);
        paint_page(&drawing->painting, i, &canvas.canvas);
        cairo_restore(canvas.cairo);
    }
    CairoOutput *output = cairo_output_new(drawing->arena);
    cairo_status_t written = cairo_surface_write_to_png_stream(surface, cairo_output_write, output);
    return close_canvas(drawing, &canvas, written, output, bytes);
}

bool paint_surfaces(const Layout *layout, SurfaceKind kind, double dpi, Arena *arena, Surfaces *surfaces,
                    Diagnostics *diagnostics)
{
    Drawing *drawing = arena_new(arena, Drawing);
    *drawing = (Drawing){.layout = layout, .scale = dpi / 72, .arena = arena, .diagnostics = diagnostics};
    errno = 0;
    painting_init(&drawing->painting, arena);
    painting_turn(&drawing->painting, layout);
    surfaces->count = kind == SURFACE_SHEET ? 1 : layout->page_count;
    surfaces->bytes = arena_array(arena, Str, surfaces->count);
    bool is_drawn = kind != SURFACE_SHEET || draw_sheet(drawing, &surfaces->bytes[0]);
    for (size_t i = 0; kind != SURFACE_SHEET && i < layout->page_count && is_drawn; i++)
        is_drawn =
            kind == SURFACE_SVG ? draw_svg(drawing, i, &surfaces->bytes[i]) : draw_png(drawing, i, &surfaces->bytes[i]);
    return is_drawn;
}
