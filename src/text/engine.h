// Private to src/text: fonts as opened, and the cache of shaped words.
#ifndef HSPDF_TEXT_ENGINE_H
#define HSPDF_TEXT_ENGINE_H

#include <cairo-ft.h>
#include <hb.h>

#include "text/staged.h"
#include "text/text.h"

struct Font {
    const StagedFont *staged;
    const Engine *engine;
    hb_font_t *shaper; // NULL until first used; scaled to units per em
    cairo_font_face_t *face;
    uint32_t space_glyph;
    int32_t space_advance;
};

// What a word is shaped with: the key of the cache.
typedef struct {
    Font *font;
    hb_script_t script;
    hb_language_t language;
    bool right_to_left;
    Str text; // with its trailing spaces
} WordKey;

typedef struct CachedWord CachedWord;
struct CachedWord {
    CachedWord *next; // in its bucket
    uint32_t hash;
    WordKey key;
    Word word;
};

// FreeType, as long as the engine or a face needs it.
typedef struct {
    FT_Library library;
    int users;
} FontLibrary;

typedef struct SystemFont SystemFont;

struct Engine {
    char *data_folder;
    FontLibrary *library;
    hb_buffer_t *buffer; // for shaping
    Font *fonts;         // as many as staged_fonts, in that order
    bool use_system_fonts;
    SystemFont *system_fonts;        // as far as they were needed
    struct _FcConfig *system_config; // NULL until then
    Arena *words;
    CachedWord **buckets;
    size_t bucket_count, word_count;
};

// Opens the font where it was not; false where its file can not be read.
bool font_open(Font *font);

void font_close(Font *font);

// A font of this machine that has the character, or NULL.
Font *system_font_find(Engine *engine, uint32_t character, const TextStyle *style);
void system_fonts_close(Engine *engine);

// Whether the font has the character. Needs no open font.
bool font_covers(const Font *font, uint32_t character);

// The best font for a character, or NULL. `script` is the run's, resolved.
Font *engine_font_find(Engine *engine, uint32_t character, hb_script_t script, const TextStyle *style);

// Shapes the word or finds it in the cache. Stays valid until engine_document_done.
const Word *engine_word(Engine *engine, const WordKey *key);

// Characters that have no ink and no width of their own (Default_Ignorable_Code_Point): shaped with, then left out.
bool is_default_ignorable(uint32_t character);

#endif
