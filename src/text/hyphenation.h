// Private to src/text: where words may be hyphenated, by patterns ("Word Hy-phen-a-tion by Com-put-er", F. M. Liang,
// Stanford, 1983), as libhyphen reads them. Their dictionaries are flattened at build time (hyphenation/flatten.c), so
// that they are mapped and used as they lie.
#ifndef HSPDF_TEXT_HYPHENATION_H
#define HSPDF_TEXT_HYPHENATION_H

#include "support/support.h"

// A flattened dictionary, DATA/hyphenation/LANGUAGE.hyph: these, in this order, 32 bits each, in the machine's byte
// order. A trie has its nodes breadth first, so that children of a node lie side by side: from its child_first to the
// next node's.
enum { HYPHENATION_MAGIC = 0x32505348, HYPHENATION_LEVELS = 2, HYPHENATION_VOWELS = 16 };

typedef struct {
    uint32_t magic;
    uint32_t left_min, right_min;                   // letters that stay together at a word's ends
    uint32_t compound_left_min, compound_right_min; // and at those of a compound's parts
    uint32_t takes_longest;                         // at each letter only the longest pattern's values count
    uint32_t vowels[HYPHENATION_VOWELS];            // each part of a word has one of these; zeros end them; none: any
    struct {
        uint32_t node_first, node_count; // one more node ends them
    } levels[HYPHENATION_LEVELS];        // of compounds, and of words; the first may be empty
    uint32_t node_total, value_count;    // nodes, then so many bytes of values
} HyphenationHeader;

typedef struct {
    uint32_t character; // that leads here from the parent; '.' is a word's end
    uint32_t child_first;
    uint32_t value_first; // a byte before each letter of the pattern and one behind it; none: the next node's is equal
} HyphenationNode;

typedef struct Hyphenator Hyphenator;

// For a BCP 47 tag in RFC 5646's case: its own dictionary, or that of the tag without its last parts. NULL where there
// is none, or it can not be read, which errno tells; else that is 0. The caller closes it.
Hyphenator *hyphenator_open(const char *data_folder, Str lang);
void hyphenator_close(Hyphenator *hyphenator); // NULL is allowed

// Offsets in `text` of where its words may be hyphenated, rising; at most `most`. Words are runs of letters, of any
// case, composed or not; apostrophes and hyphens part them. Words that touch a digit or are longer than 64 letters have
// no points, nor have places where a hyphen would change the spelling.
size_t hyphenator_find(const Hyphenator *hyphenator, Str text, uint32_t *offsets, size_t most);

#endif
