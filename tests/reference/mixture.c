// Odds are chosen so that most paragraphs look like a document's, and each oddity is met some hundred times in ten
// thousand of them.
#include "reference/mixture.h"

#include <hb.h>

#include "text/staged.h"

typedef struct {
    const char *lang;
    bool right_to_left;
    const char *text;
} Sample;

static const Sample samples[] = {
#define SAMPLE(lang, right_to_left, text) {lang, right_to_left, text},
#include "samples.h"
#undef SAMPLE
};

enum {
    SAMPLE_COUNT = sizeof samples / sizeof *samples,
    PALETTE_MAX = 4,
};

typedef struct {
    Arena *arena;
    uint64_t state;
    const Sample *palette[PALETTE_MAX];
    uint32_t palette_count;
    Buffer text; // of the run
    StyledRun *runs;
    size_t run_count, run_capacity;
} Mixer;

// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
static uint32_t next_number(Mixer *mixer, uint32_t below)
{
    uint64_t z = mixer->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 33) % below;
}

static bool chance(Mixer *mixer, uint32_t percent)
{
    return next_number(mixer, 100) < percent;
}

// ---- text

static bool is_start(char byte)
{
    return (byte & 0xC0) != 0x80;
}

// Some words that follow each other.
static void add_words(Mixer *mixer, const char *text, uint32_t count)
{
    uint32_t length = (uint32_t)strlen(text), start = next_number(mixer, length);
    while (start > 0 && text[start - 1] != ' ')
        start--;
    uint32_t end = start;
    for (; end < length && count > 0; end++)
        count -= text[end] == ' ';
    if (end > start && text[end - 1] == ' ')
        end--;
    buffer_append(&mixer->text, text + start, end - start);
}

static bool is_mark_at(const char *text, uint32_t at)
{
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), utf8_next(str_from(text), &at));
    return category >= HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK &&
           category <= HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}

// Any characters that follow each other, from a letter on: words cut in two.
static void add_piece(Mixer *mixer, const char *text)
{
    uint32_t length = (uint32_t)strlen(text), start = next_number(mixer, length);
    while (!is_start(text[start]) || is_mark_at(text, start))
        start--;
    uint32_t end = start + 1 + next_number(mixer, 12);
    while (end < length && !is_start(text[end]))
        end++;
    buffer_append(&mixer->text, text + start, (end < length ? end : length) - start);
}

// What never comes out of the sources: controls, and separators of paragraphs, which end a text for bidi. Variation
// selectors stand in the samples alone, behind what they vary: where they part a Burmese vowel from the circle that is
// drawn under it, the two ways make one glyph and two.
static bool is_never_met(uint32_t character)
{
    return character < ' ' || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029 ||
           (character >= 0xD800 && character < 0xE000) || (character >= 0xFDD0 && character <= 0xFDEF) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character >= 0xE0000 || (character & 0xFFFE) == 0xFFFE;
}

static void add_covered_characters(Mixer *mixer)
{
    const StagedFont *font = &staged_fonts[next_number(mixer, (uint32_t)staged_font_count)];
    for (uint32_t count = 1 + next_number(mixer, 6); count > 0; count--) {
        const CoverageRange *range = &font->ranges[next_number(mixer, (uint32_t)font->range_count)];
        uint32_t character = range->first + next_number(mixer, range->last - range->first + 1);
        if (!is_never_met(character))
            buffer_append_utf8(&mixer->text, character);
    }
}

static void add_one_of(Mixer *mixer, const uint32_t *characters, size_t count)
{
    buffer_append_utf8(&mixer->text, characters[next_number(mixer, (uint32_t)count)]);
}
#define ADD_ONE_OF(mixer, ...)                                                                                         \
    add_one_of((mixer), (const uint32_t[]){__VA_ARGS__}, sizeof(uint32_t[]){__VA_ARGS__} / sizeof(uint32_t))

