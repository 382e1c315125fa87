// A leaf's text is looked at as one, across its inline nodes, so that quotes around bold words find their other half.
#include "smart.h"

#include "node.h"

static const Quotes quote_rows[] = {
#define LITERAL(text)                                                                                                  \
    {                                                                                                                  \
        text, sizeof(text) - 1                                                                                         \
    }
#define QUOTES(lang, open, close, inner_open, inner_close)                                                             \
    {lang, LITERAL(open), LITERAL(close), LITERAL(inner_open), LITERAL(inner_close)},
#include "smart_quotes.h"
#undef QUOTES
#undef LITERAL
};

enum { OBJECT = 0xFFFC, NARROW_NO_BREAK_SPACE = 0x202F, NO_BREAK_SPACE = 0xA0, APOSTROPHE = 0x2019 };

typedef struct {
    uint32_t code; // OBJECT: code, an image, a note's mark
    Node *node;    // the TEXT that it is of; NULL: of none
} Letter;

typedef struct {
    Arena *arena;
    const Quotes *quotes;
    bool is_french;
    Letter *letters; // of a leaf
    size_t count, capacity;
    Buffer out; // of the node at hand
    bool is_outer_open;
    unsigned open_inner; // inner quotes that wait for their other half
} Smart;

const Quotes *quotes_find(Str lang)
{
    while (lang.length > 0) {
        for (size_t i = 1; i < sizeof quote_rows / sizeof *quote_rows; i++) {
            if (str_equal_nocase(lang, str_from(quote_rows[i].lang)))
                return &quote_rows[i];
        }
        do
            lang.length--;
        while (lang.length > 0 && lang.bytes[lang.length] != '-');
    }
    return &quote_rows[0];
}

// ---- what stands around

static uint32_t code_at(const Smart *smart, size_t index)
{
    return index < smart->count ? smart->letters[index].code : 0; // also before the first, whose index wraps
}

