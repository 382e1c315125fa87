// Fonts of the machine, for characters that no staged font has, where the user asked for them. fontconfig is
// initialised at the first such character and not before: its configuration alone takes 5 ms to read.
#include <fontconfig/fontconfig.h>
#include <stdlib.h>

#include "text/engine.h"

struct SystemFont {
    SystemFont *next;
    Font font;
    StagedFont description;
};

static CoverageRange *face_ranges(hb_face_t *face, size_t *count)
{
    hb_set_t *set = hb_set_create();
    hb_face_collect_unicodes(face, set);
    size_t capacity = 0;
    CoverageRange *ranges = NULL;
    *count = 0;
    for (hb_codepoint_t first = HB_SET_VALUE_INVALID, last = HB_SET_VALUE_INVALID;
         hb_set_next_range(set, &first, &last);) {
        if (*count == capacity) {
            capacity = capacity ? 2 * capacity : 64;
            CoverageRange *larger = realloc(ranges, capacity * sizeof *ranges);
            if (!larger)
                break;
            ranges = larger;
        }
        ranges[(*count)++] = (CoverageRange){first, last};
    }
    hb_set_destroy(set);
    return ranges;
}

static Font *add_font(Engine *engine, const char *file, int index)
{
    SystemFont *added = calloc(1, sizeof *added);
    char *name = strdup(file);
    hb_blob_t *blob = hb_blob_create_from_file(file);
    hb_face_t *face = hb_face_create(blob, (unsigned)index);
    hb_blob_destroy(blob);
    if (!added || !name || hb_face_get_glyph_count(face) == 0) {
        hb_face_destroy(face);
        free(name);
        free(added);
        return NULL;
    }
    added->description = (StagedFont){.file = name,
                                      .family = "system",
                                      .role = "any",
                                      .scripts = "-",
                                      .units_per_em = (int)hb_face_get_upem(face),
                                      .scale_percent = 100,
                                      .face_index = index};
    added->description.ranges = face_ranges(face, &added->description.range_count);
    hb_face_destroy(face);
    added->font =
        (Font){.staged = &added->description, .engine = engine, .units_per_em = added->description.units_per_em};
    added->next = engine->system_fonts;
    engine->system_fonts = added;
    return &added->font;
}

static FcPattern *match(Engine *engine, uint32_t character, const TextStyle *style)
{
    if (!engine->system_config)
        engine->system_config = FcInitLoadConfigAndFonts();
    FcPattern *pattern = FcPatternCreate();
    FcCharSet *wanted = FcCharSetCreate();
    FcCharSetAddChar(wanted, character);
    FcPatternAddCharSet(pattern, FC_CHARSET, wanted);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, FcFalse); // bitmaps are lost in PDF
    FcPatternAddInteger(pattern, FC_WEIGHT, style->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcConfigSubstitute(engine->system_config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcPattern *found = FcFontMatch(engine->system_config, pattern, &result);
    FcPatternDestroy(pattern);
    FcCharSetDestroy(wanted);
    return found;
}

Font *system_font_find(Engine *engine, uint32_t character, const TextStyle *style)
{
    if (engine->absent && hb_set_has(engine->absent, character))
        return NULL;
    for (SystemFont *known = engine->system_fonts; known; known = known->next) {
        if (font_covers(&known->font, character) && font_open(&known->font))
            return &known->font;
    }
    FcPattern *found = match(engine, character, style);
    FcChar8 *file;
    FcCharSet *characters;
    int index = 0;
    Font *font = NULL;
    if (found && FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetCharSet(found, FC_CHARSET, 0, &characters) == FcResultMatch &&
        FcCharSetHasChar(characters, character)) {
        FcPatternGetInteger(found, FC_INDEX, 0, &index);
        font = add_font(engine, (const char *)file, index & 0xFFFF); // above: a named instance
    }
    if (found)
        FcPatternDestroy(found);
    if (font && font_covers(font, character) && font_open(font))
        return font;
    if (!engine->absent) // asking fontconfig again and again takes milliseconds each time
        engine->absent = hb_set_create();
    hb_set_add(engine->absent, character);
    return NULL;
}

void system_fonts_forget(Engine *engine)
{
    for (SystemFont *font = engine->system_fonts; font; font = font->next)
        font_close(&font->font);
}

void system_fonts_close(Engine *engine)
{
    for (SystemFont *font = engine->system_fonts; font;) {
        SystemFont *next = font->next;
        font_close(&font->font);
        free((char *)font->description.file);
        free((CoverageRange *)font->description.ranges);
        free(font);
        font = next;
    }
    hb_set_destroy(engine->absent);
    if (engine->system_config)
        FcConfigDestroy(engine->system_config);
}
