// A paragraph that begins with `Table:` or `Figure:`, in any language of caption_words.h, or `: ` beside a table, and
// stands before or behind a table or a figure that has no caption, is its caption. It stays where it was written, above
// or below. The word goes; with a number behind it (`Table 2: …`) it stays, since the text may refer to it.
#include "caption.h"

#include "caption_words.h"
#include "node.h"

// Bytes of "Table:" and the space behind it, or of the word alone where a number follows; `is_numbered` then.
static uint32_t match_word(Str text, const char *const *words, size_t count, bool *is_numbered)
{
    for (size_t i = 0; i < count; i++) {
        Str word = str_from(words[i]);
        if (text.length <= word.length || !str_equal_nocase((Str){text.bytes, word.length}, word))
            continue;
        uint32_t at = word.length;
        *is_numbered = false;
        while (at < text.length && memchr(" 0123456789.", text.bytes[at], 12)) {
            *is_numbered |= text.bytes[at] >= '0' && text.bytes[at] <= '9';
            at++;
        }
        if (at < text.length && text.bytes[at] == ':')
            return at + 1;
        if (str_starts_with(str_from_offset(text, at), STR("\uFF1A"))) // as Chinese and Japanese write it
            return at + 3;
    }
    return 0;
}

// Bytes that a caption of `node` begins with and that are not of it; UINT32_MAX: it is none.
static uint32_t prefix_length(const Node *paragraph, const Node *node)
{
    const Node *first = paragraph->first_child;
    if (!first || first->kind != NODE_TEXT)
        return UINT32_MAX;
    bool is_table = node->kind == NODE_TABLE, is_numbered = false;
    uint32_t length =
        is_table ? match_word(first->text, table_words, sizeof table_words / sizeof *table_words, &is_numbered)
                 : match_word(first->text, figure_words, sizeof figure_words / sizeof *figure_words, &is_numbered);
    if (length == 0 && is_table && str_starts_with(first->text, STR(": ")))
        length = 1;
    if (length == 0 || (length == first->text.length && !first->next))
        return UINT32_MAX;
    return is_numbered ? 0 : length;
}

static void strip(Node *paragraph, uint32_t length)
{
    Node *first = paragraph->first_child;
    bool is_as_written = first->span.end - first->span.start == first->text.length;
    while (length > 0 && length < first->text.length && first->text.bytes[length] == ' ')
        length++;
    first->text = str_from_offset(first->text, length);
    first->span.start += is_as_written ? length : 0;
    if (first->text.length == 0)
        paragraph->first_child = first->next;
}

static bool takes_caption(const Node *node)
{
    return node && (node->kind == NODE_TABLE || node->kind == NODE_FIGURE) && !node_caption(node);
}

// Moves `paragraph` into `node`, before what that holds or behind it.
static void take(Node *paragraph, Node *node, bool is_behind)
{
    uint32_t length = prefix_length(paragraph, node);
    strip(paragraph, length);
    paragraph->kind = NODE_CAPTION;
    paragraph->caption.has_own_number = length == 0;
    paragraph->caption.number = 0;
    node_insert(node, is_behind ? node->last_child : NULL, paragraph);
}

static void unlink_child(Node *parent, Node *previous, Node *child)
{
    if (previous)
        previous->next = child->next;
    else
        parent->first_child = child->next;
    if (!child->next)
        parent->last_child = previous;
}

// Of the children of one node. Those behind go first, as in Pandoc.
static void finish_children(Node *parent)
{
    Node *previous = NULL;
    for (Node *node = parent->first_child, *next; node; node = next) {
        next = node->next;
        if (takes_caption(node) && next && next->kind == NODE_PARAGRAPH && prefix_length(next, node) != UINT32_MAX) {
            unlink_child(parent, node, next);
            take(next, node, /*is_behind*/ true);
            next = node->next;
        } else if (node->kind == NODE_PARAGRAPH && takes_caption(next) && prefix_length(node, next) != UINT32_MAX) {
            unlink_child(parent, previous, node);
            take(node, next, /*is_behind*/ false);
            continue;
        }
        previous = node;
    }
}

void captions_finish(Node *root)
{
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node_kind_holds(node->kind) == HOLDS_BLOCKS && node->kind != NODE_LIST && node->kind != NODE_TABLE &&
            node->kind != NODE_ROW && node->kind != NODE_FIGURE)
            finish_children(node);
    }
}
