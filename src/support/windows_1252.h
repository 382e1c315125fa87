// Windows-1252 where it differs from ISO 8859-1: bytes 0x80 to 0x9F, as the HTML standard lists them, section
// 13.2.5.80. The one encoding that old spreadsheets and pages are taken to be in when they are not UTF-8.
#ifndef HSPDF_SUPPORT_WINDOWS_1252_H
#define HSPDF_SUPPORT_WINDOWS_1252_H

#include <stdint.h>

// 0 where the byte is no character.
static inline uint32_t windows_1252(unsigned char byte)
{
    static const uint16_t upper[] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
    };
    return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;
}

#endif
