// Private to src/text: fonts as opened, which of them serves a character, and the cache of shaped words.
#ifndef HSPDF_TEXT_ENGINE_H
#define HSPDF_TEXT_ENGINE_H

#include <cairo-ft.h>
#include <hb.h>

#include "text/fact_language.h"
#include "text/staged.h"
#include "text/text.h"
#include "text/word_module.h"

// A space as it is set in a language: the fonts of CJK have a wider one for Korean.
typedef struct {
    hb_script_t script;
    hb_language_t language;
    uint8_t features;
    uint32_t glyph;
    int32_t advance;
} Space;

struct Font {
    const StagedFont *staged;
    Engine *engine;
    hb_font_t *shaper; // NULL until first used; scaled to units per em
    cairo_font_face_t *face;
    int units_per_em;     // of the text's size: the font's own, but where fonts.table scales it
    uint32_t space_glyph; // of no language
    int32_t space_advance;
    Space space;           // that was asked for last
    uint32_t joiner_glyph; // of U+200D or the like, without width and ink; 0: none
};

enum { SOFT_HYPHEN = 0xAD };

enum { FEATURE_SMALL_CAPS = 1, FEATURE_TABULAR_FIGURES = 2 };

// What a word is shaped with: the key of the cache.
typedef struct {
    Font *font;
    hb_language_t language;
    hb_script_t script;
    int32_t letter_space, word_space; // behind each cluster, and each space, font units
    uint8_t features;                 // FEATURE_…
    bool right_to_left;
    uint32_t before, after; // letters of its neighbours that it joins with; 0: none
    Str text;               // with its trailing spaces
} WordKey;

typedef struct CachedWord CachedWord;
struct CachedWord {
    CachedWord *next; // in its bucket
    uint32_t hash;
    WordKey key; // its text is the one at the end, so that a look at a word is a look at one place in memory
    Word word;
    char text[];
};

// FreeType, as long as the engine or a face needs it.
typedef struct {
    FT_Library library;
    int users;
} FontLibrary;

// The module that finds words by dictionary, loaded when it is first needed (breaks_words.c).
typedef struct {
    bool was_looked_for;
    char fault[256];    // why it can not be loaded, although it is there; empty: none
    void *handle;       // of dlopen; NULL: not there
    WordBreaks *breaks; // NULL: not to be had
} WordModule;

void word_module_close(WordModule *module);

typedef struct SystemFont SystemFont;
typedef struct FontList FontList;
typedef struct Dictionary Dictionary;

struct Engine {
    char *data_folder;
    FontLibrary *library;
    hb_buffer_t *buffer;         // for shaping
    hb_draw_funcs_t *draw_funcs; // of rules.c; NULL until then
    Font *fonts;                 // as many as staged_fonts, in that order
    Font carrier;                // of text that pictures show
    bool use_system_fonts;
    SystemFont *system_fonts;        // as far as they were needed
    struct _FcConfig *system_config; // NULL until then
    hb_set_t *absent;                // characters that were looked for there in vain; NULL until then
    Arena *scratch;                  // of work on one paragraph
    Arena *words;                    // words, buckets and lists; begun anew where it is over its bound
    CachedWord **buckets;
    size_t word_count;
    Dictionary *dictionaries; // for hyphenation, of the languages that were met
    FontList *lists;          // of the scripts and styles that were met
    char lang[32];            // that was asked for last, ended by NUL, and what it is to HarfBuzz
    hb_language_t language;
    WordModule word_module;
    FactWords fact_words; // of the language met last
    char lost[80];        // engine_lost; empty: none
    int lost_error;
};

// Opens the font where it was not; false where its file can not be read.
bool font_open(Font *font);

void font_close(Font *font);

// Notes a file of ours, a font or a dictionary, that could not be read; `error` is errno's number.
void engine_note_lost(Engine *engine, const char *name, int error);

// Behind a call to HarfBuzz, with errno 0 before: jumps where it had no memory (arena_check_errno).
void engine_check_errno(Engine *engine);

// A font of this machine that has the character, or NULL.
Font *system_font_find(Engine *engine, uint32_t character, const TextStyle *style);
void system_fonts_close(Engine *engine);
void system_fonts_forget(Engine *engine); // closes their files; they are opened anew where they are found

// Lengths beyond stand at this, some 180 m, so that sums of a few stay in range.
enum { LENGTH_LARGEST = INT32_MAX / 4 };
Length font_scale(const Font *font, int32_t units, Length size);

// Whether the font has the character. Needs no open font.
bool font_covers(const Font *font, uint32_t character);

// The best font for a character, or NULL. `script` is the run's, resolved; for East Asian scripts, the form of Han.
// Fonts in colour are not asked.
Font *engine_font_find(Engine *engine, uint32_t character, hb_script_t script, const TextStyle *style);

// The best font that has all of these, or NULL; what is not seen (is_default_ignorable) is not looked at, and a
// sequence counts as had where the font has what is canonically equivalent.
Font *engine_font_find_all(Engine *engine, const uint32_t *characters, size_t count, hb_script_t script,
                           const TextStyle *style);

// Where a word may be hyphenated in its language, as hyphenator_find. Dictionaries are kept.
size_t engine_hyphenate(Engine *engine, Str lang, Str text, uint32_t *offsets, size_t most);
void dictionaries_close(Engine *engine);

// The font that has a picture of an emoji sequence, or NULL.
Font *engine_emoji_font(Engine *engine, const uint32_t *characters, size_t count);

// Begins the cache. Engine's words and buckets are NULL before; false where there is no memory, and then they stay.
bool words_start(Engine *engine);

// The key of a text of `run`. The text is borrowed.
WordKey word_key(Engine *engine, const StyledRun *run, Font *font, hb_script_t script, uint8_t level, Str text);

// Decodes the character before `*at` (> 0) and moves there.
uint32_t character_before(Str text, uint32_t *at);

// Finds the letters that the word's text joins with, which lies in `paragraph`: before a change of style, or a cut.
void key_join(WordKey *key, Str paragraph);

// Shapes the word, or finds it in the cache. Stays valid until engine_document_done. When the cache is full, words that
// it does not have are made in `arena`.
const Word *engine_word(Engine *engine, const WordKey *key, Arena *arena);

// Shapes into `arena`; uses no cache.
Word word_shape(Engine *engine, const WordKey *key, Arena *arena);

// Whether letters of the script are joined, as Arabic's are.
bool script_joins(hb_script_t script);

// Characters that have no ink and no width of their own (Default_Ignorable_Code_Point): shaped with, then left out.
bool is_default_ignorable(uint32_t character);

// Whether a word keeps the character's bytes, for extraction.
bool word_keeps(const Font *font, uint32_t character);

void carrier_init(Engine *engine);

// The word that stands for a character that no font has. `text` is what is extracted.
const Word *code_word(Engine *engine, uint32_t character, Str text, Arena *arena);

// A place between clusters of a word; zero is its start.
typedef struct {
    uint32_t cluster, glyph, byte;
    int32_t x; // font units from the word's left end
} WordPlace;
WordPlace word_place_next(const Word *word, WordPlace place);

// Clusters that are trailing spaces: the last ones in reading order, the first ones where the word runs leftwards.
uint32_t word_space_count(const Word *word);

// How far its first or last mark may stand beyond the measure (hang.c).
Length word_hang_at_start(const Word *word, Length size);
Length word_hang_at_end(const Word *word, Length size);

// A part of a word, from one place to another, at its own left end.
const Word *word_slice(Arena *arena, const Word *word, WordPlace from, WordPlace to);

#endif
