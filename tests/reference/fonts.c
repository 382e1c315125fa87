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
static PangoFont *load_font(const Reference *reference, const StagedFont *staged)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, staged->family);
    pango_font_description_set_weight(description, staged->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description, staged->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, staged->units_per_em);
    PangoFont *font = pango_font_map_load_font(reference->map, reference->context, description);
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

Reference *reference_open(const char *data_folder, const StagedFont *first)
{
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/fonts", data_folder);
    Reference *reference = calloc(1, sizeof *reference);
    reference->config = FcConfigCreate();
    FcConfigAppFontAddDir(reference->config, (const FcChar8 *)folder);
    if (first) {
        snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(first->file, '/') - first->file), first->file);
        FcConfigAppFontAddDir(reference->config, (const FcChar8 *)folder);
    }
    FcConfigSetCurrent(reference->config); // before there is a font map, which would read the system's
    reference->map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(reference->map), reference->config);
    pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(reference->map), set_unhinted, NULL, NULL);
    reference->context = pango_font_map_create_context(reference->map);
    pango_context_set_round_glyph_positions(reference->context, FALSE);
    reference->fonts = calloc(staged_font_count, sizeof(PangoFont *));
    for (size_t i = 0; i < staged_font_count; i++) {
        reference->fonts[i] = load_font(reference, i == 0 && first ? first : &staged_fonts[i]);
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
    }
    g_object_unref(reference->context);
    g_object_unref(reference->map);
    FcConfigDestroy(reference->config);
    free(reference->fonts);
    free(reference);
}
