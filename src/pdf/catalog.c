// The catalog (ISO 32000-1, 7.7.2) with named destinations and page labels, and the document information.
#include "pdf/finish.h"
#include "pdf/output.h"

bool put_destination(const Finish *finish, const Node *node, Buffer *out)
{
    const Place *place = &finish->locations.nodes[node->index];
    if (!place->is_set)
        return false;
    put(out, "[");
    put_reference(out, finish->pages[place->page]);
    put(out, "/XYZ null");
    put_length(out, finish->layout->pages[place->page].height - place->y);
    put(out, " null]");
    return true;
}

static void put_entry(Buffer *out, const char *key, Str text)
{
    if (text.length == 0)
        return;
    put(out, key);
    put_text(out, text);
}

// "D:20260305073000Z" (ISO 32000-1, 7.9.4).
static void put_date(Buffer *out, const char *key, Str date)
{
    if (date.length == 0)
        return;
    put(out, key);
    put(out, "(D:");
    for (uint32_t i = 0; i < date.length; i++) {
        if ((date.bytes[i] >= '0' && date.bytes[i] <= '9') || date.bytes[i] == 'Z')
            buffer_append_char(out, date.bytes[i]);
    }
    put(out, ")");
}

uint32_t info_write(Finish *finish)
{
    const Metadata *metadata = finish->metadata;
    uint32_t object = writer_number(&finish->writer);
    Buffer *out = writer_object(&finish->writer, object);
    put(out, "<<");
    put_entry(out, "/Title", finish->title);
    put_entry(out, "/Author", metadata->author.text);
    put_entry(out, "/Subject", metadata->description);
    put_entry(out, "/Keywords", metadata->keywords.text);
    put_date(out, "/CreationDate", finish->date);
    put_date(out, "/ModDate", finish->date);
    put(out, "/Creator(hspdf)/Producer(hspdf)>>");
    return object;
}

static void put_output_intent(uint32_t profile, Buffer *out)
{
    put(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
             "/DestOutputProfile");
    put_reference(out, profile);
    put(out, ">>]");
}

// A destination for each ID that is shown. A name is a string of bytes; ours are UTF-8, as in addresses.
static void put_names(const Finish *finish, Buffer *out)
{
    if (finish->anchors.count == 0)
        return;
    put(out, "/Names<</Dests<</Names[");
    for (size_t i = 0; i < finish->anchors.count; i++) {
        const Node *node = finish->anchors.nodes[i];
        if (!finish->locations.nodes[node->index].is_set)
            continue;
        put_bytes(out, node_anchor(node));
        put_destination(finish, node, out);
    }
    put(out, "]>>>>");
}

static void put_preferences(const Finish *finish, Buffer *out)
{
    static const char *const duplexes[] = {[DUPLEX_ANY] = "",
                                           [DUPLEX_OFF] = "/Duplex/Simplex",
                                           [DUPLEX_LONG_EDGE] = "/Duplex/DuplexFlipLongEdge",
                                           [DUPLEX_SHORT_EDGE] = "/Duplex/DuplexFlipShortEdge"};
    const PrintStyle *print = &finish->print;
    put(out, "/ViewerPreferences<</DisplayDocTitle true");
    put(out, print->scaling == SCALING_NONE ? "/PrintScaling/None" : "");
    put(out, duplexes[print->duplex]);
    put(out, ">>");
}

uint32_t catalog_write(Finish *finish, uint32_t structure_root, uint32_t outline)
{
    uint32_t metadata = metadata_write(finish), profile = profile_write(finish),
             object = writer_number(&finish->writer);
    Buffer *out = writer_object(&finish->writer, object);
    put(out, "<</Type/Catalog/Pages");
    put_reference(out, finish->page_tree);
    put(out, "/Lang");
    put_text(out, finish->metadata->lang);
    put(out, "/MarkInfo<</Marked true>>");
    put_preferences(finish, out);
    put(out, "/StructTreeRoot");
    put_reference(out, structure_root);
    put(out, "/Metadata");
    put_reference(out, metadata);
    put_output_intent(profile, out);
    put(out, "/PageLabels<</Nums[");
    buffer_append_str(out, finish->page_labels);
    put(out, "]>>");
    if (!finish->is_merged) // where each document has the same names
        put_names(finish, out);
    if (outline > 0) {
        put(out, "/Outlines");
        put_reference(out, outline);
    }
    put(out, ">>");
    return object;
}
