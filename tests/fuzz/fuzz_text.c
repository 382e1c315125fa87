// Line breaking and setting of any Unicode: four bytes of settings, then text. The quick way to find breaks gives what
// the slow one gives; each line is at least as high as it is told, and no line holds nothing but for the only one.
#include <pango/pango.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "text/breaks.h"
#include "text/engine.h"

enum { ARENA_BYTES = 256 * 1024 * 1024 };

static Engine *engine_of_fuzzer(void)
{
    static Engine *engine;
    char error[256];
    if (!engine)
        engine = engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ false, error, sizeof error);
    if (!engine)
        fuzz_found(error);
    return engine;
}

// What is no UTF-8 becomes a letter: text was made sound long before it is set.
static Str sound_text(Arena *arena, const uint8_t *bytes, size_t size)
{
    Buffer text = {.arena = arena};
    for (size_t i = 0; i + 1 < size; i += 2) {
        uint32_t code = (uint32_t)bytes[i] << 8 | bytes[i + 1];
        bool is_plain = bytes[i] < 0x80;
        if (is_plain) {
            buffer_append_char(&text, bytes[i] >= ' ' ? (char)bytes[i] : ' ');
            i--; // a byte alone
            continue;
        }
        code = (code & 0x7FFF) * 3; // up to U+17FFD
        bool is_text = code >= 0xA0 && (code < 0xD800 || code > 0xF8FF) && (code & 0xFFFE) != 0xFFFE;
        buffer_append_utf8(&text, is_text ? code : 'x');
    }
    return text.length > 0 ? buffer_str(&text) : STR("");
}

static void compare_breaks(Arena *arena, const StyledRun *run)
{
    Analysis plain = {.arena = arena, .runs = run, .run_count = 1};
    if (run->text.length == 0 || pango_version() >= PANGO_VERSION_ENCODE(1, 51, 0))
        return;
    analysis_join_runs(&plain);
    Analysis unicode = plain;
    plain.breaks = arena_array(arena, uint8_t, plain.character_count + 1);
    unicode.breaks = arena_array(arena, uint8_t, plain.character_count + 1);
    if (!breaks_find_plain(&plain))
        return;
    breaks_find_unicode(&unicode);
    for (size_t i = 1; i <= plain.character_count; i++) {
        if (plain.breaks[i] != unicode.breaks[i])
            fuzz_found("the quick way to find breaks is not the slow one");
    }
}

static void set(Arena *arena, const uint8_t *settings, const StyledRun *run)
{
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    ParagraphStyle style = {
        .align = (Align)(settings[1] % 5),
        .leading = length_from_pt(14),
        .right_to_left = settings[2] & 1,
        .hangs_punctuation = settings[2] & 2,
        .hyphenates = settings[2] & 4,
    };
    Length measure = length_from_pt(1 + settings[0] * 2);
    Paragraph *paragraph = paragraph_new(arena, engine_of_fuzzer(), &style, run, 1, diagnostics);
    LineList lines = paragraph_break(paragraph, measure, arena, diagnostics);
    if (lines.count == 0 || paragraph_min_content(paragraph) > paragraph_max_content(paragraph))
        fuzz_found("measures that can not be");
    for (size_t i = 0; i < lines.count; i++) {
        if (lines.lines[i].ascent + lines.lines[i].descent <= 0)
            fuzz_found("a line without height");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const langs[] = {"en", "de", "ar", "zh-Hans", "ja", "ko", "th", "fr", "hu", "cs", ""};
    if (size < 4 || size > 4000)
        return 0;
    Arena *arena = arena_open(ARENA_BYTES);
    jmp_buf landing;
    if (!arena)
        fuzz_found("no memory");
    if (setjmp(landing) != 0)
        fuzz_found("a text of some bytes takes all memory");
    arena_set_landing(arena, &landing);
    engine_set_landing(engine_of_fuzzer(), &landing);
    StyledRun run = {
        .text = sound_text(arena, bytes + 4, size - 4),
        .style = {.size = length_from_pt(12), .bold = bytes[3] & 1, .italic = bytes[3] & 2, .small_caps = bytes[3] & 4},
        .lang = str_from(langs[(bytes[3] >> 3) % 11]),
    };
    compare_breaks(arena, &run);
    set(arena, bytes, &run);
    engine_set_landing(engine_of_fuzzer(), NULL);
    engine_document_done(engine_of_fuzzer());
    arena_close(arena);
    return 0;
}
