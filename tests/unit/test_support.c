// Arena, strings, UTF-8, diagnostics.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/support.h"

static void utf8_round_trips(void **state)
{
    (void)state;
    static const uint32_t characters[] = {0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        char bytes[4];
        uint32_t length = utf8_encode(characters[i], bytes), at = 0;
        assert_int_equal(utf8_next((Str){bytes, length}, &at), characters[i]);
        assert_int_equal(at, length);
    }
}

static void malformed_utf8_moves_by_one_byte(void **state)
{
    (void)state;
    static const char *const malformed[] = {"\x80", "\xC0\xAF",    "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                            "\xC3", "\xF0\x9F\x98"};
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        uint32_t at = 0;
        assert_int_equal(utf8_next(str_from(malformed[i]), &at), 0xFFFD);
        assert_int_equal(at, 1);
    }
}

static void distance_counts_edits(void **state)
{
    (void)state;
    assert_int_equal(str_distance(STR("colour"), STR("color")), 1);
    assert_int_equal(str_distance(STR("Size"), STR("size")), 0);
    assert_int_equal(str_distance(STR(""), STR("size")), 4);
}

static void note_order(void *object)
{
    int **at = object;
    **at = **at * 10 + 1;
    (*at)++;
}

static void deferred_calls_run_at_close(void **state)
{
    (void)state;
    int calls[2] = {0}, *at = calls;
    Arena *arena = arena_open(1 << 20);
    arena_defer(arena, note_order, &at);
    arena_defer(arena, note_order, &at);
    arena_defer(arena, note_order, NULL);
    arena_close(arena);
    assert_int_equal(calls[0], 1);
    assert_int_equal(calls[1], 1);
}

static void the_budget_ends_in_a_jump(void **state)
{
    (void)state;
    Arena *volatile arena = arena_open(100000);
    jmp_buf landing;
    volatile int rounds = 0;
    if (setjmp(landing) == 0) {
        arena_set_landing(arena, &landing);
        for (;; rounds++)
            arena_alloc(arena, 1000);
    }
    assert_in_range(rounds, 90, 100);
    arena_close(arena);
}

static void products_are_checked(void **state)
{
    (void)state;
    Arena *volatile arena = arena_open(100000);
    jmp_buf landing;
    volatile bool jumped = true;
    if (setjmp(landing) == 0) {
        arena_set_landing(arena, &landing);
        arena_alloc_array(arena, SIZE_MAX / 4, 8);
        jumped = false;
    }
    assert_true(jumped);
    arena_close(arena);
}

static void a_release_gives_back_and_clears(void **state)
{
    (void)state;
    enum { BYTES = 50000 }; // more than the first chunk
    Arena *arena = arena_open(1 << 20);
    Arena *scratch = arena_scratch(arena);
    char *kept = arena_alloc(scratch, 16);
    for (int round = 0; round < 1000; round++) {
        ArenaMark mark = arena_mark(scratch);
        char *bytes = arena_alloc(scratch, BYTES), *more = arena_alloc(scratch, 100);
        for (int i = 0; i < BYTES; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 1, BYTES);
        memset(more, 1, 100);
        arena_release(scratch, mark);
    }
    memset(kept, 2, 16);
    char *again = arena_alloc(scratch, 16);
    assert_int_equal(again[0], 0);
    assert_true(arena_used(arena) > BYTES); // a scratch counts to the arena's budget
    arena_close(arena);
}

// Fills a buffer of 16 MB, with an allocation between after each `stride` appends; gives the arena's size.
static size_t fill_buffer(uint32_t before, uint32_t stride)
{
    enum { COUNT = 4 << 20 };
    Arena *arena = arena_open(64 << 20);
    arena_alloc(arena, before);
    Buffer buffer = {.arena = arena};
    for (uint32_t i = 0; i < COUNT; i++) {
        buffer_append(&buffer, &i, sizeof i);
        if (i % stride == stride - 1) {
            int *other = arena_new(arena, int);
            assert_int_equal(*other, 0);
            *other = -1;
        }
    }
    for (uint32_t i = 0; i < COUNT; i++)
        assert_memory_equal(buffer.bytes + i * sizeof i, &i, sizeof i);
    size_t used = arena_used(arena);
    arena_close(arena);
    return used;
}

static void a_large_buffer_takes_no_room_twice(void **state)
{
    (void)state;
    static const uint32_t befores[] = {0, 100, 400000, 900000}, strides[] = {1000, 70000, 100000, UINT32_MAX};
    for (size_t i = 0; i < sizeof befores / sizeof *befores; i++) {
        for (size_t j = 0; j < sizeof strides / sizeof *strides; j++)
            assert_in_range(fill_buffer(befores[i], strides[j]), 16 << 20, 40 << 20); // its doublings' sum would be 64
    }
}

static void a_place_is_diagnosed_once(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    Span span = {0, 3, 5};
    diagnose(diagnostics, span, DIAG_TABLE_WIDE);
    diagnose(diagnostics, span, DIAG_TABLE_WIDE);
    assert_int_equal(diagnostics_count(diagnostics), 1);
    assert_false(diagnostics_has_errors(diagnostics));
    diagnose(diagnostics, span, DIAG_INTERNAL, "x");
    assert_true(diagnostics_has_errors(diagnostics));
    arena_close(arena);
}

static void a_long_message_is_cut_between_characters(void **state)
{
    (void)state;
    Arena *arena = arena_open(1 << 20);
    Diagnostics *diagnostics = diagnostics_new(arena, /*warnings_are_errors*/ false);
    Buffer name = {.arena = arena};
    for (int i = 0; i < 2000; i++)
        buffer_append_utf8(&name, 0x4E2D);
    diagnose(diagnostics, SPAN_NONE, DIAG_INTERNAL, name.bytes);
    Str message = diagnostics_at(diagnostics, 0)->message;
    for (uint32_t at = 0; at < message.length;)
        assert_int_not_equal(utf8_next(message, &at), 0xFFFD);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_round_trips),
        cmocka_unit_test(malformed_utf8_moves_by_one_byte),
        cmocka_unit_test(distance_counts_edits),
        cmocka_unit_test(deferred_calls_run_at_close),
        cmocka_unit_test(the_budget_ends_in_a_jump),
        cmocka_unit_test(products_are_checked),
        cmocka_unit_test(a_place_is_diagnosed_once),
        cmocka_unit_test(a_long_message_is_cut_between_characters),
        cmocka_unit_test(a_release_gives_back_and_clears),
        cmocka_unit_test(a_large_buffer_takes_no_room_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
