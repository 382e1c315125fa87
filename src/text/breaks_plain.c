// UAX #14 for text of Latin, Greek and Cyrillic letters, digits, spaces and common punctuation: most text there is.
//
// Pango finds more than is needed here, and took a sixth of all instructions over 390 pages of English; this takes a
// fortieth of that. The rules are those of Unicode 14, numbers by the regular expression of "Example 7" there; the unit
// test compares with Pango 1.50 over random text. No character here extends a grapheme, so each one begins one.
#include "text/breaks.h"

typedef enum { NONE, SP, BK, AL, NU, OP, CL, CP, QU, GL, EX, SY, IS, PR, PO, IN, HY, BA, BB, B2 } BreakClass;

#define SET(class) (1u << (class))
static const uint32_t closings = SET(CL) | SET(CP) | SET(EX) | SET(IS) | SET(SY);
static const uint32_t affixes = SET(PR) | SET(PO);

static const uint8_t latin_classes[256] = {
    [' '] = SP,  ['!'] = EX,  ['"'] = QU,  ['#'] = AL,  ['$'] = PR,  ['%'] = PO,  ['&'] = AL,  ['\''] = QU, ['('] = OP,
    [')'] = CP,  ['*'] = AL,  ['+'] = PR,  [','] = IS,  ['-'] = HY,  ['.'] = IS,  ['/'] = SY,  ['0'] = NU,  ['1'] = NU,
    ['2'] = NU,  ['3'] = NU,  ['4'] = NU,  ['5'] = NU,  ['6'] = NU,  ['7'] = NU,  ['8'] = NU,  ['9'] = NU,  [':'] = IS,
    [';'] = IS,  ['<'] = AL,  ['='] = AL,  ['>'] = AL,  ['?'] = EX,  ['@'] = AL,  ['A'] = AL,  ['B'] = AL,  ['C'] = AL,
    ['D'] = AL,  ['E'] = AL,  ['F'] = AL,  ['G'] = AL,  ['H'] = AL,  ['I'] = AL,  ['J'] = AL,  ['K'] = AL,  ['L'] = AL,
    ['M'] = AL,  ['N'] = AL,  ['O'] = AL,  ['P'] = AL,  ['Q'] = AL,  ['R'] = AL,  ['S'] = AL,  ['T'] = AL,  ['U'] = AL,
    ['V'] = AL,  ['W'] = AL,  ['X'] = AL,  ['Y'] = AL,  ['Z'] = AL,  ['['] = OP,  ['\\'] = PR, [']'] = CP,  ['^'] = AL,
    ['_'] = AL,  ['`'] = AL,  ['a'] = AL,  ['b'] = AL,  ['c'] = AL,  ['d'] = AL,  ['e'] = AL,  ['f'] = AL,  ['g'] = AL,
    ['h'] = AL,  ['i'] = AL,  ['j'] = AL,  ['k'] = AL,  ['l'] = AL,  ['m'] = AL,  ['n'] = AL,  ['o'] = AL,  ['p'] = AL,
    ['q'] = AL,  ['r'] = AL,  ['s'] = AL,  ['t'] = AL,  ['u'] = AL,  ['v'] = AL,  ['w'] = AL,  ['x'] = AL,  ['y'] = AL,
    ['z'] = AL,  ['{'] = OP,  ['|'] = BA,  ['}'] = CL,  ['~'] = AL,  [0xA0] = GL, [0xA1] = OP, [0xA2] = PO, [0xA3] = PR,
    [0xA4] = PR, [0xA5] = PR, [0xA6] = AL, [0xA7] = AL, [0xA8] = AL, [0xA9] = AL, [0xAA] = AL, [0xAB] = QU, [0xAC] = AL,
    [0xAD] = BA, [0xAE] = AL, [0xAF] = AL, [0xB0] = PO, [0xB1] = PR, [0xB2] = AL, [0xB3] = AL, [0xB4] = BB, [0xB5] = AL,
    [0xB6] = AL, [0xB7] = AL, [0xB8] = AL, [0xB9] = AL, [0xBA] = AL, [0xBB] = QU, [0xBC] = AL, [0xBD] = AL, [0xBE] = AL,
    [0xBF] = OP, // and letters with accents from here on, × and ÷ among them: no rule parts them
};

