// Private to src/pdf: the structure tree, made from the document; the marks of the drawing are hung into it.
//
// Elements stand in the order of the document, whatever the order in which they were drawn. A node makes an element
// where it, or what is below it, was drawn; a table's rows and cells always do, so that rows are equally long.
#ifndef HSPDF_PDF_STRUCTURE_H
#define HSPDF_PDF_STRUCTURE_H

#include "paint/paint.h"
#include "pdf/locations.h"
#include "pdf/targets.h"
#include "pdf/writer.h"

// Rows: identifier, structure type (ISO 32000-1, 14.8.4).
#define ROLES(ROLE)                                                                                                    \
    ROLE(NONE, "") /* what it holds belongs to the element around it */                                                \
    ROLE(DOCUMENT, "Document")                                                                                         \
    ROLE(PART, "Part")                                                                                                 \
    ROLE(H1, "H1")                                                                                                     \
    ROLE(H2, "H2")                                                                                                     \
    ROLE(H3, "H3")                                                                                                     \
    ROLE(H4, "H4")                                                                                                     \
    ROLE(H5, "H5")                                                                                                     \
    ROLE(H6, "H6")                                                                                                     \
    ROLE(P, "P")                                                                                                       \
    ROLE(DIV, "Div")                                                                                                   \
    ROLE(QUOTE, "Quote")                                                                                               \
    ROLE(BLOCK_QUOTE, "BlockQuote")                                                                                    \
    ROLE(TOC, "TOC")                                                                                                   \
    ROLE(TOCI, "TOCI")                                                                                                 \
    ROLE(L, "L")                                                                                                       \
    ROLE(LI, "LI")                                                                                                     \
    ROLE(LBL, "Lbl")                                                                                                   \
    ROLE(LBODY, "LBody")                                                                                               \
    ROLE(CODE, "Code")                                                                                                 \
    ROLE(TABLE, "Table")                                                                                               \
    ROLE(CAPTION, "Caption")                                                                                           \
    ROLE(THEAD, "THead")                                                                                               \
    ROLE(TBODY, "TBody")                                                                                               \
    ROLE(TFOOT, "TFoot")                                                                                               \
    ROLE(TR, "TR")                                                                                                     \
    ROLE(TH, "TH")                                                                                                     \
    ROLE(TD, "TD")                                                                                                     \
    ROLE(NOTE, "Note")                                                                                                 \
    ROLE(REFERENCE, "Reference")                                                                                       \
    ROLE(LINK, "Link")                                                                                                 \
    ROLE(FORM, "Form") /* a field on paper: with a Role of PrintField it needs no annotation */                        \
    ROLE(SPAN, "Span")                                                                                                 \
    ROLE(FIGURE, "Figure")

typedef enum {
#define ROLE(id, name) ROLE_##id,
    ROLES(ROLE)
#undef ROLE
        ROLE_COUNT
} Role;

enum { NO_KID = UINT32_MAX, NO_PAGE = UINT32_MAX };

typedef enum { KID_ELEMENT, KID_MARK, KID_ANNOTATION } KidKind;

typedef struct {
    KidKind kind;
    uint32_t next;  // of the same element, or NO_KID
    uint32_t value; // the element's index, the MCID, or the annotation's object
    uint32_t page;  // of a mark or an annotation
} Kid;

typedef struct {
    Role role;
    const Node *node; // NULL: it fills a row up
    int column_span;  // where `node` is NULL
    uint32_t parent;  // an element's index; 0 for the Document
    uint32_t object;
    uint32_t first_kid, last_kid;
    uint32_t page; // of its first mark; NO_PAGE where it has none of its own
    Str lang;      // of its text
    bool says_lang;
    bool has_id;             // a TH that others name as their header
    const uint32_t *headers; // of a cell: node indices of the TH that head it
    uint32_t header_count;
} Element;

// Marked content in which nothing is drawn: that of an empty cell. A reader that asks what is on a page would not meet
// the cell without it, and take those behind it for one column further left.
typedef struct {
    uint32_t page, mcid, element;
} EmptyMark;

typedef struct {
    Element *elements; // 0 is none, 1 the Document; parents come before what they hold
    size_t count, capacity;
    Kid *kids;
    size_t kid_count, kid_capacity;
    const uint32_t *owners; // by mark: its element
    const uint32_t *links;  // by node index: the Link element of a LINK or NOTE_REFERENCE, or of a NOTE's mark, or 0
    const EmptyMark *empty; // in the order of pages and MCIDs, which follow those of what is drawn
    size_t empty_count;
    bool has_ids;   // of notes or of header cells
    bool lacks_alt; // an image tells nothing of what it shows
} Structure;

Structure structure_build(const Painting *painting, const Document *document, const Locations *locations, Arena *arena);

// empty.c: gives each cell that has no mark one.
void structure_mark_empty(Structure *structure, const Painting *painting, Arena *arena);

// headers.c: whether Scope alone leaves in doubt what heads a table's cells; and what does. `elements`: by node index.
bool table_needs_headers(const Node *table);
void headers_find(Structure *structure, const Node *table, int column_count, const uint32_t *elements, Arena *arena);

typedef enum { DECORATION_NONE, DECORATION_UNDERLINE, DECORATION_STRIKE } Decoration;
Decoration decoration_of(const Node *node); // that readers are told of

// Hangs something into an element, behind what that has.
void structure_add_kid(Structure *structure, Arena *arena, uint32_t element, Kid kid);

// The link annotations' elements, in the order of their keys in the parent tree, which follow those of the pages.
typedef struct {
    const uint32_t *elements;
    size_t count;
} AnnotationOwners;

// The picture of a FIGURE that shows one, which is then its element; else NULL.
const Node *figure_picture(const Node *figure);

// What an image shows: its own text, else the caption of its figure, else its file's name.
Str image_alternative(const Node *image, Arena *arena);

typedef struct {
    uint32_t node, object;
} NamedElement;

// What the tree's root says of all that is below it: in a file of several documents each has a tree of its own there.
typedef struct {
    Arena *arena;
    uint32_t object;
    uint32_t *parents; // by key in the parent tree: of a page the array of its elements, of an annotation its element
    size_t parent_count, parent_capacity;
    NamedElement *cells, *notes; // that have IDs, in the order of their nodes, which are counted over all documents
    size_t cell_count, cell_capacity, note_count, note_capacity;
    uint32_t first_node; // of the document at hand
} StructureRoot;

// Where the document at hand goes.
typedef struct {
    const uint32_t *pages;
    AnnotationOwners annotations;
    uint32_t parent; // the object of the element around, or of the root
} StructurePlace;

// Writes the document's elements, and gives the object of the first.
uint32_t structure_write(Structure *structure, const Painting *painting, const Locations *locations,
                         const Layout *layout, const StructurePlace *place, StructureRoot *root, PdfWriter *writer,
                         Arena *arena);

void structure_root_write(const StructureRoot *root, uint32_t first, PdfWriter *writer);

#endif
