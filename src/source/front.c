// Front matter stands between a first line `---` and a line `---` or `...`. A first line `---` is a thematic break in
// Markdown too; it is one here where a blank line follows, and no mapping of keys after that.
#include "front.h"

typedef struct {
    Str line;      // without its end
    uint32_t next; // where the next one starts
} Line;

static Line line_at(Str text, uint32_t start)
{
    uint32_t end = start;
    while (end < text.length && text.bytes[end] != '\n' && text.bytes[end] != '\r')
        end++;
    uint32_t next = end;
    if (next < text.length)
        next += text.bytes[next] == '\r' && next + 1 < text.length && text.bytes[next + 1] == '\n' ? 2 : 1;
    return (Line){{text.bytes + start, end - start}, next};
}

static bool is_mark(Str line, Str mark)
{
    if (!str_starts_with(line, mark))
        return false;
    for (uint32_t i = mark.length; i < line.length; i++) {
        if (line.bytes[i] != ' ' && line.bytes[i] != '\t')
            return false;
    }
    return true;
}

static bool is_key_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '-' || ((unsigned char)byte & 0x80) != 0;
}

// True for `key:` and `key: value`.
static bool is_member(Str line)
{
    uint32_t at = 0;
    while (at < line.length && is_key_byte(line.bytes[at]))
        at++;
    if (at == 0 || at == line.length || line.bytes[at] != ':')
        return false;
    return at + 1 == line.length || line.bytes[at + 1] == ' ' || line.bytes[at + 1] == '\t';
}

// Whether the first line in [start, end) that is neither blank nor a comment is a mapping's member.
static bool starts_with_member(Str text, uint32_t start, uint32_t end)
{
    while (start < end) {
        Line line = line_at(text, start);
        Str content = str_trim(line.line);
        if (content.length > 0 && content.bytes[0] != '#')
            return is_member(line.line);
        start = line.next;
    }
    return false;
}

FrontMatter front_matter_find(Str text)
{
    FrontMatter none = {.state = FRONT_NONE};
    Line first = line_at(text, 0);
    if (!is_mark(first.line, STR("---")) || first.next == first.line.length)
        return none;
    bool blank_follows = str_trim(line_at(text, first.next).line).length == 0;

    for (uint32_t at = first.next; at < text.length;) {
        Line line = line_at(text, at);
        if (is_mark(line.line, STR("---")) || is_mark(line.line, STR("..."))) {
            if (blank_follows && !starts_with_member(text, first.next, at))
                return none;
            return (FrontMatter){FRONT_FOUND, first.next, at, line.next};
        }
        at = line.next;
    }
    if (blank_follows)
        return none;
    return (FrontMatter){.state = FRONT_NEVER_CLOSED};
}
