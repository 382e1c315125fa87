// Times, as the batch counts them.
#ifndef HSPDF_BATCH_CLOCK_H
#define HSPDF_BATCH_CLOCK_H

#include <stdint.h>
#include <time.h>

// A file that changed less than this before it was read may change again without another time stamp, as git's index
// knows ("racy git"): such a look is not kept, so that the content is compared the next time.
#define RACY_NS ((int64_t)2 * 1000 * 1000 * 1000)

static inline int64_t timespec_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static inline int64_t clock_ns(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return timespec_ns(time);
}

// Since some moment of the past, never set back.
static inline int64_t clock_ms(void)
{
    return clock_ns(CLOCK_MONOTONIC) / 1000000;
}

#endif
