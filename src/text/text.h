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

// A font or a dictionary of ours that could not be read since: without it the pages are not those that they should be.
// NULL: none. `*error` is errno's number.
const char *engine_lost(const Engine *engine, int *error);

// Where memory ended: what HarfBuzz and cairo keep of fonts may lack what they could not allocate, so all are closed,
// and opened again when they are next needed.
void engine_forget_fonts(Engine *engine);

// One line a font file: role, family and style, file, characters, scripts covered. For `hspdf fonts`.
void engine_describe_fonts(const Engine *engine, Buffer *out);

// 16 hexadecimal digits over the staged files and the coverage table. Known without an engine.
const char *fonts_fingerprint(void);

// Of Pango, whose Unicode algorithms are used; "not found" where it can not be opened.
const char *unicode_version(void);

struct _cairo_font_face;                              // cairo_font_face_t
struct _cairo_font_face *font_cairo_face(Font *font); // borrowed; NULL: file lost, or ENOMEM in errno
int font_units_per_em(const Font *font);              // what makes up the text's size
double font_scale_factor(const Font *font);           // of the text's size, at which the face is to be drawn
const char *font_name(const Font *font);

// Fonts in colour have a picture for each glyph, and no outlines.
bool font_is_color(const Font *font);
typedef struct {
    Str png;           // borrowed from the font
    int32_t left, top; // from the glyph's origin, right and up, font units
    int32_t width, height;
} GlyphPicture;
bool font_glyph_picture(const Font *font, uint32_t glyph, GlyphPicture *picture); // false: it has none

// Of a glyph. Zero where the font can not be read.
typedef struct {
    double advance; // ems of the face
    bool has_ink;
} GlyphMetrics;
GlyphMetrics font_glyph_metrics(Font *font, uint32_t glyph);

// The space, for paint: text of white space alone is drawn with the font of the word before it.
uint32_t font_space_glyph(const Font *font);

// A word as shaped. Positions in font units, y up; multiply by size / units per em.
typedef struct {
    uint32_t glyph;
    int32_t x, y; // from the word's left end, on the baseline; visual order is left to right
} Glyph;

typedef struct {
    uint32_t byte_count, glyph_count; // in the order in which text and glyphs are to be drawn
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
    uint32_t code;         // a character that no font has: the glyphs are the digits of its code; 0: none
} Word;

enum { CODE_DIGITS_MAX = 6 };

// Where the frame of a word with a code is drawn, and how large its digits. Font units of the word's font, from its
// left end and from the baseline up.
typedef struct {
    int32_t left, bottom, width, height, thickness;
    double digit_scale; // of the text's size
} CodeFrame;
CodeFrame word_code_frame(const Word *word);

// A glyph that shows nothing and carries text of a picture. `parts` (1 to CARRIER_PARTS_MAX) of them lie side by side,
// together as wide as their size. Different for each `number` below 64.
typedef struct {
    Font *font;
    uint32_t glyph;
} Carrier;
enum { CARRIER_PARTS_MAX = 10 };
Carrier font_carrier(const Font *font, uint32_t parts, uint32_t number);

// What stands in a line in place of text, on the baseline: an image, or a rule to write on.
typedef struct {
    Length width, ascent, descent;
    bool is_blank;  // a rule to write on
    bool stretches; // where one that does stands last on its line, all on the line share what is left of the measure
} InlineObject;

typedef struct {
    Str text;
    const Node *node; // that is shown; also gives the place for diagnostics
    TextStyle style;
    Str lang;                   // BCP 47
    bool line_break;            // an explicit break stands here; text is empty
    Str told;                   // what is said in place of the text to who listens; empty: the text
    const InlineObject *object; // NULL: text; else the text is U+FFFC
} StyledRun;

typedef struct {
    Align align;
    Length leading;     // lines take more where the fonts of a quarter of it need more
    bool right_to_left; // base direction
    bool hangs_punctuation;
    bool hyphenates; // by dictionaries, where the lines come out better
} ParagraphStyle;

// Shaped once, may be broken at many measures; immutable. `runs` (count >= 0) and their texts must outlive it.
typedef struct Paragraph Paragraph;

// Characters that no font covers are set as their code and diagnosed [glyph-missing]. Never NULL.
Paragraph *paragraph_new(Arena *arena, Engine *engine, const ParagraphStyle *style, const StyledRun *runs, size_t count,
                         Diagnostics *diagnostics);

// Width of the widest part that can not be broken, and of the widest line when only explicit breaks break.
Length paragraph_min_content(const Paragraph *paragraph);
Length paragraph_max_content(const Paragraph *paragraph);

// widths[n - 1]: the least measure, to half a point, at which it takes no more than n lines, none of them cut within a
// word; INT32_MAX where explicit breaks make more. `count` of them.
void paragraph_line_widths(const Paragraph *paragraph, Length *widths, size_t count);

typedef struct {
    const Word *word;
    const StyledRun *run; // gives node, size, colour, rise
    Length x;             // left end, from the line's left edge
    Length width;         // with trailing spaces; left to right also what justified text adds to them
} GlyphRun;

// Of the spaces that the run ends with, in reading order: nothing shows there.
Length glyph_run_space(const GlyphRun *run);

typedef struct {
    const GlyphRun *runs; // in logical order, at their visual x
    size_t run_count;
    Length width;           // without trailing spaces
    Length ascent, descent; // of the line box: leading shared out around the text; more where an object is higher
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
