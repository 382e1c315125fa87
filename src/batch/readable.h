// What workers may read, of all that the run will ask of them: they are confined before they know their documents.
#ifndef HSPDF_BATCH_READABLE_H
#define HSPDF_BATCH_READABLE_H

#include "plan.h"

// A request whose inputs are the folders that inputs lie in, and those inputs that may be links out of them. For
// hspdf_confine; the caller's to close. NULL: no memory.
hspdf_request *readable_request(const BatchOptions *options, const Plan *plan);

#endif
