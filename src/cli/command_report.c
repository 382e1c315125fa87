// What shards left, put together.
#include <string.h>

#include "batch/batch.h"
#include "commands.h"
#include "message.h"

int report_command(const Arguments *arguments)
{
    if (arguments->input_count == 0 || strcmp(arguments->inputs[0], "merge") != 0)
        return usage_error("'hspdf report' knows one thing to do: 'hspdf report merge REPORT... -o FILE'"), HSPDF_USAGE;
    if (arguments->input_count == 1)
        return usage_error("'hspdf report merge' wants the reports of shards"), HSPDF_USAGE;
    return batch_merge_reports(arguments->inputs + 1, arguments->input_count - 1, arguments->values[OPTION_OUTPUT]);
}
