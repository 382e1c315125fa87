// Ends this process some seconds after its document has had its processor time, where the library could not: it looks
// at the clock between steps, and a step of another library's can take long.
#ifndef HSPDF_CLI_TIME_LIMIT_H
#define HSPDF_CLI_TIME_LIMIT_H

#include "hspdf.h"

void time_limit_start(const hspdf_request *request);

#endif
