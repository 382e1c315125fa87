// A character that no font has is shown as its code, hexadecimal digits in two rows in a frame; and every picture
// carries its text by a glyph that is not seen.
//
//      left, y    frame    left + width
//         +------------------+  bottom + height
//         |      1  E  9     |
//         |      0  0  0     |
//      ___+------------------+______ bottom, a little under the baseline
#include <hb-ot.h>
#include <stdio.h>

#include "text/carrier.h"
#include "text/engine.h"

enum {
    // In thousandths of an em. Noto Sans Mono's digits are 600 wide and 714 high.
    DIGIT_SIZE = 440,
    DIGIT_ADVANCE = 264,
    ROW_LOWER = -20,
    ROW_UPPER = 374,
    FRAME_BOTTOM = -120,
    FRAME_HEIGHT = 908,
    FRAME_MARGIN = 50,
    FRAME_THICKNESS = 40,
    DIGITS_MARGIN = 140, // from the word's end
    ROWS = 2,
    SHORT_DIGITS = 4,
    LONG_DIGITS = CODE_DIGITS_MAX, // beyond the basic plane
};

static int32_t em_part(const Font *font, int32_t thousandths)
{
    return (int32_t)((int64_t)thousandths * font_units_per_em(font) / 1000);
}

CodeFrame word_code_frame(const Word *word)
{
    const Font *font = word->font;
    int32_t margin = em_part(font, FRAME_MARGIN);
    return (CodeFrame){
        .left = margin,
        .bottom = em_part(font, FRAME_BOTTOM),
        .width = word->advance - 2 * margin,
        .height = em_part(font, FRAME_HEIGHT),
        .thickness = em_part(font, FRAME_THICKNESS),
        .digit_scale = DIGIT_SIZE / 1000.0,
    };
}

static Font *digits_font(Engine *engine)
{
    TextStyle style = {.role = FONT_ROLE_MONO};
    Font *font = engine_font_find(engine, '0', HB_SCRIPT_LATIN, &style);
    return font ? font : &engine->fonts[0];
}

const Word *code_word(Engine *engine, uint32_t character, Str text, Arena *arena)
{
    char digits[16];
    int count = snprintf(digits, sizeof digits, "%0*X", character > 0xFFFF ? LONG_DIGITS : SHORT_DIGITS, character);
    int columns = count / ROWS;
    Font *font = digits_font(engine);
    Glyph *glyphs = arena_array(arena, Glyph, (size_t)count);
    for (int i = 0; i < count; i++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(font->shaper, (hb_codepoint_t)digits[i], &glyph);
        glyphs[i] = (Glyph){glyph, em_part(font, DIGITS_MARGIN + i % columns * DIGIT_ADVANCE),
                            em_part(font, i < columns ? ROW_UPPER : ROW_LOWER)};
    }
    Word *word = arena_new(arena, Word);
    Cluster *cluster = arena_new(arena, Cluster);
    int32_t advance = em_part(font, 2 * DIGITS_MARGIN + columns * DIGIT_ADVANCE);
    *cluster = (Cluster){text.length, (uint32_t)count, advance};
    *word = (Word){
        .font = font,
        .text = arena_str(arena, text.bytes, text.length),
        .glyphs = glyphs,
        .clusters = cluster,
        .glyph_count = (uint32_t)count,
        .cluster_count = 1,
        .advance = advance,
        .code = character,
    };
    return word;
}

static const StagedFont carrier_font = {
    .file = CARRIER_FILE, .family = "HspdfCarrier", .role = "any", .scripts = "-", .units_per_em = CARRIER_EM};

void carrier_init(Engine *engine)
{
    engine->carrier =
        (Font){.staged = &carrier_font, .engine = engine, .units_per_em = CARRIER_EM, .space_glyph = CARRIER_SPACE};
}

Carrier font_carrier(const Font *font, uint32_t parts, uint32_t number)
{
    uint32_t first = CARRIER_FIRST + (parts - 1) * CARRIERS_IN_GROUP;
    return (Carrier){&font->engine->carrier, first + number % CARRIERS_IN_GROUP};
}
