#include "file_error.h"

#include <errno.h>

void file_error_report(Span place, int error, Diagnostics *diagnostics, Status *status)
{
    if (error == ENOENT || error == ENOTDIR) {
        diagnose(diagnostics, place, DIAG_INPUT_MISSING);
        return;
    }
    // strerrordesc_np is the one form that neither follows the locale nor shares a buffer.
    const char *text = strerrordesc_np(error);
    diagnose(diagnostics, place, DIAG_INPUT_UNREADABLE, text ? text : "unknown error");
    bool is_name_at_fault = error == EISDIR || error == ENAMETOOLONG || error == ELOOP || error == ENXIO;
    if (is_name_at_fault)
        return;
    diagnostics_note_machine(diagnostics);
    *status = STATUS_IO;
}
