// Reads the images of a document, each file once, and each content once: references to equal bytes share a surface, and
// so stand in the PDF once.
#include "image.h"

#include <cairo.h>
#include <errno.h>
#include <time.h>

#include "address.h"
#include "decoders.h"
#include "format.h"
#include "support/hash_index.h"

enum {
    TARGET_SHOWN = 60, // bytes of an address in a message; data addresses are long
    DPI_LEAST = 10,    // what a file says beyond these is not meant
    DPI_MOST = 5000,
    CSS_DPI = 96,
    CAIRO_SIDE_MAX = 32767,
};

// Why there is no image, as a diagnostic to be made for each reference.
typedef struct {
    DiagnosticCode code;
    const char *detail; // NULL: the message has none
} Fault;

// What was read, and what it is.
typedef struct {
    Str bytes;
    const Image *image; // or NULL, and then:
    Fault fault;
} Content;

struct ImageStore {
    Arena *arena;
    HashIndex contents; // of Content
    uint64_t pixels;    // decoded so far
};

typedef struct {
    uint32_t source; // addresses are relative to it
    Str target;
    Str bytes;          // empty where they could not be read
    const Image *image; // or NULL, and then:
    Fault fault;
} Entry;

struct Images {
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    ImageDecoders *decoders;
    JpegUse jpegs;
    ImageStore *store;
    bool store_is_shared;  // then what is kept there is copied
    HashIndex entries;     // of Entry
    const Image **by_node; // by index; NULL where the document has no image
};

// ---- surfaces

typedef struct {
    cairo_surface_t *surface;
    void *picture;
    void (*destroy)(void *picture);
} Held;

static void release(void *object)
{
    Held *held = object;
    cairo_surface_destroy(held->surface);
    if (held->picture)
        held->destroy(held->picture);
}

static double resolution(double dpi, double other)
{
    bool is_meant = dpi >= DPI_LEAST && dpi <= DPI_MOST && other >= DPI_LEAST && other <= DPI_MOST;
    return is_meant ? dpi : CSS_DPI;
}

static Length length_of(double size, double dpi)
{
    return length_max(length_from_pt(size * 72 / dpi), 1);
}

// The surface is the arena's from here on. cairo tells images in a PDF apart by the name that it is given here.
static Image *finish(ImageStore *store, const Decoded *decoded, const ImageHints *hints)
{
    bool is_vector = decoded->css_px > 0;
    Held *held = arena_new(store->arena, Held);
    *held = (Held){decoded->surface, decoded->picture, decoded->destroy};
    arena_defer(store->arena, release, held);
    Str name = arena_format(store->arena, "hspdf-image-%zu", store->contents.count);
    cairo_surface_set_mime_data(decoded->surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const unsigned char *)name.bytes,
                                name.length, NULL, NULL);
    bool is_turned = hints->orientation >= 5;
    double unit = is_vector ? decoded->css_px : 1;
    Length width = length_of(decoded->width * unit, resolution(hints->dpi_x, hints->dpi_y));
    Length height = length_of(decoded->height * unit, resolution(hints->dpi_y, hints->dpi_x));
    uint32_t pixels_x = is_vector ? 0 : (uint32_t)decoded->width, pixels_y = is_vector ? 0 : (uint32_t)decoded->height;
    Image *image = arena_new(store->arena, Image);
    *image = (Image){
        .width = is_turned ? height : width,
        .height = is_turned ? width : height,
        .pixels_x = is_turned ? pixels_y : pixels_x,
        .pixels_y = is_turned ? pixels_x : pixels_y,
        .stored_width = is_vector ? decoded->width : cairo_image_surface_get_width(decoded->surface),
        .stored_height = is_vector ? decoded->height : cairo_image_surface_get_height(decoded->surface),
        .orientation = hints->orientation,
        .surface = decoded->surface,
        .draw = decoded->draw,
        .picture = decoded->picture,
    };
    return image;
}

// ---- decoding

static Fault beyond(const Images *images, LimitId id, DiagnosticCode code)
{
    char value[LIMIT_TEXT_BYTES];
    const char *text = limit_value_text(images->diagnostics, id, value);
    return (Fault){code, arena_str(images->store->arena, text, strlen(text)).bytes};
}

static const Fault side_too_long = {DIAG_IMAGE_SIDE, NULL};

static Fault broken(const char *how)
{
    return (Fault){.code = DIAG_IMAGE_BROKEN, .detail = how};
}

// A surface of one pixel that stands for the JPEG's bytes and is drawn as large as they say: cairo copies all pixels of
// what it draws, and those of a photograph would be 20 times its bytes.
static void embed_jpeg(Images *images, Content *content, const JpegInfo *info)
{
    uint64_t pixels = (uint64_t)info->width * info->height;
    bool is_long = info->width > CAIRO_SIDE_MAX || info->height > CAIRO_SIDE_MAX;
    if (is_long || pixels > limit_value(images->diagnostics, LIMIT_IMAGE_PIXELS)) {
        content->fault = is_long ? side_too_long : beyond(images, LIMIT_IMAGE_PIXELS, DIAG_IMAGE_PIXELS);
        return;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, (const unsigned char *)content->bytes.bytes,
                                content->bytes.length, NULL, NULL);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        content->fault = (Fault){.code = DIAG_MEMORY};
        return;
    }
    Decoded decoded = {.surface = surface, .width = info->width, .height = info->height};
    content->image = finish(images->store, &decoded, &info->hints);
}

