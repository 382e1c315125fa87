// cairo's pages, and all that they refer to: contents, resources, fonts, pictures. What they do not lead to (its
// catalog, information and structure tree, and the lengths of streams) is left behind, and its numbers are used again.
#include "pdf/content.h"
#include "pdf/dictionary.h"
#include "pdf/finish.h"
#include "pdf/output.h"
#include "pdf/resources.h"

// ---- finding

typedef struct {
    Finish *finish;
    bool *kept;
    uint32_t *waiting; // objects that are kept and not yet read
    size_t waiting_count, waiting_capacity;
} Search;

static void search_value(Search *search, Str value)
{
    uint32_t at = 0, object;
    while (reference_next(value, &at, &object)) {
        if (object >= search->finish->file.size || search->kept[object])
            continue;
        search->kept[object] = true;
        *arena_push(search->finish->arena, search->waiting, search->waiting_count, search->waiting_capacity) = object;
    }
}

static bool is_length(Str key)
{
    return str_equal(key, STR("/Length"));
}

static bool search_object(Search *search, uint32_t object)
{
    Str value, rest, key, entry;
    if (!pdf_value_find(&search->finish->file, object, &value, &rest))
        return false;
    if (!str_starts_with(value, STR("<<"))) {
        search_value(search, value);
        return true;
    }
    for (uint32_t at = 0; dictionary_next(value, &at, &key, &entry);) {
        if (!is_length(key))
            search_value(search, entry);
    }
    return true;
}

static bool read_page_tree(Finish *finish, uint32_t page_tree)
{
    Str value, rest;
    uint32_t at = 0, object;
    size_t count = 0;
    if (!pdf_value_find(&finish->file, page_tree, &value, &rest))
        return false;
    finish->pages = arena_array(finish->arena, uint32_t, finish->layout->page_count);
    for (Str kids = dictionary_find(value, "/Kids"); reference_next(kids, &at, &object); count++) {
        if (count < finish->layout->page_count)
            finish->pages[count] = object;
    }
    return count == finish->layout->page_count;
}

bool pages_find(Finish *finish, uint32_t *page_tree, bool **kept)
{
    Str catalog, rest;
    finish->fault = "a catalog that is no dictionary, or leads to no pages";
    if (!pdf_value_find(&finish->file, finish->file.root, &catalog, &rest) ||
        !value_reference(dictionary_find(catalog, "/Pages"), page_tree))
        return false;
    finish->fault = "a tree of pages that is not flat, or has others than were drawn";
    if (!read_page_tree(finish, *page_tree) || *page_tree >= finish->file.size)
        return false;
    Search search = {.finish = finish, .kept = arena_array(finish->arena, bool, finish->file.size)};
    search.kept[*page_tree] = true;
    *arena_push(finish->arena, search.waiting, search.waiting_count, search.waiting_capacity) = *page_tree;
    finish->fault = "a reference to an object that is missing or malformed";
    while (search.waiting_count > 0) {
        if (!search_object(&search, search.waiting[--search.waiting_count]))
            return false;
    }
    *kept = search.kept;
    return true;
}

// ---- writing

typedef struct {
    Finish *finish;
    ContentReader reader;
    bool *is_done; // by object
} Copy;

// The entries of a dictionary but those of `without`, NULL-ended.
static void put_entries(Str dictionary, const char *const *without, Buffer *out)
{
    Str key, value;
    for (uint32_t at = 0; dictionary_next(dictionary, &at, &key, &value);) {
        bool is_left_out = false;
        for (size_t i = 0; without[i]; i++)
            is_left_out |= str_equal(key, str_from(without[i]));
        if (is_left_out)
            continue;
        buffer_append_str(out, key);
        buffer_append_char(out, ' ');
        append_value(out, value);
    }
}

static bool is_cid_truetype(Str dictionary)
{
    return str_equal(dictionary_find(dictionary, "/Subtype"), STR("/CIDFontType2")) &&
           dictionary_find(dictionary, "/CIDToGIDMap").length == 0;
}

