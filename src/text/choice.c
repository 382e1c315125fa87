// Which font serves a character: for each script and style met, the staged fonts in the order in which they are asked,
// best first. Made once, from the table alone: no font is opened to be asked.
#include <errno.h>

#include "text/engine.h"

typedef struct {
    Font *font;
    int misfit;
} Candidate;

struct FontList {
    FontList *next;
    hb_script_t script;
    FontRole role;
    bool bold, italic;
    Candidate *candidates; // the staged fonts, but those in colour
    size_t count;
};

enum {
    // What counts more stands higher: script and role together, then weight, then slope. Sums never meet.
    SLANT_WRONG = 1,
    WEIGHT_WRONG = 2,
    ROLE_OTHER_SCRIPT = 1 << 3, // the text's own Latin, for what the script's font lacks: digits, brackets
    TEXT_FOR_MONO = 2 << 3,
    SYMBOLS = 3 << 3,
    PICTURES = 4 << 3,
    OTHER_SCRIPT = 5 << 3,
    MONO_FOR_TEXT = 6 << 3,
};

static bool serves_script(const StagedFont *staged, hb_script_t script)
{
    char tag[5] = {0};
    hb_tag_to_string(hb_script_to_iso15924_tag(script), tag);
    return strstr(staged->scripts, tag) != NULL;
}

static int group(const StagedFont *staged, hb_script_t script, FontRole role)
{
    bool is_any = strcmp(staged->role, "any") == 0, is_mono = strcmp(staged->role, "mono") == 0;
    if (!is_any && is_mono != (role == FONT_ROLE_MONO))
        return is_mono ? MONO_FOR_TEXT : TEXT_FOR_MONO;
    if (serves_script(staged, script))
        return 0;
    if (!is_any)
        return ROLE_OTHER_SCRIPT;
    if (strcmp(staged->scripts, "Zsym") == 0)
        return PICTURES;
    return strcmp(staged->scripts, "-") == 0 ? SYMBOLS : OTHER_SCRIPT;
}

// How ill a font suits. `script` may be a form of Han. 0 is a perfect fit.
static int misfit(const StagedFont *staged, hb_script_t script, const TextStyle *style)
{
    return group(staged, script, style->role) + (staged->bold != style->bold ? WEIGHT_WRONG : 0) +
           (staged->italic != style->italic ? SLANT_WRONG : 0);
}

static FontList *list_new(Engine *engine, hb_script_t script, const TextStyle *style)
{
    FontList *list = arena_new(engine->words, FontList);
    *list = (FontList){.script = script, .role = style->role, .bold = style->bold, .italic = style->italic};
    list->candidates = arena_array(engine->words, Candidate, staged_font_count);
    for (size_t i = 0; i < staged_font_count; i++) {
        if (staged_fonts[i].is_color)
            continue;
        Candidate candidate = {&engine->fonts[i], misfit(&staged_fonts[i], script, style)};
        size_t at = list->count++;
        for (; at > 0 && list->candidates[at - 1].misfit > candidate.misfit; at--)
            list->candidates[at] = list->candidates[at - 1];
        list->candidates[at] = candidate;
    }
    return list;
}

// The one used last stands first.
static const FontList *list_find(Engine *engine, hb_script_t script, const TextStyle *style)
{
    FontList **link = &engine->lists;
    while (*link && !((*link)->script == script && (*link)->role == style->role && (*link)->bold == style->bold &&
                      (*link)->italic == style->italic))
        link = &(*link)->next;
    FontList *list = *link;
    if (list)
        *link = list->next;
    else
        list = list_new(engine, script, style);
    list->next = engine->lists;
    engine->lists = list;
    return list;
}

bool ranges_have(const CoverageRange *ranges, size_t count, uint32_t character)
{
    for (size_t low = 0; low < count;) {
        size_t middle = low + (count - low) / 2;
        if (character < ranges[middle].first)
            count = middle;
        else if (character > ranges[middle].last)
            low = middle + 1;
        else
            return true;
    }
    return false;
}

bool font_covers(const Font *font, uint32_t character)
{
    return ranges_have(font->staged->ranges, font->staged->range_count, character);
}

// The same, or by what HarfBuzz takes it apart to.
static bool covers_parts(const Font *font, uint32_t character)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (hb_codepoint_t first, mark; !font_covers(font, character); character = first) {
        if (!hb_unicode_decompose(unicode, character, &first, &mark) || (mark != 0 && !font_covers(font, mark)))
            return false;
    }
    return true;
}

static bool covers_all(const Font *font, const uint32_t *characters, size_t count)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_codepoint_t base = 0, composed;
    for (size_t i = 0; i < count; i++) {
        if (is_default_ignorable(characters[i]))
            continue;
        if (covers_parts(font, characters[i])) {
            base = characters[i];
            continue;
        }
        // HarfBuzz puts together what it can: a font may have the letter with its accent, but not the accent.
        if (base == 0 || !hb_unicode_compose(unicode, base, characters[i], &composed) || !font_covers(font, composed))
            return false;
        base = composed;
    }
    return true;
}

Font *engine_font_find_all(Engine *engine, const uint32_t *characters, size_t count, hb_script_t script,
                           const TextStyle *style)
{
    const FontList *list = list_find(engine, script, style);
    for (size_t i = 0; i < list->count; i++) {
        Font *font = list->candidates[i].font;
        if (covers_all(font, characters, count) && font_open(font))
            return font;
    }
    return NULL;
}

Font *engine_font_find(Engine *engine, uint32_t character, hb_script_t script, const TextStyle *style)
{
    Font *font = engine_font_find_all(engine, &character, 1, script, style);
    if (!font && engine->use_system_fonts)
        font = system_font_find(engine, character, style);
    return font;
}

// Whether shaping gives a picture for all of it: a sequence that the font does not know may be one of its parts.
static bool has_pictures(Engine *engine, const Font *font, const uint32_t *characters, size_t count)
{
    hb_buffer_t *buffer = engine->buffer;
    errno = 0;
    hb_buffer_reset(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_codepoints(buffer, characters, (int)count, 0, (int)count);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    engine_check_errno(engine);
    unsigned glyph_count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &glyph_count);
    for (unsigned i = 0; i < glyph_count; i++) {
        GlyphPicture picture;
        if (!font_glyph_picture(font, infos[i].codepoint, &picture))
            return false;
    }
    return glyph_count > 0;
}

Font *engine_emoji_font(Engine *engine, const uint32_t *characters, size_t count)
{
    for (size_t i = 0; i < staged_font_count; i++) {
        Font *font = &engine->fonts[i];
        if (font->staged->is_color && covers_all(font, characters, count) && font_open(font) &&
            has_pictures(engine, font, characters, count))
            return font;
    }
    return NULL;
}
