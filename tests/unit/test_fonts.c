// Which font serves what: forms of Han, emoji, characters without a font; and what the build staged.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "text/carrier.h"
#include "text/emoji.h"
#include "text/han.h"
#include "text/segment.h"
#include "text_fixture.h"

static const Paragraph *paragraph_of(Fixture *fixture, const char *text, const char *lang)
{
    StyledRun *run = arena_new(fixture->arena, StyledRun);
    *run = (StyledRun){.text = str_from(text), .style = {.size = 10 * LENGTH_PER_PT}, .lang = str_from(lang)};
    ParagraphStyle style = {.leading = 13 * LENGTH_PER_PT};
    return paragraph_new(fixture->arena, fixture->engine, &style, run, 1, fixture->diagnostics);
}

static const char *first_font(Fixture *fixture, const char *text, const char *lang)
{
    return font_name(paragraph_of(fixture, text, lang)->segments[0].word->font);
}

// ---- forms of Han

static void han_takes_the_form_of_its_language(void **state)
{
    static const struct {
        const char *lang, *font;
    } rows[] = {
        {"zh", "NotoSansCJK-Regular-Hans.otf"},      {"zh-Hans", "NotoSansCJK-Regular-Hans.otf"},
        {"zh-CN", "NotoSansCJK-Regular-Hans.otf"},   {"zh-SG", "NotoSansCJK-Regular-Hans.otf"},
        {"zh-Hant", "NotoSansCJK-Regular-Hant.otf"}, {"zh-TW", "NotoSansCJK-Regular-Hant.otf"},
        {"zh-HK", "NotoSansCJK-Regular.otf"},        {"ja", "NotoSansCJK-Regular-Jpan.otf"},
        {"ja-JP", "NotoSansCJK-Regular-Jpan.otf"},   {"en", "NotoSansCJK-Regular-Hans.otf"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(first_font(*state, "直", rows[i].lang), rows[i].font);
    // Korean's common characters are Hangul: Han is in the full font, whose forms follow the language.
    assert_string_equal(first_font(*state, "직접", "ko"), "NotoSansCJK-Regular-Kore.otf");
    assert_string_equal(first_font(*state, "直", "ko"), "NotoSansCJK-Regular.otf");
}

static void without_a_language_kana_and_hangul_tell(void **state)
{
    assert_string_equal(first_font(*state, "直と", "en"), "NotoSansCJK-Regular-Jpan.otf");
    assert_string_equal(first_font(*state, "直", "de"), "NotoSansCJK-Regular-Hans.otf");
    assert_string_equal(first_font(*state, "직접", "en"), "NotoSansCJK-Regular-Kore.otf");
    assert_string_equal(first_font(*state, "직", "zh-Hans"), "NotoSansCJK-Regular-Kore.otf");
}

static void another_runs_language_tells_more_than_characters(void **state)
{
    Fixture *fixture = *state;
    StyledRun runs[2] = {
        {.text = STR("直と"), .style = {.size = 10 * LENGTH_PER_PT}, .lang = STR("en")},
        {.text = STR("骨"), .style = {.size = 10 * LENGTH_PER_PT}, .lang = STR("zh-Hant")},
    };
    ParagraphStyle style = {.leading = 13 * LENGTH_PER_PT};
    const Paragraph *paragraph = paragraph_new(fixture->arena, fixture->engine, &style, runs, 2, fixture->diagnostics);
    assert_string_equal(font_name(paragraph->segments[0].word->font), "NotoSansCJK-Regular-Hant.otf");
}

static void a_rare_character_comes_from_the_full_font(void **state)
{
    assert_string_equal(first_font(*state, "\u9F98", "zh-Hans"), "NotoSansCJK-Regular.otf"); // 龘
    assert_string_equal(first_font(*state, "\uBDC1", "ko"), "NotoSansCJK-Regular.otf");      // 뷁
}

static void numbers_beside_han_look_as_beside_latin(void **state)
{
    const Paragraph *paragraph = paragraph_of(*state, "低于135×", "zh-Hans");
    const Segment *last = &paragraph->segments[paragraph->segment_count - 1];
    assert_string_equal(font_name(last->word->font), "NotoSans-Regular.ttf");
    assert_true(str_equal(last->word->text, STR("135×")));
}

// A sum over an outline's points.
static void add_point(uint64_t *sum, float x, float y)
{
    *sum = (*sum ^ (uint64_t)(int64_t)(x * 4) ^ (uint64_t)(int64_t)(y * 4) << 32) * 0x9E3779B97F4A7C15u;
}

static void move_or_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *draw, float x, float y, void *user)
{
    (void)funcs, (void)draw, (void)user;
    add_point(data, x, y);
}

static void curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *draw, float x1, float y1, float x2, float y2,
                  float x, float y, void *user)
{
    (void)funcs, (void)draw, (void)user;
    add_point(data, x1, y1);
    add_point(data, x2, y2);
    add_point(data, x, y);
}

