// HTML lies across Markdown: a <div> opens in one block and closes three blocks later, a <b> opens in one paragraph of
// a cell and closes in the next. So what is open (frames, a stack) is kept apart from the nodes that show it, and nodes
// are made when something is put in them:
//
//     frames      document  div  b  paragraph  em       open, in this order
//     nodes       DOCUMENT  DIVISION  PARAGRAPH  STRONG  EMPHASIS  TEXT
//
// For each text the chain of nodes is: the blocks in their order; then one leaf, the innermost leaf frame, or a
// paragraph that is implied; then all inline frames in their order, wherever they were opened. Opening or closing a
// block ends the leaf, and later text makes the chain anew. So an inline that closes out of order only leaves the
// stack, and those above it are made again, which is what browsers do.
//
// Invariants: `leaf` is the last node of the innermost block's node; an inline frame's node counts only where its
// `leaf` is the builder's; `text_node` is the last node in its parent. Markdown's frames nest properly, and are closed
// by Markdown only. The stack holds at most as many frames as LIMIT_NESTING says, and so no tree is deeper than that
// and three more.
//
// White space: a space or break is put down only when text follows it in the same leaf (`pending_parent`), so that no
// leaf starts or ends with one, and empty leaves leave no node.
#include "builder.h"

#include <assert.h>

#include "node.h"

// Frames that are implied (cell in row in table) need room above those that are opened.
enum { FRAMES_IMPLIED = 4 };

Builder *builder_new(Arena *arena, Node *root, Diagnostics *diagnostics)
{
    Builder *builder = arena_new(arena, Builder);
    builder->arena = arena;
    builder->diagnostics = diagnostics;
    builder->text.arena = arena;
    builder->frames_most = limit_value(diagnostics, LIMIT_NESTING);
    builder->frames = arena_array(arena, Frame, builder->frames_most);
    builder->frames[0] = (Frame){.role = FRAME_BLOCK, .is_markdown = true, .node = root};
    builder->frames[0].pattern.kind = root->kind;
    builder->count = 1;
    return builder;
}

// --- nodes

static Node *append_node(Builder *builder, Node *parent, const Node *pattern)
{
    limit_enforce(builder->diagnostics, LIMIT_NODES, ++builder->node_count, pattern->span);
    limit_enforce_time(builder->diagnostics, pattern->span);
    Node *node = arena_new(builder->arena, Node);
    *node = *pattern;
    node->first_child = node->last_child = NULL;
    node_insert(parent, parent->last_child, node);
    if (builder->pending_id.length > 0 && node->id.length == 0 && node->kind != NODE_TEXT) {
        node->id = builder->pending_id;
        builder->pending_id = (Str){0};
    }
    return node;
}

// A frame's node. An id stands in a document once: what is made again later has none.
static Node *append_frame_node(Builder *builder, Node *parent, Frame *frame)
{
    frame->node = append_node(builder, parent, &frame->pattern);
    frame->pattern.id = (Str){0};
    return frame->node;
}

static void flush_text(Builder *builder)
{
    Node *node = builder->text_node;
    if (!node)
        return;
    Str text = buffer_str(&builder->text);
    if (node->kind == NODE_CODE_BLOCK && (text.length == 0 || text.bytes[text.length - 1] != '\n')) {
        buffer_append_char(&builder->text, '\n');
        text = buffer_str(&builder->text);
    }
    node->text = arena_str(builder->arena, text.bytes, text.length);
    builder->text.length = 0;
    builder->text_node = NULL;
}

static void end_leaf(Builder *builder)
{
    flush_text(builder);
    builder->leaf = NULL;
    builder->pending_parent = NULL;
    builder->has_space = false;
    builder->break_count = 0;
    builder->at_start = true;
}

static void extend(Node *node, uint32_t end)
{
    if (end > node->span.end)
        node->span.end = end;
}

// --- frames

static Frame *top_frame(Builder *builder)
{
    return &builder->frames[builder->count - 1];
}

static bool is_block(FrameRole role)
{
    return role <= FRAME_VERBATIM;
}

// Index of the last frame below `below` that holds blocks.
static size_t innermost_block(const Builder *builder, size_t below)
{
    size_t index = below;
    while (builder->frames[--index].role != FRAME_BLOCK)
        ;
    return index;
}

