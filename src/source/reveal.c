// What data say must not get into messages, from where it goes into logs. Values reach them by many ways: as a word
// that is too wide, as a file that is not there, percent-encoded or in part. So it is not values that are looked for:
// shown is only what stands in the texts as they were written, and names of fields.
#include "source.h"

typedef struct {
    const Sources *sources;
    const Value *record;
    Str record_name;
} Guard;

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
}

// Names of tags and the like are told in small letters.
static bool holds(Str text, Str part)
{
    if (memmem(text.bytes, text.length, part.bytes, part.length))
        return true;
    for (uint32_t at = 0; at + part.length <= text.length; at++) {
        uint32_t same = 0;
        while (same < part.length && lower(text.bytes[at + same]) == lower(part.bytes[same]))
            same++;
        if (same == part.length)
            return true;
    }
    return false;
}

// Recursion goes as deep as records do, BOUND_YAML_NESTING.
static bool is_key(const Value *value, Str name)
{
    for (const Value *child = value->first_child; child; child = child->next) {
        if (str_equal(child->key, name) || is_key(child, name))
            return true;
    }
    return false;
}

static bool may_show(void *context, DiagnosticCode code, Str text)
{
    const Guard *guard = context;
    if (code == DIAG_LANG_GUESSED || str_equal(text, guard->record_name))
        return true;
    for (size_t i = 0; i < sources_count(guard->sources); i++) {
        const Source *source = sources_at(guard->sources, i);
        if (!source->merged && holds(source->text, text))
            return true;
    }
    return is_key(guard->record, text);
}

void sources_guard_record(Arena *arena, const Sources *sources, const Value *record, Str record_name,
                          Diagnostics *diagnostics)
{
    Guard *guard = arena_new(arena, Guard);
    *guard = (Guard){sources, record, record_name};
    diagnostics_set_guard(diagnostics, (DiagnosticGuard){may_show, guard});
}