static hb_draw_funcs_t *sum_funcs(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, move_or_line, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, move_or_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, curve, NULL, NULL);
    return funcs;
}

// 0: no ink.
static uint64_t outline_sum(hb_font_t *font, hb_draw_funcs_t *funcs, uint32_t character, const char *lang)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_codepoints(buffer, &character, 1, 0, 1);
    hb_buffer_set_language(buffer, hb_language_from_string(lang, -1));
    hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_shape(font, buffer, NULL, 0);
    uint64_t sum = 0;
    uint32_t glyph = hb_buffer_get_glyph_infos(buffer, NULL)->codepoint;
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, &sum);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, &sum);
#endif
    hb_buffer_destroy(buffer);
    return sum;
}

static Font *font_of_file(Engine *engine, const char *file)
{
    for (size_t i = 0; i < staged_font_count; i++) {
        if (strcmp(staged_fonts[i].file, file) == 0 && font_open(&engine->fonts[i]))
            return &engine->fonts[i];
    }
    fail_msg("%s is not staged", file);
    return NULL;
}

// The common fonts come from the face of their form; the full one has all forms, by language.
static void common_fonts_have_the_forms_of_the_full_one(void **state)
{
    static const struct {
        const char *file, *lang;
        size_t at_least;
    } rows[] = {
        {"NotoSansCJK-Regular-Hans.otf", "zh-Hans", 6763},
        {"NotoSansCJK-Regular-Hant.otf", "zh-Hant", 5401},
        {"NotoSansCJK-Bold-Jpan.otf", "ja", 6355},
    };
    Fixture *fixture = *state;
    hb_draw_funcs_t *funcs = sum_funcs();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool is_bold = strstr(rows[i].file, "Bold") != NULL;
        Font *common = font_of_file(fixture->engine, rows[i].file);
        Font *full = font_of_file(fixture->engine, is_bold ? "NotoSansCJK-Bold.otf" : "NotoSansCJK-Regular.otf");
        size_t count = 0;
        for (uint32_t character = 0x4E00; character < 0xA000; character++) {
            if (!font_covers(common, character))
                continue;
            uint64_t sum = outline_sum(common->shaper, funcs, character, rows[i].lang);
            assert_int_not_equal(sum, 0);
            // Noto's Japanese face has 隣 otherwise than its Chinese one in Japanese: the first is right.
            if (character != 0x96A3 && sum != outline_sum(full->shaper, funcs, character, rows[i].lang))
                fail_msg("U+%04X has another form in %s", character, rows[i].file);
            count++;
        }
        assert_true(count >= rows[i].at_least);
    }
    hb_draw_funcs_destroy(funcs);
}

