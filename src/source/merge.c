// Tags are walked in order; a section is walked once for each of its turns. Depth is bounded by BOUND_MERGE_NESTING
// over sections and partials together, work by LIMIT_MERGE_STEPS, and what is written by LIMIT_MERGE_BYTES; the first
// fault of these ends the merge.
#include "merger.h"

// ---- diagnostics

static Span span_of(const Stretch *stretch, const Tag *tag)
{
    return (Span){stretch->source_id, tag->start, tag->end};
}

static void report_missing(Merger *merger, const Stretch *stretch, const Tag *tag, DiagnosticCode code)
{
    Str nearest = merger_nearest(merger, tag->name), place = merger->options->record_name;
    const char *hint = nearest.length > 0 ? "; did you mean '" : "";
    diagnose(merger->diagnostics, span_of(stretch, tag), code, STR_ARGS(tag->name), place.length > 0 ? " (" : "",
             STR_ARGS(place), place.length > 0 ? ")" : "", hint, STR_ARGS(nearest), *hint ? "'?" : "");
}

static void report_broken(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    if (merger->options->mode != MERGE_AS_WRITTEN)
        diagnose(merger->diagnostics, span_of(stretch, tag), DIAG_MERGE_SYNTAX, tag->fault);
}

// ---- tags

static void walk(Merger *merger, const Stretch *stretch);

static void count_unfilled(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Merged *merged = &merger->merged;
    if (merged->unfilled_count++ > 0)
        return;
    merged->first_unfilled = tag->name;
    merged->first_span = span_of(stretch, tag);
}

static void leave_written(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Str written = {stretch->template->text.bytes + tag->start, tag->end - tag->start};
    if (tag->kind != TAG_CLOSE && tag->kind != TAG_BROKEN)
        count_unfilled(merger, stretch, tag);
    if (tag->kind == TAG_BROKEN)
        merger_write_text(merger, written, span_of(stretch, tag), /*is_taken_over*/ true);
    else
        merger_write_field(merger, (Field){.text = written, .name = tag->name, .span = span_of(stretch, tag)});
}

// As long as what is written there will be, by the name, which is all that is known. The document stage makes a rule of
// it as of any such run.
static void leave_blank(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    enum { SHORTEST = 12, LONGEST = 24 };
    static const char line[] = "________________________";
    uint32_t length = 2 * tag->name.length;
    length = length < SHORTEST ? SHORTEST : length > LONGEST ? LONGEST : length;
    merger_write_text(merger, (Str){line, length}, span_of(stretch, tag), /*is_taken_over*/ false);
}

static void write_raw(Merger *merger, const Value *value, Span span)
{
    bool is_first = true;
    if (value->kind == VALUE_NULL)
        return;
    if (value->kind != VALUE_LIST)
        merger_write_text(merger, text_clean(merger->arena, value->text, span, merger->diagnostics), span, false);
    for (const Value *item = value->first_child; item; item = item->next) {
        if (!is_first)
            merger_write_text(merger, STR(", "), span, false);
        merger_write_text(merger, text_clean(merger->arena, item->text, span, merger->diagnostics), span, false);
        is_first = false;
    }
}

static bool is_printable(const Value *value)
{
    if (value->kind == VALUE_MAP)
        return false;
    for (const Value *item = value->first_child; item; item = item->next) {
        if (item->kind == VALUE_MAP || item->kind == VALUE_LIST)
            return false;
    }
    return true;
}

static void fill_variable(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    const Value *value = merger_find(merger, tag->name);
    Span span = span_of(stretch, tag);
    if (!value) {
        if (!merger->options->is_lenient)
            report_missing(merger, stretch, tag, DIAG_MERGE_MISSING);
        return;
    }
    if (!is_printable(value))
        diagnose(merger->diagnostics, span, DIAG_MERGE_TYPE, STR_ARGS(tag->name), value_kind_name(value->kind));
    else if (tag->kind == TAG_RAW)
        write_raw(merger, value, span);
    else
        merger_write_field(merger, (Field){.value = value, .name = tag->name, .span = span});
}

static void enter(Merger *merger, const Stretch *inside, const Value *scope)
{
    merger->scopes[merger->scope_count++] = scope;
    walk(merger, inside);
    merger->scope_count--;
}

static void fill_section(Merger *merger, const Stretch *stretch, const Tag *tag, const Stretch *inside)
{
    const Value *value = merger_find(merger, tag->name);
    bool is_inverted = tag->kind == TAG_INVERTED;
    if (!value && !merger->options->is_lenient)
        report_missing(merger, stretch, tag, is_inverted ? DIAG_MERGE_INVERTED : DIAG_MERGE_SECTION);
    bool holds = value && merger_holds(value);
    if (is_inverted && !holds)
        enter(merger, inside, merger->scopes[merger->scope_count - 1]);
    if (is_inverted || !holds)
        return;
    if (value->kind != VALUE_LIST) {
        enter(merger, inside, value);
        return;
    }
    for (const Value *item = value->first_child; item && !merger->has_stopped; item = item->next)
        enter(merger, inside, item);
}

static void walk_section(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    const Tag *close = &stretch->template->tags[tag->partner];
    Stretch inside = *stretch;
    inside.first_tag = (size_t)(tag - stretch->template->tags) + 1;
    inside.end_tag = tag->partner;
    inside.start = tag->cut_end;
    inside.end = close->cut_start;
    if (merger->options->mode == MERGE_DATA)
        fill_section(merger, stretch, tag, &inside);
    else if (tag->kind == TAG_SECTION)
        walk(merger, &inside);
}

