// One run with its results, as OASIS has it: Static Analysis Results Interchange Format 2.1.0. Places of files are URI
// references, so that what is no letter, digit or plain mark in a name is written by percent signs.
#include "report/sarif.h"

#include <string.h>

void sarif_begin(Reporter *reporter)
{
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
          "\"tool\":{\"driver\":{\"name\":\"hspdf\",\"version\":",
          reporter->stream);
    print_json_string(reporter->stream, hspdf_version());
    fputs("}},\"columnKind\":\"unicodeCodePoints\",\"results\":[", reporter->stream);
}

static void print_uri(FILE *stream, const char *path)
{
    fputs(path[0] == '/' ? "\"file://" : "\"", stream);
    for (const char *at = path; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                        strchr("-._~/", byte);
        fprintf(stream, is_plain ? "%c" : "%%%02X", byte);
    }
    putc('"', stream);
}

static void print_message(FILE *stream, const hspdf_diagnostic *diagnostic)
{
    fputs("\"message\":{\"text\":", stream);
    print_json_string(stream, diagnostic->message);
    putc('}', stream);
    if (!diagnostic->hint)
        return;
    fputs(",\"properties\":{\"hint\":", stream);
    print_json_string(stream, diagnostic->hint);
    putc('}', stream);
}

void sarif_result(Reporter *reporter, const hspdf_diagnostic *diagnostic)
{
    FILE *stream = reporter->stream;
    fputs(reporter->count > 0 ? ",\n{\"ruleId\":" : "\n{\"ruleId\":", stream);
    print_json_string(stream, diagnostic->code);
    fprintf(stream, ",\"level\":\"%s\",", severity_name(diagnostic->severity));
    print_message(stream, diagnostic);
    if (diagnostic->file) {
        fputs(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":", stream);
        print_uri(stream, diagnostic->file);
        putc('}', stream);
        if (diagnostic->line > 0)
            fprintf(stream, ",\"region\":{\"startLine\":%u,\"startColumn\":%u}", diagnostic->line, diagnostic->column);
        fputs("}}]", stream);
    }
    putc('}', stream);
}

void sarif_end(Reporter *reporter)
{
    fputs("\n]}]}\n", reporter->stream);
}
