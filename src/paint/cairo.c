// What cairo does alike on all surfaces.
#include "paint/cairo.h"

#include <stdlib.h>

// ---- output

static void free_output(void *output)
{
    free(((CairoOutput *)output)->bytes);
}

CairoOutput *cairo_output_new(Arena *arena)
{
    CairoOutput *output = arena_new(arena, CairoOutput);
    arena_defer(arena, free_output, output);
    return output;
}

cairo_status_t cairo_output_write(void *closure, const unsigned char *bytes, unsigned int length)
{
    // Not from the arena, whose jump would cross cairo's frames.
    CairoOutput *output = closure;
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

// ---- drawing

void cairo_plain_fonts(cairo_t *cairo)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

// From the stored picture to the upright one, for EXIF's orientations 1 to 8: x' = xx x + xy y + x0, where x0 is this
// share of the upright width; y' alike.
static const struct {
    int8_t xx, yx, xy, yy, x0, y0;
} turns[] = {
    {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
};

// Lays the stored picture, at its own size, over the place, upright.
static void lay(cairo_t *cairo, const Rectangle *place, double width, double height, int orientation)
{
    bool is_turned = orientation >= 5;
    double upright_width = is_turned ? height : width, upright_height = is_turned ? width : height;
    int turn = orientation - 1;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, turns[turn].xx, turns[turn].yx, turns[turn].xy, turns[turn].yy,
                      turns[turn].x0 * upright_width, turns[turn].y0 * upright_height);
    cairo_translate(cairo, place->x, place->y);
    cairo_scale(cairo, place->width / upright_width, place->height / upright_height);
    cairo_transform(cairo, &matrix);
}

static void fill_with(cairo_t *cairo, cairo_surface_t *surface, double width, double height, cairo_filter_t filter)
{
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), filter);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_fill(cairo);
}

void picture_draw(cairo_t *cairo, const Picture *picture, const Rectangle *place, cairo_filter_t filter)
{
    const Image *image = picture->image;
    cairo_save(cairo);
    if (!image) {
        int width = cairo_image_surface_get_width(picture->surface);
        int height = cairo_image_surface_get_height(picture->surface);
        if (width > 0 && height > 0) {
            lay(cairo, place, width, height, /*orientation*/ 1);
            fill_with(cairo, picture->surface, width, height, filter);
        }
    } else {
        lay(cairo, place, image->stored_width, image->stored_height, image->orientation);
        cairo_rectangle(cairo, 0, 0, image->stored_width, image->stored_height);
        cairo_clip(cairo);
        if (image->draw)
            image->draw(image->picture, cairo);
        else
            fill_with(cairo, image->surface, image->stored_width, image->stored_height, filter);
    }
    cairo_restore(cairo);
}
