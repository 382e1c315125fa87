// A list in the order of recording. Repeats of one message at one place are common where text is measured at
// several widths, so they are dropped here, once for all stages.
#include "diagnostics.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "format.h"

typedef struct {
    const char *code;
    Severity severity;
    const char *message, *hint;
} CodeRow;

static const CodeRow code_rows[] = {
#define DIAGNOSTIC(id, code, severity, message, hint) {code, SEVERITY_##severity, message, hint},
#include "codes.h"
#undef DIAGNOSTIC
};

struct Diagnostics {
    Arena *arena;
    Diagnostics *whole; // what these are beside of; NULL: nothing
    const Limits *limits;
    uint64_t started_ms; // of the processor's time
    unsigned ticks;
    Diagnostic *items;
    size_t count, capacity;
    bool warnings_are_errors, has_errors, has_machine_fault;
    DiagnosticGuard guard;
};

static uint64_t processor_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

Diagnostics *diagnostics_new(Arena *arena, bool warnings_are_errors)
{
    Diagnostics *diagnostics = arena_new(arena, Diagnostics);
    diagnostics->arena = arena;
    diagnostics->limits = &limits_default;
    diagnostics->warnings_are_errors = warnings_are_errors;
    return diagnostics;
}

void diagnostics_set_limits(Diagnostics *diagnostics, const Limits *limits)
{
    diagnostics->limits = limits;
    diagnostics->started_ms = processor_ms();
}

void diagnostics_set_guard(Diagnostics *diagnostics, DiagnosticGuard guard)
{
    diagnostics->guard = guard;
}

Diagnostics *diagnostics_beside(Arena *arena, Diagnostics *diagnostics)
{
    Diagnostics *beside = diagnostics_new(arena, diagnostics->warnings_are_errors);
    beside->guard = diagnostics->guard;
    beside->whole = diagnostics;
    beside->limits = diagnostics->limits;
    beside->started_ms = diagnostics->started_ms;
    return beside;
}

static bool is_recorded(const Diagnostics *diagnostics, Span span, DiagnosticCode code, Str message)
{
    for (size_t i = diagnostics->count; i-- > 0;) {
        const Diagnostic *item = &diagnostics->items[i];
        if (item->code == code && item->span.source == span.source && item->span.start == span.start &&
            str_equal(item->message, message))
            return true;
    }
    return false;
}

void diagnostics_take(Diagnostics *diagnostics, const Diagnostics *beside)
{
    diagnostics->has_errors |= beside->has_errors;
    diagnostics->has_machine_fault |= beside->has_machine_fault;
    for (size_t i = 0; i < beside->count && diagnostics->count < BOUND_DIAGNOSTICS; i++) {
        const Diagnostic *item = &beside->items[i];
        if (!is_recorded(diagnostics, item->span, item->code, item->message))
            *arena_push(diagnostics->arena, diagnostics->items, diagnostics->count, diagnostics->capacity) = *item;
    }
}

void diagnose(Diagnostics *diagnostics, Span span, DiagnosticCode code, ...)
{
    const CodeRow *row = &code_rows[code];
    Severity severity = row->severity;
    if (severity == SEVERITY_WARNING && diagnostics->warnings_are_errors)
        severity = SEVERITY_ERROR;
    if (severity == SEVERITY_ERROR)
        diagnostics->has_errors = true;
    if (diagnostics->count >= BOUND_DIAGNOSTICS)
        return;

    char bytes[1024];
    va_list arguments;
    va_start(arguments, code);
    size_t length = format_guarded(bytes, sizeof bytes, row->message, arguments, &diagnostics->guard, code);
    va_end(arguments);

    Str message = {bytes, (uint32_t)length};
    if (is_recorded(diagnostics, span, code, message))
        return;
    Diagnostic *item = arena_push(diagnostics->arena, diagnostics->items, diagnostics->count, diagnostics->capacity);
    *item = (Diagnostic){span, code, severity, arena_str(diagnostics->arena, bytes, length)};
}

void diagnostics_note_machine(Diagnostics *diagnostics)
{
    diagnostics->has_machine_fault = true;
}

void diagnose_machine_why(Diagnostics *diagnostics, Span span, const char *what, const char *why)
{
    diagnose(diagnostics, span, DIAG_MACHINE, what, why);
    diagnostics_note_machine(diagnostics);
}

void diagnose_machine(Diagnostics *diagnostics, Span span, const char *what, int error)
{
    // strerrordesc_np is the one form that neither follows the locale nor shares a buffer.
    const char *why = strerrordesc_np(error);
    diagnose_machine_why(diagnostics, span, what, why ? why : "unknown error");
}

bool diagnostics_has_machine_fault(const Diagnostics *diagnostics)
{
    return diagnostics->has_machine_fault;
}

bool error_is_of_machine(int error)
{
    static const int errors[] = {EIO,   ENOMEM, EMFILE, ENFILE,    ENOBUFS,   ENOSPC, EDQUOT,
                                 EINTR, EAGAIN, ESTALE, EREMOTEIO, ETIMEDOUT, EFAULT};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        if (errors[i] == error)
            return true;
    }
    return false;
}

size_t diagnostics_count(const Diagnostics *diagnostics)
{
    return diagnostics->count;
}

const Diagnostic *diagnostics_at(const Diagnostics *diagnostics, size_t index)
{
    return &diagnostics->items[index];
}

bool diagnostics_has_errors(const Diagnostics *diagnostics)
{
    return diagnostics->has_errors;
}

const char *diagnostic_code_name(DiagnosticCode code)
{
    return code_rows[code].code;
}

const char *diagnostic_code_hint(DiagnosticCode code)
{
    return code_rows[code].hint;
}

// ---- limits

static const DiagnosticCode limit_codes[LIMIT_COUNT] = {
#define LIMIT(id, name, unit, value, least, most, code, help) DIAG_##code,
#include "limit_table.h"
};

uint64_t limit_value(const Diagnostics *diagnostics, LimitId id)
{
    return diagnostics->limits->values[id];
}

const char *limit_value_text(const Diagnostics *diagnostics, LimitId id, char out[LIMIT_TEXT_BYTES])
{
    return limit_text(id, limit_value(diagnostics, id), out);
}

bool limit_holds(Diagnostics *diagnostics, LimitId id, uint64_t amount, Span span)
{
    char value[LIMIT_TEXT_BYTES];
    if (amount <= limit_value(diagnostics, id))
        return true;
    diagnose(diagnostics, span, limit_codes[id], limit_value_text(diagnostics, id, value));
    return false;
}

void limit_enforce(Diagnostics *diagnostics, LimitId id, uint64_t amount, Span span)
{
    if (amount <= limit_value(diagnostics, id))
        return;
    while (diagnostics->whole)
        diagnostics = diagnostics->whole;
    limit_holds(diagnostics, id, amount, span);
    arena_stop(diagnostics->arena);
}

void limit_enforce_time(Diagnostics *diagnostics, Span span)
{
    enum { TICKS = 128 }; // between looks, which take half a microsecond
    if (diagnostics->ticks++ % TICKS == 0)
        limit_enforce(diagnostics, LIMIT_TIME, processor_ms() - diagnostics->started_ms, span);
}
