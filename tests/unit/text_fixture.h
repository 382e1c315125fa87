// What tests of the text engine share: an arena, an engine with the staged fonts alone, diagnostics.
#ifndef HSPDF_UNIT_TEXT_FIXTURE_H
#define HSPDF_UNIT_TEXT_FIXTURE_H

#include "text/engine.h"

typedef struct {
    Arena *arena;
    Engine *engine;
    Diagnostics *diagnostics;
} Fixture;

static int open_fixture(void **state)
{
    static Fixture fixture;
    char error[200];
    fixture.arena = arena_open(1 << 28);
    fixture.engine = engine_open(HSPDF_TEST_DATA, /*use_system_fonts*/ false, error, sizeof error);
    fixture.diagnostics = diagnostics_new(fixture.arena, /*warnings_are_errors*/ false);
    *state = &fixture;
    return fixture.engine ? 0 : -1;
}

static int close_fixture(void **state)
{
    Fixture *fixture = *state;
    engine_close(fixture->engine);
    arena_close(fixture->arena);
    return 0;
}

#endif
