// A text object for each call of the canvas: lines by Td, and along a line the font's own advances, with what differs
// from them in TJ, in thousandths of an em. What was rounded there is known, so that no error adds up.
#include "pdf/content.h"

#include <math.h>

#include "pdf/output.h"

static const double farthest_ems = 20; // in TJ: beyond, some readers see no line any more

static double rounded(double value)
{
    return round(value * 1000) / 1000;
}

// ---- strings

static void end_string(ContentWriter *writer)
{
    if (writer->has_string)
        buffer_append_char(&writer->out, writer->names->names[writer->name].code_length == 2 ? '>' : ')');
    writer->has_string = false;
}

static void end_array(ContentWriter *writer)
{
    end_string(writer);
    if (writer->has_array)
        put(&writer->out, "]TJ\n");
    writer->has_array = false;
}

static void put_code(ContentWriter *writer, const UsedGlyph *used)
{
    static const char digits[] = "0123456789abcdef";
    Buffer *out = &writer->out;
    bool is_hex = used->code_length == 2;
    if (!writer->has_string)
        buffer_append_char(out, is_hex ? '<' : '(');
    writer->has_string = true;
    if (is_hex) {
        for (int shift = 12; shift >= 0; shift -= 4)
            buffer_append_char(out, digits[used->code >> shift & 15]);
        return;
    }
    if (used->code == '(' || used->code == ')' || used->code == '\\')
        buffer_append_char(out, '\\');
    if (used->code == '\r' || used->code == '\n')
        put(out, used->code == '\r' ? "\\r" : "\\n");
    else
        buffer_append_char(out, (char)used->code);
}

static void use_font(ContentWriter *writer, size_t name, double size)
{
    if (writer->name == name && writer->size == size)
        return;
    end_array(writer);
    writer->name = name;
    writer->size = size;
    buffer_append_str(&writer->out, writer->names->names[name].name);
    put_decimal(&writer->out, size);
    put(&writer->out, " Tf\n");
}

static void move_line(ContentWriter *writer, double x, double y)
{
    end_array(writer);
    double right = rounded(x - writer->line_x), up = rounded(y - writer->line_y);
    put_decimal(&writer->out, right);
    put_decimal(&writer->out, up);
    put(&writer->out, " Td\n");
    writer->line_x += right;
    writer->line_y += up;
    writer->pen = writer->line_x;
    writer->has_line = true;
}

static void put_glyph(ContentWriter *writer, const UsedGlyph *used, double size, double x, double y)
{
    if (used->code_length == 0)
        return;
    use_font(writer, used->name, size);
    bool is_on_line = writer->has_line && fabs(y - writer->line_y) < 0.001;
    if (!is_on_line || fabs(x - writer->pen) > farthest_ems * size)
        move_line(writer, x, y);
    double back = round((writer->pen - x) / size * 1000);
    if (!writer->has_array)
        buffer_append_char(&writer->out, '[');
    writer->has_array = true;
    if (back != 0) {
        end_string(writer);
        if (back < 0)
            buffer_append_char(&writer->out, '-');
        put_number(&writer->out, (uint32_t)fabs(back));
    }
    put_code(writer, used);
    writer->pen += (used->advance - back / 1000) * size;
}

// ---- the canvas

static void set_color(ContentWriter *writer, Color color)
{
    const Color *now = &writer->color;
    if (now->red == color.red && now->green == color.green && now->blue == color.blue)
        return;
    writer->color = color;
    put_decimal(&writer->out, color.red / 255.0);
    put_decimal(&writer->out, color.green / 255.0);
    put_decimal(&writer->out, color.blue / 255.0);
    put(&writer->out, " rg\n");
}

static void begin_marked(Buffer *out, uint32_t mcid)
{
    put(out, "/Span << /MCID ");
    put_number(out, mcid);
    put(out, " >> BDC\n");
}

