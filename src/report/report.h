// What is said on standard error and in reports, safe to show: bytes that would steer a terminal are spelt out.
#ifndef HSPDF_REPORT_REPORT_H
#define HSPDF_REPORT_REPORT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "hspdf.h"

typedef enum { REPORT_TEXT, REPORT_JSON, REPORT_GITHUB, REPORT_SARIF } ReportFormat;

typedef struct {
    FILE *stream;
    ReportFormat format;
    bool has_colors; // of the terminal; text alone
    size_t count;    // diagnostics so far

    void (*also)(void *context, const hspdf_diagnostic *diagnostic); // is told each, too; NULL: nobody
    void *context;
} Reporter;

// One diagnostic, one line; but SARIF is one JSON document, which begins and ends here.
void report_begin(Reporter *reporter, FILE *stream, ReportFormat format, bool has_colors);
void report(Reporter *reporter, const hspdf_diagnostic *diagnostic);
void report_end(Reporter *reporter);

// "hspdf: cannot write 'NAME': REASON", or the same for machines with the code "output-failed".
void report_output_failure(Reporter *reporter, const char *name, int error_number);

// Writes `text` with control characters, marks that turn the direction of text, and invalid bytes as \n,
// \x1B, \u202E.
void print_visible(FILE *stream, const char *text);

// "hspdf: " and the message, visible, on standard error; the caller ends the line.
void print_complaint(const char *format, va_list arguments) __attribute__((format(printf, 1, 0)));

// Does the character at `text`, whose length is given, show as itself? Invalid bytes do not.
bool character_is_safe(const char *text, size_t *length);

// A quoted string, or null for NULL; invalid bytes become U+FFFD.
void print_json_string(FILE *stream, const char *text);
void print_json_diagnostic(FILE *stream, const hspdf_diagnostic *diagnostic); // an object, without a line's end
void print_xml_text(FILE *stream, const char *text);                          // for content and quoted values
// A rule for make and ninja: the target, then each input; the caller ends the line. `folder` may be NULL.
void depfile_target(FILE *out, const char *folder, const char *name);
void depfile_input(FILE *out, const char *name);

const char *severity_name(hspdf_severity severity); // "error", …

// GLib and cmark-gfm end the process when an allocation fails, and others crash: from here on that is a message and
// exit status 3, as any other failure of the machine (abort.c).
void abort_is_machine_failure(void);

// The signal again, for a process whose parent tells what became of it.
void abort_is_signal(void);

#endif
