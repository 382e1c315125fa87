// Blanks: what people write where others are to write. A run of
//   - three underscores or more, or fullwidth ones;
//   - fewer, where they stand with punctuation alone, at least three in all: `__/__/____`, `(___) ___-____`;
//   - eight dots or more (an ellipsis is three), at the end of a line or behind a colon.
#include "blank.h"

#include "node.h"

enum {
    UNDERSCORES_MIN = 3,
    DOTS_MIN = 8,
    ELLIPSIS_DOTS = 3,
    SIGNS_MAX = 40 /* bytes beside a blank: a number is no longer */
};

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_letter(char byte)
{
    return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte & 0x80);
}

// ---- runs

typedef struct {
    uint32_t start, end; // bytes; equal: none
} Run;

// A run of signs at `at`, with the number of underscores or dots that it stands for.
static Run run_at(Str text, uint32_t at, uint32_t *count, bool *is_dots)
{
    Run run = {at, at};
    *count = 0;
    *is_dots = false;
    for (uint32_t next = at; next < text.length;) {
        uint32_t character = utf8_next(text, &next);
        bool is_dot = character == '.' || character == 0x2026, is_line = character == '_' || character == 0xFF3F;
        if ((!is_dot && !is_line) || (run.end > at && is_dot != *is_dots))
            break;
        *is_dots = is_dot;
        *count += character == 0x2026 ? ELLIPSIS_DOTS : 1;
        run.end = next;
    }
    return run;
}

// Whether what stands between the spaces around `at` is underscores and punctuation, enough of the former.
static bool is_among_signs(Str text, Run run)
{
    uint32_t start = run.start, end = run.end, underscores = 0;
    while (start > 0 && !is_space(text.bytes[start - 1]) && run.start - start < SIGNS_MAX)
        start--;
    while (end < text.length && !is_space(text.bytes[end]) && end - run.end < SIGNS_MAX)
        end++;
    for (uint32_t i = start; i < end; i++) {
        underscores += text.bytes[i] == '_';
        if (is_letter(text.bytes[i]))
            return false;
    }
    return underscores >= UNDERSCORES_MIN;
}

// A part of a name: snake____case.
static bool is_within_word(Str text, Run run)
{
    return run.start > 0 && run.end < text.length && is_letter(text.bytes[run.start - 1]) &&
           is_letter(text.bytes[run.end]);
}

static bool is_behind_colon(Str text, uint32_t at)
{
    while (at > 0 && text.bytes[at - 1] == ' ')
        at--;
    return at > 0 && text.bytes[at - 1] == ':';
}

// The first blank at or behind `from`. `ends_line`: nothing follows the text on its line.
static Run blank_next(Str text, uint32_t from, bool ends_line)
{
    for (uint32_t at = from; at < text.length;) {
        uint32_t count;
        bool is_dots;
        Run run = run_at(text, at, &count, &is_dots);
        if (run.end == at) {
            utf8_next(text, &at);
            continue;
        }
        bool may_be_dots = count >= DOTS_MIN && ((ends_line && run.end == text.length) || is_behind_colon(text, at));
        bool may_be_lines = count >= UNDERSCORES_MIN ? !is_within_word(text, run) : is_among_signs(text, run);
        if (is_dots ? may_be_dots : may_be_lines)
            return run;
        at = run.end;
    }
    return (Run){text.length, text.length};
}

// ---- splitting

static bool is_joined(Str whole, Run run)
{
    return (run.end < whole.length && memchr("/-)", whole.bytes[run.end], 3)) ||
           (run.start > 0 && memchr("/-(", whole.bytes[run.start - 1], 3));
}

static Node *add_behind(Arena *arena, Node *previous, NodeKind kind, Str text, Span span)
{
    Node *node = arena_new(arena, Node);
    *node = (Node){.kind = kind, .text = text, .span = span};
    node_insert(previous->parent, previous, node);
    return node;
}

