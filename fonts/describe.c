// What hspdf has to know of a font before it opens it: its characters, its measures, and whether its words may be
// shaped one by one.
#include "stage.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

static void write_ranges(FILE *code, int number, const hb_set_t *characters)
{
    fprintf(code, "static const CoverageRange ranges_%d[] = {\n", number);
    for (hb_codepoint_t first = HB_SET_VALUE_INVALID, last = HB_SET_VALUE_INVALID;
         hb_set_next_range(characters, &first, &last);)
        fprintf(code, "{0x%X, 0x%X},\n", first, last);
    fputs("};\n", code);
}

enum { SHAPED_MAX = 8 };

typedef struct {
    unsigned count;
    hb_glyph_info_t infos[SHAPED_MAX];
    hb_glyph_position_t positions[SHAPED_MAX];
} Shaped;

// Left to right whatever the script, so that glyphs stand in the order of the characters.
static Shaped shape(hb_font_t *font, hb_buffer_t *buffer, hb_script_t script, const uint32_t *characters, int count)
{
    hb_buffer_reset(buffer);
    hb_buffer_add_codepoints(buffer, characters, count, 0, count);
    hb_buffer_set_script(buffer, script);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(font, buffer, NULL, 0);
    Shaped shaped = {0};
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &shaped.count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    unsigned kept = shaped.count < SHAPED_MAX ? shaped.count : SHAPED_MAX;
    memcpy(shaped.infos, infos, kept * sizeof *infos);
    memcpy(shaped.positions, positions, kept * sizeof *positions);
    return shaped;
}

static bool is_joint(const Shaped *joint, const Shaped *first, const Shaped *second)
{
    if (joint->count != first->count + second->count)
        return false;
    for (unsigned i = 0; i < joint->count && i < SHAPED_MAX; i++) {
        const Shaped *part = i < first->count ? first : second;
        unsigned at = i < first->count ? i : i - first->count;
        if (joint->infos[i].codepoint != part->infos[at].codepoint ||
            joint->positions[i].x_advance != part->positions[at].x_advance ||
            joint->positions[i].x_offset != part->positions[at].x_offset)
            return false;
    }
    return true;
}

// Whether a space changes with the character beside it, or changes that: then words can not be shaped one by one.
// Marks make one grapheme with a space before them, and so one word: they do not count.
static bool space_is_touched(hb_face_t *face, const hb_set_t *characters)
{
    hb_font_t *font = hb_font_create(face);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    const uint32_t space = ' ';
    bool is_touched = false;
    for (hb_codepoint_t character = ' '; hb_set_next(characters, &character) && !is_touched;) {
        hb_unicode_general_category_t category = hb_unicode_general_category(unicode, character);
        if (category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
            category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
            category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK)
            continue;
        hb_script_t script = hb_unicode_script(unicode, character);
        Shaped alone = shape(font, buffer, script, &character, 1), blank = shape(font, buffer, script, &space, 1);
        Shaped before = shape(font, buffer, script, (uint32_t[]){character, space}, 2);
        Shaped after = shape(font, buffer, script, (uint32_t[]){space, character}, 2);
        is_touched = !is_joint(&before, &alone, &blank) || !is_joint(&after, &blank, &alone);
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    return is_touched;
}

void describe_font(FILE *code, Row *row, int number, const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    if (hb_face_get_glyph_count(face) == 0)
        fail("not a font:", path, row->package);
    hb_set_t *characters = hb_set_create();
    hb_face_collect_unicodes(face, characters);
    write_ranges(code, number, characters);
    hb_font_t *font = hb_font_create(face);
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(font, &extents);
    unsigned size = sizeof row->family;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FONT_FAMILY, HB_LANGUAGE_INVALID, &size, row->family);
    row->units_per_em = (int)hb_face_get_upem(face);
    row->ascent = extents.ascender;
    row->descent = -extents.descender;
    row->is_color = hb_ot_color_has_png(face);
    row->touches_space = !row->is_color && space_is_touched(face, characters);
    hb_font_destroy(font);
    hb_set_destroy(characters);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}