// The same, or a leaf.
static size_t innermost_holder(const Builder *builder)
{
    size_t index = builder->count;
    while (!is_block(builder->frames[--index].role))
        ;
    return index;
}

static Frame *push(Builder *builder, const Frame *frame)
{
    assert(builder->count < builder->frames_most);
    Frame *pushed = &builder->frames[builder->count++];
    *pushed = *frame;
    pushed->node = pushed->leaf = NULL;
    builder->skip_count += frame->role == FRAME_SKIP;
    return pushed;
}

static bool is_current(const Builder *builder, const Frame *frame)
{
    return frame->node && frame->leaf == builder->leaf;
}

// Takes one frame out of the stack: inlines above it go on in nodes of their own.
static void remove_frame(Builder *builder, size_t index)
{
    Frame *frame = &builder->frames[index];
    if (is_current(builder, frame))
        extend(frame->node, builder->text_end);
    size_t above = builder->count - index - 1;
    memmove(frame, frame + 1, above * sizeof *frame);
    builder->count--;
    for (size_t i = index; i < builder->count; i++)
        builder->frames[i].leaf = NULL;
}

// Nodes for the blocks up to frames[index], where they have none yet.
static Node *block_node(Builder *builder, size_t index)
{
    Node *parent = NULL;
    for (size_t i = 0; i <= index; i++) {
        Frame *frame = &builder->frames[i];
        if (frame->role == FRAME_BLOCK)
            parent = frame->node ? frame->node : append_frame_node(builder, parent, frame);
    }
    return parent;
}

static void imply(Builder *builder, NodeKind kind, Span span)
{
    Frame frame = {.role = FRAME_BLOCK, .pattern = {.kind = kind, .span = span}};
    if (kind == NODE_LIST) {
        frame.pattern.list.tight = true;
        frame.pattern.list.start = 1;
        frame.pattern.list.delimiter = '.';
    }
    push(builder, &frame);
    block_node(builder, builder->count - 1);
}

// Whether the block at `index` is a definition list, or a group in one.
static bool is_of_definitions(const Builder *builder, size_t index)
{
    if (builder->frames[index].pattern.kind == NODE_ITEM)
        index = innermost_block(builder, index);
    const Node *pattern = &builder->frames[index].pattern;
    return pattern->kind == NODE_LIST && pattern->list.is_definitions;
}

static bool is_definition(NodeKind kind)
{
    return kind == NODE_TERM || kind == NODE_DESCRIPTION;
}

// Lists hold items, tables hold rows, rows hold cells: puts in what is missing between the innermost block and `kind`.
static void imply_parents(Builder *builder, NodeKind kind, Span span)
{
    size_t index = innermost_block(builder, builder->count);
    const Frame *parent = &builder->frames[index];
    NodeKind within = parent->pattern.kind;
    if (is_of_definitions(builder, index)) {
        if (within == NODE_LIST && kind != NODE_ITEM)
            imply(builder, NODE_ITEM, span);
        if (kind != NODE_ITEM && !is_definition(kind))
            imply(builder, NODE_DESCRIPTION, span);
    } else if (within == NODE_LIST && kind != NODE_ITEM) {
        bool is_implied = !parent->tag && !parent->is_markdown;
        if (is_implied)
            remove_frame(builder, index);
        else
            imply(builder, NODE_ITEM, span);
    } else if (kind == NODE_ITEM && within != NODE_LIST) {
        imply_parents(builder, NODE_LIST, span);
        imply(builder, NODE_LIST, span);
    } else if (within == NODE_TABLE && kind != NODE_ROW && kind != NODE_CAPTION) {
        imply(builder, NODE_ROW, span);
        if (kind != NODE_CELL)
            imply(builder, NODE_CELL, span);
    } else if (within == NODE_ROW && kind != NODE_CELL) {
        imply(builder, NODE_CELL, span);
    }
}

// --- the chain of nodes to where text goes

