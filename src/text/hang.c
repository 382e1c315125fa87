// Hanging punctuation: small marks at a line's end and start stand partly beyond the measure, so that its edge looks
// straight. How far, in thousandths of their width, goes by their weight; most figures are those that R. Schlicht's
// microtype takes for fonts that it does not know (2005 on).
#include "text/segment.h"

static const struct {
    uint32_t character;
    int at_start, at_end;
} hang_rows[] = {
    {'.', 0, 700},      {',', 0, 700},    {':', 0, 500},      {';', 0, 500},      {'!', 0, 200},    {'?', 0, 200},
    {'-', 0, 500},      {'(', 100, 0},    {')', 0, 200},      {'"', 500, 500},    {'\'', 600, 600}, {0x2010, 0, 500},
    {0x2013, 0, 300},   {0x2014, 0, 200}, {0x2018, 600, 600}, {0x2019, 600, 600}, {0x201A, 600, 0}, {0x201C, 500, 500},
    {0x201D, 500, 500}, {0x201E, 500, 0}, {0xAB, 300, 300},   {0xBB, 300, 300},   {0x60C, 0, 700},  {0x61B, 0, 500},
    {0x61F, 0, 200},    {0x964, 0, 300},  {0x3001, 0, 500},   {0x3002, 0, 500},   {0xFF0C, 0, 500}, {0xFF0E, 0, 500},
    {0x300C, 500, 0},   {0x300D, 0, 500}, {0xFF08, 500, 0},   {0xFF09, 0, 500},
};

static Length hang(const Word *word, uint32_t cluster, uint32_t byte, Length size, bool is_end)
{
    uint32_t character = utf8_next(word->text, &byte);
    for (size_t i = 0; i < sizeof hang_rows / sizeof *hang_rows; i++) {
        if (hang_rows[i].character != character)
            continue;
        int share = is_end ? hang_rows[i].at_end : hang_rows[i].at_start;
        return (Length)((int64_t)font_scale(word->font, word->clusters[cluster].advance, size) * share / 1000);
    }
    return 0;
}

static Length hang_of_cluster(const Word *word, uint32_t cluster, Length size, bool is_end)
{
    uint32_t byte = 0;
    for (uint32_t i = 0; i < cluster; i++)
        byte += word->clusters[i].byte_count;
    return hang(word, cluster, byte, size, is_end);
}

Length word_hang_at_start(const Word *word, Length size)
{
    if (word_space_count(word) == word->cluster_count)
        return 0;
    return hang_of_cluster(word, word->right_to_left ? word->cluster_count - 1 : 0, size, /*is_end*/ false);
}

Length word_hang_at_end(const Word *word, Length size)
{
    uint32_t spaces = word_space_count(word);
    if (spaces == word->cluster_count)
        return 0;
    uint32_t last = word->right_to_left ? spaces : word->cluster_count - 1 - spaces;
    return hang_of_cluster(word, last, size, /*is_end*/ true);
}
