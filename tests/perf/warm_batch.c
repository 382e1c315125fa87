// What a worker of `hspdf batch` does, in one process that ends by itself: a text filled from each record of a file, by
// one engine. The workers end by a signal, before callgrind has told what it counted.
//
//     warm_batch DATA-FOLDER TEXT.md RECORDS.csv
#include <hspdf.h>
#include <stdio.h>

// Gives the number of bytes, 0 for none.
static size_t compile_record(hspdf_engine *engine, hspdf_request *request, const hspdf_data *data)
{
    size_t record_size, size = 0;
    const void *record = hspdf_data_record(data, &record_size);
    hspdf_request_set_record(request, "a record", record, record_size);
    hspdf_result *result = hspdf_compile(engine, request);
    hspdf_result_bytes(result, &size);
    hspdf_result_close(result);
    return size;
}

int main(int argc, char **argv)
{
    char error[256];
    if (argc != 4)
        return 2;
    hspdf_engine *engine = hspdf_engine_open(argv[1], 0, error, sizeof error);
    if (!engine)
        return fprintf(stderr, "%s\n", error), 1;
    hspdf_request *request = hspdf_request_open();
    hspdf_request_add_file(request, argv[2]);
    hspdf_data *data = hspdf_data_open(engine, argv[3]);
    int failed = 0;
    while (!failed && hspdf_data_next(data))
        failed = compile_record(engine, request, data) == 0;
    failed |= hspdf_data_status(data) != HSPDF_OK || hspdf_data_number(data) == 0;
    hspdf_data_close(data);
    hspdf_request_close(request);
    hspdf_engine_close(engine);
    return failed;
}
