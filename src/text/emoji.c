// Emoji are told by their grapheme, which holds a whole sequence of UTS #51: a base with its modifiers, parts joined by
// ZWJ, a pair of regional indicators, a key with its cap.
#include "text/emoji.h"

#include "text/staged.h"

enum {
    ZERO_WIDTH_JOINER = 0x200D,
    KEYCAP = 0x20E3,
    TEXT_STYLE = 0xFE0E, // variation selector 15
    EMOJI_STYLE = 0xFE0F,
    MODIFIER_FIRST = 0x1F3FB, // of skin
    MODIFIER_LAST = 0x1F3FF,
    REGIONAL_FIRST = 0x1F1E6,
    REGIONAL_LAST = 0x1F1FF,
    EMOJI_FIRST = 0x23, // '#', of keycaps
};

static bool is_regional(uint32_t character)
{
    return character >= REGIONAL_FIRST && character <= REGIONAL_LAST;
}

bool grapheme_is_emoji(const uint32_t *characters, size_t count)
{
    if (count == 0 || characters[0] < EMOJI_FIRST || !ranges_have(emoji_ranges, emoji_ranges_count, characters[0]))
        return false;
    if (is_regional(characters[0]))
        return count > 1 && is_regional(characters[1]);
    for (size_t i = 1; i < count; i++) {
        bool is_skin = characters[i] >= MODIFIER_FIRST && characters[i] <= MODIFIER_LAST;
        if (characters[i] == TEXT_STYLE)
            return false;
        if (characters[i] == EMOJI_STYLE || characters[i] == ZERO_WIDTH_JOINER || characters[i] == KEYCAP || is_skin)
            return true;
    }
    return ranges_have(emoji_presentation_ranges, emoji_presentation_ranges_count, characters[0]);
}
