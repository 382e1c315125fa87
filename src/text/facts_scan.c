// The elements of facts, read one at a time: numbers, days, telephone numbers, words of a list.
#include "text/facts_scan.h"

static const struct {
    WordKind kind;
    const char *language, *words;
} word_lists[] = {
#define WORDS(kind, language, words) {kind, language, words},
#define MONTHS(language, words) {MONTH, language, words},
#include "text/facts_months.h"
#include "text/facts_words.h"
#undef WORDS
#undef MONTHS
};

static void note_first_bytes(FactWords *words, WordKind kind, const char *list)
{
    for (const char *word = list, *end; *word; word = *end ? end + 1 : end) {
        end = strchrnul(word, '|');
        unsigned char first = (unsigned char)*word;
        words->first_bytes[kind][first / 64] |= (uint64_t)1 << first % 64;
    }
}

void fact_words_choose(FactWords *words, Str language)
{
    if (words->lists[0][0] && str_equal((Str){words->language, words->language_length}, language))
        return;
    *words = (FactWords){.language_length = language.length < FACT_LANGUAGE_BYTES ? language.length : 0};
    if (words->language_length > 0)
        memcpy(words->language, language.bytes, language.length);
    for (int kind = 0; kind < WORD_KINDS; kind++)
        words->lists[kind][0] = words->lists[kind][1] = "";
    for (size_t i = 0; i < sizeof word_lists / sizeof *word_lists; i++) {
        const char *of = word_lists[i].language;
        if (*of != '\0' && !language_is(language, of))
            continue;
        words->lists[word_lists[i].kind][*of != '\0'] = word_lists[i].words;
        note_first_bytes(words, word_lists[i].kind, word_lists[i].words);
    }
}

FactScanner fact_scanner(const Character *characters, size_t count, const FactWords *words)
{
    FactScanner scanner = {.characters = characters, .count = count, .words = words};
    for (int kind = 0; kind < WORD_KINDS; kind++)
        scanner.looked[kind].at = SIZE_MAX;
    return scanner;
}

static bool is_space(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x202F || code == 0x2007 || code == 0x2009;
}

size_t fact_skip_space(const FactScanner *scanner, size_t at)
{
    return is_space(fact_code(scanner, at)) ? at + 1 : at;
}

size_t fact_letters(const FactScanner *scanner, size_t at)
{
    while (at < scanner->count && fact_is_letter(scanner->characters[at].code))
        at++;
    return at;
}

static size_t digits(const FactScanner *scanner, size_t at)
{
    while (at < scanner->count && fact_is_digit(scanner->characters[at].code))
        at++;
    return at;
}

static uint32_t lower(uint32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z' ? code | 0x20 : code;
    return g_unichar_tolower(code);
}

// ---- numbers

static bool is_fraction(uint32_t code)
{
    return (code >= 0xBC && code <= 0xBE) || (code >= 0x2150 && code <= 0x215E);
}

// 5, 37.5, 0,5, 1,000, 9:30, 1/2, 1½, 10 000
size_t fact_number(const FactScanner *scanner, size_t at)
{
    enum { GROUP = 3 };
    size_t end = digits(scanner, at);
    bool is_grouped = end > at && end - at <= GROUP;
    while (end > at) {
        size_t next = end;
        if (is_one_of(fact_code(scanner, end), ".,:/'’٫٬"))
            next = digits(scanner, end + 1);
        if (next > end + 1) {
            end = next;
            continue;
        }
        next = digits(scanner, fact_skip_space(scanner, end));
        if (!is_grouped || next != end + 1 + GROUP)
            break;
        end = next;
    }
    return is_fraction(fact_code(scanner, end)) ? end + 1 : end;
}

static int value_of(const FactScanner *scanner, size_t at, size_t end)
{
    int value = 0;
    for (; at < end; at++)
        value = value * 10 + g_unichar_digit_value(scanner->characters[at].code);
    return value;
}

// 12, 12th, 1er, 1º
static size_t day(const FactScanner *scanner, size_t at)
{
    static const char *const endings[] = {"st", "nd", "rd", "th", "er", "º", "ª", "°"};
    size_t end = digits(scanner, at);
    if (end == at || end - at > 2 || value_of(scanner, at, end) < 1 || value_of(scanner, at, end) > 31)
        return at;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        Str ending = str_from(endings[i]);
        size_t behind = end;
        for (uint32_t j = 0; j < ending.length && behind < scanner->count; behind++) {
            if (utf8_next(ending, &j) != fact_code(scanner, behind))
                break;
            if (j == ending.length && !fact_is_letter(fact_code(scanner, behind + 1)))
                return behind + 1;
        }
    }
    return end;
}

static size_t year(const FactScanner *scanner, size_t at)
{
    size_t end = digits(scanner, at);
    bool is_year = end - at == 4 && value_of(scanner, at, end) >= 1000 && value_of(scanner, at, end) < 3000;
    return is_year ? end : at;
}

// ---- telephone numbers

typedef struct {
    size_t digit_count, group_count;
    bool has_sign;   // a +, brackets or a first 0: it can be nothing else
    bool has_hyphen; // between groups
    bool is_spaced;  // before the last group
} Telephone;

enum {
    TELEPHONE_DIGITS_MIN = 7,
    TELEPHONE_DIGITS_MAX = 11,
    TELEPHONE_WORLD_MAX = 15,  // with the country's code: ITU-T E.164
    TELEPHONE_UNMARKED_MIN = 9 // of three groups: 1300 650 172, 800 555 0100
};

