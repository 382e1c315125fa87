// Marks for cells in which nothing is drawn.
#include "pdf/structure.h"

#include <stdlib.h>

static int compare_marks(const void *a, const void *b)
{
    const EmptyMark *left = a, *right = b;
    if (left->page != right->page)
        return left->page < right->page ? -1 : 1;
    return left->element < right->element ? -1 : 1;
}

// The first page of each element, by its own marks and those of what it holds; NO_PAGE where there are none.
static uint32_t *first_pages(const Structure *structure, Arena *arena)
{
    uint32_t *pages = arena_array(arena, uint32_t, structure->count);
    for (size_t i = 0; i < structure->count; i++)
        pages[i] = structure->elements[i].page;
    for (size_t i = structure->count; i-- > 2;) { // what an element holds comes behind it
        uint32_t *outer = &pages[structure->elements[i].parent];
        *outer = pages[i] < *outer ? pages[i] : *outer;
    }
    return pages;
}

static bool is_empty_cell(const Element *element)
{
    return (element->role == ROLE_TD || element->role == ROLE_TH) && element->first_kid == NO_KID;
}

// On the page of its row; of the row before, or where the table begins, where all of the row is empty.
static EmptyMark *gather(const Structure *structure, size_t *count, Arena *arena)
{
    const uint32_t *pages = first_pages(structure, arena);
    EmptyMark *marks = NULL;
    size_t capacity = 0;
    uint32_t page = 0;
    *count = 0;
    for (uint32_t i = 1; i < structure->count; i++) {
        const Element *element = &structure->elements[i];
        if ((element->role == ROLE_TABLE || element->role == ROLE_TR) && pages[i] != NO_PAGE)
            page = pages[i];
        if (is_empty_cell(element))
            *arena_push(arena, marks, *count, capacity) = (EmptyMark){.page = page, .element = i};
    }
    return marks;
}

static void hang(Structure *structure, const EmptyMark *mark, Arena *arena)
{
    structure_add_kid(structure, arena, mark->element, (Kid){KID_MARK, NO_KID, mark->mcid, mark->page});
    structure->elements[mark->element].page = mark->page;
}

void structure_mark_empty(Structure *structure, const Painting *painting, Arena *arena)
{
    EmptyMark *marks = gather(structure, &structure->empty_count, arena);
    if (structure->empty_count == 0)
        return;
    qsort(marks, structure->empty_count, sizeof *marks, compare_marks);
    size_t drawn = 0; // marks on pages up to that of the mark at hand
    for (size_t i = 0; i < structure->empty_count; i++) {
        uint32_t page = marks[i].page;
        while (drawn < painting->mark_count && painting->marks[drawn].page <= page)
            drawn++;
        bool is_first = i == 0 || marks[i - 1].page != page;
        bool has_drawn = drawn > 0 && painting->marks[drawn - 1].page == page;
        marks[i].mcid = !is_first ? marks[i - 1].mcid + 1 : has_drawn ? painting->marks[drawn - 1].mcid + 1 : 0;
        hang(structure, &marks[i], arena);
    }
    structure->empty = marks;
}
