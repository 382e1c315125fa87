// Private to src/text: what is shown as a picture in colour (UTS #51).
#ifndef HSPDF_TEXT_EMOJI_H
#define HSPDF_TEXT_EMOJI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether a grapheme asks for a picture: by nature, by variation selector 16, or as a sequence; not where selector 15
// asks for text.
bool grapheme_is_emoji(const uint32_t *characters, size_t count);

#endif