// Of a node whose text is as long as its place in the source; else the whole.
static Span span_of(const Node *node, Str whole, Str part)
{
    if (node->span.end - node->span.start != whole.length)
        return node->span;
    uint32_t start = node->span.start + (uint32_t)(part.bytes - whole.bytes);
    return (Span){node->span.source, start, start + part.length};
}

bool blank_ends(Str text)
{
    uint32_t start = text.length;
    while (start > 0 && !is_space(text.bytes[start - 1]))
        start--;
    while (start < text.length) {
        Run run = blank_next(text, start, /*ends_line*/ true);
        if (run.end == text.length)
            return run.end > run.start;
        start = run.end;
    }
    return false;
}

// Few texts may have one: the others are looked at no closer.
static bool may_have_blank(Str text)
{
    static const char *const signs[] = {"...", "\u2026\u2026", "\uFF3F"};
    if (memchr(text.bytes, '_', text.length))
        return true;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (memmem(text.bytes, text.length, signs[i], strlen(signs[i])))
            return true;
    }
    return false;
}

bool blanks_split(Arena *arena, Node *node, Node **last)
{
    Str whole = node->text;
    bool ends_line = !node->next || node->next->kind == NODE_LINE_BREAK;
    Node original = *node;
    *last = node;
    if (!may_have_blank(whole))
        return false;
    for (uint32_t at = 0; at < whole.length;) {
        Run run = blank_next(whole, at, ends_line);
        if (at == 0 && run.start == whole.length)
            return false;
        const struct {
            NodeKind kind;
            Str text;
        } pieces[] = {{NODE_TEXT, {whole.bytes + at, run.start - at}},
                      {NODE_BLANK, {whole.bytes + run.start, run.end - run.start}}};
        for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
            Span span = span_of(&original, whole, pieces[i].text);
            if (pieces[i].text.length == 0)
                continue;
            if (pieces[i].text.bytes > whole.bytes) {
                *last = add_behind(arena, *last, pieces[i].kind, pieces[i].text, span);
            } else {
                node->kind = pieces[i].kind;
                node->text = pieces[i].text;
                node->span = span;
            }
            if (pieces[i].kind == NODE_BLANK)
                (*last)->blank.is_joined = is_joined(whole, run);
        }
        at = run.end;
    }
    return true;
}

// ---- lines to sign on
//
//     ____________________       ______________        a thematic break to Markdown, and a paragraph
//     Signature                  Date
//
// is a paragraph for each line, with its caption below it.

enum {
    SIGNED_MIN = 10, // underscores that no one writes for a mere break
    BREAK_MAX = 3,   // that many are a break, whatever stands beside
    SIGNED_MAX = 8   // lines side by side
};

typedef struct {
    Str pieces[SIGNED_MAX];
    size_t count;
} Pieces;

// What `spaces` spaces or more part, or a tab. More than SIGNED_MAX: none.
static Pieces pieces_of(Str line, uint32_t spaces)
{
    Pieces pieces = {.count = 0};
    for (uint32_t at = 0; at < line.length;) {
        uint32_t start = at, end = at, gap = 0;
        for (; at < line.length && gap < spaces; at++) {
            bool is_blank = line.bytes[at] == ' ' || line.bytes[at] == '\t';
            gap = !is_blank ? 0 : line.bytes[at] == '\t' ? spaces : gap + 1;
            end = is_blank ? end : at + 1;
        }
        if (end > start && pieces.count == SIGNED_MAX)
            return (Pieces){.count = 0};
        if (end > start)
            pieces.pieces[pieces.count++] = (Str){line.bytes + start, end - start};
        while (at < line.length && (line.bytes[at] == ' ' || line.bytes[at] == '\t'))
            at++;
    }
    return pieces;
}

static bool has_blank(const Node *node)
{
    if (!node || node->kind != NODE_PARAGRAPH)
        return false;
    for (const Node *child = node->first_child; child; child = child->next) {
        bool has_run = child->kind == NODE_TEXT && memmem(child->text.bytes, child->text.length, "___", 3);
        if (child->kind == NODE_BLANK || has_run)
            return true;
    }
    return false;
}

