// Walks the marks in the order of their nodes in the document. Most texts are drawn in that order already.
#include "pdf/structure.h"

#include <stdlib.h>

#include "pdf/spoken.h"

typedef struct {
    Structure structure;
    Arena *arena;
    const Locations *locations;
    const Document *document;
    uint32_t *outer, *inner; // by node index: the node's own element, and the one that takes what it holds; 0: not yet
    uint32_t *links;
} Builder;

static const Role roles[NODE_KIND_COUNT] = {
    [NODE_PART] = ROLE_PART,
    [NODE_TITLE] = ROLE_H1,
    [NODE_SUBTITLE] = ROLE_P,
    [NODE_PARAGRAPH] = ROLE_P,
    [NODE_QUOTE] = ROLE_BLOCK_QUOTE,
    [NODE_CONTENTS] = ROLE_TOC,
    [NODE_CONTENTS_ENTRY] = ROLE_TOCI,
    [NODE_LIST] = ROLE_L,
    [NODE_ITEM] = ROLE_LI,
    [NODE_CODE_BLOCK] = ROLE_P,
    [NODE_TABLE] = ROLE_TABLE,
    [NODE_NOTE] = ROLE_NOTE,
    [NODE_CODE] = ROLE_CODE,
    [NODE_NOTE_REFERENCE] = ROLE_REFERENCE,
    [NODE_ROW] = ROLE_TR,
    [NODE_CELL] = ROLE_TD,
    [NODE_CAPTION] = ROLE_CAPTION,
    [NODE_ALERT] = ROLE_DIV,
    [NODE_BLANK] = ROLE_FORM,
    [NODE_PAGE_NUMBER] = ROLE_SPAN,
    [NODE_STRIKE] = ROLE_SPAN,
    [NODE_UNDERLINE] = ROLE_SPAN,
    [NODE_QUOTATION] = ROLE_QUOTE,
    [NODE_TERM] = ROLE_LBL,
    [NODE_DESCRIPTION] = ROLE_LBODY,
};

void structure_add_kid(Structure *structure, Arena *arena, uint32_t parent, Kid kid)
{
    uint32_t index = (uint32_t)structure->kid_count;
    kid.next = NO_KID;
    *arena_push(arena, structure->kids, structure->kid_count, structure->kid_capacity) = kid;
    Element *element = &structure->elements[parent];
    if (element->first_kid == NO_KID)
        element->first_kid = index;
    else
        structure->kids[element->last_kid].next = index;
    element->last_kid = index;
}

// The language that is said between `node` and the node of the element around it, or that element's.
static Str language_within(const Node *node, const Node *outer, Str lang)
{
    for (; node && node != outer; node = node->parent) {
        if (node->lang.length > 0)
            return node->lang;
    }
    return lang;
}

static uint32_t element_add(Builder *builder, Role role, const Node *node, uint32_t parent)
{
    Structure *structure = &builder->structure;
    uint32_t index = (uint32_t)structure->count;
    Element element = {
        .role = role, .node = node, .parent = parent, .first_kid = NO_KID, .last_kid = NO_KID, .page = NO_PAGE};
    const Element *outer = parent > 0 ? &structure->elements[parent] : NULL;
    if (outer) {
        element.lang = language_within(node, outer->node, outer->lang);
        element.says_lang = !str_equal(element.lang, outer->lang);
    }
    *arena_push(builder->arena, structure->elements, structure->count, structure->capacity) = element;
    if (parent > 0)
        structure_add_kid(structure, builder->arena, parent, (Kid){KID_ELEMENT, NO_KID, index, NO_PAGE});
    structure->has_ids |= role == ROLE_NOTE;
    return index;
}

// A paragraph that is all that a cell or an item holds is no element beside it.
static bool is_lone_paragraph(const Node *node)
{
    const Node *outer = node->parent;
    bool holds_text = outer->kind == NODE_CELL || outer->kind == NODE_ITEM || outer->kind == NODE_TERM ||
                      outer->kind == NODE_DESCRIPTION;
    return node->kind == NODE_PARAGRAPH && holds_text && outer->first_child == node && !node->next &&
           node->lang.length == 0;
}

