// What is said of the command line.
#ifndef HSPDF_CLI_MESSAGE_H
#define HSPDF_CLI_MESSAGE_H

#include <stdbool.h>

// "hspdf: MESSAGE" on standard error, and where to find help. Gives false, for parsers to return.
bool usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Says so, and gives the exit status.
int out_of_memory(void);

#endif
