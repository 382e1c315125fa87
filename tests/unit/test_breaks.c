// Where a line may break, in sentences of our own. '|' stands for each place.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/breaks.h"
#include "text_fixture.h"

static Analysis analysis_of_runs(Fixture *fixture, const StyledRun *runs, size_t count)
{
    Analysis analysis = {.arena = fixture->arena,
                         .engine = fixture->engine,
                         .diagnostics = fixture->diagnostics,
                         .runs = runs,
                         .run_count = count};
    analysis_join_runs(&analysis);
    analysis_find_breaks(&analysis);
    return analysis;
}

// The text with a '|' at each place where a line may break.
static const char *marked(Fixture *fixture, const Analysis *analysis)
{
    Buffer out = {.arena = fixture->arena};
    for (size_t i = 0; i < analysis->character_count; i++) {
        if (analysis_may_break(analysis, i))
            buffer_append_char(&out, '|');
        buffer_append_utf8(&out, analysis->characters[i].code);
    }
    buffer_append_char(&out, '\0');
    return out.bytes;
}

// `expected` is the text with its breaks marked.
static void assert_breaks(Fixture *fixture, const char *lang, const char *expected)
{
    Buffer text = {.arena = fixture->arena};
    for (const char *at = expected; *at; at++) {
        if (*at != '|')
            buffer_append_char(&text, *at);
    }
    StyledRun run = {.text = buffer_str(&text), .lang = str_from(lang)};
    Analysis analysis = analysis_of_runs(fixture, &run, 1);
    assert_string_equal(marked(fixture, &analysis), expected);
}

typedef struct {
    const char *lang, *marked;
} Row;

static void assert_rows(void **state, const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_breaks(*state, rows[i].lang, rows[i].marked);
}
#define ASSERT_ROWS(state, rows) assert_rows(state, rows, sizeof(rows) / sizeof *(rows))

static void khmer_lao_and_burmese_break_between_words(void **state)
{
    static const Row rows[] = {
        // Please contact a doctor if you have a fever.
        {"km", "សូម|ទាក់ទង|គ្រូពេទ្យ|ប្រសិនបើ|អ្នកមាន|គ្រុនក្តៅ"},
        {"lo", "ກະລຸນາ|ຕິດຕໍ່|ທ່ານໝໍ|ຖ້າ|ທ່ານ|ມີ|ໄຂ້"},
        {"my", "ဆရာဝန်|ကို|ဆက်|သွယ်|ပါ။"},
        // amid another language, whose words are as ever
        {"en", "Say |សូម|ទាក់ទង |now."},
    };
    ASSERT_ROWS(state, rows);
    assert_int_equal(diagnostics_count(((Fixture *)*state)->diagnostics), 0);
}

static void text_without_a_dictionary_is_reported_once(void **state)
{
    Fixture *fixture = *state;
    Diagnostics *diagnostics = diagnostics_new(fixture->arena, /*warnings_are_errors*/ false);
    Engine lame = {.data_folder = "/nonexistent", .word_module.was_looked_for = true};
    Fixture without = {fixture->arena, &lame, diagnostics};
    assert_breaks(&without, "km", "សូមទាក់ទង |គ្រូពេទ្យ");
    assert_breaks(&without, "lo", "ກະລຸນາຕິດຕໍ່");
    assert_int_equal(diagnostics_count(diagnostics), 1);
    assert_int_equal(diagnostics_at(diagnostics, 0)->code, DIAG_BREAKS_MISSING);
}

static void thai_breaks_between_words(void **state)
{
    static const Row rows[] = {{"th", "กรุณา|ติดต่อ|แพทย์|หาก|มี|ไข้"}};
    ASSERT_ROWS(state, rows);
}