const Node *figure_picture(const Node *figure)
{
    const Node *picture = NULL;
    if (figure->kind != NODE_FIGURE)
        return NULL;
    for (const Node *part = figure->first_child; part; part = part->next) {
        if (part->kind == NODE_CAPTION)
            continue;
        const Node *child = part->kind == NODE_PARAGRAPH ? part->first_child : NULL;
        if (picture || !child || child->next || child->kind != NODE_IMAGE || child->image->is_decorative)
            return NULL;
        picture = child;
    }
    return picture;
}

Decoration decoration_of(const Node *node)
{
    const Declarations *declared = node->declared;
    if (node->kind == NODE_STRIKE || (declared && declared->strike == FLAG_ON))
        return DECORATION_STRIKE;
    return node->kind == NODE_UNDERLINE || (declared && declared->underline == FLAG_ON) ? DECORATION_UNDERLINE
                                                                                        : DECORATION_NONE;
}

// Whether there is something to tell of an inline that has no role of its own.
static bool is_told(const Node *node)
{
    bool is_expanded = node->kind == NODE_ABBREVIATION && node->abbreviation.expansion.length > 0;
    return is_expanded || node->lang.length > 0 || decoration_of(node) != DECORATION_NONE;
}

static Role role_of(const Builder *builder, const Node *node)
{
    if (node->kind == NODE_TEXT)
        return spoken_text(node, builder->locations, builder->arena).length > 0 ? ROLE_SPAN : ROLE_NONE;
    if (is_lone_paragraph(node) || (node->kind == NODE_PARAGRAPH && figure_picture(node->parent)))
        return ROLE_NONE;
    if (node->kind == NODE_FIGURE && figure_picture(node))
        return ROLE_FIGURE;
    if (node->kind == NODE_CAPTION && node->parent->kind == NODE_FIGURE && !figure_picture(node->parent))
        return ROLE_P; // of nothing that could have one
    if (node->kind == NODE_HEADING)
        return ROLE_H1 + (Role)(node->heading.structure_level - 1);
    if (node->kind == NODE_LINK && target_of(node).kind != TARGET_NONE)
        return ROLE_LINK;
    if (roles[node->kind] == ROLE_NONE && node_kind_holds(node->kind) == HOLDS_INLINES && is_told(node))
        return ROLE_SPAN;
    return roles[node->kind];
}

// ---- tables

// Cells of nothing, where no cell covers columns from `start` to `end`, so that all rows are as wide.
static void fill_gaps(Builder *builder, uint32_t row, const int *reaches, int start, int end)
{
    while (start < end) {
        int stop = start;
        while (stop < end && reaches[stop] == 0)
            stop++;
        if (stop > start) {
            uint32_t gap = element_add(builder, ROLE_TD, NULL, row);
            builder->structure.elements[gap].column_span = stop - start;
        }
        start = stop + 1;
    }
}

// `reaches`: by column, how many rows from this one on a cell from above covers.
static void row_add(Builder *builder, const Node *row, uint32_t parent, int column_count, int *reaches)
{
    uint32_t element = element_add(builder, ROLE_TR, row, parent);
    builder->outer[row->index] = builder->inner[row->index] = element;
    int column = 0;
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        fill_gaps(builder, element, reaches, column, cell->cell.column);
        bool is_header = cell->cell.is_header || cell->cell.is_row_header;
        // An empty one heads nothing.
        uint32_t made = element_add(builder, is_header && cell->first_child ? ROLE_TH : ROLE_TD, cell, element);
        builder->outer[cell->index] = builder->inner[cell->index] = made;
        column = cell->cell.column + cell->cell.column_span;
    }
    fill_gaps(builder, element, reaches, column, column_count);
    for (const Node *cell = row->first_child; cell; cell = cell->next) {
        for (int i = 0; i < cell->cell.column_span; i++)
            reaches[cell->cell.column + i] = cell->cell.row_span;
    }
    for (int i = 0; i < column_count; i++)
        reaches[i] -= reaches[i] > 0;
}

typedef enum { PART_NONE, PART_HEAD, PART_BODY, PART_FOOT } TablePart;

static TablePart part_of(const Node *row)
{
    if (row->kind != NODE_ROW)
        return PART_NONE;
    return row->row.is_header ? PART_HEAD : row->row.is_footer ? PART_FOOT : PART_BODY;
}

