// Web and e-mail addresses, paths and long identifiers: where they break, no hyphen is added and none is there to be
// taken for one.
//
// The rule is that of The Chicago Manual of Style (17th edition, 14.18): behind a colon, two slashes or an equals sign,
// before a slash, full stop, comma, hyphen, underline, question mark and the like. So a line never ends in a full stop
// that would seem to end the sentence, nor in a hyphen, which readers of the PDF would take out. What is short enough
// to be copied by hand stays whole.
#include "text/breaks.h"

enum {
    PART_MIN = 3, // characters, at both ends: no ".a" alone
    HUMPS_MIN = 2 // of an identifier such as thisOneHere
};

static bool is_ascii_letter(uint32_t code)
{
    return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
}

static bool is_word_character(uint32_t code)
{
    return is_ascii_letter(code) || (code >= '0' && code <= '9') || (code >= 0xC0 && code < 0x590);
}

// What an address is made of (RFC 3986), with letters as they are written in Europe.
static bool is_address_character(uint32_t code)
{
    return (code > ' ' && code < 0x7F && code != '<' && code != '>' && code != '"') || (code >= 0xC0 && code < 0x590);
}

// What an address has at least one of.
static bool is_separator(uint32_t code)
{
    return code == '/' || code == '.' || code == '@' || code == '_' || code == ':' || code == '\\';
}

static bool is_among(uint32_t code, const char *set)
{
    return code < 0x80 && code != 0 && strchr(set, (int)code) != NULL;
}

// A stretch of address characters without the marks of the sentence around it.
typedef struct {
    const Character *characters;
    size_t start, end;
} Stretch;

static uint32_t code_at(const Stretch *stretch, size_t index)
{
    return index >= stretch->start && index < stretch->end ? stretch->characters[index].code : 0;
}

static Stretch trim(const Character *characters, size_t start, size_t end)
{
    while (start < end && is_among(characters[start].code, "([{'"))
        start++;
    while (end > start && is_among(characters[end - 1].code, ".,;:!?)]}'"))
        end--;
    return (Stretch){characters, start, end};
}

static bool starts_with(const Stretch *stretch, size_t at, const char *text)
{
    for (; *text; text++, at++) {
        if (code_at(stretch, at) != (unsigned char)*text)
            return false;
    }
    return true;
}

// What was seen in a stretch that tells its kind.
typedef struct {
    size_t slashes, backslashes, underlines, inner_dots, humps, at_sign;
    bool has_scheme, has_double_colon, dot_before_slash, dot_behind_at, has_other;
} Signs;

static void look_at(const Stretch *stretch, size_t i, Signs *signs)
{
    uint32_t code = code_at(stretch, i), next = code_at(stretch, i + 1);
    bool is_inner = i > stretch->start && is_word_character(code_at(stretch, i - 1)) && is_word_character(next);
    switch (code) {
    case '/':
        signs->dot_before_slash |= signs->inner_dots > 0 && signs->slashes == 0;
        signs->slashes++;
        break;
    case '\\':
        signs->backslashes++;
        break;
    case '_':
        signs->underlines++;
        break;
    case ':':
        signs->has_scheme |= starts_with(stretch, i, "://");
        signs->has_double_colon |= next == ':';
        break;
    case '@':
        signs->at_sign += is_inner;
        break;
    case '.':
        signs->inner_dots += is_inner && !(next >= '0' && next <= '9');
        signs->dot_behind_at |= signs->at_sign > 0 && is_inner;
        break;
    default:
        signs->humps += code >= 'a' && code <= 'z' && next >= 'A' && next <= 'Z';
        signs->has_other |= !is_word_character(code);
    }
}

typedef enum { NO_ADDRESS, ADDRESS, IDENTIFIER, HUMPED } AddressKind;

static AddressKind address_kind(const Stretch *stretch)
{
    Signs signs = {0};
    for (size_t i = stretch->start; i < stretch->end; i++)
        look_at(stretch, i, &signs);
    size_t at = stretch->start;
    bool is_rooted = starts_with(stretch, at, "/") || starts_with(stretch, at, "~/") ||
                     starts_with(stretch, at, "./") || starts_with(stretch, at, "../");
    bool is_drive = is_ascii_letter(code_at(stretch, at)) && starts_with(stretch, at + 1, ":\\");
    if (signs.has_scheme || starts_with(stretch, at, "www.") || (signs.at_sign == 1 && signs.dot_behind_at) ||
        (is_rooted && signs.slashes > 1) || is_drive || signs.dot_before_slash)
        return ADDRESS;
    if (stretch->end - stretch->start <= HELD_CHARACTERS_MAX)
        return NO_ADDRESS;
    if (signs.underlines > 0 || signs.backslashes > 0 || signs.has_double_colon || signs.inner_dots > 1 ||
        (signs.slashes > 0 && signs.inner_dots > 0))
        return IDENTIFIER;
    return signs.humps >= HUMPS_MIN && !signs.has_other ? HUMPED : NO_ADDRESS;
}

static bool breaks_between(const Stretch *stretch, size_t i, AddressKind kind)
{
    uint32_t before = code_at(stretch, i - 1), at = code_at(stretch, i), next = code_at(stretch, i + 1);
    if (kind == HUMPED)
        return before >= 'a' && before <= 'z' && at >= 'A' && at <= 'Z';
    if (before == '/' && code_at(stretch, i - 2) == '/')
        return true;
    if (before == ':' || before == '=')
        return at != ':' && at != '/' && at != '\\';
    if (before == at || before == '/' || before == '\\') // a row of separators breaks before its first
        return false;
    return is_among(at, "/\\.,-~_?#%@&+;") || (at == ':' && next == ':');
}

static void tailor_stretch(Analysis *analysis, size_t start, size_t end)
{
    Stretch stretch = trim(analysis->characters, start, end);
    AddressKind kind = address_kind(&stretch);
    if (kind == NO_ADDRESS)
        return;
    bool is_held = stretch.end - stretch.start <= HELD_CHARACTERS_MAX;
    for (size_t i = stretch.start + 1; i < stretch.end; i++) {
        analysis->breaks[i] &= (uint8_t)~MAY_BREAK;
        bool has_parts = i - stretch.start >= PART_MIN && stretch.end - i >= PART_MIN;
        if (!is_held && has_parts && (analysis->breaks[i] & GRAPHEME_START) && breaks_between(&stretch, i, kind))
            analysis->breaks[i] |= MAY_BREAK;
    }
}

void breaks_tailor_addresses(Analysis *analysis)
{
    const Character *characters = analysis->characters;
    for (size_t start = 0, end; start < analysis->character_count; start = end + 1) {
        bool has_separator = false;
        for (end = start; end < analysis->character_count && is_address_character(characters[end].code); end++)
            has_separator |= is_separator(characters[end].code);
        if (end - start > HELD_CHARACTERS_MAX || (has_separator && end - start > 2 * PART_MIN))
            tailor_stretch(analysis, start, end);
    }
}
