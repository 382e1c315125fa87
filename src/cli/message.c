// File names and parts of documents come from anyone, and what is printed of them may reach a terminal or the
// log of a CI system. So text shows every character that could move the cursor, colour, hide or reorder what
// is read, as an escape; JSON escapes them by its own rules, and an invalid byte becomes U+FFFD there.
#include "message.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

static void print_json_string(FILE *stream, const char *text)
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

static const char *severity_name(hspdf_severity severity)
{
    return severity == HSPDF_ERROR ? "error" : severity == HSPDF_WARNING ? "warning" : "note";
}

static void report_json(FILE *stream, const hspdf_diagnostic *diagnostic)
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
    fputs("}\n", stream);
}

static void report_text(FILE *stream, const hspdf_diagnostic *diagnostic)
{
    print_visible(stream, diagnostic->file ? diagnostic->file : "hspdf");
    if (diagnostic->line > 0)
        fprintf(stream, ":%u:%u", diagnostic->line, diagnostic->column);
    fprintf(stream, ": %s: ", severity_name(diagnostic->severity));
    print_visible(stream, diagnostic->message);
    if (diagnostic->hint) {
        fputs("; ", stream);
        print_visible(stream, diagnostic->hint);
    }
    fprintf(stream, " [%s]\n", diagnostic->code);
}

void report(FILE *stream, ReportFormat format, const hspdf_diagnostic *diagnostic)
{
    if (format == REPORT_JSON)
        report_json(stream, diagnostic);
    else
        report_text(stream, diagnostic);
}

void report_output_failure(FILE *stream, ReportFormat format, const char *name, int error_number)
{
    const char *reason = strerror(error_number);
    if (format == REPORT_TEXT) {
        fputs("hspdf: cannot write '", stream);
        print_visible(stream, name);
        fprintf(stream, "': %s\n", reason);
        return;
    }
    char message[256];
    snprintf(message, sizeof message, "cannot write: %s", reason);
    report_json(stream, &(hspdf_diagnostic){
                            .file = name, .severity = HSPDF_ERROR, .code = "output-failed", .message = message});
}

bool usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *message = NULL;
    int length = vasprintf(&message, format, arguments);
    va_end(arguments);
    fputs("hspdf: ", stderr);
    print_visible(stderr, length < 0 ? "out of memory" : message);
    fputs("\nTry 'hspdf --help'.\n", stderr);
    if (length >= 0)
        free(message);
    return false;
}
