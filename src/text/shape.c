// Words as HarfBuzz shapes them. Shaping is in font units, so one word serves all sizes.
//
// A word holds its trailing spaces: cairo writes no text for a call without ink. In right-to-left words clusters are
// kept in visual order and the spaces stand first, which is what most readers extract right. Each cluster has bytes or
// glyphs, their sums are those of the word, and no glyph is 0 (.notdef).
#include <errno.h>
#include <math.h>

#include "text/engine.h"

enum {
    WORD_JOINER = 0x2060,
    INVISIBLE_GLYPH = 0xFFFFFFF, // what HarfBuzz puts for characters that are not seen
};

static const struct {
    uint32_t first, last;
} ignorable_ranges[] = {
    // DerivedCoreProperties.txt, Default_Ignorable_Code_Point, but for Hangul fillers, which fonts draw blank, and the
    // controls of shorthand, which HarfBuzz does not leave out.
    {0xAD, 0xAD},     {0x34F, 0x34F},     {0x61C, 0x61C},     {0x17B4, 0x17B5}, {0x180B, 0x180E},
    {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},   {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
    {0xFFF0, 0xFFF8}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

bool is_default_ignorable(uint32_t character)
{
    if (character < 0xAD)
        return false;
    for (size_t i = 0; i < sizeof ignorable_ranges / sizeof *ignorable_ranges; i++) {
        if (character >= ignorable_ranges[i].first && character <= ignorable_ranges[i].last)
            return true;
    }
    return false;
}

// What only steered shaping is left out, but for emoji, which joiners and selectors tell from their parts.
bool word_keeps(const Font *font, uint32_t character)
{
    return font->staged->is_color || !is_default_ignorable(character);
}

bool script_joins(hb_script_t script)
{
    return script == HB_SCRIPT_ARABIC || script == HB_SCRIPT_SYRIAC || script == HB_SCRIPT_NKO ||
           script == HB_SCRIPT_MONGOLIAN;
}

typedef struct {
    const WordKey *key;
    Arena *arena;
    Glyph *glyphs; // room for all
    Cluster *clusters;
    char *bytes;
    uint32_t glyph_count, cluster_count, byte_count;
    int32_t advance;
    uint32_t missing;
} WordBuilder;

static void add_spaces(WordBuilder *builder, uint32_t count)
{
    const Space *space = &builder->key->font->space;
    int32_t advance = space->advance + builder->key->word_space + builder->key->letter_space;
    for (; count > 0; count--) {
        builder->glyphs[builder->glyph_count++] = (Glyph){space->glyph, builder->advance, 0};
        builder->clusters[builder->cluster_count++] = (Cluster){1, 1, advance};
        builder->bytes[builder->byte_count++] = ' ';
        builder->advance += advance;
    }
}

// What stands for a character that the font has no glyph for after all.
static uint32_t replacement_glyph(const Font *font)
{
    hb_codepoint_t glyph;
    if (hb_font_get_nominal_glyph(font->shaper, 0xFFFD, &glyph) || hb_font_get_nominal_glyph(font->shaper, '?', &glyph))
        return glyph;
    return font->space_glyph;
}

static uint32_t missing_character(const Font *font, Str text)
{
    hb_codepoint_t glyph;
    uint32_t at = 0, first = utf8_next(text, &at);
    for (uint32_t next = 0; next < text.length;) {
        uint32_t character = utf8_next(text, &next);
        if (!is_default_ignorable(character) && !hb_font_get_nominal_glyph(font->shaper, character, &glyph))
            return character;
    }
    return first;
}

static void add_glyph(WordBuilder *builder, const hb_glyph_info_t *info, const hb_glyph_position_t *position, Str text)
{
    uint32_t glyph = info->codepoint;
    if (glyph == 0) {
        builder->missing = missing_character(builder->key->font, text);
        glyph = replacement_glyph(builder->key->font);
    }
    builder->glyphs[builder->glyph_count++] = (Glyph){glyph, builder->advance + position->x_offset, position->y_offset};
    builder->advance += position->x_advance;
}

// Adds the bytes that are extracted for a cluster, without those that only steered shaping; gives their number.
static uint32_t add_text(WordBuilder *builder, Str text)
{
    uint32_t before = builder->byte_count;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        if (!word_keeps(builder->key->font, utf8_next(text, &at)))
            continue;
        memcpy(builder->bytes + builder->byte_count, text.bytes + start, at - start);
        builder->byte_count += at - start;
    }
    return builder->byte_count - before;
}

// Space between letters would tear joined ones apart.
static int32_t letter_space(const WordKey *key)
{
    return script_joins(key->script) ? 0 : key->letter_space;
}

static bool is_mark(uint32_t character)
{
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), (hb_codepoint_t)character);
    return category >= HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK &&
           category <= HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

