#include "repeats.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD_TIMES = 3, FULL = REPEATS_MAX / 2 };

static const char *text_or_none(const char *text)
{
    return text ? text : "";
}

static uint32_t add_text(uint32_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u; // FNV-1a
    return hash;
}

static uint32_t hash_of(const hspdf_diagnostic *diagnostic)
{
    uint32_t hash = 2166136261u ^ diagnostic->line * 31 ^ diagnostic->column;
    return add_text(add_text(add_text(hash, text_or_none(diagnostic->file)), diagnostic->code), diagnostic->message);
}

static bool is_same(const hspdf_diagnostic *a, const hspdf_diagnostic *b)
{
    return a->line == b->line && a->column == b->column && strcmp(a->code, b->code) == 0 &&
           strcmp(text_or_none(a->file), text_or_none(b->file)) == 0 && strcmp(a->message, b->message) == 0;
}

static const char *keep(Repeats *repeats, const char *text)
{
    return text ? store_text(&repeats->store, text, strlen(text)) : NULL;
}

bool repeats_take(Repeats *repeats, const hspdf_diagnostic *diagnostic)
{
    uint32_t at = hash_of(diagnostic) % REPEATS_MAX;
    while (repeats->items[at].diagnostic.code && !is_same(&repeats->items[at].diagnostic, diagnostic))
        at = (at + 1) % REPEATS_MAX;
    Repeat *repeat = &repeats->items[at];
    if (!repeat->diagnostic.code) {
        if (repeats->count == FULL)
            return true;
        repeats->count++;
        repeat->diagnostic = *diagnostic;
        repeat->diagnostic.file = keep(repeats, diagnostic->file);
        repeat->diagnostic.code = keep(repeats, diagnostic->code);
        repeat->diagnostic.message = keep(repeats, diagnostic->message);
        repeat->diagnostic.hint = NULL;
    }
    return ++repeat->count <= TOLD_TIMES;
}

void repeats_tell(const Repeats *repeats, Reporter *reporter, bool is_quiet)
{
    for (size_t i = 0; i < REPEATS_MAX; i++) {
        const Repeat *repeat = &repeats->items[i];
        if (repeat->count <= TOLD_TIMES || (is_quiet && repeat->diagnostic.severity != HSPDF_ERROR))
            continue;
        hspdf_diagnostic diagnostic = repeat->diagnostic;
        char *message;
        if (asprintf(&message, "%s (the same with %zu more records)", diagnostic.message, repeat->count - TOLD_TIMES) <
            0)
            continue;
        diagnostic.message = message;
        report(reporter, &diagnostic);
        free(message);
    }
}

void repeats_clear(Repeats *repeats)
{
    store_clear(&repeats->store);
    repeats->count = 0;
}
