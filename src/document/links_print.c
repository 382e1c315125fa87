// Addresses of links on paper. In notes, each stands once in an input, however often links lead to it, and notes are
// numbered anew, in the order of what refers to them.
#include "anchor.h"
#include "links.h"
#include "node.h"

typedef struct {
    Arena *arena;
    LinkPrint print;
    NameTable notes; // by address: NOTE
    Node *list;      // NOTES of the part; NULL: none yet
} Printer;

// Behind the prefix, in any case of letters; false where it does not begin so.
static bool take_prefix(Str *text, const char *prefix)
{
    Str wanted = str_from(prefix);
    if (text->length <= wanted.length || !str_equal_nocase((Str){text->bytes, wanted.length}, wanted))
        return false;
    *text = str_from_offset(*text, wanted.length);
    return true;
}

static Str printed_address(const Node *link)
{
    Str address = str_trim(link->link.target);
    if (!take_prefix(&address, "mailto:"))
        take_prefix(&address, "tel:");
    return address;
}

// Also where the text leaves out what nobody types.
static bool shows(Arena *arena, const Node *link)
{
    Str text = str_trim(node_plain_text(link, arena)), address = printed_address(link);
    for (int i = 0; i < 2; i++) {
        Str *side = i == 0 ? &text : &address;
        if (!take_prefix(side, "https://"))
            take_prefix(side, "http://");
        if (side->length > 1 && side->bytes[side->length - 1] == '/')
            side->length--;
    }
    return str_equal_nocase(text, address);
}

static Node *node_new(Arena *arena, NodeKind kind, Span span, Node *parent)
{
    Node *node = arena_new(arena, Node);
    *node = (Node){.kind = kind, .span = span};
    if (parent)
        node_insert(parent, parent->last_child, node);
    return node;
}

// In a SPAN: no two texts follow each other.
static void print_beside(Printer *printer, Node *link)
{
    Node *span = node_new(printer->arena, NODE_SPAN, link->span, NULL);
    Str address = printed_address(link);
    node_new(printer->arena, NODE_TEXT, link->span, span)->text =
        arena_format(printer->arena, " (%.*s)", STR_ARGS(address));
    node_insert(link->parent, link, span);
}

static Node *note_new(Printer *printer, Node *part, const Node *link, Str address)
{
    Arena *arena = printer->arena;
    if (!printer->list)
        printer->list = node_new(arena, NODE_NOTES, link->span, part);
    Node *note = node_new(arena, NODE_NOTE, link->span, printer->list);
    Node *paragraph = node_new(arena, NODE_PARAGRAPH, link->span, note);
    Node *again = node_new(arena, NODE_LINK, link->span, paragraph);
    again->link = link->link;
    node_new(arena, NODE_TEXT, link->span, again)->text = address;
    return note;
}

static void print_as_note(Printer *printer, Node *part, Node *link)
{
    Str address = printed_address(link);
    const Name *known = name_find(&printer->notes, address, 0);
    Node *note = known ? (Node *)known->node : note_new(printer, part, link, address);
    if (!known)
        name_add(&printer->notes, address, 0, note);
    Node *reference = node_new(printer->arena, NODE_NOTE_REFERENCE, link->span, NULL);
    reference->reference.note = note;
    node_insert(link->parent, link, reference);
}

// ---- numbers

static void take_reference(Arena *arena, Node *list, Node *reference, unsigned *count)
{
    Node *note = reference->reference.note;
    if (note->text.length == 0) { // its first
        note->text = arena_format(arena, "%u", ++*count);
        note->note.reference = reference;
        node_insert(list, list->last_child, note);
    }
    reference->text = note->text;
}

// The notes in the order of what refers to them. A note's own references come when all others have.
static void number_anew(Arena *arena, Node *part, Node *list)
{
    unsigned count = 0;
    for (Node *note = list->first_child; note; note = note->next)
        note->text = (Str){0};
    list->first_child = list->last_child = NULL;
    for (Node *node = part; node; node = node_following(part, node)) {
        if (node->kind == NODE_NOTE_REFERENCE && node->reference.note)
            take_reference(arena, list, node, &count);
    }
}

static bool is_printed(Arena *arena, const Node *node)
{
    return node->kind == NODE_LINK && node->link.kind == LINK_WEB && node_has_text(node) && !shows(arena, node);
}

static void print_part(Printer *printer, Node *part)
{
    printer->list = part->last_child && part->last_child->kind == NODE_NOTES ? part->last_child : NULL;
    name_table_init(&printer->notes, printer->arena);
    for (Node *node = part; node; node = node_following(part, node)) {
        if (!is_printed(printer->arena, node))
            continue;
        if (printer->print == LINKS_BESIDE)
            print_beside(printer, node);
        else
            print_as_note(printer, part, node);
    }
    if (printer->print == LINKS_AS_NOTES && printer->list)
        number_anew(printer->arena, part, printer->list);
}

void links_print(Arena *arena, Node *root, LinkPrint print)
{
    Printer printer = {.arena = arena, .print = print};
    if (print == LINKS_PLAIN)
        return;
    if (!root->first_child || root->first_child->kind != NODE_PART)
        print_part(&printer, root);
    else
        for (Node *part = root->first_child; part; part = part->next)
            print_part(&printer, part);
}
