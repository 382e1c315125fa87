// Levels, scripts and fonts of a paragraph's characters.
//
// The runs' texts are joined, so that all is found across changes of style. Pango's Unicode algorithms (UAX #9, #14,
// #29) are used, not its fonts: those would cost half the time from start to exit, and fontconfig picks Japanese forms
// for Chinese (docs/architecture.md).
#include "text/analysis.h"
#include "text/emoji.h"
#include "text/han.h"

enum {
    FIRST_BEYOND_ASCII = 0x7F,   // and its controls
    FIRST_RIGHT_TO_LEFT = 0x590, // Hebrew; nothing below it asks for bidi
    EMOJI_STYLE = 0xFE0F,        // variation selector 16
    FIRST_PICTOGRAPH = 0x1F000,
    BRACKETS_MAX = 32, // within each other
    GRAPHEME_MAX = 32, // longer ones, which no language has, are looked at character by character
};

// What is set for the character at `at`, which is moved behind it. Everything that parts words is a space.
static uint32_t next_code(Str text, uint32_t *at)
{
    uint32_t code = utf8_next(text, at);
    return code == '\t' || code == '\n' || code == '\r' ? ' ' : code;
}

static Str run_text(const StyledRun *run)
{
    return run->line_break ? STR("\xE2\x80\xA8") : run->text;
}

void analysis_join_runs(Analysis *analysis)
{
    char bytes[4];
    size_t count = 0, length = 0;
    for (uint32_t run = 0; run < analysis->run_count; run++) {
        Str text = run_text(&analysis->runs[run]);
        for (uint32_t at = 0; at < text.length; count++)
            length += utf8_encode(next_code(text, &at), bytes);
    }
    char *joined = arena_alloc(analysis->arena, length + 1);
    Character *characters = arena_array(analysis->arena, Character, count + 1);
    count = length = 0;
    for (uint32_t run = 0; run < analysis->run_count; run++) {
        Str text = run_text(&analysis->runs[run]);
        for (uint32_t at = 0; at < text.length; count++) {
            uint32_t code = next_code(text, &at);
            characters[count] = (Character){.code = code, .offset = (uint32_t)length, .run = run};
            length += utf8_encode(code, joined + length);
        }
    }
    // One more, so that each character's end is the next one's offset.
    characters[count] = (Character){.offset = (uint32_t)length, .run = UINT32_MAX};
    analysis->text = (Str){joined, (uint32_t)length};
    analysis->characters = characters;
    analysis->character_count = count;
}

// Whether the character is of a right-to-left script or a control of bidi: in text without any all levels are 0.
static bool asks_for_bidi(uint32_t code)
{
    if (code < FIRST_RIGHT_TO_LEFT)
        return false;
    bool is_control =
        (code >= 0x200E && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return is_control || character_is_leftward(code);
}

static void find_levels(Analysis *analysis)
{
    bool is_plain = !analysis->right_to_left;
    for (size_t i = 0; i < analysis->character_count && is_plain; i++)
        is_plain = !asks_for_bidi(analysis->characters[i].code);
    if (!is_plain)
        analysis_find_levels(analysis);
}

// Brackets and quotation marks that are open, innermost last.
typedef struct {
    struct {
        uint32_t closing;
        hb_script_t script;
    } open[BRACKETS_MAX];
    int count;
} Brackets;

static bool opens(uint32_t character)
{
    hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
    return category == HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION ||
           category == HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION || character == '<';
}

static bool may_be_bracket(uint32_t character)
{
    return character >= FIRST_BEYOND_ASCII || (character > ' ' && strchr("()<>[]{}", (int)character) != NULL);
}

// What closes it, or what it closes; quotation marks have no mirror.
static uint32_t counterpart(uint32_t character)
{
    if (character == 0x2018 || character == 0x201C)
        return character + 1;
    if (character == 0x2019 || character == 0x201D)
        return character - 1;
    return hb_unicode_mirroring(hb_unicode_funcs_get_default(), character);
}

static void open_bracket(Brackets *brackets, uint32_t character, hb_script_t script)
{
    if (!opens(character) || counterpart(character) == character)
        return;
    if (brackets->count == BRACKETS_MAX)
        brackets->count = 0;
    brackets->open[brackets->count].closing = counterpart(character);
    brackets->open[brackets->count++].script = script;
}

// The script of what is closed by the character, and with it all within; HB_SCRIPT_INVALID where nothing is.
static hb_script_t close_bracket(Brackets *brackets, uint32_t character)
{
    for (int i = brackets->count - 1; i >= 0; i--) {
        if (brackets->open[i].closing != character)
            continue;
        brackets->count = i;
        return brackets->open[i].script;
    }
    if (opens(counterpart(character)) && !opens(character))
        brackets->count = 0;
    return HB_SCRIPT_INVALID;
}

static bool is_real(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN &&
           script != HB_SCRIPT_INVALID;
}

// Common and inherited characters take the script before them, at the start the first real one, and closing brackets
// that of the opening ones, lest the two come from two fonts (UAX #24, 5.1 and 5.2).
static void find_scripts(Analysis *analysis)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t current = HB_SCRIPT_INVALID;
    Brackets brackets = {.count = 0};
    size_t unresolved = 0;
    for (size_t i = 0; i < analysis->character_count; i++) {
        Character *character = &analysis->characters[i];
        bool is_ascii_letter = (character->code | 0x20) >= 'a' && (character->code | 0x20) <= 'z';
        hb_script_t script = character->code >= FIRST_BEYOND_ASCII ? hb_unicode_script(unicode, character->code)
                             : is_ascii_letter                     ? HB_SCRIPT_LATIN
                                                                   : HB_SCRIPT_COMMON;
        if (script == HB_SCRIPT_COMMON && may_be_bracket(character->code)) {
            script = close_bracket(&brackets, character->code);
            open_bracket(&brackets, character->code, current);
        }
        if (is_real(script) && current == HB_SCRIPT_INVALID) {
            for (; unresolved < i; unresolved++)
                analysis->characters[unresolved].script = script;
            for (int j = 0; j < brackets.count; j++)
                brackets.open[j].script = script;
        }
        if (is_real(script))
            current = script;
        character->script = current;
    }
    for (; current == HB_SCRIPT_INVALID && unresolved < analysis->character_count; unresolved++)
        analysis->characters[unresolved].script = HB_SCRIPT_LATIN;
}

