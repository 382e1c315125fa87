// Emoji, as their fonts' pictures, and characters that no font has, as their code. cairo 1.16 can not give a picture
// text: each of its characters gets a carrier, a glyph that shows nothing, one of its own for each different character,
// so that the font's ToUnicode says it, which all readers follow.
#include "paint/picture.h"

#include <string.h>

#include "paint/font.h"

struct Picture {
    Picture *next;
    const Font *font;
    uint32_t glyph;
    cairo_surface_t *surface;
    GlyphPicture shape;
};

struct CarriedText {
    CarriedText *next;
    uint32_t character, parts, number;
};

bool word_is_picture(const Word *word)
{
    return font_is_color(word->font) || word->code != 0;
}

// ---- text

static uint32_t carrier_number(Pictures *pictures, uint32_t character, uint32_t parts)
{
    CarriedText **bucket = &pictures->carried[character % PICTURE_BUCKETS];
    for (const CarriedText *known = *bucket; known; known = known->next) {
        if (known->character == character && known->parts == parts)
            return known->number;
    }
    CarriedText *added = arena_new(pictures->arena, CarriedText);
    *added = (CarriedText){*bucket, character, parts, pictures->carried_count[parts]++};
    *bucket = added;
    return added->number;
}

static bool is_private_use(uint32_t character)
{
    return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

// A picture's text, and the space behind it.
typedef struct {
    Str text;
    double x, y, width;
    bool right_to_left, has_space;
    double space_x;
} Carried;

typedef struct {
    Buffer text;
    cairo_glyph_t glyphs[CARRIER_PARTS_MAX + 2];
    cairo_text_cluster_t clusters[CARRIER_PARTS_MAX + 1];
    int glyph_count, cluster_count;
} Call;

static void add_cluster(Call *call, uint32_t character, unsigned long glyph, double x, double y)
{
    char bytes[4];
    int length = (int)utf8_encode(character, bytes);
    buffer_append(&call->text, bytes, (size_t)length);
    int copies = is_private_use(character) ? 2 : 1; // PDF/A wants it as ActualText: so cairo writes two glyphs' text
    call->clusters[call->cluster_count++] = (cairo_text_cluster_t){length, copies};
    for (int i = 0; i < copies; i++)
        call->glyphs[call->glyph_count++] = (cairo_glyph_t){glyph, x, y};
}

// Each character of a sequence has a part of the width, since readers turn the characters of leftward text round, and
// some know no glyph with several. What is beyond the parts is left out: no sequence of Unicode's is so long.
static void add_parts(Pictures *pictures, Call *call, const Font *font, const Carried *carried)
{
    uint32_t characters[CARRIER_PARTS_MAX], count = 0;
    for (uint32_t at = 0; at < carried->text.length && count < CARRIER_PARTS_MAX;)
        characters[count++] = utf8_next(carried->text, &at);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t character = characters[carried->right_to_left ? count - 1 - i : i];
        Carrier carrier = font_carrier(font, count, carrier_number(pictures, character, count));
        add_cluster(call, character, carrier.glyph, carried->x + i * carried->width / count, carried->y);
    }
}

static void write_text(Pictures *pictures, const Font *font, const Carried *carried)
{
    Font *carrier_font = font_carrier(font, 1, 0).font;
    uint32_t space = font_space_glyph(carrier_font);
    Call call = {.text.arena = pictures->arena};
    if (carried->has_space && carried->right_to_left)
        add_cluster(&call, ' ', space, carried->space_x, carried->y);
    add_parts(pictures, &call, font, carried);
    if (carried->has_space && !carried->right_to_left)
        add_cluster(&call, ' ', space, carried->space_x, carried->y);
    use_font(pictures->cairo, carrier_font, carried->width, &pictures->lost_font);
    cairo_show_text_glyphs(pictures->cairo, call.text.bytes, (int)call.text.length, call.glyphs, call.glyph_count,
                           call.clusters, call.cluster_count, 0);
}

// ---- emoji

