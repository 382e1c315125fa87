// Writes hspdf.1 from the rows of src/cli/options.h: what --help says, the manual says. Built and run by the
// build. No date stands in it, so that two builds give the same page.
#include <stdio.h>

#include "support/limits.h"

typedef struct {
    const char *group, *long_name, *value, *help;
    char short_name;
} Option;

static const Option options[] = {
#define OPTION(id, long_name, short_name, value, commands, group, help) {#group, long_name, value, help, short_name},
#include "cli/options.h"
};

// A backslash, a hyphen that must stay one, and a dot or quote that would start a request.
static void print_roff(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\'')
            fputs("\\(aq", stdout);
        else
            putchar(*text);
    }
}

static void print_paragraph(const char *request, const char *text)
{
    printf("%s\n", request);
    print_roff(text);
    putchar('\n');
}

// A term in bold, and its meaning.
static void print_term(const char *term, const char *meaning)
{
    fputs(".TP\n\\fB", stdout);
    print_roff(term);
    fputs("\\fR\n", stdout);
    print_roff(meaning);
    putchar('\n');
}

static void print_option(const Option *option)
{
    fputs(".TP\n", stdout);
    if (option->short_name)
        printf("\\fB\\-%c\\fR, ", option->short_name);
    fputs("\\fB\\-\\-", stdout);
    print_roff(option->long_name);
    fputs("\\fR", stdout);
    if (option->value) {
        fputs("=\\fI", stdout);
        print_roff(option->value);
        fputs("\\fR", stdout);
    }
    putchar('\n');
    print_roff(option->help);
    putchar('\n');
}

static void print_group(const char *id, const char *title)
{
    printf(".SS %s\n", title);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        const char *a = options[i].group, *b = id;
        while (*a && *a == *b)
            a++, b++;
        if (*a == *b)
            print_option(&options[i]);
    }
}

static void print_synopsis(const char *name, const char *operands)
{
    fputs(".B hspdf", stdout);
    if (*name)
        printf(" %s", name);
    fputs("\n.RI ", stdout);
    putchar('"');
    print_roff(operands);
    fputs("\"\n.br\n", stdout);
}

static void print_example(const char *command_line, const char *meaning)
{
    print_paragraph(".PP", meaning);
    print_paragraph(".RS\n.EX", command_line);
    puts(".EE\n.RE");
}

static void print_limit(LimitId id)
{
    char value[LIMIT_TEXT_BYTES], help[512];
    snprintf(help, sizeof help, "%s; %s where nothing is said", limit_rows[id].help,
             limit_text(id, limit_rows[id].value, value));
    print_term(limit_rows[id].name, help);
}

int main(void)
{
    puts(".\\\" Made from src/cli/options.h by tools/make_man.c.");
    printf(".TH HSPDF 1 \"\" \"hspdf %s\" \"User Commands\"\n", HSPDF_VERSION);
    puts(".SH NAME\nhspdf \\- compile Markdown into an accessible, print\\-ready PDF");
    puts(".SH SYNOPSIS");
#define COMMAND(id, name, operands, help) print_synopsis(name, operands);
#include "cli/options.h"
    puts(".SH DESCRIPTION");
#define ABOUT(paragraph) print_paragraph(".PP", paragraph);
#include "cli/options.h"
    puts(".SH COMMANDS");
#define COMMAND(id, name, operands, help)                                                                              \
    if (*name)                                                                                                         \
        print_term(name, help);
#include "cli/options.h"
    puts(".SH OPTIONS\nA long name may be cut as long as it stays unambiguous; options may follow inputs; "
         "\\fB\\-\\-\\fR ends them.");
#define GROUP(id, title) print_group(#id, title);
#include "cli/options.h"
    puts(".SH LIMITS\nOf a document, by \\fB\\-\\-limit\\fR. Sizes take k, M or G; times are seconds.");
    for (LimitId id = 0; id < LIMIT_COUNT; id++)
        print_limit(id);
    puts(".SH DIAGNOSTICS\nOne a line, on standard error, with a stable code:\n.PP\n.RS\n.EX");
    puts("FILE:LINE:COLUMN: severity: message; hint [code]\n.EE\n.RE");
    puts(".SH EXIT STATUS");
#define EXIT_STATUS(number, meaning) print_term(#number, meaning);
#include "cli/options.h"
    puts(".SH ENVIRONMENT");
#define ENVIRONMENT(name, meaning) print_term(name, meaning);
#include "cli/options.h"
    puts(".SH EXAMPLES");
#define EXAMPLE(command_line, meaning) print_example(command_line, meaning);
#include "cli/options.h"
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