static bool is_blank(const Character *characters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (characters[i].code != ' ' && !is_default_ignorable(characters[i].code))
            return false;
    }
    return true;
}

static bool has_pictograph(const Character *characters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if ((characters[i].code >= FIRST_PICTOGRAPH && characters[i].code < 0x20000) ||
            characters[i].code == EMOJI_STYLE)
            return true;
    }
    return false;
}

// What the fonts of a paragraph are chosen by.
typedef struct {
    Analysis *analysis;
    hb_script_t guessed_form; // of Han, where the language tells none
    uint32_t run;             // whose form was looked for last
    hb_script_t run_form;
} Choosing;

// Another run's language tells more than characters do.
static hb_script_t guess_form(const Analysis *analysis)
{
    hb_script_t form = HB_SCRIPT_INVALID;
    for (size_t i = 0; i < analysis->run_count && form == HB_SCRIPT_INVALID; i++)
        form = han_form_of_language(analysis->runs[i].lang);
    for (size_t i = 0; i < analysis->character_count && form == HB_SCRIPT_INVALID; i++)
        form = han_form_of_script(analysis->characters[i].script);
    return form == HB_SCRIPT_INVALID ? HAN_SIMPLIFIED : form;
}

// The script by which a font is chosen: for Han and what goes with it, the form. Hangul has but one.
static hb_script_t choice_script(Choosing *choosing, const Character *character)
{
    if (!script_is_east_asian(character->script))
        return character->script;
    if (character->script == HB_SCRIPT_HANGUL)
        return HAN_KOREAN;
    if (choosing->run != character->run) {
        choosing->run = character->run;
        choosing->run_form = han_form_of_language(choosing->analysis->runs[character->run].lang);
        if (choosing->run_form == HB_SCRIPT_INVALID && choosing->guessed_form == HB_SCRIPT_INVALID)
            choosing->guessed_form = guess_form(choosing->analysis);
    }
    return choosing->run_form == HB_SCRIPT_INVALID ? choosing->guessed_form : choosing->run_form;
}

static Font *whole_grapheme_font(Choosing *choosing, const Character *characters, size_t count)
{
    uint32_t codes[GRAPHEME_MAX];
    Engine *engine = choosing->analysis->engine;
    const TextStyle *style = &choosing->analysis->runs[characters->run].style;
    if (count > GRAPHEME_MAX)
        return NULL;
    for (size_t i = 0; i < count; i++)
        codes[i] = characters[i].code;
    Font *picture = grapheme_is_emoji(codes, count) ? engine_emoji_font(engine, codes, count) : NULL;
    return picture ? picture : engine_font_find_all(engine, codes, count, choice_script(choosing, characters), style);
}

