// What --data and --set say, into a request.
#ifndef HSPDF_CLI_FIELDS_H
#define HSPDF_CLI_FIELDS_H

#include "arguments.h"
#include "message.h"

// Diagnostics of the data are told here; `*was_told` is set where there were any.
hspdf_status fields_take(hspdf_engine *engine, hspdf_request *request, const Arguments *arguments, ReportFormat format,
                         bool *was_told);

#endif
