// Each conversion is handed to snprintf by itself, with its argument.
#include "format.h"

#include <stdio.h>

typedef struct {
    char *out;
    size_t size, length; // the length may go beyond the size
} Message;

static void append(Message *message, const char *bytes, size_t length)
{
    size_t room = message->length < message->size ? message->size - message->length : 0;
    if (room > 0 && length > 0) // no text may be NULL
        memcpy(message->out + message->length, bytes, length < room ? length : room);
    message->length += length;
}

static void append_text(Message *message, Str text, const DiagnosticGuard *guard, DiagnosticCode code)
{
    static const char hidden[] = "\u2026";
    if (guard->may_show && text.length > 0 && !guard->may_show(guard->context, code, text))
        append(message, hidden, sizeof hidden - 1);
    else
        append(message, text.bytes, text.length);
}

// `conversion` is the whole of it, "%04X". False where it is of no kind that diagnostics have.
static bool append_plain(Message *message, const char *conversion, va_list *arguments)
{
    char piece[256];
    int length = -1;
    switch (conversion[strlen(conversion) - 1]) {
    case 'd':
    case 'i':
    case 'c':
        length = snprintf(piece, sizeof piece, conversion, va_arg(*arguments, int));
        break;
    case 'u':
    case 'x':
    case 'X':
        length = snprintf(piece, sizeof piece, conversion, va_arg(*arguments, unsigned));
        break;
    case 'f':
    case 'g':
        length = snprintf(piece, sizeof piece, conversion, va_arg(*arguments, double));
        break;
    case 's': {
        const char *text = va_arg(*arguments, const char *);
        append(message, text, strlen(text));
        return true;
    }
    }
    if (length < 0 || (size_t)length >= sizeof piece)
        return false;
    append(message, piece, (size_t)length);
    return true;
}

// Behind the '%' at `at`; gives where the conversion ends.
static const char *append_conversion(Message *message, const char *at, va_list *arguments, const DiagnosticGuard *guard,
                                     DiagnosticCode code)
{
    char conversion[16] = "%";
    size_t length = strcspn(at, "cdiuxXfgs%") + 1;
    if (*at == '%') {
        append(message, "%", 1);
    } else if (strncmp(at, ".*s", 3) == 0) {
        int bytes = va_arg(*arguments, int);
        append_text(message, (Str){va_arg(*arguments, const char *), (uint32_t)bytes}, guard, code);
    } else if (length + 1 < sizeof conversion) {
        memcpy(conversion + 1, at, length);
        if (!append_plain(message, conversion, arguments))
            append(message, "?", 1);
    }
    return at + length;
}

size_t format_guarded(char *out, size_t size, const char *format, va_list arguments, const DiagnosticGuard *guard,
                      DiagnosticCode code)
{
    Message message = {.out = out, .size = size};
    va_list rest;
    va_copy(rest, arguments);
    while (*format) {
        size_t plain = strcspn(format, "%");
        append(&message, format, plain);
        format += plain;
        if (*format)
            format = append_conversion(&message, format + 1, &rest, guard, code);
    }
    va_end(rest);
    if (message.length < size)
        return message.length;
    size_t kept = size;
    while (kept > 0 && ((unsigned char)out[kept - 1] & 0x80))
        kept--;
    return kept;
}
