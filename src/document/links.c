// Names are those of IDs and of headings' anchors. In each input they are counted anew, so that a link that works on
// GitHub works here; over all inputs they are counted on, since a PDF has one set of names. An ID that was written goes
// before an anchor, and what stands in the link's own input before what stands in others.
//
// A link to a file is one within the document where the file is one of the inputs; paths are compared as they are
// written, from the input in which the link stands, without "." and "..".
#include "links.h"

#include "anchor.h"
#include "node.h"

enum {
    WHOLE = UINT32_MAX, // in place of a part's number: names of the whole document
    TARGET_SHOWN = 60,  // bytes of an address in a message
    NEAR = 3,           // letters by which a name may differ from what was likely meant
    NEAR_SEARCHES = 20, // each looks at all names
};

typedef struct {
    Arena *arena;
    const Sources *sources;
    Diagnostics *diagnostics;
    NameTable names, files;
    unsigned searches;
} Links;

// ---- parts

static Node *first_part(Node *root)
{
    return root->first_child && root->first_child->kind == NODE_PART ? root->first_child : NULL;
}

// "a/./b/../c.md" is "a/c.md"; empty where it leads above where it begins.
static Str tidy_path(Arena *arena, Str folder, Str path)
{
    Buffer out = {.arena = arena};
    Str pieces[2] = {folder, path};
    if (path.length > 0 && path.bytes[0] == '/')
        pieces[0] = STR("/");
    for (int i = 0; i < 2; i++) {
        for (Str rest = pieces[i]; rest.length > 0;) {
            const char *slash = memchr(rest.bytes, '/', rest.length);
            Str name = {rest.bytes, slash ? (uint32_t)(slash - rest.bytes) : rest.length};
            rest = str_from_offset(rest, name.length + (slash ? 1 : 0));
            if (str_equal(name, STR("..")) && out.length > 0) {
                out.length--;
                while (out.length > 0 && out.bytes[out.length - 1] != '/')
                    out.length--;
            } else if (str_equal(name, STR(".."))) {
                buffer_append_str(&out, STR("../"));
            } else if (name.length > 0 && !str_equal(name, STR("."))) {
                buffer_append_str(&out, name);
                buffer_append_char(&out, '/');
            }
        }
    }
    return buffer_str(&out);
}

static Str folder_of(Str path)
{
    while (path.length > 0 && path.bytes[path.length - 1] != '/')
        path.length--;
    return path;
}

static Str source_name(const Links *links, const Node *part)
{
    return sources_at(links->sources, part->span.source)->name;
}

// ---- names

static void add_id(Links *links, const Node *node, uint32_t part)
{
    name_add(&links->names, node->id, part, node);
    name_add(&links->names, node->id, WHOLE, node);
}

static void make_anchor(Links *links, Node *heading, uint32_t part)
{
    Str text = anchor_of_text(links->arena, node_plain_text(heading, links->arena));
    name_add_unique(&links->names, text, part, heading);
    heading->heading.anchor = name_add_unique(&links->names, text, WHOLE, heading);
}

// IDs first: anchors give way to them.
static void add_names(Links *links, Node *root, uint32_t part)
{
    for (const Node *node = root; node; node = node_following(root, node)) {
        if (node->id.length > 0)
            add_id(links, node, part);
    }
    for (Node *node = root; node; node = node_following(root, node)) {
        if (node->kind == NODE_HEADING && node->id.length == 0)
            make_anchor(links, node, part);
    }
}

// ---- addresses

// The scheme with its colon; empty where the address has none (RFC 3986, 3.1). "C:" of a path is one too.
static Str scheme_of(Str address)
{
    for (uint32_t i = 0; i < address.length; i++) {
        char byte = address.bytes[i];
        bool is_letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        bool is_other = (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
        if (byte == ':' && i > 0)
            return (Str){address.bytes, i + 1};
        if (!is_letter && !(is_other && i > 0))
            break;
    }
    return (Str){0};
}

static bool is_web_scheme(Str scheme)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (str_equal_nocase(scheme, str_from(schemes[i])))
            return true;
    }
    return false;
}

// ---- links

