// Reads argv as GNU programs do: options may follow operands, "--" ends them, "--name=value" and "--name
// value" are the same, short options may be joined ("-ofile"), and a long name may be cut as long as it stays
// unambiguous. Own code, not getopt_long: that prints messages of its own, keeps global state, and knows
// neither which option goes with which command nor what was probably meant.
#include "arguments.h"

#include <stdio.h>
#include <string.h>

#include "hspdf.h"
#include "message.h"

const OptionRow option_rows[OPTION_COUNT] = {
#define OPTION(id, long_name, short_name, value, commands, group, help)                                                \
    {long_name, short_name, value, commands, GROUP_##group, help},
#include "options.h"
};

const char *const command_names[COMMAND_COUNT] = {
#define COMMAND(id, name, operands, help) name,
#include "options.h"
};

typedef struct {
    Arguments *out;
    char **next;              // the argument to be read
    bool operands_only;       // "--" was read
    bool command_is_possible; // no operand was read yet
} Parser;

enum { NAME_LENGTH_MAX = 31 };

// Levenshtein distance, for names of up to NAME_LENGTH_MAX bytes; longer ones are like nothing.
static size_t name_distance(const char *a, size_t a_length, const char *b)
{
    size_t b_length = strlen(b);
    if (a_length > NAME_LENGTH_MAX || b_length > NAME_LENGTH_MAX)
        return NAME_LENGTH_MAX;
    size_t row[NAME_LENGTH_MAX + 1];
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t best = diagonal + (a[i - 1] != b[j - 1]);
            if (row[j] + 1 < best)
                best = row[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            diagonal = row[j];
            row[j] = best;
        }
    }
    return row[b_length];
}

// The option that was probably meant, or NULL: at most a third of its letters differ.
static const char *nearest_option(const char *name, size_t length)
{
    const char *nearest = NULL;
    size_t least = NAME_LENGTH_MAX;
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        size_t distance = name_distance(name, length, option_rows[id].long_name);
        if (distance < least && distance * 3 <= strlen(option_rows[id].long_name)) {
            least = distance;
            nearest = option_rows[id].long_name;
        }
    }
    return nearest;
}

static bool choice_is_listed(const char *choices, const char *value)
{
    size_t length = strlen(value);
    for (const char *at = choices; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
        if (strcspn(at, "|") == length && memcmp(at, value, length) == 0)
            return true;
    }
    return false;
}

static bool set_is_sound(const Arguments *arguments, const char *value)
{
    const char *equals = strchr(value, '=');
    if (arguments->set_count == SETS_MAX)
        return usage_error("more than %d times --set: put the values into a file for --data", SETS_MAX);
    if (!equals || equals == value)
        return usage_error("'%s' is not of the form --set=KEY=VALUE", value);
    return true;
}

static bool limit_is_sound(const Arguments *arguments, const char *value)
{
    hspdf_request *request = hspdf_request_open();
    bool is_sound = request && hspdf_request_set(request, "limit", value) == HSPDF_OK;
    hspdf_request_close(request);
    if (arguments->limit_count == LIMITS_MAX)
        return usage_error("more than %d times --limit", LIMITS_MAX);
    return is_sound ||
           usage_error("'%s' is not of the form --limit=NAME=VALUE, as pages=20, source=2M or time=5s, with "
                       "a limit that 'hspdf --help' lists and a value that docs/limits.md allows",
                       value);
}

// `value` is NULL where none was joined to the name; then the next argument is taken.
static bool option_take(Parser *parser, OptionId id, const char *value)
{
    const OptionRow *row = &option_rows[id];
    if (!row->value && value)
        return usage_error("option '--%s' takes no value", row->long_name);
    if (row->value && !value) {
        value = *parser->next;
        if (!value)
            return usage_error("option '--%s' wants a value: --%s=%s", row->long_name, row->long_name, row->value);
        parser->next++;
    }
    if (row->value && !*value)
        return usage_error("option '--%s' has an empty value", row->long_name);
    if (row->value && strchr(row->value, '|') && !choice_is_listed(row->value, value))
        return usage_error("'%s' is not a value of --%s=%s", value, row->long_name, row->value);
    if (id == OPTION_SET && !set_is_sound(parser->out, value))
        return false;
    if (id == OPTION_LIMIT && !limit_is_sound(parser->out, value))
        return false;
    if (id == OPTION_LIMIT)
        parser->out->limits[parser->out->limit_count++] = value;
    if (id == OPTION_SET)
        parser->out->sets[parser->out->set_count++] = value;
    parser->out->given[id] = true;
    parser->out->values[id] = value;
    return true;
}