static const Partial *find_partial(Merger *merger, Str name, Span span)
{
    for (size_t i = 0; i < merger->partial_count; i++) {
        if (str_equal(merger->partials[i].name, name))
            return &merger->partials[i];
    }
    Str text = {0};
    Partial partial = {.name = name};
    if (merger->options->load && merger->options->load(merger->options->context, name, span, &text, &partial.source_id))
        partial.template = template_parse(merger->arena, text);
    Partial *kept = arena_push(merger->arena, merger->partials, merger->partial_count, merger->partial_capacity);
    *kept = partial;
    return kept;
}

static void walk_partial(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    Str name = tag->name;
    if (tag->is_dynamic) {
        const Value *value = merger->options->mode == MERGE_DATA ? merger_find(merger, name) : NULL;
        if (!value && !merger->options->is_lenient && merger->options->mode == MERGE_DATA)
            report_missing(merger, stretch, tag, DIAG_MERGE_MISSING);
        else if (!value && merger->options->mode == MERGE_AS_WRITTEN)
            leave_written(merger, stretch, tag);
        if (!value)
            return;
        name = value->text;
    }
    Partial partial = *find_partial(merger, name, span_of(stretch, tag));
    if (!partial.template)
        return;
    Buffer indent = {.arena = merger->arena};
    if (tag->cut_start < tag->start || tag->cut_end > tag->end) {
        buffer_append_str(&indent, stretch->indent);
        buffer_append(&indent, stretch->template->text.bytes + tag->cut_start, tag->start - tag->cut_start);
    }
    Stretch whole = {.template = partial.template,
                     .source_id = partial.source_id,
                     .indent = buffer_str(&indent),
                     .end_tag = partial.template->count,
                     .end = partial.template->text.length};
    walk(merger, &whole);
}

static void walk_tag(Merger *merger, const Stretch *stretch, const Tag *tag)
{
    bool is_section = tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
    bool is_silent = tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS;
    if (tag->fault)
        report_broken(merger, stretch, tag);
    if (is_silent)
        return;
    if (tag->kind == TAG_PARTIAL)
        walk_partial(merger, stretch, tag);
    else if (merger->options->mode == MERGE_AS_WRITTEN || tag->kind == TAG_BROKEN)
        leave_written(merger, stretch, tag);
    else if (is_section && !tag->fault)
        walk_section(merger, stretch, tag);
    else if (tag->kind == TAG_VARIABLE || tag->kind == TAG_RAW)
        merger->options->mode == MERGE_DATA ? fill_variable(merger, stretch, tag) : leave_blank(merger, stretch, tag);
}

// Tags that print as written leave their line as it is.
static bool is_cut(const Merger *merger, const Tag *tag)
{
    bool is_silent = tag->kind == TAG_COMMENT || tag->kind == TAG_DELIMITERS;
    return merger->options->mode != MERGE_AS_WRITTEN || is_silent || (tag->kind == TAG_PARTIAL && !tag->is_dynamic);
}

static void walk(Merger *merger, const Stretch *stretch)
{
    uint32_t at = stretch->start;
    bool is_walking_sections = merger->options->mode != MERGE_AS_WRITTEN;
    if (merger->depth == BOUND_MERGE_NESTING)
        merger_stop(merger, (Span){stretch->source_id, at, at + 1}, BOUND_MERGE_NESTING,
                    "levels of sections and partials");
    merger->depth++;
    Span place = {stretch->source_id, at, at + 1};
    if (!merger->has_stopped)
        merger->has_stopped = !limit_holds(merger->diagnostics, LIMIT_MERGE_STEPS, ++merger->steps, place);
    limit_enforce_time(merger->diagnostics, place);
    for (size_t i = stretch->first_tag; i < stretch->end_tag && !merger->has_stopped; i++) {
        const Tag *tag = &stretch->template->tags[i];
        merger->steps++;
        bool cuts = is_cut(merger, tag), is_section = tag->kind == TAG_SECTION || tag->kind == TAG_INVERTED;
        merger_copy(merger, stretch, at, cuts ? tag->cut_start : tag->start);
        if (tag->cut_start == tag->start && tag->cut_end == tag->end)
            merger_indent(merger, stretch, tag->start);
        walk_tag(merger, stretch, tag);
        at = cuts ? tag->cut_end : tag->end;
        if (is_section && is_walking_sections && !tag->fault) {
            i = tag->partner;
            at = stretch->template->tags[i].cut_end;
        }
    }
    if (!merger->has_stopped)
        merger_copy(merger, stretch, at, stretch->end);
    merger->depth--;
}

Merged merge(Arena *arena, Str text, uint32_t source_id, const MergeOptions *options, Diagnostics *diagnostics)
{
    static const Value nothing = {.kind = VALUE_MAP};
    Merger *merger = arena_new(arena, Merger);
    *merger = (Merger){.arena = arena, .diagnostics = diagnostics, .options = options, .out = {.arena = arena}};
    merger->scopes[merger->scope_count++] = options->record ? options->record : &nothing;
    Template *template = template_parse(arena, text);
    Stretch whole = {.template = template, .source_id = source_id, .end_tag = template->count, .end = text.length};
    walk(merger, &whole);
    Merged merged = merger->merged;
    merged.text = buffer_str(&merger->out);
    merged.segments = merger->segments;
    merged.fields = merger->fields;
    return merged;
}
