// argv in, a command with its options and inputs out.
#ifndef HSPDF_CLI_ARGUMENTS_H
#define HSPDF_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
#define COMMAND(id, name, operands, help) COMMAND_##id,
#include "options.h"
    COMMAND_COUNT
} Command;

enum {
#define COMMAND(id, name, operands, help) FOR_##id = 1 << COMMAND_##id,
#include "options.h"
    FOR_ANY = (1 << COMMAND_COUNT) - 1
};

typedef enum {
#define GROUP(id, title) GROUP_##id,
#include "options.h"
    GROUP_COUNT
} OptionGroup;

typedef enum {
#define OPTION(id, long_name, short_name, value, commands, group, help) OPTION_##id,
#include "options.h"
    OPTION_COUNT
} OptionId;

typedef struct {
    const char *long_name;
    char short_name;   // 0: none
    const char *value; // its name in the help, or all choices with bars between; NULL: the option takes none
    unsigned commands; // FOR_… bits
    OptionGroup group;
    const char *help;
} OptionRow;

extern const OptionRow option_rows[OPTION_COUNT];
extern const char *const command_names[COMMAND_COUNT]; // "" for compiling

enum { SETS_MAX = 1000, LIMITS_MAX = 40 };

typedef struct {
    Command command;
    bool given[OPTION_COUNT];
    const char *values[OPTION_COUNT]; // of the last time an option was given; NULL where it takes none
    char **inputs;                    // borrowed from argv, which is put into another order
    size_t input_count;
    const char *sets[SETS_MAX]; // each --set, in their order
    size_t set_count;
    const char *limits[LIMITS_MAX]; // each --limit, in their order
    size_t limit_count;
} Arguments;

// False where the command line is wrong, which was said on standard error.
bool arguments_parse(Arguments *arguments, int argc, char **argv);

#endif
