// What the watch and its server agree on. The server is a module, hspdf-serve.so, so that libmicrohttpd is loaded by
// those alone who ask for it; it exports one name, SERVE_SYMBOL, a `const ServeModule`.
//
// It listens on 127.0.0.1 alone, at a port that the kernel picks, and answers GET and HEAD below a path that begins
// with a random token; to requests whose Host is another than its own it answers nothing of use, since a page of
// anyone's may give this address a name of its own ("DNS rebinding"). It works when it is called, in the caller's
// thread.
#ifndef HSPDF_WATCH_SERVE_SERVE_H
#define HSPDF_WATCH_SERVE_SERVE_H

#include <stdbool.h>
#include <stddef.h>

enum { SERVE_VERSION = 1 }; // of this interface; a module of another one is not used
#define SERVE_SYMBOL "hspdf_serve"

typedef enum { CONTENT_NONE, CONTENT_LATER, CONTENT_JSON, CONTENT_SVG, CONTENT_TEXT } ContentKind;

typedef struct {
    ContentKind kind; // NONE: there is no such thing; LATER: the question is put again after `wake`
    const void *bytes;
    size_t size; // borrowed until the next call into the module
} Content;

typedef struct Serve Serve;

// `path` is what stands behind the token, `after` the query's number of that name, -1 where there is none. `may_wait`
// is false where LATER is no answer any more.
typedef Content ServeAnswer(void *context, const char *path, long after, bool may_wait);

typedef struct {
    unsigned version;
    // NULL on failure, with a message.
    Serve *(*open)(ServeAnswer *answer, void *context, char *error, size_t error_size);
    void (*close)(Serve *serve);
    const char *(*address)(const Serve *serve); // "http://127.0.0.1:40000/0123…/"
    int (*descriptor)(const Serve *serve);      // readable when `run` should be called
    void (*run)(Serve *serve);
    void (*wake)(Serve *serve);
} ServeModule;

#endif
