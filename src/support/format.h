// Private to support: messages of diagnostics.
#ifndef HSPDF_SUPPORT_FORMAT_H
#define HSPDF_SUPPORT_FORMAT_H

#include <stdarg.h>

#include "diagnostics.h"

// As vsnprintf, of conversions with %: c d i u x X f g s, and %.*s for a Str, which `guard` may forbid: then "…" stands
// there. Gives the length; what is longer than `size` is cut, within no character. No NUL.
size_t format_guarded(char *out, size_t size, const char *format, va_list arguments, const DiagnosticGuard *guard,
                      DiagnosticCode code);

#endif
