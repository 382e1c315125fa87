#include "message.h"

#include <stdarg.h>
#include <stdio.h>

#include "report/report.h"

bool usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_complaint(format, arguments);
    va_end(arguments);
    fputs("\nTry 'hspdf --help'.\n", stderr);
    return false;
}