// The leaf: that of the innermost leaf frame, unless a block was opened within it; then a paragraph.
static void begin_leaf(Builder *builder, Span span)
{
    size_t index = innermost_holder(builder);
    Frame *frame = &builder->frames[index];
    if (frame->role == FRAME_BLOCK) {
        imply_parents(builder, NODE_PARAGRAPH, span);
        Node paragraph = {.kind = NODE_PARAGRAPH, .span = span, .paragraph.is_implied = true};
        Node *parent = block_node(builder, innermost_block(builder, builder->count));
        builder->leaf = append_node(builder, parent, &paragraph);
    } else {
        Node *parent = block_node(builder, innermost_block(builder, index));
        builder->leaf = append_frame_node(builder, parent, frame);
    }
    builder->at_start = true;
    if (builder->leaf->kind == NODE_CODE_BLOCK)
        builder->text_node = builder->leaf;
}

// The innermost node of the chain as far as it is made.
static Node *current_parent(const Builder *builder)
{
    for (size_t i = builder->count; i-- > 0;) {
        if (builder->frames[i].role == FRAME_INLINE && is_current(builder, &builder->frames[i]))
            return builder->frames[i].node;
    }
    return builder->leaf;
}

static bool is_within(const Node *node, NodeKind kind, const Node *leaf)
{
    for (; node != leaf; node = node->parent) {
        if (node->kind == kind)
            return true;
    }
    return false;
}

// Whether an inline frame adds nothing to the chain that ends at `parent`.
static bool is_redundant(const Builder *builder, const Frame *frame, const Node *parent)
{
    const Node *pattern = &frame->pattern;
    if (pattern->id.length > 0 || pattern->classes.length > 0 || pattern->lang.length > 0 ||
        pattern->direction != DIRECTION_NONE || pattern->declared)
        return false;
    if (pattern->kind == NODE_SPAN)
        return true;
    bool counts_again = pattern->kind == NODE_LINK || pattern->kind == NODE_IMAGE || pattern->kind == NODE_QUOTATION ||
                        pattern->kind == NODE_ABBREVIATION || pattern->kind == NODE_READING;
    return !frame->is_markdown && !counts_again && is_within(parent, pattern->kind, builder->leaf);
}

// Makes the chain down to where text goes, or, without `for_text`, another node: code holds text only, and so is left.
static Node *open_chain(Builder *builder, bool for_text, Span span)
{
    if (!builder->leaf)
        begin_leaf(builder, span);
    Node *parent = builder->leaf;
    if (parent->kind == NODE_CODE_BLOCK)
        return parent;
    for (size_t i = 0; i < builder->count; i++) {
        Frame *frame = &builder->frames[i];
        if (frame->role != FRAME_INLINE)
            continue;
        bool is_code = frame->pattern.kind == NODE_CODE;
        if (is_code && !for_text) {
            frame->node = frame->leaf = NULL;
            return parent;
        }
        if (!is_current(builder, frame)) {
            if (is_redundant(builder, frame, parent))
                continue;
            flush_text(builder);
            append_frame_node(builder, parent, frame);
            frame->leaf = builder->leaf;
            if (is_code)
                builder->text_node = frame->node;
        }
        parent = frame->node;
        if (is_code)
            return parent;
    }
    return parent;
}

// Makes a text in `parent` (or, where it is code, itself) the place of text.
static void aim_text(Builder *builder, Node *parent, Span span)
{
    const Node *node = builder->text_node;
    if (node && (node == parent || (node->kind == NODE_TEXT && node->parent == parent)))
        return;
    flush_text(builder);
    Node text = {.kind = NODE_TEXT, .span = span};
    builder->text_node = append_node(builder, parent, &text);
}

// --- white space and breaks

static void commit_breaks(Builder *builder, Node *parent)
{
    flush_text(builder);
    Node line_break = {.kind = NODE_LINE_BREAK, .span = builder->break_span};
    for (unsigned i = 0; i < builder->break_count; i++)
        append_node(builder, parent, &line_break);
    for (size_t i = 0; i < builder->count; i++) {
        if (builder->frames[i].pattern.kind == NODE_CODE)
            builder->frames[i].node = NULL; // code goes on behind the break
    }
}

// Puts down the space or breaks that waited for text.
static void commit_pending(Builder *builder)
{
    Node *parent = builder->pending_parent;
    if (!parent)
        return;
    bool is_left_code = parent->kind == NODE_CODE && parent != builder->text_node;
    if (is_left_code || (parent->kind == NODE_CODE && builder->break_count > 0))
        parent = parent->parent;
    if (builder->break_count > 0) {
        commit_breaks(builder, parent);
    } else if (builder->has_space) {
        aim_text(builder, parent, builder->break_span);
        buffer_append_char(&builder->text, ' ');
    }
    builder->pending_parent = NULL;
    builder->has_space = false;
    builder->break_count = 0;
}