static void chinese_and_japanese_keep_kinsoku(void **state)
{
    static const Row rows[] = {
        {"ja", "ちょっ|と|待っ|て、|「痛|い」|と|言|う。"}, // っ, 、, 」, 。 begin no line, 「 ends none
        {"ja", "デー|タ|ベー|ス|や|キャッ|シュ|の|人々"},   // ー, ッ, ュ, 々
        {"ja", "は|い……|そ|う|（多|分）|で|す！"},
        {"zh-Hans", "他|说|“你|好”，|然|后|走。"},
        {"zh-Hans", "“好”|“坏”|都|《有》"},
        {"zh-Hant", "請|先|「洗|手」，|再|來。"},
    };
    ASSERT_ROWS(state, rows);
}

static void korean_breaks_between_words(void **state)
{
    static const Row rows[] = {
        {"ko", "건강한 |사람은(성인) |CT를 |받습니다."},
        {"ko", "줄기세포-|이식"},
        {"en", "the |word |건강한 |사람"},
    };
    ASSERT_ROWS(state, rows);
}

static void marks_hold_as_each_language_has_it(void **state)
{
    static const Row rows[] = {
        {"fr", "« Oui », |dit-|elle ; |pourquoi ? |Voici : |rien !"},
        {"de", "Er |sagte |„Ja“ |und |»Nein« |(leise)."},
        {"pl", "Lek |„nowy” |i inne, |w domu |z nim."},
        {"cs", "Šel |k lékaři |a v noci |(s ní) |spal."},
        {"ru", "Это — |слово |о чём-|то."},
        {"en", "He |said |“Yes” |(twice) – |once."},
        {"en", "A |word—|then |–an |aside–."},
        {"es", "¿Cómo |está? |—dijo—. |¡Bien!"},
        {"am", "ሰላም፡|ለዓለም።|ደህና"},
        {"bo", "བོད་|སྐད་|ཡིན།"},
        {"he", "בית־|ספר |גדול"},
    };
    ASSERT_ROWS(state, rows);
}

static void what_is_written_against_breaks_holds(void **state)
{
    static const Row rows[] = {
        {"en", "a\u00A0b |c\u202Fd |e\u2011f |g-\u2060h"}, // no-break space, narrow one, no-break hyphen, word joiner
        {"en", "zero\u200B|width"},
        {"en", "hyphen\u00AD|ation"},
        {"en", "X-ray |or |e-mail, |self-|renewal, |vitamin-C"},
        {"en", "and/or |he/she |km/h |24/7 |12/03/2026 |morning/|afternoon"},
    };
    ASSERT_ROWS(state, rows);
}

static void a_soft_hyphen_shows_at_a_break_only(void **state)
{
    StyledRun run = {.text = STR("co\u00ADop-co"), .lang = STR("en")};
    Analysis analysis = analysis_of_runs(*state, &run, 1);
    for (size_t i = 0; i < analysis.character_count; i++)
        assert_int_equal(analysis_shows_hyphen(&analysis, i), i == 3);
}

static void addresses_break_at_their_separators(void **state)
{
    static const Row rows[] = {
        {"en", "www.nhs.uk |or |help@clinic.example, |too"}, // short: whole
        {"en", "(https://|www|.example|.org|/blood|/cord|-cells|?page=2), |then"},
        {"en", "cord|-blood|-donations|@hospital|.example|.org."},
        {"en", "see |/usr/share/doc, |C:\\Users|\\nurse|\\Documents|\\leaflets |now"},
        {"en", "org|.example|.leaflets|.PatientRecord"},
        {"en", "cell|_count|_per|_millilitre|_of|_blood"},
        {"en", "count|Cells|Per|Millilitre|Of|Blood"},
        {"zh-Hans", "见|https://|www|.example|.org|/blood|/cells。|好"},
        {"en", "Wait...no, |3.5 |e.g. |this:that"}, // none of them addresses
    };
    ASSERT_ROWS(state, rows);
}

static void each_run_breaks_by_its_own_language(void **state)
{
    Fixture *fixture = *state;
    const StyledRun runs[] = {
        {.text = STR("on 3 May "), .lang = STR("en")},
        {.text = STR("le 3 mai « ici » "), .lang = STR("fr")},
        {.text = STR("am 3. Mai k lesu "), .lang = STR("de")},
        {.text = STR("k lesu"), .lang = STR("cs")},
    };
    Analysis analysis = analysis_of_runs(fixture, runs, 4);
    assert_string_equal(marked(fixture, &analysis), "on |3 May |le |3 mai |« ici » |am |3. Mai |k |lesu |k lesu");
}

