// What --data and --set say, into a request.
#ifndef HSPDF_CLI_FIELDS_H
#define HSPDF_CLI_FIELDS_H

#include "arguments.h"
#include "report/report.h"

// Diagnostics of the data are told here.
hspdf_status fields_take(hspdf_engine *engine, hspdf_request *request, const Arguments *arguments, Reporter *reporter);

#endif