static void add_space(Builder *builder, Span span)
{
    if (!builder->leaf || builder->at_start || builder->has_space || builder->break_count > 0)
        return;
    builder->pending_parent = current_parent(builder);
    builder->break_span = span;
    builder->has_space = true;
}

void builder_line_break(Builder *builder, Span span)
{
    if (builder->skip_count > 0 || !builder->leaf)
        return;
    if (builder->leaf->kind == NODE_CODE_BLOCK) {
        buffer_append_char(&builder->text, '\n');
        return;
    }
    if (builder->break_count == 0) {
        builder->pending_parent = current_parent(builder);
        builder->break_span = span;
    }
    builder->has_space = false;
    builder->break_count++;
}

// A break between what are blocks elsewhere; one is enough.
static void part_lines(Builder *builder, Span span)
{
    if (builder->break_count == 0)
        builder_line_break(builder, span);
}

// --- text

// `words` have no white space but single spaces between them.
static void add_words(Builder *builder, Str words, Span span)
{
    commit_pending(builder);
    Node *parent = open_chain(builder, /*for_text*/ true, span);
    aim_text(builder, parent, span);
    buffer_append_str(&builder->text, words);
    builder->at_start = false;
}

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// U+2028, U+2029.
static bool is_separator(Str text, uint32_t at)
{
    return text.length - at >= 3 && text.bytes[at] == '\xE2' && text.bytes[at + 1] == '\x80' &&
           (text.bytes[at + 2] == '\xA8' || text.bytes[at + 2] == '\xA9');
}

static void add_collapsed(Builder *builder, Str text, Span span)
{
    for (uint32_t at = 0; at < text.length;) {
        if (is_space(text.bytes[at])) {
            add_space(builder, span);
            at++;
            continue;
        }
        if (is_separator(text, at)) {
            builder_line_break(builder, span);
            at += 3;
            continue;
        }
        uint32_t start = at++;
        while (at < text.length && !is_separator(text, at)) {
            bool next_is_space = at + 1 == text.length || is_space(text.bytes[at + 1]);
            if (is_space(text.bytes[at]) && (text.bytes[at] != ' ' || next_is_space))
                break;
            at++;
        }
        add_words(builder, (Str){text.bytes + start, at - start}, span);
    }
}

static void add_verbatim(Builder *builder, Str text)
{
    for (uint32_t at = 0; at < text.length;) {
        uint32_t start = at;
        while (at < text.length && text.bytes[at] != '\r' && !is_separator(text, at))
            at++;
        buffer_append(&builder->text, text.bytes + start, at - start);
        if (at == text.length)
            break;
        if (text.bytes[at] != '\r')
            at += 3;
        else
            at += at + 1 < text.length && text.bytes[at + 1] == '\n' ? 2 : 1;
        buffer_append_char(&builder->text, '\n');
    }
}

static bool is_blank(Str text)
{
    for (uint32_t at = 0; at < text.length;) {
        uint32_t character = utf8_next(text, &at);
        if (character > 0x20 && character != 0xA0)
            return false;
    }
    return true;
}

// Said once, of the outermost tag that is skipped.
static void report_skipped(Builder *builder, Str text)
{
    size_t index = 0;
    while (builder->frames[index].role != FRAME_SKIP)
        index++;
    Frame *frame = &builder->frames[index];
    if (frame->has_reported || is_blank(text) || (frame->tag->flags & HTML_SILENT))
        return;
    DiagnosticCode code = frame->tag->role == HTML_ROLE_SKIP ? DIAG_HTML_SKIPPED : DIAG_HTML_HIDDEN;
    diagnose(builder->diagnostics, frame->pattern.span, code, STR_ARGS(frame->tag->name));
    frame->has_reported = true;
}

static bool is_verbatim(const Builder *builder)
{
    if (builder->leaf)
        return builder->leaf->kind == NODE_CODE_BLOCK;
    return builder->frames[innermost_holder(builder)].role == FRAME_VERBATIM;
}

