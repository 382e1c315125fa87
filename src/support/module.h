// Shared objects that are loaded when they are first needed, since what they link to costs more than a leaflet takes.
#ifndef HSPDF_SUPPORT_MODULE_H
#define HSPDF_SUPPORT_MODULE_H

#include <stddef.h>

// Opens a module by its file's name. It is looked for beside the data, then in the library's folder of the same tree
// (an installed one, a moved one, a build's), then where it was configured to be installed. NULL where it is not there;
// or where it is and can not be loaded, which `fault` tells, else empty. To be closed by dlclose, though it stays in
// memory: the libraries behind it keep state for the process.
void *module_open(const char *data_folder, const char *file, char *fault, size_t fault_size);

#endif
