#include "pdf/dictionary.h"

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' || byte == '\0';
}

static bool is_delimiter(char byte)
{
    return byte != '\0' && strchr("()<>[]{}/%", byte) != NULL;
}

static uint32_t skip_space(Str bytes, uint32_t at)
{
    while (at < bytes.length) {
        if (bytes.bytes[at] == '%') {
            while (at < bytes.length && bytes.bytes[at] != '\n' && bytes.bytes[at] != '\r')
                at++;
        } else if (is_space(bytes.bytes[at])) {
            at++;
        } else {
            break;
        }
    }
    return at;
}

static uint32_t skip_regular(Str bytes, uint32_t at)
{
    while (at < bytes.length && !is_space(bytes.bytes[at]) && !is_delimiter(bytes.bytes[at]))
        at++;
    return at;
}

// Behind the string that begins at `at`; beyond the end where it is never closed.
static uint32_t skip_literal(Str bytes, uint32_t at)
{
    uint32_t depth = 0;
    for (; at < bytes.length; at++) {
        char byte = bytes.bytes[at];
        if (byte == '\\')
            at++;
        else if (byte == '(')
            depth++;
        else if (byte == ')' && --depth == 0)
            return at + 1;
    }
    return bytes.length + 1;
}

static uint32_t skip_hexadecimal(Str bytes, uint32_t at)
{
    while (at < bytes.length && bytes.bytes[at] != '>')
        at++;
    return at + 1;
}

Token token_next(Str bytes, uint32_t at)
{
    uint32_t start = skip_space(bytes, at);
    if (start >= bytes.length)
        return (Token){TOKEN_END, start, start};
    char byte = bytes.bytes[start];
    bool is_double = start + 1 < bytes.length && bytes.bytes[start + 1] == byte;
    Token token = {TOKEN_BAD, start, start + 1};
    if (byte == '/')
        token = (Token){TOKEN_NAME, start, skip_regular(bytes, start + 1)};
    else if (byte == '(')
        token = (Token){TOKEN_STRING, start, skip_literal(bytes, start)};
    else if (byte == '[' || byte == ']')
        token.kind = byte == '[' ? TOKEN_OPEN : TOKEN_CLOSE;
    else if (byte == '<' && !is_double)
        token = (Token){TOKEN_STRING, start, skip_hexadecimal(bytes, start)};
    else if ((byte == '<' || byte == '>') && is_double)
        token = (Token){byte == '<' ? TOKEN_OPEN : TOKEN_CLOSE, start, start + 2};
    else if (!is_delimiter(byte))
        token = (Token){TOKEN_WORD, start, skip_regular(bytes, start)};
    if (token.end > bytes.length)
        token.kind = TOKEN_BAD;
    return token;
}

static bool token_number(Str bytes, Token token, uint32_t *number)
{
    uint64_t value = 0;
    if (token.kind != TOKEN_WORD || token.end - token.start > 10)
        return false;
    for (uint32_t i = token.start; i < token.end; i++) {
        if (bytes.bytes[i] < '0' || bytes.bytes[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(bytes.bytes[i] - '0');
    }
    *number = (uint32_t)value;
    return value <= UINT32_MAX;
}

// "G R" behind the number that `first` is.
static bool reference_end(Str bytes, Token first, uint32_t *object, uint32_t *end)
{
    uint32_t generation;
    if (!token_number(bytes, first, object))
        return false;
    Token second = token_next(bytes, first.end);
    if (!token_number(bytes, second, &generation))
        return false;
    Token third = token_next(bytes, second.end);
    *end = third.end;
    return third.kind == TOKEN_WORD && third.end - third.start == 1 && bytes.bytes[third.start] == 'R';
}

bool value_end(Str bytes, uint32_t at, uint32_t *start, uint32_t *end)
{
    uint32_t depth = 0, object;
    *start = skip_space(bytes, at);
    for (;;) {
        Token token = token_next(bytes, at);
        if (token.kind == TOKEN_END || token.kind == TOKEN_BAD || (token.kind == TOKEN_CLOSE && depth == 0))
            return false;
        at = token.end;
        depth += token.kind == TOKEN_OPEN;
        depth -= token.kind == TOKEN_CLOSE;
        if (depth == 0) {
            if (!reference_end(bytes, token, &object, end))
                *end = token.end;
            return true;
        }
    }
}

bool dictionary_next(Str dictionary, uint32_t *at, Str *key, Str *value)
{
    if (*at == 0 && str_starts_with(dictionary, STR("<<")))
        *at = 2;
    Token name = token_next(dictionary, *at);
    uint32_t start, end;
    if (name.kind != TOKEN_NAME || !value_end(dictionary, name.end, &start, &end))
        return false;
    *key = (Str){dictionary.bytes + name.start, name.end - name.start};
    *value = (Str){dictionary.bytes + start, end - start};
    *at = end;
    return true;
}

Str dictionary_find(Str dictionary, const char *key)
{
    Str wanted = str_from(key), name, value;
    for (uint32_t at = 0; dictionary_next(dictionary, &at, &name, &value);) {
        if (str_equal(name, wanted))
            return value;
    }
    return (Str){0};
}

bool reference_next(Str bytes, uint32_t *at, uint32_t *object)
{
    for (;;) {
        Token token = token_next(bytes, *at);
        uint32_t end;
        if (token.kind == TOKEN_END || token.kind == TOKEN_BAD)
            return false;
        *at = token.end;
        if (reference_end(bytes, token, object, &end)) {
            *at = end;
            return true;
        }
    }
}

bool value_reference(Str value, uint32_t *object)
{
    uint32_t end;
    return reference_end(value, token_next(value, 0), object, &end) && end == value.length;
}

bool value_number(Str value, uint32_t *number)
{
    Token token = token_next(value, 0);
    return token.end == value.length && token_number(value, token, number);
}
