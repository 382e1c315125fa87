// Front matter that asks for something in a mapping of its own. Private to document.
#ifndef HSPDF_DOCUMENT_REQUESTS_H
#define HSPDF_DOCUMENT_REQUESTS_H

#include "document.h"

// Each reads a value that fits, and says which value within it does not; NULL: all fit. What does not is left out.
const Value *contents_request_read(const Value *value, ContentsRequest *request);
const Value *numbering_read(const Value *value, Numbering *numbering);
const Value *fit_read(const Value *value, FitRequest *request);
const Value *link_print_read(const Value *value, LinkPrint *print);

#endif
