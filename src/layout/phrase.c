// Numbers in phrases: "Page {page} of {pages}".
#include "layout/flow.h"

static const PhraseNumber *find_number(Str text, const PhraseNumber *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_starts_with(text, numbers[i].field))
            return &numbers[i];
    }
    return NULL;
}

Str phrase_fill(LayoutContext *context, Str phrase, Str lang, const PhraseNumber *numbers, size_t count)
{
    Buffer text = {.arena = context->arena};
    for (Str rest = phrase; rest.length > 0;) {
        const PhraseNumber *found = find_number(rest, numbers, count);
        if (found)
            buffer_append_str(&text, found->text.length > 0 ? found->text
                                                            : locale_digits(context->arena, lang, found->number));
        else
            buffer_append_char(&text, rest.bytes[0]);
        rest = str_from_offset(rest, found ? found->field.length : 1);
    }
    return buffer_str(&text);
}
