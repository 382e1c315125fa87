// Which form of Han a text wants: a country's own shape of the characters that China, Japan and Korea share.
//
// The language tells. Where it is none of theirs, kana tell Japanese and Hangul Korean; else Chinese, simplified, is
// what is written most. HarfBuzz knows which languages a font tells apart (`locl`), and is asked, so that choice of
// font and shaping agree.
#include "text/han.h"

#include <hb-ot.h>

static const struct {
    hb_tag_t language; // of OpenType
    hb_script_t form;
} forms[] = {
    {HB_TAG('Z', 'H', 'S', ' '), HAN_SIMPLIFIED}, {HB_TAG('Z', 'H', 'T', ' '), HAN_TRADITIONAL},
    {HB_TAG('Z', 'H', 'H', ' '), HB_SCRIPT_HAN},  {HB_TAG('Z', 'H', 'T', 'M'), HB_SCRIPT_HAN},
    {HB_TAG('J', 'A', 'N', ' '), HAN_JAPANESE},   {HB_TAG('K', 'O', 'R', ' '), HAN_KOREAN},
};

hb_script_t han_form_of_language(Str lang)
{
    hb_tag_t scripts[1], languages[1];
    unsigned script_count = 1, language_count = 1;
    hb_language_t language = hb_language_from_string(lang.bytes, (int)lang.length);
    hb_ot_tags_from_script_and_language(HB_SCRIPT_HAN, language, &script_count, scripts, &language_count, languages);
    for (size_t i = 0; language_count > 0 && i < sizeof forms / sizeof *forms; i++) {
        if (forms[i].language == languages[0])
            return forms[i].form;
    }
    return HB_SCRIPT_INVALID;
}

bool script_is_east_asian(hb_script_t script)
{
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA ||
           script == HB_SCRIPT_HANGUL || script == HB_SCRIPT_BOPOMOFO;
}

hb_script_t han_form_of_script(hb_script_t script)
{
    if (script == HB_SCRIPT_HIRAGANA || script == HB_SCRIPT_KATAKANA)
        return HAN_JAPANESE;
    return script == HB_SCRIPT_HANGUL ? HAN_KOREAN : HB_SCRIPT_INVALID;
}