static void a_fact_in_two_styles_holds(void **state)
{
    const StyledRun runs[] = {{.text = STR("take "), .lang = STR("en")},
                              {.text = STR("500"), .lang = STR("en"), .style.bold = true},
                              {.text = STR(" mg now"), .lang = STR("en")}};
    Analysis analysis = analysis_of_runs(*state, runs, 3);
    assert_string_equal(marked(*state, &analysis), "take |500 mg |now");
}

// ---- facts: each row's own examples

static const struct {
    const char *name, *language, *holds, *breaks;
} facts[] = {
#define FACT(name, row_language, pattern, language, holds, breaks) {#name, language, holds, breaks},
#include "text/facts.h"
#undef FACT
};

static size_t break_count(Fixture *fixture, const char *text, const char *language)
{
    StyledRun run = {.text = str_from(text), .lang = str_from(language)};
    Analysis analysis = analysis_of_runs(fixture, &run, 1);
    size_t count = 0;
    for (size_t i = 0; i < analysis.character_count; i++)
        count += analysis_may_break(&analysis, i);
    return count;
}

static void each_fact_holds_and_what_is_none_breaks(void **state)
{
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (break_count(*state, facts[i].holds, facts[i].language) != 0)
            fail_msg("%s: '%s' breaks", facts[i].name, facts[i].holds);
        if (break_count(*state, facts[i].breaks, facts[i].language) == 0)
            fail_msg("%s: '%s' does not break", facts[i].name, facts[i].breaks);
    }
}

static void a_fact_takes_no_hyphen(void **state)
{
    StyledRun run = {.text = STR("on 12 September again"), .lang = STR("en")};
    Analysis analysis = analysis_of_runs(*state, &run, 1);
    for (size_t i = 0; i < analysis.character_count; i++)
        assert_int_equal(analysis_is_in_fact(&analysis, i), i > 3 && i < 15);
}

