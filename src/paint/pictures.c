// Pictures: images, emoji as their fonts' pictures, and characters that no font has, as their code in a frame.
//
// A picture has no text that a reader of PDFs finds, but glyphs have: each character of an emoji gets a carrier, a
// glyph that shows nothing, one of its own for each different character, so that the font's ToUnicode says it, which
// all readers follow.
#include <cairo.h>

#include "paint/painter.h"

struct KnownPicture {
    KnownPicture *next;
    const void *of; // an image's surface or picture, or an emoji's font
    uint32_t glyph;
    Picture *picture;
    GlyphPicture shape; // of an emoji
};

struct CarriedText {
    CarriedText *next;
    uint32_t character, parts, number;
};

bool word_is_picture(const Word *word)
{
    return font_is_color(word->font) || word->code != 0;
}

// ---- finding

static KnownPicture **bucket_of(Painter *painter, const void *of, uint32_t glyph)
{
    return &painter->pictures[((uintptr_t)of / 64 + glyph) % PICTURE_BUCKETS];
}

static KnownPicture *find_known(KnownPicture *known, const void *of, uint32_t glyph)
{
    while (known && (known->of != of || known->glyph != glyph))
        known = known->next;
    return known;
}

// A picture that cairo's file does not have can not be drawn any more.
static bool is_closed(Painter *painter)
{
    painter->painting->is_foreign |= painter->painting->is_drawn;
    return painter->painting->is_drawn;
}

static KnownPicture *add_known(Painter *painter, const void *of, uint32_t glyph)
{
    Painting *painting = painter->painting;
    KnownPicture **bucket = bucket_of(painter, of, glyph);
    KnownPicture *known = arena_new(painter->arena, KnownPicture);
    Picture *picture = arena_new(painter->arena, Picture);
    *known = (KnownPicture){.next = *bucket, .of = of, .glyph = glyph, .picture = picture};
    *bucket = known;
    *arena_push(painter->arena, painting->pictures, painting->picture_count, painting->picture_capacity) = picture;
    picture->page = (uint32_t)painting->picture_count;
    return known;
}

void draw_image(Painter *painter, const Image *image, const Rectangle *place)
{
    const void *of = image->draw ? image->picture : (void *)image->surface;
    KnownPicture *known = find_known(*bucket_of(painter, of, 0), of, 0);
    if (!known && is_closed(painter))
        return;
    if (!known) {
        known = add_known(painter, of, 0);
        known->picture->image = image;
    }
    painter->canvas->picture(painter->canvas, known->picture, place);
}

// ---- text

static uint32_t carrier_number(Painter *painter, uint32_t character, uint32_t parts)
{
    CarriedText **bucket = &painter->carried[character % PICTURE_BUCKETS];
    for (const CarriedText *known = *bucket; known; known = known->next) {
        if (known->character == character && known->parts == parts)
            return known->number;
    }
    CarriedText *added = arena_new(painter->arena, CarriedText);
    *added = (CarriedText){*bucket, character, parts, painter->carried_count[parts]++};
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
    PlacedGlyph glyphs[CARRIER_PARTS_MAX + 2];
    Cluster clusters[CARRIER_PARTS_MAX + 1];
    size_t glyph_count, cluster_count;
} Call;

static void add_cluster(Call *call, uint32_t character, uint32_t glyph, double x, double y)
{
    char bytes[4];
    uint32_t length = utf8_encode(character, bytes);
    buffer_append(&call->text, bytes, length);
    uint32_t copies = is_private_use(character) ? 2 : 1; // PDF/A wants it as ActualText, as of two glyphs
    call->clusters[call->cluster_count++] = (Cluster){length, copies, 0};
    for (uint32_t i = 0; i < copies; i++)
        call->glyphs[call->glyph_count++] = (PlacedGlyph){glyph, x, y};
}

// Each character of a sequence has a part of the width, since readers turn the characters of leftward text round, and
// some know no glyph with several. What is beyond the parts is left out: no sequence of Unicode's is so long.
static void add_parts(Painter *painter, Call *call, const Font *font, const Carried *carried)
{
    uint32_t characters[CARRIER_PARTS_MAX], count = 0;
    for (uint32_t at = 0; at < carried->text.length && count < CARRIER_PARTS_MAX;)
        characters[count++] = utf8_next(carried->text, &at);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t character = characters[carried->right_to_left ? count - 1 - i : i];
        Carrier carrier = font_carrier(font, count, carrier_number(painter, character, count));
        add_cluster(call, character, carrier.glyph, carried->x + i * carried->width / count, carried->y);
    }
}

