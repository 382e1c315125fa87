// A letter's memory ends with it; what the file needs of it lives on in the merged arena: fonts' glyphs, pictures, and
// the bytes that were written.
#include "compile/compile.h"

#include <stdlib.h>

#include "paint/paint.h"
#include "pdf/pdf.h"

struct Merged {
    Arena *arena;
    Engine *engine;
    ImageDecoders *decoders;
    const char *data_folder;
    CompileSink sink;
    Painting painting;
    Metadata metadata; // what all letters agree on
    bool has_letter, titles_differ;
    Diagnostics *diagnostics; // of what is no letter's
    MergedPdf *pdf;
    Str label; // of the letter at hand
};

// What runs between a landing and its end, for work that is no letter's.
typedef bool Step(Merged *merged, void *context);

static bool land(Merged *merged, Step *step, void *context)
{
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_set_landing(merged->arena, NULL);
        return false;
    }
    arena_set_landing(merged->arena, &landing);
    bool is_done = step(merged, context);
    arena_set_landing(merged->arena, NULL);
    return is_done;
}

static bool prepare(Merged *merged, void *context)
{
    (void)context;
    merged->diagnostics = diagnostics_new(merged->arena, /*warnings_are_errors*/ false);
    merged->sink = (CompileSink){.arena = merged->arena, .images = image_store_new(merged->arena), .context = merged};
    painting_init(&merged->painting, merged->arena);
    return true;
}

Merged *merged_open(Engine *engine, ImageDecoders *decoders, const char *data_folder)
{
    Arena *arena = arena_open(limits_default.values[LIMIT_MEMORY]);
    Merged start = {.arena = arena, .engine = engine, .decoders = decoders, .data_folder = data_folder};
    Merged *merged = arena ? malloc(sizeof *merged) : NULL;
    if (merged)
        *merged = start;
    if (merged && land(merged, prepare, NULL))
        return merged;
    arena_close(arena);
    free(merged);
    return NULL;
}

void merged_close(Merged *merged)
{
    if (!merged)
        return;
    arena_close(merged->arena);
    free(merged);
}

// ---- the first reading

static Str keep(const Merged *merged, Str text)
{
    return arena_str(merged->arena, text.bytes, text.length);
}

// Of a letter's own words none may come to stand for all.
static void agree(Merged *merged, const Document *document)
{
    const Metadata *metadata = &document->metadata;
    if (!merged->has_letter) {
        merged->metadata.lang = keep(merged, metadata->lang);
        merged->metadata.title = keep(merged, metadata->title);
    }
    merged->has_letter = true;
    merged->titles_differ |= !str_equal(merged->metadata.title, metadata->title);
}

static void look(void *context, Arena *arena, const Document *document, const Layout *layout, Diagnostics *diagnostics)
{
    Merged *merged = context;
    (void)diagnostics;
    agree(merged, document);
    painting_add(&merged->painting, layout, arena);
}

CompileResult merged_look(Merged *merged, const CompileRequest *request)
{
    merged->sink.take = look;
    return compile_into(merged->engine, merged->decoders, merged->data_folder, request, &merged->sink);
}

// ---- the second reading

typedef struct {
    Str fallback, date;
} Turn;

static bool turn(Merged *merged, void *context)
{
    const Turn *given = context;
    bool has_title = merged->metadata.title.length > 0 && !merged->titles_differ;
    Str title = has_title ? merged->metadata.title : keep(merged, given->fallback);
    merged->metadata.title = title;
    if (painting_draw(&merged->painting, merged->diagnostics))
        merged->pdf = merged_pdf_begin(&merged->painting, &merged->metadata, title, keep(merged, given->date),
                                       merged->arena, merged->diagnostics);
    return merged->pdf;
}

bool merged_turn(Merged *merged, Str fallback, Str date)
{
    return land(merged, turn, &(Turn){fallback, date});
}

static void add(void *context, Arena *arena, const Document *document, const Layout *layout, Diagnostics *diagnostics)
{
    Merged *merged = context;
    merged_pdf_add(merged->pdf, document, layout, merged->label, arena, diagnostics);
}

CompileResult merged_add(Merged *merged, const CompileRequest *request, Str label)
{
    merged->sink.take = add;
    merged->label = label;
    return compile_into(merged->engine, merged->decoders, merged->data_folder, request, &merged->sink);
}

static bool end(Merged *merged, void *finished)
{
    return merged_pdf_end(merged->pdf, finished, merged->diagnostics);
}

bool merged_end(Merged *merged, Str *finished)
{
    return land(merged, end, finished);
}

size_t merged_page_count(const Merged *merged)
{
    return merged->pdf ? merged_pdf_page_count(merged->pdf) : 0;
}
