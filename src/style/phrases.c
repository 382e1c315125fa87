// styles/locale/phrases.yaml has a member for each language, which starts a line. Only that of the language is parsed:
// all of them would add 5.1 M instructions to the 17.9 M that a page takes from start to exit.
#include "style/style.h"

#include "style/sheet.h"

static bool starts_member(Str text, Str lang)
{
    return str_starts_with(text, lang) && text.length > lang.length && text.bytes[lang.length] == ':';
}

// Where the first line from `start` on that is not indented, and no comment, begins; text.length where there is none.
static uint32_t next_member(Str text, uint32_t start)
{
    while (start < text.length) {
        const char *end = memchr(text.bytes + start, '\n', text.length - start);
        start = end ? (uint32_t)(end - text.bytes) + 1 : text.length;
        if (start < text.length && text.bytes[start] != ' ' && text.bytes[start] != '#' && text.bytes[start] != '\n')
            break;
    }
    return start;
}

// The phrases of exactly this language; NULL where there are none.
static const Value *phrases_read(Stylesheet *sheet, Str lang)
{
    const Source *file = sheet->phrase_file;
    for (uint32_t start = 0; start < file->text.length; start = next_member(file->text, start)) {
        if (!starts_member(str_from_offset(file->text, start), lang))
            continue;
        Str member = {file->text.bytes + start, next_member(file->text, start) - start};
        return value_find(yaml_parse(sheet->arena, member, file->id, start, sheet->diagnostics), lang);
    }
    return NULL;
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
    if (!sheet->phrase_file) {
        Status status = STATUS_OK;
        Str path = arena_format(sheet->arena, "%s/styles/locale/phrases.yaml", sheet->data_folder);
        sheet->phrase_file = source_read(sheet->sources, path.bytes, SOURCE_WHOLE, sheet->diagnostics, &status);
    }
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