static void forms_differ_where_countries_do(void **state)
{
    Fixture *fixture = *state;
    Font *full = font_of_file(fixture->engine, "NotoSansCJK-Regular.otf");
    hb_draw_funcs_t *funcs = sum_funcs();
    uint64_t simplified = outline_sum(full->shaper, funcs, 0x9AA8, "zh-Hans"); // 骨: the corner is on the other side
    assert_true(simplified != outline_sum(full->shaper, funcs, 0x9AA8, "ja"));
    assert_true(simplified != outline_sum(full->shaper, funcs, 0x9AA8, "zh-Hant"));
    assert_true(outline_sum(full->shaper, funcs, 0x76F4, "ja") != outline_sum(full->shaper, funcs, 0x76F4, "zh-Hans"));
    assert_true(outline_sum(full->shaper, funcs, 0x4ECA, "ja") != outline_sum(full->shaper, funcs, 0x4ECA, "zh-Hans"));
    hb_draw_funcs_destroy(funcs);
}

// ---- emoji

static void emoji_are_told_from_text(void **state)
{
    (void)state;
    static const struct {
        uint32_t characters[8];
        bool is_emoji;
    } rows[] = {
        {{0x1F600}, true},             // 😀
        {{0x1F44D, 0xFE0E}, false},    // 👍 as text
        {{0x2764}, false},             // ❤
        {{0x2764, 0xFE0F}, true},      // ❤️
        {{0x261D, 0x1F3FF}, true},     // ☝🏿
        {{'1'}, false},                //
        {{'1', 0xFE0F, 0x20E3}, true}, // 1️⃣
        {{'1', 0x20E3}, true},         // without its selector
        {{0x1F1E9, 0x1F1EA}, true},    // 🇩🇪
        {{0x1F1E6}, false},            // half a flag
        {{0x1F468, 0x200D, 0x1F469, 0x200D, 0x1F467}, true},
        {{'a', 0xFE0F}, false},
        {{0xA9}, false}, // ©
        {{0xA9, 0xFE0F}, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t count = 0;
        while (count < 8 && rows[i].characters[count] != 0)
            count++;
        assert_int_equal(grapheme_is_emoji(rows[i].characters, count), rows[i].is_emoji);
    }
}

static size_t read_sequence(const char *line, char text[64])
{
    size_t length = 0;
    char *end;
    for (const char *at = line; length < 56; at = end) {
        uint32_t character = (uint32_t)strtoul(at, &end, 16);
        if (end == at)
            break;
        length += utf8_encode(character, text + length);
    }
    text[length] = '\0';
    return length;
}

// Unicode's own list: each sequence is one picture, and its text stays whole.
static void each_emoji_of_unicode_is_one_picture(void **state)
{
    FILE *list = fopen("/usr/share/unicode/emoji/emoji-test.txt", "r");
    if (!list)
        skip();
    Fixture *fixture = *state;
    char line[512], text[64];
    size_t count = 0, whole = 0;
    while (fgets(line, sizeof line, list)) {
        if (!strstr(line, "; fully-qualified") || read_sequence(line, text) == 0)
            continue;
        Fixture one = *fixture;
        one.arena = arena_open(1 << 24);
        const Paragraph *paragraph = paragraph_of(&one, text, "en");
        count++;
        assert_int_equal(paragraph->segment_count, 1);
        const Word *word = paragraph->segments[0].word;
        assert_true(font_is_color(word->font));
        assert_true(str_equal(word->text, str_from(text)));
        whole += word->glyph_count == 1;
        for (uint32_t i = 0; i < word->glyph_count; i++) {
            GlyphPicture picture;
            assert_true(font_glyph_picture(word->font, word->glyphs[i].glyph, &picture));
            assert_in_range(picture.width, 1, 2 * font_units_per_em(word->font));
        }
        engine_document_done(fixture->engine);
        arena_close(one.arena);
    }
    fclose(list);
    assert_true(count > 3000);
    assert_true(whole * 100 >= count * 99); // a release of the font may lag behind Unicode's
}

static void emoji_without_a_picture_are_drawn_in_black(void **state)
{
    assert_string_equal(first_font(*state, "💊\uFE0E", "en"), "Symbola_hint.ttf");
    assert_string_equal(first_font(*state, "👍\uFE0E", "en"), "NotoSansSymbols2-Regular.ttf");
    assert_false(font_is_color(paragraph_of(*state, "\U0001F1E6", "en")->segments[0].word->font));
}

static void a_space_behind_an_emoji_is_the_texts(void **state)
{
    const Paragraph *paragraph = paragraph_of(*state, "👍 ok", "en");
    assert_int_equal(paragraph->segment_count, 3);
    assert_string_equal(font_name(paragraph->segments[1].word->font), "NotoSans-Regular.ttf");
}

static void emoji_properties_are_sorted(void **state)
{
    (void)state;
    assert_true(emoji_ranges_count > 100 && emoji_presentation_ranges_count > 50);
    for (size_t i = 1; i < emoji_ranges_count; i++)
        assert_true(emoji_ranges[i - 1].last < emoji_ranges[i].first);
    for (size_t i = 1; i < emoji_presentation_ranges_count; i++)
        assert_true(emoji_presentation_ranges[i - 1].last < emoji_presentation_ranges[i].first);
}

// ---- codes and carriers

static void a_character_without_a_font_is_its_code(void **state)
{
    Fixture *fixture = *state;
    const Word *word = paragraph_of(fixture, "\U0001E900", "en")->segments[0].word;
    assert_int_equal(word->code, 0x1E900);
    assert_int_equal(word->glyph_count, 6);
    assert_int_equal(word->cluster_count, 1);
    assert_true(str_equal(word->text, STR("\U0001E900")));
    assert_string_equal(font_name(word->font), "NotoSansMono-Regular.ttf");
    word = paragraph_of(fixture, "\u0378", "en")->segments[0].word;
    assert_int_equal(word->glyph_count, 4);
    CodeFrame frame = word_code_frame(word);
    assert_in_range(frame.left + frame.width, 1, word->advance);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_not_equal(word->glyphs[i].glyph, 0);
        assert_in_range(word->glyphs[i].x, frame.left, frame.left + frame.width);
        assert_true(word->glyphs[i].y > frame.bottom && word->glyphs[i].y < frame.bottom + frame.height);
    }
}