static bool copy_object(Copy *copy, uint32_t object)
{
    static const char *const lengths[] = {"/Length", "/Interpolate", NULL}, *const nothing[] = {NULL};
    Finish *finish = copy->finish;
    Str value, rest, data;
    copy->is_done[object] = true;
    if (!pdf_value_find(&finish->file, object, &value, &rest))
        return false;
    if (str_starts_with(rest, STR("stream"))) {
        Buffer entries = {.arena = finish->arena};
        if (!pdf_stream_find(&finish->file, value, rest, &data))
            return false;
        put_entries(value, lengths, &entries);
        writer_stream(&finish->writer, object, buffer_str(&entries), data);
        return true;
    }
    Buffer *out = writer_object(&finish->writer, object);
    if (is_cid_truetype(value)) {
        put(out, "<<");
        put_entries(value, nothing, out);
        put(out, "/CIDToGIDMap/Identity>>");
    } else {
        append_value(out, value);
    }
    return true;
}

static bool copy_content(Copy *copy, uint32_t object, const Mark *marks, size_t count)
{
    Finish *finish = copy->finish;
    Str value, rest, data, content;
    finish->fault = "a page's content that can not be read";
    copy->is_done[object] = true;
    if (!pdf_value_find(&finish->file, object, &value, &rest) || !pdf_stream_find(&finish->file, value, rest, &data) ||
        !str_equal(dictionary_find(value, "/Filter"), STR("/FlateDecode")))
        return false;
    finish->fault = "marks in a page's content that are not those that were drawn";
    if (!content_read(&copy->reader, data, marks, count, &content))
        return false;
    writer_stream_packed(&finish->writer, object, STR(""), content);
    return true;
}

static void page_write(Finish *finish, Str dictionary, uint32_t page, const Annotations *annotations,
                       size_t *annotation)
{
    static const char *const replaced[] = {"/StructParents", "/Tabs", "/Annots", NULL};
    Buffer *out = writer_object(&finish->writer, finish->pages[page]);
    put(out, "<<");
    put_entries(dictionary, replaced, out);
    put(out, "/Tabs/S/StructParents ");
    put_number(out, page);
    if (annotations->counts[page] > 0) {
        put(out, "/Annots[");
        for (uint32_t i = 0; i < annotations->counts[page]; i++)
            put_reference(out, annotations->objects[(*annotation)++]);
        put(out, "]");
    }
    put(out, ">>");
}

static bool copy_pages(Copy *copy, const Annotations *annotations)
{
    Finish *finish = copy->finish;
    const Painting *painting = finish->painting;
    size_t mark = 0, annotation = 0;
    for (uint32_t page = 0; page < finish->layout->page_count; page++) {
        Str dictionary, rest;
        uint32_t content;
        size_t first = mark;
        while (mark < painting->mark_count && painting->marks[mark].page == page)
            mark++;
        finish->fault = "a page that is no dictionary, or has no content of its own";
        if (!pdf_value_find(&finish->file, finish->pages[page], &dictionary, &rest) ||
            !value_reference(dictionary_find(dictionary, "/Contents"), &content) || content >= finish->file.size ||
            copy->is_done[content] || copy->is_done[finish->pages[page]])
            return false;
        copy->is_done[finish->pages[page]] = true;
        page_write(finish, dictionary, page, annotations, &annotation);
        if (!copy_content(copy, content, &painting->marks[first], mark - first))
            return false;
    }
    return true;
}

bool pages_write(Finish *finish, const bool *kept, const Annotations *annotations)
{
    Copy copy = {.finish = finish, .is_done = arena_array(finish->arena, bool, finish->file.size)};
    finish->fault = "no memory for reading pages";
    if (!content_init(&copy.reader, finish->arena) || !copy_pages(&copy, annotations))
        return false;
    finish->fault = "a malformed object";
    for (uint32_t object = 0; object < finish->file.size; object++) {
        if (kept[object] && !copy.is_done[object] && !copy_object(&copy, object))
            return false;
    }
    return true;
}