static bool is_to_sign(const Node *rule, Str line, bool is_behind)
{
    uint32_t underscores = 0;
    for (uint32_t i = 0; i < line.length; i++) {
        if (line.bytes[i] != '_' && !is_space(line.bytes[i]))
            return false;
        underscores += line.bytes[i] == '_';
    }
    bool is_run = line.length >= UNDERSCORES_MIN && memcmp(line.bytes, "___", 3) == 0; // not `_ _ _`
    bool is_beside = underscores > BREAK_MAX && (is_behind || has_blank(rule->next));
    return is_run && (underscores >= SIGNED_MIN || is_beside);
}

// Whether the line is written as it is read: nothing but spaces and tabs stands for something else.
static bool is_plain(Str line, Str text)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < line.length; i++) {
        bool is_blank = line.bytes[i] == ' ' || line.bytes[i] == '\t';
        if (is_blank && i + 1 < line.length && (line.bytes[i + 1] == ' ' || line.bytes[i + 1] == '\t'))
            continue;
        if (at == text.length || text.bytes[at++] != (is_blank ? ' ' : line.bytes[i]))
            return false;
    }
    return at == text.length;
}

// The paragraph of plain text in the line below `rule`, as written; empty where there is none.
static Str caption_of(const Node *rule, const Source *source)
{
    const Node *next = rule->next;
    const Node *text = next && next->kind == NODE_PARAGRAPH ? next->first_child : NULL;
    if (!text || text->next || text->kind != NODE_TEXT || text->span.end > source->text.length)
        return (Str){0};
    uint32_t lines = 0;
    for (uint32_t i = rule->span.start; i < text->span.start; i++)
        lines += source->text.bytes[i] == '\n' || (source->text.bytes[i] == '\r' && source->text.bytes[i + 1] != '\n');
    return lines == 1 ? (Str){source->text.bytes + text->span.start, text->span.end - text->span.start} : (Str){0};
}

static Span span_in(const Source *source, Str part)
{
    uint32_t start = (uint32_t)(part.bytes - source->text.bytes);
    return (Span){source->id, start, start + part.length};
}

static Node *append(Arena *arena, Node *parent, NodeKind kind, Str text, Span span)
{
    Node *node = arena_new(arena, Node);
    *node = (Node){.kind = kind, .text = text, .span = span};
    node_insert(parent, parent->last_child, node);
    return node;
}

Node *blank_take_rule(Arena *arena, Node *rule, const Source *source, bool is_behind)
{
    if (rule->span.source != source->id || rule->span.end > source->text.length)
        return rule;
    Str line = str_trim((Str){source->text.bytes + rule->span.start, rule->span.end - rule->span.start});
    if (!is_to_sign(rule, line, is_behind))
        return rule;
    Pieces lines = pieces_of(line, 1), captions = pieces_of(caption_of(rule, source), 2);
    if (lines.count == 0)
        return rule;
    Node *paragraph = rule, *caption = rule->next;
    bool has_captions = captions.count == lines.count &&
                        (lines.count == 1 || is_plain(caption_of(rule, source), caption->first_child->text));
    rule->kind = NODE_PARAGRAPH;
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0 && has_captions)
            paragraph = add_behind(arena, paragraph, NODE_PARAGRAPH, (Str){0}, rule->span);
        else if (i > 0)
            append(arena, paragraph, NODE_TEXT, STR(" "), rule->span);
        append(arena, paragraph, NODE_BLANK, lines.pieces[i], span_in(source, lines.pieces[i]));
        if (!has_captions)
            continue;
        Span span = span_in(source, captions.pieces[i]);
        Str text = lines.count == 1 ? caption->first_child->text : captions.pieces[i];
        append(arena, paragraph, NODE_LINE_BREAK, (Str){0}, span);
        append(arena, paragraph, NODE_TEXT, text, span);
    }
    if (has_captions) {
        paragraph->next = caption->next;
        if (!paragraph->next)
            paragraph->parent->last_child = paragraph;
    }
    return paragraph->last_child;
}
