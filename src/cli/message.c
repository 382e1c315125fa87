#include "message.h"

#include <stdarg.h>
#include <stdio.h>

#include "hspdf.h"
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

int out_of_memory(void)
{
    fputs("hspdf: out of memory\n", stderr);
    return HSPDF_MACHINE;
}
