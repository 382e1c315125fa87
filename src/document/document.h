// Markdown with HTML islands in, a tree of nodes out. Immutable after document_new.
#ifndef HSPDF_DOCUMENT_DOCUMENT_H
#define HSPDF_DOCUMENT_DOCUMENT_H

#include "declared.h"
#include "running.h"
#include "source/source.h"
#include "support/support.h"

// Rows: identifier, name in dumps, what it holds: BLOCKS, INLINES, or NOTHING.
#define NODE_KINDS(KIND)                                                                                               \
    KIND(DOCUMENT, "document", BLOCKS)                                                                                 \
    KIND(PART, "part", BLOCKS) /* one input of several; each starts a page */                                          \
    KIND(DIVISION, "division", BLOCKS)                                                                                 \
    KIND(TITLE, "title", INLINES)       /* from the front matter, where no heading repeats it */                       \
    KIND(SUBTITLE, "subtitle", INLINES) /* from the front matter */                                                    \
    KIND(HEADING, "heading", INLINES)                                                                                  \
    KIND(PARAGRAPH, "paragraph", INLINES)                                                                              \
    KIND(QUOTE, "quote", BLOCKS)                                                                                       \
    KIND(ALERT, "alert", BLOCKS)                    /* its label is put before what it holds */                        \
    KIND(CONTENTS, "contents", BLOCKS)              /* of CONTENTS_ENTRY; its title is put before them */              \
    KIND(CONTENTS_ENTRY, "contents-entry", INLINES) /* of a LINK, in which a PAGE_NUMBER is last */                    \
    KIND(LIST, "list", BLOCKS)                      /* of ITEM */                                                      \
    KIND(ITEM, "item", BLOCKS) /* in a list of definitions of TERM and DESCRIPTION, else of blocks */                  \
    KIND(TERM, "term", BLOCKS)                                                                                         \
    KIND(DESCRIPTION, "description", BLOCKS)                                                                           \
    KIND(CODE_BLOCK, "code-block", NOTHING)                                                                            \
    KIND(TABLE, "table", BLOCKS)   /* of CAPTION, ROW */                                                               \
    KIND(FIGURE, "figure", BLOCKS) /* an image alone in its PARAGRAPH, or what <figure> holds; and CAPTION */          \
    KIND(CAPTION, "caption", INLINES)                                                                                  \
    KIND(ROW, "row", BLOCKS) /* of CELL */                                                                             \
    KIND(CELL, "cell", BLOCKS)                                                                                         \
    KIND(THEMATIC_BREAK, "thematic-break", NOTHING)                                                                    \
    KIND(PAGE_BREAK, "page-break", NOTHING)                                                                            \
    KIND(NOTES, "notes", BLOCKS) /* of NOTE: footnotes, at the end of their part */                                    \
    KIND(NOTE, "note", BLOCKS)                                                                                         \
    KIND(TEXT, "text", NOTHING)                                                                                        \
    KIND(SPAN, "span", INLINES)                                                                                        \
    KIND(STRONG, "strong", INLINES)                                                                                    \
    KIND(EMPHASIS, "emphasis", INLINES)                                                                                \
    KIND(UNDERLINE, "underline", INLINES)                                                                              \
    KIND(STRIKE, "strike", INLINES)                                                                                    \
    KIND(SUBSCRIPT, "subscript", INLINES)                                                                              \
    KIND(SUPERSCRIPT, "superscript", INLINES)                                                                          \
    KIND(SMALL, "small", INLINES)                                                                                      \
    KIND(MARK, "mark", INLINES)                                                                                        \
    KIND(QUOTATION, "quotation", INLINES) /* its marks are put into it by quotation.c */                               \
    KIND(ABBREVIATION, "abbreviation", INLINES)                                                                        \
    KIND(READING, "reading", INLINES) /* of ruby, in brackets behind what it is of */                                  \
    KIND(CODE, "code", NOTHING)                                                                                        \
    KIND(PAGE_NUMBER, "page-number", NOTHING) /* of what the LINK around it leads to */                                \
    KIND(LINK, "link", INLINES)                                                                                        \
    KIND(IMAGE, "image", INLINES) /* its children are the alternative text */                                          \
    KIND(NOTE_REFERENCE, "note-reference", NOTHING)                                                                    \
    KIND(BLANK, "blank", NOTHING) /* a rule to write on; its text is what was written for it */                        \
    KIND(FIELD, "field", NOTHING) /* of a head or foot: what stands for it, its page knows */                          \
    KIND(LINE_BREAK, "line-break", NOTHING)

typedef enum {
#define KIND(id, name, holds) NODE_##id,
    NODE_KINDS(KIND)
#undef KIND
        NODE_KIND_COUNT
} NodeKind;