void builder_text(Builder *builder, Str text, Span span)
{
    if (text.length == 0)
        return;
    if (builder->skip_count > 0) {
        report_skipped(builder, text);
        return;
    }
    text = text_clean(builder->arena, text, span, builder->diagnostics);
    if (is_verbatim(builder)) {
        open_chain(builder, /*for_text*/ true, span);
        add_verbatim(builder, text);
    } else {
        add_collapsed(builder, text, span);
    }
    builder->text_end = span.end;
    if (!builder->leaf)
        return;
    extend(builder->leaf, span.end);
    if (builder->text_node)
        extend(builder->text_node, span.end);
}

Node *builder_insert_inline(Builder *builder, const Node *pattern)
{
    if (builder->skip_count > 0) {
        report_skipped(builder, pattern->text);
        return builder->frames[0].node;
    }
    commit_pending(builder);
    Node *parent = open_chain(builder, /*for_text*/ false, pattern->span);
    if (parent->kind == NODE_CODE_BLOCK) {
        buffer_append_str(&builder->text, pattern->text);
        return parent;
    }
    flush_text(builder);
    builder->at_start = false;
    builder->text_end = pattern->span.end;
    return append_node(builder, parent, pattern);
}

// --- opening

static bool takes_no_blocks(NodeKind kind)
{
    return kind == NODE_HEADING || kind == NODE_CAPTION || kind == NODE_CODE_BLOCK;
}

// Index of the leaf frame that is open in the innermost block; 0 where there is none.
static size_t open_leaf(const Builder *builder)
{
    size_t index = innermost_holder(builder);
    return builder->frames[index].role == FRAME_BLOCK ? 0 : index;
}

// A heading of HTML that was never closed must not swallow the Markdown behind it, nor must a script.
static void end_unclosed(Builder *builder)
{
    for (size_t i = builder->count; i-- > 1;) {
        const Frame *frame = &builder->frames[i];
        if (frame->role == FRAME_BLOCK || frame->is_markdown)
            return;
        bool is_full_heading = is_block(frame->role) && takes_no_blocks(frame->pattern.kind) && frame->node;
        if (is_full_heading || (frame->role == FRAME_SKIP && (frame->tag->flags & HTML_RAW)))
            builder_close(builder, i);
    }
}

// What can not stand where it is opened is opened without a node.
static bool is_misplaced(const Builder *builder, const Frame *frame)
{
    NodeKind kind = frame->pattern.kind;
    size_t leaf = open_leaf(builder);
    if (leaf > 0 && takes_no_blocks(builder->frames[leaf].pattern.kind))
        return true;
    NodeKind within = builder->frames[innermost_block(builder, builder->count)].pattern.kind;
    if (kind == NODE_ROW)
        return within != NODE_TABLE;
    return kind == NODE_CELL && within != NODE_TABLE && within != NODE_ROW;
}

static bool refuse_depth(Builder *builder, const Frame *frame)
{
    bool is_deep = builder->deep_blocks + builder->deep_inlines > 0;
    if (!is_deep && builder->count + FRAMES_IMPLIED < builder->frames_most)
        return false;
    if (!builder->has_reported_depth)
        limit_holds(builder->diagnostics, LIMIT_NESTING, /*amount*/ UINT64_MAX, frame->pattern.span);
    builder->has_reported_depth = true;
    if (is_block(frame->role))
        end_leaf(builder);
    if (frame->is_markdown && is_block(frame->role))
        builder->deep_blocks++;
    else if (frame->is_markdown)
        builder->deep_inlines++;
    return true;
}

static void open_block(Builder *builder, const Frame *wanted)
{
    Frame frame = *wanted;
    if (frame.is_markdown)
        end_unclosed(builder);
    if (is_misplaced(builder, &frame)) {
        frame.role = FRAME_PLAIN;
        part_lines(builder, frame.pattern.span);
        push(builder, &frame);
        return;
    }
    // A paragraph of HTML ends where a block starts.
    size_t leaf = open_leaf(builder);
    if (leaf > 0 && !builder->frames[leaf].is_markdown)
        builder_close(builder, leaf);
    end_leaf(builder);
    if (is_definition(frame.pattern.kind) && !is_of_definitions(builder, innermost_block(builder, builder->count)))
        frame.pattern.kind = NODE_DIVISION;
    imply_parents(builder, frame.pattern.kind, frame.pattern.span);
    NodeKind within = builder->frames[innermost_block(builder, builder->count)].pattern.kind;
    if (frame.pattern.kind == NODE_CAPTION && within != NODE_TABLE && within != NODE_FIGURE)
        frame.pattern.kind = NODE_PARAGRAPH;
    push(builder, &frame);
    if (frame.role == FRAME_BLOCK && !frame.is_lazy && builder->skip_count == 0)
        block_node(builder, builder->count - 1);
}

