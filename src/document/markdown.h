// Private to document: one source's Markdown, fed to the builder.
#ifndef HSPDF_DOCUMENT_MARKDOWN_H
#define HSPDF_DOCUMENT_MARKDOWN_H

#include "builder.h"

void markdown_feed(Builder *builder);

#endif