static cairo_status_t read_png(void *closure, unsigned char *bytes, unsigned length)
{
    Str *rest = closure;
    if (length > rest->length)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(bytes, rest->bytes, length);
    *rest = (Str){rest->bytes + length, rest->length - length};
    return CAIRO_STATUS_SUCCESS;
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

// NULL: the glyph has none.
static const Picture *find_picture(Pictures *pictures, const Font *font, uint32_t glyph)
{
    Picture **bucket = &pictures->pictures[glyph % PICTURE_BUCKETS];
    for (const Picture *known = *bucket; known; known = known->next) {
        if (known->font == font && known->glyph == glyph)
            return known;
    }
    GlyphPicture shape;
    if (!font_glyph_picture(font, glyph, &shape))
        return NULL;
    Picture *added = arena_new(pictures->arena, Picture);
    Str rest = shape.png;
    *added = (Picture){.next = *bucket, .font = font, .glyph = glyph, .shape = shape};
    added->surface = cairo_image_surface_create_from_png_stream(read_png, &rest);
    arena_defer(pictures->arena, destroy_surface, added->surface);
    *bucket = added;
    return added;
}

// Filled, not painted: cairo 1.16 loses the tag around a paint. NEAREST, since PDF/A allows no interpolation.
static void draw_picture(Pictures *pictures, const Picture *picture, double x, double y, double scale)
{
    cairo_t *cairo = pictures->cairo;
    int width = cairo_image_surface_get_width(picture->surface);
    int height = cairo_image_surface_get_height(picture->surface);
    if (width <= 0 || height <= 0)
        return;
    cairo_save(cairo);
    cairo_translate(cairo, x + picture->shape.left * scale, y - picture->shape.top * scale);
    cairo_scale(cairo, picture->shape.width * scale / width, picture->shape.height * scale / height);
    cairo_set_source_surface(cairo, picture->surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

static void draw_emoji(Pictures *pictures, const Font *font, const Glyph *glyphs, uint32_t count, double x, double y,
                       double scale)
{
    for (uint32_t i = 0; i < count; i++) {
        const Picture *picture = find_picture(pictures, font, glyphs[i].glyph);
        if (picture)
            draw_picture(pictures, picture, x + glyphs[i].x * scale, y - glyphs[i].y * scale, scale);
    }
}

// ---- codes in frames

// Digits without text: cairo writes an empty ActualText for them, or readers would take them for the text.
static void draw_code(Pictures *pictures, const Word *word, double x, double y, double size)
{
    cairo_t *cairo = pictures->cairo;
    CodeFrame frame = word_code_frame(word);
    double scale = size / font_units_per_em(word->font), half = frame.thickness / 2.0;
    cairo_set_line_width(cairo, frame.thickness * scale);
    cairo_rectangle(cairo, x + (frame.left + half) * scale, y - (frame.bottom + frame.height - half) * scale,
                    (frame.width - frame.thickness) * scale, (frame.height - frame.thickness) * scale);
    cairo_stroke(cairo);
    cairo_glyph_t digits[CODE_DIGITS_MAX];
    int count = 0;
    for (; count < CODE_DIGITS_MAX && (uint32_t)count < word->glyph_count; count++) {
        const Glyph *glyph = &word->glyphs[count];
        digits[count] = (cairo_glyph_t){glyph->glyph, x + glyph->x * scale, y - glyph->y * scale};
    }
    cairo_text_cluster_t cluster = {0, count};
    use_font(cairo, word->font, size * frame.digit_scale, &pictures->lost_font);
    cairo_show_text_glyphs(cairo, "", 0, digits, count, &cluster, 1, 0);
}

void pictures_draw(Pictures *pictures, const GlyphRun *run, const GlyphRun *space, double x, double y)
{
    const Word *word = run->word;
    double size = length_to_pt(run->run->style.size), scale = size / font_units_per_em(word->font);
    uint32_t glyph = 0, byte = 0;
    int32_t left = 0; // of the cluster, font units
    for (uint32_t i = 0; i < word->cluster_count; i++) {
        const Cluster *cluster = &word->clusters[i];
        Carried carried = {.text = {word->text.bytes + byte, cluster->byte_count}, .x = x + left * scale, .y = y};
        carried.width = cluster->advance * scale;
        carried.right_to_left = word->right_to_left;
        carried.has_space = space && i + 1 == word->cluster_count;
        carried.space_x = space ? x + length_to_pt(space->x - run->x) : x;
        write_text(pictures, word->font, &carried);
        if (word->code == 0)
            draw_emoji(pictures, word->font, word->glyphs + glyph, cluster->glyph_count, x, y, scale);
        glyph += cluster->glyph_count;
        byte += cluster->byte_count;
        left += cluster->advance;
    }
    if (word->code != 0)
        draw_code(pictures, word, x, y, size);
}
