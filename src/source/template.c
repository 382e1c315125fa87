// The Mustache specification, version 1.4 (github.com/mustache/spec), but lambdas and inheritance. A text is cut at its
// tags once; merge.c walks them. Linear: each tag is looked for from the end of the one before it, and a text with many
// tags that are never closed, each of which is looked for to the text's end, is no template.
#include "template.h"

enum { DELIMITER_BYTES = 16, UNCLOSED_MAX = 50 };

typedef struct {
    Arena *arena;
    Template *template;
    size_t capacity;
    uint32_t at;
    Str open, close; // the delimiters in force
    size_t sections[BOUND_MERGE_NESTING];
    size_t depth;
    unsigned unclosed;
} Parser;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static Str slice(Str text, uint32_t start, uint32_t end)
{
    return (Str){text.bytes + start, end - start};
}

static uint32_t find(Str text, uint32_t at, Str mark)
{
    const char *found = at < text.length ? memmem(text.bytes + at, text.length - at, mark.bytes, mark.length) : NULL;
    return found ? (uint32_t)(found - text.bytes) : text.length;
}

bool template_is_likely(Str text)
{
    return text.length > 3 && memmem(text.bytes, text.length, "{{", 2);
}

// The end of a shortcode that starts at `start`; `start` where there is none.
static uint32_t shortcode_end(const Parser *parser, uint32_t start)
{
    Str text = parser->template->text;
    uint32_t inside = start + parser->open.length;
    if (!str_equal(parser->open, STR("{{")) || inside >= text.length)
        return start;
    char mark = text.bytes[inside];
    if (mark != '<' && mark != '%')
        return start;
    const char *line_end = memchr(text.bytes + inside, '\n', text.length - inside);
    uint32_t end = line_end ? (uint32_t)(line_end - text.bytes) : text.length;
    Str close = mark == '<' ? STR(">}}") : STR("%}}");
    uint32_t found = find(slice(text, 0, end), inside + 1, close);
    return found < end ? found + close.length : start;
}

static TagKind kind_of(char sigil)
{
    switch (sigil) {
    case '{':
    case '&':
        return TAG_RAW;
    case '#':
        return TAG_SECTION;
    case '^':
        return TAG_INVERTED;
    case '/':
        return TAG_CLOSE;
    case '>':
        return TAG_PARTIAL;
    case '!':
        return TAG_COMMENT;
    case '=':
        return TAG_DELIMITERS;
    default:
        return TAG_VARIABLE;
    }
}

static bool stands_alone(TagKind kind)
{
    return kind != TAG_VARIABLE && kind != TAG_RAW && kind != TAG_BROKEN;
}

static void widen_to_line(Str text, Tag *tag)
{
    uint32_t start = tag->start, end = tag->end;
    while (start > 0 && is_blank(text.bytes[start - 1]))
        start--;
    while (end < text.length && is_blank(text.bytes[end]))
        end++;
    bool is_first = start == 0 || is_line_end(text.bytes[start - 1]);
    bool is_last = end == text.length || is_line_end(text.bytes[end]);
    if (!is_first || !is_last)
        return;
    if (end < text.length)
        end += text.bytes[end] == '\r' && end + 1 < text.length && text.bytes[end + 1] == '\n' ? 2 : 1;
    tag->cut_start = start;
    tag->cut_end = end;
}

static void fail(Tag *tag, const char *fault)
{
    tag->kind = TAG_BROKEN;
    tag->fault = fault;
    tag->cut_start = tag->start;
    tag->cut_end = tag->end;
}

static bool is_delimiter(Str text)
{
    bool has_size = text.length > 0 && text.length <= DELIMITER_BYTES;
    return has_size && !memchr(text.bytes, '=', text.length);
}

static void set_delimiters(Parser *parser, Tag *tag)
{
    uint32_t first = 0;
    while (first < tag->name.length && !is_blank(tag->name.bytes[first]) && !is_line_end(tag->name.bytes[first]))
        first++;
    Str open = slice(tag->name, 0, first), close = str_trim(str_from_offset(tag->name, first));
    if (!is_delimiter(open) || !is_delimiter(close) || memchr(close.bytes, ' ', close.length)) {
        fail(tag, "two marks are wanted between the '=', with a space between them");
        return;
    }
    parser->open = open;
    parser->close = close;
}