static bool is_space(uint32_t code)
{
    return code == 0 || code == ' ' || code == '\n' || code == NO_BREAK_SPACE || code == NARROW_NO_BREAK_SPACE;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_word(uint32_t code)
{
    return is_digit(code) || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') || (code >= 0xC0 && code < 0x2000) ||
           code >= 0x2C00;
}

// Where something begins: behind a space, a bracket, a dash, another quote.
static bool opens_behind(uint32_t before)
{
    return is_space(before) || (before < 0x80 && strchr("([{\"'-/", (int)before) != NULL) ||
           (before >= 0x2010 && before <= 0x2015) || before == 0xAB || before == 0x201E || before == 0xBF ||
           before == 0xA1;
}

// ---- rules

static void put(Smart *smart, uint32_t code)
{
    buffer_append_utf8(&smart->out, code);
}

static void put_double(Smart *smart, size_t at)
{
    enum { FIRST_EAST_ASIAN = 0x2E80 }; // no space stands there before a quote
    uint32_t before = code_at(smart, at - 1);
    uint32_t after = code_at(smart, at + 1);
    bool ends_inner = before == '\'' && smart->is_outer_open && !is_word(after);
    bool opens = (opens_behind(before) && !is_space(after) && !ends_inner) ||
                 (before >= FIRST_EAST_ASIAN && !smart->is_outer_open);
    smart->is_outer_open = opens;
    buffer_append_str(&smart->out, opens ? smart->quotes->open : smart->quotes->close);
}

// Whether a quote behind `at` could be the other half of one there.
static bool has_other_half(const Smart *smart, size_t at)
{
    for (size_t i = at + 1; i < smart->count; i++) {
        if (smart->letters[i].code == '\'' && !is_space(code_at(smart, i - 1)) && !is_word(code_at(smart, i + 1)))
            return true;
    }
    return false;
}

static void put_single(Smart *smart, size_t at)
{
    uint32_t before = code_at(smart, at - 1), after = code_at(smart, at + 1);
    bool is_year = is_digit(after) && is_digit(code_at(smart, at + 2)) && !is_digit(code_at(smart, at + 3));
    bool ends_outer = before == '"' && smart->open_inner > 0 && !is_word(after);
    bool is_and = after == 'n' && code_at(smart, at + 2) == '\''; // rock 'n' roll
    bool is_no_start = is_space(after) || is_year || is_and || ends_outer;
    if (opens_behind(before) && !is_no_start && has_other_half(smart, at)) {
        smart->open_inner++;
        buffer_append_str(&smart->out, smart->quotes->inner_open);
    } else if (!is_word(after) && smart->open_inner > 0 && !is_space(before)) {
        smart->open_inner--;
        buffer_append_str(&smart->out, smart->quotes->inner_close);
    } else {
        put(smart, APOSTROPHE);
    }
}

static size_t run_length(const Smart *smart, size_t at)
{
    size_t end = at;
    while (end < smart->count && smart->letters[end].code == smart->letters[at].code &&
           smart->letters[end].node == smart->letters[at].node)
        end++;
    return end - at;
}

// Two hyphens are an en dash, three an em dash, but before an option's name ("--paper").
static size_t put_hyphens(Smart *smart, size_t at)
{
    size_t length = run_length(smart, at);
    bool is_option = is_space(code_at(smart, at - 1)) && is_word(code_at(smart, at + length));
    if (is_option || length < 2 || length > 3) {
        for (size_t i = 0; i < length; i++)
            put(smart, '-');
    } else {
        put(smart, length == 2 ? 0x2013 : 0x2014);
    }
    return length;
}

static size_t put_dots(Smart *smart, size_t at)
{
    size_t length = run_length(smart, at);
    if (length == 3)
        put(smart, 0x2026);
    for (size_t i = 0; length != 3 && i < length; i++)
        put(smart, '.');
    return length;
}

static bool is_french_mark(uint32_t code)
{
    return code == ';' || code == '!' || code == '?' || code == ':' || code == 0xBB;
}

// French sets a space that does not break before high marks and within guillemets: narrow, but before a colon.
static void put_french_space(Smart *smart, uint32_t mark)
{
    put(smart, mark == ':' ? NO_BREAK_SPACE : NARROW_NO_BREAK_SPACE);
}

static void put_french(Smart *smart, size_t at)
{
    uint32_t code = code_at(smart, at), before = code_at(smart, at - 1), after = code_at(smart, at + 1);
    if (code == ' ' && (is_french_mark(after) || before == 0xAB)) {
        put_french_space(smart, after);
        return;
    }
    if (is_french_mark(code) && is_word(before) && (is_space(after) || after == 0x201D || after == '"'))
        put_french_space(smart, code);
    put(smart, code);
}

static size_t put_letter(Smart *smart, size_t at)
{
    switch (code_at(smart, at)) {
    case '"':
        put_double(smart, at);
        return 1;
    case '\'':
        put_single(smart, at);
        return 1;
    case '-':
        return put_hyphens(smart, at);
    case '.':
        return put_dots(smart, at);
    default:
        if (smart->is_french)
            put_french(smart, at);
        else
            put(smart, code_at(smart, at));
        return 1;
    }
}

// ---- leaves

// An address that stands for itself is no prose.
static bool is_address(const Node *text)
{
    const Node *link = text->parent;
    return link->kind == NODE_LINK && str_ends_with(link->link.target, text->text);
}

static void collect(Smart *smart, Node *leaf)
{
    smart->count = 0;
    for (Node *node = leaf; node; node = node_following(leaf, node)) {
        Letter other = {node->kind == NODE_LINE_BREAK ? ' ' : OBJECT, NULL};
        bool is_prose = node->kind == NODE_TEXT && !is_address(node);
        if (!is_prose && node_kind_holds(node->kind) == HOLDS_NOTHING)
            *arena_push(smart->arena, smart->letters, smart->count, smart->capacity) = other;
        for (uint32_t at = 0; is_prose && at < node->text.length;) {
            uint32_t code = utf8_next(node->text, &at);
            *arena_push(smart->arena, smart->letters, smart->count, smart->capacity) = (Letter){code, node};
        }
    }
}

static void rewrite_leaf(Smart *smart, Node *leaf)
{
    collect(smart, leaf);
    smart->open_inner = 0;
    smart->is_outer_open = false;
    for (size_t at = 0; at < smart->count;) {
        Node *node = smart->letters[at].node;
        if (!node) {
            at++;
            continue;
        }
        smart->out = (Buffer){.arena = smart->arena};
        while (at < smart->count && smart->letters[at].node == node)
            at += put_letter(smart, at);
        node->text = buffer_str(&smart->out);
    }
}

// Canada's French sets no space before high marks but a colon, which is left as written.
static bool is_french(Str lang)
{
    bool is_whole = lang.length == 2 || (lang.length > 2 && lang.bytes[2] == '-'); // not "frr", North Frisian
    return is_whole && str_equal_nocase((Str){lang.bytes, 2}, STR("fr")) && !str_equal_nocase(lang, STR("fr-CA"));
}

void smart_apply(Arena *arena, Node *root, Str lang)
{
    Smart smart = {.arena = arena};
    for (Node *node = root; node; node = node_following(root, node)) {
        bool is_leaf = node_kind_holds(node->kind) == HOLDS_INLINES && node->parent &&
                       node_kind_holds(node->parent->kind) == HOLDS_BLOCKS;
        if (!is_leaf)
            continue;
        Str language = node_said_language(node, lang);
        smart.quotes = quotes_find(language);
        smart.is_french = is_french(language);
        rewrite_leaf(&smart, node);
    }
}
