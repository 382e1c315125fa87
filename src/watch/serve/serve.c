#include "watch/serve/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "watch/serve/files.h"

enum { TOKEN_BYTES = 16, TOKEN_LENGTH = 2 * TOKEN_BYTES, WAITING_MAX = 64, IDLE_S = 60 };

struct Serve {
    struct MHD_Daemon *daemon;
    ServeAnswer *answer;
    void *context;
    char token[TOKEN_LENGTH + 1];
    char host[32]; // as a browser says it: with the port
    char address[96];
    struct MHD_Connection *waiting[WAITING_MAX]; // suspended
    size_t waiting_count;
};

// The page may load what is its own, run its own script, and be shown in no other page. A picture may do nothing.
#define PAGE_POLICY                                                                                                    \
    "default-src 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri "     \
    "'none'; "                                                                                                         \
    "form-action 'none'; frame-ancestors 'none'"
#define PICTURE_POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"

static const struct {
    const char *type, *policy;
} kinds[] = {
    [CONTENT_JSON] = {"application/json", PAGE_POLICY},
    [CONTENT_SVG] = {"image/svg+xml", PICTURE_POLICY},
    [CONTENT_TEXT] = {"text/plain; charset=utf-8", PAGE_POLICY},
};

static const struct {
    const char *path, *type; // behind the token
    const PageFile *file;
} files[] = {
    {"", "text/html; charset=utf-8", &page_html},
    {"page.css", "text/css; charset=utf-8", &page_css},
    {"page.js", "text/javascript; charset=utf-8", &page_js},
};

// ---- answers

static enum MHD_Result send_answer(struct MHD_Connection *connection, unsigned status, const char *type,
                                   const char *policy, const void *bytes, size_t size)
{
    const char *const headers[][2] = {
        {MHD_HTTP_HEADER_CONTENT_TYPE, type},
        {"Content-Security-Policy", policy},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Referrer-Policy", "no-referrer"}, // the address has the token
        {"X-Content-Type-Options", "nosniff"},
        {MHD_HTTP_HEADER_CACHE_CONTROL, "no-store"},
    };
    struct MHD_Response *response =
        MHD_create_response_from_buffer(size, (void *)(uintptr_t)bytes, MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        MHD_add_response_header(response, headers[i][0], headers[i][1]);
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result refuse(struct MHD_Connection *connection, unsigned status, const char *words)
{
    return send_answer(connection, status, "text/plain; charset=utf-8", PAGE_POLICY, words, strlen(words));
}

static bool is_own_host(const Serve *serve, struct MHD_Connection *connection)
{
    const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_HOST);
    return host && strcmp(host, serve->host) == 0;
}

// What stands behind the token; NULL where it is another one. Takes the same time for each token.
static const char *path_behind_token(const Serve *serve, const char *url)
{
    unsigned difference = 0;
    if (strlen(url) < TOKEN_LENGTH + 2 || url[0] != '/' || url[TOKEN_LENGTH + 1] != '/')
        return NULL;
    for (size_t i = 0; i < TOKEN_LENGTH; i++)
        difference |= (unsigned)(unsigned char)url[i + 1] ^ (unsigned char)serve->token[i];
    return difference == 0 ? url + TOKEN_LENGTH + 2 : NULL;
}

static long number_after(struct MHD_Connection *connection)
{
    const char *value = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "after");
    char *end;
    long number = value ? strtol(value, &end, 10) : -1;
    return value && *value && *end == '\0' ? number : -1;
}

