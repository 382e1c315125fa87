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
