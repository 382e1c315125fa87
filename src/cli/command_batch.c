// Each input to a document of its own.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "batch/batch.h"
#include "commands.h"
#include "data.h"
#include "message.h"
#include "setup.h"

static bool take_shard(const Arguments *arguments, BatchOptions *options)
{
    const char *value = arguments->values[OPTION_SHARD];
    char *end = "";
    if (!value)
        return true;
    Share *share = &options->share;
    share->shard = number_at(value, SHARDS_MAX, &end);
    if (share->shard > 0 && *end == '/')
        share->shards = number_at(end + 1, SHARDS_MAX, &end);
    if (share->shards > 0 && *end == '\0' && share->shard <= share->shards)
        return true;
    return usage_error("'%s' is not a value of --shard: I/N, as 2/8", value);
}

// What each request is told. An exit status other than 0, after a message, where a value can not be.
static int batch_settings(BatchOptions *options, const Arguments *arguments, char *date, size_t date_size)
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
    for (size_t i = 0; i < arguments->limit_count; i++) {
        options->settings[count][0] = option_rows[OPTION_LIMIT].long_name;
        options->settings[count++][1] = arguments->limits[i];
    }
    options->settings[count][1] = date_given(arguments, date, date_size);
    options->settings[count][0] = options->settings[count][1] ? "date" : NULL;
    hspdf_request *request = hspdf_request_open();
    int exit_status = !request ? out_of_memory() : set_date(request, arguments) ? EXIT_SUCCESS : HSPDF_USAGE;
    hspdf_request_close(request);
    return exit_status;
}

// The keys of --set are the caller's to free. An exit status other than 0, after a message, where one can not be.
static int batch_fields(BatchOptions *options, const Arguments *arguments, BatchField *fields)
{
    hspdf_request *request = hspdf_request_open();
    hspdf_status status = request ? HSPDF_OK : HSPDF_MACHINE;
    options->fields = fields;
    for (size_t i = 0; i < arguments->set_count && status == HSPDF_OK; i++) {
        const char *equals = strchr(arguments->sets[i], '=');
        BatchField *field = &fields[options->field_count++];
        *field = (BatchField){strndup(arguments->sets[i], (size_t)(equals - arguments->sets[i])), equals + 1};
        status = field->key ? hspdf_request_set_field(request, field->key, field->value) : HSPDF_MACHINE;
        if (status == HSPDF_USAGE)
            usage_error("'%s' is not of the form --set=KEY=VALUE", arguments->sets[i]);
    }
    hspdf_request_close(request);
    return status == HSPDF_MACHINE ? out_of_memory() : (int)status;
}

static bool merge_is_sound(const Arguments *arguments)
{
    static const OptionId others[] = {OPTION_OUTPUT, OPTION_DEPFILE, OPTION_FLAT,   OPTION_BASE,
                                      OPTION_FORCE,  OPTION_PRUNE,   OPTION_TIMEOUT};
    if (!arguments->given[OPTION_DATA])
        return usage_error("'--merge' wants '--data': several texts become one document without 'batch'");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (arguments->given[others[i]])
            return usage_error("option '--%s' does not go with '--merge'", option_rows[others[i]].long_name);
    }
    return true;
}

static int run(BatchOptions *options, const Arguments *arguments, const char *program)
{
    char date[32];
    int exit_status = batch_settings(options, arguments, date, sizeof date);
    if (exit_status != EXIT_SUCCESS)
        return exit_status;
    if (!take_shard(arguments, options) || !take_number(arguments, OPTION_JOBS, WORKERS_MAX, &options->workers) ||
        !take_number(arguments, OPTION_TIMEOUT, 1000000, &options->timeout_s))
        return HSPDF_USAGE;
    if (arguments->input_count == 0 && !options->files_from)
        return usage_error("'hspdf batch' wants inputs"), HSPDF_USAGE;
    if (options->merge && !merge_is_sound(arguments))
        return HSPDF_USAGE;
    if (!options->output && !options->merge)
        return usage_error("'hspdf batch' wants a folder for its PDFs: -o DIR"), HSPDF_USAGE;
    char *folder;
    exit_status = data_folder_find(program, &folder) ? EXIT_SUCCESS : out_of_memory();
    options->data_folder = folder;
    if (exit_status == EXIT_SUCCESS)
        exit_status = batch_run(options);
    free(folder);
    return exit_status;
}

int batch_with(const Arguments *arguments, const char *program, BatchSaw *saw, void *context)
{
    BatchOptions options = {
        .inputs = arguments->inputs,
        .input_count = arguments->input_count,
        .files_from = arguments->values[OPTION_FILES_FROM],
        .data = arguments->values[OPTION_DATA],
        .output = arguments->values[OPTION_OUTPUT],
        .merge = arguments->values[OPTION_MERGE],
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
        .sandbox = sandbox_is(arguments, "off")      ? SANDBOX_OFF
                   : sandbox_is(arguments, "strict") ? SANDBOX_STRICT
                                                     : SANDBOX_ON,
        .format = report_format(arguments),
        .has_colors = wants_colors(),
        .saw = saw,
        .saw_context = context,
    };
    BatchField fields[SETS_MAX];
    int exit_status = batch_fields(&options, arguments, fields);
    if (exit_status == EXIT_SUCCESS)
        exit_status = run(&options, arguments, program);
    for (size_t i = 0; i < options.field_count; i++)
        free((char *)fields[i].key);
    return exit_status;
}

int batch_command(const Arguments *arguments, const char *program)
{
    return batch_with(arguments, program, NULL, NULL);
}
