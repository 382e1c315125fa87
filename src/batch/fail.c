#include "fail.h"

#include <stdarg.h>
#include <stdio.h>

#include "report/report.h"

int fail(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_complaint(format, arguments);
    va_end(arguments);
    putc('\n', stderr);
    return status;
}
