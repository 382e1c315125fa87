// Mustache templates as tags with their places. Private to source.
#ifndef HSPDF_SOURCE_TEMPLATE_H
#define HSPDF_SOURCE_TEMPLATE_H

#include "support/support.h"

typedef enum {
    TAG_VARIABLE,   // {{name}}
    TAG_RAW,        // {{{name}}}, {{&name}}
    TAG_SECTION,    // {{#name}}
    TAG_INVERTED,   // {{^name}}
    TAG_CLOSE,      // {{/name}}
    TAG_PARTIAL,    // {{>name}}, {{>*name}}
    TAG_COMMENT,    // {{!…}}
    TAG_DELIMITERS, // {{=<% %>=}}
    TAG_BROKEN      // not closed, or without a name
} TagKind;

typedef struct {
    TagKind kind;
    Str name;
    uint32_t start, end; // as written
    // What it takes out of the text: all of its line, where a tag that prints nothing stands alone on it.
    uint32_t cut_start, cut_end;
    size_t partner;    // TAG_SECTION, TAG_INVERTED: index of its TAG_CLOSE
    bool is_dynamic;   // TAG_PARTIAL: the name of the partial is in the data
    const char *fault; // TAG_BROKEN, and sections that do not nest: what is wrong; else NULL
} Tag;

typedef struct {
    Str text;
    Tag *tags;
    size_t count;
} Template;

// Whether there may be a tag at all.
bool template_is_likely(Str text);

// Never fails: what is wrong stands in the tags. `text` is borrowed. Shortcodes of web sites, {{< >}} and {{% %}}, are
// text.
Template *template_parse(Arena *arena, Str text);

#endif
