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

#include "compile/fit.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "pdf/pdf.h"

typedef struct {
    Engine *engine;
    ImageDecoders *decoders;
    const char *data_folder;
    const CompileRequest *request;
    const CompileSink *sink; // NULL: the request says what is made
    Arena *arena;
    Sources *sources;
    Diagnostics *diagnostics;
    CompileResult result;
} Compilation;

static void prepare_merge(Compilation *compilation)
{
    const CompileMerge *merge = &compilation->request->merge;
    if (merge->record.length == 0 && merge->field_count == 0)
        return;
    Arena *arena = compilation->arena;
    Value *record = merge->record.length > 0 ? record_read(arena, merge->record) : NULL;
    if (!record) {
        record = arena_new(arena, Value);
        record->kind = VALUE_MAP;
    }
    for (size_t i = 0; i < merge->field_count; i++) {
        const CompileField *field = &merge->fields[i];
        if (!record_set(arena, record, field->key, field->value))
            diagnose(compilation->diagnostics, SPAN_NONE, DIAG_MERGE_SET, STR_ARGS(field->key));
    }
    sources_set_record(compilation->sources, record, merge->record_name);
    sources_guard_record(arena, compilation->sources, record, merge->record_name, compilation->diagnostics);
}

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

static void put_output(Compilation *compilation, Str output)
{
    Str *outputs = arena_new(compilation->arena, Str);
    *outputs = output;
    compilation->result.outputs = outputs;
    compilation->result.output_count = 1;
}

static void write_pdf(Compilation *compilation, const Document *document, const Layout *layout)
{
    Painting painting;
    Str finished = {0};
    if (paint_pdf(layout, compilation->arena, &painting, compilation->diagnostics) &&
        pdf_finish(&painting, document, layout, compilation->request->date, compilation->arena, &finished,
                   compilation->diagnostics))
        put_output(compilation, finished);
}

static void write_surfaces(Compilation *compilation, const Layout *layout, SurfaceKind kind)
{
    Surfaces surfaces;
    if (!paint_surfaces(layout, kind, compilation->request->dpi, compilation->arena, &surfaces,
                        compilation->diagnostics))
        return;
    compilation->result.outputs = surfaces.bytes;
    compilation->result.output_count = surfaces.count;
}

static void write_layout(Compilation *compilation, const Document *document, const Layout *layout)
{
    Buffer dump = {.arena = compilation->arena};
    switch (compilation->request->output) {
    case OUTPUT_PDF:
        write_pdf(compilation, document, layout);
        break;
    case OUTPUT_PNG:
        write_surfaces(compilation, layout, SURFACE_PNG);
        break;
    case OUTPUT_SHEET:
        write_surfaces(compilation, layout, SURFACE_SHEET);
        break;
    case OUTPUT_SVG:
        write_surfaces(compilation, layout, SURFACE_SVG);
        break;
    case OUTPUT_LAYOUT_DUMP:
        layout_dump(layout, &dump);
        put_output(compilation, buffer_str(&dump));
        break;
    case OUTPUT_DOCUMENT_DUMP:
    case OUTPUT_NOTHING:
        break;
    }
}

static void check_output(Compilation *compilation)
{
    uint64_t size = 0;
    for (size_t i = 0; i < compilation->result.output_count; i++)
        size += compilation->result.outputs[i].length;
    limit_holds(compilation->diagnostics, LIMIT_OUTPUT, size, SPAN_NONE);
}

// Fonts and dictionaries that are there, and yet can not be read.
static void report_lost(Compilation *compilation)
{
    int error;
    const char *lost = engine_lost(compilation->engine, &error);
    if (lost)
        diagnose_machine(compilation->diagnostics, SPAN_NONE, lost, error);
}

static const Layout *lay_out(const Compilation *compilation, const Document *document, const Images *images,
                             Stylesheet *sheet)
{
    const FitRequest *request = &document->metadata.fit;
    Fitting fitting = {compilation->arena,      compilation->engine, document, images, sheet, request,
                       compilation->diagnostics};
    if (request->pages > 0 || request->multiple > 0)
        return fit_layout(&fitting);
    return layout_new(fitting.arena, fitting.engine, document, images, sheet, fitting.diagnostics);
}

