#include "rules.h"

bool rules_begin(Rules *rules, const BatchOptions *options)
{
    *rules = (Rules){.options = options};
    if (options->depfile)
        rules->rows = tmpfile();
    return !options->depfile || rules->rows;
}

void rules_add(Rules *rules, const Job *job, const unsigned char *bytes, size_t length)
{
    PacketReader reader = {bytes, bytes + length, false};
    Reply reply = reply_take(&reader);
    if (!rules->rows || reply.status != REPLY_WRITTEN)
        return;
    depfile_target(rules->rows, rules->options->output, job->output);
    for (uint32_t i = 0; i < reply.file_count; i++) {
        ReplyFile file = reply_take_file(&reader);
        if (file.found)
            depfile_input(rules->rows, file.path);
    }
    if (job->record)
        depfile_input(rules->rows, rules->options->data);
    putc('\n', rules->rows);
}

static int fill_rules(FILE *out, void *rows)
{
    return copy_file(rows, out);
}

int rules_end(Rules *rules)
{
    if (!rules->rows)
        return 0;
    int error = replace_file(rules->options->depfile, fill_rules, rules->rows);
    fclose(rules->rows);
    return error;
}
