// What print does otherwise than UAX #14, by language: a row for each habit.
//
// Chinese and Japanese need no row against breaks: UAX #14 is as strict as JIS X 4051 asks of books (CSS: line-break
// strict), so that no small kana, ー, 々 or closing mark begins a line and no opening bracket ends one. CSS's "normal"
// would let small kana and ー begin lines, as narrow newspaper columns do.
#include "text/breaks.h"

// A place before character `at`, which is no space.
typedef struct {
    const Analysis *analysis;
    size_t at, before;                  // the latter: of the last character that is not a space
    uint32_t left, right, before_space; // codes of those before and behind the place, and of `before`
} BreakPlace;

static bool has_spaces(const BreakPlace *place)
{
    return place->before + 1 != place->at;
}

// U+0000 where the paragraph begins or ends: an index below 0 wraps around to a large one.
static uint32_t code_at(const BreakPlace *place, size_t index)
{
    return index < place->analysis->character_count ? place->analysis->characters[index].code : 0;
}

static bool is_gap(uint32_t code) // the paragraph's end, too
{
    return code == 0 || code == ' ' || code == LINE_SEPARATOR;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_ideograph(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

static bool is_kana(uint32_t code)
{
    return code >= 0x3041 && code <= 0x30FF;
}

static bool is_hangul(uint32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF) ||
           (code >= 0x3130 && code <= 0x318F);
}

static bool is_letter(uint32_t code)
{
    if (code < 0x80)
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return category >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
           category <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER && !is_ideograph(code) && !is_kana(code);
}

static bool is_dash(uint32_t code)
{
    return code == '-' || code == 0x2010 || code == 0x2013 || code == 0x2014 || code == 0x2212;
}

static bool is_quote(uint32_t code)
{
    return is_one_of(code, "\"'«»‘’“”‹›");
}

// ---- habits: each says whether it applies at a place

// A dash between spaces stays on the line before; one that opens an aside (–so–) does not.
static bool before_spaced_dash(const BreakPlace *place)
{
    return has_spaces(place) && is_dash(place->right) && is_gap(code_at(place, place->at + 1));
}

// word—word breaks behind the dash only.
static bool before_dash_in_words(const BreakPlace *place)
{
    return !has_spaces(place) && place->right == 0x2014 && is_letter(place->left);
}

// –so– and -x and --help: what opens belongs to what it opens.
static bool behind_opening_dash(const BreakPlace *place)
{
    enum { DASHES_MAX = 3 };
    size_t dashes = 0;
    while (dashes < DASHES_MAX && is_dash(code_at(place, place->at - 1 - dashes)))
        dashes++;
    return !has_spaces(place) && dashes > 0 && is_gap(code_at(place, place->at - 1 - dashes));
}

// X-ray, e-mail, vitamin-C: one letter is no part to leave alone on a line.
static bool beside_one_letter(const BreakPlace *place)
{
    if (has_spaces(place) || (place->left != '-' && place->left != 0x2010))
        return false;
    return !is_letter(code_at(place, place->at - 2)) || !is_letter(code_at(place, place->at - 3)) ||
           !is_letter(code_at(place, place->at + 1));
}

// and/or, km/h, he/she hold; morning/afternoon may break behind its slash.
enum { SLASH_PART_MIN = 4 };
static bool at_slash_of_short_words(const BreakPlace *place)
{
    if (place->left != '/' || has_spaces(place))
        return false;
    for (size_t i = 0; i < SLASH_PART_MIN; i++) {
        if (!is_letter(code_at(place, place->at - 2 - i)) || !is_letter(code_at(place, place->at + i)))
            return true;
    }
    return false;
}

// French sets a space before ; : ! ? » and behind «, often an ordinary one.
static bool at_french_space(const BreakPlace *place)
{
    return has_spaces(place) && (is_one_of(place->right, ";:!?»›") || is_one_of(place->before_space, "«‹"));
}

// Czech, Polish, Slovak, Ukrainian and Russian leave no one-letter word at a line's end.
static bool after_one_letter_word(const BreakPlace *place)
{
    return has_spaces(place) && is_letter(place->before_space) &&
           (is_gap(code_at(place, place->before - 1)) || is_one_of(code_at(place, place->before - 1), "(„«\""));
}

// UAX #14 lets Korean break at each syllable; print in Korea breaks between words. A particle belongs to the number,
// foreign word or bracket before it. Behind a dash or a comma it may break.
static bool in_korean_word(const BreakPlace *place)
{
    uint32_t left = place->left, right = place->right;
    if (has_spaces(place) || !(is_hangul(left) || is_hangul(right)))
        return false;
    bool joins_left = is_hangul(left) || is_letter(left) || is_digit(left) || is_one_of(left, ")]%℃");
    bool joins_right = is_hangul(right) || is_letter(right) || is_digit(right) || is_one_of(right, "([%");
    return joins_left && joins_right;
}

// Repetition and end marks that the dictionaries' scripts count among their letters.
static bool before_mark_of_word(const BreakPlace *place)
{
    return !has_spaces(place) && is_one_of(place->right, "ៗ។៕៖ๆໆฯຯ၊။");
}

// A quotation mark that follows a letter closes: what follows its space may begin a line, even a bracket (since
// Unicode 15.1, LB15a).
static bool behind_closing_quote(const BreakPlace *place)
{
    uint32_t earlier = code_at(place, place->before - 1);
    return has_spaces(place) && is_quote(place->before_space) && !is_gap(earlier) && !is_one_of(earlier, "([{") &&
           is_one_of(place->right, "([{„‚¿¡");
}

// “ and ” are brackets in Chinese: UAX #14 lets no line begin or end on their outer sides, for they stand in English
// too.
static bool outside_chinese_quote(const BreakPlace *place)
{
    uint32_t left = place->left, right = place->right;
    if (has_spaces(place))
        return false;
    bool is_opened = is_one_of(right, "“‘") && (is_ideograph(left) || is_one_of(left, "，。、；：！？）》」』”’"));
    bool is_closed = is_one_of(left, "”’") && (is_ideograph(right) || is_one_of(right, "（《「『“‘"));
    return is_opened || is_closed;
}

// Ethiopic words are parted by ፡ or by spaces, sentences by ። with no space needed.
static bool behind_ethiopic_mark(const BreakPlace *place)
{
    return place->left >= 0x1361 && place->left <= 0x1368 && place->right >= 0x1200 && place->right <= 0x135A;
}

// A slash behind a space begins a path; UAX #14 takes it for the end of what stands before.
static bool before_path(const BreakPlace *place)
{
    uint32_t next = code_at(place, place->at + 1);
    return has_spaces(place) && place->right == '/' && (is_letter(next) || is_digit(next));
}

// A Hebrew maqaf joins two words as a hyphen does; UAX #14 lets it break since Unicode 16.
static bool behind_maqaf(const BreakPlace *place)
{
    return place->left == 0x5BE && is_letter(place->right);
}

typedef struct {
    const char *languages; // of the right side, two letters each; "": all
    bool (*applies)(const BreakPlace *place);
} Habit;

static const Habit holding[] = {
    {"", before_spaced_dash},
    {"", before_dash_in_words},
    {"", behind_opening_dash},
    {"", beside_one_letter},
    {"", at_slash_of_short_words},
    {"fr", at_french_space},
    {"cs pl sk uk ru", after_one_letter_word},
    {"", in_korean_word},
    {"", before_mark_of_word},
};
static const Habit allowing[] = {
    {"", behind_closing_quote}, {"", before_path},  {"zh ja", outside_chinese_quote},
    {"", behind_ethiopic_mark}, {"", behind_maqaf},
};

static bool has_language(const char *languages, Str lang)
{
    for (; *languages; languages += languages[2] ? 3 : 2) {
        if (lang.length >= 2 && memcmp(languages, lang.bytes, 2) == 0 && (lang.length == 2 || lang.bytes[2] == '-'))
            return true;
    }
    return false;
}

static bool any_applies(const Habit *habits, size_t count, const BreakPlace *place, Str lang)
{
    for (size_t i = 0; i < count; i++) {
        if ((habits[i].languages[0] == '\0' || has_language(habits[i].languages, lang)) && habits[i].applies(place))
            return true;
    }
    return false;
}

// Where UAX #14 says no and a habit may say yes: beside a quotation mark, behind an Ethiopic one or a maqaf, before a
// slash.
static bool may_be_allowed(const BreakPlace *place)
{
    uint32_t before = place->before_space, right = place->right;
    if (before >= 'a' && before <= 'z')
        return right == '/' || right == 0x201C;
    return right == '/' || right == 0x201C || right == 0x2018 || is_quote(before) || before == 0x5BE ||
           (before >= 0x1361 && before <= 0x1368);
}

void breaks_tailor(Analysis *analysis)
{
    const Character *characters = analysis->characters;
    uint8_t *breaks = analysis->breaks;
    BreakPlace place = {.analysis = analysis};
    for (size_t i = 1; i < analysis->character_count; i++) {
        if (characters[i - 1].code != ' ')
            place.before = i - 1;
        if (characters[i].code == ' ' || characters[i - 1].code == LINE_SEPARATOR)
            continue;
        place.at = i;
        place.left = characters[i - 1].code;
        place.right = characters[i].code;
        place.before_space = characters[place.before].code;
        Str lang = analysis_language(analysis, i);
        if (breaks[i] & MAY_BREAK) {
            if (any_applies(holding, sizeof holding / sizeof *holding, &place, lang))
                breaks[i] &= (uint8_t)~MAY_BREAK;
        } else if ((breaks[i] & GRAPHEME_START) && may_be_allowed(&place) &&
                   any_applies(allowing, sizeof allowing / sizeof *allowing, &place, lang)) {
            breaks[i] |= MAY_BREAK;
        }
    }
}
