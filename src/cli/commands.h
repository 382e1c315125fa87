// The commands that have a file of their own. Each takes the command line, and the name that the program was started
// by; gives the exit status.
#ifndef HSPDF_CLI_COMMANDS_H
#define HSPDF_CLI_COMMANDS_H

#include "arguments.h"

int compile_command(const Arguments *arguments, const char *program); // and `hspdf check`
int report_command(const Arguments *arguments);
int batch_command(const Arguments *arguments, const char *program);

#endif