static void add_punctuation(Mixer *mixer)
{
    ADD_ONE_OF(mixer, '.', ',', ';', ':', '!', '?', '-', '/', '(', ')', '[', ']', '{', '}', '"', '\'', '&', '+', '%',
               0x2013, 0x2014, 0x2011, 0x2010, 0x2018, 0x2019, 0x201C, 0x201D, 0xAB, 0xBB, 0x2026, 0xB7, 0x60C, 0x61B,
               0x61F, 0x5BE, 0x3002, 0x3001, 0x300C, 0x300D, 0xFF08, 0xFF09, 0x964, 0x104B, 0x17D4, 0x1362, '<', '>');
}

static void add_control(Mixer *mixer)
{
    ADD_ONE_OF(mixer, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067,
               0x2068, 0x2069, 0x61C, 0x2060, 0xFEFF, 0xAD, 0x34F);
}

static void add_mark(Mixer *mixer)
{
    ADD_ONE_OF(mixer, 0x300, 0x301, 0x302, 0x303, 0x308, 0x323, 0x327, 0x328, 0x331, 0x35C, 0x361, 0x5B8, 0x5BC, 0x64B,
               0x651, 0x670, 0x93C, 0x94D, 0x9CD, 0xE49, 0x20DD, 0x20E3, 0x3099);
}

static void add_number(Mixer *mixer)
{
    static const uint32_t zeros[] = {'0', '0', '0', '0', 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0x17E0, 0x1040, 0xFF10};
    uint32_t zero = zeros[next_number(mixer, sizeof zeros / sizeof *zeros)];
    for (uint32_t count = 1 + next_number(mixer, 7); count > 0; count--) {
        buffer_append_utf8(&mixer->text, zero + next_number(mixer, 10));
        if (chance(mixer, 15))
            ADD_ONE_OF(mixer, '.', ',', ':', '/', '-', 0xA0, 0x2009, '+');
    }
    if (chance(mixer, 30))
        ADD_ONE_OF(mixer, '%', 0xB0, 0x20AC, '$', 'g', 0xB5, 0x2103);
}

static void add_space(Mixer *mixer)
{
    uint32_t kind = next_number(mixer, 100);
    if (kind < 75)
        buffer_append_char(&mixer->text, ' ');
    else if (kind < 80)
        buffer_append(&mixer->text, "  ", 2);
    else if (kind < 85)
        ADD_ONE_OF(mixer, 0xA0, 0x202F, 0x2009, 0x2003, 0x2007, 0x3000, 0x200B, 0x2002, 0x200A, 0x205F, 0x1680, '\t',
                   '\n');
}

static void add_token(Mixer *mixer, const Sample *sample)
{
    uint32_t kind = next_number(mixer, 100);
    if (kind < 64)
        add_words(mixer, sample->text, 1 + next_number(mixer, 4));
    else if (kind < 72)
        add_piece(mixer, sample->text);
    else if (kind < 77)
        add_covered_characters(mixer);
    else if (kind < 84)
        add_number(mixer);
    else if (kind < 94)
        add_punctuation(mixer);
    else if (kind < 97)
        add_control(mixer);
    else
        add_mark(mixer);
}

// ---- styles

static TextStyle any_style(Mixer *mixer, Length size)
{
    bool is_raised = chance(mixer, 8);
    return (TextStyle){
        .role = chance(mixer, 10) ? FONT_ROLE_MONO : FONT_ROLE_TEXT,
        .bold = chance(mixer, 30),
        .italic = chance(mixer, 20),
        .small_caps = chance(mixer, 4),
        .tabular_figures = chance(mixer, 8),
        .size = is_raised           ? size * 7 / 10
                : chance(mixer, 15) ? size + (Length)next_number(mixer, 9000)
                                    : size,
        .rise = is_raised ? size / 3 : 0,
    };
}

static void end_run(Mixer *mixer, const Sample *sample, const TextStyle *style)
{
    if (mixer->text.length == 0)
        return;
    *arena_push(mixer->arena, mixer->runs, mixer->run_count, mixer->run_capacity) =
        (StyledRun){.text = buffer_str(&mixer->text), .style = *style, .lang = str_from(sample->lang)};
    mixer->text = (Buffer){.arena = mixer->arena};
    if (chance(mixer, 3))
        *arena_push(mixer->arena, mixer->runs, mixer->run_count, mixer->run_capacity) =
            (StyledRun){.style = *style, .lang = str_from(sample->lang), .line_break = true};
}