static enum MHD_Result answer_path(Serve *serve, struct MHD_Connection *connection, const char *path, void **memory)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (strcmp(path, files[i].path) == 0)
            return send_answer(connection, MHD_HTTP_OK, files[i].type, PAGE_POLICY, files[i].file->bytes,
                               files[i].file->size);
    }
    bool has_waited = *memory != NULL, may_wait = !has_waited && serve->waiting_count < WAITING_MAX;
    Content content = serve->answer(serve->context, path, number_after(connection), may_wait);
    if (content.kind == CONTENT_LATER && may_wait) {
        *memory = serve;
        serve->waiting[serve->waiting_count++] = connection;
        MHD_suspend_connection(connection);
        return MHD_YES;
    }
    if (content.kind == CONTENT_NONE || content.kind == CONTENT_LATER)
        return refuse(connection, MHD_HTTP_NOT_FOUND, "There is no such thing here.\n");
    return send_answer(connection, MHD_HTTP_OK, kinds[content.kind].type, kinds[content.kind].policy, content.bytes,
                       content.size);
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *upload_size, void **memory)
{
    Serve *serve = context;
    (void)version, (void)upload, (void)upload_size;
    if (!is_own_host(serve, connection))
        return refuse(connection, MHD_HTTP_MISDIRECTED_REQUEST, "This host has no such name.\n");
    if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
        return refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "GET and HEAD are all there is.\n");
    const char *path = path_behind_token(serve, url);
    if (!path)
        return refuse(connection, MHD_HTTP_NOT_FOUND, "There is no such thing here.\n");
    return answer_path(serve, connection, path, memory);
}

// ---- the module

static bool make_token(char *token)
{
    unsigned char random[TOKEN_BYTES];
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        return false;
    for (size_t i = 0; i < TOKEN_BYTES; i++)
        sprintf(token + 2 * i, "%02x", random[i]);
    return true;
}

static bool listen_on_loopback(Serve *serve)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    serve->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, serve,
                                     MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_CONNECTION_LIMIT,
                                     2U * WAITING_MAX, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_S,
                                     MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
    const union MHD_DaemonInfo *port =
        serve->daemon ? MHD_get_daemon_info(serve->daemon, MHD_DAEMON_INFO_BIND_PORT) : NULL;
    if (!port)
        return false;
    snprintf(serve->host, sizeof serve->host, "127.0.0.1:%u", (unsigned)port->port);
    snprintf(serve->address, sizeof serve->address, "http://%s/%s/", serve->host, serve->token);
    return true;
}

static void serve_wake(Serve *serve)
{
    size_t count = serve->waiting_count;
    serve->waiting_count = 0;
    for (size_t i = 0; i < count; i++)
        MHD_resume_connection(serve->waiting[i]);
}

static void serve_close(Serve *serve)
{
    serve_wake(serve); // none may be suspended
    if (serve->daemon)
        MHD_stop_daemon(serve->daemon);
    free(serve);
}

static Serve *serve_open(ServeAnswer *answer, void *context, char *error, size_t error_size)
{
    Serve *serve = calloc(1, sizeof *serve);
    if (serve)
        *serve = (Serve){.answer = answer, .context = context};
    if (serve && make_token(serve->token) && listen_on_loopback(serve))
        return serve;
    snprintf(error, error_size, "%s", serve ? strerror(errno) : "out of memory");
    if (serve)
        serve_close(serve);
    return NULL;
}

static const char *serve_address(const Serve *serve)
{
    return serve->address;
}

static int serve_descriptor(const Serve *serve)
{
    return MHD_get_daemon_info(serve->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

static void serve_run(Serve *serve)
{
    enum { TURNS_MAX = 100 };
    // What is ready is told once by the kernel, so nothing of it may be left.
    for (int turn = 0; turn < TURNS_MAX; turn++) {
        MHD_UNSIGNED_LONG_LONG wait_ms;
        MHD_run(serve->daemon);
        if (MHD_get_timeout(serve->daemon, &wait_ms) != MHD_YES || wait_ms > 0)
            return;
    }
}

__attribute__((visibility("default"))) extern const ServeModule hspdf_serve;
const ServeModule hspdf_serve = {
    .version = SERVE_VERSION,
    .open = serve_open,
    .close = serve_close,
    .address = serve_address,
    .descriptor = serve_descriptor,
    .run = serve_run,
    .wake = serve_wake,
};