static void report_dangling(Links *links, const Node *link, Str name)
{
    const Name *nearest = NULL;
    unsigned least = NEAR;
    bool searches = links->searches++ < NEAR_SEARCHES;
    for (size_t i = 0; searches && i < links->names.capacity; i++) {
        const Name *known = &links->names.names[i];
        unsigned distance = known->text.bytes && known->part == WHOLE ? str_distance(name, known->text) : NEAR;
        if (distance < least ||
            (distance < NEAR && distance == least && known->node->span.start < nearest->node->span.start)) {
            nearest = known;
            least = distance;
        }
    }
    Str shown = str_shorten(name, TARGET_SHOWN), meant = nearest ? nearest->text : STR("");
    diagnose(links->diagnostics, link->span, DIAG_LINK_DANGLING, STR_ARGS(shown), nearest ? "; did you mean '#" : "",
             STR_ARGS(meant), nearest ? "'?" : "");
}

static void lead_to(Links *links, Node *link, Str name, uint32_t part)
{
    name = arena_percent_decoded(links->arena, name);
    const Name *found = name_find(&links->names, name, part);
    if (!found)
        found = name_find(&links->names, name, WHOLE);
    if (!found) {
        report_dangling(links, link, name);
        return;
    }
    link->link.kind = LINK_WITHIN;
    link->link.destination = found->node;
}

static void resolve_file(Links *links, Node *link, Str address, const Node *part)
{
    const char *mark = memchr(address.bytes, '#', address.length);
    Str path = {address.bytes, mark ? (uint32_t)(mark - address.bytes) : address.length};
    Str fragment = str_from_offset(address, path.length + (mark ? 1 : 0));
    Str tidy = tidy_path(links->arena, folder_of(source_name(links, part)), arena_percent_decoded(links->arena, path));
    const Name *file = name_find(&links->files, tidy, 0);
    Str shown = str_shorten(address, TARGET_SHOWN);
    if (!file) {
        diagnose(links->diagnostics, link->span, DIAG_LINK_FILE, STR_ARGS(shown));
    } else if (fragment.length > 0) {
        lead_to(links, link, fragment, file->repeats);
    } else {
        link->link.kind = LINK_WITHIN;
        link->link.destination = file->node;
    }
}

static void resolve(Links *links, Node *link, const Node *part, uint32_t number)
{
    Str address = str_trim(link->link.target), scheme = scheme_of(address);
    Str shown = str_shorten(address, TARGET_SHOWN);
    bool is_network = str_starts_with(address, STR("//")) || str_starts_with(address, STR("\\\\"));
    if (address.length == 0)
        return;
    if (is_web_scheme(scheme) && address.length > scheme.length)
        link->link.kind = LINK_WEB;
    else if (scheme.length > 0 || is_network)
        diagnose(links->diagnostics, link->span, DIAG_LINK_SCHEME, STR_ARGS(shown));
    else if (address.bytes[0] != '#')
        resolve_file(links, link, address, part);
    else if (address.length > 1)
        lead_to(links, link, str_from_offset(address, 1), number);
}

static void resolve_part(Links *links, Node *part, uint32_t number)
{
    for (Node *node = part; node; node = node_following(part, node)) {
        if (node->kind == NODE_LINK)
            resolve(links, node, part, number);
    }
}

// A file's number stands in `repeats`, its node is the part.
static void add_file(Links *links, const Node *part, uint32_t number)
{
    Str path = tidy_path(links->arena, STR(""), source_name(links, part));
    if (name_add(&links->files, path, 0, part))
        name_find(&links->files, path, 0)->repeats = number;
}

void links_resolve(Arena *arena, Node *root, const Sources *sources, Diagnostics *diagnostics)
{
    Links links = {.arena = arena, .sources = sources, .diagnostics = diagnostics};
    name_table_init(&links.names, arena);
    name_table_init(&links.files, arena);
    Node *first = first_part(root);
    uint32_t number = 0;
    for (Node *part = first ? first : root; part; part = part->next) {
        add_file(&links, part, number);
        add_names(&links, part, number++);
    }
    number = 0;
    for (Node *part = first ? first : root; part; part = part->next)
        resolve_part(&links, part, number++);
}
