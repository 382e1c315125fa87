// What a library that ends the process does to one compilation.
#ifndef HSPDF_CLI_ABORT_H
#define HSPDF_CLI_ABORT_H

// GLib and cmark-gfm end the process when an allocation fails, and others crash: from here on that is a message and
// exit status 3, as any other failure of the machine. Not for processes whose parent tells what became of them.
void abort_is_machine_failure(void);

#endif
