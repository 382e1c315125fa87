// Styled strings in, lines of glyph runs out. Knows nothing of pages.
//
// Words are shaped once, in font units, by HarfBuzz, and kept in a cache of the Engine, keyed on font, script,
// language, direction and word; a line is a list of references to them.
#ifndef HSPDF_TEXT_TEXT_H
#define HSPDF_TEXT_TEXT_H

#include "style/style.h"
#include "support/support.h"

typedef struct Engine Engine; // fonts and the shaping cache: all that documents share. Not thread-safe.
typedef struct Font Font;

// Opens the fonts staged in `data_folder`/fonts. NULL on failure, with a message in `error`.
Engine *engine_open(const char *data_folder, bool use_system_fonts, char *error, size_t error_size);
void engine_close(Engine *engine); // NULL is allowed

// Where the cache's memory ends, it jumps as the document's arena does. Set for each document.
void engine_set_landing(Engine *engine, jmp_buf *landing);

// Ends a document: words that it refers to may be dropped from here on, to keep the cache within its bound.
void engine_document_done(Engine *engine);

// One line a font file: role, family and style, file, characters, scripts covered. For `hspdf fonts`.
void engine_describe_fonts(const Engine *engine, Buffer *out);

// 16 hexadecimal digits over the staged files and the coverage table. Known without an engine.
const char *fonts_fingerprint(void);

// Of Pango, whose Unicode algorithms are used; "not found" where it can not be opened.
const char *unicode_version(void);

struct _cairo_font_face;                              // cairo_font_face_t
struct _cairo_font_face *font_cairo_face(Font *font); // borrowed; NULL: file lost
int font_units_per_em(const Font *font);
const char *font_name(const Font *font);

// The space, for paint: text of white space alone is drawn with the font of the word before it, since cairo writes
// no text without ink.
uint32_t font_space_glyph(const Font *font);

// A word as shaped. Positions in font units, y up; multiply by size / units per em.
typedef struct {
    uint32_t glyph;
    int32_t x, y; // from the word's left end, on the baseline; visual order is left to right
} Glyph;

typedef struct {
    uint32_t byte_count, glyph_count; // cairo's clusters: in the order in which text and glyphs are to be drawn
    int32_t advance;                  // of its glyphs, font units
} Cluster;

typedef struct {
    Font *font;
    Str text; // what is extracted; with its trailing space, where it has one
    const Glyph *glyphs;
    const Cluster *clusters;
    uint32_t glyph_count, cluster_count;
    int32_t advance;       // of all, font units
    int32_t space_advance; // of the trailing spaces alone, included in `advance`
    bool right_to_left;    // then glyphs and clusters are in visual order, and the spaces stand first
    uint32_t missing;      // a character that its font turned out to have no glyph for, drawn as U+FFFD; 0: none
} Word;

typedef struct {
    Str text;
    const Node *node; // that is shown; also gives the place for diagnostics
    TextStyle style;
    Str lang;        // BCP 47
    bool line_break; // an explicit break stands here; text is empty
} StyledRun;

typedef struct {
    Align align;
    Length leading;
    bool right_to_left; // base direction
    bool hangs_punctuation;
    bool hyphenates; // by dictionaries, where the lines come out better
} ParagraphStyle;

// Shaped once, may be broken at many measures; immutable. `runs` (count >= 0) and their texts must outlive it.
typedef struct Paragraph Paragraph;

// Characters that no font covers are set as U+FFFD and diagnosed [glyph-missing]. Never NULL.
Paragraph *paragraph_new(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Diagnostics *diagnostics);

// Width of the widest part that can not be broken, and of the widest line when only explicit breaks break.
Length paragraph_min_content(const Paragraph *paragraph);
Length paragraph_max_content(const Paragraph *paragraph);

typedef struct {
    const Word *word;
    const StyledRun *run; // gives node, size, colour, rise
    Length x;             // left end, from the line's left edge
    Length width;         // with trailing spaces; left to right also what justified text adds to them
} GlyphRun;

typedef struct {
    const GlyphRun *runs; // in logical order, at their visual x
    size_t run_count;
    Length width;           // without trailing spaces
    Length ascent, descent; // of the line box: leading shared out around the text; ascent + descent == leading
    bool ends_with_mark;    // the last run's last character is a hyphen that is not in the text
} Line;

typedef struct {
    const Line *lines;
    size_t count;
} LineList;

// Breaks to `measure` (> 0), aligned within it. A word wider than the measure is broken between graphemes with a mark
// and diagnosed [word-broken]. An empty paragraph has one empty line. Spaces at a line's end hang: beyond the text, on
// the side where the paragraph's direction ends its lines, whatever the direction of the words before them.
LineList paragraph_break(const Paragraph *paragraph, Length measure, Arena *arena, Diagnostics *diagnostics);

// Both at once, for a paragraph of one measure: keeps nothing but the lines.
LineList paragraph_lines(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Length measure, Diagnostics *diagnostics);

// A rectangle from the line's left end and the baseline, y down.
typedef struct {
    Length x, y, width, height;
} Rule;

typedef struct {
    Rule *rules;
    size_t count;
} RuleList;

// The rule under or through a glyph run, at the place and as thick as its font says; an underline in pieces, which
// leave out what descends through it.
RuleList rules_of_run(const Line *line, size_t index, bool is_strike, Arena *arena);

#endif
