// Private to src/source: a file that the machine did not hand over.
#ifndef HSPDF_SOURCE_FILE_ERROR_H
#define HSPDF_SOURCE_FILE_ERROR_H

#include "support/support.h"

// Diagnoses an error number of opening or reading at `place`. *status becomes STATUS_IO, but where the name is at
// fault.
void file_error_report(Span place, int error, Diagnostics *diagnostics, Status *status);

#endif
