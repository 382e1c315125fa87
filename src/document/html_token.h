// HTML as tokens. Private to document.
#ifndef HSPDF_DOCUMENT_HTML_TOKEN_H
#define HSPDF_DOCUMENT_HTML_TOKEN_H

#include "support/support.h"

typedef enum {
    HTML_TEXT,        // entities not decoded
    HTML_START,       // <name …>
    HTML_END,         // </name>
    HTML_COMMENT,     // <!-- … -->
    HTML_DECLARATION, // <!DOCTYPE …>
    HTML_INSTRUCTION, // <?… ?>
    HTML_CDATA        // <![CDATA[ … ]]>; `content` is text
} HtmlTokenKind;

typedef struct {
    HtmlTokenKind kind;
    Str raw;        // all of it
    Str name;       // of a tag, as written
    Str attributes; // of a start tag: what lies between name and '>'
    Str content;    // of comment, declaration, instruction and CDATA
    bool is_closed; // false where the input ends before a comment or the like does
} HtmlToken;

// Where reading stands. Zero but for `html` is its start.
typedef struct {
    Str html;
    uint32_t at;
    unsigned unfinished; // tags met that never end
} HtmlReader;

// Reads the next token; false at the end. What is no whole tag is text.
bool html_token_next(HtmlReader *reader, HtmlToken *token);

typedef struct {
    Str name, value; // without quotes, entities not decoded
} HtmlAttribute;

// Takes the next attribute from the front of `*attributes`. False at their end.
bool html_attribute_next(Str *attributes, HtmlAttribute *attribute);

#endif
