// The order of building: front matter; each input's Markdown into a tree (markdown.c, builder.c); its title, the levels
// of its headings, its tables and figures (heading.c, table.c and figure.c have the rules at their tops); then all
// nodes are numbered in order. With several inputs each is a PART with its own title; the first one's front matter
// counts for the whole.
#include "document.h"

#include "address.h"
#include "caption.h"
#include "contents.h"
#include "extras.h"
#include "fields.h"
#include "figure.h"
#include "guess.h"
#include "heading.h"
#include "links.h"
#include "markdown.h"
#include "metadata.h"
#include "node.h"
#include "quotation.h"
#include "smart.h"
#include "table.h"

static Span front_span(const Source *source, Str key)
{
    const Value *value = value_find(source->front, key);
    return value ? value->span : (Span){.source = source->id};
}

// A part's node says its language; the whole document's does not, since the metadata do.
static void guess_language(const Source *source, Node *part, Metadata *metadata, Diagnostics *diagnostics)
{
    Str guess = metadata->says_language ? (Str){0} : language_guess(part);
    if (guess.length == 0)
        return;
    diagnose(diagnostics, (Span){source->id, 0, 0}, DIAG_LANG_GUESSED, STR_ARGS(guess));
    metadata->lang = guess;
    if (part->kind == NODE_PART)
        part->lang = guess;
}

static void build_part(Arena *arena, const Source *source, Node *part, Metadata *metadata, Diagnostics *diagnostics)
{
    markdown_build(arena, source, part, diagnostics);
    extras_finish(arena, part, source, diagnostics);
    guess_language(source, part, metadata, diagnostics);
    fields_fill(arena, part, source, metadata->lang, diagnostics);
    metadata_settle(arena, metadata, diagnostics);
    tables_finish(arena, part, diagnostics);
    figures_finish(arena, part);
    captions_finish(part);
    TitleText title = {.title = metadata->title, .subtitle = metadata->subtitle};
    title.title_span = front_span(source, STR("title"));
    title.subtitle_span = front_span(source, STR("subtitle"));
    title_insert(arena, part, &title);
    if (metadata->smart)
        smart_apply(arena, part, metadata->lang);
    quotations_finish(arena, part, metadata->lang);
    headings_number(part);
    addresses_insert(arena, part, source, metadata);
    if (!part->first_child && !diagnostics_has_errors(diagnostics)) // else it was said why
        diagnose(diagnostics, (Span){source->id, 0, 0}, DIAG_INPUT_EMPTY);
}

static Node *add_part(Arena *arena, Node *root, const Source *source, Str lang)
{
    Node *part = arena_new(arena, Node);
    *part = (Node){.kind = NODE_PART, .span = {source->id, 0, source->text.length}, .lang = lang};
    node_insert(root, root->last_child, part);
    return part;
}

static void number_nodes(Document *document, Arena *arena)
{
    for (Node *node = document->root; node; node = node_following(document->root, node)) {
        node->index = (uint32_t)document->node_count;
        *arena_push(arena, document->nodes, document->node_count, document->node_capacity) = node;
    }
    document->index_count = document->node_count;
}

// What is of the whole document, and not of one part. Anchors are made of headings as they were written.
static void finish(Document *document, Arena *arena, Diagnostics *diagnostics)
{
    const Metadata *metadata = &document->metadata;
    links_resolve(arena, document->root, document->sources, diagnostics);
    links_print(arena, document->root, metadata->links);
    numbers_insert(arena, document->root, &metadata->numbering, metadata->lang);
    contents_insert(arena, document->root, &metadata->contents);
    number_nodes(document, arena);
    uint64_t most = limit_value(diagnostics, LIMIT_NODES);
    if (document->node_count > most)
        limit_enforce(diagnostics, LIMIT_NODES, document->node_count, document->nodes[most]->span);
}

Document *document_new(Arena *arena, Sources *sources, const Source *const *inputs, size_t count,
                       Diagnostics *diagnostics)
{
    Document *document = arena_new(arena, Document);
    document->sources = sources;
    document->root = arena_new(arena, Node);
    document->root->kind = NODE_DOCUMENT;
    document->root->span = (Span){inputs[0]->id, 0, inputs[0]->text.length};
    for (size_t i = 0; i < count; i++) {
        Metadata metadata = metadata_read(arena, sources, inputs[i], diagnostics);
        Node *part = count == 1 ? document->root : add_part(arena, document->root, inputs[i], metadata.lang);
        build_part(arena, inputs[i], part, &metadata, diagnostics);
        if (i == 0)
            document->metadata = metadata;
    }
    finish(document, arena, diagnostics);
    return document;
}
