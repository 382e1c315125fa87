// Alerts: block quotes whose first line says what they are. Private to document.
#ifndef HSPDF_DOCUMENT_ALERT_H
#define HSPDF_DOCUMENT_ALERT_H

#include "document.h"

struct cmark_node;

// Whether a block quote of cmark-gfm, which stands at `span` in `source`, is an alert; then its first line is taken
// out.
bool alert_take(struct cmark_node *quote, Str source, Span span, AlertKind *kind);

#endif