static void begin(Canvas *canvas, const Node *node, uint32_t mcid)
{
    static const char *const artifacts[] = {
        [RUNS_NOT] = "/Artifact BMC\n",
        [RUNS_AS_HEAD] = "/Artifact << /Type /Pagination /Subtype /Header >> BDC\n",
        [RUNS_AS_FOOT] = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n",
    };
    Buffer *out = &((ContentWriter *)canvas)->out;
    if (node)
        begin_marked(out, mcid);
    else
        put(out, artifacts[canvas->runs]);
}

static void end(Canvas *canvas)
{
    put(&((ContentWriter *)canvas)->out, "EMC\n");
}

static void put_text_of(ContentWriter *writer, Str text)
{
    end_array(writer);
    put(&writer->out, "/Span << /ActualText ");
    put_utf16_text(&writer->out, text);
    put(&writer->out, " >> BDC\n");
}

static void write_text(Canvas *canvas, const GlyphText *text)
{
    ContentWriter *writer = (ContentWriter *)canvas;
    const UsedFont *font = painting_font(writer->painting, text->font);
    const PlacedGlyph *glyph = text->glyphs;
    Str rest = text->text;
    double size = rounded(text->size);
    set_color(writer, text->color);
    put(&writer->out, "BT\n");
    writer->line_x = writer->line_y = 0;
    writer->has_line = false;
    for (size_t i = 0; i < text->cluster_count; i++) {
        const Cluster *cluster = &text->clusters[i];
        Str own = {rest.bytes, cluster->byte_count};
        const UsedGlyph *used = cluster->glyph_count > 0 ? used_font_glyph(font, glyph->glyph) : NULL;
        bool is_said = cluster->glyph_count == 1 && str_equal(used->text, own);
        if (!is_said)
            put_text_of(writer, own);
        for (uint32_t j = 0; j < cluster->glyph_count; j++, glyph++) {
            if (j > 0)
                used = used_font_glyph(font, glyph->glyph);
            put_glyph(writer, used, size, glyph->x, writer->page_height - glyph->y);
        }
        if (!is_said) {
            end_array(writer);
            put(&writer->out, "EMC\n");
        }
        rest = str_from_offset(rest, cluster->byte_count);
    }
    end_array(writer);
    put(&writer->out, "ET\n");
}

static void fill(Canvas *canvas, const Rectangle *rectangles, size_t count, Color color)
{
    ContentWriter *writer = (ContentWriter *)canvas;
    set_color(writer, color);
    for (size_t i = 0; i < count; i++) {
        const Rectangle *place = &rectangles[i];
        put_decimal(&writer->out, place->x);
        put_decimal(&writer->out, writer->page_height - place->y - place->height);
        put_decimal(&writer->out, place->width);
        put_decimal(&writer->out, place->height);
        put(&writer->out, " re\n");
    }
    put(&writer->out, "f\n");
}

static void draw_picture(Canvas *canvas, Picture *picture, const Rectangle *place)
{
    ContentWriter *writer = (ContentWriter *)canvas;
    Buffer *out = &writer->out;
    put(out, "q");
    put_decimal(out, place->width / picture->width);
    put(out, " 0 0");
    put_decimal(out, place->height / picture->height);
    put_decimal(out, place->x);
    put_decimal(out, writer->page_height - place->y - place->height);
    put(out, " cm /P");
    put_number(out, picture->page);
    put(out, " Do Q\n");
}

void content_init(ContentWriter *writer, Painting *painting, const FontNames *names, Arena *arena)
{
    *writer = (ContentWriter){.canvas = {begin, end, write_text, fill, draw_picture, RUNS_NOT},
                              .painting = painting,
                              .names = names,
                              .out.arena = arena};
}

Str content_write(ContentWriter *writer, const Layout *layout, size_t page, const EmptyMark *empty, size_t empty_count)
{
    writer->page_height = length_to_pt(layout->pages[page].height);
    writer->out.length = 0;
    writer->color = (Color){0, 0, 0};
    writer->name = SIZE_MAX;
    paint_page(writer->painting, page, &writer->canvas);
    for (size_t i = 0; i < empty_count; i++) {
        begin_marked(&writer->out, empty[i].mcid);
        put(&writer->out, "EMC\n");
    }
    return buffer_str(&writer->out);
}
