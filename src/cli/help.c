// Text in two columns that fits a terminal of 80; all of it stands in options.h.
#include "help.h"

#include <string.h>

#include "arguments.h"
#include "hspdf.h"

enum { LINE_WIDTH = 79, HELP_COLUMN = 31 };

// Writes words from column `at` on; what goes over the line goes on below, from column `indent`.
static void print_wrapped(FILE *stream, const char *text, int at, int indent)
{
    bool line_has_word = false;
    while (*text) {
        int length = (int)strcspn(text, " ");
        if (line_has_word && at + 1 + length > LINE_WIDTH) {
            putc('\n', stream);
            at = 0;
            line_has_word = false;
        }
        if (line_has_word) {
            putc(' ', stream);
            at++;
        } else if (at < indent) {
            fprintf(stream, "%*s", indent - at, "");
            at = indent;
        }
        fwrite(text, 1, (size_t)length, stream);
        at += length;
        line_has_word = true;
        text += length;
        text += strspn(text, " ");
    }
    putc('\n', stream);
}

// `width` columns were written; goes to the help's column, on a new line where they are too many.
static void print_beside(FILE *stream, int width, const char *help)
{
    if (width + 2 > HELP_COLUMN) {
        putc('\n', stream);
        width = 0;
    }
    print_wrapped(stream, help, width, HELP_COLUMN);
}

static void print_option(FILE *stream, const OptionRow *row)
{
    int width = row->short_name ? fprintf(stream, "  -%c, ", row->short_name) : fprintf(stream, "      ");
    width += fprintf(stream, "--%s", row->long_name);
    if (row->value)
        width += fprintf(stream, "=%s", row->value);
    print_beside(stream, width, row->help);
}

void print_usage(FILE *stream)
{
    const char *lead = "Usage:";
#define COMMAND(id, name, operands, help)                                                                              \
    fprintf(stream, "%-6s hspdf%s%s%s%s\n", lead, *name ? " " : "", name, *operands ? " " : "", operands);             \
    lead = "";
#include "options.h"
}

static void print_commands(FILE *stream)
{
    fputs("\nCommands:\n", stream);
#define COMMAND(id, name, operands, help)                                                                              \
    if (*name)                                                                                                         \
        print_beside(stream, fprintf(stream, "  %s", name), help);
#include "options.h"
}

static void print_options(FILE *stream)
{
    static const char *const titles[GROUP_COUNT] = {
#define GROUP(id, title) title,
#include "options.h"
    };
    for (size_t group = 0; group < GROUP_COUNT; group++) {
        fprintf(stream, "\n%s:\n", titles[group]);
        for (size_t id = 0; id < OPTION_COUNT; id++) {
            if (option_rows[id].group == group)
                print_option(stream, &option_rows[id]);
        }
    }
}

// Lines of hspdf_list_limits, as they come in one piece.
static int print_limits(void *context, const void *bytes, size_t size)
{
    const char *at = bytes, *end = at + size;
    while (at < end) {
        const char *value = strchr(at, '\t') + 1, *help = strchr(value, '\t') + 1;
        const char *line_end = memchr(help, '\n', (size_t)(end - help));
        char text[256];
        int width = fprintf(context, "  %.*s", (int)(value - 1 - at), at);
        snprintf(text, sizeof text, "%.*s [%.*s]", (int)(line_end - help), help, (int)(help - 1 - value), value);
        print_beside(context, width, text);
        at = line_end + 1;
    }
    return 0;
}

void print_help(FILE *stream)
{
    print_usage(stream);
#define ABOUT(paragraph) putc('\n', stream), print_wrapped(stream, paragraph, 0, 0);
#include "options.h"
    print_commands(stream);
    print_options(stream);
    fputs("\nLimits (sizes take k, M or G; times are seconds):\n", stream);
    hspdf_list_limits(print_limits, stream);
    fputs("\nExamples:\n", stream);
#define EXAMPLE(command_line, meaning) fprintf(stream, "  %-41s %s\n", command_line, meaning);
#include "options.h"
    fputs("\nExit status:\n", stream);
#define EXIT_STATUS(number, meaning) print_wrapped(stream, meaning, fprintf(stream, "  %d  ", number), 5);
#include "options.h"
    fputs("\nEnvironment:\n", stream);
#define ENVIRONMENT(name, meaning) print_beside(stream, fprintf(stream, "  %s", name), meaning);
#include "options.h"
}
