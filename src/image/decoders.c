#include "decoders.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/module.h"

static const char *const files[] = {[MODULE_RASTER] = "hspdf-raster.so", [MODULE_SVG] = "hspdf-svg.so"};

struct ImageDecoders {
    ImageModule modules[MODULE_COUNT];
    char *data_folder, *font_folder;
};

ImageDecoders *image_decoders_open(const char *data_folder)
{
    ImageDecoders *decoders = calloc(1, sizeof *decoders);
    if (!decoders)
        return NULL;
    decoders->data_folder = strdup(data_folder);
    if (asprintf(&decoders->font_folder, "%s/fonts", data_folder) < 0)
        decoders->font_folder = NULL;
    if (decoders->data_folder && decoders->font_folder)
        return decoders;
    image_decoders_close(decoders);
    return NULL;
}

void image_decoders_close(ImageDecoders *decoders)
{
    if (!decoders)
        return;
    for (int i = 0; i < MODULE_COUNT; i++) {
        ImageModule *module = &decoders->modules[i];
        if (module->session)
            module->decoder->close(module->session);
        if (module->library)
            dlclose(module->library);
    }
    free(decoders->data_folder);
    free(decoders->font_folder);
    free(decoders);
}

static void load(ImageDecoders *decoders, ModuleKind kind, ImageModule *module)
{
    errno = 0;
    module->library = module_open(decoders->data_folder, files[kind], module->fault, sizeof module->fault);
    module->decoder = module->library ? dlsym(module->library, DECODER_SYMBOL) : NULL;
    if (module->decoder && module->decoder->version == DECODER_VERSION)
        module->session = module->decoder->open(decoders->font_folder);
    module->was_looked_for = module->session || errno != ENOMEM; // there may be memory for it the next time
    if (!module->was_looked_for && module->library)
        dlclose(module->library);
}

const ImageModule *image_module_find(ImageDecoders *decoders, ModuleKind kind)
{
    ImageModule *module = &decoders->modules[kind];
    if (!module->was_looked_for)
        load(decoders, kind, module);
    return module->session ? module : NULL;
}

const char *image_module_fault(const ImageDecoders *decoders, ModuleKind kind)
{
    const char *fault = decoders->modules[kind].fault;
    return *fault ? fault : NULL;
}
