#ifndef HSPDF_BATCH_FAIL_H
#define HSPDF_BATCH_FAIL_H

// "hspdf: ", a message and a line's end on standard error, made visible. Gives `status`.
int fail(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