// Where the last letter of a cluster begins, its marks with it.
static uint32_t last_letter(Str text)
{
    uint32_t last = 0;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at, character = utf8_next(text, &at);
        if (!is_mark(character) && !is_default_ignorable(character))
            last = start;
    }
    return last;
}

// A ligature of leftward letters, lam-alef above all: poppler turns the letters of one cluster round. So the last one
// has the ligature's glyphs, and each before it one without width at its right, where it would stand by itself.
static void add_letters_before(WordBuilder *builder, Str text)
{
    while (text.length > 0) {
        uint32_t start = last_letter(text);
        uint32_t bytes = add_text(builder, str_from_offset(text, start));
        if (bytes > 0) {
            builder->glyphs[builder->glyph_count++] = (Glyph){builder->key->font->joiner_glyph, builder->advance, 0};
            builder->clusters[builder->cluster_count++] = (Cluster){bytes, 1, 0};
        }
        text.length = start;
    }
}

static void add_cluster(WordBuilder *builder, Str text, uint32_t glyph_count, int32_t advance)
{
    bool is_leftward = builder->key->right_to_left && builder->key->font->joiner_glyph != 0;
    uint32_t start = is_leftward ? last_letter(text) : 0;
    uint32_t bytes = add_text(builder, str_from_offset(text, start));
    builder->clusters[builder->cluster_count++] = (Cluster){bytes, glyph_count, advance};
    add_letters_before(builder, (Str){text.bytes, start});
}

typedef struct {
    hb_glyph_info_t *infos;
    hb_glyph_position_t *positions;
    unsigned count;
} ShapedText;

// What HarfBuzz made, without what is not seen. It does not leave that out itself: a mark behind it would be displaced.
static ShapedText seen_glyphs(hb_buffer_t *buffer)
{
    ShapedText shaped;
    shaped.infos = hb_buffer_get_glyph_infos(buffer, &shaped.count);
    shaped.positions = hb_buffer_get_glyph_positions(buffer, NULL);
    unsigned kept = 0;
    for (unsigned i = 0; i < shaped.count; i++) {
        if (shaped.infos[i].codepoint == INVISIBLE_GLYPH)
            continue;
        shaped.infos[kept] = shaped.infos[i];
        shaped.positions[kept++] = shaped.positions[i];
    }
    shaped.count = kept;
    return shaped;
}

static unsigned next_cluster(const ShapedText *shaped, unsigned start)
{
    unsigned next = start + 1;
    while (next < shaped->count && shaped->infos[next].cluster == shaped->infos[start].cluster)
        next++;
    return next;
}

// Some fonts make lam-alef of two glyphs, of which one has no width and lies over the other: one cluster to a reader.
static unsigned cluster_end(const WordBuilder *builder, const ShapedText *shaped, unsigned start)
{
    unsigned end = next_cluster(shaped, start);
    int32_t advance = 0;
    for (unsigned i = start; i < end; i++)
        advance += shaped->positions[i].x_advance;
    bool is_overlaid = builder->key->right_to_left && advance == 0 && end < shaped->count;
    return is_overlaid ? next_cluster(shaped, end) : end;
}

// Takes the glyphs as HarfBuzz gives them, left to right; each run of one cluster value is a cluster. The values rise,
// or fall where the word runs leftwards: a cluster's text ends where that of its neighbour begins.
static void add_glyphs(WordBuilder *builder, hb_buffer_t *buffer, Str text)
{
    ShapedText shaped = seen_glyphs(buffer);
    uint32_t end = text.length;
    for (unsigned i = 0, next; i < shaped.count; i = next) {
        next = cluster_end(builder, &shaped, i);
        uint32_t start = shaped.infos[next - 1].cluster;
        if (!builder->key->right_to_left)
            end = next < shaped.count ? shaped.infos[next].cluster : text.length;
        Str cluster_text = {text.bytes + start, end - start};
        int32_t before = builder->advance;
        for (unsigned j = i; j < next; j++)
            add_glyph(builder, &shaped.infos[j], &shaped.positions[j], cluster_text);
        builder->advance += letter_space(builder->key);
        add_cluster(builder, cluster_text, next - i, builder->advance - before);
        end = start;
    }
}

