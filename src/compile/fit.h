// Layouts of a document that is to have no more than so many pages. Private to src/compile.
#ifndef HSPDF_COMPILE_FIT_H
#define HSPDF_COMPILE_FIT_H

#include "layout/layout.h"

typedef struct {
    Arena *arena;
    Engine *engine;
    const Document *document;
    const Images *images;
    Stylesheet *sheet;
    const FitRequest *request; // that asks for something
    Diagnostics *diagnostics;
} Fitting;

// The layout with the largest type that has the pages asked for, or else the tightest, with an error. The sheet stays
// as that one is set. Never NULL.
const Layout *fit_layout(const Fitting *fitting);

#endif
