// Private to src/pdf: what the parts of the finish share.
#ifndef HSPDF_PDF_FINISH_H
#define HSPDF_PDF_FINISH_H

#include "pdf/codes.h"
#include "pdf/locations.h"
#include "pdf/pdf.h"
#include "pdf/reader.h"
#include "pdf/structure.h"
#include "pdf/targets.h"
#include "pdf/writer.h"

// A page of cairo's file.
typedef struct {
    Str resources, content; // the content as it is stored, packed
} CairoPage;

// What is taken from there.
typedef struct {
    Str fonts; // the dictionary of fonts; empty: there are none
    FontNames names;
    const CairoPage *pictures; // in the order of painting->pictures
    bool *kept;                // by object: what those lead to
} Drawn;

typedef struct {
    // The file.
    Arena *file_arena;
    Painting *painting;
    const Metadata *metadata;
    PrintStyle print;
    Str title;       // never empty
    Str date;        // as timestamp_read writes it, or empty
    Str page_labels; // what the number tree of them has
    PdfFile file;
    Drawn drawn;
    Unpacker unpacker;
    PdfWriter writer;
    uint32_t page_tree, resources;
    uint32_t *all_pages; // objects
    size_t page_count, page_capacity;
    StructureRoot root;
    bool is_merged; // of several documents
    bool lacks_alt; // an image tells nothing of what it shows
    const char *fault;

    // The document at hand.
    Arena *arena;
    const Document *document;
    const Layout *layout;
    uint32_t *pages;    // their objects, by number from 0
    uint32_t first_key; // in the parent tree, of its first page
    Anchors anchors;
    Locations locations;
    Structure structure;
} Finish;

// Reads cairo's file and begins ours; then a document, whose first element is within `parent`, gives its object; then
// the file ends. False with a fault.
bool finish_begin(Finish *finish);
uint32_t finish_document(Finish *finish, uint32_t parent);
bool finish_end(Finish *finish, uint32_t first_element, uint32_t outline);

// "[page /XYZ left top null]": the upper edge of where the node stands; false where it stands nowhere.
bool put_destination(const Finish *finish, const Node *node, Buffer *out);

// title.c: the front matter's title, else the first heading, else the file's name, or where there is none the beginning
// of the text. Never empty, on one line, valid UTF-8.
Str title_find(const Document *document, Arena *arena);

// annotations.c
// The annotations of links, made known to the structure tree.
typedef struct {
    uint32_t *objects; // in the order of pages
    uint32_t *counts;  // by page
    AnnotationOwners owners;
} Annotations;

Annotations annotations_write(Finish *finish);

// outline.c: the object of the outline's root, or 0 where there are no headings.
uint32_t outline_write(Finish *finish);

// catalog.c
uint32_t info_write(Finish *finish);
uint32_t catalog_write(Finish *finish, uint32_t structure_root, uint32_t outline);

// xmp.c: the object of the metadata.
uint32_t metadata_write(Finish *finish);

// profile.c: the object of the sRGB profile.
uint32_t profile_write(Finish *finish);

// pages.c
// Finds what is taken from cairo's file. False, with a fault, where it is not what cairo was told to draw.
bool pages_read(Finish *finish);
void pages_begin(Finish *finish);
void pages_number(Finish *finish);
void pages_write(Finish *finish, const Annotations *annotations);
void pages_add_blank(Finish *finish, Length width, Length height);
bool pages_end(Finish *finish);

#endif
