// Builds the tree from events of Markdown and of HTML, which nest in each other. Private to document.
//
// The open elements are a stack. What an element may not hold is put right as browsers do: text among blocks opens a
// paragraph, a cell without a row opens one, a block within a paragraph ends it.
#ifndef HSPDF_DOCUMENT_BUILDER_H
#define HSPDF_DOCUMENT_BUILDER_H

#include "document.h"
#include "entity.h"
#include "html_tag.h"

typedef struct {
    Node *node;         // NULL: no node of its own, as <code>, whose text becomes CODE nodes
    const void *origin; // the Markdown node that opened it, or NULL
    const HtmlTag *tag; // the HTML tag that opened it, or NULL
} OpenElement;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    const Source *source;
    EntityCache *entities;
    OpenElement *stack; // stack[0] is the part's or document's node
    size_t depth, capacity;
    Buffer text; // of adjacent pieces, not yet a node
    Span text_span;
    bool ends_with_space; // the last piece of HTML text did
    size_t note_count;
    Node *notes; // NOTES of this part, or NULL
    bool in_header_rows;
    int64_t cell_count; // of the table that is open
} Builder;

// Opens an element within the innermost one that may hold it. NULL beyond LIMIT_NESTING, which is diagnosed once.
Node *builder_open(Builder *builder, NodeKind kind, Span span, const void *origin, const HtmlTag *tag);

// Adds a node that holds nothing.
Node *builder_add(Builder *builder, NodeKind kind, Span span);

// Adds text to the innermost leaf; white space among blocks is dropped.
void builder_text(Builder *builder, Str text, Span span);

// Opens an element without a node.
void builder_open_plain(Builder *builder, const HtmlTag *tag);

// Closes all down to `depth` elements.
void builder_close_to(Builder *builder, size_t depth);

// The depth below the innermost element opened by `origin`; 0 where there is none.
size_t builder_find_origin(const Builder *builder, const void *origin);

void builder_feed_html(Builder *builder, Str html, Span span);

// An image is set as its alternative text, or else its name.
void builder_image(Builder *builder, Str target, Str title, Str alternative, bool has_alternative, Span span);

#endif
