// The program is known by its build ID, libraries by their versions, the data folder by names and sizes: styles are
// among the files that a result was made of, fonts have a fingerprint in the version, dictionaries seldom change.
#include "program.h"

#include <elf.h>
#include <fts.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "packet.h"

static int put_version(void *context, const void *bytes, size_t size)
{
    packet_put(context, bytes, size);
    return 0;
}

// The notes of the first object, which is the program.
static int put_notes(struct dl_phdr_info *info, size_t size, void *context)
{
    (void)size;
    for (size_t i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_NOTE)
            packet_put(context, (const void *)(info->dlpi_addr + header->p_vaddr), header->p_memsz);
    }
    return 1;
}

static int compare_entries(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static void put_folder(Packet *packet, const char *path)
{
    char *paths[] = {(char *)path, NULL};
    FTS *folder = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, compare_entries);
    for (FTSENT *entry; folder && (entry = fts_read(folder));) {
        if (entry->fts_info != FTS_F)
            continue;
        packet_put_text(packet, entry->fts_name);
        packet_put_u64(packet, (uint64_t)entry->fts_statp->st_size);
    }
    if (folder)
        fts_close(folder);
}

Digest program_digest(const BatchOptions *options)
{
    Packet packet = {0};
    packet_put_text(&packet, hspdf_version());
    hspdf_version_details(put_version, &packet);
    dl_iterate_phdr(put_notes, &packet);
    if (options->data_folder)
        put_folder(&packet, options->data_folder);
    packet_put_u32(&packet, options->use_system_fonts);
    for (size_t i = 0; options->settings[i][0]; i++) {
        packet_put_text(&packet, options->settings[i][0]);
        packet_put_text(&packet, options->settings[i][1]);
    }
    for (size_t i = 0; i < options->field_count; i++) {
        packet_put_text(&packet, options->fields[i].key);
        packet_put_text(&packet, options->fields[i].value);
    }
    Digest digest = digest_of(packet.bytes, packet.length);
    free(packet.bytes);
    return digest;
}

Digest output_key(const Digest *program, const Job *job)
{
    Packet packet = {0};
    packet_put(&packet, program->bytes, sizeof program->bytes);
    packet_put_text(&packet, job->source);
    packet_put(&packet, job->record, job->record_size);
    Digest digest = digest_of(packet.bytes, packet.length);
    free(packet.bytes);
    return digest;
}
