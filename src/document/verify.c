// The invariants of a document, for debug builds, cases and fuzzers. A broken one aborts.
#include <stdlib.h>

#include "node.h"

// Not assert: release builds check too, where they are asked to.
static void require(bool holds)
{
    if (!holds)
        abort();
}

static bool may_hold(const Node *parent, const Node *child)
{
    switch (parent->kind) {
    case NODE_LIST:
        return child->kind == NODE_ITEM;
    case NODE_TABLE:
        return child->kind == NODE_ROW || child->kind == NODE_CAPTION;
    case NODE_ROW:
        return child->kind == NODE_CELL;
    case NODE_NOTES:
        return child->kind == NODE_NOTE;
    case NODE_CONTENTS:
        return child->kind == NODE_CONTENTS_ENTRY || child->kind == NODE_CONTENTS;
    case NODE_ITEM:
        if (parent->parent->list.is_definitions)
            return child->kind == NODE_TERM || child->kind == NODE_DESCRIPTION;
        break;
    case NODE_FIGURE:
        if (child->kind == NODE_CAPTION)
            return true;
        break;
    default:
        break;
    }
    bool is_part_of_other = child->kind == NODE_ITEM || child->kind == NODE_ROW || child->kind == NODE_CELL ||
                            child->kind == NODE_CAPTION || child->kind == NODE_NOTE || child->kind == NODE_DOCUMENT ||
                            child->kind == NODE_TERM || child->kind == NODE_DESCRIPTION ||
                            child->kind == NODE_CONTENTS_ENTRY;
    bool is_inline = child->kind >= NODE_TEXT;
    switch (node_kind_holds(parent->kind)) {
    case HOLDS_BLOCKS:
        return !is_inline && !is_part_of_other;
    case HOLDS_INLINES:
        return is_inline;
    case HOLDS_NOTHING:
        return false;
    }
    return false;
}

static void verify_links(const Node *node)
{
    require((node->first_child == NULL) == (node->last_child == NULL));
    const Node *last = NULL;
    for (const Node *child = node->first_child; child; child = child->next) {
        require(child->parent == node && child->direction != DIRECTION_AUTO);
        require(may_hold(node, child));
        // Neighbouring texts are one.
        require(!(last && last->kind == NODE_TEXT && child->kind == NODE_TEXT));
        last = child;
    }
    require(last == node->last_child);
}

static void verify_text(const Node *node)
{
    bool may_be_empty = node->kind == NODE_CODE || node->kind == NODE_CODE_BLOCK;
    bool has_text = node->kind == NODE_TEXT || node->kind == NODE_NOTE || node->kind == NODE_NOTE_REFERENCE ||
                    node->kind == NODE_BLANK;
    require(may_be_empty || has_text == (node->text.length > 0));
    if (node->kind == NODE_TEXT)
        require(!memchr(node->text.bytes, '\n', node->text.length));
    for (uint32_t at = 0; at < node->text.length;) {
        uint32_t start = at;
        uint32_t character = utf8_next(node->text, &at);
        require(character != 0xFFFD || at - start == 3); // valid UTF-8
    }
}

// `*end`: of the cells before it in its row.
static void verify_cell(const Node *cell, int *end)
{
    require(cell->cell.column >= *end && cell->cell.column_span >= 1 && cell->cell.row_span >= 1);
    *end = cell->cell.column + cell->cell.column_span;
    const Node *row = cell->parent;
    for (int i = 1; i < cell->cell.row_span; i++) {
        do
            row = row->next;
        while (row && row->kind != NODE_ROW);
        require(row && row->row.group == cell->parent->row.group);
    }
}

static void verify_kind(const Node *node)
{
    int column = 0;
    switch (node->kind) {
    case NODE_HEADING:
        require(node->heading.level >= 1 && node->heading.level <= 6);
        require(node->heading.structure_level >= 1 && node->heading.structure_level <= 6);
        break;
    case NODE_ROW:
        for (const Node *cell = node->first_child; cell; cell = cell->next)
            verify_cell(cell, &column);
        require(column <= node->parent->table.column_count);
        break;
    case NODE_LINK:
        require((node->link.kind == LINK_WITHIN) == (node->link.destination != NULL));
        break;
    case NODE_PAGE_NUMBER:
        require(node->parent->kind == NODE_LINK && !node->next);
        break;
    case NODE_IMAGE:
        require(node->image && (!node->image->is_decorative || !node->first_child));
        break;
    case NODE_NOTE:
        require(node->note.reference && node->note.reference->reference.note == node);
        break;
    case NODE_NOTE_REFERENCE:
        require(node->reference.note && node->reference.note->kind == NODE_NOTE);
        require(str_equal(node->reference.note->text, node->text));
        break;
    default:
        break;
    }
}

void document_verify(const Document *document)
{
    const Node *root = document->root;
    require(root->kind == NODE_DOCUMENT && !root->parent && !root->next);
    require(document->metadata.lang.length > 0);
    size_t count = 0;
    for (const Node *node = root; node; node = node_following(root, node)) {
        require(count < document->node_count && document->nodes[count] == node && node->index == count);
        require(node->span.source < sources_count(document->sources));
        verify_links(node);
        verify_text(node);
        verify_kind(node);
        count++;
    }
    require(count == document->node_count);
}