static const struct {
    uint16_t first, last;
    uint8_t break_class;
} ranges[] = {
    {0xC0, 0x17F, AL},    {0x388, 0x3CE, AL},   {0x400, 0x481, AL},   {0x48A, 0x52F, AL},   {0x1EA0, 0x1EF9, AL},
    {0x2011, 0x2011, GL}, {0x2013, 0x2013, BA}, {0x2014, 0x2014, B2}, {0x2018, 0x2019, QU}, {0x201A, 0x201A, OP},
    {0x201C, 0x201D, QU}, {0x201E, 0x201E, OP}, {0x2022, 0x2022, AL}, {0x2026, 0x2026, IN}, {0x2028, 0x2028, BK},
    {0x202F, 0x202F, GL}, {0x20AC, 0x20AC, PR}, {0x2212, 0x2212, PR},
};

static BreakClass class_of(uint32_t code)
{
    if (code < 0xC0)
        return latin_classes[code];
    size_t i = 0, count = sizeof ranges / sizeof *ranges;
    while (i < count && code > ranges[i].last)
        i++;
    return i < count && code >= ranges[i].first ? ranges[i].break_class : NONE;
}

typedef enum { NO_NUMBER, IN_NUMBER, NUMBER_CLOSED } NumberState;

typedef struct {
    BreakClass before; // the last that is not a space
    bool spaces;       // between it and the place
    NumberState number;
} Context;

// Rules LB21 to LB30: whether two characters side by side hold together.
static bool are_joined(const Context *context, BreakClass at, BreakClass next)
{
    uint32_t left = SET(context->before), right = SET(at);
    if ((left | right) & SET(QU))
        return true;
    if ((right & (SET(BA) | SET(HY) | SET(IN))) || (left & SET(BB)))
        return true;
    if (right & SET(AL)) // LB23, 24, 28, 29, 30
        return left & (SET(AL) | SET(NU) | SET(IS) | SET(CP) | affixes);
    if (right & SET(NU)) // LB23, 25, 30
        return (left & (SET(AL) | SET(NU) | SET(OP) | SET(HY) | SET(CP) | affixes)) || context->number == IN_NUMBER;
    if (right & affixes) // LB24, 25
        return (left & SET(AL)) || context->number != NO_NUMBER;
    if (right & SET(OP)) // LB25, 30
        return (left & (SET(AL) | SET(NU))) || ((left & affixes) && next == NU);
    return false;
}

static bool may_break(const Context *context, BreakClass at, BreakClass next)
{
    if (context->before == BK && !context->spaces) // LB4
        return true;
    if (at == SP || at == BK) // LB6, LB7
        return false;
    if (context->before == GL && !context->spaces) // LB12
        return false;
    if (at == GL && !context->spaces && context->before != BA && context->before != HY) // LB12a
        return false;
    if ((SET(at) & closings) || context->before == OP) // LB13, LB14
        return false;
    if ((context->before == QU && at == OP) || (context->before == B2 && at == B2)) // LB15, LB17
        return false;
    if (at == HY && next == NU && !context->spaces && (SET(context->before) & affixes)) // LB25
        return false;
    return context->spaces || !are_joined(context, at, next); // LB18
}

static void context_step(Context *context, BreakClass at)
{
    if (at == NU)
        context->number = IN_NUMBER;
    else if ((at == CL || at == CP) && context->number == IN_NUMBER)
        context->number = NUMBER_CLOSED;
    else if (!((at == SY || at == IS) && context->number == IN_NUMBER))
        context->number = NO_NUMBER;
    context->spaces = at == SP;
    if (at != SP || context->before == NONE || context->before == BK)
        context->before = at;
}

bool breaks_find_plain(Analysis *analysis)
{
    const Character *characters = analysis->characters;
    uint8_t *breaks = analysis->breaks;
    size_t count = analysis->character_count;
    for (size_t i = 0; i < count; i++) { // classes first, where the answers will stand
        breaks[i] = (uint8_t)class_of(characters[i].code);
        if (breaks[i] == NONE)
            return false;
    }
    Context context = {.before = NONE};
    for (size_t i = 0; i < count; i++) {
        BreakClass at = breaks[i], next = i + 1 < count ? breaks[i + 1] : BK;
        bool allowed = i > 0 && may_break(&context, at, next);
        breaks[i] = allowed ? MAY_BREAK | GRAPHEME_START : GRAPHEME_START;
        context_step(&context, at);
    }
    breaks[count] = MAY_BREAK | GRAPHEME_START;
    return true;
}
