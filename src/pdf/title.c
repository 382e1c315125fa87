// PDF/UA wants a title of every file.
#include "pdf/finish.h"

enum { TITLE_BYTES = 80 }; // of a text that has none

// Without folders and suffix.
static Str stem_of(Str path)
{
    for (uint32_t i = path.length; i-- > 0;) {
        if (path.bytes[i] == '/') {
            path = str_from_offset(path, i + 1);
            break;
        }
    }
    for (uint32_t i = path.length; i-- > 1;) {
        if (path.bytes[i] == '.')
            return (Str){path.bytes, i};
    }
    return path;
}

// A file's name may be any bytes, and what stands in XML may not.
static Str clean(Str text, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        bool is_noncharacter = (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        bool is_control = character < ' ' || (character >= 0x7F && character < 0xA0);
        buffer_append_utf8(&out, is_noncharacter ? 0xFFFD : is_control ? ' ' : character);
    }
    return str_trim(buffer_str(&out));
}

static Str first_text(const Document *document, NodeKind kind, Arena *arena)
{
    for (size_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i]->kind != kind)
            continue;
        Str text = clean(node_plain_text(document->nodes[i], arena), arena);
        if (text.length > 0)
            return text;
    }
    return (Str){0};
}

Str title_find(const Document *document, Arena *arena)
{
    if (document->metadata.title.length > 0)
        return document->metadata.title;
    Str title = first_text(document, NODE_HEADING, arena);
    Str name = sources_count(document->sources) > 0 ? sources_at(document->sources, 0)->name : (Str){0};
    if (title.length == 0 && !str_equal(name, STR("<stdin>")))
        title = clean(stem_of(name), arena);
    if (title.length == 0)
        title = str_trim(str_shorten(first_text(document, NODE_PARAGRAPH, arena), TITLE_BYTES));
    return title.length > 0 ? title : STR("hspdf");
}