static unsigned list_features(const WordKey *key, hb_feature_t features[4])
{
    static const struct {
        unsigned when; // FEATURE_…; 0: always
        hb_tag_t tag;
        uint32_t value;
    } rows[] = {
        // cairo writes ligatures as ActualText spans, at which some readers stop short; what a script requires stays.
        {0, HB_TAG('l', 'i', 'g', 'a'), 0},
        {0, HB_TAG('c', 'l', 'i', 'g'), 0},
        {FEATURE_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p'), 1},
        {FEATURE_TABULAR_FIGURES, HB_TAG('t', 'n', 'u', 'm'), 1},
    };
    unsigned count = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].when == 0 || (key->features & rows[i].when))
            features[count++] =
                (hb_feature_t){rows[i].tag, rows[i].value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    return count;
}

// Fonts may have forms of the soft hyphen by language, and HarfBuzz draws what a font has put in place of another
// glyph.
static void hide_soft_hyphens(hb_buffer_t *buffer)
{
    unsigned count;
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++) {
        if (infos[i].codepoint == SOFT_HYPHEN)
            infos[i].codepoint = WORD_JOINER;
    }
}

static void shape_text(hb_buffer_t *buffer, const WordKey *key, Str text)
{
    hb_feature_t features[4];
    unsigned count = list_features(key, features);
    errno = 0;
    hb_buffer_reset(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_invisible_glyph(buffer, INVISIBLE_GLYPH);
    hb_buffer_set_direction(buffer, key->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, key->script);
    hb_buffer_set_language(buffer, key->language);
    if (key->before != 0)
        hb_buffer_add_codepoints(buffer, &key->before, 1, /*behind it*/ 1, 0);
    hb_buffer_add_utf8(buffer, text.bytes, (int)text.length, 0, (int)text.length);
    hide_soft_hyphens(buffer);
    if (key->after != 0)
        hb_buffer_add_codepoints(buffer, &key->after, 1, /*in front of it*/ 0, 0);
    hb_shape(key->font->shaper, buffer, features, count);
    engine_check_errno(key->font->engine);
}

static void find_space(hb_buffer_t *buffer, const WordKey *key)
{
    Font *font = key->font;
    Space *space = &font->space;
    if (space->glyph != 0 && space->script == key->script && space->language == key->language &&
        space->features == key->features)
        return;
    shape_text(buffer, key, STR(" "));
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    bool is_single = count == 1 && infos->codepoint != 0;
    *space = (Space){
        .script = key->script,
        .language = key->language,
        .features = key->features,
        .glyph = is_single ? infos->codepoint : font->space_glyph,
        .advance = is_single ? hb_buffer_get_glyph_positions(buffer, NULL)->x_advance : font->space_advance,
    };
}

static int32_t spaces_advance(const WordBuilder *builder, uint32_t count)
{
    int32_t advance = 0;
    for (uint32_t i = 0; i < count && i < builder->cluster_count; i++) {
        uint32_t at = builder->key->right_to_left ? i : builder->cluster_count - 1 - i;
        advance += builder->clusters[at].advance;
    }
    return advance;
}

// The text without the spaces at its end, and without what is not seen among these: it has no use there, and would be
// drawn on a dotted circle in some scripts.
static Str without_spaces(Str text, uint32_t *count)
{
    Str inked = text;
    *count = 0;
    for (uint32_t at = text.length; at > 0;) {
        uint32_t character = character_before(text, &at);
        if (character != ' ' && !is_default_ignorable(character))
            return inked;
        if (character == ' ') {
            inked.length = at;
            ++*count;
        }
    }
    return (Str){0};
}

// Where a space and its neighbours change each other in a font, its word's spaces are shaped with it; what such a font
// does between a space and the word behind it is lost. No staged font is of that kind: fonts/stage.c looks.
Word word_shape(Engine *engine, const WordKey *key, Arena *arena)
{
    uint32_t spaces;
    Str text = without_spaces(key->text, &spaces);
    bool spaces_shaped = key->font->staged->touches_space && text.length > 0;
    Str shaped = spaces_shaped ? key->text : text;
    hb_buffer_t *buffer = engine->buffer; // the engine's, since the arena may jump
    if (spaces > 0)
        find_space(buffer, key);
    hb_buffer_reset(buffer);
    if (shaped.length > 0)
        shape_text(buffer, key, shaped);

    // Letters of a ligature have a glyph each where they run leftwards.
    uint32_t room = hb_buffer_get_length(buffer) + spaces + (key->right_to_left ? text.length : 0);
    WordBuilder builder = {.key = key, .arena = arena};
    builder.glyphs = arena_array(arena, Glyph, room);
    builder.clusters = arena_array(arena, Cluster, room);
    builder.bytes = arena_alloc(arena, key->text.length);
    if (key->right_to_left && !spaces_shaped)
        add_spaces(&builder, spaces);
    add_glyphs(&builder, buffer, shaped);
    if (!key->right_to_left && !spaces_shaped)
        add_spaces(&builder, spaces);
    return (Word){
        .font = key->font,
        .text = {builder.bytes, builder.byte_count},
        .glyphs = builder.glyphs,
        .clusters = builder.clusters,
        .glyph_count = builder.glyph_count,
        .cluster_count = builder.cluster_count,
        .advance = builder.advance,
        .space_advance = spaces_advance(&builder, spaces),
        .right_to_left = key->right_to_left,
        .missing = builder.missing,
    };
}

// HarfBuzz looks a language up in a list; most words are in that of the word before.
static hb_language_t engine_language(Engine *engine, Str lang)
{
    bool is_same = engine->language && lang.length < sizeof engine->lang &&
                   memcmp(engine->lang, lang.bytes, lang.length) == 0 && engine->lang[lang.length] == '\0';
    if (is_same)
        return engine->language;
    errno = 0;
    hb_language_t language = hb_language_from_string(lang.bytes, (int)lang.length);
    engine_check_errno(engine);
    if (lang.length < sizeof engine->lang) {
        memcpy(engine->lang, lang.bytes, lang.length);
        engine->lang[lang.length] = '\0';
        engine->language = language;
    }
    return language;
}

static int32_t font_units(const Font *font, Length length, Length size)
{
    double units = (double)length * font_units_per_em(font) / size;
    return (int32_t)fmax(fmin(round(units), INT16_MAX), INT16_MIN);
}

WordKey word_key(Engine *engine, const StyledRun *run, Font *font, hb_script_t script, uint8_t level, Str text)
{
    const TextStyle *style = &run->style;
    return (WordKey){
        .font = font,
        .language = engine_language(engine, run->lang),
        .script = script,
        .letter_space = style->letter_space ? font_units(font, style->letter_space, style->size) : 0,
        .word_space = style->word_space ? font_units(font, style->word_space, style->size) : 0,
        .features =
            (style->small_caps ? FEATURE_SMALL_CAPS : 0) | (style->tabular_figures ? FEATURE_TABULAR_FIGURES : 0),
        .right_to_left = level % 2 == 1,
        .text = text,
    };
}

uint32_t word_space_count(const Word *word)
{
    uint32_t count = 0;
    for (int32_t advance = 0; count < word->cluster_count && advance < word->space_advance; count++)
        advance += word->clusters[word->right_to_left ? count : word->cluster_count - 1 - count].advance;
    return count;
}

WordPlace word_place_next(const Word *word, WordPlace place)
{
    const Cluster *cluster = &word->clusters[place.cluster];
    return (WordPlace){place.cluster + 1, place.glyph + cluster->glyph_count, place.byte + cluster->byte_count,
                       place.x + cluster->advance};
}

// Of the trailing spaces those that lie in the slice, which has all of them or none.
static int32_t sliced_spaces(const Word *word, WordPlace from, WordPlace to)
{
    bool has_spaces = word->right_to_left ? from.cluster == 0 : to.cluster == word->cluster_count;
    int32_t advance = to.x - from.x;
    return !has_spaces ? 0 : advance < word->space_advance ? advance : word->space_advance;
}

const Word *word_slice(Arena *arena, const Word *word, WordPlace from, WordPlace to)
{
    Word *slice = arena_new(arena, Word);
    Glyph *glyphs = arena_array(arena, Glyph, to.glyph - from.glyph);
    for (uint32_t i = from.glyph; i < to.glyph; i++) {
        glyphs[i - from.glyph] = word->glyphs[i];
        glyphs[i - from.glyph].x -= from.x;
    }
    *slice = (Word){
        .font = word->font,
        .text = {word->text.bytes + from.byte, to.byte - from.byte},
        .glyphs = glyphs,
        .clusters = word->clusters + from.cluster,
        .glyph_count = to.glyph - from.glyph,
        .cluster_count = to.cluster - from.cluster,
        .advance = to.x - from.x,
        .space_advance = sliced_spaces(word, from, to),
        .right_to_left = word->right_to_left,
    };
    return slice;
}
