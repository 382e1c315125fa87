// Khmer, Lao and Burmese put no spaces between words, and a line breaks between words. A module finds them by
// dictionary; it is loaded when the first such text is met. Where it is not there, such text breaks at its spaces
// alone.
#include <dlfcn.h>
#include <errno.h>

#include "support/module.h"
#include "text/breaks.h"
#include "text/word_module.h"

static const struct {
    uint16_t first, last;
    const char *language;
} scripts[] = {
    {0x0E80, 0x0EFF, "lo"}, {0x1000, 0x109F, "my"}, {0x1780, 0x17FF, "km"},
    {0x19E0, 0x19FF, "km"}, {0xA9E0, 0xA9FF, "my"}, {0xAA60, 0xAA7F, "my"},
};

// The language whose dictionary serves the character, or NULL.
static const char *dictionary_language(uint32_t code)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        if (code >= scripts[i].first && code <= scripts[i].last)
            return scripts[i].language;
    }
    return NULL;
}

static void load(WordModule *module, const char *data_folder)
{
    module->handle = module_open(data_folder, WORD_MODULE, module->fault, sizeof module->fault);
    module->was_looked_for = module->handle || errno != ENOMEM; // there may be memory for it the next time
    void *function = module->handle ? dlsym(module->handle, WORD_BREAKS) : NULL;
    memcpy(&module->breaks, &function, sizeof function); // ISO C has no cast from object to function
}

void word_module_close(WordModule *module)
{
    if (module->handle)
        dlclose(module->handle);
}

// Said of the document as a whole, so that it is said once.
static void diagnose_missing(const Analysis *analysis, size_t index)
{
    const Node *node = analysis->runs[analysis->characters[index].run].node;
    Span whole = node ? (Span){.source = node->span.source} : SPAN_NONE;
    diagnose(analysis->diagnostics, whole, DIAG_BREAKS_MISSING);
}

// Finds the words of characters `start` to `end`, all of the scripts of one language, all below U+10000.
static void find_words(Analysis *analysis, size_t start, size_t end, const char *language)
{
    Engine *engine = analysis->engine;
    if (!engine->word_module.was_looked_for)
        load(&engine->word_module, engine->data_folder);
    if (!engine->word_module.was_looked_for)
        arena_exhausted(analysis->arena);
    size_t count = end - start;
    uint16_t *text = arena_array(analysis->arena, uint16_t, count);
    bool *breaks = arena_array(analysis->arena, bool, count);
    for (size_t i = 0; i < count; i++)
        text[i] = (uint16_t)analysis->characters[start + i].code;
    errno = 0;
    if (!engine->word_module.breaks || !engine->word_module.breaks(language, text, count, breaks)) {
        arena_check_errno(analysis->arena);
        if (engine->word_module.fault[0])
            diagnose_machine_why(analysis->diagnostics, SPAN_NONE, WORD_MODULE, engine->word_module.fault);
        diagnose_missing(analysis, start);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        if (breaks[i] && (analysis->breaks[start + i] & GRAPHEME_START))
            analysis->breaks[start + i] |= MAY_BREAK;
    }
}

void breaks_find_words(Analysis *analysis)
{
    const Character *characters = analysis->characters;
    for (size_t start = 0, end; start < analysis->character_count; start = end) {
        end = start + 1;
        const char *language = dictionary_language(characters[start].code);
        if (!language)
            continue;
        while (end < analysis->character_count && dictionary_language(characters[end].code) == language)
            end++;
        if (end - start > 1)
            find_words(analysis, start, end, language);
    }
}
