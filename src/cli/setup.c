#include "setup.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data.h"
#include "message.h"

ReportFormat report_format(const Arguments *arguments)
{
    static const char *const names[] = {
        [REPORT_TEXT] = "text", [REPORT_JSON] = "json", [REPORT_GITHUB] = "github", [REPORT_SARIF] = "sarif"};
    const char *value = arguments->values[OPTION_DIAGNOSTICS];
    for (int format = REPORT_TEXT; value && format <= REPORT_SARIF; format++) {
        if (strcmp(value, names[format]) == 0)
            return (ReportFormat)format;
    }
    return REPORT_TEXT;
}

// Colours are for people at a terminal who have not said no (no-color.org).
bool wants_colors(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && !(no_color && *no_color) && terminal && strcmp(terminal, "dumb") != 0;
}

void begin_report(Reporter *reporter, const Arguments *arguments)
{
    report_begin(reporter, stderr, report_format(arguments), wants_colors());
}

int output_failed(Reporter *reporter, const char *name, int error)
{
    bool is_standard = strcmp(name, "-") == 0;
    // A reader that went away, as head(1) does, needs no message.
    if (!(is_standard && error == EPIPE))
        report_output_failure(reporter, is_standard ? "standard output" : name, error);
    return HSPDF_MACHINE;
}

hspdf_engine *open_engine(const Arguments *arguments, const char *program)
{
    char message[512] = "out of memory";
    char *folder;
    bool is_sure = data_folder_find(program, &folder);
    hspdf_engine *engine =
        is_sure ? hspdf_engine_open(folder, arguments->given[OPTION_SYSTEM_FONTS], message, sizeof message) : NULL;
    free(folder);
    if (!engine) {
        fputs("hspdf: ", stderr);
        print_visible(stderr, message);
        putc('\n', stderr);
    }
    return engine;
}

const char *date_given(const Arguments *arguments, char *buffer, size_t size)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (arguments->values[OPTION_DATE])
        return arguments->values[OPTION_DATE];
    if (arguments->command == COMMAND_CHECK || !epoch || !*epoch)
        return NULL;
    int length = snprintf(buffer, size, "@%s", epoch);
    return length < (int)size ? buffer : "@";
}

bool set_date(hspdf_request *request, const Arguments *arguments)
{
    char buffer[32];
    const char *value = date_given(arguments, buffer, sizeof buffer);
    if (!value || (*value && hspdf_request_set(request, "date", value) == HSPDF_OK))
        return true;
    if (arguments->values[OPTION_DATE])
        return usage_error("'%s' is not a date such as 2026-03-05 or 2026-03-05T08:30:00+01:00", value);
    return usage_error("SOURCE_DATE_EPOCH is '%s', which is no number of seconds since 1970",
                       getenv("SOURCE_DATE_EPOCH"));
}

unsigned number_at(const char *text, unsigned most, char **end)
{
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, end, 10) : 0;
    return errno == 0 && number <= most ? (unsigned)number : 0;
}

bool take_number(const Arguments *arguments, OptionId id, unsigned most, unsigned *number)
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
