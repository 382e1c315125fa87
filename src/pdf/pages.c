// Pages of our own, with what they need of cairo's file: its fonts, and its pictures, each as a form. What these do not
// lead to (cairo's pages, catalog and information) is left behind, and its numbers are used again.
#include "pdf/content.h"
#include "pdf/dictionary.h"
#include "pdf/finish.h"
#include "pdf/output.h"
#include "pdf/resources.h"

// ---- cairo's pages

static bool value_of(const Finish *finish, Str value, Str *found)
{
    uint32_t object;
    Str rest;
    *found = value;
    return !value_reference(value, &object) || pdf_value_find(&finish->file, object, found, &rest);
}

static bool read_page(const Finish *finish, uint32_t object, CairoPage *page)
{
    Str dictionary, rest, stream;
    uint32_t content;
    return pdf_value_find(&finish->file, object, &dictionary, &rest) &&
           value_of(finish, dictionary_find(dictionary, "/Resources"), &page->resources) &&
           value_reference(dictionary_find(dictionary, "/Contents"), &content) &&
           pdf_value_find(&finish->file, content, &stream, &rest) &&
           str_equal(dictionary_find(stream, "/Filter"), STR("/FlateDecode")) &&
           pdf_stream_find(&finish->file, stream, rest, &page->content);
}

// cairo's pages, `count` of them; NULL where there are others.
static CairoPage *read_pages(Finish *finish, size_t count)
{
    Str catalog, tree, rest;
    uint32_t object, at = 0;
    size_t read = 0;
    CairoPage *pages = arena_array(finish->arena, CairoPage, count);
    if (!pdf_value_find(&finish->file, finish->file.root, &catalog, &rest) ||
        !value_of(finish, dictionary_find(catalog, "/Pages"), &tree))
        return NULL;
    for (Str kids = dictionary_find(tree, "/Kids"); reference_next(kids, &at, &object); read++) {
        if (read == count || !read_page(finish, object, &pages[read]))
            return NULL;
    }
    return read == count ? pages : NULL;
}

// ---- what is kept

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
        if (!str_equal(key, STR("/Length")))
            search_value(search, entry);
    }
    return true;
}

static bool search_all(Finish *finish)
{
    const Drawn *drawn = &finish->drawn;
    Search search = {.finish = finish, .kept = arena_array(finish->arena, bool, finish->file.size)};
    search_value(&search, drawn->fonts);
    for (size_t i = 0; i < finish->painting->picture_count; i++)
        search_value(&search, drawn->pictures[i].resources);
    while (search.waiting_count > 0) {
        if (!search_object(&search, search.waiting[--search.waiting_count]))
            return false;
    }
    finish->drawn.kept = search.kept;
    return true;
}

bool pages_read(Finish *finish)
{
    Str content;
    Drawn *drawn = &finish->drawn;
    finish->fault = "pages that are not those that were drawn";
    CairoPage *pages = read_pages(finish, finish->painting->picture_count + 1);
    if (!pages || !value_of(finish, dictionary_find(pages[0].resources, "/Font"), &drawn->fonts))
        return false;
    drawn->pictures = pages + 1;
    unpacker_init(&finish->unpacker, finish->arena);
    finish->fault = "glyphs that are not those that were drawn";
    if (!unpack(&finish->unpacker, pages[0].content, &content) ||
        !codes_read(&finish->file, &finish->unpacker, content, drawn->fonts, finish->painting, finish->arena,
                    &drawn->names))
        return false;
    finish->fault = "a reference to an object that is missing or malformed";
    return search_all(finish);
}

// ---- writing

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

