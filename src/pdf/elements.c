// Writes structure elements, the parent tree (ISO 32000-1, 14.7.4.4) and the IDs of notes.
#include <stdlib.h>

#include "pdf/output.h"
#include "pdf/spoken.h"
#include "pdf/structure.h"

typedef struct {
    Structure *structure;
    const Locations *locations;
    const Layout *layout;
    const uint32_t *pages;
    StructureRoot *root;
    PdfWriter *writer;
    Arena *arena;
} Tree;

static const char *const role_names[ROLE_COUNT] = {
#define ROLE(id, name) name,
    ROLES(ROLE)
#undef ROLE
};

static void put_kid(const Tree *tree, const Element *element, const Kid *kid, Buffer *out)
{
    if (kid->kind == KID_ELEMENT) {
        put_reference(out, tree->structure->elements[kid->value].object);
    } else if (kid->kind == KID_ANNOTATION) {
        put(out, "<</Type/OBJR/Pg");
        put_reference(out, tree->pages[kid->page]);
        put(out, "/Obj");
        put_reference(out, kid->value);
        put(out, ">>");
    } else if (kid->page == element->page) {
        buffer_append_char(out, ' ');
        put_number(out, kid->value);
    } else {
        put(out, "<</Type/MCR/Pg");
        put_reference(out, tree->pages[kid->page]);
        put(out, "/MCID ");
        put_number(out, kid->value);
        put(out, ">>");
    }
}

static void put_kids(const Tree *tree, const Element *element, Buffer *out)
{
    const Kid *kids = tree->structure->kids;
    if (element->first_kid == NO_KID)
        return;
    bool is_one = element->first_kid == element->last_kid;
    put(out, is_one ? "/K" : "/K[");
    for (uint32_t kid = element->first_kid; kid != NO_KID; kid = kids[kid].next)
        put_kid(tree, element, &kids[kid], out);
    if (!is_one)
        buffer_append_char(out, ']');
}

// As a name tree wants them: in the order of their bytes, which is that of the document, cells before notes.
static void put_cell_id(uint32_t node, Buffer *out)
{
    buffer_printf(out, "(cell-%010u)", node);
}

static void put_note_id(uint32_t node, Buffer *out)
{
    buffer_printf(out, "(note-%010u)", node);
}

static void put_figure(const Tree *tree, const Element *element, Buffer *out)
{
    const Node *image = element->node->kind == NODE_FIGURE ? figure_picture(element->node) : element->node;
    put(out, "/Alt");
    put_text(out, image_alternative(image, tree->arena));
    const Place *place = &tree->locations->nodes[image->index];
    if (!place->is_set)
        return;
    Length height = tree->layout->pages[place->page].height;
    put(out, "/A<</O/Layout/BBox[");
    put_length(out, place->x);
    put_length(out, height - place->y - place->height);
    put_length(out, place->x + place->width);
    put_length(out, height - place->y);
    put(out, "]>>");
}

static void put_spoken(const Tree *tree, const Node *node, Buffer *out)
{
    Str text = spoken_text(node, tree->locations, tree->arena);
    if (text.length == 0)
        return;
    put(out, "/ActualText");
    put_text(out, text);
}

static const char *scope_of(const Node *cell)
{
    if (cell->cell.scope != SCOPE_NONE)
        return cell->cell.scope == SCOPE_ROW ? "/Scope/Row" : "/Scope/Column";
    return cell->cell.is_header ? "/Scope/Column" : "/Scope/Row";
}

static void put_cells(Buffer *out, const char *name, int span)
{
    if (span <= 1)
        return;
    put(out, name);
    buffer_append_char(out, ' ');
    put_number(out, (uint32_t)span);
}

static void put_cell(const Tree *tree, const Element *element, Buffer *out)
{
    const Node *cell = element->node;
    int columns = cell ? cell->cell.column_span : element->column_span, rows = cell ? cell->cell.row_span : 1;
    if (element->has_id) {
        put(out, "/ID");
        put_cell_id(tree->root->first_node + cell->index, out);
    }
    if (element->role == ROLE_TD && columns <= 1 && rows <= 1 && element->header_count == 0)
        return;
    put(out, "/A<</O/Table");
    if (element->role == ROLE_TH)
        put(out, scope_of(cell));
    put_cells(out, "/ColSpan", columns);
    put_cells(out, "/RowSpan", rows);
    if (element->header_count > 0) {
        put(out, "/Headers[");
        for (uint32_t i = 0; i < element->header_count; i++)
            put_cell_id(tree->root->first_node + element->headers[i], out);
        buffer_append_char(out, ']');
    }
    put(out, ">>");
}

