// Flattens the dictionaries that hyphenation.table names: a build tool.
//
//     flatten_hyphenation TABLE DICTIONARIES-FOLDER OUTPUT-FOLDER STAMP
//
// Reads libhyphen's format (its README.hyphen): a character set, options, patterns, and behind NEXTLEVEL those for the
// parts of compounds. Where a pattern changes the spelling ("asszony" to "asz-szony") no hyphen may stand at all, so
// its points are made prohibitions. Writes what src/text/hyphenation.h describes; STAMP appears last. What lies in
// OUTPUT-FOLDER and is of no row is removed, since the folder is installed whole.
#include <dirent.h>
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text/hyphenation.h"

enum { PATTERN_MAX = 100, LINE_MAX_BYTES = 1000, PATH_SIZE = 4096 };

typedef struct {
    uint32_t letters[PATTERN_MAX];
    uint8_t values[PATTERN_MAX + 1];
    int count;
} Pattern;

// A node of the trie while it grows: children are a list, sorted by character.
typedef struct TrieNode TrieNode;
struct TrieNode {
    uint32_t character;
    TrieNode *next, *children;
    uint8_t *values; // NULL: no pattern ends here
    int value_count;
};

typedef struct {
    const char *name;
    HyphenationHeader header;
    TrieNode *roots[HYPHENATION_LEVELS];
    int level_count;
    iconv_t decoder;
} Dictionary;

static _Noreturn void fail(const char *what, const char *name, const char *why)
{
    fprintf(stderr, "hyphenation/flatten: %s %s: %s\n", what, name, why);
    exit(1);
}

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        fail("no", "memory", strerror(ENOMEM));
    return memory;
}

// ---- reading

// Gives the number of characters; 0 for a line of wrong bytes, of which one dictionary (be) has some.
static int decode(Dictionary *dictionary, char *line, uint32_t *characters, int most)
{
    char *in = line, *out = (char *)characters;
    size_t in_left = strlen(line), out_left = (size_t)most * sizeof *characters;
    if (iconv(dictionary->decoder, &in, &in_left, &out, &out_left) == (size_t)-1) {
        iconv(dictionary->decoder, NULL, NULL, NULL, NULL);
        return 0;
    }
    return most - (int)(out_left / sizeof *characters);
}

// Values forbid where they are even; the larger wins.
static void forbid_points(Pattern *pattern)
{
    for (int i = 0; i <= pattern->count; i++)
        pattern->values[i] += pattern->values[i] % 2;
}

// "h2e.n3" is the letters h e . n with 0 2 0 0 3 around them. Behind "/" stands how the spelling changes.
static bool read_pattern(Dictionary *dictionary, char *line, Pattern *pattern)
{
    uint32_t characters[LINE_MAX_BYTES];
    line[strcspn(line, " \t")] = '\0';
    int count = decode(dictionary, line, characters, LINE_MAX_BYTES);
    memset(pattern, 0, sizeof *pattern);
    for (int i = 0; i < count; i++) {
        if (pattern->count == PATTERN_MAX)
            return false;
        if (characters[i] == '/') {
            forbid_points(pattern);
            break;
        }
        if (characters[i] >= '0' && characters[i] <= '9')
            pattern->values[pattern->count] = (uint8_t)(characters[i] - '0');
        else
            pattern->letters[pattern->count++] = characters[i];
    }
    return pattern->count > 0;
}

static TrieNode *child_of(TrieNode *node, uint32_t character)
{
    TrieNode **link = &node->children;
    while (*link && (*link)->character < character)
        link = &(*link)->next;
    if (*link && (*link)->character == character)
        return *link;
    TrieNode *child = allocate(sizeof *child);
    child->character = character;
    child->next = *link;
    return *link = child;
}

static void add_pattern(TrieNode *root, const Pattern *pattern)
{
    TrieNode *node = root;
    for (int i = 0; i < pattern->count; i++)
        node = child_of(node, pattern->letters[i]);
    node->value_count = pattern->count + 1;
    node->values = allocate((size_t)node->value_count);
    memcpy(node->values, pattern->values, (size_t)node->value_count);
}

static bool read_option(Dictionary *dictionary, const char *line)
{
    const struct {
        const char *name;
        uint32_t *value;
    } rows[] = {
        {"LEFTHYPHENMIN", &dictionary->header.left_min},
        {"RIGHTHYPHENMIN", &dictionary->header.right_min},
        {"COMPOUNDLEFTHYPHENMIN", &dictionary->header.compound_left_min},
        {"COMPOUNDRIGHTHYPHENMIN", &dictionary->header.compound_right_min},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = strlen(rows[i].name);
        if (strncmp(line, rows[i].name, length) == 0) {
            *rows[i].value = (uint32_t)strtoul(line + length, NULL, 10);
            return true;
        }
    }
    return strncmp(line, "NOHYPHEN", 8) == 0; // of marks, which part words here anyway
}