typedef enum { HOLDS_NOTHING, HOLDS_INLINES, HOLDS_BLOCKS } NodeHolds;

// Rows: identifier; name, which is also the key of its label among the phrases.
#define ALERT_KINDS(KIND)                                                                                              \
    KIND(NOTE, "note")                                                                                                 \
    KIND(TIP, "tip")                                                                                                   \
    KIND(IMPORTANT, "important")                                                                                       \
    KIND(WARNING, "warning")                                                                                           \
    KIND(CAUTION, "caution")

typedef enum {
#define KIND(id, name) ALERT_##id,
    ALERT_KINDS(KIND)
#undef KIND
        ALERT_KIND_COUNT
} AlertKind;

// LEFT, CENTER or RIGHT: where what starts at the side where text begins stands.
static inline Align align_side(Align align, bool right_to_left)
{
    if (align != ALIGN_START && align != ALIGN_JUSTIFY)
        return align;
    return right_to_left ? ALIGN_RIGHT : ALIGN_LEFT;
}

typedef enum { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW } CellScope;
typedef enum { TASK_NONE, TASK_OPEN, TASK_DONE } TaskState;

typedef enum { SIZE_NONE, SIZE_PT, SIZE_EM, SIZE_PERCENT } SizeUnit; // CSS px are turned into pt

typedef struct {
    double number; // > 0, or SIZE_NONE
    SizeUnit unit;
} Size;

// The widths that a table's <col>s ask for, in their order.
typedef struct {
    Size *widths;
    size_t count, capacity;
} ColumnWidths;

// What a LINK leads to. PLAIN: nothing that a reader of the paper or the PDF could follow.
typedef enum { LINK_PLAIN, LINK_WITHIN, LINK_WEB } LinkKind;

// What an IMAGE asks for.
typedef struct {
    Str target, title;
    Size width, height;
    bool has_alternative; // else its text is the file's name
    bool is_decorative;   // it tells nothing: no text
} ImageRequest;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    uint32_t index; // in the order of the document; document->nodes[index] is this node
    Span span;      // where it was written
    Node *parent, *first_child, *last_child, *next;

    // TEXT, CODE, CODE_BLOCK: what is shown, entities and escapes resolved. CODE_BLOCK: lines ended by '\n'.
    // TEXT has no line ends: a soft break is a space, a hard one a LINE_BREAK. NOTE, NOTE_REFERENCE: the mark.
    // BLANK: underscores or dots.
    Str text;
    Str id, classes, lang;        // HTML attributes, empty where not given; lang is a BCP 47 tag
    Direction direction;          // by `dir`; NONE: that of its language
    Align align;                  // of a cell, or by `align`; ALIGN_START where not given
    const Declarations *declared; // by its style attribute and others that say how it looks; NULL: nothing

    union {
        struct {
            int level;           // 1 to 6, as written: decides the look
            int structure_level; // from 1, without gaps: for the structure tree and the outline
            Str anchor;          // made of its text, different from all other anchors; empty where it has an `id`
        } heading;
        struct {
            int number;          // of its table or figure, from 1; 0: it has none
            bool has_own_number; // as text
        } caption;
        struct {
            Str title; // as written; empty: the word for it in the document's language
        } contents;
        struct {
            int level; // from 1, within the contents
        } contents_entry;
        struct {
            bool is_implied; // text of HTML that stands in no paragraph of its own: it has no space around it
        } paragraph;
        struct {
            AlertKind kind;
        } alert;
        struct {
            bool ordered, tight, is_definitions;
            bool is_reversed; // it counts down, to 1 where no start is given
            bool has_start;
            int start;
            char delimiter; // '.' or ')'
        } list;
        struct {
            TaskState task;
            bool has_value; // the number that it has, from which those behind it go on
            int value;
        } item;
        struct {
            Str info; // the word behind the fence
        } code_block;
        struct {
            int column_count;
            int row_number;        // of the row that was opened last, while the table is built
            const Size *width;     // that is asked for, or NULL
            ColumnWidths *columns; // NULL: of Markdown
            bool has_row_headers;  // a cell heads its row; see table.c for the rule
        } table;
        struct {
            bool is_header, is_footer;
            int group;  // of rows, as <tbody> makes them: differs from that of the neighbouring group
            int number; // as written, from 1: empty rows are no nodes, but spans count them. 0: the one before, and 1
        } row;
        struct {
            bool is_header;     // in a header row, or heads its column
            bool is_row_header; // heads its row
            CellScope scope;    // as written
            int column;         // from 0
            // From 1, and within the table and the group of rows. Before tables_finish: as written, 0 where not given.
            int column_span, row_span;
            const Size *width; // that is asked for, or NULL
        } cell;
        struct {
            Str target, title;
            LinkKind kind;
            const Node *destination; // LINK_WITHIN
        } link;
        struct {
            Str expansion; // empty: not given
        } abbreviation;
        const ImageRequest *image;
        struct {
            bool is_joined; // a part of a date or a number, which is no longer than its signs
        } blank;
        struct {
            RunningField name;
        } field;
        struct {
            Node *note; // the NOTE that is referred to
        } reference;
        struct {
            const Node *reference; // the first that refers to it
        } note;
    };
};

