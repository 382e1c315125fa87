// Pictures, turned as EXIF says.
#include "paint/image.h"

// From the stored picture to the upright one, for EXIF's orientations 1 to 8: x' = xx x + xy y + x0, where x0 is this
// share of the upright width; y' alike.
static const struct {
    int8_t xx, yx, xy, yy, x0, y0;
} turns[] = {
    {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
};

// Moves the origin so that the stored picture, at its own size, fills the place->
static void place_image(cairo_t *cairo, const Image *image, double x, double y, double width, double height)
{
    bool is_turned = image->orientation >= 5;
    double upright_width = is_turned ? image->stored_height : image->stored_width;
    double upright_height = is_turned ? image->stored_width : image->stored_height;
    int turn = image->orientation - 1;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, turns[turn].xx, turns[turn].yx, turns[turn].xy, turns[turn].yy,
                      turns[turn].x0 * upright_width, turns[turn].y0 * upright_height);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, width / upright_width, height / upright_height);
    cairo_transform(cairo, &matrix);
}

// A rectangle is filled, not the page painted: cairo_paint as a page's first drawing within a tag fails the whole file.
// Nearest: readers shall not smooth it, which PDF/A forbids, and cairo shall not either.
void image_draw(cairo_t *cairo, const Image *image, const Box *place)
{
    cairo_save(cairo);
    place_image(cairo, image, length_to_pt(place->x), length_to_pt(place->y), length_to_pt(place->width),
                length_to_pt(place->height));
    cairo_rectangle(cairo, 0, 0, image->stored_width, image->stored_height);
    if (image->draw) {
        cairo_clip(cairo);
        image->draw(image->picture, cairo);
    } else {
        cairo_set_source_surface(cairo, image->surface, 0, 0);
        cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}