static void read_lines(Dictionary *dictionary, FILE *file)
{
    char line[LINE_MAX_BYTES];
    dictionary->roots[0] = allocate(sizeof(TrieNode));
    dictionary->level_count = 1;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\r\n")] = '\0';
        Pattern pattern;
        if (line[0] == '\0' || line[0] == '%' || line[0] == '#')
            continue;
        if (strcmp(line, "NEXTLEVEL") == 0) {
            if (dictionary->level_count == HYPHENATION_LEVELS)
                fail("too many levels in", dictionary->name, "two are known");
            dictionary->roots[dictionary->level_count++] = allocate(sizeof(TrieNode));
        } else if (!read_option(dictionary, line) && read_pattern(dictionary, line, &pattern)) {
            add_pattern(dictionary->roots[dictionary->level_count - 1], &pattern);
        }
    }
    if (dictionary->level_count == 1) { // of words alone
        dictionary->roots[1] = dictionary->roots[0];
        dictionary->roots[0] = NULL;
    }
}

static const char *iconv_name(const char *charset)
{
    return strncmp(charset, "microsoft-cp", 12) == 0 ? charset + 10 : charset;
}

static void read_dictionary(Dictionary *dictionary, const char *path)
{
    char charset[64] = "";
    FILE *file = fopen(path, "rb");
    if (!file || !fgets(charset, sizeof charset, file))
        fail("cannot read", path, errno ? strerror(errno) : "it is empty");
    charset[strcspn(charset, " \t\r\n")] = '\0';
    dictionary->decoder = iconv_open("UTF-32LE", iconv_name(charset));
    if (dictionary->decoder == (iconv_t)-1)
        fail("unknown character set", charset, path);
    read_lines(dictionary, file);
    if (ferror(file))
        fail("cannot read", path, strerror(errno));
    fclose(file);
    iconv_close(dictionary->decoder);
}

// ---- writing

typedef struct {
    HyphenationNode *nodes;
    const TrieNode **queue; // breadth first, as the nodes lie
    uint8_t *values;
    uint32_t node_count, value_count, node_room, value_room;
} Flat;

static uint32_t add_node(Flat *flat, const TrieNode *node)
{
    if (flat->node_count == flat->node_room) {
        flat->node_room = flat->node_room ? 2 * flat->node_room : 4096;
        flat->nodes = realloc(flat->nodes, flat->node_room * sizeof *flat->nodes);
        flat->queue = realloc(flat->queue, flat->node_room * sizeof *flat->queue);
        if (!flat->nodes || !flat->queue)
            fail("no", "memory", strerror(ENOMEM));
    }
    flat->nodes[flat->node_count] = (HyphenationNode){.character = node ? node->character : 0};
    flat->queue[flat->node_count] = node;
    return flat->node_count++;
}

static void add_values(Flat *flat, const TrieNode *node)
{
    if (flat->value_count + PATTERN_MAX + 1 > flat->value_room) {
        flat->value_room = 2 * flat->value_room + 4096;
        flat->values = realloc(flat->values, flat->value_room);
        if (!flat->values)
            fail("no", "memory", strerror(ENOMEM));
    }
    if (node->values)
        memcpy(flat->values + flat->value_count, node->values, (size_t)node->value_count);
    flat->value_count += (uint32_t)node->value_count;
}

static void flatten_level(Dictionary *dictionary, int level, Flat *flat)
{
    uint32_t first = flat->node_count;
    if (dictionary->roots[level])
        add_node(flat, dictionary->roots[level]);
    for (uint32_t at = first; at < flat->node_count; at++) {
        const TrieNode *node = flat->queue[at];
        uint32_t child_first = flat->node_count;
        for (const TrieNode *child = node->children; child; child = child->next)
            add_node(flat, child);
        flat->nodes[at].child_first = child_first;
        flat->nodes[at].value_first = flat->value_count;
        add_values(flat, node);
    }
    dictionary->header.levels[level].node_first = first;
    dictionary->header.levels[level].node_count = flat->node_count - first;
    uint32_t end = add_node(flat, NULL);
    flat->nodes[end].child_first = end;
    flat->nodes[end].value_first = flat->value_count;
}