static bool ambiguous_error(const char *name, size_t length)
{
    char candidates[OPTION_COUNT * (NAME_LENGTH_MAX + 5)] = "";
    char *at = candidates;
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        if (strncmp(option_rows[id].long_name, name, length) == 0)
            at += sprintf(at, "%s--%s", at == candidates ? "" : ", ", option_rows[id].long_name);
    }
    return usage_error("option '--%.*s' is ambiguous: %s", (int)length, name, candidates);
}

static bool long_option(Parser *parser, const char *name)
{
    size_t length = strcspn(name, "=");
    const char *value = name[length] ? name + length + 1 : NULL;
    size_t matches = 0;
    OptionId match = OPTION_COUNT;
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        if (strncmp(option_rows[id].long_name, name, length) != 0)
            continue;
        match = (OptionId)id;
        if (option_rows[id].long_name[length] == '\0') {
            matches = 1;
            break;
        }
        matches++;
    }
    if (matches == 1)
        return option_take(parser, match, value);
    if (matches > 1)
        return ambiguous_error(name, length);
    const char *nearest = nearest_option(name, length);
    if (nearest)
        return usage_error("unknown option '--%.*s'; did you mean '--%s'?", (int)length, name, nearest);
    return usage_error("unknown option '--%.*s'", (int)length, name);
}

static bool short_options(Parser *parser, const char *letters)
{
    while (*letters) {
        size_t id = 0;
        while (id < OPTION_COUNT && (!option_rows[id].short_name || option_rows[id].short_name != *letters))
            id++;
        if (id == OPTION_COUNT) {
            // "-paper" is a likely slip for "--paper".
            const char *nearest = nearest_option(letters, strcspn(letters, "="));
            if (nearest)
                return usage_error("unknown option '-%s'; did you mean '--%s'?", letters, nearest);
            return usage_error("unknown option '-%c'", *letters);
        }
        letters++;
        if (option_rows[id].value)
            return option_take(parser, (OptionId)id, *letters ? letters : NULL);
        if (!option_take(parser, (OptionId)id, NULL))
            return false;
    }
    return true;
}

// The first operand may name a command. A file of that name is given as ./NAME, or behind "--".
static bool operand(Parser *parser, char *text)
{
    bool first = parser->command_is_possible;
    parser->command_is_possible = false;
    if (first && !parser->operands_only) {
        for (size_t id = 0; id < COMMAND_COUNT; id++) {
            if (*command_names[id] && strcmp(command_names[id], text) == 0) {
                parser->out->command = (Command)id;
                return true;
            }
        }
    }
    if (!*text)
        return usage_error("an input has an empty name");
    parser->out->inputs[parser->out->input_count++] = text;
    return true;
}

static bool options_fit_command(const Arguments *arguments)
{
    for (size_t id = 0; id < OPTION_COUNT; id++) {
        if (!arguments->given[id] || option_rows[id].commands & (1U << arguments->command))
            continue;
        return usage_error("option '--%s' does not go with 'hspdf %s'", option_rows[id].long_name,
                           command_names[arguments->command]);
    }
    return true;
}

bool arguments_parse(Arguments *arguments, int argc, char **argv)
{
    *arguments = (Arguments){.command = COMMAND_COMPILE};
    if (argc < 1)
        return true;
    // Operands are moved to the front: never more were written than were read.
    arguments->inputs = argv + 1;
    Parser parser = {.out = arguments, .next = argv + 1, .command_is_possible = true};
    while (*parser.next) {
        char *argument = *parser.next++;
        bool fine;
        if (parser.operands_only || argument[0] != '-' || argument[1] == '\0')
            fine = operand(&parser, argument);
        else if (strcmp(argument, "--") == 0)
            fine = parser.operands_only = true;
        else if (argument[1] == '-')
            fine = long_option(&parser, argument + 2);
        else
            fine = short_options(&parser, argument + 1);
        if (!fine)
            return false;
    }
    return options_fit_command(arguments);
}
