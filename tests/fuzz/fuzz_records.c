// CSV, JSON and YAML records alone; the first byte is the format.
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const names[] = {"data.csv", "data.json", "data.yaml", "data"};
    if (size == 0)
        return 0;
    hspdf_data *data = hspdf_data_open_bytes(fuzz_engine(), names[bytes[0] % 4], bytes + 1, size - 1);
    if (!data)
        fuzz_found("no data");
    while (hspdf_data_next(data)) {
        size_t record_size;
        if (!hspdf_data_record(data, &record_size) || hspdf_data_number(data) == 0)
            fuzz_found("no record");
        hspdf_data_value(data, "a.b");
    }
    if (hspdf_data_status(data) == HSPDF_REFUSED && hspdf_data_diagnostic_count(data) == 0)
        fuzz_found("refused without a word");
    if (hspdf_data_status(data) == HSPDF_MACHINE)
        fuzz_found("the machine failed");
    hspdf_data_close(data);
    return 0;
}