// What a list's items have before them, as it is declared.
static void put_list(const Node *list, Buffer *out)
{
    static const char *const names[] = {
#define MARK(id, name, pdf) pdf,
        LIST_MARKS(MARK)
#undef MARK
    };
    ListMark mark = list->declared ? list->declared->list_mark : LIST_MARK_UNSET;
    if (list->list.is_definitions)
        mark = LIST_MARK_NONE;
    else if (mark == LIST_MARK_UNSET)
        mark = list->list.ordered ? LIST_MARK_DECIMAL : LIST_MARK_DISC;
    put(out, "/A<</O/List/ListNumbering/");
    put(out, names[mark]);
    put(out, ">>");
}

static void put_span(const Tree *tree, const Node *node, Buffer *out)
{
    Decoration decoration = decoration_of(node);
    if (decoration == DECORATION_STRIKE)
        put(out, "/A<</O/Layout/TextDecorationType/LineThrough>>");
    else if (decoration == DECORATION_UNDERLINE)
        put(out, "/A<</O/Layout/TextDecorationType/Underline>>");
    if (node->kind == NODE_ABBREVIATION && node->abbreviation.expansion.length > 0) {
        put(out, "/E");
        put_text(out, node->abbreviation.expansion);
    }
    put_spoken(tree, node, out);
}

// A rule to write on, or the box of an item to tick (ISO 32000-1, 14.8.5.6).
static void put_form(const Tree *tree, const Node *node, Buffer *out)
{
    put(out, "/A<</O/PrintField/Role/");
    if (node->kind == NODE_BLANK) {
        put(out, "tv>>");
        put_spoken(tree, node, out);
    } else {
        put(out, node->item.task == TASK_DONE ? "cb/checked/on>>" : "cb/checked/off>>");
        put(out, "/ActualText");
        put_text(out, tree->locations->told[node->index]);
    }
}

static void put_attributes(const Tree *tree, const Element *element, Buffer *out)
{
    const Node *node = element->node;
    if (element->role == ROLE_L)
        put_list(node, out);
    if (element->role == ROLE_TH || element->role == ROLE_TD)
        put_cell(tree, element, out);
    if (element->role == ROLE_FIGURE)
        put_figure(tree, element, out);
    if (element->role == ROLE_NOTE) {
        put(out, "/ID");
        put_note_id(tree->root->first_node + node->index, out);
    }
    if (element->role == ROLE_SPAN)
        put_span(tree, node, out);
    bool is_label = (element->role == ROLE_P && node->kind == NODE_ALERT) ||
                    (element->role == ROLE_CAPTION && node->kind == NODE_CONTENTS);
    if (element->role == ROLE_CODE || is_label)
        put_spoken(tree, node, out);
    if (element->role == ROLE_FORM)
        put_form(tree, node, out);
    if (element->says_lang) {
        put(out, "/Lang");
        put_text(out, element->lang);
    }
}

static void write_element(const Tree *tree, const Element *element, uint32_t parent)
{
    Buffer *out = writer_object(tree->writer, element->object);
    put(out, "<</S/");
    put(out, role_names[element->role]);
    put(out, "/P");
    put_reference(out, parent);
    if (element->page != NO_PAGE) {
        put(out, "/Pg");
        put_reference(out, tree->pages[element->page]);
    }
    put_attributes(tree, element, out);
    put_kids(tree, element, out);
    put(out, ">>");
}

// One array a page, which has the element of each MCID.
static void write_owners(const Tree *tree, const Painting *painting, const uint32_t *arrays)
{
    const Structure *structure = tree->structure;
    size_t at = 0, empty = 0;
    for (uint32_t page = 0; page < tree->layout->page_count; page++) {
        Buffer *out = writer_object(tree->writer, arrays[page]);
        buffer_append_char(out, '[');
        for (; at < painting->mark_count && painting->marks[at].page == page; at++)
            put_reference(out, structure->elements[structure->owners[at]].object);
        for (; empty < structure->empty_count && structure->empty[empty].page == page; empty++)
            put_reference(out, structure->elements[structure->empty[empty].element].object);
        buffer_append_char(out, ']');
    }
}