static void run_stages(Compilation *compilation)
{
    const CompileRequest *request = compilation->request;
    Arena *arena = compilation->arena;
    Diagnostics *diagnostics = compilation->diagnostics;
    Buffer dump = {.arena = arena};

    if (request->root && !sources_set_root(compilation->sources, request->root))
        diagnose(diagnostics, SPAN_NONE, DIAG_ROOT_MISSING, request->root);
    prepare_merge(compilation);
    const Source **inputs = read_inputs(compilation);
    if (compilation->result.status != STATUS_OK)
        return;
    Document *document = document_new(arena, compilation->sources, inputs, request->input_count, diagnostics);
    if (request->output == OUTPUT_DOCUMENT_DUMP) {
        document_dump(document, &dump);
        put_output(compilation, buffer_str(&dump));
        return;
    }
    Stylesheet *sheet = stylesheet_new(arena, document, compilation->sources, compilation->data_folder, request->style,
                                       request->paper, diagnostics);
    stylesheet_check(sheet, document);
    const RunningTexts running[] = {[RUNNING_HEAD] = stylesheet_running_texts(sheet, RUNNING_HEAD),
                                    [RUNNING_FOOT] = stylesheet_running_texts(sheet, RUNNING_FOOT)};
    document_add_running(document, arena, running, diagnostics);
    JpegUse jpegs = request->output == OUTPUT_PNG || request->output == OUTPUT_SHEET ? JPEG_DECODED : JPEG_AS_IT_IS;
    const Images *images = images_new(arena, document, compilation->sources, compilation->decoders, jpegs,
                                      compilation->sink ? compilation->sink->images : NULL, diagnostics);
    const Layout *layout = lay_out(compilation, document, images, sheet);
#ifndef NDEBUG
    document_verify(document);
    layout_verify(layout, document, arena);
#endif
    compilation->result.page_count = layout->page_count;
    report_lost(compilation);
    if (compilation->sink && !diagnostics_has_errors(diagnostics))
        compilation->sink->take(compilation->sink->context, arena, document, layout, diagnostics);
    else if (!compilation->sink && (!diagnostics_has_errors(diagnostics) || request->output == OUTPUT_LAYOUT_DUMP))
        write_layout(compilation, document, layout);
    check_output(compilation);
}

static void set_landing(const Compilation *compilation, jmp_buf *landing)
{
    arena_set_landing(compilation->arena, landing);
    engine_set_landing(compilation->engine, landing);
    if (compilation->sink)
        arena_set_landing(compilation->sink->arena, landing);
}

// What was made, or said where it was refused.
static CompileResult conclude(Compilation *compilation)
{
    CompileResult *result = &compilation->result;
    if (diagnostics_has_machine_fault(compilation->diagnostics))
        result->status = STATUS_IO;
    result->arena = compilation->arena;
    result->diagnostics = compilation->diagnostics;
    result->sources = compilation->sources;
    if (diagnostics_has_errors(compilation->diagnostics))
        result->output_count = 0;
    return *result;
}

// After a jump. Where memory has ended nothing can be said any more, and libraries may have half-made things.
static CompileResult land(Compilation *compilation, Landed landed)
{
    Engine *engine = compilation->engine;
    CompileResult failed = {.arena = compilation->arena, .status = STATUS_NO_MEMORY};
    set_landing(compilation, NULL);
    if (landed != LANDED_STOPPED)
        engine_forget_fonts(engine);
    engine_document_done(engine);
    if (landed == LANDED_NO_MEMORY || !compilation->diagnostics)
        return failed;
    if (landed == LANDED_BUDGET) {
        arena_set_budget(compilation->arena, SIZE_MAX);
        limit_holds(compilation->diagnostics, LIMIT_MEMORY, UINT64_MAX, SPAN_NONE);
    }
    return conclude(compilation);
}

static void begin(Compilation *compilation, jmp_buf *landing)
{
    const CompileRequest *request = compilation->request;
    set_landing(compilation, landing);
    compilation->sources = sources_new(compilation->arena);
    compilation->diagnostics = diagnostics_new(compilation->arena, request->warnings_are_errors);
    diagnostics_set_limits(compilation->diagnostics, &request->limits);
}

// The compilation is the caller's: locals that change after setjmp would be indeterminate after the jump (C17
// 7.13.2.1).
static CompileResult run_landed(Compilation *compilation)
{
    jmp_buf landing;
    switch (setjmp(landing)) {
    case 0:
        break;
    case LANDED_STOPPED:
        return land(compilation, LANDED_STOPPED);
    case LANDED_BUDGET:
        return land(compilation, LANDED_BUDGET);
    default:
        return land(compilation, LANDED_NO_MEMORY);
    }
    begin(compilation, &landing);
    run_stages(compilation);
    report_lost(compilation);
    set_landing(compilation, NULL);
    engine_document_done(compilation->engine);
    return conclude(compilation);
}

CompileResult compile_into(Engine *engine, ImageDecoders *decoders, const char *data_folder,
                           const CompileRequest *request, const CompileSink *sink)
{
    Compilation compilation = {
        .engine = engine,
        .decoders = decoders,
        .data_folder = data_folder,
        .request = request,
        .sink = sink,
        .arena = arena_open(request->limits.values[LIMIT_MEMORY]),
    };
    return compilation.arena ? run_landed(&compilation) : (CompileResult){.status = STATUS_NO_MEMORY};
}

CompileResult compile(Engine *engine, ImageDecoders *decoders, const char *data_folder, const CompileRequest *request)
{
    return compile_into(engine, decoders, data_folder, request, NULL);
}
