// Islands of HTML: tokens in, builder's events out. Private to document.
#ifndef HSPDF_DOCUMENT_HTML_H
#define HSPDF_DOCUMENT_HTML_H

#include "builder.h"
#include "entity.h"
#include "locator.h"

typedef struct Html Html;

Html *html_new(Arena *arena, Builder *builder, Diagnostics *diagnostics);

// One piece of HTML as cmark-gfm hands it out: a block, or one inline tag. `piece` may go away afterwards.
void html_feed(Html *html, Str piece, Locator *locator);
void html_end_block(Html *html); // behind a block

// Opens an IMAGE that asks for `request`, with its file's name in it where that says of no alternative text. To be
// closed by builder_close_markdown.
void html_open_image(Builder *builder, Diagnostics *diagnostics, const Node *pattern);

#endif
