// What is said on standard error and standard output, safe to show: bytes that would steer a terminal are
// spelt out.
#ifndef HSPDF_CLI_MESSAGE_H
#define HSPDF_CLI_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "hspdf.h"

// "hspdf: MESSAGE", and where to find help. Gives false, for parsers to return.
bool usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

typedef enum { REPORT_TEXT, REPORT_JSON } ReportFormat;

// One diagnostic, one line.
void report(FILE *stream, ReportFormat format, const hspdf_diagnostic *diagnostic);

// "hspdf: cannot write 'NAME': REASON", or the same as JSON with the code "output-failed".
void report_output_failure(FILE *stream, ReportFormat format, const char *name, int error_number);

// Writes `text` with control characters, marks that turn the direction of text, and invalid bytes as \n,
// \x1B, \u202E.
void print_visible(FILE *stream, const char *text);

#endif