// One group, with what parts it from the one before it. Gives its end, or the place given.
static size_t telephone_group(const FactScanner *scanner, size_t at, Telephone *telephone)
{
    bool is_first = telephone->group_count == 0;
    size_t start = is_first ? at : fact_skip_space(scanner, at);
    bool is_spaced = start > at;
    bool has_hyphen = !is_first && !is_spaced && is_one_of(fact_code(scanner, at), "-‐‑–");
    if (has_hyphen || (!is_first && !is_spaced && is_one_of(fact_code(scanner, at), "./")))
        start = fact_skip_space(scanner, at + 1);
    bool is_parted = is_first || start > at || fact_code(scanner, at - 1) == ')';
    bool is_bracketed = fact_code(scanner, start) == '(';
    size_t first_digit = start + is_bracketed, end = digits(scanner, first_digit), count = end - first_digit;
    bool is_lone = count == 1 && !is_first && !is_bracketed;
    if (count == 0 || is_lone || !(is_parted || is_bracketed) || (is_bracketed && fact_code(scanner, end) != ')'))
        return at;
    telephone->digit_count += count;
    telephone->group_count++;
    telephone->has_sign |= is_bracketed;
    telephone->has_hyphen |= has_hyphen;
    telephone->is_spaced = is_spaced;
    return end + is_bracketed;
}

static bool is_telephone(const Telephone *telephone)
{
    if (telephone->has_sign || telephone->has_hyphen)
        return telephone->digit_count >= TELEPHONE_DIGITS_MIN;
    return telephone->group_count > 2 && telephone->digit_count >= TELEPHONE_UNMARKED_MIN;
}

// What goes on with no space between is a longer number, and none of these.
static size_t telephone(const FactScanner *scanner, size_t at)
{
    bool has_plus = fact_code(scanner, at) == '+';
    Telephone telephone = {.has_sign = has_plus || fact_code(scanner, at) == '0'};
    size_t digits_max = has_plus ? TELEPHONE_WORLD_MAX : TELEPHONE_DIGITS_MAX, best = at;
    for (size_t end = at + has_plus, next;; end = next) {
        next = telephone_group(scanner, end, &telephone);
        if (next == end)
            return best;
        if (telephone.digit_count > digits_max)
            return telephone.is_spaced ? best : at;
        if (is_telephone(&telephone))
            best = next;
    }
}

// ---- words

// Where the word (up to '|' or the end of its list) ends in the text at `at`, or `at`.
static size_t match_word(const FactScanner *scanner, const char *word, const char *word_end, size_t at)
{
    Str text = {word, (uint32_t)(word_end - word)};
    size_t end = at;
    uint32_t wanted = 0;
    for (uint32_t i = 0; i < text.length; end++) {
        wanted = utf8_next(text, &i);
        uint32_t found = fact_code(scanner, end);
        if (wanted == ' ' ? !is_space(found) : found != wanted && lower(found) != wanted)
            return at;
    }
    bool goes_on = wanted < 0x2E80 && fact_is_letter(wanted) && fact_code(scanner, end) < 0x2E80 &&
                   fact_is_letter(fact_code(scanner, end)); // 5 mg을
    return goes_on ? at : end;
}

static size_t longest_word(const FactScanner *scanner, const char *list, char first, size_t at)
{
    size_t longest = at;
    for (const char *word = list, *end; *word; word = *end ? end + 1 : end) {
        end = strchrnul(word, '|');
        size_t match = *word == first ? match_word(scanner, word, end, at) : at;
        longest = match > longest ? match : longest;
    }
    return longest;
}

static size_t listed_word(FactScanner *scanner, WordKind kind, size_t at)
{
    const FactWords *words = scanner->words;
    char bytes[4];
    if (at >= scanner->count)
        return at;
    utf8_encode(lower(scanner->characters[at].code), bytes);
    unsigned char first = (unsigned char)bytes[0];
    if (!(words->first_bytes[kind][first / 64] >> first % 64 & 1))
        return at;
    if (scanner->looked[kind].at != at) {
        size_t any = longest_word(scanner, words->lists[kind][0], bytes[0], at);
        size_t own = longest_word(scanner, words->lists[kind][1], bytes[0], at);
        scanner->looked[kind].at = at;
        scanner->looked[kind].end = own > any ? own : any;
    }
    return scanner->looked[kind].end;
}

static size_t name(const FactScanner *scanner, size_t at)
{
    return g_unichar_isupper(fact_code(scanner, at)) ? fact_letters(scanner, at) : at;
}

size_t fact_element(FactScanner *scanner, char element, size_t at)
{
    static const struct {
        char element;
        WordKind kind;
    } kinds[] = {{'u', UNIT},     {'m', DAY_PART}, {'h', CLOCK}, {'r', REFERENCE},   {'t', TITLE},
                 {'c', CURRENCY}, {'e', OF},       {'o', MONTH}, {'a', ABBREVIATION}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].element == element)
            return listed_word(scanner, kinds[i].kind, at);
    }
    uint32_t code = fact_code(scanner, at);
    switch (element) {
    case 'n':
        return fact_number(scanner, at);
    case 'd':
        return day(scanner, at);
    case 'y':
        return year(scanner, at);
    case 'P':
        return telephone(scanner, at);
    case 'N':
        return name(scanner, at);
    case 'i':
        return name(scanner, at) == at + 1 && fact_code(scanner, at + 1) == '.' ? at + 2 : at;
    case 'w':
        return fact_letters(scanner, at);
    case 'x':
        return code == 0xD7 || (code == 'x' && !fact_is_letter(fact_code(scanner, at + 1))) ? at + 1 : at;
    case '-':
        return is_one_of(code, "-‐‑‒–—−~〜～") ? at + 1 : at;
    default:
        return code == (unsigned char)element ? at + 1 : at;
    }
}
