// A template and its data, with a NUL between; the first byte of the data is their format.
#include <string.h>

#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const names[] = {"data.csv", "data.json", "data.yaml", "data"};
    const uint8_t *end = memchr(bytes, 0, size);
    if (!end || end + 1 == bytes + size)
        return 0;
    const uint8_t *data_bytes = end + 2;
    size_t data_size = (size_t)(bytes + size - data_bytes);
    hspdf_data *data = hspdf_data_open_bytes(fuzz_engine(), names[end[1] % 4], data_bytes, data_size);
    if (!data)
        fuzz_found("no data");
    for (int records = 0; records < 4 && hspdf_data_next(data); records++) {
        size_t record_size;
        const void *record = hspdf_data_record(data, &record_size);
        fuzz_compile((const char *)bytes, (size_t)(end - bytes), "document", record, record_size);
        hspdf_data_value(data, "name");
    }
    if (hspdf_data_status(data) == HSPDF_MACHINE)
        fuzz_found("the machine failed");
    hspdf_data_close(data);
    return 0;
}
