#include "reference/analysis.h"

#include <stdio.h>
#include <stdlib.h>

static void set_unhinted(FcPattern *pattern, gpointer data)
{
    (void)data;
    FcPatternDel(pattern, FC_HINTING);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}

// At a size where one of Pango's units is one of the font's.
static PangoFont *load_font(PangoFontMap *map, PangoContext *context, const StagedFont *staged)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, staged->family);
    pango_font_description_set_weight(description, staged->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description, staged->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, staged->units_per_em);
    PangoFont *font = pango_font_map_load_font(map, context, description);
    pango_font_description_free(description);
    FcChar8 *file = NULL;
    if (font)
        FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file);
    const char *end = strrchr(staged->file, '/'), *name = end ? end + 1 : staged->file;
    const char *taken = file ? strrchr((const char *)file, '/') : NULL;
    if (taken && strcmp(taken + 1, name) == 0)
        return font;
    fprintf(stderr, "reference: Pango takes %s for %s\n", taken ? taken + 1 : "nothing", name);
    return NULL;
}

// A map for each file: some are of one family and style, cut for different forms of Han.
static PangoFont *open_font(const char *data_folder, const StagedFont *staged, PangoFontMap **map_made)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s%s", staged->file[0] == '/' ? "" : data_folder,
             staged->file[0] == '/' ? "" : "/fonts/", staged->file);
    FcConfig *config = FcConfigCreate();
    FcConfigAppFontAddFile(config, (const FcChar8 *)path);
    FcConfigSetCurrent(config); // before there is a font map, which would read the system's
    PangoFontMap *map = *map_made = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map), set_unhinted, NULL, NULL);
    PangoContext *context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    PangoFont *font = load_font(map, context, staged);
    g_object_unref(context);
    FcConfigDestroy(config);
    return font;
}

Reference *reference_open(const char *data_folder, const StagedFont *first)
{
    Reference *reference = calloc(1, sizeof *reference);
    reference->fonts = calloc(staged_font_count, sizeof(PangoFont *));
    reference->maps = calloc(staged_font_count, sizeof(PangoFontMap *));
    for (size_t i = 0; i < staged_font_count; i++) {
        const StagedFont *staged = i == 0 && first ? first : &staged_fonts[i];
        if (staged->is_color)
            continue;
        reference->fonts[i] = open_font(data_folder, staged, &reference->maps[i]);
        if (!reference->fonts[i]) {
            reference_close(reference);
            return NULL;
        }
    }
    return reference;
}

void reference_close(Reference *reference)
{
    if (!reference)
        return;
    for (size_t i = 0; i < staged_font_count; i++) {
        if (reference->fonts[i])
            g_object_unref(reference->fonts[i]);
        if (reference->maps[i])
            g_object_unref(reference->maps[i]);
    }
    free(reference->maps);
    free(reference->fonts);
    free(reference);
}
