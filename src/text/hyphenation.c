#include "text/hyphenation.h"

#include <fcntl.h>
#include <glib.h>
#include <hb.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LETTERS_MAX = 64 }; // of a word that is hyphenated

struct Hyphenator {
    const HyphenationHeader *header; // mapped
    const HyphenationNode *nodes;
    const uint8_t *values;
    size_t size;
};

// ---- files

static bool is_sound(const HyphenationHeader *header, size_t size)
{
    if (size < sizeof *header || header->magic != HYPHENATION_MAGIC || header->node_total > size ||
        header->value_count > size)
        return false;
    for (int i = 0; i < HYPHENATION_LEVELS; i++) {
        uint64_t end = (uint64_t)header->levels[i].node_first + header->levels[i].node_count + 1;
        if (end > header->node_total)
            return false;
    }
    return size ==
           sizeof *header + header->node_total * (uint64_t)sizeof(HyphenationNode) + (uint64_t)header->value_count;
}

static Hyphenator *map_file(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0)
        return NULL;
    bool is_file = fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
    size_t size = is_file ? (size_t)status.st_size : 0;
    void *bytes = is_file ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    close(file);
    if (bytes == MAP_FAILED)
        return NULL;
    Hyphenator *hyphenator = calloc(1, sizeof *hyphenator);
    if (!hyphenator || !is_sound(bytes, size)) {
        munmap(bytes, size);
        free(hyphenator);
        return NULL;
    }
    hyphenator->header = bytes;
    hyphenator->nodes = (const HyphenationNode *)(hyphenator->header + 1);
    hyphenator->values = (const uint8_t *)(hyphenator->nodes + hyphenator->header->node_total);
    hyphenator->size = size;
    return hyphenator;
}

static bool is_tag(Str lang)
{
    for (uint32_t i = 0; i < lang.length; i++) {
        char byte = lang.bytes[i];
        if (!g_ascii_isalnum(byte) && byte != '-')
            return false;
    }
    return true;
}

Hyphenator *hyphenator_open(const char *data_folder, Str lang)
{
    char path[PATH_MAX];
    while (lang.length > 0 && is_tag(lang)) {
        int length = snprintf(path, sizeof path, "%s/hyphenation/%.*s.hyph", data_folder, STR_ARGS(lang));
        Hyphenator *hyphenator = length > 0 && length < (int)sizeof path ? map_file(path) : NULL;
        if (hyphenator)
            return hyphenator;
        do
            lang.length--;
        while (lang.length > 0 && lang.bytes[lang.length] != '-');
    }
    return NULL;
}

void hyphenator_close(Hyphenator *hyphenator)
{
    if (!hyphenator)
        return;
    munmap((void *)hyphenator->header, hyphenator->size);
    free(hyphenator);
}

// ---- patterns

// A word as it is looked up: lower case, composed, an end before and behind it.
typedef struct {
    uint32_t letters[LETTERS_MAX + 2];
    uint32_t offsets[LETTERS_MAX + 2]; // of each letter in the text
    uint8_t values[LETTERS_MAX + 3];   // before each; odd: a hyphen may stand there
    size_t count;                      // with both ends
} Word;

// The child by which `character` leads on, or 0. Damaged files give a wrong hyphen at worst.
static uint32_t find_child(const Hyphenator *hyphenator, uint32_t node, uint32_t character)
{
    const HyphenationNode *nodes = hyphenator->nodes;
    uint32_t low = nodes[node].child_first, high = nodes[node + 1].child_first;
    if (high >= hyphenator->header->node_total)
        return 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle].character == character)
            return middle;
        if (nodes[middle].character < character)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

// Takes each value where it is larger than what other patterns gave.
static void apply_values(const Hyphenator *hyphenator, uint32_t node, Word *word, size_t start)
{
    uint32_t first = hyphenator->nodes[node].value_first, end = hyphenator->nodes[node + 1].value_first;
    for (uint32_t i = first; i < end && end <= hyphenator->header->value_count; i++) {
        size_t at = start + (i - first);
        if (at < word->count && hyphenator->values[i] > word->values[at])
            word->values[at] = hyphenator->values[i];
    }
}