static bool copy_object(Finish *finish, uint32_t object)
{
    static const char *const lengths[] = {"/Length", "/Interpolate", NULL}, *const nothing[] = {NULL};
    Str value, rest, data;
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

static uint32_t write_form(Finish *finish, const Picture *picture)
{
    const CairoPage *drawn = &finish->drawn.pictures[picture->page - 1];
    uint32_t object = writer_number(&finish->writer);
    Buffer entries = {.arena = finish->arena};
    put(&entries, "/Type/XObject/Subtype/Form/BBox[0 0");
    put_decimal(&entries, picture->width);
    put_decimal(&entries, picture->height);
    put(&entries, "]/Filter/FlateDecode/Resources");
    append_value(&entries, drawn->resources);
    writer_stream(&finish->writer, object, buffer_str(&entries), drawn->content);
    return object;
}

// What all pages share.
static uint32_t write_resources(Finish *finish)
{
    const Painting *painting = finish->painting;
    uint32_t *forms = arena_array(finish->arena, uint32_t, painting->picture_count);
    for (size_t i = 0; i < painting->picture_count; i++)
        forms[i] = write_form(finish, painting->pictures[i]);
    uint32_t object = writer_number(&finish->writer);
    Buffer *out = writer_object(&finish->writer, object);
    put(out, "<<");
    if (finish->drawn.fonts.length > 0) {
        put(out, "/Font");
        buffer_append_str(out, finish->drawn.fonts);
    }
    if (painting->picture_count > 0) {
        put(out, "/XObject<<");
        for (size_t i = 0; i < painting->picture_count; i++) {
            put(out, "/P");
            put_number(out, (uint32_t)i + 1);
            put_reference(out, forms[i]);
        }
        put(out, ">>");
    }
    put(out, ">>");
    return object;
}

static void write_page(Finish *finish, uint32_t page, uint32_t content, const Annotations *annotations,
                       size_t *annotation)
{
    const Page *laid = &finish->layout->pages[page];
    Buffer *out = writer_object(&finish->writer, finish->pages[page]);
    put(out, "<</Type/Page/Parent");
    put_reference(out, finish->page_tree);
    put(out, "/MediaBox[0 0");
    put_length(out, laid->width);
    put_length(out, laid->height);
    put(out, "]/Contents");
    put_reference(out, content);
    put(out, "/Resources");
    put_reference(out, finish->resources);
    put(out, "/Group<</S/Transparency/CS/DeviceRGB>>/Tabs/S/StructParents ");
    put_number(out, finish->first_key + page);
    if (annotations->counts[page] > 0) {
        put(out, "/Annots[");
        for (uint32_t i = 0; i < annotations->counts[page]; i++)
            put_reference(out, annotations->objects[(*annotation)++]);
        put(out, "]");
    }
    put(out, ">>");
}

// Nothing stands on it, and nothing is told of it.
void pages_add_blank(Finish *finish, Length width, Length height)
{
    uint32_t object = writer_number(&finish->writer), content = writer_number(&finish->writer);
    *arena_push(finish->file_arena, finish->all_pages, finish->page_count, finish->page_capacity) = object;
    writer_stream_packed(&finish->writer, content, STR(""), STR("\n"));
    Buffer *out = writer_object(&finish->writer, object);
    put(out, "<</Type/Page/Parent");
    put_reference(out, finish->page_tree);
    put(out, "/MediaBox[0 0");
    put_length(out, width);
    put_length(out, height);
    put(out, "]/Contents");
    put_reference(out, content);
    put(out, "/Resources<<>>>>");
}

static void write_page_tree(Finish *finish)
{
    Buffer *out = writer_object(&finish->writer, finish->page_tree);
    put(out, "<</Type/Pages/Kids[");
    for (size_t i = 0; i < finish->page_count; i++)
        put_reference(out, finish->all_pages[i]);
    put(out, "]/Count ");
    put_number(out, (uint32_t)finish->page_count);
    put(out, ">>");
}

void pages_begin(Finish *finish)
{
    finish->page_tree = writer_number(&finish->writer);
    finish->resources = write_resources(finish);
}

void pages_number(Finish *finish)
{
    finish->pages = arena_array(finish->arena, uint32_t, finish->layout->page_count);
    for (size_t i = 0; i < finish->layout->page_count; i++) {
        finish->pages[i] = writer_number(&finish->writer);
        *arena_push(finish->file_arena, finish->all_pages, finish->page_count, finish->page_capacity) =
            finish->pages[i];
    }
}

void pages_write(Finish *finish, const Annotations *annotations)
{
    ContentWriter contents;
    const Structure *structure = &finish->structure;
    size_t annotation = 0, empty = 0;
    content_init(&contents, finish->painting, &finish->drawn.names, finish->arena);
    for (uint32_t page = 0; page < finish->layout->page_count; page++) {
        uint32_t content = writer_number(&finish->writer);
        size_t first = empty;
        while (empty < structure->empty_count && structure->empty[empty].page == page)
            empty++;
        Str drawn = content_write(&contents, finish->layout, page, structure->empty + first, empty - first);
        writer_stream_packed(&finish->writer, content, STR(""), drawn);
        write_page(finish, page, content, annotations, &annotation);
    }
}

bool pages_end(Finish *finish)
{
    write_page_tree(finish);
    finish->fault = "a malformed object";
    for (uint32_t object = 0; object < finish->file.size; object++) {
        if (finish->drawn.kept[object] && !copy_object(finish, object))
            return false;
    }
    return true;
}
