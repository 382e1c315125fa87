// One annotation for each line of a link (ISO 32000-1, 12.5.6.5), each in the link's element. What it says, for those
// who can not see the text around it: the link's title, else its text; of a note, the note.
#include "pdf/finish.h"
#include "pdf/output.h"

enum { MARGIN = LENGTH_PER_PT }; // around the text

static void put_contents(const Finish *finish, const Node *node, Buffer *out)
{
    Str said = {0};
    if (node->kind == NODE_NOTE_REFERENCE && node->reference.note)
        said = str_trim(node_plain_text(node->reference.note, finish->arena));
    else if (node->kind == NODE_LINK)
        said = node->link.title.length > 0 ? node->link.title : str_trim(node_plain_text(node, finish->arena));
    if (said.length == 0)
        said = node->kind == NODE_LINK ? node->link.target : node->text;
    put(out, "/Contents");
    put_text(out, said);
}

// A URI is ASCII (RFC 3986): other bytes, and what may not stand in one, become %XX.
static void put_uri(const Finish *finish, Str address, Buffer *out)
{
    Buffer uri = {.arena = finish->arena};
    for (uint32_t i = 0; i < address.length; i++) {
        unsigned char byte = (unsigned char)address.bytes[i];
        if (byte <= ' ' || byte > '~' || strchr("\"<>\\^`{|}", byte))
            buffer_printf(&uri, "%%%02X", byte);
        else
            buffer_append_char(&uri, (char)byte);
    }
    put(out, "/A<</S/URI/URI");
    put_bytes(out, buffer_str(&uri));
    put(out, ">>");
}

static void put_target(const Finish *finish, const Node *node, Buffer *out)
{
    Target target = target_of(node);
    if (target.kind == TARGET_WEB) {
        put_uri(finish, target.address, out);
    } else if (target.node && finish->locations.nodes[target.node->index].is_set) {
        put(out, "/Dest");
        put_destination(finish, target.node, out);
    }
}

static void put_rectangle(const Finish *finish, const Place *place, Buffer *out)
{
    Length height = finish->layout->pages[place->page].height;
    put(out, "/Rect[");
    put_length(out, place->x - MARGIN);
    put_length(out, height - place->y - place->height);
    put_length(out, place->x + place->width + MARGIN);
    put_length(out, height - place->y);
    put(out, "]");
}

static void annotation_write(Finish *finish, const LinkArea *area, uint32_t object, uint32_t key)
{
    Buffer *out = writer_object(&finish->writer, object);
    put(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent ");
    put_number(out, key);
    put_rectangle(finish, &area->place, out);
    put_contents(finish, area->node, out);
    put_target(finish, area->node, out);
    put(out, ">>");
}

Annotations annotations_write(Finish *finish)
{
    const Locations *locations = &finish->locations;
    uint32_t *owners = arena_array(finish->arena, uint32_t, locations->link_count + 1);
    Annotations annotations = {
        .objects = arena_array(finish->arena, uint32_t, locations->link_count + 1),
        .counts = arena_array(finish->arena, uint32_t, finish->layout->page_count),
    };
    size_t count = 0;
    for (size_t i = 0; i < locations->link_count; i++) {
        const LinkArea *area = &locations->links[i];
        uint32_t element = finish->structure.links[area->node->index];
        if (element == 0) // leads nowhere
            continue;
        uint32_t object = writer_number(&finish->writer);
        annotation_write(finish, area, object, finish->first_key + (uint32_t)(finish->layout->page_count + count));
        structure_add_kid(&finish->structure, finish->arena, element,
                          (Kid){KID_ANNOTATION, NO_KID, object, area->place.page});
        annotations.objects[count] = object;
        annotations.counts[area->place.page]++;
        owners[count++] = element;
    }
    annotations.owners = (AnnotationOwners){owners, count};
    return annotations;
}
