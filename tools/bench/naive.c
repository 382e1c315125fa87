// What one writes first with Pango and cairo: a PangoLayout for each paragraph, its lines drawn down the page as it
// gives them. The yardstick of docs/benchmarks.md. Knows headings ("## ") and paragraphs between blank lines, no more.
//
//     naive FONT-DESCRIPTION LEADING (INPUT.md OUTPUT.pdf)...
//
// Leading is a factor of the size of type; paper is A4 with margins of 20 mm, as in inputs.py.
#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>

static const double points_per_mm = 72 / 25.4;

typedef struct {
    cairo_t *cairo;
    PangoContext *context;
    PangoFontDescription *body, *heading;
    double left, top, bottom, width, leading; // in points; leading of the body
    double y;                                 // where the next line's box begins
} Page;

static void draw_line(Page *page, PangoLayoutLine *line, double leading, double size)
{
    if (page->y + leading > page->bottom) {
        cairo_show_page(page->cairo);
        page->y = page->top;
    }
    cairo_move_to(page->cairo, page->left, page->y + leading / 2 + size * 0.357);
    pango_cairo_show_layout_line(page->cairo, line);
    page->y += leading;
}

static void draw_block(Page *page, const char *text, size_t length, bool is_heading)
{
    PangoFontDescription *font = is_heading ? page->heading : page->body;
    double size = pango_font_description_get_size(font) / (double)PANGO_SCALE;
    double leading = page->leading * size;
    PangoLayout *layout = pango_layout_new(page->context);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (int)(page->width * PANGO_SCALE));
    pango_layout_set_text(layout, text, (int)length);
    for (GSList *line = pango_layout_get_lines_readonly(layout); line; line = line->next)
        draw_line(page, line->data, leading, size);
    page->y += leading * 0.6;
    g_object_unref(layout);
}

static void draw_text(Page *page, const char *text)
{
    while (*text) {
        const char *end = strstr(text, "\n\n");
        size_t length = end ? (size_t)(end - text) : strlen(text);
        bool is_heading = strncmp(text, "## ", 3) == 0;
        size_t skipped = is_heading ? 3 : 0;
        if (length > skipped)
            draw_block(page, text + skipped, length - skipped, is_heading);
        text += end ? length + 2 : length;
    }
}

// Without this Pango places glyphs for a screen, a third slower.
static void set_for_print(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72); // a unit of the surface is a point
    pango_context_set_round_glyph_positions(context, FALSE);
}

static bool compile(const char *input, const char *output, const char *font, double leading)
{
    char *text;
    if (!g_file_get_contents(input, &text, NULL, NULL))
        return false;
    double margin = 20 * points_per_mm, width = 210 * points_per_mm, height = 297 * points_per_mm;
    cairo_surface_t *surface = cairo_pdf_surface_create(output, width, height);
    Page page = {.cairo = cairo_create(surface), .left = margin, .top = margin, .bottom = height - margin};
    page.y = page.top;
    page.width = width - 2 * margin;
    page.leading = leading;
    page.context = pango_cairo_create_context(page.cairo);
    set_for_print(page.context);
    page.body = pango_font_description_from_string(font);
    page.heading = pango_font_description_copy(page.body);
    pango_font_description_set_weight(page.heading, PANGO_WEIGHT_BOLD);
    pango_font_description_set_size(page.heading, pango_font_description_get_size(page.body) * 19 / 10);
    draw_text(&page, text);
    cairo_destroy(page.cairo);
    cairo_surface_finish(surface);
    bool is_written = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    pango_font_description_free(page.heading);
    pango_font_description_free(page.body);
    g_object_unref(page.context);
    g_free(text);
    return is_written;
}

int main(int argc, char **argv)
{
    if (argc < 5 || argc % 2 == 0)
        return 2;
    for (int i = 3; i < argc; i += 2) {
        if (!compile(argv[i], argv[i + 1], argv[1], atof(argv[2])))
            return 1;
    }
    return 0;
}
