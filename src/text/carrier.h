// The font that fonts/carrier.c writes, as the text stage reads it: .notdef, a space, and glyphs that show nothing, in
// groups: those of the first are an em wide, of the second half an em, of the nth the nth part.
#ifndef HSPDF_TEXT_CARRIER_H
#define HSPDF_TEXT_CARRIER_H

enum { CARRIER_SPACE = 1, CARRIER_FIRST = 2, CARRIER_GROUPS = 10, CARRIERS_IN_GROUP = 64, CARRIER_EM = 1000 };
#define CARRIER_FILE "HspdfCarrier.ttf"

#endif
