#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "report/report.h"

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