// Pixels that the document may still decode.
static uint64_t pixels_left(const Images *images)
{
    uint64_t most = limit_value(images->diagnostics, LIMIT_DOCUMENT_PIXELS);
    return most > images->store->pixels ? most - images->store->pixels : 0;
}

static Fault fault_of(const Images *images, DecodeStatus status)
{
    if (status == DECODE_TOO_LONG)
        return side_too_long;
    if (status == DECODE_TOO_LARGE && pixels_left(images) < limit_value(images->diagnostics, LIMIT_IMAGE_PIXELS))
        return beyond(images, LIMIT_DOCUMENT_PIXELS, DIAG_DOCUMENT_PIXELS);
    if (status == DECODE_TOO_LARGE)
        return beyond(images, LIMIT_IMAGE_PIXELS, DIAG_IMAGE_PIXELS);
    return status == DECODE_BROKEN ? broken("its data is damaged, or ends too early") : (Fault){.code = DIAG_MEMORY};
}

// What librsvg will have to make, as far as it is written out: entities and <use> have bounds of its own.
static uint64_t count_tags(Str bytes)
{
    uint64_t count = 0;
    const char *end = bytes.bytes + bytes.length;
    for (const char *at = bytes.bytes; (at = memchr(at, '<', (size_t)(end - at))) && ++at < end;)
        count += *at != '/' && *at != '!' && *at != '?';
    return count;
}

