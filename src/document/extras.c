// Page breaks: a paragraph of nothing but `\newpage` or the like, as LaTeX has it, or the comment `<!-- pagebreak -->`.
#include "extras.h"

#include "attributes.h"
#include "blank.h"
#include "node.h"

static bool is_one_of(Str text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal_nocase(text, str_from(names[i])))
            return true;
    }
    return false;
}

static bool is_command(Str text)
{
    static const char *const names[] = {"\\newpage", "\\pagebreak", "\\clearpage"};
    return is_one_of(text, names, sizeof names / sizeof *names);
}

bool page_break_is_named(Str comment)
{
    static const char *const names[] = {"pagebreak", "page-break", "page break", "newpage", "new page"};
    return is_one_of(comment, names, sizeof names / sizeof *names);
}

static bool is_within(const Node *node, NodeKind kind)
{
    while (node && node->kind != kind)
        node = node->parent;
    return node;
}

static void take_paragraph(Node *paragraph)
{
    const Node *text = paragraph->first_child;
    if (!text || text->next || text->kind != NODE_TEXT || !is_command(text->text) || is_within(paragraph, NODE_CELL))
        return;
    paragraph->kind = NODE_PAGE_BREAK;
    paragraph->first_child = paragraph->last_child = NULL;
}

// Where `word` stands in `span`; all of it where that is not found.
static Span find_written(const Source *source, Span span, Str word)
{
    if (span.end <= span.start || span.end > source->text.length)
        return span;
    const char *found = memmem(source->text.bytes + span.start, span.end - span.start, word.bytes, word.length);
    if (!found)
        return span;
    uint32_t start = (uint32_t)(found - source->text.bytes);
    return (Span){span.source, start, start + word.length};
}

// A command among other words is set as it is.
static void report_commands(const Node *node, const Source *source, Diagnostics *diagnostics)
{
    uint32_t from = node->span.start;
    for (Str rest = node->text; rest.length > 0;) {
        const char *space = memchr(rest.bytes, ' ', rest.length);
        Str word = {rest.bytes, space ? (uint32_t)(space - rest.bytes) : rest.length};
        if (is_command(word)) {
            Span span = find_written(source, (Span){node->span.source, from, node->span.end}, word);
            diagnose(diagnostics, span, DIAG_PAGE_BREAK_INSIDE);
            from = span.end;
        }
        rest = str_from_offset(rest, space ? word.length + 1 : word.length);
    }
}

void extras_finish(Arena *arena, Node *root, const Source *source, Diagnostics *diagnostics)
{
    const Node *last_blank = NULL;
    for (Node *node = root; node; node = node_following(root, node)) {
        switch (node->kind) {
        case NODE_HEADING:
            attributes_take_heading(arena, node);
            break;
        case NODE_IMAGE:
        case NODE_LINK:
            attributes_take_behind(arena, node, diagnostics);
            break;
        case NODE_PARAGRAPH:
            take_paragraph(node);
            break;
        case NODE_PAGE_BREAK:
            if (is_within(node, NODE_CELL))
                diagnose(diagnostics, node->span, DIAG_PAGE_BREAK_INSIDE);
            break;
        case NODE_THEMATIC_BREAK:
            node = blank_take_rule(arena, node, source, last_blank && last_blank->parent->next == node);
            last_blank = node->kind == NODE_THEMATIC_BREAK ? last_blank : node;
            break;
        case NODE_TEXT:
            if (memchr(node->text.bytes, '\\', node->text.length))
                report_commands(node, source, diagnostics);
            last_blank = blanks_split(arena, node, &node) ? node : last_blank;
            break;
        default:
            break;
        }
    }
}
