// `fit`: lays a document out anew, each time a little tighter or looser, until type is the largest that fits: bisection
// over the steps that the style allows. Words stay in the engine's cache, so most of a further layout is breaking
// lines.
#include "compile/fit.h"

enum { LAYOUTS_MOST = 12 }; // bisection needs 2 more than the logarithm of the steps, which are at most 405

typedef struct {
    const Layout *layout;
    Diagnostics *diagnostics; // of this layout alone
    size_t step;
} Trial;

static Trial try_step(const Fitting *fitting, size_t step)
{
    Trial trial = {.step = step, .diagnostics = diagnostics_beside(fitting->arena, fitting->diagnostics)};
    stylesheet_fit(fitting->sheet, step);
    trial.layout = layout_new(fitting->arena, fitting->engine, fitting->document, fitting->images, fitting->sheet,
                              trial.diagnostics);
    return trial;
}

static const Layout *take(const Fitting *fitting, const Trial *trial)
{
    stylesheet_fit(fitting->sheet, trial->step);
    diagnostics_take(fitting->diagnostics, trial->diagnostics);
    return trial->layout;
}

// The first step that has at most `pages`, given that `tightest` has.
static Trial search(const Fitting *fitting, Trial tightest, size_t pages)
{
    Trial best = tightest;
    size_t too_loose = 0;
    for (size_t layouts = 2; best.step - too_loose > 1 && layouts < LAYOUTS_MOST; layouts++) {
        Trial middle = try_step(fitting, too_loose + (best.step - too_loose) / 2);
        if (middle.layout->page_count <= pages)
            best = middle;
        else
            too_loose = middle.step;
    }
    return best;
}

// Of the text on a page, from its first box to the end of its last.
static Length used_height(const Page *page)
{
    Length top = page->height, bottom = 0;
    for (size_t i = 0; i < page->box_count; i++) {
        const Box *box = &page->boxes[i];
        if (box->is_artifact)
            continue;
        top = length_min(top, box->y);
        bottom = length_max(bottom, box->y + box->height);
    }
    return length_max(bottom - top, 0);
}

static void report_excess(const Fitting *fitting, const Trial *tightest, size_t pages)
{
    FittedStyle style = stylesheet_fitted(fitting->sheet);
    int64_t excess = 0;
    for (size_t i = pages; i < tightest->layout->page_count; i++)
        excess += used_height(&tightest->layout->pages[i]);
    int64_t lines = (excess + style.leading - 1) / style.leading;
    diagnose(fitting->diagnostics, fitting->request->span, DIAG_FIT_PAGES, (unsigned)tightest->layout->page_count,
             length_to_pt(style.size), (unsigned)pages, (unsigned)lines);
}

static void report_size(const Fitting *fitting, size_t pages)
{
    enum { PERCENT = 100 };
    FittedStyle style = stylesheet_fitted(fitting->sheet);
    diagnose(fitting->diagnostics, fitting->request->span, DIAG_FIT_SIZE, length_to_pt(style.size),
             (unsigned)(style.space * PERCENT + 0.5), (unsigned)pages);
}

// The most pages that a text of `pages` is to have; as many where it may stay as it is.
static size_t wanted_pages(const FitRequest *request, size_t pages)
{
    if (request->pages > 0 && pages > request->pages)
        return request->pages;
    size_t over = request->multiple > 0 ? pages % request->multiple : 0;
    return over < pages ? pages - over : pages;
}

const Layout *fit_layout(const Fitting *fitting)
{
    Trial natural = try_step(fitting, 0);
    size_t pages = natural.layout->page_count, wanted = wanted_pages(fitting->request, pages);
    if (wanted == pages)
        return take(fitting, &natural);
    Trial tightest = try_step(fitting, stylesheet_fit_steps(fitting->sheet) - 1);
    if (tightest.layout->page_count <= wanted) {
        Trial best = search(fitting, tightest, wanted);
        const Layout *layout = take(fitting, &best);
        report_size(fitting, layout->page_count);
        return layout;
    }
    bool is_limit = fitting->request->pages > 0 && pages > fitting->request->pages;
    if (is_limit) {
        report_excess(fitting, &tightest, wanted);
        return take(fitting, &tightest);
    }
    diagnose(fitting->diagnostics, fitting->request->span, DIAG_FIT_MULTIPLE, (unsigned)pages,
             (unsigned)fitting->request->multiple);
    return take(fitting, &natural);
}
