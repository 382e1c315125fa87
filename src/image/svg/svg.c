// The module for SVG, by librsvg.
//
// Nothing from outside: librsvg loads no other file for a document that has no address, and text is set in the staged
// fonts alone, by a font map of our own that is the thread's while librsvg draws; so a picture looks the same on any
// machine.
//
// librsvg makes paths of text unless it draws onto a PDF itself. So a picture without text is recorded once, and may be
// shown many times; one with text is drawn anew each time, onto the page.
#include <cairo.h>
#include <dirent.h>
#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/decoder.h"

enum {
    CSS_DPI = 96,
    SIDE_MAX = 100000, // CSS px
    // Units along the longer side, whatever size is asked for: what a filter does is done in pixels of this size, and
    // must neither look coarse nor take much memory.
    SIDE_UNITS = 2000,
};

// Reading all staged fonts takes 20 ms; most pictures' text needs the first few.
typedef enum { FONTS_NONE, FONTS_LATIN, FONTS_ALL } FontExtent;

typedef struct {
    const char *font_folder;
    PangoFontMap *fonts; // NULL before text is met
    FontExtent extent;
} Session;

typedef struct {
    Session *session;
    RsvgHandle *handle;
    double width, height; // CSS px
    double scale;         // units each
} Picture;

// ---- fonts

static int is_font(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

// Those that come before all others for Latin, Greek and Cyrillic, whether or not the others are there.
static int is_latin_font(const struct dirent *entry)
{
    return strncmp(entry->d_name, "NotoSans-", 9) == 0 || strncmp(entry->d_name, "NotoSansMono-", 13) == 0;
}

static int compare_names(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

// File by file: for a folder fontconfig would look for a cache, and complain on standard error where there is none.
static void add_fonts(FcConfig *config, const char *folder, FontExtent extent)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, extent == FONTS_ALL ? is_font : is_latin_font, compare_names);
    for (int i = 0; i < count; i++) {
        char path[4096];
        int length = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (length > 0 && (size_t)length < sizeof path)
            FcConfigAppFontAddFile(config, (const FcChar8 *)path);
        free(entries[i]);
    }
    free(entries);
}

// Families that a picture asks for and that are not there give way to the text's own.
static const char rules[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<alias binding=\"same\"><family>monospace</family><prefer><family>Noto Sans Mono</family></prefer></alias>"
    "<match target=\"pattern\"><edit name=\"family\" mode=\"append\" binding=\"strong\"><string>Noto "
    "Sans</string></edit>"
    "</match></fontconfig>";

static PangoFontMap *font_map_new(const char *folder, FontExtent extent)
{
    FcConfig *config = FcConfigCreate();
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (!config || !map || !FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rules, FcTrue)) {
        g_clear_object(&map);
    } else {
        add_fonts(config, folder, extent);
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    }
    if (config)
        FcConfigDestroy(config); // the map has a reference of its own
    return map;
}

// False where there is no memory for them.
static bool ensure_fonts(Session *session, FontExtent extent)
{
    if (extent <= session->extent)
        return true;
    PangoFontMap *fonts = font_map_new(session->font_folder, extent);
    if (!fonts)
        return false;
    g_clear_object(&session->fonts);
    session->fonts = fonts;
    session->extent = extent;
    return true;
}

// ---- drawing

static bool render(const Picture *picture, cairo_t *cairo)
{
    RsvgRectangle viewport = {0, 0, picture->width, picture->height};
    cairo_scale(cairo, picture->scale, picture->scale);
    PangoCairoFontMap *theirs = NULL;
    if (picture->session->fonts) {
        theirs = g_object_ref(PANGO_CAIRO_FONT_MAP(pango_cairo_font_map_get_default()));
        pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(picture->session->fonts));
    }
    GError *error = NULL;
    gboolean is_drawn = rsvg_handle_render_document(picture->handle, cairo, &viewport, &error);
    g_clear_error(&error);
    if (theirs) {
        pango_cairo_font_map_set_default(theirs);
        g_object_unref(theirs);
    }
    return is_drawn != FALSE;
}

static bool draw(void *picture, cairo_t *cairo)
{
    return render(picture, cairo);
}

static cairo_surface_t *record(const Picture *picture)
{
    cairo_rectangle_t extents = {0, 0, picture->width * picture->scale, picture->height * picture->scale};
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    cairo_t *cairo = cairo_create(surface);
    bool is_drawn = render(picture, cairo) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    bool has_memory = cairo_status(cairo) != CAIRO_STATUS_NO_MEMORY;
    cairo_destroy(cairo);
    if (is_drawn)
        return surface;
    cairo_surface_destroy(surface);
    errno = has_memory ? errno : ENOMEM; // as malloc leaves it: librsvg may have opened files since
    return NULL;
}

// ---- reading