// The keys of pages come before those of annotations.
static void write_parents(const Tree *tree, const Painting *painting, AnnotationOwners annotations)
{
    StructureRoot *root = tree->root;
    size_t page_count = tree->layout->page_count;
    uint32_t *arrays = arena_array(tree->arena, uint32_t, page_count);
    for (size_t i = 0; i < page_count; i++) {
        arrays[i] = writer_number(tree->writer);
        *arena_push(root->arena, root->parents, root->parent_count, root->parent_capacity) = arrays[i];
    }
    for (size_t i = 0; i < annotations.count; i++)
        *arena_push(root->arena, root->parents, root->parent_count, root->parent_capacity) =
            tree->structure->elements[annotations.elements[i]].object;
    write_owners(tree, painting, arrays);
}

static int compare_named(const void *a, const void *b)
{
    uint32_t left = ((const NamedElement *)a)->node, right = ((const NamedElement *)b)->node;
    return (left > right) - (left < right);
}

static void take_named(const Tree *tree)
{
    StructureRoot *root = tree->root;
    size_t first_cell = root->cell_count, first_note = root->note_count;
    for (size_t i = 1; i < tree->structure->count; i++) {
        const Element *element = &tree->structure->elements[i];
        if (element->role == ROLE_NOTE)
            *arena_push(root->arena, root->notes, root->note_count, root->note_capacity) =
                (NamedElement){root->first_node + element->node->index, element->object};
        else if (element->has_id)
            *arena_push(root->arena, root->cells, root->cell_count, root->cell_capacity) =
                (NamedElement){root->first_node + element->node->index, element->object};
    }
    if (root->cell_count > first_cell)
        qsort(root->cells + first_cell, root->cell_count - first_cell, sizeof *root->cells, compare_named);
    if (root->note_count > first_note)
        qsort(root->notes + first_note, root->note_count - first_note, sizeof *root->notes, compare_named);
}

uint32_t structure_write(Structure *structure, const Painting *painting, const Locations *locations,
                         const Layout *layout, const StructurePlace *place, StructureRoot *root, PdfWriter *writer,
                         Arena *arena)
{
    Tree tree = {structure, locations, layout, place->pages, root, writer, arena};
    for (size_t i = 1; i < structure->count; i++)
        structure->elements[i].object = writer_number(writer);
    for (size_t i = 1; i < structure->count; i++) {
        const Element *element = &structure->elements[i];
        write_element(&tree, element,
                      element->parent > 0 ? structure->elements[element->parent].object : place->parent);
    }
    write_parents(&tree, painting, place->annotations);
    if (structure->has_ids)
        take_named(&tree);
    return structure->elements[1].object;
}

// ---- the root

static uint32_t write_parent_tree(const StructureRoot *root, PdfWriter *writer)
{
    uint32_t object = writer_number(writer);
    Buffer *out = writer_object(writer, object);
    put(out, "<</Nums[");
    for (size_t i = 0; i < root->parent_count; i++) {
        put_number(out, (uint32_t)i);
        put_reference(out, root->parents[i]);
        buffer_append_char(out, ' ');
    }
    put(out, "]>>");
    return object;
}

static void put_ids(const StructureRoot *root, Buffer *out)
{
    put(out, "/IDTree<</Names[");
    for (size_t i = 0; i < root->cell_count; i++) {
        put_cell_id(root->cells[i].node, out);
        put_reference(out, root->cells[i].object);
    }
    for (size_t i = 0; i < root->note_count; i++) {
        put_note_id(root->notes[i].node, out);
        put_reference(out, root->notes[i].object);
    }
    put(out, "]>>");
}

void structure_root_write(const StructureRoot *root, uint32_t first, PdfWriter *writer)
{
    uint32_t parent_tree = write_parent_tree(root, writer);
    Buffer *out = writer_object(writer, root->object);
    put(out, "<</Type/StructTreeRoot/K");
    put_reference(out, first);
    put(out, "/ParentTree");
    put_reference(out, parent_tree);
    put(out, "/ParentTreeNextKey ");
    put_number(out, (uint32_t)root->parent_count);
    if (root->cell_count + root->note_count > 0)
        put_ids(root, out);
    put(out, ">>");
}
