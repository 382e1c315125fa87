// Make has no quotes: a space is kept by a backslash, backslashes before it are doubled, a dollar is two, and a hash
// has a backslash (GNU make, "Rule Syntax"); ninja reads the same. A name with a line's end can not be said, and is
// left out.
#include <string.h>

#include "report/report.h"

static bool print_name(FILE *out, const char *name)
{
    if (strpbrk(name, "\n\r"))
        return false;
    size_t backslashes = 0;
    for (const char *at = name; *at; at++) {
        bool is_blank = *at == ' ' || *at == '\t';
        for (size_t i = 0; is_blank && i < backslashes; i++)
            putc('\\', out);
        backslashes = *at == '\\' ? backslashes + 1 : 0;
        if (is_blank || *at == '#')
            putc('\\', out);
        if (*at == '$')
            putc('$', out);
        putc(*at, out);
    }
    return true;
}

void depfile_target(FILE *out, const char *folder, const char *name)
{
    if (folder && print_name(out, folder) && folder[0] && folder[strlen(folder) - 1] != '/')
        putc('/', out);
    print_name(out, name);
    putc(':', out);
}

void depfile_input(FILE *out, const char *name)
{
    if (strpbrk(name, "\n\r"))
        return;
    fputs(" \\\n  ", out);
    print_name(out, name);
}
