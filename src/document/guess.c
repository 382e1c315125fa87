// Letters are counted by the blocks of Unicode. A wrong language is worse than none for a screen reader, but a script
// has a reader that at least knows its letters; English would spell them out, or be silent.
#include "guess.h"

#include "node.h"

enum { LETTERS_ENOUGH = 5000 };

// The language with the most speakers who write so; for Cyrillic, of those who print most.
static const struct {
    uint32_t first, last;
    const char *tag;
} blocks[] = {
    {0x370, 0x3FF, "el"},   {0x400, 0x52F, "ru"},   {0x530, 0x58F, "hy"},        {0x590, 0x5FF, "he"},
    {0x600, 0x77F, "ar"},   {0x900, 0x97F, "hi"},   {0x980, 0x9FF, "bn"},        {0xA00, 0xA7F, "pa"},
    {0xA80, 0xAFF, "gu"},   {0xB80, 0xBFF, "ta"},   {0xC00, 0xC7F, "te"},        {0xC80, 0xCFF, "kn"},
    {0xD00, 0xD7F, "ml"},   {0xD80, 0xDFF, "si"},   {0xE00, 0xE7F, "th"},        {0xE80, 0xEFF, "lo"},
    {0xF00, 0xFFF, "bo"},   {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"},      {0x1200, 0x139F, "am"},
    {0x1780, 0x17FF, "km"}, {0x3040, 0x30FF, "ja"}, {0x3400, 0x9FFF, "zh-Hans"}, {0xAC00, 0xD7AF, "ko"},
};

enum { BLOCK_COUNT = sizeof blocks / sizeof *blocks, KANA = BLOCK_COUNT - 3, HAN = BLOCK_COUNT - 2 };

typedef struct {
    size_t of_block[BLOCK_COUNT], all;
} Count;

static void count_text(Count *count, Str text)
{
    for (uint32_t at = 0; at < text.length && count->all < LETTERS_ENOUGH;) {
        uint32_t character = utf8_next(text, &at);
        bool is_latin = (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') ||
                        (character >= 0xC0 && character < 0x250);
        count->all += is_latin;
        for (size_t i = 0; character >= blocks[0].first && i < BLOCK_COUNT; i++) {
            if (character < blocks[i].first || character > blocks[i].last)
                continue;
            count->of_block[i]++;
            count->all++;
        }
    }
}

static bool says_language(const Node *node, const Node *part)
{
    for (; node != part; node = node->parent) {
        if (node->lang.length > 0)
            return true;
    }
    return false;
}

Str language_guess(const Node *part)
{
    Count count = {0};
    for (const Node *node = part; node; node = node_following(part, node)) {
        if (node->kind == NODE_TEXT && !says_language(node, part))
            count_text(&count, node->text);
    }
    // Japanese is written in Han and kana; nothing else is in kana.
    if (count.of_block[KANA] * 10 > count.of_block[HAN]) {
        count.of_block[KANA] += count.of_block[HAN];
        count.of_block[HAN] = 0;
    }
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        if (count.of_block[i] * 2 > count.all)
            return str_from(blocks[i].tag);
    }
    return (Str){0};
}
