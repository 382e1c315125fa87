// Where front matter begins and ends. Private to source.
#ifndef HSPDF_SOURCE_FRONT_H
#define HSPDF_SOURCE_FRONT_H

#include "support/support.h"

typedef enum { FRONT_NONE, FRONT_FOUND, FRONT_NEVER_CLOSED } FrontState;

typedef struct {
    FrontState state;
    uint32_t yaml_start, yaml_end; // the lines between the marks
    uint32_t body_start;           // behind the closing mark's line; 0 unless found
} FrontMatter;

FrontMatter front_matter_find(Str text);

#endif
