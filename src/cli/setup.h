// What the commands begin with: how to report, the engine, the date.
#ifndef HSPDF_CLI_SETUP_H
#define HSPDF_CLI_SETUP_H

#include "arguments.h"
#include "hspdf.h"
#include "report/report.h"

ReportFormat report_format(const Arguments *arguments);
bool wants_colors(void);
void begin_report(Reporter *reporter, const Arguments *arguments);

// Tells it, and gives the exit status.
int output_failed(Reporter *reporter, const char *name, int error);

// NULL after a failure, which was told.
hspdf_engine *open_engine(const Arguments *arguments, const char *program);

// When the PDF was made: nobody asks the clock. NULL: it does not say. Borrowed, from `buffer` too.
const char *date_given(const Arguments *arguments, char *buffer, size_t size);
bool set_date(hspdf_request *request, const Arguments *arguments); // false after a message

// A whole number from 1 to `most`, whatever stands behind it; 0 where there is none.
unsigned number_at(const char *text, unsigned most, char **end);
// The value of an option, where it is given. False after a message.
bool take_number(const Arguments *arguments, OptionId id, unsigned most, unsigned *number);

#endif
