// The dictionaries of the languages that were met, opened once.
#include <errno.h>
#include <stdlib.h>

#include "text/engine.h"
#include "text/hyphenation.h"

struct Dictionary {
    Dictionary *next;
    Str lang;
    Hyphenator *hyphenator; // NULL: the language has none
};

static Dictionary *dictionary_new(Engine *engine, Str lang)
{
    Hyphenator *hyphenator = hyphenator_open(engine->data_folder, lang);
    int error = hyphenator ? 0 : errno;
    Dictionary *dictionary = calloc(1, sizeof *dictionary);
    char *bytes = malloc(lang.length + 1);
    if (error || !dictionary || !bytes) { // not kept: it is there, and may be readable the next time
        engine_note_lost(engine, "hyphenation", error ? error : ENOMEM);
        hyphenator_close(hyphenator);
        free(dictionary);
        free(bytes);
        return NULL;
    }
    memcpy(bytes, lang.bytes, lang.length);
    *dictionary = (Dictionary){
        .next = engine->dictionaries,
        .lang = {bytes, lang.length},
        .hyphenator = hyphenator,
    };
    return engine->dictionaries = dictionary;
}

size_t engine_hyphenate(Engine *engine, Str lang, Str text, uint32_t *offsets, size_t most)
{
    Dictionary *dictionary = engine->dictionaries;
    while (dictionary && !str_equal(dictionary->lang, lang))
        dictionary = dictionary->next;
    if (!dictionary && lang.length > 0)
        dictionary = dictionary_new(engine, lang);
    if (!dictionary || !dictionary->hyphenator)
        return 0;
    return hyphenator_find(dictionary->hyphenator, text, offsets, most);
}

void dictionaries_close(Engine *engine)
{
    for (Dictionary *dictionary = engine->dictionaries; dictionary;) {
        Dictionary *next = dictionary->next;
        hyphenator_close(dictionary->hyphenator);
        free((char *)dictionary->lang.bytes);
        free(dictionary);
        dictionary = next;
    }
}
