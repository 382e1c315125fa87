// Faults of documents: values that travel, never exits. A diagnostic has a place, a stable code, a message and,
// where one helps, a hint. Rows of codes.h give severity, text and hint.
#ifndef HSPDF_SUPPORT_DIAGNOSTICS_H
#define HSPDF_SUPPORT_DIAGNOSTICS_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "limits.h"
#include "str.h"

typedef enum { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum {
#define DIAGNOSTIC(id, code, severity, message, hint) DIAG_##id,
#include "codes.h"
#undef DIAGNOSTIC
    DIAG_COUNT
} DiagnosticCode;

typedef struct {
    Span span;
    DiagnosticCode code;
    Severity severity; // as in codes.h, or error where warnings are errors
    Str message;       // owned by the arena
} Diagnostic;

typedef struct Diagnostics Diagnostics;

Diagnostics *diagnostics_new(Arena *arena, bool warnings_are_errors);

// What the document may cost; without it, limits_default. Borrowed.
void diagnostics_set_limits(Diagnostics *diagnostics, const Limits *limits);

// Whether a text may be shown in a message: what fills fields is somebody's own. Zero: all may.
typedef struct {
    bool (*may_show)(void *context, DiagnosticCode code, Str text);
    void *context;
} DiagnosticGuard;
void diagnostics_set_guard(Diagnostics *diagnostics, DiagnosticGuard guard);

// An empty list like `diagnostics`, for work that may come to nothing; and what to do if it does not.
Diagnostics *diagnostics_beside(Arena *arena, Diagnostics *diagnostics);
void diagnostics_take(Diagnostics *diagnostics, const Diagnostics *beside);

// Records one diagnostic, formatted by the message of its row. The same message at the same place is recorded once;
// beyond BOUND_DIAGNOSTICS only errors are counted. Text put into the message must be valid UTF-8.
// Arguments are those of the row's format; the compiler can not check them, so the cases do.
void diagnose(Diagnostics *diagnostics, Span span, DiagnosticCode code, ...);

// What the machine did not do, when the document was not at fault: an error, but the exit status is the machine's.
// `error` is errno's number, or `why` says it.
void diagnose_machine(Diagnostics *diagnostics, Span span, const char *what, int error);
void diagnose_machine_why(Diagnostics *diagnostics, Span span, const char *what, const char *why);
void diagnostics_note_machine(Diagnostics *diagnostics); // for what was diagnosed otherwise
bool diagnostics_has_machine_fault(const Diagnostics *diagnostics);

// Whether the machine is at fault, and not the name or the permissions of a file.
bool error_is_of_machine(int error);

uint64_t limit_value(const Diagnostics *diagnostics, LimitId id);
const char *limit_value_text(const Diagnostics *diagnostics, LimitId id, char out[LIMIT_TEXT_BYTES]);
// Whether `amount` is within the limit; else it is said, by the limit's own diagnostic, at `span`.
bool limit_holds(Diagnostics *diagnostics, LimitId id, uint64_t amount, Span span);
// The same, but beyond it the document's work ends here: jumps to the landing, as where memory ends. What was said
// stays said, also where `diagnostics` are beside others.
void limit_enforce(Diagnostics *diagnostics, LimitId id, uint64_t amount, Span span);
// Enforces the limit of time. Cheap: looks at the clock once in a while, so call it in what a document repeats.
void limit_enforce_time(Diagnostics *diagnostics, Span span);

size_t diagnostics_count(const Diagnostics *diagnostics);
const Diagnostic *diagnostics_at(const Diagnostics *diagnostics, size_t index); // in order of recording
bool diagnostics_has_errors(const Diagnostics *diagnostics);

const char *diagnostic_code_name(DiagnosticCode code); // "alt-missing"
const char *diagnostic_code_hint(DiagnosticCode code); // "" where there is none

#endif
