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
    PdfWriter *writer;
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

static void put_note_id(const Node *note, Buffer *out)
{
    buffer_printf(out, "(note-%010u)", note->index);
}

static void put_figure(const Tree *tree, const Element *element, Buffer *out)
{
    const Node *image = element->node->kind == NODE_FIGURE ? figure_picture(element->node) : element->node;
    put(out, "/Alt");
    put_text(out, image_alternative(image, tree->writer->arena));
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
    Str text = spoken_text(node, tree->locations, tree->writer->arena);
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

static void put_cell(const Element *element, Buffer *out)
{
    const Node *cell = element->node;
    int columns = cell ? cell->cell.column_span : element->column_span, rows = cell ? cell->cell.row_span : 1;
    if (element->has_id) {
        put(out, "/ID");
        put_cell_id(cell->index, out);
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
            put_cell_id(element->headers[i], out);
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

static void put_told(const Tree *tree, const Node *node, Buffer *out)
{
    put(out, "/ActualText");
    put_text(out, tree->locations->told[node->index]);
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
        put_told(tree, node, out);
    }
}

static void put_attributes(const Tree *tree, const Element *element, Buffer *out)
{
    const Node *node = element->node;
    if (element->role == ROLE_L)
        put_list(node, out);
    if (element->role == ROLE_TH || element->role == ROLE_TD)
        put_cell(element, out);
    if (element->role == ROLE_FIGURE)
        put_figure(tree, element, out);
    if (element->role == ROLE_NOTE) {
        put(out, "/ID");
        put_note_id(node, out);
    }
    if (element->role == ROLE_SPAN)
        put_span(tree, node, out);
    if (element->role == ROLE_CODE)
        put_spoken(tree, node, out);
    if (element->role == ROLE_FORM)
        put_form(tree, node, out);
    if (element->role == ROLE_P && node->kind == NODE_ALERT && tree->locations->is_leftward[node->index])
        put_told(tree, node, out);
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

static uint32_t write_parent_tree(const Tree *tree, const Painting *painting, AnnotationOwners annotations)
{
    size_t page_count = tree->layout->page_count;
    uint32_t *arrays = arena_array(tree->writer->arena, uint32_t, page_count), object = writer_number(tree->writer);
    for (size_t i = 0; i < page_count; i++)
        arrays[i] = writer_number(tree->writer);
    Buffer *out = writer_object(tree->writer, object);
    put(out, "<</Nums[");
    for (size_t i = 0; i < page_count + annotations.count; i++) {
        put_number(out, (uint32_t)i);
        bool is_page = i < page_count;
        put_reference(out,
                      is_page ? arrays[i] : tree->structure->elements[annotations.elements[i - page_count]].object);
        buffer_append_char(out, ' ');
    }
    put(out, "]>>");
    write_owners(tree, painting, arrays);
    return object;
}

static int compare_ids(const void *a, const void *b)
{
    const Element *const *left = a, *const *right = b;
    bool is_note = (*left)->role == ROLE_NOTE;
    if (is_note != ((*right)->role == ROLE_NOTE))
        return is_note ? 1 : -1;
    return (*left)->node->index < (*right)->node->index ? -1 : 1;
}

static void put_ids(const Tree *tree, Buffer *out)
{
    const Structure *structure = tree->structure;
    const Element **named = arena_array(tree->writer->arena, const Element *, structure->count);
    size_t count = 0;
    for (size_t i = 1; i < structure->count; i++) {
        const Element *element = &structure->elements[i];
        if (element->has_id || element->role == ROLE_NOTE)
            named[count++] = element;
    }
    qsort(named, count, sizeof *named, compare_ids);
    put(out, "/IDTree<</Names[");
    for (size_t i = 0; i < count; i++) {
        if (named[i]->role == ROLE_NOTE)
            put_note_id(named[i]->node, out);
        else
            put_cell_id(named[i]->node->index, out);
        put_reference(out, named[i]->object);
    }
    put(out, "]>>");
}

uint32_t structure_write(Structure *structure, const Painting *painting, const Locations *locations,
                         const Layout *layout, const uint32_t *pages, AnnotationOwners annotations, PdfWriter *writer)
{
    Tree tree = {structure, locations, layout, pages, writer};
    uint32_t root = writer_number(writer);
    for (size_t i = 1; i < structure->count; i++)
        structure->elements[i].object = writer_number(writer);
    for (size_t i = 1; i < structure->count; i++) {
        const Element *element = &structure->elements[i];
        write_element(&tree, element, element->parent > 0 ? structure->elements[element->parent].object : root);
    }
    uint32_t parent_tree = write_parent_tree(&tree, painting, annotations);
    Buffer *out = writer_object(writer, root);
    put(out, "<</Type/StructTreeRoot/K");
    put_reference(out, structure->elements[1].object);
    put(out, "/ParentTree");
    put_reference(out, parent_tree);
    put(out, "/ParentTreeNextKey ");
    put_number(out, (uint32_t)(layout->page_count + annotations.count));
    if (structure->has_ids)
        put_ids(&tree, out);
    put(out, ">>");
    return root;
}
