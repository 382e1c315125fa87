// Fonts. None is opened before a character needs it: which font has what is known from the table made at build time,
// so a leaflet in English opens two files of some fifty.
#include "text/engine.h"

#include <hb-ot.h>

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SCRATCH_BYTES = 1 << 30 }; // never reached before the document's own budget is

// What a cairo face keeps alive: cairo may hold the face in its own caches after the engine is closed.
typedef struct {
    FontLibrary *library;
    FT_Face face;
} OpenFace;

static FontLibrary *library_open(void)
{
    FontLibrary *library = calloc(1, sizeof *library);
    if (!library || FT_Init_FreeType(&library->library) != 0) {
        free(library);
        return NULL;
    }
    library->users = 1;
    return library;
}

static void library_release(FontLibrary *library)
{
    if (!library || --library->users > 0)
        return;
    FT_Done_FreeType(library->library);
    free(library);
}

static void open_face_close(void *object)
{
    OpenFace *open = object;
    FT_Done_Face(open->face);
    library_release(open->library);
    free(open);
}

void font_close(Font *font)
{
    if (font->shaper)
        hb_font_destroy(font->shaper);
    if (font->face)
        cairo_font_face_destroy(font->face);
    font->shaper = NULL;
    font->face = NULL;
}

static bool font_path(const Font *font, char path[PATH_MAX])
{
    bool is_staged = font->staged->file[0] != '/';
    int length = snprintf(path, PATH_MAX, "%s%s%s", is_staged ? font->engine->data_folder : "",
                          is_staged ? "/fonts/" : "", font->staged->file);
    return length > 0 && length < PATH_MAX;
}

// Fonts may draw U+200D, as Noto Naskh Arabic does; 0 where nothing is without width and ink.
static uint32_t blank_glyph(hb_font_t *shaper)
{
    static const uint32_t candidates[] = {0x200D, 0x200B, 0xFEFF};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        hb_codepoint_t glyph = 0;
        hb_glyph_extents_t ink = {0};
        if (hb_font_get_nominal_glyph(shaper, candidates[i], &glyph) &&
            hb_font_get_glyph_h_advance(shaper, glyph) == 0 &&
            (!hb_font_get_glyph_extents(shaper, glyph, &ink) || (ink.width == 0 && ink.height == 0)))
            return glyph;
    }
    return 0;
}

// False where its file can not be read, or with ENOMEM in errno.
static bool load(Font *font)
{
    char path[PATH_MAX];
    errno = 0;
    hb_blob_t *blob = font_path(font, path) ? hb_blob_create_from_file(path) : hb_blob_get_empty();
    hb_face_t *face = hb_face_create(blob, (unsigned)font->staged->face_index);
    hb_blob_destroy(blob);
    bool is_font = hb_face_get_glyph_count(face) > 0;
    if (is_font) {
        font->shaper = hb_font_create(face);
        hb_font_set_scale(font->shaper, font->staged->units_per_em, font->staged->units_per_em);
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font->shaper, ' ', &glyph);
        font->space_glyph = glyph;
        font->space_advance = hb_font_get_glyph_h_advance(font->shaper, glyph);
        font->joiner_glyph = font->staged->is_color ? 0 : blank_glyph(font->shaper); // a picture stays whole
    }
    hb_face_destroy(face);
    if (errno == ENOMEM)
        font_close(font);
    return font->shaper != NULL;
}

Engine *engine_open(const char *data_folder, bool use_system_fonts, char *error, size_t error_size)
{
    Engine *engine = calloc(1, sizeof *engine);
    if (engine) {
        engine->data_folder = strdup(data_folder);
        engine->fonts = calloc(staged_font_count, sizeof *engine->fonts);
        engine->use_system_fonts = use_system_fonts;
        errno = 0;
        engine->buffer = hb_buffer_create(); // an inert one, where there is no memory
        engine->library = library_open();
        engine->scratch = arena_open(SCRATCH_BYTES);
    }
    if (!engine || !engine->data_folder || !engine->fonts || !engine->library || !engine->scratch || errno == ENOMEM ||
        !words_start(engine)) {
        snprintf(error, error_size, "out of memory");
        engine_close(engine);
        return NULL;
    }
    for (size_t i = 0; i < staged_font_count; i++) {
        engine->fonts[i].staged = &staged_fonts[i];
        engine->fonts[i].engine = engine;
        engine->fonts[i].units_per_em = staged_fonts[i].units_per_em * 100 / staged_fonts[i].scale_percent;
    }
    carrier_init(engine);
    // The one font that is opened now: it tells whether the folder is right, and stands in where no other can be read.
    if (!load(&engine->fonts[0])) {
        if (errno == ENOMEM)
            snprintf(error, error_size, "out of memory");
        else
            snprintf(error, error_size, "cannot open the font %s/fonts/%s", data_folder, staged_fonts[0].file);
        engine_close(engine);
        return NULL;
    }
    return engine;
}

void engine_note_lost(Engine *engine, const char *name, int error)
{
    snprintf(engine->lost, sizeof engine->lost, "%s", name);
    engine->lost_error = error ? error : EIO;
}

