// Page breaks: a paragraph of nothing but `\newpage` or the like, as LaTeX has it, or the comment `<!-- pagebreak -->`.
// Lists of contents: a paragraph of nothing but `[TOC]`.
#include "extras.h"

#include "attributes.h"
#include "blank.h"
#include "bracketed.h"
#include "contents.h"
#include "node.h"
#include "site.h"

static bool is_command(Str text)
{
    static const char *const names[] = {"\\newpage", "\\pagebreak", "\\clearpage"};
    return str_is_any_nocase(text, names, sizeof names / sizeof *names);
}

bool page_break_is_named(Str comment)
{
    static const char *const names[] = {"pagebreak", "page-break", "page break", "newpage", "new page"};
    return str_is_any_nocase(comment, names, sizeof names / sizeof *names);
}

static void take_paragraph(Node *paragraph)
{
    const Node *text = paragraph->first_child;
    bool is_break = text && !text->next && text->kind == NODE_TEXT && is_command(text->text);
    bool is_contents = contents_is_marker(paragraph);
    if ((!is_break && !is_contents) || node_within(paragraph, NODE_CELL))
        return;
    paragraph->kind = is_break ? NODE_PAGE_BREAK : NODE_CONTENTS;
    if (is_contents)
        paragraph->contents.title = (Str){0};
    paragraph->first_child = paragraph->last_child = NULL;
}

// A command among other words is set as it is.
static void report_commands(const Node *node, const Source *source, Diagnostics *diagnostics)
{
    uint32_t from = node->span.start;
    for (Str rest = node->text; rest.length > 0;) {
        const char *space = memchr(rest.bytes, ' ', rest.length);
        Str word = {rest.bytes, space ? (uint32_t)(space - rest.bytes) : rest.length};
        if (is_command(word)) {
            Span span = span_of_word(source, (Span){node->span.source, from, node->span.end}, word);
            diagnose(diagnostics, span, DIAG_PAGE_BREAK_INSIDE);
            from = span.end;
        }
        rest = str_from_offset(rest, space ? word.length + 1 : word.length);
    }
}

void extras_finish(Arena *arena, Node *root, const Source *source, Diagnostics *diagnostics)
{
    const Node *last_blank = NULL;
    bracketed_finish(arena, root, source);
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
            site_report_paragraph(node, diagnostics);
            break;
        case NODE_PAGE_BREAK:
            if (node_within(node, NODE_CELL))
                diagnose(diagnostics, node->span, DIAG_PAGE_BREAK_INSIDE);
            break;
        case NODE_THEMATIC_BREAK:
            node = blank_take_rule(arena, node, source, last_blank && last_blank->parent->next == node);
            last_blank = node->kind == NODE_THEMATIC_BREAK ? last_blank : node;
            break;
        case NODE_TEXT:
            if (memchr(node->text.bytes, '{', node->text.length))
                site_report_text(node, source, diagnostics);
            if (memchr(node->text.bytes, '\\', node->text.length))
                report_commands(node, source, diagnostics);
            last_blank = blanks_split(arena, node, &node) ? node : last_blank;
            break;
        default:
            break;
        }
    }
}
