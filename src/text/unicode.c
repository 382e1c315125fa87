// Pango's Unicode algorithms. The library is opened when text first asks for them, and stays: linked, it and the ten
// that it brings cost every start 1.5 ms, of 10.2 for a leaflet in English, which needs none of them.
// Where it can not be opened, that is diagnosed, and nothing is found.
#include <dlfcn.h>
#include <errno.h>
#include <pango/pango.h>

#include "text/breaks.h"

#define PANGO_LIBRARY "libpango-1.0.so.0"

typedef void GetLogAttrs(const char *text, int length, int level, PangoLanguage *language, PangoLogAttr *attributes,
                         int count);
typedef PangoLanguage *LanguageFromString(const char *language);
typedef guint8 *GetLevels(const gchar *text, int length, PangoDirection *direction);
typedef void Free(void *memory);
typedef const char *VersionString(void);

// Finds `name` in Pango or what it brings, and puts it into `*function`. ISO C has no cast from object to function.
static bool find(const char *name, void *function)
{
    void *library = dlopen(PANGO_LIBRARY, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    void *symbol = library ? dlsym(library, name) : NULL;
    if (library)
        dlclose(library);
    memcpy(function, &symbol, sizeof symbol);
    return symbol != NULL;
}

static void refuse(const Analysis *analysis)
{
    arena_check_errno(analysis->arena);
    const char *why = dlerror();
    diagnose_machine_why(analysis->diagnostics, SPAN_NONE, PANGO_LIBRARY, why ? why : "it can not be opened");
}

// What sets the next letter below the one before it, in Burmese and Khmer, and the vowel am of Thai and Lao, also in
// two halves: parted, they would be drawn otherwise. Dictionaries part what is no word.
static bool is_drawn_as_one(uint32_t left, uint32_t right)
{
    return left == 0x1039 || left == 0x17D2 || right == 0xE33 || right == 0xEB3 || (left == 0xECD && right == 0xEB2);
}

void breaks_find_unicode(Analysis *analysis)
{
    GetLogAttrs *get_log_attrs;
    LanguageFromString *language_from_string;
    errno = 0;
    if (!find("pango_get_log_attrs", &get_log_attrs) || !find("pango_language_from_string", &language_from_string)) {
        refuse(analysis);
        return;
    }
    size_t count = analysis->character_count + 1;
    PangoLogAttr *attributes = arena_array(analysis->arena, PangoLogAttr, count);
    // Pango's rules do not depend on language but for Thai, which it knows by its script; what does is in
    // breaks_tailor.c.
    get_log_attrs(analysis->text.bytes, (int)analysis->text.length, /*level: to be found*/ -1,
                  language_from_string("und"), attributes, (int)count);
    arena_check_errno(analysis->arena);  // libthai
    for (size_t i = 0; i < count; i++) { // UAX #14 parts a space from its mark (LB10), which is one grapheme
        const Character *at = &analysis->characters[i];
        bool is_within = i > 0 && i + 1 < count && is_drawn_as_one(at[-1].code, at->code);
        if (attributes[i].is_cursor_position && !is_within)
            analysis->breaks[i] = (uint8_t)(GRAPHEME_START | (attributes[i].is_line_break ? MAY_BREAK : 0));
    }
}

void analysis_find_levels(Analysis *analysis)
{
    GetLevels *get_levels;
    Free *free_levels;
    errno = 0;
    if (!find("pango_log2vis_get_embedding_levels", &get_levels) || !find("g_free", &free_levels)) {
        refuse(analysis);
        return;
    }
    PangoDirection direction = analysis->right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
    guint8 *levels = get_levels(analysis->text.bytes, (int)analysis->text.length, &direction);
    for (size_t i = 0; i < analysis->character_count; i++)
        analysis->characters[i].level = levels[i];
    free_levels(levels);
    arena_check_errno(analysis->arena); // FriBidi
}

const char *unicode_version(void)
{
    VersionString *version_string;
    return find("pango_version_string", &version_string) ? version_string() : "not found";
}