static ParagraphStyle any_paragraph_style(Mixer *mixer)
{
    static const Align aligns[] = {ALIGN_START,  ALIGN_START,   ALIGN_LEFT,   ALIGN_RIGHT,
                                   ALIGN_CENTER, ALIGN_JUSTIFY, ALIGN_JUSTIFY};
    return (ParagraphStyle){
        .align = aligns[next_number(mixer, sizeof aligns / sizeof *aligns)],
        .leading = 20 * LENGTH_PER_PT,
        .right_to_left = chance(mixer, mixer->palette[0]->right_to_left ? 80 : 10),
    };
}

Mixture mixture_new(Arena *arena, uint64_t seed)
{
    Mixer mixer = {.arena = arena, .state = seed, .text = {.arena = arena}};
    mixer.palette_count = 1 + next_number(&mixer, PALETTE_MAX);
    for (uint32_t i = 0; i < mixer.palette_count; i++)
        mixer.palette[i] = &samples[next_number(&mixer, SAMPLE_COUNT)];
    Length size = length_from_pt(6) + (Length)next_number(&mixer, 24 * LENGTH_PER_PT);
    TextStyle style = any_style(&mixer, size);
    const Sample *sample = mixer.palette[0];
    for (uint32_t tokens = 1 + next_number(&mixer, 1 + next_number(&mixer, 50)); tokens > 0; tokens--) {
        bool is_quoted = chance(&mixer, 15); // text of another language, not said to be
        add_token(&mixer, is_quoted ? mixer.palette[next_number(&mixer, mixer.palette_count)] : sample);
        bool is_cut = chance(&mixer, 20);
        if (is_cut && chance(&mixer, 50)) // within a word
            end_run(&mixer, sample, &style);
        add_space(&mixer);
        if (!is_cut)
            continue;
        end_run(&mixer, sample, &style);
        style = any_style(&mixer, size);
        sample = mixer.palette[next_number(&mixer, mixer.palette_count)];
    }
    end_run(&mixer, sample, &style);
    return (Mixture){
        .style = any_paragraph_style(&mixer),
        .runs = mixer.runs,
        .run_count = mixer.run_count,
        .measure = length_from_pt(40) + (Length)next_number(&mixer, 440 * LENGTH_PER_PT),
    };
}

Mixture mixture_short(Arena *arena, uint64_t seed)
{
    static const char *const words[] = {"a",      "to",           "with", "water", "and/or", "e-mail",
                                        "tablet", "every",        "Mor-", "ning",  "slow",   "I",
                                        "AV/Wa",  "soft\u00ADly", "by",   "x",     "в день", "слово/",
                                        "中文",   "שלום",         "دواء", "ไทย",   "2–3",    "be\u00ADfore"};
    Mixer mixer = {.arena = arena, .state = seed, .text = {.arena = arena}};
    mixer.palette[0] = &samples[0];
    TextStyle style = {.size = 12 * LENGTH_PER_PT};
    for (uint32_t count = 2 + next_number(&mixer, 9); count > 0; count--) {
        const char *word = words[next_number(&mixer, sizeof words / sizeof *words)];
        buffer_append(&mixer.text, word, strlen(word));
        if (count > 1)
            buffer_append_char(&mixer.text, ' ');
    }
    *arena_push(arena, mixer.runs, mixer.run_count, mixer.run_capacity) =
        (StyledRun){.text = buffer_str(&mixer.text), .style = style, .lang = STR("en")};
    return (Mixture){
        .style = {.align = chance(&mixer, 50) ? ALIGN_JUSTIFY : ALIGN_START, .leading = 16 * LENGTH_PER_PT},
        .runs = mixer.runs,
        .run_count = mixer.run_count,
        .measure = length_from_pt(30) + (Length)next_number(&mixer, 170 * LENGTH_PER_PT),
    };
}
