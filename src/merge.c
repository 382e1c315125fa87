// The public face of merging, around compile/merged.c.
#include <locale.h>
#include <stdlib.h>

#include "public.h"

struct hspdf_merge {
    hspdf_engine *engine;
    Merged *merged;
    const char *label;
};

hspdf_merge *hspdf_merge_open(hspdf_engine *engine)
{
    hspdf_merge *merge = calloc(1, sizeof *merge);
    if (!merge)
        return NULL;
    *merge = (hspdf_merge){.engine = engine, .merged = public_merged_open(engine)};
    if (merge->merged)
        return merge;
    free(merge);
    return NULL;
}

void hspdf_merge_close(hspdf_merge *merge)
{
    if (!merge)
        return;
    merged_close(merge->merged);
    free(merge);
}

static CompileResult look(void *context, const CompileRequest *request)
{
    return merged_look(((hspdf_merge *)context)->merged, request);
}

hspdf_result *hspdf_merge_look(hspdf_merge *merge, const hspdf_request *request)
{
    return public_compile(merge->engine, request, &(PublicCall){look, merge});
}

static CompileResult add(void *context, const CompileRequest *request)
{
    const hspdf_merge *merge = context;
    return merged_add(merge->merged, request, str_from(merge->label));
}

hspdf_result *hspdf_merge_add(hspdf_merge *merge, const hspdf_request *request, const char *label)
{
    merge->label = label;
    return public_compile(merge->engine, request, &(PublicCall){add, merge});
}

hspdf_status hspdf_merge_turn(hspdf_merge *merge, const hspdf_request *request, const char *title)
{
    // Numbers in the PDF have a point, whatever the program around the library has chosen by setlocale.
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!plain)
        return HSPDF_MACHINE;
    locale_t callers = uselocale(plain);
    bool is_done = merged_turn(merge->merged, str_from(title), str_from(public_date(request)));
    uselocale(callers);
    freelocale(plain);
    return is_done ? HSPDF_OK : HSPDF_MACHINE;
}

hspdf_status hspdf_merge_end(hspdf_merge *merge, const void **bytes, size_t *size)
{
    Str finished = {0};
    if (!merged_end(merge->merged, &finished))
        return HSPDF_MACHINE;
    *bytes = finished.bytes;
    *size = finished.length;
    return HSPDF_OK;
}

size_t hspdf_merge_page_count(const hspdf_merge *merge)
{
    return merged_page_count(merge->merged);
}