static void its_place_is_exact_where_the_text_is_as_written(void **state)
{
    Fixture *fixture = *state;
    Node node = {.kind = NODE_TEXT, .text = STR("ab\u0378c"), .span = {0, 100, 105}};
    StyledRun run = {.text = node.text, .node = &node, .style = {.size = 10 * LENGTH_PER_PT}, .lang = STR("en")};
    ParagraphStyle style = {.leading = 13 * LENGTH_PER_PT};
    paragraph_new(fixture->arena, fixture->engine, &style, &run, 1, fixture->diagnostics);
    size_t count = diagnostics_count(fixture->diagnostics);
    assert_int_equal(diagnostics_at(fixture->diagnostics, count - 1)->span.start, 102);
    node.span = (Span){0, 200, 209}; // "ab&#x378;c": longer than what it gave
    paragraph_new(fixture->arena, fixture->engine, &style, &run, 1, fixture->diagnostics);
    assert_int_equal(diagnostics_at(fixture->diagnostics, count)->span.start, 200);
}

static void carriers_show_nothing_and_differ(void **state)
{
    Fixture *fixture = *state;
    const Font *any = &fixture->engine->fonts[0];
    Carrier first = font_carrier(any, 1, 0), second = font_carrier(any, 1, 1);
    assert_int_not_equal(first.glyph, second.glyph);
    assert_true(font_open(first.font));
    hb_codepoint_t space = 0;
    assert_true(hb_font_get_nominal_glyph(first.font->shaper, ' ', &space));
    assert_int_equal(space, font_space_glyph(first.font));
    for (uint32_t parts = 1; parts <= CARRIER_PARTS_MAX; parts++) {
        for (uint32_t i = 0; i < CARRIERS_IN_GROUP; i++) {
            hb_glyph_extents_t ink;
            uint32_t glyph = font_carrier(any, parts, i).glyph;
            int advance = hb_font_get_glyph_h_advance(first.font->shaper, glyph);
            assert_int_equal(advance, font_units_per_em(first.font) / (int)parts);
            assert_true(hb_font_get_glyph_extents(first.font->shaper, glyph, &ink));
            assert_in_range(ink.width, 1, 10); // something, or cairo would write no text
        }
    }
    assert_int_equal(CARRIER_GROUPS, CARRIER_PARTS_MAX);
    assert_non_null(font_cairo_face(first.font));
}

