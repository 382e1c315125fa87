// One document takes one record; `hspdf batch` takes many.
#include "fields.h"

#include <stdlib.h>
#include <string.h>

static hspdf_status take_set(hspdf_request *request, const char *set)
{
    const char *equals = strchr(set, '=');
    char *key = strndup(set, (size_t)(equals - set));
    hspdf_status status = key ? hspdf_request_set_field(request, key, equals + 1) : HSPDF_MACHINE;
    free(key);
    return status;
}

static hspdf_status take_record(hspdf_request *request, hspdf_data *data, const char *name)
{
    size_t size;
    if (!hspdf_data_next(data))
        return hspdf_data_status(data);
    const void *record = hspdf_data_record(data, &size);
    hspdf_status status = hspdf_request_set_record(request, name, record, size);
    if (status != HSPDF_OK)
        return status;
    hspdf_data_end(data);
    return hspdf_data_status(data);
}

hspdf_status fields_take(hspdf_engine *engine, hspdf_request *request, const Arguments *arguments, Reporter *reporter)
{
    const char *path = arguments->values[OPTION_DATA];
    hspdf_data *data = path ? hspdf_data_open(engine, path) : NULL;
    if (path && !data)
        return HSPDF_MACHINE;
    hspdf_status status = data ? take_record(request, data, strcmp(path, "-") == 0 ? "<stdin>" : path) : HSPDF_OK;
    for (size_t i = 0; data && i < hspdf_data_diagnostic_count(data); i++) {
        hspdf_diagnostic diagnostic = hspdf_data_diagnostic_at(data, i);
        report(reporter, &diagnostic);
    }
    hspdf_data_close(data);
    for (size_t i = 0; i < arguments->set_count && status == HSPDF_OK; i++)
        status = take_set(request, arguments->sets[i]);
    return status;
}
