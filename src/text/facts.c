// What is one fact stays on one line.
//
// A fact begins where a number, a sign or a word begins, and is told by the patterns of facts.h. At each such place all
// rows are tried, and the longest match counts; the search goes on behind it. A pattern is read once from left to
// right, what may be absent being taken where it is there, and each list of words is looked through once a place: so
// time is linear in the text's length.
#include "text/facts_scan.h"

static const struct {
    const char *language, *pattern;
} facts[] = {
#define FACT(name, language, pattern, example_language, holds, breaks) {language, pattern},
#include "text/facts.h"
#undef FACT
};

// Where a match of the rest of a pattern ends, whose first element ended at `end`; 0: it does not match.
static size_t match_rest(FactScanner *scanner, const char *pattern, size_t end)
{
    while (*pattern) {
        uint32_t length = 0, sign = utf8_next(str_from(pattern), &length); // elements are ASCII, signs need not be
        bool is_optional = pattern[length] == '?';
        bool is_attached = *pattern == '.' || *pattern == ',';
        size_t start = is_attached ? end : fact_skip_space(scanner, end), next = start;
        if (length == 1)
            next = fact_element(scanner, *pattern, start);
        else if (fact_code(scanner, start) == sign)
            next = start + 1;
        if (next == start && !is_optional)
            return 0;
        end = next > start ? next : end;
        pattern += length + is_optional;
    }
    return end;
}

// `firsts`: the elements that a fact may begin with here.
static size_t longest_match(FactScanner *scanner, const char *firsts, size_t at)
{
    Str language = {scanner->words->language, scanner->words->language_length};
    size_t longest = at;
    size_t first_ends[128] = {0};
    bool any_begins = false;
    for (; *firsts; firsts++) {
        size_t end = fact_element(scanner, *firsts, at);
        first_ends[(unsigned char)*firsts] = end;
        any_begins |= end > at;
    }
    for (size_t i = 0; any_begins && i < sizeof facts / sizeof *facts; i++) {
        size_t first_end = first_ends[(unsigned char)*facts[i].pattern];
        if (first_end <= at || (*facts[i].language && !language_is(language, facts[i].language)))
            continue;
        size_t end = match_rest(scanner, facts[i].pattern + 1, first_end);
        if (end > longest && end - at <= HELD_CHARACTERS_MAX)
            longest = end;
    }
    return longest;
}

enum {
    FIRST_WITHOUT_SPACES = 0x2E80, // of the scripts of East Asia: a word may begin at any character
    EAST_ASIAN_WORD_MAX = 3,       // that stands before a number: 오전, 電話
    ABBREVIATION_MAX = 3,          // with its full stop, the first part of one: z. B., t. ex.
    SHORT_WORD_MAX = 3,            // marzo del 2026
};

// What may stand between a word and what it belongs to: No. 5, n.º 5, д-р Ли, מס׳ 5.
static bool is_mark_of_word(uint32_t code)
{
    return code == '.' || code == ':' || code == '-' || code == '\'' || code == 0xB0 || code == 0xBA || code == 0x5F3;
}

static bool is_name_start(uint32_t code)
{
    return code < 0x80 ? code >= 'A' && code <= 'Z' : g_unichar_isupper(code);
}

static bool is_number_start(uint32_t code)
{
    return fact_is_digit(code) || code == '+' || code == '(';
}

#define WORD_FIRSTS "romce"

static const char *east_asian_firsts(const FactScanner *scanner, size_t at)
{
    for (size_t i = at + 1; i <= at + EAST_ASIAN_WORD_MAX + 1; i++) {
        if (fact_is_digit(fact_code(scanner, i)))
            return WORD_FIRSTS;
    }
    return "";
}

// What a fact may be that begins with the word from `at` to `end`: a name or a number follows, or else one behind a
// short word.
static const char *word_firsts(const FactScanner *scanner, size_t at, size_t end)
{
    if (fact_code(scanner, at) >= FIRST_WITHOUT_SPACES)
        return east_asian_firsts(scanner, at);
    while (is_mark_of_word(fact_code(scanner, end)))
        end++;
    size_t next = fact_skip_space(scanner, end);
    if (fact_code(scanner, next) == ':') // with a space before it, as in French
        next = fact_skip_space(scanner, next + 1);
    if (end - at <= ABBREVIATION_MAX && fact_code(scanner, end - 1) == '.')
        return WORD_FIRSTS "ta";
    if (is_number_start(fact_code(scanner, next)))
        return WORD_FIRSTS;
    if (is_name_start(fact_code(scanner, next)) || next == end)
        return "t";
    size_t short_end = fact_letters(scanner, next);
    bool is_short = short_end > next && short_end - next <= SHORT_WORD_MAX;
    return is_short && fact_is_digit(fact_code(scanner, fact_skip_space(scanner, short_end))) ? "o" : "";
}

// "2" of "B2": no number.
static bool is_within_word(const FactScanner *scanner, size_t at)
{
    return at > 0 && fact_code(scanner, at - 1) < FIRST_WITHOUT_SPACES && fact_letters(scanner, at - 1) == at;
}

static bool is_sign(uint32_t code)
{
    return code == '+' || code == '(' || code == '$' || code == '#' || code == 0xA7 || code == 0xA3 || code == 0xA5 ||
           code == 0x2116 || (code >= 0x20A0 && code <= 0x20BF);
}

// Where the search goes on when no fact begins at `at`.
static size_t next_place(const FactScanner *scanner, size_t at, size_t word_end)
{
    uint32_t code = fact_code(scanner, at);
    size_t end = fact_is_digit(code) ? fact_number(scanner, at) : word_end;
    return end > at && code < FIRST_WITHOUT_SPACES ? end : at + 1;
}

static void hold(Analysis *analysis, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++)
        analysis->breaks[i] = (uint8_t)((analysis->breaks[i] & ~MAY_BREAK) | IN_FACT);
}

void breaks_hold_facts(Analysis *analysis)
{
    FactWords *words = &analysis->engine->fact_words;
    FactScanner scanner = fact_scanner(analysis->characters, analysis->character_count, words);
    uint32_t run = UINT32_MAX; // whose language the words are of
    for (size_t at = 0, end; at < analysis->character_count; at = end) {
        uint32_t code = analysis->characters[at].code;
        end = at + 1;
        if (code == ' ')
            continue;
        // In East Asia each character may begin a word; to read on to the next space from each would take too long.
        size_t word_end = code < FIRST_WITHOUT_SPACES ? fact_letters(&scanner, at) : at + 1;
        bool is_number = fact_is_digit(code) && !is_within_word(&scanner, at);
        const char *firsts = word_end > at   ? word_firsts(&scanner, at, word_end)
                             : is_number     ? "ndyP"
                             : is_sign(code) ? "Pcr"
                                             : "";
        end = next_place(&scanner, at, word_end);
        if (!*firsts)
            continue;
        if (run != analysis->characters[at].run) {
            run = analysis->characters[at].run;
            fact_words_choose(words, analysis->runs[run].lang);
            scanner = fact_scanner(analysis->characters, analysis->character_count, words);
        }
        size_t fact_end = longest_match(&scanner, firsts, at);
        hold(analysis, at, fact_end);
        if (fact_end > at && word_end == at)
            end = fact_end; // else a longer one may begin behind the word: um 9.30 Uhr
    }
}