static void dates_hold_in_each_language(void **state)
{
    static const Row rows[] = {
        {"en", "12th of March 2026"},  {"de", "3. Februar 2026"},      {"fr", "1er août 2026"},
        {"es", "12 de marzo de 2026"}, {"it", "12 marzo 2026"},        {"pt-BR", "12 de março de 2026"},
        {"nl", "12 maart 2026"},       {"sv", "12 mars 2026"},         {"da", "12. marts 2026"},
        {"nb", "12. mars 2026"},       {"fi", "12. maaliskuuta 2026"}, {"pl", "12 marca 2026"},
        {"cs", "12. března 2026"},     {"sk", "12. marca 2026"},       {"hu", "2026. március 12."},
        {"ro", "12 martie 2026"},      {"tr", "12 Mart 2026"},         {"ru", "12 марта 2026"},
        {"uk", "12 березня 2026"},     {"bg", "12 март 2026"},         {"el", "12 Μαρτίου 2026"},
        {"ar", "12 مارس 2026"},        {"fa", "۱۲ اسفند ۱۴۰۴"},        {"ur", "12 مارچ 2026"},
        {"he", "12 במרץ 2026"},        {"hi", "12 मार्च 2026"},         {"bn", "১২ মার্চ ২০২৬"},
        {"ta", "12 மார்ச் 2026"},        {"th", "12 มีนาคม 2569"},        {"vi", "12 tháng 3"},
        {"id", "12 Maret 2026"},       {"zh-Hans", "2026年3月12日"},   {"ja", "2026年3月12日"},
        {"ko", "2026년 3월 12일"},     {"sw", "12 Machi 2026"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (break_count(*state, rows[i].marked, rows[i].lang) != 0)
            fail_msg("%s: '%s' breaks", rows[i].lang, rows[i].marked);
    }
}

static void a_fact_too_wide_may_break(void **state)
{
    static const Row rows[] = {
        {"en", "Prof. Bartholomewbarthol"}, // 24 characters and 25 hold, 26 do not
        {"en", "Prof. Bartholomewbartholo"},
        {"en", "Prof. |Bartholomewbartholom"},
    };
    ASSERT_ROWS(state, rows);
}

// Twice the text has twice the breaks, however long it is; were the time not in proportion, too, the test would not end
// before its limit.
static void a_megabyte_without_a_blank_line_breaks_as_its_parts_do(void **state)
{
    enum { BYTES = 1 << 20, AT_THE_ENDS = 8 };
    static const struct {
        const char *lang, *part;
        size_t breaks; // for each part
    } rows[] = {
        {"en", "The cord has 5 mg. ", 4},
        {"en", "word", 0},
        {"en", "1.5", 0},
        {"en", "1 ", 1},
        {"en", "/a.b", 2},
        {"en", "12 March ", 1},
        {"en", "—-", 0},
        {"en", "(0", 0},
        {"zh-Hans", "洗手", 2},
        {"ja", "データ1", 3},
        {"ko", "건강한 ", 1},
        {"th", "แพทย์ ", 1},
        {"km", "សូម ", 1},
        {"km", "គ្រុនក្តៅ", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Fixture fixture = *(Fixture *)*state;
        fixture.arena = arena_open((size_t)1 << 30);
        Buffer text = {.arena = fixture.arena};
        size_t parts = 0;
        for (; text.length < BYTES; parts++)
            buffer_append_str(&text, str_from(rows[i].part));
        if (break_count(&fixture, text.bytes, rows[i].lang) - rows[i].breaks * parts + AT_THE_ENDS > 2 * AT_THE_ENDS)
            fail_msg("'%s': %zu breaks in %zu", rows[i].part, break_count(&fixture, text.bytes, rows[i].lang), parts);
        arena_close(fixture.arena);
    }
}

// Behind what a line may end with, too: a mark that begins a line belongs to nothing there.
static void a_note_s_mark_stays_with_its_word(void **state)
{
    static const char *const befores[] = {"day!", "(day)", "\u201Cday\u201D", "day", "day-", "\u6BCF\u5929"};
    Node mark = {.kind = NODE_NOTE_REFERENCE}, text = {.kind = NODE_TEXT};
    for (size_t i = 0; i < sizeof befores / sizeof *befores; i++) {
        const StyledRun runs[] = {{.text = str_from(befores[i]), .node = &text, .lang = STR("en")},
                                  {.text = STR("6"), .node = &mark, .lang = STR("en")},
                                  {.text = STR(" then"), .node = &text, .lang = STR("en")}};
        Analysis analysis = analysis_of_runs(*state, runs, 3);
        size_t at = 0;
        while (analysis.characters[at].run != 1)
            at++;
        assert_false(analysis_may_break(&analysis, at));
        assert_true(analysis_may_break(&analysis, at + 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(khmer_lao_and_burmese_break_between_words),
        cmocka_unit_test(text_without_a_dictionary_is_reported_once),
        cmocka_unit_test(thai_breaks_between_words),
        cmocka_unit_test(chinese_and_japanese_keep_kinsoku),
        cmocka_unit_test(korean_breaks_between_words),
        cmocka_unit_test(marks_hold_as_each_language_has_it),
        cmocka_unit_test(what_is_written_against_breaks_holds),
        cmocka_unit_test(a_soft_hyphen_shows_at_a_break_only),
        cmocka_unit_test(addresses_break_at_their_separators),
        cmocka_unit_test(each_run_breaks_by_its_own_language),
        cmocka_unit_test(a_fact_in_two_styles_holds),
        cmocka_unit_test(each_fact_holds_and_what_is_none_breaks),
        cmocka_unit_test(a_fact_takes_no_hyphen),
        cmocka_unit_test(dates_hold_in_each_language),
        cmocka_unit_test(a_fact_too_wide_may_break),
        cmocka_unit_test(a_megabyte_without_a_blank_line_breaks_as_its_parts_do),
        cmocka_unit_test(a_note_s_mark_stays_with_its_word),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