static void write_text(Painter *painter, const Font *font, const Carried *carried, Color color)
{
    Font *carrier_font = font_carrier(font, 1, 0).font;
    uint32_t space = font_space_glyph(carrier_font);
    Call call = {.text.arena = painter->arena};
    if (carried->has_space && carried->right_to_left)
        add_cluster(&call, ' ', space, carried->space_x, carried->y);
    add_parts(painter, &call, font, carried);
    if (carried->has_space && !carried->right_to_left)
        add_cluster(&call, ' ', space, carried->space_x, carried->y);
    GlyphText glyphs = {.font = carrier_font,
                        .size = carried->width * font_scale_factor(carrier_font),
                        .color = color,
                        .glyphs = call.glyphs,
                        .clusters = call.clusters,
                        .glyph_count = call.glyph_count,
                        .cluster_count = call.cluster_count,
                        .text = buffer_str(&call.text)};
    painter->canvas->text(painter->canvas, &glyphs);
}

// ---- rules to write on

void draw_blank(Painter *painter, const GlyphRun *run, const GlyphRun *space, const Node *node, double x, double y)
{
    enum { SIGNS_MAX = 3 }; // of what was written for it: enough to be known by
    const double drop_em = 0.12, thickness_em = 0.055;
    const TextStyle *style = &run->run->style;
    double size = length_to_pt(style->size);
    Str text = run->run->node->text;
    uint32_t end = 0;
    for (int i = 0; i < SIGNS_MAX && end < text.length; i++)
        utf8_next(text, &end);
    Carried carried = {.text = {text.bytes, end}, .x = x, .y = y, .width = size};
    carried.has_space = space != NULL;
    carried.space_x = x + length_to_pt(run->width);
    painter_begin(painter, node);
    write_text(painter, run->word->font, &carried, style->color);
    Rectangle rule = {x, y + drop_em * size, length_to_pt(run->width), thickness_em * size};
    painter_begin(painter, NULL);
    painter->canvas->fill(painter->canvas, &rule, 1, style->color);
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
static const KnownPicture *find_emoji(Painter *painter, const Font *font, uint32_t glyph)
{
    KnownPicture *known = find_known(*bucket_of(painter, font, glyph), font, glyph);
    GlyphPicture shape;
    if (known || !font_glyph_picture(font, glyph, &shape) || is_closed(painter))
        return known;
    known = add_known(painter, font, glyph);
    Str rest = shape.png;
    known->shape = shape;
    known->picture->surface = cairo_image_surface_create_from_png_stream(read_png, &rest);
    arena_defer(painter->arena, destroy_surface, known->picture->surface);
    return known;
}

static void draw_emoji(Painter *painter, const Font *font, const Glyph *glyphs, uint32_t count, double x, double y,
                       double scale)
{
    for (uint32_t i = 0; i < count; i++) {
        const KnownPicture *known = find_emoji(painter, font, glyphs[i].glyph);
        if (!known)
            continue;
        const GlyphPicture *shape = &known->shape;
        Rectangle place = {x + (glyphs[i].x + shape->left) * scale, y - (glyphs[i].y + shape->top) * scale,
                           shape->width * scale, shape->height * scale};
        painter->canvas->picture(painter->canvas, known->picture, &place);
    }
}

// ---- codes in frames

static void draw_frame(Painter *painter, const CodeFrame *frame, double x, double y, double scale, Color color)
{
    double left = x + frame->left * scale, top = y - (frame->bottom + frame->height) * scale;
    double width = frame->width * scale, height = frame->height * scale, thickness = frame->thickness * scale;
    Rectangle sides[] = {
        {left, top, width, thickness},
        {left, top + height - thickness, width, thickness},
        {left, top + thickness, thickness, height - 2 * thickness},
        {left + width - thickness, top + thickness, thickness, height - 2 * thickness},
    };
    painter->canvas->fill(painter->canvas, sides, sizeof sides / sizeof *sides, color);
}

// Digits have an empty text of their own, or readers would take them for the text.
static void draw_code(Painter *painter, const Word *word, double x, double y, double size, Color color)
{
    CodeFrame frame = word_code_frame(word);
    double scale = size / font_units_per_em(word->font);
    draw_frame(painter, &frame, x, y, scale, color);
    PlacedGlyph digits[CODE_DIGITS_MAX];
    uint32_t count = 0;
    for (; count < CODE_DIGITS_MAX && count < word->glyph_count; count++) {
        const Glyph *glyph = &word->glyphs[count];
        digits[count] = (PlacedGlyph){glyph->glyph, x + glyph->x * scale, y - glyph->y * scale};
    }
    Cluster cluster = {0, count, 0};
    GlyphText text = {.font = word->font,
                      .size = size * frame.digit_scale * font_scale_factor(word->font),
                      .color = color,
                      .glyphs = digits,
                      .clusters = &cluster,
                      .glyph_count = count,
                      .cluster_count = 1};
    painter->canvas->text(painter->canvas, &text);
}

void draw_word_picture(Painter *painter, const GlyphRun *run, const GlyphRun *space, double x, double y)
{
    const Word *word = run->word;
    Color color = run->run->style.color;
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
        write_text(painter, word->font, &carried, color);
        if (word->code == 0)
            draw_emoji(painter, word->font, word->glyphs + glyph, cluster->glyph_count, x, y, scale);
        glyph += cluster->glyph_count;
        byte += cluster->byte_count;
        left += cluster->advance;
    }
    if (word->code != 0)
        draw_code(painter, word, x, y, size, color);
}
