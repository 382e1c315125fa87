// Private to src/pdf: walks through the bytes of PDF values (ISO 32000-1, 7.3) without making them into a tree.
#ifndef HSPDF_PDF_DICTIONARY_H
#define HSPDF_PDF_DICTIONARY_H

#include "support/support.h"

// OPEN and CLOSE: of dictionaries and arrays. WORD: numbers, operators, keywords.
typedef enum { TOKEN_END, TOKEN_OPEN, TOKEN_CLOSE, TOKEN_NAME, TOKEN_STRING, TOKEN_WORD, TOKEN_BAD } TokenKind;

typedef struct {
    TokenKind kind;
    uint32_t start, end;
} Token;

// The token that begins at or behind `at`.
Token token_next(Str bytes, uint32_t at);

// Where the value that begins at or behind `at` ends. False where there is none, or it is malformed.
bool value_end(Str bytes, uint32_t at, uint32_t *start, uint32_t *end);

// The next entry of a dictionary, from "<<" to ">>"; *at begins as 0. False behind the last one; malformed ones end it.
bool dictionary_next(Str dictionary, uint32_t *at, Str *key, Str *value);

// The value of `key` ("/Length") itself, not of a dictionary within; empty where there is none.
Str dictionary_find(Str dictionary, const char *key);

// The number of the next object that the bytes refer to, behind *at. False: no more.
bool reference_next(Str bytes, uint32_t *at, uint32_t *object);

// The object that a value is a reference to. False: it is none.
bool value_reference(Str value, uint32_t *object);

bool value_number(Str value, uint32_t *number);

#endif
