// SARIF 2.1.0, for code scanning. Private to report.
#ifndef HSPDF_REPORT_SARIF_H
#define HSPDF_REPORT_SARIF_H

#include "report/report.h"

void sarif_begin(Reporter *reporter);
void sarif_result(Reporter *reporter, const hspdf_diagnostic *diagnostic);
void sarif_end(Reporter *reporter);

#endif
