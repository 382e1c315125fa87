// The browser asks for the state that is newer than the one it has, and is answered when there is one; then it asks for
// the pages that it shows. Addresses have the number of the run in them, so that pages of two runs are never mixed.
#include "show.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"
#include "notes.h"
#include "report/report.h"
#include "support/module.h"
#include "watch/serve/serve.h"

enum { WAKE_MS = 20000 }; // a browser that went away is noticed when it is answered

typedef struct {
    Packet said;
    long number;
} Run;

struct Show {
    const WatchOptions *options;
    void *library;
    const ServeModule *module;
    Serve *serve;
    Run last;     // its diagnostics and sources
    Run pages;    // whose pages are shown; its bytes are `last`'s where both have one number
    char *reason; // why the last one was lost; NULL: it was not
    long number;  // of the state
    char *state;  // JSON
    size_t state_size;
    int64_t woken_ms;
};

static PacketReader reader_of(const Run *run)
{
    return (PacketReader){run->said.bytes, run->said.bytes + run->said.length, false};
}

// The note of a kind at an index, from 0.
static bool find_note(const Run *run, NoteKind kind, long index, Note *note)
{
    PacketReader reader = reader_of(run);
    while (index >= 0 && note_take(&reader, note)) {
        if (note->kind == kind && index-- == 0)
            return true;
    }
    return false;
}

// ---- the state

static void print_pages(FILE *out, const Run *run)
{
    PacketReader reader = reader_of(run);
    const char *comma = "";
    for (Note note; note_take(&reader, &note);) {
        if (note.kind != NOTE_PAGE)
            continue;
        // As cairo writes it, near the beginning.
        static const char mark[] = "viewBox=\"0 0 ";
        size_t head = note.size < 1000 ? note.size : 1000;
        const char *box = note.bytes ? memmem(note.bytes, head, mark, sizeof mark - 1) : NULL;
        char numbers[64] = "";
        double width = 0, height = 0;
        if (box && (size_t)(note.bytes + note.size - box) > sizeof mark + sizeof numbers)
            memcpy(numbers, box + sizeof mark - 1, sizeof numbers - 1);
        if (sscanf(numbers, "%lf %lf", &width, &height) != 2)
            width = height = 0;
        fprintf(out, "%s{\"width\":%.2f,\"height\":%.2f}", comma, width, height);
        comma = ",";
    }
}

// The index of a source by its path; -1 where the run sent none.
static long source_index(const Run *run, const char *path)
{
    PacketReader reader = reader_of(run);
    long index = 0;
    for (Note note; path && note_take(&reader, &note);) {
        if (note.kind == NOTE_SOURCE && strcmp(note.path, path) == 0)
            return index;
        index += note.kind == NOTE_SOURCE;
    }
    return -1;
}

static void print_diagnostics(FILE *out, const Run *run)
{
    PacketReader reader = reader_of(run);
    const char *comma = "";
    for (Note note; note_take(&reader, &note);) {
        if (note.kind != NOTE_DIAGNOSTIC)
            continue;
        fprintf(out, "%s{\"source\":%ld,\"said\":", comma, source_index(run, note.diagnostic.file));
        print_json_diagnostic(out, &note.diagnostic);
        putc('}', out);
        comma = ",";
    }
}

static int status_of(const Run *run)
{
    Note note;
    return find_note(run, NOTE_STATUS, 0, &note) ? note.status : -1;
}

static void make_state(Show *show)
{
    free(show->state);
    show->state = NULL;
    FILE *out = open_memstream(&show->state, &show->state_size);
    if (!out)
        return;
    show->number++;
    fprintf(out, "{\"version\":%ld,\"title\":", show->number);
    print_json_string(out, show->options->title);
    fprintf(out, ",\"status\":%d,\"lost\":", status_of(&show->last));
    print_json_string(out, show->reason);
    fprintf(out, ",\"run\":%ld,\"pagesRun\":%ld,\"pages\":[", show->last.number, show->pages.number);
    print_pages(out, &show->pages);
    fputs("],\"diagnostics\":[", out);
    print_diagnostics(out, &show->last);
    fputs("]}", out);
    if (fclose(out) != 0)
        show->state = NULL;
    show->module->wake(show->serve);
    show_run(show);
}

void show_take(Show *show, Packet said)
{
    Note note;
    Run run = {said, show->number + 1};
    if (show->last.number != show->pages.number)
        free(show->last.said.bytes);
    show->last = run;
    if (find_note(&run, NOTE_PAGE, 0, &note)) {
        free(show->pages.said.bytes);
        show->pages = run;
    }
    free(show->reason);
    show->reason = NULL;
    make_state(show);
}

void show_take_loss(Show *show, const char *reason)
{
    free(show->reason);
    show->reason = strdup(reason);
    make_state(show);
}

// ---- answers

static Content find_bytes(const Run *run, NoteKind kind, long number, long index)
{
    Note note;
    if (number != run->number || !find_note(run, kind, index, &note))
        return (Content){0};
    return (Content){kind == NOTE_PAGE ? CONTENT_SVG : CONTENT_TEXT, note.bytes, note.size};
}

static Content answer(void *context, const char *path, long after, bool may_wait)
{
    const Show *show = context;
    long number, index;
    int length = 0;
    if (strcmp(path, "state") == 0) {
        if (show->state && (after != show->number || !may_wait))
            return (Content){CONTENT_JSON, show->state, show->state_size};
        return (Content){.kind = CONTENT_LATER};
    }
    if (sscanf(path, "pages/%9ld-%9ld.svg%n", &number, &index, &length) == 2 && length > 0 && !path[length])
        return find_bytes(&show->pages, NOTE_PAGE, number, index);
    length = 0;
    if (sscanf(path, "sources/%9ld-%9ld.txt%n", &number, &index, &length) == 2 && length > 0 && !path[length])
        return find_bytes(&show->last, NOTE_SOURCE, number, index);
    return (Content){0};
}

// ---- the server

static bool load(Show *show)
{
    char fault[256] = "it is of another version";
    show->library = module_open(show->options->data_folder, "hspdf-serve.so", fault, sizeof fault);
    show->module = show->library ? dlsym(show->library, SERVE_SYMBOL) : NULL;
    if (show->module && show->module->version == SERVE_VERSION)
        return true;
    fprintf(stderr, "hspdf: --serve wants the module hspdf-serve.so: %s\n", fault);
    return false;
}

static bool start(Show *show)
{
    char error[256] = "";
    show->serve = show->module->open(answer, show, error, sizeof error);
    if (!show->serve) {
        fprintf(stderr, "hspdf: the pages can not be served: %s\n", error);
        return false;
    }
    fprintf(stderr, "hspdf: the pages are shown at %s\n", show->module->address(show->serve));
    return true;
}

Show *show_open(const WatchOptions *options)
{
    Show *show = calloc(1, sizeof *show);
    if (!show)
        return NULL;
    show->options = options;
    if (load(show) && start(show))
        return show;
    show_close(show);
    return NULL;
}

void show_close(Show *show)
{
    if (!show)
        return;
    if (show->serve)
        show->module->close(show->serve);
    if (show->library)
        dlclose(show->library);
    if (show->last.number != show->pages.number)
        free(show->last.said.bytes);
    free(show->pages.said.bytes);
    free(show->reason);
    free(show->state);
    free(show);
}

int show_descriptor(const Show *show)
{
    return show->module->descriptor(show->serve);
}

void show_run(Show *show)
{
    int64_t now = clock_ms();
    if (now - show->woken_ms > WAKE_MS) {
        show->woken_ms = now;
        show->module->wake(show->serve);
    }
    show->module->run(show->serve);
}