// The closing mark is behind the tag's inside: "}" of a {{{ }}} and "=" of a {{= =}} belong to it.
static uint32_t find_close(const Parser *parser, uint32_t inside, char sigil, uint32_t *mark_length)
{
    char mark[DELIMITER_BYTES + 1];
    uint32_t length = 0;
    if (sigil == '{' || sigil == '=')
        mark[length++] = sigil == '{' ? '}' : '=';
    memcpy(mark + length, parser->close.bytes, parser->close.length);
    *mark_length = length + parser->close.length;
    return find(parser->template->text, inside, (Str){mark, *mark_length});
}

static Tag read_tag(Parser *parser, uint32_t start)
{
    Str text = parser->template->text;
    uint32_t inside = start + parser->open.length, mark_length;
    while (inside < text.length && is_blank(text.bytes[inside]))
        inside++;
    char sigil = inside < text.length ? text.bytes[inside] : ' ';
    Tag tag = {.kind = kind_of(sigil), .start = start};
    if (tag.kind != TAG_VARIABLE)
        inside++;
    uint32_t close = find_close(parser, inside, sigil, &mark_length);
    if (close == text.length) {
        tag.end = start + parser->open.length;
        parser->unclosed++;
        fail(&tag, "this tag is never closed");
        return tag;
    }
    tag.end = close + mark_length;
    tag.name = str_trim(slice(text, inside, close));
    if (tag.kind == TAG_PARTIAL && tag.name.length > 1 && tag.name.bytes[0] == '*') {
        tag.is_dynamic = true;
        tag.name = str_trim(str_from_offset(tag.name, 1));
    }
    tag.cut_start = tag.start;
    tag.cut_end = tag.end;
    if (stands_alone(tag.kind))
        widen_to_line(text, &tag);
    bool is_inheritance = tag.kind == TAG_VARIABLE && tag.name.length > 1 && (sigil == '<' || sigil == '$');
    bool is_name = tag.name.length > 0 && !memchr(tag.name.bytes, '\n', tag.name.length);
    if (tag.kind == TAG_DELIMITERS)
        set_delimiters(parser, &tag);
    else if (tag.kind != TAG_COMMENT && !is_name)
        fail(&tag, "this tag has no name");
    else if (is_inheritance)
        fail(&tag, "templates do not inherit from others here");
    return tag;
}

static void nest(Parser *parser, size_t index)
{
    Tag *tag = &parser->template->tags[index];
    if (tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED) {
        tag->partner = index;
        if (parser->depth < BOUND_MERGE_NESTING)
            parser->sections[parser->depth++] = index;
        else
            tag->fault = "sections are nested too deep";
    } else if (tag->kind == TAG_CLOSE) {
        Tag *opening = parser->depth > 0 ? &parser->template->tags[parser->sections[parser->depth - 1]] : NULL;
        if (opening && str_equal(opening->name, tag->name)) {
            opening->partner = index;
            parser->depth--;
        } else {
            tag->fault = "this ends no section that is open here";
        }
    }
}

Template *template_parse(Arena *arena, Str text)
{
    Parser parser = {.arena = arena, .open = STR("{{"), .close = STR("}}")};
    parser.template = arena_new(arena, Template);
    parser.template->text = text;
    for (;;) {
        uint32_t start = find(text, parser.at, parser.open);
        if (start == text.length || parser.unclosed > UNCLOSED_MAX)
            break;
        parser.at = shortcode_end(&parser, start);
        if (parser.at > start)
            continue;
        Tag tag = read_tag(&parser, start);
        parser.at = tag.end;
        *arena_push(arena, parser.template->tags, parser.template->count, parser.capacity) = tag;
        nest(&parser, parser.template->count - 1);
    }
    while (parser.depth > 0)
        parser.template->tags[parser.sections[--parser.depth]].fault = "this section is never closed";
    return parser.template;
}