// A head and a foot are made only where there is a body, as there must be (ISO 32000-1, table 337).
static bool table_has_parts(const Node *table)
{
    bool has[PART_FOOT + 1] = {false};
    for (const Node *row = table->first_child; row; row = row->next)
        has[part_of(row)] = true;
    return has[PART_BODY] && (has[PART_HEAD] || has[PART_FOOT]);
}

static void table_add(Builder *builder, const Node *table, uint32_t element)
{
    static const Role roles_of_parts[] = {ROLE_NONE, ROLE_THEAD, ROLE_TBODY, ROLE_TFOOT};
    bool has_parts = table_has_parts(table);
    int column_count = 0;
    for (const Node *row = table->first_child; row; row = row->next) {
        if (row->kind == NODE_ROW && row->last_child) {
            int end = row->last_child->cell.column + row->last_child->cell.column_span;
            column_count = end > column_count ? end : column_count;
        }
    }
    int *reaches = arena_array(builder->arena, int, (size_t)column_count);
    TablePart part = PART_NONE;
    int group = 0;
    uint32_t parent = element;
    for (const Node *child = table->first_child; child; child = child->next) {
        if (child->kind == NODE_CAPTION && child->first_child) {
            uint32_t caption = element_add(builder, ROLE_CAPTION, child, element);
            builder->outer[child->index] = builder->inner[child->index] = caption;
        }
        if (child->kind != NODE_ROW)
            continue;
        if (has_parts && (part_of(child) != part || (part == PART_BODY && child->row.group != group))) {
            part = part_of(child);
            group = child->row.group;
            parent = element_add(builder, roles_of_parts[part], table, element);
        }
        row_add(builder, child, parent, column_count, reaches);
    }
    if (table_needs_headers(table))
        headers_find(&builder->structure, table, column_count, builder->outer, builder->arena);
}

// ---- nodes

static uint32_t inner_of(Builder *builder, const Node *node);

// The node's own element; where it makes none, the one around it. Depth is bounded by LIMIT_NESTING.
static uint32_t outer_of(Builder *builder, const Node *node)
{
    uint32_t *outer = &builder->outer[node->index];
    if (*outer > 0)
        return *outer;
    uint32_t parent = inner_of(builder, node->parent);
    if (*outer > 0) // a table was made with all its rows
        return *outer;
    Role role = role_of(builder, node);
    *outer = role == ROLE_NONE ? parent : element_add(builder, role, node, parent);
    if (role == ROLE_TABLE)
        table_add(builder, node, *outer);
    return *outer;
}

// What a node holds lies in an element of its own where the standard wants one.
static uint32_t inner_of(Builder *builder, const Node *node)
{
    uint32_t *inner = &builder->inner[node->index];
    if (*inner > 0)
        return *inner;
    uint32_t outer = outer_of(builder, node);
    if (*inner > 0)
        return *inner;
    *inner = outer;
    if (node->kind == NODE_ITEM && !node->parent->list.is_definitions)
        *inner = element_add(builder, ROLE_LBODY, node, outer);
    else if (node->kind == NODE_CODE_BLOCK)
        *inner = element_add(builder, ROLE_CODE, node, outer);
    else if (node->kind == NODE_CONTENTS_ENTRY)
        *inner = element_add(builder, ROLE_REFERENCE, node, outer);
    else if (node->kind == NODE_NOTE_REFERENCE)
        *inner = element_add(builder, ROLE_LINK, node, outer);
    if (builder->structure.elements[*inner].role == ROLE_LINK)
        builder->links[node->index] = *inner;
    return *inner;
}

static const Node *caption_of(const Node *image)
{
    const Node *figure = image->parent;
    while (figure && figure->kind != NODE_FIGURE)
        figure = figure->parent;
    return figure ? node_caption(figure) : NULL;
}

Str image_alternative(const Node *image, Arena *arena)
{
    const Node *caption = !image->image->has_alternative ? caption_of(image) : NULL;
    return str_trim(node_plain_text(caption ? caption : image, arena));
}

// A note's mark leads back to where it is referred to.
static uint32_t note_mark(Builder *builder, const Node *note, uint32_t outer)
{
    uint32_t *link = &builder->links[note->index];
    if (*link == 0)
        *link = element_add(builder, ROLE_LINK, note, element_add(builder, ROLE_LBL, note, outer));
    return *link;
}

