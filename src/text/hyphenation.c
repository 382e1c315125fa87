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
        errno = 0;
        int length = snprintf(path, sizeof path, "%s/hyphenation/%.*s.hyph", data_folder, STR_ARGS(lang));
        Hyphenator *hyphenator = length > 0 && length < (int)sizeof path ? map_file(path) : NULL;
        if (hyphenator || error_is_of_machine(errno))
            return hyphenator;
        do
            lang.length--;
        while (lang.length > 0 && lang.bytes[lang.length] != '-');
    }
    errno = 0;
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
    size_t reached = 0; // no pattern, nor the start of one, that began earlier goes beyond
    for (size_t start = 0; start < word->count; start++) {
        uint32_t node = hyphenator->header->levels[level].node_first;
        for (size_t at = start; at < word->count; at++) {
            node = find_child(hyphenator, node, word->letters[at]);
            if (node == 0)
                break;
            if (!hyphenator->header->takes_longest || at >= reached)
                apply_values(hyphenator, node, word, start);
            reached = reached > at + 1 ? reached : at + 1;
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

// Reads the word at `*at`, and moves behind it. False where it is too long, or not of letters alone. A mark that has no
// composed form goes with its letter.
static bool read_word(Str text, uint32_t *at, Word *word)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    word->letters[0] = '.';
    word->offsets[0] = *at;
    word->count = 1;
    bool fits = true;
    for (uint32_t next = *at; *at < text.length; *at = next) {
        uint32_t character = utf8_next(text, &next);
        if (g_unichar_isdigit(character))
            fits = false;
        else if (!is_letter(character))
            break;
        hb_codepoint_t lower = g_unichar_tolower(character), composed;
        if (hb_unicode_compose(unicode, word->letters[word->count - 1], lower, &composed)) {
            word->letters[word->count - 1] = composed;
            continue;
        }
        fits = fits && word->count <= LETTERS_MAX;
        if (!fits || g_unichar_ismark(lower))
            continue;
        word->letters[word->count] = lower;
        word->offsets[word->count++] = *at;
    }
    word->letters[word->count++] = '.';
    return fits;
}

static bool is_vowel(const HyphenationHeader *header, uint32_t letter)
{
    for (size_t i = 0; i < HYPHENATION_VOWELS && header->vowels[i]; i++) {
        if (header->vowels[i] == letter)
            return true;
    }
    return false;
}

// Consonants alone go with the part before them, or at a word's start with the one behind.
static void join_consonants(const HyphenationHeader *header, const Word *word, bool *points)
{
    size_t letters = word->count - 2, begin = 0;
    bool has_vowel = false;
    for (size_t i = 0; i < letters && header->vowels[0]; i++) {
        if (points[i] && begin == 0 && !has_vowel) {
            points[i] = false;
        } else if (points[i]) {
            points[begin] = points[begin] && has_vowel;
            begin = i;
            has_vowel = false;
        }
        has_vowel = has_vowel || is_vowel(header, word->letters[1 + i]);
    }
    points[begin] = points[begin] && has_vowel;
}

// The letters of `whole` from `first` to `end`, as a word of their own.
static Word part_of(const Word *whole, size_t first, size_t end)
{
    Word part = {.count = end - first + 2};
    part.letters[0] = part.letters[part.count - 1] = '.';
    memcpy(part.letters + 1, whole->letters + 1 + first, (end - first) * sizeof *part.letters);
    return part;
}

static void hyphenate_simple(const Hyphenator *hyphenator, const Word *whole, size_t first, size_t end, bool *points)
{
    const HyphenationHeader *header = hyphenator->header;
    size_t left_min = first > 0 ? header->compound_left_min : header->left_min;
    size_t right_min = end < whole->count - 2 ? header->compound_right_min : header->right_min;
    Word part = part_of(whole, first, end);
    match_patterns(hyphenator, HYPHENATION_LEVELS - 1, &part);
    for (size_t i = 1; i < end - first; i++)
        points[first + i] = part.values[1 + i] % 2 == 1 && i >= left_min && end - first - i >= right_min;
}

// Seams of a compound first; its parts may be compounds again. As deep as a word is long at most.
static void hyphenate_part(const Hyphenator *hyphenator, const Word *whole, size_t first, size_t end, bool *points)
{
    Word part = part_of(whole, first, end);
    size_t begin = first;
    match_patterns(hyphenator, 0, &part);
    for (size_t i = first + 1; i <= end; i++) {
        bool is_seam = i < end && part.values[1 + i - first] % 2 == 1;
        if (is_seam)
            points[i] = true;
        if (is_seam || (i == end && begin > first)) {
            hyphenate_part(hyphenator, whole, begin, i, points);
            begin = i;
        }
    }
    if (begin == first)
        hyphenate_simple(hyphenator, whole, first, end, points);
}

static void hyphenate_word(const Hyphenator *hyphenator, const Word *word, Found *found)
{
    const HyphenationHeader *header = hyphenator->header;
    bool points[LETTERS_MAX + 1] = {false};
    size_t letters = word->count - 2;
    hyphenate_part(hyphenator, word, 0, letters, points);
    join_consonants(header, word, points);
    for (size_t i = header->left_min; i + header->right_min <= letters && found->count < found->most; i++) {
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
        uint32_t character = utf8_next(text, &next);
        if (!is_letter(character) && !g_unichar_isdigit(character))
            at = next;
        else if (read_word(text, &at, &word))
            hyphenate_word(hyphenator, &word, &found);
    }
    return found.count;
}
