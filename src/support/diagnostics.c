// A list in the order of recording. Repeats of one message at one place are common where text is measured at
// several widths, so they are dropped here, once for all stages.
#include "diagnostics.h"

#include <errno.h>
#include <string.h>

#include "format.h"
#include "limits.h"

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
    Diagnostic *items;
    size_t count, capacity;
    bool warnings_are_errors, has_errors, has_machine_fault;
    DiagnosticGuard guard;
};

Diagnostics *diagnostics_new(Arena *arena, bool warnings_are_errors)
{
    Diagnostics *diagnostics = arena_new(arena, Diagnostics);
    diagnostics->arena = arena;
    diagnostics->warnings_are_errors = warnings_are_errors;
    return diagnostics;
}

void diagnostics_set_guard(Diagnostics *diagnostics, DiagnosticGuard guard)
{
    diagnostics->guard = guard;
}

Diagnostics *diagnostics_beside(Arena *arena, const Diagnostics *diagnostics)
{
    Diagnostics *beside = diagnostics_new(arena, diagnostics->warnings_are_errors);
    beside->guard = diagnostics->guard;
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
    for (size_t i = 0; i < beside->count && diagnostics->count < LIMIT_DIAGNOSTICS; i++) {
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
    if (diagnostics->count >= LIMIT_DIAGNOSTICS)
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
