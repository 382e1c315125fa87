// A tokenizer for islands of HTML that people write and sites export. It follows the HTML standard, section 13.2.5,
// but for these: a tag that the input's end cuts off is text, not dropped; CDATA sections are text; instructions but
// those of XML end with "?>", since the code in them may have a '>'; and "</" before what is no letter is text.
#include "html_token.h"

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_letter(char byte)
{
    char lower = (char)(byte | 0x20);
    return lower >= 'a' && lower <= 'z';
}

static Str slice(Str text, uint32_t start, uint32_t end)
{
    return (Str){text.bytes + start, end - start};
}

// Offset of `mark` at or behind `at`; text.length where there is none.
static uint32_t find(Str text, uint32_t at, Str mark)
{
    const char *found = memmem(text.bytes + at, text.length - at, mark.bytes, mark.length);
    return found ? (uint32_t)(found - text.bytes) : text.length;
}

// A token whose content runs from `inside` to `mark`.
static HtmlToken read_until(HtmlReader *reader, uint32_t inside, Str mark, HtmlTokenKind kind)
{
    Str html = reader->html;
    uint32_t start = reader->at;
    inside = inside < html.length ? inside : html.length;
    uint32_t end = find(html, inside, mark);
    bool is_closed = end < html.length;
    reader->at = is_closed ? end + mark.length : html.length;
    return (HtmlToken){.kind = kind,
                       .raw = slice(html, start, reader->at),
                       .content = slice(html, inside, end),
                       .is_closed = is_closed};
}

// Offset behind the '>' that ends the tag whose name ends at `at`; 0 where there is none. Quotes guard a '>'.
static uint32_t find_tag_end(Str html, uint32_t at)
{
    bool expects_value = false;
    while (at < html.length) {
        char byte = html.bytes[at];
        if (byte == '>')
            return at + 1;
        if (expects_value && (byte == '"' || byte == '\'')) {
            const char *close = memchr(html.bytes + at + 1, byte, html.length - at - 1);
            if (!close)
                return 0;
            at = (uint32_t)(close - html.bytes);
        }
        if (!is_space(byte))
            expects_value = byte == '=';
        at++;
    }
    return 0;
}

static HtmlToken read_text(HtmlReader *reader)
{
    Str html = reader->html;
    uint32_t start = reader->at;
    // At least one byte: a '<' that begins no tag is text.
    const char *next = start + 1 < html.length ? memchr(html.bytes + start + 1, '<', html.length - start - 1) : NULL;
    reader->at = next ? (uint32_t)(next - html.bytes) : html.length;
    return (HtmlToken){.kind = HTML_TEXT, .raw = slice(html, start, reader->at), .is_closed = true};
}

static HtmlToken read_tag(HtmlReader *reader, uint32_t name_start, HtmlTokenKind kind)
{
    // Each unfinished tag is looked through to the end of the input: past this many there is no markup left to save.
    enum { UNFINISHED_MAX = 50 };
    Str html = reader->html;
    uint32_t start = reader->at, name_end = name_start;
    if (reader->unfinished > UNFINISHED_MAX)
        return read_text(reader);
    while (name_end < html.length && !is_space(html.bytes[name_end]) && html.bytes[name_end] != '>' &&
           html.bytes[name_end] != '/')
        name_end++;
    uint32_t end = find_tag_end(html, name_end);
    if (end == 0) {
        reader->unfinished++;
        return read_text(reader);
    }
    reader->at = end;
    return (HtmlToken){.kind = kind,
                       .raw = slice(html, start, end),
                       .name = slice(html, name_start, name_end),
                       .attributes = slice(html, name_end, end - 1),
                       .is_closed = true};
}

static HtmlToken read_token(HtmlReader *reader)
{
    uint32_t start = reader->at;
    Str rest = str_from_offset(reader->html, start);
    if (rest.bytes[0] != '<' || rest.length < 2)
        return read_text(reader);
    if (is_letter(rest.bytes[1]))
        return read_tag(reader, start + 1, HTML_START);
    if (rest.bytes[1] == '/' && rest.length > 2 && is_letter(rest.bytes[2]))
        return read_tag(reader, start + 2, HTML_END);
    if (str_starts_with(rest, STR("<!-->")) || str_starts_with(rest, STR("<!--->")))
        return read_until(reader, start + 4, STR(">"), HTML_COMMENT);
    if (str_starts_with(rest, STR("<!--")))
        return read_until(reader, start + 4, STR("-->"), HTML_COMMENT);
    if (str_starts_with(rest, STR("<![CDATA[")))
        return read_until(reader, start + 9, STR("]]>"), HTML_CDATA);
    if (rest.bytes[1] == '!' && rest.length > 2 && is_letter(rest.bytes[2]))
        return read_until(reader, start + 2, STR(">"), HTML_DECLARATION);
    if (str_starts_with(rest, STR("<![")) || str_starts_with(rest, STR("<?xml"))) // conditions of Word, and its XML
        return read_until(reader, start + 2, STR(">"), rest.bytes[1] == '?' ? HTML_INSTRUCTION : HTML_DECLARATION);
    if (rest.bytes[1] == '?')
        return read_until(reader, start + 2, STR("?>"), HTML_INSTRUCTION);
    return read_text(reader);
}

bool html_token_next(HtmlReader *reader, HtmlToken *token)
{
    if (reader->at >= reader->html.length)
        return false;
    *token = read_token(reader);
    return true;
}

bool html_attribute_next(Str *attributes, HtmlAttribute *attribute)
{
    Str rest = *attributes;
    uint32_t at = 0;
    while (at < rest.length && (is_space(rest.bytes[at]) || rest.bytes[at] == '/'))
        at++;
    if (at == rest.length)
        return false;
    uint32_t start = at++;
    while (at < rest.length && !is_space(rest.bytes[at]) && rest.bytes[at] != '=' && rest.bytes[at] != '/')
        at++;
    *attribute = (HtmlAttribute){.name = slice(rest, start, at), .value = STR("")};
    uint32_t after = at;
    while (after < rest.length && is_space(rest.bytes[after]))
        after++;
    if (after < rest.length && rest.bytes[after] == '=') {
        at = after + 1;
        while (at < rest.length && is_space(rest.bytes[at]))
            at++;
        char quote = at < rest.length ? rest.bytes[at] : ' ';
        bool is_quoted = quote == '"' || quote == '\'';
        start = is_quoted ? at + 1 : at;
        uint32_t end = start < rest.length ? start : rest.length;
        while (end < rest.length && (is_quoted ? rest.bytes[end] != quote : !is_space(rest.bytes[end])))
            end++;
        attribute->value = slice(rest, start < end ? start : end, end);
        at = end + (is_quoted && end < rest.length);
    }
    *attributes = str_from_offset(rest, at);
    return true;
}
