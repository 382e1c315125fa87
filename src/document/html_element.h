// A start tag as read, and the reader of HTML that it belongs to. Private to the files html*.c.
#ifndef HSPDF_DOCUMENT_HTML_ELEMENT_H
#define HSPDF_DOCUMENT_HTML_ELEMENT_H

#include "css.h"
#include "html.h"
#include "html_token.h"

typedef enum {
#define HTML_ATTRIBUTE(id, name, tags, about) ATTRIBUTE_##id,
#include "html_attributes.h"
#undef HTML_ATTRIBUTE
    ATTRIBUTE_COUNT
} HtmlAttributeId;

typedef struct {
    const HtmlTag *tag;
    Span span;
    bool is_closed;              // `<svg … />`
    Str values[ATTRIBUTE_COUNT]; // as written
    bool has[ATTRIBUTE_COUNT];
    Declarations declared; // by the tag, by attributes and by its style
} HtmlElement;

struct Html {
    Arena *arena;
    Builder *builder;
    Diagnostics *diagnostics;
    EntityCache *entities;
    CssReader *css;
    const Source *source;
    Str *unknown; // tags that were reported
    size_t unknown_count, unknown_capacity;
    int row_groups; // opened so far
    bool has_told_form;
    HtmlElement *picture; // the inline picture that is open, or NULL: it is taken from the source once it ends
};

enum { HTML_TARGET_SHOWN = 60 }; // bytes of an address in a message; data addresses are long

// ---- html_element.c

void html_element_read(Html *html, const HtmlTag *tag, const HtmlToken *token, Span span, HtmlElement *element);

// Decoded, clean, without white space around it, in the arena.
Str html_value(Html *html, const HtmlElement *element, HtmlAttributeId attribute);

// A whole number as HTML reads it, no greater than `most`; `number` stays where there is none.
bool html_read_integer(Str text, int most, int *number);

// A width or a height in the unit of images and columns; that of the style goes before the attribute's.
Size html_size(Html *html, const HtmlElement *element, HtmlAttributeId attribute, const Measure *declared);

// ---- html_open.c: what a start tag closes, and what it opens.

bool html_is_section(const HtmlTag *tag);

// Index of the innermost frame of `tag`, or of a block of `kind`, that an end tag or a start tag reaches; 0 where there
// is none. The search ends at a block of kind `stop`, and at a block of Markdown.
size_t html_find_open(const Builder *builder, const HtmlTag *tag, NodeKind kind, NodeKind stop);

void html_open(Html *html, HtmlElement *element);

// ---- html_image.c, html_form.c, html_embed.c: pictures, fields to fill in, and what paper has not.

void html_take_image(Html *html, const HtmlElement *element);

// Inline SVG: at its start tag, and behind its end tag.
void html_begin_picture(Html *html, const HtmlElement *element);
void html_end_picture(Html *html, Span end);

// At the start tag; of the tag's frame, where it has one, which is open then.
void html_take_control(Html *html, const HtmlElement *element);

// At the start tag, before its frame is opened.
void html_take_embedded(Html *html, const HtmlElement *element);
void html_take_math(Html *html, const HtmlElement *element);

#endif
