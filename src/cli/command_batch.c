// Each input to a document of its own.
#include <errno.h>
#include <stdlib.h>

#include "batch/batch.h"
#include "commands.h"
#include "data.h"
#include "message.h"
#include "setup.h"

// A whole number from 1 to `most`, whatever stands behind it; 0 where there is none.
static unsigned number_at(const char *text, unsigned most, char **end)
{
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, end, 10) : 0;
    return errno == 0 && number <= most ? (unsigned)number : 0;
}

static bool take_number(const Arguments *arguments, OptionId id, unsigned most, unsigned *number)
{
    char *end = "";
    if (!arguments->given[id])
        return true;
    *number = number_at(arguments->values[id], most, &end);
    if (*number > 0 && *end == '\0')
        return true;
    return usage_error("'%s' is not a value of --%s: a number from 1 to %u", arguments->values[id],
                       option_rows[id].long_name, most);
}

static bool take_shard(const Arguments *arguments, BatchOptions *options)
{
    const char *value = arguments->values[OPTION_SHARD];
    char *end = "";
    if (!value)
        return true;
    options->shard = number_at(value, 1000000, &end);
    if (options->shard > 0 && *end == '/')
        options->shards = number_at(end + 1, 1000000, &end);
    if (options->shards > 0 && *end == '\0' && options->shard <= options->shards)
        return true;
    return usage_error("'%s' is not a value of --shard: I/N, as 2/8", value);
}

// What each request is told. False where a value can not be.
static bool batch_settings(BatchOptions *options, const Arguments *arguments, char *date, size_t date_size)
{
    static const OptionId ids[] = {OPTION_PAPER, OPTION_ROOT, OPTION_STYLE, OPTION_STRICT};
    size_t count = 0;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (!arguments->given[ids[i]])
            continue;
        const char *value = arguments->values[ids[i]];
        options->settings[count][0] = option_rows[ids[i]].long_name;
        options->settings[count++][1] = value ? value : "yes";
    }
    options->settings[count][1] = date_given(arguments, date, date_size);
    options->settings[count][0] = options->settings[count][1] ? "date" : NULL;
    hspdf_request *request = hspdf_request_open();
    bool is_sound = request && set_date(request, arguments);
    hspdf_request_close(request);
    return is_sound;
}

int batch_command(const Arguments *arguments, const char *program)
{
    BatchOptions options = {
        .inputs = arguments->inputs,
        .input_count = arguments->input_count,
        .files_from = arguments->values[OPTION_FILES_FROM],
        .output = arguments->values[OPTION_OUTPUT],
        .base = arguments->values[OPTION_BASE],
        .name = arguments->values[OPTION_NAME],
        .is_flat = arguments->given[OPTION_FLAT],
        .is_forced = arguments->given[OPTION_FORCE],
        .prunes = arguments->given[OPTION_PRUNE],
        .is_quiet = arguments->given[OPTION_QUIET],
        .is_verbose = arguments->given[OPTION_VERBOSE],
        .timeout_s = 120,
        .report = arguments->values[OPTION_REPORT],
        .depfile = arguments->values[OPTION_DEPFILE],
        .use_system_fonts = arguments->given[OPTION_SYSTEM_FONTS],
        .format = report_format(arguments),
        .has_colors = wants_colors(),
    };
    char date[32];
    if (!batch_settings(&options, arguments, date, sizeof date))
        return HSPDF_USAGE;
    if (!take_number(arguments, OPTION_JOBS, 256, &options.workers) ||
        !take_number(arguments, OPTION_TIMEOUT, 1000000, &options.timeout_s) || !take_shard(arguments, &options))
        return HSPDF_USAGE;
    if (arguments->input_count == 0 && !options.files_from)
        return usage_error("'hspdf batch' wants inputs"), HSPDF_USAGE;
    if (!options.output)
        return usage_error("'hspdf batch' wants a folder for its PDFs: -o DIR"), HSPDF_USAGE;
    char *folder = data_folder_find(program);
    options.data_folder = folder;
    int exit_status = batch_run(&options);
    free(folder);
    return exit_status;
}
