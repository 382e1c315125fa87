// How a document is made. Each stage takes what those before it gave, and reads nothing of those after it:
//
//     source     bytes to clean text and front matter
//     document   text to a tree of nodes
//     style      a stylesheet to values for each node
//     image      addresses to pictures
//     layout     nodes to pages of boxes, by way of text, which sets paragraphs
//     paint      boxes to cairo's PDF
//     pdf        cairo's PDF to the finished one
//
// All memory is of one arena. Where that ends, it jumps back to compile(), which is the only landing place.
#include "compile/compile.h"

#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"

typedef struct {
    Engine *engine;
    ImageDecoders *decoders;
    const char *data_folder;
    const CompileRequest *request;
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    CompileResult result;
} Compilation;

static const Source **read_inputs(Compilation *compilation)
{
    const CompileRequest *request = compilation->request;
    const Source **inputs = arena_array(compilation->arena, const Source *, request->input_count);
    for (size_t i = 0; i < request->input_count; i++) {
        const CompileInput *input = &request->inputs[i];
        if (input->path)
            inputs[i] = source_read(compilation->sources, input->path, SOURCE_WITH_FRONT, compilation->diagnostics,
                                    &compilation->result.status);
        else
            inputs[i] = source_from_bytes(compilation->sources, input->name, input->bytes, SOURCE_WITH_FRONT,
                                          compilation->diagnostics);
    }
    return inputs;
}

static void write_pdf(Compilation *compilation, const Document *document, const Layout *layout)
{
    Painting painting;
    if (!paint_pdf(layout, compilation->arena, &painting, compilation->diagnostics))
        return;
    pdf_finish(&painting, document, layout, compilation->arena, &compilation->result.output, compilation->diagnostics);
}

static void run_stages(Compilation *compilation)
{
    const CompileRequest *request = compilation->request;
    Arena *arena = compilation->arena;
    Diagnostics *diagnostics = compilation->diagnostics;
    Buffer dump = {.arena = arena};

    if (request->root && !sources_set_root(compilation->sources, request->root))
        diagnose(diagnostics, SPAN_NONE, DIAG_ROOT_MISSING, request->root);
    const Source **inputs = read_inputs(compilation);
    if (compilation->result.status != STATUS_OK)
        return;
    Document *document = document_new(arena, compilation->sources, inputs, request->input_count, diagnostics);
    if (request->output == OUTPUT_DOCUMENT_DUMP) {
        document_dump(document, &dump);
        compilation->result.output = buffer_str(&dump);
        return;
    }
    Stylesheet *sheet = stylesheet_new(arena, document, compilation->sources, compilation->data_folder, request->style,
                                       request->paper, diagnostics);
    const Images *images = images_new(arena, document, compilation->sources, compilation->decoders, diagnostics);
    Layout *layout = layout_new(arena, compilation->engine, document, images, sheet, diagnostics);
#ifndef NDEBUG
    document_verify(document);
    layout_verify(layout, document, arena);
#endif
    compilation->result.page_count = layout->page_count;
    if (request->output == OUTPUT_LAYOUT_DUMP) {
        layout_dump(layout, &dump);
        compilation->result.output = buffer_str(&dump);
    } else if (request->output == OUTPUT_PDF && !diagnostics_has_errors(diagnostics)) {
        write_pdf(compilation, document, layout);
    }
}

CompileResult compile(Engine *engine, ImageDecoders *decoders, const char *data_folder, const CompileRequest *request)
{
    // What changes after setjmp lives behind a pointer: locals would be indeterminate after the jump
    // (C17 7.13.2.1).
    CompileResult failed = {.status = STATUS_NO_MEMORY};
    Arena *arena = arena_open(LIMIT_DOCUMENT_BYTES);
    if (!arena)
        return failed;
    failed.arena = arena;
    jmp_buf landing;
    if (setjmp(landing) != 0) {
        arena_set_landing(arena, NULL);
        engine_set_landing(engine, NULL);
        engine_document_done(engine);
        return failed;
    }
    arena_set_landing(arena, &landing);
    engine_set_landing(engine, &landing);

    Compilation *compilation = arena_new(arena, Compilation);
    *compilation = (Compilation){
        .engine = engine,
        .decoders = decoders,
        .data_folder = data_folder,
        .request = request,
        .arena = arena,
        .sources = sources_new(arena),
        .diagnostics = diagnostics_new(arena, request->warnings_are_errors),
    };
    run_stages(compilation);
    compilation->result.arena = arena;
    compilation->result.diagnostics = compilation->diagnostics;
    compilation->result.sources = compilation->sources;
    if (diagnostics_has_errors(compilation->diagnostics))
        compilation->result.output = (Str){0};
    arena_set_landing(arena, NULL);
    engine_set_landing(engine, NULL);
    engine_document_done(engine);
    return compilation->result;
}
