// What becomes of a library that ends the process.
#ifndef HSPDF_REPORT_ABORT_H
#define HSPDF_REPORT_ABORT_H

// GLib and cmark-gfm end the process when an allocation fails, and others crash: from here on that is a message and
// exit status 3, as any other failure of the machine.
void abort_is_machine_failure(void);

// The signal again, for a process whose parent tells what became of it.
void abort_is_signal(void);

#endif
