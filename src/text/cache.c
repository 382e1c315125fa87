// The cache of shaped words: a hash table with chains, in one arena that is begun anew when it is over its bound.
//
// It is bounded within a document too: when it is full, new words are made in the document's own arena, so a text of
// nothing but different words costs what it costs, and the engine keeps no more of it. A word, once handed out, stays
// until its document is done.
#include "text/engine.h"

enum {
    WORDS_MAX = 65536, // a document of 300 dense pages has about 12,000 different words
    WORDS_BYTES_MAX = 48 * 1024 * 1024,
    WORDS_ARENA_BYTES = 1 << 30, // never reached: a word has some hundred kB at most
    BUCKETS = 16384,
};

bool words_start(Engine *engine)
{
    Arena *words = arena_open(WORDS_ARENA_BYTES);
    if (!words)
        return false;
    engine->words = words;
    engine->buckets = NULL; // made by the first word, where a failed allocation can jump
    engine->lists = NULL;
    engine->word_count = 0;
    return true;
}

static bool is_full(const Engine *engine)
{
    return engine->word_count >= WORDS_MAX || arena_used(engine->words) >= WORDS_BYTES_MAX;
}

void engine_set_landing(Engine *engine, jmp_buf *landing)
{
    arena_set_landing(engine->words, landing);
    arena_set_landing(engine->scratch, landing);
}

void engine_document_done(Engine *engine)
{
    arena_release(engine->scratch, (ArenaMark){0}); // where a jump left something
    engine->lost[0] = '\0';
    if (!is_full(engine))
        return;
    Arena *full = engine->words;
    if (words_start(engine)) // else the full one serves on
        arena_close(full);
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u; // 2^64 divided by the golden ratio
    return hash ^ (hash >> 32);
}

// Where in a bucket a word stands differs from run to run, since addresses do; what is set does not.
static uint32_t key_hash(const WordKey *key)
{
    uint64_t hash = mix((uintptr_t)key->font, (uintptr_t)key->language);
    hash = mix(hash, (uint64_t)key->script << 16 | (uint64_t)key->features << 1 | key->right_to_left);
    hash = mix(hash, (uint64_t)(uint32_t)key->letter_space << 32 | (uint32_t)key->word_space);
    if (key->before | key->after)
        hash = mix(hash, (uint64_t)key->before << 32 | key->after);
    uint64_t bytes;
    uint32_t at = 0;
    for (; at + sizeof bytes <= key->text.length; at += sizeof bytes) {
        memcpy(&bytes, key->text.bytes + at, sizeof bytes);
        hash = mix(hash, bytes);
    }
    bytes = key->text.length;
    memcpy(&bytes, key->text.bytes + at, key->text.length - at);
    return (uint32_t)mix(hash, bytes);
}

static bool keys_equal(const WordKey *a, const WordKey *b)
{
    return a->font == b->font && a->language == b->language && a->script == b->script &&
           a->letter_space == b->letter_space && a->word_space == b->word_space && a->features == b->features &&
           a->right_to_left == b->right_to_left && a->before == b->before && a->after == b->after &&
           str_equal(a->text, b->text);
}

const Word *engine_word(Engine *engine, const WordKey *key, Arena *arena)
{
    if (!engine->buckets)
        engine->buckets = arena_array(engine->words, CachedWord *, BUCKETS);
    uint32_t hash = key_hash(key);
    CachedWord **bucket = &engine->buckets[hash % BUCKETS];
    for (const CachedWord *cached = *bucket; cached; cached = cached->next) {
        if (cached->hash == hash && keys_equal(&cached->key, key))
            return &cached->word;
    }
    if (is_full(engine)) {
        Word *word = arena_new(arena, Word);
        *word = word_shape(engine, key, arena);
        return word;
    }
    CachedWord *cached = arena_alloc(engine->words, sizeof *cached + key->text.length);
    memcpy(cached->text, key->text.bytes, key->text.length);
    cached->hash = hash;
    cached->key = *key;
    cached->key.text.bytes = cached->text;
    cached->word = word_shape(engine, &cached->key, engine->words);
    cached->next = *bucket;
    *bucket = cached;
    engine->word_count++;
    return &cached->word;
}
