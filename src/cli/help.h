// --help, and the usage that is shown where there is no input.
#ifndef HSPDF_CLI_HELP_H
#define HSPDF_CLI_HELP_H

#include <stdio.h>

void print_usage(FILE *stream);
void print_help(FILE *stream);

#endif