// What `toc` asks for.
typedef struct {
    bool is_wanted; // at the document's beginning
    int depth;      // levels of headings, there and in place of [TOC]; 0: the default
    Str title;      // empty: the word for it in the document's language
} ContentsRequest;

// What `numbering` asks for.
typedef struct {
    int heading_levels; // 0: headings have no numbers
    bool figures, tables;
} Numbering;

// How the addresses of links are printed.
typedef enum { LINKS_PLAIN, LINKS_AS_NOTES, LINKS_BESIDE } LinkPrint;

// What `fit` asks for; zero where it does not.
typedef struct {
    size_t pages;    // at most so many
    size_t multiple; // a number of pages that this divides, where the text is a little longer than that
    Span span;
} FitRequest;

// One text or several, and all in one, with commas between.
typedef struct {
    Str text;
    const Str *items;
    size_t count;
} TextList;

// What the front matter says of the document, or hspdf.yaml for all documents where that does not; checked. Empty where
// it does not say.
typedef struct {
    Str title, subtitle, organization, version, reference, description, rights;
    TextList author, keywords;
    TextList sender, recipient; // of a letter, a text a line
    Str date, review;         // as they are printed: ISO dates in the document's language, other text as it was written
    Str date_iso, review_iso; // "2026-03-05"; empty where the text is no such date
    Str lang;                 // BCP 47, never empty; "en" by default
    bool smart;               // quotes and dashes are to be those of print
    bool says_language;       // else `lang` may be guessed
    ContentsRequest contents;
    Numbering numbering;
    LinkPrint links;
    FitRequest fit;
    const Value *paper_given; // text, or a mapping of languages to papers; NULL: the style's paper
    Str style, paper;         // empty: the default
    Span style_span, paper_span;
    // Mappings given as `style`, each read over what was before; NULL: none.
    const Value *project_style, *own_style;
    // Given as `header` and `footer`: a text or a mapping; NULL: nothing.
    const Value *project_running[RUNNING_END_COUNT], *own_running[RUNNING_END_COUNT];
} Metadata;

typedef struct {
    Node *root;
    Node **nodes; // by index, in the order of the document; from `node_count` to `index_count` those of heads and feet
    size_t node_count, index_count, node_capacity;
    RunningParts running[RUNNING_END_COUNT];
    Metadata metadata;
    const Sources *sources;
} Document;

// Builds one tree of `count` (>= 1) sources; the first one's front matter counts for the whole. With several, each
// is a PART. Reads the defaults of their roots. Never NULL: faults are diagnosed, and what can not be kept as asked is
// kept as plain text.
Document *document_new(Arena *arena, Sources *sources, const Source *const *inputs, size_t count,
                       Diagnostics *diagnostics);

// Reads heads and feet, which the stylesheet has, of what is given there and in the front matter.
void document_add_running(Document *document, Arena *arena, const RunningTexts texts[RUNNING_END_COUNT],
                          Diagnostics *diagnostics);

const char *node_kind_name(NodeKind kind);
const char *alert_kind_name(AlertKind kind);
NodeHolds node_kind_holds(NodeKind kind);

// The image that a paragraph holds and nothing else, perhaps within a link or an emphasis; NULL: it holds something
// else.
const Node *node_lone_image(const Node *paragraph);

// The CAPTION of a figure or table, or NULL.
const Node *node_caption(const Node *node);

// What links name it by: its `id`, or a heading's anchor; empty where it has neither.
Str node_anchor(const Node *node);

// All text below `node`, in order, as one string.
Str node_plain_text(const Node *node, Arena *arena);

// The tree as text, one node a line, indented by two a level: `kind line:column "text" attributes`.
void document_dump(const Document *document, Buffer *out);

// Aborts on a broken invariant: links among nodes, indices in order, each kind holding what it may.
void document_verify(const Document *document);

// The BCP 47 tag for what people write in `lang` ("ENG" is "en", "TW" is "zh-Hant"); empty where it can't be read.
Str language_tag(Str written, Arena *arena);

#endif