void builder_open(Builder *builder, const Frame *frame)
{
    if (refuse_depth(builder, frame))
        return;
    if (is_block(frame->role))
        open_block(builder, frame);
    else
        push(builder, frame);
}

bool builder_open_image(Builder *builder, const Frame *frame)
{
    size_t count = builder->count;
    builder_open(builder, frame);
    if (builder->count == count || builder->skip_count > 0)
        return false;
    commit_pending(builder);
    open_chain(builder, /*for_text*/ true, frame->pattern.span);
    if (!is_current(builder, top_frame(builder)))
        return false;
    builder->at_start = false;
    builder->text_end = frame->pattern.span.end;
    extend(builder->leaf, builder->text_end);
    return true;
}

void builder_insert_block(Builder *builder, const Node *pattern)
{
    if (builder->skip_count > 0) {
        report_skipped(builder, pattern->text);
        return;
    }
    Frame frame = {.role = FRAME_BLOCK, .is_markdown = true, .pattern = *pattern};
    builder_open(builder, &frame);
    // Within a heading, or too deep, no block can stand; but its words can.
    if (builder->deep_blocks > 0 || !top_frame(builder)->node)
        builder_text(builder, pattern->text, pattern->span);
    builder_close_markdown(builder);
}

void builder_skip(Builder *builder)
{
    Frame *frame = top_frame(builder);
    builder->skip_count += frame->role != FRAME_SKIP;
    frame->role = FRAME_SKIP;
    frame->has_reported = true;
}

// --- closing

// Takes the last frame off. What it held is complete.
static void pop(Builder *builder)
{
    Frame *frame = top_frame(builder);
    if (frame->role == FRAME_INLINE && frame->pattern.id.length > 0 && builder->leaf)
        open_chain(builder, /*for_text*/ true, frame->pattern.span); // an anchor without text
    if (is_block(frame->role))
        end_leaf(builder);
    if (frame->pattern.id.length > 0 && !frame->node)
        builder->pending_id = frame->pattern.id;
    if (frame->role == FRAME_PLAIN && frame->pattern.kind != NODE_SPAN)
        part_lines(builder, frame->pattern.span);
    if (frame->node && (frame->role != FRAME_INLINE || is_current(builder, frame)))
        extend(frame->node, builder->text_end);
    builder->skip_count -= frame->role == FRAME_SKIP;
    builder->count--;
}

static void report_unclosed(Builder *builder, const Frame *frame)
{
    if (frame->tag && !(frame->tag->flags & HTML_OPTIONAL_END))
        diagnose(builder->diagnostics, frame->pattern.span, DIAG_HTML_UNCLOSED, STR_ARGS(frame->tag->name));
}

void builder_close(Builder *builder, size_t index)
{
    if (builder->frames[index].role == FRAME_INLINE && index + 1 < builder->count) {
        remove_frame(builder, index);
        return;
    }
    while (builder->count > index + 1) {
        report_unclosed(builder, top_frame(builder));
        pop(builder);
    }
    pop(builder);
}

void builder_close_markdown(Builder *builder)
{
    if (builder->deep_inlines > 0) {
        builder->deep_inlines--;
        return;
    }
    if (builder->deep_blocks > 0) {
        builder->deep_blocks--;
        end_leaf(builder);
        return;
    }
    size_t index = builder->count - 1;
    while (!builder->frames[index].is_markdown)
        index--;
    assert(index > 0);
    builder_close(builder, index);
}

void builder_end_image(Builder *builder)
{
    const Node *leaf = builder->leaf;
    bool is_implied = leaf && builder->frames[innermost_holder(builder)].role == FRAME_BLOCK;
    if (is_implied && leaf->first_child && !leaf->first_child->next && leaf->first_child->kind == NODE_IMAGE)
        end_leaf(builder);
}

void builder_close_all(Builder *builder)
{
    while (builder->count > 1) {
        report_unclosed(builder, top_frame(builder));
        pop(builder);
    }
    end_leaf(builder);
}
