// Private to src/text: the forms of Han, by the ISO 15924 codes that fonts.table names them with. HB_SCRIPT_HAN itself
// stands for a form that no staged font has by nature: Hong Kong's, which the full fonts shape by language.
#ifndef HSPDF_TEXT_HAN_H
#define HSPDF_TEXT_HAN_H

#include <hb.h>

#include "support/support.h"

#define HAN_SIMPLIFIED ((hb_script_t)HB_TAG('H', 'a', 'n', 's'))
#define HAN_TRADITIONAL ((hb_script_t)HB_TAG('H', 'a', 'n', 't'))
#define HAN_JAPANESE ((hb_script_t)HB_TAG('J', 'p', 'a', 'n'))
#define HAN_KOREAN ((hb_script_t)HB_TAG('K', 'o', 'r', 'e'))

// The form that a BCP 47 tag asks for; HB_SCRIPT_INVALID: the language says nothing of it. Chinese without a script or
// country is simplified.
hb_script_t han_form_of_language(Str lang);

// Scripts that are set with Han, and so by fonts of one form. Which form one of them tells of; HB_SCRIPT_INVALID: none.
bool script_is_east_asian(hb_script_t script);
hb_script_t han_form_of_script(hb_script_t script);

#endif
