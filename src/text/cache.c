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
}

void engine_document_done(Engine *engine)
{
    if (!is_full(engine))
        return;
    Arena *full = engine->words;
    if (words_start(engine)) // else the full one serves on
        arena_close(full);
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
    CachedWord *cached = arena_new(engine->words, CachedWord);
    cached->hash = hash;
    cached->key = *key;
    cached->key.text = arena_str(engine->words, key->text.bytes, key->text.length);
    cached->word = word_shape(engine, &cached->key, engine->words);
    cached->next = *bucket;
    *bucket = cached;
    engine->word_count++;
    return &cached->word;
}
