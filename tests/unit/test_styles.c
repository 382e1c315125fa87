// Each style that comes with hspdf: contrast of at least 7 to 1, and what is clear print in those that promise it.
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "style/sheet.h"

static const double contrast_least = 7;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    Stylesheet *sheet;
    const char *name;
} Loaded;

static Loaded load(const char *name)
{
    Loaded loaded = {.arena = arena_open(64 * 1024 * 1024), .name = name};
    assert_non_null(loaded.arena);
    Document *document = arena_new(loaded.arena, Document);
    document->metadata.lang = STR("en");
    loaded.diagnostics = diagnostics_new(loaded.arena, /*warnings_are_errors*/ false);
    loaded.sheet = stylesheet_new(loaded.arena, document, sources_new(loaded.arena), HSPDF_TEST_DATA, str_from(name),
                                  (Str){0}, loaded.diagnostics);
    for (size_t i = 0; i < diagnostics_count(loaded.diagnostics); i++)
        print_error("%s: %.*s\n", name, STR_ARGS(diagnostics_at(loaded.diagnostics, i)->message));
    assert_int_equal(diagnostics_count(loaded.diagnostics), 0);
    return loaded;
}

static void hold_contrast(const char *style, const char *what, Color color, Color ground)
{
    double contrast = color_contrast(color, ground);
    if (contrast < contrast_least)
        print_error("%s: %s has a contrast of %.1f to 1\n", style, what, contrast);
    assert_true(contrast >= contrast_least);
}

static const char *const role_names[] = {
#define ROLE(id, section, about) section,
#include "style/schema.h"
};

// On white, on its own fill, and on all that a table puts behind it.
static void hold_role(const Loaded *loaded, const char *name, const Declarations *values, const BlockStyle *body)
{
    BlockStyle block = *body;
    block_reset(&block);
    block_overlay(loaded->sheet, values, body, &block);
    Color ground = color_or(&values->fill, (Color){255, 255, 255});
    hold_contrast(loaded->name, name, block.text.color, ground);
    TableStyle table = stylesheet_table(loaded->sheet);
    hold_contrast(loaded->name, "header-fill", body->text.color, table.header_fill);
    hold_contrast(loaded->name, "row-header-fill", body->text.color, table.row_header_fill);
    hold_contrast(loaded->name, "footer-fill", body->text.color, table.footer_fill);
    hold_contrast(loaded->name, "stripe-fill", body->text.color, table.stripe_fill);
}

static void hold_styles(void (*hold)(const Loaded *))
{
    DIR *folder = opendir(HSPDF_TEST_DATA "/styles");
    assert_non_null(folder);
    size_t count = 0;
    for (const struct dirent *entry; (entry = readdir(folder));) {
        size_t length = strlen(entry->d_name);
        if (length <= 5 || strcmp(entry->d_name + length - 5, ".yaml") != 0)
            continue;
        char name[64];
        assert_true(length < sizeof name);
        memcpy(name, entry->d_name, length - 5);
        name[length - 5] = '\0';
        Loaded loaded = load(name);
        hold(&loaded);
        arena_close(loaded.arena);
        count++;
    }
    closedir(folder);
    assert_true(count >= 7);
}

static void hold_contrasts(const Loaded *loaded)
{
    BlockStyle body = stylesheet_block(loaded->sheet, NULL, NULL);
    for (int role = 0; role < ROLE_COUNT; role++)
        hold_role(loaded, role_names[role], &loaded->sheet->roles[role], &body);
    for (size_t i = 0; i < loaded->sheet->classes.count; i++)
        hold_role(loaded, "a class", loaded->sheet->classes.items[i].value, &body);
}

static void text_has_contrast(void **state)
{
    (void)state;
    hold_styles(hold_contrasts);
}

// Marks set above or below the line are exempt: they are of words that are large enough.
static void hold_sizes(const Loaded *loaded, double body_pt, double least_pt)
{
    const double leading_least = 1.15; // of headings; 1.25 of text
    BlockStyle body = stylesheet_block(loaded->sheet, NULL, NULL);
    assert_true(body.text.size >= length_from_pt(body_pt));
    assert_true(body.leading >= 1.25 * body.text.size);
    assert_false(body.hyphenate);
    assert_int_equal(body.align, ALIGN_START);
    for (int role = 0; role < ROLE_COUNT; role++) {
        BlockStyle block = block_apply(loaded->sheet, (Role)role, &body);
        bool is_mark = role == ROLE_SUBSCRIPT || role == ROLE_SUPERSCRIPT;
        bool is_small = block.text.size < length_from_pt(least_pt) && !is_mark;
        bool is_tight = block.leading < leading_least * block.text.size;
        if (is_small || is_tight || block.text.italic || block.hyphenate)
            print_error("%s: %s breaks clear print\n", loaded->name, role_names[role]);
        assert_false(is_small || is_tight || block.text.italic || block.hyphenate);
        bool is_underlined = block.text.underline && role != ROLE_UNDERLINE && role != ROLE_LINK;
        assert_false(is_underlined || block.text.small_caps || block.align == ALIGN_JUSTIFY);
    }
    assert_true(stylesheet_table(loaded->sheet).size_min >= length_from_pt(least_pt));
}

static void leaflets_are_clear_print(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double body_pt, least_pt;
    } rows[] = {{"leaflet", 14, 12}, {"large-print", 18, 16}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Loaded loaded = load(rows[i].name);
        hold_sizes(&loaded, rows[i].body_pt, rows[i].least_pt);
        arena_close(loaded.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_has_contrast),
        cmocka_unit_test(leaflets_are_clear_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