static uint64_t processor_ms(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void decode(Images *images, Content *content, ImageFormat format, const ImageHints *hints)
{
    bool is_vector = format == FORMAT_SVG;
    ModuleKind kind = is_vector ? MODULE_SVG : MODULE_RASTER;
    const ImageModule *module = image_module_find(images->decoders, kind);
    if (!module) {
        arena_check_errno(images->arena);
        content->fault = (Fault){.code = DIAG_MACHINE, .detail = image_module_fault(images->decoders, kind)};
        if (content->fault.detail)
            return;
        content->fault = (Fault){.code = DIAG_IMAGE_DECODER, .detail = "the module for its format is not there"};
        return;
    }
    if (is_vector && count_tags(content->bytes) > limit_value(images->diagnostics, LIMIT_SVG_ELEMENTS)) {
        content->fault = beyond(images, LIMIT_SVG_ELEMENTS, DIAG_SVG_ELEMENTS);
        return;
    }
    uint64_t left = pixels_left(images), most = limit_value(images->diagnostics, LIMIT_IMAGE_PIXELS);
    DecodeRequest request = {
        .format = format,
        .bytes = (const unsigned char *)content->bytes.bytes,
        .size = content->bytes.length,
        .pixels_max = left < most ? left : most,
    };
    Decoded decoded = {0};
    uint64_t started_ms = processor_ms();
    errno = 0;
    DecodeStatus status = module->decoder->decode(module->session, &request, &decoded);
    if (status != DECODE_OK) { // libraries call a picture broken when they had no memory
        content->fault = errno == ENOMEM ? (Fault){.code = DIAG_MEMORY} : fault_of(images, status);
        return;
    }
    if (!is_vector)
        images->store->pixels += (uint64_t)(decoded.width * decoded.height);
    content->image = finish(images->store, &decoded, hints);
    arena_check_errno(images->arena);
    if (is_vector && processor_ms() - started_ms > limit_value(images->diagnostics, LIMIT_SVG_TIME)) {
        content->image = NULL;
        content->fault = beyond(images, LIMIT_SVG_TIME, DIAG_SVG_TIME);
    }
}

static void read_image(Images *images, Content *content)
{
    ImageFormat format = image_format(content->bytes);
    ImageHints hints = image_hints(content->bytes, format);
    JpegInfo info;
    const char *how = format == FORMAT_JPEG ? jpeg_info(content->bytes, &info) : NULL;
    if (format == FORMAT_UNKNOWN)
        content->fault = (Fault){.code = DIAG_IMAGE_FORMAT};
    else if (how)
        content->fault = broken(how);
    else if (format == FORMAT_JPEG && info.can_embed && images->jpegs == JPEG_AS_IT_IS)
        embed_jpeg(images, content, &info);
    else
        decode(images, content, format, format == FORMAT_JPEG ? &info.hints : &hints);
}

// ---- reading

static void read_file(Images *images, Entry *entry, Str path)
{
    static const DiagnosticCode codes[] = {
        [ROOT_MISSING] = DIAG_IMAGE_MISSING,
        [ROOT_OUTSIDE] = DIAG_IMAGE_OUTSIDE,
        [ROOT_UNREADABLE] = DIAG_IMAGE_UNREADABLE,
        [ROOT_TOO_LARGE] = DIAG_IMAGE_LARGE,
    };
    Root *root = sources_root(images->sources, entry->source);
    size_t most = limit_value(images->diagnostics, LIMIT_IMAGE_BYTES);
    RootStatus status = root ? root_read(root, images->arena, path, most, &entry->bytes) : ROOT_OUTSIDE;
    if (status == ROOT_OK) {
        if (entry->bytes.length == 0)
            entry->fault = broken("it is empty");
        return;
    }
    if (status == ROOT_MACHINE)
        entry->fault = (Fault){.code = DIAG_MACHINE, .detail = strerrordesc_np(root_error(root))};
    else
        entry->fault = (Fault){.code = codes[status]};
    if (status == ROOT_TOO_LARGE)
        entry->fault = beyond(images, LIMIT_IMAGE_BYTES, DIAG_IMAGE_LARGE);
}

static void read_address(Images *images, Entry *entry)
{
    Address address = address_read(entry->target, images->arena);
    switch (address.kind) {
    case ADDRESS_FILE:
        read_file(images, entry, address.text);
        break;
    case ADDRESS_DATA:
        entry->bytes = address.text;
        if (entry->bytes.length == 0)
            entry->fault = broken("it is empty");
        break;
    case ADDRESS_REMOTE:
        entry->fault = (Fault){.code = DIAG_IMAGE_REMOTE};
        break;
    case ADDRESS_BROKEN:
        entry->fault = broken("this is no address");
        break;
    }
}

static const Entry *find_target(const Images *images, const Entry *wanted, uint64_t hash)
{
    const Entry *entry;
    for (size_t step = 0; (entry = hash_index_next(&images->entries, hash, &step));) {
        if (entry->source == wanted->source && str_equal(entry->target, wanted->target))
            return entry;
    }
    return NULL;
}

// Of the length and both ends, which tell most pictures apart: photographs are long.
static uint64_t content_hash(Str bytes)
{
    enum { END = 64 };
    Str first = {bytes.bytes, bytes.length < END ? bytes.length : END};
    Str last = str_from_offset(bytes, bytes.length - first.length);
    return (str_hash(first) * 31 + str_hash(last)) ^ bytes.length;
}

static const Content *content_of(Images *images, Str bytes)
{
    ImageStore *store = images->store;
    uint64_t hash = content_hash(bytes);
    Content *content;
    for (size_t step = 0; (content = hash_index_next(&store->contents, hash, &step));) {
        if (str_equal(content->bytes, bytes))
            return content;
    }
    content = arena_new(store->arena, Content);
    content->bytes = images->store_is_shared ? arena_str(store->arena, bytes.bytes, bytes.length) : bytes;
    read_image(images, content);
    hash_index_add(&store->contents, hash, content);
    return content;
}

static const Entry *entry_of(Images *images, const Node *node)
{
    Entry wanted = {.source = node->span.source, .target = node->image->target};
    uint64_t hash = str_hash(wanted.target);
    const Entry *known = find_target(images, &wanted, hash);
    if (known)
        return known;
    Entry *entry = arena_new(images->arena, Entry);
    *entry = wanted;
    read_address(images, entry);
    if (entry->bytes.length > 0) {
        const Content *content = content_of(images, entry->bytes);
        entry->image = content->image;
        entry->fault = content->fault;
    }
    hash_index_add(&images->entries, hash, entry);
    return entry;
}

// ---- the document's

static void report(Images *images, const Node *node, const Fault *fault)
{
    if (fault->code == DIAG_MEMORY)
        arena_exhausted(images->arena);
    Str target = str_shorten(node->image->target, TARGET_SHOWN);
    if (fault->code == DIAG_MACHINE)
        diagnose_machine_why(images->diagnostics, node->span,
                             arena_str(images->arena, target.bytes, target.length).bytes, fault->detail);
    else if (fault->detail)
        diagnose(images->diagnostics, node->span, fault->code, STR_ARGS(target), fault->detail);
    else
        diagnose(images->diagnostics, node->span, fault->code, STR_ARGS(target));
}

ImageStore *image_store_new(Arena *arena)
{
    ImageStore *store = arena_new(arena, ImageStore);
    store->arena = store->contents.arena = arena;
    return store;
}

Images *images_new(Arena *arena, const Document *document, Sources *sources, ImageDecoders *decoders, JpegUse jpegs,
                   ImageStore *store, Diagnostics *diagnostics)
{
    Images *images = arena_new(arena, Images);
    *images = (Images){.arena = arena,
                       .entries.arena = arena,
                       .sources = sources,
                       .decoders = decoders,
                       .jpegs = jpegs,
                       .store = store ? store : image_store_new(arena),
                       .store_is_shared = store,
                       .diagnostics = diagnostics};
    for (size_t i = 0; i < document->index_count; i++) {
        const Node *node = document->nodes[i];
        if (node->kind != NODE_IMAGE)
            continue;
        if (!images->by_node)
            images->by_node = arena_array(arena, const Image *, document->index_count);
        const Entry *entry = entry_of(images, node);
        images->by_node[i] = entry->image;
        if (!entry->image)
            report(images, node, &entry->fault);
    }
    return images;
}

const Image *images_find(const Images *images, const Node *node)
{
    return images->by_node ? images->by_node[node->index] : NULL;
}
