// File names and parts of documents come from anyone, and what is printed of them may reach a terminal or the
// log of a CI system. So text shows every character that could move the cursor, colour, hide or reorder what
// is read, as an escape; JSON escapes them by its own rules, and an invalid byte becomes U+FFFD there.
#include "report/report.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "report/sarif.h"

enum { INVALID_BYTE = 0xFFFFFFFF };

// Decodes one character of UTF-8 as the standard has it (no surrogates, nothing overlong), or gives
// INVALID_BYTE and a length of 1.
static uint32_t character_at(const char *text, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t first = bytes[0];
    *length = 1;
    if (first < 0x80)
        return first;
    size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return INVALID_BYTE;
    uint32_t character = first & (0x7FU >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return INVALID_BYTE;
        character = character << 6 | (bytes[i] & 0x3FU);
    }
    if (character < least[size] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return INVALID_BYTE;
    *length = size;
    return character;
}

// Controls, and marks that reorder or hide what stands around them (Unicode Technical Report 36, section 3).
static bool is_unsafe(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x200E || character == 0x200F ||
           (character >= 0x2028 && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0xFEFF || (character >= 0xE0000 && character <= 0xE007F);
}

bool character_is_safe(const char *text, size_t *length)
{
    uint32_t character = character_at(text, length);
    return character != INVALID_BYTE && !is_unsafe(character);
}

void print_visible(FILE *stream, const char *text)
{
    while (*text) {
        size_t length;
        uint32_t character = character_at(text, &length);
        if (character == INVALID_BYTE)
            fprintf(stream, "\\x%02X", (unsigned char)*text);
        else if (character == '\n')
            fputs("\\n", stream);
        else if (character == '\t')
            fputs("\\t", stream);
        else if (character < 0x20 || character == 0x7F)
            fprintf(stream, "\\x%02X", (unsigned)character);
        else if (is_unsafe(character))
            fprintf(stream, character > 0xFFFF ? "\\U%08X" : "\\u%04X", (unsigned)character);
        else
            fwrite(text, 1, length, stream);
        text += length;
    }
}

void print_json_string(FILE *stream, const char *text)
{
    if (!text) {
        fputs("null", stream);
        return;
    }
    putc('"', stream);
    while (*text) {
        size_t length;
        uint32_t character = character_at(text, &length);
        if (character == INVALID_BYTE)
            fputs("\\uFFFD", stream);
        else if (character == '"' || character == '\\')
            fprintf(stream, "\\%c", (char)character);
        else if (is_unsafe(character) && character > 0xFFFF)
            fprintf(stream, "\\u%04X\\u%04X", (unsigned)(0xD7C0 + (character >> 10)),
                    (unsigned)(0xDC00 + (character & 0x3FF)));
        else if (is_unsafe(character))
            fprintf(stream, "\\u%04X", (unsigned)character);
        else
            fwrite(text, 1, length, stream);
        text += length;
    }
    putc('"', stream);
}

// XML 1.0 has no way to write most control characters and U+FFFE.
void print_xml_text(FILE *stream, const char *text)
{
    while (*text) {
        size_t length;
        uint32_t character = character_at(text, &length);
        if (character == INVALID_BYTE || (character < 0x20 && !strchr("\t\n\r", (int)character)) ||
            (character & 0xFFFE) == 0xFFFE)
            fputs("\xEF\xBF\xBD", stream);
        else if (is_unsafe(character) || strchr("<>&\"'", character < 0x80 ? (int)character : 'a'))
            fprintf(stream, "&#%u;", (unsigned)character);
        else
            fwrite(text, 1, length, stream);
        text += length;
    }
}

const char *severity_name(hspdf_severity severity)
{
    return severity == HSPDF_ERROR ? "error" : severity == HSPDF_WARNING ? "warning" : "note";
}

void print_json_diagnostic(FILE *stream, const hspdf_diagnostic *diagnostic)
{
    fputs("{\"file\":", stream);
    print_json_string(stream, diagnostic->file);
    if (diagnostic->line > 0)
        fprintf(stream, ",\"line\":%u,\"column\":%u", diagnostic->line, diagnostic->column);
    else
        fputs(",\"line\":null,\"column\":null", stream);
    fprintf(stream, ",\"severity\":\"%s\",\"code\":", severity_name(diagnostic->severity));
    print_json_string(stream, diagnostic->code);
    fputs(",\"message\":", stream);
    print_json_string(stream, diagnostic->message);
    fputs(",\"hint\":", stream);
    print_json_string(stream, diagnostic->hint);
    putc('}', stream);
}

static void report_text(Reporter *reporter, const hspdf_diagnostic *diagnostic)
{
    static const char *const colors[] = {
        [HSPDF_NOTE] = "\x1b[36m", [HSPDF_WARNING] = "\x1b[33m", [HSPDF_ERROR] = "\x1b[31m"};
    FILE *stream = reporter->stream;
    print_visible(stream, diagnostic->file ? diagnostic->file : "hspdf");
    if (diagnostic->line > 0)
        fprintf(stream, ":%u:%u", diagnostic->line, diagnostic->column);
    fprintf(stream, ": %s%s:%s ", reporter->has_colors ? colors[diagnostic->severity] : "",
            severity_name(diagnostic->severity), reporter->has_colors ? "\x1b[0m" : "");
    print_visible(stream, diagnostic->message);
    if (diagnostic->hint) {
        fputs("; ", stream);
        print_visible(stream, diagnostic->hint);
    }
    fprintf(stream, " [%s]\n", diagnostic->code);
}

// What GitHub reads from a log: percent signs, line ends and, in values, colons and commas are escaped by it; what else
// is not to be shown, by us.
static void print_github(FILE *stream, const char *text, bool is_value)
{
    char *shown = NULL;
    size_t size;
    FILE *memory = open_memstream(&shown, &size);
    if (!memory)
        return;
    print_visible(memory, text);
    fclose(memory);
    for (const char *at = shown; at && *at; at++) {
        if (*at == '%' || (is_value && (*at == ':' || *at == ',')))
            fprintf(stream, "%%%02X", (unsigned)*at);
        else
            putc(*at, stream);
    }
    free(shown);
}

static void report_github(FILE *stream, const hspdf_diagnostic *diagnostic)
{
    static const char *const commands[] = {
        [HSPDF_NOTE] = "notice", [HSPDF_WARNING] = "warning", [HSPDF_ERROR] = "error"};
    fprintf(stream, "::%s ", commands[diagnostic->severity]);
    if (diagnostic->file) {
        fputs("file=", stream);
        print_github(stream, diagnostic->file, /*is_value*/ true);
        if (diagnostic->line > 0)
            fprintf(stream, ",line=%u,col=%u", diagnostic->line, diagnostic->column);
        putc(',', stream);
    }
    fprintf(stream, "title=%s::", diagnostic->code);
    print_github(stream, diagnostic->message, /*is_value*/ false);
    if (diagnostic->hint) {
        fputs("; ", stream);
        print_github(stream, diagnostic->hint, /*is_value*/ false);
    }
    putc('\n', stream);
}

void print_complaint(const char *format, va_list arguments)
{
    char *message = NULL;
    int length = vasprintf(&message, format, arguments);
    fputs("hspdf: ", stderr);
    print_visible(stderr, length < 0 ? "out of memory" : message);
    if (length >= 0)
        free(message);
}

void report_begin(Reporter *reporter, FILE *stream, ReportFormat format, bool has_colors)
{
    *reporter = (Reporter){.stream = stream, .format = format, .has_colors = has_colors};
    if (format == REPORT_SARIF)
        sarif_begin(reporter);
}

void report(Reporter *reporter, const hspdf_diagnostic *diagnostic)
{
    switch (reporter->format) {
    case REPORT_TEXT:
        report_text(reporter, diagnostic);
        break;
    case REPORT_JSON:
        print_json_diagnostic(reporter->stream, diagnostic);
        putc('\n', reporter->stream);
        break;
    case REPORT_GITHUB:
        report_github(reporter->stream, diagnostic);
        break;
    case REPORT_SARIF:
        sarif_result(reporter, diagnostic);
        break;
    }
    if (reporter->also)
        reporter->also(reporter->context, diagnostic);
    reporter->count++;
}

void report_end(Reporter *reporter)
{
    if (reporter->format == REPORT_SARIF)
        sarif_end(reporter);
}

void report_output_failure(Reporter *reporter, const char *name, int error_number)
{
    const char *reason = strerror(error_number);
    if (reporter->format == REPORT_TEXT) {
        fputs("hspdf: cannot write '", reporter->stream);
        print_visible(reporter->stream, name);
        fprintf(reporter->stream, "': %s\n", reason);
        return;
    }
    char message[256];
    snprintf(message, sizeof message, "cannot write: %s", reason);
    report(reporter,
           &(hspdf_diagnostic){.file = name, .severity = HSPDF_ERROR, .code = "output-failed", .message = message});
}