// The first element within another, which is made where there is none yet.
static uint32_t first_within(Builder *builder, uint32_t outer, Role role, const Node *node)
{
    const Structure *structure = &builder->structure;
    uint32_t kid = structure->elements[outer].first_kid;
    return kid != NO_KID ? structure->kids[kid].value : element_add(builder, role, node, outer);
}

// A list item's and a note's own text is its mark, an alert's its label, that of contents their title, an image's own
// drawing the picture.
static uint32_t owner_of(Builder *builder, const Node *node)
{
    if (node->kind == NODE_IMAGE) {
        uint32_t *outer = &builder->outer[node->index];
        if (*outer == 0) {
            uint32_t around = inner_of(builder, node->parent);
            bool is_made = builder->structure.elements[around].role == ROLE_FIGURE; // with its caption
            *outer = is_made ? around : element_add(builder, ROLE_FIGURE, node, around);
            builder->structure.lacks_alt |= !node->image->has_alternative && !caption_of(node);
        }
        return *outer;
    }
    if (node->kind == NODE_CAPTION) // its number
        return first_within(builder, inner_of(builder, node), ROLE_SPAN, node);
    if (node->kind != NODE_ITEM && node->kind != NODE_NOTE && node->kind != NODE_ALERT && node->kind != NODE_CONTENTS)
        return inner_of(builder, node);
    uint32_t outer = outer_of(builder, node);
    if (node->kind == NODE_NOTE)
        return note_mark(builder, node, outer);
    Role role = node->kind == NODE_ALERT ? ROLE_P : node->kind == NODE_CONTENTS ? ROLE_CAPTION : ROLE_LBL;
    uint32_t mark = first_within(builder, outer, role, node);
    bool is_box = node->kind == NODE_ITEM && node->item.task != TASK_NONE;
    return is_box ? first_within(builder, mark, ROLE_FORM, node) : mark;
}

// ---- marks

typedef struct {
    uint32_t node, reading, mark;
} Order;

static int compare_orders(const void *a, const void *b)
{
    const Order *left = a, *right = b;
    if (left->node != right->node)
        return left->node < right->node ? -1 : 1;
    if (left->reading != right->reading)
        return left->reading < right->reading ? -1 : 1;
    return (left->mark > right->mark) - (left->mark < right->mark);
}

static Order *sort_marks(const Painting *painting, Arena *arena)
{
    Order *orders = arena_array(arena, Order, painting->mark_count + 1);
    bool is_sorted = true;
    for (size_t i = 0; i < painting->mark_count; i++) {
        const Mark *mark = &painting->marks[i];
        orders[i] = (Order){mark->node->index, mark->reading, (uint32_t)i};
        is_sorted &= i == 0 || compare_orders(&orders[i - 1], &orders[i]) < 0;
    }
    if (!is_sorted)
        qsort(orders, painting->mark_count, sizeof *orders, compare_orders);
    return orders;
}

Structure structure_build(const Painting *painting, const Document *document, const Locations *locations, Arena *arena)
{
    Builder builder = {
        .arena = arena,
        .locations = locations,
        .document = document,
        .outer = arena_array(arena, uint32_t, document->node_count),
        .inner = arena_array(arena, uint32_t, document->node_count),
        .links = arena_array(arena, uint32_t, document->node_count),
    };
    Structure *structure = &builder.structure;
    element_add(&builder, ROLE_NONE, NULL, 0);
    uint32_t root = element_add(&builder, ROLE_DOCUMENT, document->root, 0);
    structure->elements[root].lang = document->metadata.lang;
    builder.outer[document->root->index] = builder.inner[document->root->index] = root;

    uint32_t *owners = arena_array(arena, uint32_t, painting->mark_count + 1);
    const Order *orders = sort_marks(painting, arena);
    for (size_t i = 0; i < painting->mark_count; i++) {
        const Mark *mark = &painting->marks[orders[i].mark];
        uint32_t owner = owner_of(&builder, mark->node);
        owners[orders[i].mark] = owner;
        structure_add_kid(structure, arena, owner, (Kid){KID_MARK, NO_KID, mark->mcid, mark->page});
        if (structure->elements[owner].page == NO_PAGE)
            structure->elements[owner].page = mark->page;
    }
    structure->owners = owners;
    structure->links = builder.links;
    structure_mark_empty(structure, painting, arena);
    return *structure;
}
