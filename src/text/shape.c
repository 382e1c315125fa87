// Words, shaped once and kept. Shaping is in font units, so one entry serves all sizes.
//
// A word holds its trailing spaces: cairo writes no text for a call without ink. In right-to-left words clusters are
// kept in visual order and the spaces stand first, which is what most readers extract right.
#include "text/engine.h"

static const struct {
    uint32_t first, last;
} ignorable_ranges[] = {
    // DerivedCoreProperties.txt, Default_Ignorable_Code_Point, but for Hangul fillers, which fonts draw blank.
    {0xAD, 0xAD},     {0x34F, 0x34F},     {0x61C, 0x61C},     {0x17B4, 0x17B5},   {0x180B, 0x180F},
    {0x200B, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
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

// FNV-1a, 32 bits.
static uint32_t hash_bytes(uint32_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * 16777619u;
    return hash;
}

static uint32_t key_hash(const WordKey *key)
{
    uint32_t hash = 2166136261u;
    hash = hash_bytes(hash, &key->font, sizeof key->font);
    hash = hash_bytes(hash, &key->script, sizeof key->script);
    hash = hash_bytes(hash, &key->language, sizeof key->language);
    hash = hash_bytes(hash, &key->right_to_left, sizeof key->right_to_left);
    return hash_bytes(hash, key->text.bytes, key->text.length);
}

static bool keys_equal(const WordKey *a, const WordKey *b)
{
    return a->font == b->font && a->script == b->script && a->language == b->language &&
           a->right_to_left == b->right_to_left && str_equal(a->text, b->text);
}

typedef struct {
    Engine *engine;
    const WordKey *key;
    Buffer text;
    Glyph *glyphs;
    size_t glyph_count, glyph_capacity;
    Cluster *clusters;
    size_t cluster_count, cluster_capacity;
    int32_t advance;
} WordBuilder;

// Adds the bytes that are extracted for a cluster, without those that only steered shaping; gives their number.
static uint32_t add_text(WordBuilder *builder, Str text)
{
    size_t before = builder->text.length;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        if (!is_default_ignorable(utf8_next(text, &at)))
            buffer_append(&builder->text, text.bytes + start, at - start);
    }
    return (uint32_t)(builder->text.length - before);
}

static void add_spaces(WordBuilder *builder, uint32_t count)
{
    Arena *arena = builder->engine->words;
    for (; count > 0; count--) {
        *arena_push(arena, builder->glyphs, builder->glyph_count, builder->glyph_capacity) =
            (Glyph){builder->key->font->space_glyph, builder->advance, 0};
        *arena_push(arena, builder->clusters, builder->cluster_count, builder->cluster_capacity) = (Cluster){1, 1};
        buffer_append_char(&builder->text, ' ');
        builder->advance += builder->key->font->space_advance;
    }
}

static uint32_t cluster_end(const hb_glyph_info_t *infos, unsigned count, uint32_t start, uint32_t length)
{
    uint32_t end = length;
    for (unsigned i = 0; i < count; i++) {
        if (infos[i].cluster > start && infos[i].cluster < end)
            end = infos[i].cluster;
    }
    return end;
}

// Takes the glyphs as HarfBuzz gives them, left to right; each run of one cluster value is a cluster.
static void add_glyphs(WordBuilder *builder, hb_buffer_t *buffer, Str text)
{
    Arena *arena = builder->engine->words;
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    for (unsigned i = 0; i < count;) {
        uint32_t start = infos[i].cluster;
        uint32_t glyphs = 0;
        for (; i < count && infos[i].cluster == start; i++, glyphs++) {
            *arena_push(arena, builder->glyphs, builder->glyph_count, builder->glyph_capacity) =
                (Glyph){infos[i].codepoint, builder->advance + positions[i].x_offset, positions[i].y_offset};
            builder->advance += positions[i].x_advance;
        }
        uint32_t end = builder->key->right_to_left || i == count ? cluster_end(infos, count, start, text.length)
                                                                 : infos[i].cluster;
        uint32_t bytes = add_text(builder, (Str){text.bytes + start, end - start});
        *arena_push(arena, builder->clusters, builder->cluster_count, builder->cluster_capacity) =
            (Cluster){bytes, glyphs};
    }
}

static void shape_into(WordBuilder *builder, Str text)
{
    static const hb_feature_t features[] = {
        // cairo writes ligatures as ActualText spans, at which some readers stop short; what a script requires stays.
        {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
        {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    };
    const WordKey *key = builder->key;
    hb_buffer_t *buffer = builder->engine->buffer; // the engine's, since the arena may jump
    hb_buffer_reset(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_direction(buffer, key->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, key->script);
    hb_buffer_set_language(buffer, key->language);
    hb_buffer_add_utf8(buffer, text.bytes, (int)text.length, 0, (int)text.length);
    hb_shape(key->font->shaper, buffer, features, sizeof features / sizeof *features);
    add_glyphs(builder, buffer, text);
}

static Word word_shape(Engine *engine, const WordKey *key)
{
    Str text = key->text;
    while (text.length > 0 && text.bytes[text.length - 1] == ' ')
        text.length--;
    uint32_t spaces = key->text.length - text.length;
    WordBuilder builder = {.engine = engine, .key = key, .text.arena = engine->words};
    if (key->right_to_left)
        add_spaces(&builder, spaces);
    if (text.length > 0)
        shape_into(&builder, text);
    if (!key->right_to_left)
        add_spaces(&builder, spaces);
    return (Word){
        .font = key->font,
        .text = buffer_str(&builder.text),
        .glyphs = builder.glyphs,
        .clusters = builder.clusters,
        .glyph_count = (uint32_t)builder.glyph_count,
        .cluster_count = (uint32_t)builder.cluster_count,
        .advance = builder.advance,
        .space_advance = (int32_t)spaces * key->font->space_advance,
        .right_to_left = key->right_to_left,
    };
}

const Word *engine_word(Engine *engine, const WordKey *key)
{
    uint32_t hash = key_hash(key);
    CachedWord **bucket = &engine->buckets[hash % engine->bucket_count];
    for (const CachedWord *cached = *bucket; cached; cached = cached->next) {
        if (cached->hash == hash && keys_equal(&cached->key, key))
            return &cached->word;
    }
    CachedWord *cached = arena_new(engine->words, CachedWord);
    cached->hash = hash;
    cached->key = *key;
    cached->key.text = arena_str(engine->words, key->text.bytes, key->text.length);
    cached->word = word_shape(engine, &cached->key);
    cached->next = *bucket;
    *bucket = cached;
    engine->word_count++;
    return &cached->word;
}
