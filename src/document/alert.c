// A block quote whose first line is `[!NOTE]` and nothing else is an alert, as on GitHub: in any case of letters, and
// where something follows. `> [!NOTE] text`, `> [!OTHER]` and `> \[!NOTE]` are quotes. Otherwise than on GitHub, an
// alert may stand in a list or a quote: there it would print its marker.
#define CMARK_NO_SHORT_NAMES
#include "alert.h"

#include <cmark-gfm.h>

enum { MARKER_MAX = 16 }; // bytes: longer than any

static bool kind_find(Str marker, AlertKind *kind)
{
    uint32_t length = marker.length;
    if (length < 3 || !str_starts_with(marker, STR("[!")) || marker.bytes[length - 1] != ']')
        return false;
    Str name = {marker.bytes + 2, length - 3};
    for (int i = 0; i < ALERT_KIND_COUNT; i++) {
        if (str_equal_nocase(name, str_from(alert_kind_name((AlertKind)i)))) {
            *kind = (AlertKind)i;
            return true;
        }
    }
    return false;
}

// The first line's text in `line`, NULL where it is not text alone, or too long; else what ends it, or the paragraph.
static bool first_line(cmark_node *paragraph, char line[MARKER_MAX], cmark_node **end)
{
    size_t length = 0;
    cmark_node *node = cmark_node_first_child(paragraph);
    for (; node && cmark_node_get_type(node) == CMARK_NODE_TEXT; node = cmark_node_next(node)) {
        const char *text = cmark_node_get_literal(node);
        size_t added = strlen(text);
        if (length + added >= MARKER_MAX)
            return false;
        memcpy(line + length, text, added);
        length += added;
    }
    line[length] = '\0';
    *end = node;
    return !node || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK ||
           cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
}

// Brackets that were escaped are text all the same.
static bool is_written(Str source, Span span)
{
    uint32_t at = span.start;
    while (at < source.length && memchr("> \t", source.bytes[at], 3))
        at++;
    return str_starts_with(str_from_offset(source, at), STR("[!"));
}

bool alert_take(cmark_node *quote, Str source, Span span, AlertKind *kind)
{
    char line[MARKER_MAX];
    cmark_node *paragraph = cmark_node_first_child(quote), *end = NULL;
    if (!paragraph || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH || !first_line(paragraph, line, &end) ||
        !kind_find(str_trim(str_from(line)), kind) || !is_written(source, span))
        return false;
    if (!end && !cmark_node_next(paragraph))
        return false;
    for (cmark_node *node = cmark_node_first_child(paragraph), *next; node; node = next) {
        next = node == end ? NULL : cmark_node_next(node);
        cmark_node_free(node);
    }
    return true;
}
