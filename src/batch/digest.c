#include "digest.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

Digest digest_of(const void *bytes, size_t size)
{
    struct sha256_ctx context;
    Digest digest;
    sha256_init(&context);
    if (size > 0)
        sha256_update(&context, size, bytes);
    sha256_digest(&context, sizeof digest.bytes, digest.bytes);
    return digest;
}

bool digest_of_file(int folder, const char *path, Digest *digest)
{
    int file = openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    struct stat info;
    if (file < 0)
        return false;
    struct sha256_ctx context;
    sha256_init(&context);
    unsigned char buffer[64 * 1024];
    ssize_t got = fstat(file, &info) == 0 && S_ISREG(info.st_mode) ? 1 : -1;
    while (got > 0 && (got = read(file, buffer, sizeof buffer)) > 0)
        sha256_update(&context, (size_t)got, buffer);
    close(file);
    sha256_digest(&context, sizeof digest->bytes, digest->bytes);
    return got == 0;
}

void digest_print(const Digest *digest, char text[DIGEST_TEXT_BYTES])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        text[2 * i] = digits[digest->bytes[i] >> 4];
        text[2 * i + 1] = digits[digest->bytes[i] & 15];
    }
    text[2 * sizeof digest->bytes] = '\0';
}

static int digit_value(char digit)
{
    return digit >= '0' && digit <= '9' ? digit - '0' : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

bool digest_parse(const char *text, Digest *digest)
{
    for (size_t i = 0; i < sizeof digest->bytes; i++) {
        int high = digit_value(text[2 * i]);
        int low = high < 0 ? -1 : digit_value(text[2 * i + 1]);
        if (low < 0)
            return false;
        digest->bytes[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}