static bool is_white(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// Whether a start tag of the element `name`, with a prefix or without, begins at `at`.
static bool is_tag(const char *bytes, size_t size, size_t at, const char *name)
{
    if (bytes[at] != '<')
        return false;
    size_t start = ++at, length = strlen(name);
    while (at < size && at - start < 64 && !is_white((unsigned char)bytes[at]) && !strchr("/>:<\"'", bytes[at]))
        at++;
    if (at < size && bytes[at] == ':')
        start = at + 1;
    if (size - start <= length || memcmp(bytes + start, name, length) != 0)
        return false;
    unsigned char behind = (unsigned char)bytes[start + length];
    return is_white(behind) || behind == '/' || behind == '>';
}

// By the first byte of a character: beyond U+0530 are other scripts, but for U+2000 to U+203F, dashes and quotes. A
// character reference may be anything.
static bool is_beyond_latin(const char *bytes, size_t size, size_t at)
{
    unsigned char byte = (unsigned char)bytes[at];
    if (byte == '&')
        return at + 1 < size && bytes[at + 1] == '#';
    bool is_punctuation = byte == 0xE2 && at + 1 < size && (unsigned char)bytes[at + 1] == 0x80;
    return byte >= 0xD5 && !is_punctuation;
}

static FontExtent fonts_wanted(const char *bytes, size_t size)
{
    bool has_text = false, has_others = false;
    for (size_t at = 0; at < size; at++) {
        has_text = has_text || is_tag(bytes, size, at, "text");
        has_others = has_others || is_beyond_latin(bytes, size, at);
    }
    return !has_text ? FONTS_NONE : has_others ? FONTS_ALL : FONTS_LATIN;
}

// librsvg makes a link of <a href>, which would tear the page's marked content. So the attribute gets another name.
static void drop_links(char *bytes, size_t size)
{
    for (size_t at = 0; at < size; at++) {
        if (!is_tag(bytes, size, at, "a"))
            continue;
        char quote = '\0';
        for (at++; at < size && (quote || bytes[at] != '>'); at++) {
            if (quote)
                quote = bytes[at] == quote ? '\0' : quote;
            else if (bytes[at] == '"' || bytes[at] == '\'')
                quote = bytes[at];
            else if (size - at > 4 && memcmp(bytes + at, "href", 4) == 0)
                bytes[at + 3] = 'x';
        }
    }
}

// By the language of whoever runs hspdf: a picture must not depend on that. So the attribute, too, gets another name.
static void drop_languages(char *bytes, size_t size)
{
    static const char name[] = "systemLanguage";
    for (char *at = bytes; (at = memmem(at, size - (size_t)(at - bytes), name, sizeof name - 1)) != NULL; at++)
        *at = 'x';
}

static RsvgHandle *read_handle(const DecodeRequest *request, FontExtent *wanted)
{
    char *bytes = malloc(request->size + 1);
    if (!bytes)
        return NULL;
    memcpy(bytes, request->bytes, request->size);
    drop_links(bytes, request->size);
    drop_languages(bytes, request->size);
    *wanted = fonts_wanted(bytes, request->size);
    GInputStream *stream = g_memory_input_stream_new_from_data(bytes, (gssize)request->size, NULL);
    GError *error = NULL;
    RsvgHandle *handle =
        rsvg_handle_new_from_stream_sync(stream, /*base_file*/ NULL, RSVG_HANDLE_FLAGS_NONE, NULL, &error);
    g_clear_error(&error);
    g_object_unref(stream);
    free(bytes);
    return handle;
}

// As CSS has it: width and height, else the view box, else 300 by 150.
static void find_size(Picture *picture)
{
    rsvg_handle_set_dpi(picture->handle, CSS_DPI);
    if (rsvg_handle_get_intrinsic_size_in_pixels(picture->handle, &picture->width, &picture->height))
        return;
    gboolean has_width, has_height, has_box;
    RsvgLength width, height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(picture->handle, &has_width, &width, &has_height, &height, &has_box, &box);
    picture->width = has_box ? box.width : 300;
    picture->height = has_box ? box.height : 150;
}

static void picture_destroy(void *object)
{
    Picture *picture = object;
    if (picture->handle)
        g_object_unref(picture->handle);
    free(picture);
}

static DecodeStatus fill(Picture *picture, const DecodeRequest *request, Decoded *decoded)
{
    FontExtent wanted = FONTS_NONE;
    picture->handle = read_handle(request, &wanted);
    if (!picture->handle)
        return DECODE_BROKEN;
    find_size(picture);
    if (!(picture->width > 0 && picture->height > 0))
        return DECODE_BROKEN;
    if (picture->width > SIDE_MAX || picture->height > SIDE_MAX)
        return DECODE_TOO_LONG;
    picture->scale = SIDE_UNITS / fmax(picture->width, picture->height);
    if (!ensure_fonts(picture->session, wanted))
        return DECODE_NO_MEMORY;
    cairo_surface_t *surface = record(picture); // which also shows whether all can be drawn
    if (!surface)
        return DECODE_BROKEN;
    *decoded = (Decoded){.width = picture->width * picture->scale,
                         .height = picture->height * picture->scale,
                         .css_px = 1 / picture->scale,
                         .surface = surface};
    if (wanted != FONTS_NONE) {
        decoded->draw = draw;
        decoded->picture = picture;
        decoded->destroy = picture_destroy;
    }
    return DECODE_OK;
}

static DecodeStatus decode(void *session, const DecodeRequest *request, Decoded *decoded)
{
    Picture *picture = calloc(1, sizeof *picture);
    if (!picture)
        return DECODE_NO_MEMORY;
    picture->session = session;
    DecodeStatus status = fill(picture, request, decoded);
    if (status != DECODE_OK || !decoded->picture)
        picture_destroy(picture);
    return status;
}

static void *open_session(const char *font_folder)
{
    Session *session = calloc(1, sizeof *session);
    if (session)
        session->font_folder = font_folder;
    return session;
}

static void close_session(void *object)
{
    Session *session = object;
    g_clear_object(&session->fonts);
    free(session);
}

__attribute__((visibility("default"))) extern const Decoder hspdf_decoder;
const Decoder hspdf_decoder = {DECODER_VERSION, open_session, close_session, decode};
