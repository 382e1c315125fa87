// The commands that have a file of their own. Each takes the command line, and the name that the program was started
// by; gives the exit status.
#ifndef HSPDF_CLI_COMMANDS_H
#define HSPDF_CLI_COMMANDS_H

#include "arguments.h"
#include "batch/batch.h"
#include "hspdf.h"

int compile_command(const Arguments *arguments, const char *program); // and `hspdf check`
bool sandbox_is(const Arguments *arguments, const char *value);
int report_command(const Arguments *arguments);
int batch_command(const Arguments *arguments, const char *program);
int watch_command(const Arguments *arguments, const char *program);

// ---- what `hspdf watch` does again and again

// Told of each diagnostic, and of the result, before it is closed.
typedef struct {
    void (*diagnostic)(void *context, const hspdf_diagnostic *diagnostic);
    void (*result)(void *context, hspdf_engine *engine, hspdf_request *request, const hspdf_result *result);
    void *context;
} CompileWitness;

// Where the output of one document goes, as a new string; or an exit status other than 0, after a message.
int choose_output(const Arguments *arguments, char **output);
int compile_with(hspdf_engine *engine, const Arguments *arguments, const char *output, const CompileWitness *witness);

// As `hspdf batch`; `saw` is told each file that a document is made of, or that was looked for in vain.
int batch_with(const Arguments *arguments, const char *program, BatchSaw *saw, void *context);

#endif
