// The page's own files, which the build puts into the module (tools/embed.cmake).
#ifndef HSPDF_WATCH_SERVE_FILES_H
#define HSPDF_WATCH_SERVE_FILES_H

#include <stddef.h>

typedef struct {
    const unsigned char *bytes;
    size_t size;
} PageFile;

extern const PageFile page_html, page_css, page_js;

#endif