// Gives each character of a grapheme its font: one for all where a font has all. White space and what has no ink stays
// with the font before it, but for one of pictures. Where no font has all, a mark is better drawn by another font than
// its letter, or as missing, than not at all.
static void set_grapheme_font(Choosing *choosing, Character *characters, size_t count, Font *before)
{
    Engine *engine = choosing->analysis->engine;
    const TextStyle *style = &choosing->analysis->runs[characters->run].style;
    Font *font = before;
    bool may_stay = before && font_covers(before, ' ') && !before->staged->is_color;
    if (!may_stay && is_blank(characters, count))
        font = engine_font_find(engine, ' ', choice_script(choosing, characters), style);
    else if (!is_blank(characters, count))
        font = whole_grapheme_font(choosing, characters, count);
    bool is_picture = has_pictograph(characters, count);
    for (size_t i = 0; i < count && is_picture; i++)
        characters[i].script = HB_SCRIPT_LATIN; // HarfBuzz turns its parts round in one that runs leftwards
    for (size_t i = 0; i < count; i++) {
        if (font)
            characters[i].font = font;
        else if (is_default_ignorable(characters[i].code) && before)
            characters[i].font = before;
        else
            characters[i].font =
                engine_font_find(engine, characters[i].code, choice_script(choosing, &characters[i]), style);
        before = characters[i].font ? characters[i].font : before;
    }
}

// The font of a run's plain text in Latin, Greek or Cyrillic, found once: most of most texts need no more.
typedef struct {
    const Analysis *analysis;
    uint32_t run;
    hb_script_t script;
    Font *font; // NULL: there is none
} PlainFont;

// A letter, digit or sign that no mark is.
static bool is_plain_code(uint32_t code)
{
    return (code >= ' ' && code < FIRST_BEYOND_ASCII) || (code >= 0xA0 && code < 0x300 && code != SOFT_HYPHEN) ||
           (code >= 0x370 && code < 0x483) || (code >= 0x48A && code < 0x530);
}

static void find_plain_font(PlainFont *plain, const Character *character)
{
    uint32_t letter = character->script == HB_SCRIPT_CYRILLIC ? 0x430
                      : character->script == HB_SCRIPT_GREEK  ? 0x3B1
                                                              : 'a';
    plain->run = character->run;
    plain->script = character->script;
    plain->font = engine_font_find_all(plain->analysis->engine, &letter, 1, character->script,
                                       &plain->analysis->runs[character->run].style);
}

// Whether the character is a grapheme of its own in that font.
static bool is_plain(PlainFont *plain, const Character *character, const Font *before)
{
    bool is_of_these = character->script == HB_SCRIPT_LATIN || character->script == HB_SCRIPT_GREEK ||
                       character->script == HB_SCRIPT_CYRILLIC;
    const Character *next = character + 1; // the last one of a text is followed by its end
    if (!is_of_these || !is_plain_code(character->code) || (!is_plain_code(next->code) && next->run == character->run))
        return false;
    if (plain->run != character->run || plain->script != character->script)
        find_plain_font(plain, character);
    bool stays_with_other = character->code == ' ' && before && before != plain->font;
    return plain->font && !stays_with_other && font_covers(plain->font, character->code);
}

static void find_fonts(Analysis *analysis)
{
    Character *characters = analysis->characters;
    PlainFont plain = {.analysis = analysis, .run = UINT32_MAX};
    Choosing choosing = {.analysis = analysis, .guessed_form = HB_SCRIPT_INVALID, .run = UINT32_MAX};
    for (size_t start = 0, end; start < analysis->character_count; start = end) {
        bool same_run = start > 0 && characters[start - 1].run == characters[start].run;
        Font *before = same_run ? characters[start - 1].font : NULL;
        end = start + 1;
        if (is_plain(&plain, &characters[start], before)) {
            characters[start].font = plain.font;
            continue;
        }
        while (end < analysis->character_count && !analysis_is_grapheme(analysis, end) &&
               characters[end].run == characters[start].run)
            end++;
        if (analysis->runs[characters[start].run].object)
            continue;
        set_grapheme_font(&choosing, characters + start, end - start, before);
    }
}

void analysis_itemize(Analysis *analysis)
{
    find_levels(analysis);
    find_scripts(analysis);
    find_fonts(analysis);
}