static void match_patterns(const Hyphenator *hyphenator, int level, Word *word)
{
    memset(word->values, 0, sizeof word->values);
    if (hyphenator->header->levels[level].node_count == 0)
        return;
    for (size_t start = 0; start < word->count; start++) {
        uint32_t node = hyphenator->header->levels[level].node_first;
        for (size_t at = start; at < word->count; at++) {
            node = find_child(hyphenator, node, word->letters[at]);
            if (node == 0)
                break;
            apply_values(hyphenator, node, word, start);
        }
    }
}

// ---- words

typedef struct {
    uint32_t *offsets;
    size_t count, most;
} Found;

static bool is_letter(uint32_t character)
{
    return g_unichar_isalpha(character) || g_unichar_ismark(character);
}

// Reads the word at `*at`, and moves behind it. False where it is too long.
static bool read_word(Str text, uint32_t *at, Word *word)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    word->letters[0] = '.';
    word->offsets[0] = *at;
    word->count = 1;
    bool fits = true;
    for (uint32_t next = *at; *at < text.length; *at = next) {
        uint32_t character = utf8_next(text, &next);
        if (!is_letter(character))
            break;
        hb_codepoint_t lower = g_unichar_tolower(character), composed;
        if (hb_unicode_compose(unicode, word->letters[word->count - 1], lower, &composed)) {
            word->letters[word->count - 1] = composed;
            continue;
        }
        fits = fits && word->count <= LETTERS_MAX;
        if (!fits)
            continue;
        word->letters[word->count] = lower;
        word->offsets[word->count++] = *at;
    }
    word->letters[word->count++] = '.';
    return fits;
}

static void add_points(const Word *word, size_t first, size_t left_min, size_t right_min, bool *points)
{
    size_t letters = word->count - 2;
    for (size_t i = 1; i < letters; i++) {
        if (word->values[1 + i] % 2 == 1 && i >= left_min && letters - i >= right_min)
            points[first + i] = true;
    }
}

// A part of a compound is hyphenated as a word of its own.
static void hyphenate_part(const Hyphenator *hyphenator, const Word *word, size_t first, size_t end, bool *points)
{
    const HyphenationHeader *header = hyphenator->header;
    size_t count = end - first, all = word->count - 2;
    Word part = {.count = count + 2};
    part.letters[0] = part.letters[count + 1] = '.';
    memcpy(part.letters + 1, word->letters + 1 + first, count * sizeof *part.letters);
    match_patterns(hyphenator, HYPHENATION_LEVELS - 1, &part);
    add_points(&part, first, first > 0 ? header->compound_left_min : header->left_min,
               end < all ? header->compound_right_min : header->right_min, points);
}

static void hyphenate_word(const Hyphenator *hyphenator, Word *word, Found *found)
{
    bool points[LETTERS_MAX + 1] = {false}, seams[LETTERS_MAX + 1] = {false};
    size_t letters = word->count - 2, first = 0;
    match_patterns(hyphenator, 0, word);
    add_points(word, 0, hyphenator->header->left_min, hyphenator->header->right_min, seams);
    for (size_t i = 1; i <= letters; i++) {
        if (i < letters && !seams[i])
            continue;
        hyphenate_part(hyphenator, word, first, i, points);
        if (i < letters)
            points[i] = true;
        first = i;
    }
    for (size_t i = 1; i < letters && found->count < found->most; i++) {
        if (points[i])
            found->offsets[found->count++] = word->offsets[1 + i];
    }
}

size_t hyphenator_find(const Hyphenator *hyphenator, Str text, uint32_t *offsets, size_t most)
{
    Found found = {offsets, 0, most};
    Word word;
    for (uint32_t at = 0; at < text.length;) {
        uint32_t next = at;
        if (!is_letter(utf8_next(text, &next)))
            at = next;
        else if (read_word(text, &at, &word))
            hyphenate_word(hyphenator, &word, &found);
    }
    return found.count;
}
