// Grows the tree from events that Markdown and HTML share. Private to document.
#ifndef HSPDF_DOCUMENT_BUILDER_H
#define HSPDF_DOCUMENT_BUILDER_H

#include "document.h"
#include "html_tag.h"

typedef enum {
    FRAME_BLOCK,    // holds blocks
    FRAME_LEAF,     // a block that holds inlines
    FRAME_VERBATIM, // a block that holds text as it is
    FRAME_INLINE,   // within a leaf; one that stands outside applies to all leaves within
    FRAME_PLAIN,    // no node; only its end is waited for
    FRAME_SKIP      // text within is not set
} FrameRole;

// What is open. Which nodes show it is another matter: see builder.c.
typedef struct {
    FrameRole role;
    bool is_markdown;   // an end tag of HTML does not reach beyond a block of Markdown
    bool is_lazy;       // a block that leaves no node where nothing was put in it
    bool has_reported;  // that something was skipped, or what was set in its place
    const HtmlTag *tag; // NULL: of Markdown, or implied
    Node pattern;       // what the node will be
    Node *node;         // NULL until there is one; an inline's counts only where `leaf` is the builder's
    Node *leaf;
} Frame;

typedef struct {
    Arena *arena;
    Diagnostics *diagnostics;
    Frame *frames; // frames[0] is the root's
    size_t count, frames_most;
    size_t node_count;
    size_t deep_blocks, deep_inlines; // of Markdown, opened beyond the limit: these have no frame
    size_t skip_count;

    Node *leaf;      // that takes inlines now; NULL where none does
    Node *text_node; // whose text is in `text` as yet
    Buffer text;
    uint32_t text_end;    // of the text put last, in its source
    Node *pending_parent; // where a space or breaks will go, if text follows in this leaf
    bool has_space;
    unsigned break_count;
    Span break_span;
    bool at_start; // of a leaf, where a space adds nothing
    Str pending_id;
    bool has_reported_depth;
} Builder;

// Builds below `root`, a node that holds blocks.
Builder *builder_new(Arena *arena, Node *root, Diagnostics *diagnostics);

// Opens what `frame` says (role, is_markdown, is_lazy, tag, pattern), and closes or implies what stands in the way.
void builder_open(Builder *builder, const Frame *frame);
// Opens an IMAGE, which counts though nothing may be put in it. False where it has no node, since only text can stand
// here: in code, in what is skipped, too deep.
bool builder_open_image(Builder *builder, const Frame *frame);
void builder_close_markdown(Builder *builder); // what Markdown opened last

// What else the frame opened last holds is not set, and nothing is said of it.
void builder_skip(Builder *builder);

// Closes frames[index] (> 0). A block closes with all that is open in it, an inline alone.
void builder_close(Builder *builder, size_t index);
// Ends a paragraph that is implied, where nothing but an image is in it: the next one is not beside it, but below.
void builder_end_image(Builder *builder);
void builder_close_all(Builder *builder);

// White space collapses, but in verbatim blocks. U+2028 and U+2029 are line breaks.
void builder_text(Builder *builder, Str text, Span span);
void builder_line_break(Builder *builder, Span span);

// CODE, NOTE_REFERENCE. Strings of `pattern` are in the arena. Gives the node, or the one that took its text instead.
Node *builder_insert_inline(Builder *builder, const Node *pattern);
// THEMATIC_BREAK, CODE_BLOCK.
void builder_insert_block(Builder *builder, const Node *pattern);

#endif
