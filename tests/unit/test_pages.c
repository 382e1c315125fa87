// Filling pages: what the limit on their number does.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/flow.h"

enum { STRIP = 100 * LENGTH_PER_PT, MOST = 3 };

typedef struct {
    Arena *arena;
    Node root;
    Document document;
    LayoutContext context;
} Filled;

static void prepare(Filled *filled, const Limits *limits)
{
    Arena *arena = arena_open(1 << 24);
    *filled = (Filled){.arena = arena, .document = {.root = &filled->root, .metadata.lang = STR("en")}};
    filled->context = (LayoutContext){.arena = arena,
                                      .scratch = arena_scratch(arena),
                                      .document = &filled->document,
                                      .diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false)};
    diagnostics_set_limits(filled->context.diagnostics, limits);
}

// Strips that fill a page each; true where all found their page.
static bool fill(Filled *filled, size_t count, bool is_forced)
{
    static const PageStyle page = {.width = 2 * STRIP, .height = STRIP};
    const PageFrame frame = {.page = &page, .bottom = STRIP, .first_bottom = STRIP};
    Flow flow = {.strips = arena_array(filled->arena, Strip, count), .count = count, .capacity = count};
    for (size_t i = 0; i < count; i++) {
        flow.strips[i].height = STRIP;
        flow.strips[i].break_before = i > 0 && is_forced ? PAGE_BREAK_PAGE : PAGE_BREAK_NONE;
    }
    jmp_buf landing;
    if (setjmp(landing) != 0)
        return false;
    arena_set_landing(filled->arena, &landing);
    pages_fill(&filled->context, &flow, &frame);
    return true;
}

static void pages_beyond_the_limit_are_never_lost_in_silence(void **state)
{
    (void)state;
    Limits limits = limits_default;
    limits.values[LIMIT_PAGES] = MOST;
    for (size_t count = MOST - 1; count <= MOST + 2; count++) {
        for (int is_forced = 0; is_forced < 2; is_forced++) {
            Filled filled;
            prepare(&filled, &limits);
            assert_int_equal(fill(&filled, count, is_forced), count <= MOST);
            assert_int_equal(diagnostics_has_errors(filled.context.diagnostics), count > MOST);
            if (count <= MOST)
                assert_int_equal(filled.context.page_count, count);
            arena_close(filled.arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_beyond_the_limit_are_never_lost_in_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