// ---- one look

static void fonts_are_scaled_as_the_table_says(void **state)
{
    Fixture *fixture = *state;
    const Word *word = paragraph_of(fixture, "صحة", "ar")->segments[0].word;
    int own = word->font->staged->units_per_em, percent = word->font->staged->scale_percent;
    assert_int_equal(percent, 115);
    assert_int_equal(font_units_per_em(word->font), own * 100 / percent);
    Length size = 10 * LENGTH_PER_PT;
    assert_in_range(font_scale(word->font, own, size), size * 114 / 100, size * 116 / 100);
}

static Length line_height(Fixture *fixture, const char *text, const char *lang)
{
    const Paragraph *paragraph = paragraph_of(fixture, text, lang);
    LineList lines = paragraph_break(paragraph, 1000 * LENGTH_PER_PT, fixture->arena, fixture->diagnostics);
    return lines.lines[0].ascent + lines.lines[0].descent;
}

static void tall_scripts_get_leading_and_a_word_among_others_does_not(void **state)
{
    assert_int_equal(line_height(*state, "water", "en"), 13 * LENGTH_PER_PT);
    assert_int_equal(line_height(*state, "ဆေးပါ", "my"), 175 * LENGTH_PER_PT / 10);
    assert_int_equal(line_height(*state, "ask the nurse at the desk about ဆေး today", "en"), 13 * LENGTH_PER_PT);
}

// Lam with alef is one glyph with two texts; that beside it must show nothing. U+200D has ink in Noto Naskh Arabic.
static void the_glyph_beside_a_ligature_shows_nothing(void **state)
{
    Fixture *fixture = *state;
    for (size_t i = 0; i < staged_font_count; i++) {
        Font *font = &fixture->engine->fonts[i];
        hb_glyph_extents_t ink = {0};
        if (!font_open(font) || font->joiner_glyph == 0)
            continue;
        assert_int_equal(hb_font_get_glyph_h_advance(font->shaper, font->joiner_glyph), 0);
        if (hb_font_get_glyph_extents(font->shaper, font->joiner_glyph, &ink))
            assert_true(ink.width == 0 && ink.height == 0);
    }
    Font *naskh = font_of_file(fixture->engine, "NotoNaskhArabic-Regular.ttf");
    assert_int_not_equal(naskh->joiner_glyph, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(han_takes_the_form_of_its_language),
        cmocka_unit_test(without_a_language_kana_and_hangul_tell),
        cmocka_unit_test(another_runs_language_tells_more_than_characters),
        cmocka_unit_test(a_rare_character_comes_from_the_full_font),
        cmocka_unit_test(numbers_beside_han_look_as_beside_latin),
        cmocka_unit_test(common_fonts_have_the_forms_of_the_full_one),
        cmocka_unit_test(forms_differ_where_countries_do),
        cmocka_unit_test(emoji_are_told_from_text),
        cmocka_unit_test(each_emoji_of_unicode_is_one_picture),
        cmocka_unit_test(emoji_without_a_picture_are_drawn_in_black),
        cmocka_unit_test(a_space_behind_an_emoji_is_the_texts),
        cmocka_unit_test(emoji_properties_are_sorted),
        cmocka_unit_test(a_character_without_a_font_is_its_code),
        cmocka_unit_test(its_place_is_exact_where_the_text_is_as_written),
        cmocka_unit_test(carriers_show_nothing_and_differ),
        cmocka_unit_test(fonts_are_scaled_as_the_table_says),
        cmocka_unit_test(tall_scripts_get_leading_and_a_word_among_others_does_not),
        cmocka_unit_test(the_glyph_beside_a_ligature_shows_nothing),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
