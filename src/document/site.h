// What is meant for a web site's generator: shortcodes, and lines of MDX. Private to document.
#ifndef HSPDF_DOCUMENT_SITE_H
#define HSPDF_DOCUMENT_SITE_H

#include "document.h"

// Each stays text, and is told of.
void site_report_text(const Node *text, const Source *source, Diagnostics *diagnostics);
void site_report_paragraph(const Node *paragraph, Diagnostics *diagnostics);

#endif
