// The words of a language are in styles/locale, in a file of their own: all of them would cost a page a quarter of its
// time.
#include <unistd.h>

#include "style/sheet.h"
#include "style/style.h"

// Tags are the author's, and here they become a file's name.
static bool is_tag(Str lang)
{
    for (uint32_t i = 0; i < lang.length; i++) {
        char byte = lang.bytes[i], lower = (char)(byte | 0x20);
        if (byte != '-' && (lower < 'a' || lower > 'z') && (byte < '0' || byte > '9'))
            return false;
    }
    return lang.length > 0;
}

// The phrases of exactly this language; NULL where there are none.
static const Value *phrases_read(Stylesheet *sheet, Str lang)
{
    Str path = arena_format(sheet->arena, "%s/styles/locale/%.*s.yaml", sheet->data_folder, STR_ARGS(lang));
    if (!is_tag(lang) || access(path.bytes, F_OK) != 0)
        return NULL;
    Status status = STATUS_OK;
    const Source *file = source_read(sheet->sources, path.bytes, SOURCE_WHOLE, sheet->diagnostics, &status);
    return file ? yaml_parse(sheet->arena, file->text, file->id, 0, sheet->diagnostics) : NULL;
}

static const Value *phrases_find(Stylesheet *sheet, Str lang)
{
    for (size_t i = 0; i < sheet->phrase_set_count; i++) {
        if (str_equal(sheet->phrase_sets[i].lang, lang))
            return sheet->phrase_sets[i].phrases;
    }
    const Value *phrases = phrases_read(sheet, lang);
    *arena_push(sheet->arena, sheet->phrase_sets, sheet->phrase_set_count, sheet->phrase_set_capacity) =
        (PhraseSet){lang, phrases};
    return phrases;
}

Str stylesheet_phrase_in(Stylesheet *sheet, Str lang, Str key)
{
    // "zh-Hant-TW" is looked for as it is, then without its last subtag, and so on; at last in English.
    const Value *phrase = NULL;
    while (!phrase && lang.length > 0) {
        phrase = value_find(phrases_find(sheet, lang), key);
        do
            lang.length--;
        while (lang.length > 0 && lang.bytes[lang.length] != '-');
    }
    if (!phrase)
        phrase = value_find(phrases_find(sheet, STR("en")), key);
    return phrase ? phrase->text : key;
}

Str stylesheet_phrase(Stylesheet *sheet, Str key)
{
    return stylesheet_phrase_in(sheet, sheet->lang, key);
}
