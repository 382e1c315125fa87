#include "request.h"

hspdf_status request_fill(hspdf_request *request, const BatchOptions *options, const Order *order)
{
    hspdf_status status = order->source ? hspdf_request_add_file(request, order->source) : HSPDF_OK;
    for (size_t i = 0; options->settings[i][0] && status == HSPDF_OK; i++)
        status = hspdf_request_set(request, options->settings[i][0], options->settings[i][1]);
    // Which record it is, is said where the reply is told: its row may be another when the reply is told again.
    if (status == HSPDF_OK && order->record)
        status = hspdf_request_set_record(request, "", order->record, order->record_size);
    for (size_t i = 0; i < options->field_count && status == HSPDF_OK; i++)
        status = hspdf_request_set_field(request, options->fields[i].key, options->fields[i].value);
    return status;
}