static void write_dictionary(Dictionary *dictionary, const char *path)
{
    Flat flat = {0};
    for (int level = 0; level < HYPHENATION_LEVELS; level++)
        flatten_level(dictionary, level, &flat);
    HyphenationHeader *header = &dictionary->header;
    header->magic = HYPHENATION_MAGIC;
    header->node_total = flat.node_count;
    header->value_count = flat.value_count;
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(header, sizeof *header, 1, file) != 1 ||
        fwrite(flat.nodes, sizeof *flat.nodes, flat.node_count, file) != flat.node_count ||
        fwrite(flat.values, 1, flat.value_count, file) != flat.value_count || fclose(file) != 0)
        fail("cannot write", path, strerror(errno));
    free(flat.nodes);
    free(flat.queue);
    free(flat.values);
}

// ---- rows of the table

typedef struct {
    char languages[128], package[64], file[64], matching[16], vowels[64];
    unsigned left_min, right_min;
} Row;

static void raise_to(uint32_t *min, uint32_t least)
{
    if (*min < least)
        *min = least;
}

static void read_vowels(Dictionary *dictionary, const Row *row)
{
    char vowels[sizeof row->vowels];
    snprintf(vowels, sizeof vowels, "%s", row->vowels);
    dictionary->decoder = iconv_open("UTF-32LE", "UTF-8");
    if (decode(dictionary, vowels, dictionary->header.vowels, HYPHENATION_VOWELS) == 0)
        fail("too many vowels for", row->file, row->vowels);
    iconv_close(dictionary->decoder);
}

static void flatten(const Row *row, const char *from, const char *to)
{
    Dictionary dictionary = {.name = row->file};
    HyphenationHeader *header = &dictionary.header;
    read_dictionary(&dictionary, from);
    raise_to(&header->left_min, row->left_min);
    raise_to(&header->right_min, row->right_min);
    raise_to(&header->compound_left_min, row->left_min);
    raise_to(&header->compound_right_min, row->right_min);
    header->takes_longest = strcmp(row->matching, "longest") == 0;
    if (strcmp(row->vowels, "-") != 0)
        read_vowels(&dictionary, row);
    write_dictionary(&dictionary, to);
}

static void join(char path[PATH_SIZE], const char *folder, const char *name, const char *suffix)
{
    int length = snprintf(path, PATH_SIZE, "%s/%s%s", folder, name, suffix);
    if (length < 0 || length >= PATH_SIZE)
        fail("too long a path", folder, name);
}

// The first language has the file, the others lead to it.
static void flatten_row(Row *row, const char *from, const char *folder)
{
    char *rest = NULL, *first = strtok_r(row->languages, ",", &rest), path[PATH_SIZE],
         target[sizeof row->languages + 8];
    join(path, folder, first, ".hyph");
    snprintf(target, sizeof target, "%s.hyph", first);
    unlink(path);
    flatten(row, from, path);
    for (const char *other; (other = strtok_r(NULL, ",", &rest));) {
        join(path, folder, other, ".hyph");
        unlink(path);
        if (symlink(target, path) != 0)
            fail("cannot link", path, strerror(errno));
    }
}

static void clear_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder)
        fail("cannot open", path, strerror(errno));
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char file[PATH_SIZE];
        join(file, path, entry->d_name, "");
        if (entry->d_name[0] != '.' && unlink(file) != 0)
            fail("cannot remove", file, strerror(errno));
    }
    closedir(folder);
}

static void flatten_table(FILE *table, const char *dictionaries, const char *output)
{
    char line[LINE_MAX_BYTES], from[PATH_SIZE];
    while (fgets(line, sizeof line, table)) {
        Row row;
        if (line[0] == '#' || line[strspn(line, " \t\n")] == '\0')
            continue;
        if (sscanf(line, "%127s %63s %63s %u %u %15s %63s", row.languages, row.package, row.file, &row.left_min,
                   &row.right_min, row.matching, row.vowels) != 7)
            fail("seven columns are wanted in", "a row", line);
        join(from, dictionaries, row.file, "");
        if (access(from, R_OK) != 0)
            fail("install the package", row.package, from);
        flatten_row(&row, from, output);
    }
}

int main(int argc, char **argv)
{
    if (argc != 5)
        fail("usage:", "flatten_hyphenation", "TABLE DICTIONARIES-FOLDER OUTPUT-FOLDER STAMP");
    FILE *table = fopen(argv[1], "r");
    if (!table)
        fail("cannot read", argv[1], strerror(errno));
    clear_folder(argv[3]);
    flatten_table(table, argv[2], argv[3]);
    fclose(table);
    FILE *stamp = fopen(argv[4], "w");
    if (!stamp || fclose(stamp) != 0)
        fail("cannot write", argv[4], strerror(errno));
    return 0;
}