const char *engine_lost(const Engine *engine, int *error)
{
    *error = engine->lost_error;
    return engine->lost[0] ? engine->lost : NULL;
}

void engine_check_errno(Engine *engine)
{
    arena_check_errno(engine->words);
}

void engine_forget_fonts(Engine *engine)
{
    for (size_t i = 0; i < staged_font_count; i++)
        font_close(&engine->fonts[i]);
    font_close(&engine->carrier);
    system_fonts_forget(engine);
}

void engine_close(Engine *engine)
{
    if (!engine)
        return;
    for (size_t i = 0; engine->fonts && i < staged_font_count; i++)
        font_close(&engine->fonts[i]);
    font_close(&engine->carrier);
    system_fonts_close(engine);
    dictionaries_close(engine);
    arena_close(engine->scratch);
    word_module_close(&engine->word_module);
    arena_close(engine->words);
    hb_buffer_destroy(engine->buffer);
    hb_draw_funcs_destroy(engine->draw_funcs);
    library_release(engine->library);
    free(engine->fonts);
    free(engine->data_folder);
    free(engine);
}

bool font_open(Font *font)
{
    if (font->shaper)
        return true;
    bool is_open = load(font);
    if (!is_open) {
        engine_check_errno(font->engine);
        engine_note_lost(font->engine, font->staged->file, errno);
    }
    return is_open;
}

cairo_font_face_t *font_cairo_face(Font *font)
{
    static const cairo_user_data_key_t open_face_key;
    char path[PATH_MAX];
    if (font->face)
        return font->face;
    OpenFace *open = calloc(1, sizeof *open);
    if (!open || !font_path(font, path)) {
        free(open);
        return NULL;
    }
    FT_Error error = FT_New_Face(font->engine->library->library, path, font->staged->face_index, &open->face);
    if (error) {
        free(open);
        if (FT_ERROR_BASE(error) == FT_Err_Out_Of_Memory)
            errno = ENOMEM; // FreeType has looked elsewhere since
        engine_note_lost(font->engine, font->staged->file, errno);
        return NULL;
    }
    open->library = font->engine->library;
    open->library->users++;
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(face, &open_face_key, open, open_face_close) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(face);
        open_face_close(open);
        return NULL;
    }
    return font->face = face;
}

int font_units_per_em(const Font *font)
{
    return font->units_per_em;
}

double font_scale_factor(const Font *font)
{
    return (double)font->staged->units_per_em / font->units_per_em;
}

GlyphMetrics font_glyph_metrics(Font *font, uint32_t glyph)
{
    hb_glyph_extents_t ink = {0};
    if (!font_open(font))
        return (GlyphMetrics){0};
    errno = 0;
    bool has_ink = hb_font_get_glyph_extents(font->shaper, glyph, &ink) && (ink.width != 0 || ink.height != 0);
    double advance = (double)hb_font_get_glyph_h_advance(font->shaper, glyph) / font->staged->units_per_em;
    engine_check_errno(font->engine);
    return (GlyphMetrics){advance, has_ink};
}

Length font_scale(const Font *font, int32_t units, Length size)
{
    double scaled = round((double)units * size / font_units_per_em(font));
    if (scaled > LENGTH_LARGEST)
        return LENGTH_LARGEST;
    return scaled < -LENGTH_LARGEST ? -LENGTH_LARGEST : (Length)scaled;
}

const char *font_name(const Font *font)
{
    return font->staged->file;
}

uint32_t font_space_glyph(const Font *font)
{
    return font->space_glyph;
}

bool font_is_color(const Font *font)
{
    return font->staged->is_color;
}

bool font_glyph_picture(const Font *font, uint32_t glyph, GlyphPicture *picture)
{
    hb_blob_t *blob = hb_ot_color_glyph_reference_png(font->shaper, glyph);
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    hb_glyph_extents_t box;
    bool is_there = length > 0 && hb_font_get_glyph_extents(font->shaper, glyph, &box);
    if (is_there)
        *picture = (GlyphPicture){{bytes, length}, box.x_bearing, box.y_bearing, box.width, -box.height};
    hb_blob_destroy(blob); // a part of the face's own, which stays
    engine_check_errno(font->engine);
    return is_there;
}

void engine_describe_fonts(const Engine *engine, Buffer *out)
{
    (void)engine;
    for (size_t i = 0; i < staged_font_count; i++) {
        const StagedFont *staged = &staged_fonts[i];
        size_t characters = 0;
        for (size_t j = 0; j < staged->range_count; j++)
            characters += staged->ranges[j].last - staged->ranges[j].first + 1;
        const char *style = staged->bold     ? staged->italic ? "bold italic" : "bold"
                            : staged->italic ? "italic"
                                             : "regular";
        const char *scripts = strcmp(staged->scripts, "-") == 0      ? "symbols"
                              : strcmp(staged->scripts, "Zsye") == 0 ? "emoji"
                              : strcmp(staged->scripts, "Zsym") == 0 ? "pictures"
                                                                     : staged->scripts;
        buffer_printf(out, "%-5s %-28s %-12s %6zu characters  %-26s %s\n", staged->role, staged->family, style,
                      characters, scripts, staged->file);
    }
}

const char *fonts_fingerprint(void)
{
    return staged_fingerprint;
}
