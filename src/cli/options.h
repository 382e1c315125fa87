// clang-format off
// What the command line takes, one row a fact. Parser, --help, the hints for misspelt options and the man page
// (tools/make_man.c) are made from these rows: an includer defines the macros that it reads, the others are empty.
//
// A value name with bars lists all that the option takes, and the parser refuses anything else.

#ifndef COMMAND
#define COMMAND(id, name, operands, help)
#endif
#ifndef GROUP
#define GROUP(id, title)
#endif
#ifndef OPTION
#define OPTION(id, long_name, short_name, value, commands, group, help)
#endif
#ifndef ABOUT
#define ABOUT(paragraph)
#endif
#ifndef EXAMPLE
#define EXAMPLE(command_line, meaning)
#endif
#ifndef EXIT_STATUS
#define EXIT_STATUS(number, meaning)
#endif
#ifndef ENVIRONMENT
#define ENVIRONMENT(name, meaning)
#endif


ABOUT("hspdf compiles Markdown with YAML front matter into a paginated, print-ready PDF. The same input gives the same bytes, whatever fonts, time zone or locale a machine has.")
ABOUT("INPUT is a file, '-' for standard input, or a folder, which stands for its *.md in the order of the 'ordering' in their front matter, then by name. Several inputs make one document, each from a new page. Without -o the output lies beside the first input, with the suffix .pdf.")

//      id        name      operands                        one line of help
COMMAND(COMPILE,  "",       "[OPTION]... INPUT... [-o FILE]", "make one PDF of the inputs")
COMMAND(BATCH,    "batch",  "[OPTION]... INPUT... -o DIR",    "make a PDF of each input, or of each *.md below a folder")
COMMAND(WATCH,    "watch",  "[OPTION]... INPUT... [-o FILE|DIR/]", "compile again whenever an input changes, until Ctrl-C")
COMMAND(CHECK,    "check",  "[OPTION]... INPUT...",           "say what is wrong with the inputs; write nothing")
COMMAND(REPORT,   "report", "merge REPORT... [-o FILE]",      "join the reports of shards; find what is missing")
COMMAND(FONTS,    "fonts",  "[OPTION]...",                    "list the fonts and the scripts that they cover")
COMMAND(STYLES,   "styles", "[OPTION]...",                    "list the styles, or explain what they say")

GROUP(INPUT,   "Input")
GROUP(OUTPUT,  "Output")
GROUP(LOOK,    "Look")
GROUP(REPORT,  "Diagnostics")
GROUP(GENERAL, "General")

//     id            long            short value              commands                 group    one line of help
OPTION(BASE,         "base",         0,    "DIR",             FOR_BATCH | FOR_WATCH,               OUTPUT,  "files that are given by name keep their folders below DIR; else their names alone count")
OPTION(DATA,         "data",         0,    "FILE",            FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, INPUT, "fill fields such as {{name}} from this file of CSV, JSON or YAML, which holds one record, or for batch one record a PDF; '-' is standard input")
OPTION(DATE,         "date",         0,    "DATE",            FOR_COMPILE | FOR_BATCH | FOR_WATCH, OUTPUT,  "write this as the date when the PDF was made, such as 2026-03-05 or 2026-03-05T08:30:00+01:00; else SOURCE_DATE_EPOCH, else none is written")
OPTION(DEPFILE,      "depfile",      0,    "FILE",            FOR_COMPILE | FOR_BATCH | FOR_WATCH, OUTPUT,  "write what each PDF was made of, as rules for make and ninja")
OPTION(DIAGNOSTICS,  "diagnostics",  0,    "text|json|github|sarif", FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, REPORT, "write diagnostics as text, as one JSON object a line, as annotations of GitHub's, or as one SARIF 2.1.0 document")
OPTION(DPI,          "dpi",          0,    "N",               FOR_COMPILE | FOR_WATCH,             OUTPUT,  "dots an inch of a PNG, 10 to 600; else 150")
OPTION(DUMP,         "dump",         0,    "document|layout", FOR_COMPILE,             OUTPUT,  "write the document's tree, or the boxes on the pages, as text instead of a PDF")
OPTION(EXPLAIN,      "explain",      0,    "KEY",             FOR_STYLES,              GENERAL, "say what a key of a style takes and does, as size, heading-1.size or table")
OPTION(FILES_FROM,   "files-from",   0,    "FILE",            FOR_BATCH,               INPUT,   "read the names of inputs from FILE, or from standard input for '-', one a line, or ended by NUL")
OPTION(FLAT,         "flat",         0,    NULL,              FOR_BATCH | FOR_WATCH,               OUTPUT,  "write all PDFs into one folder")
OPTION(FORCE,        "force",        0,    NULL,              FOR_BATCH,               OUTPUT,  "compile what has not changed, too")
OPTION(FORMAT,       "format",       0,    "pdf|png|sheet|svg", FOR_COMPILE | FOR_WATCH,           OUTPUT,  "write a PDF, or a picture of each page (leaflet-1.png, ...), or one PNG of all pages")
OPTION(HELP,         "help",         'h',  NULL,              FOR_ANY,                 GENERAL, "show this help")
OPTION(JOBS,         "jobs",         'j',  "NUMBER",          FOR_BATCH | FOR_WATCH,               GENERAL, "use this many processes; else as many as there are cores to be used")
OPTION(LIMIT,        "limit",        0,    "NAME=VALUE",      FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, GENERAL, "what a document may cost, as pages=20, source=2M or time=5s; beyond it, it is refused; may be given many times; the limits stand below")
OPTION(MERGE,        "merge",        0,    "FILE",            FOR_BATCH,               OUTPUT,  "put the letters of all records into one file to print, each with page numbers of its own")
OPTION(NAME,         "name",         0,    "TEMPLATE",        FOR_BATCH | FOR_WATCH,               OUTPUT,  "name PDFs by the record or front matter, as '{{lang}}/{{reference}}.pdf'; {{name}} and {{folder}} are the input's, {{number}} is the record's")
OPTION(OUTPUT,       "output",       'o',  "PATH",            FOR_COMPILE | FOR_BATCH | FOR_REPORT | FOR_WATCH, OUTPUT,  "write here; '-' is standard output; for batch, a folder")
OPTION(PAPER,        "paper",        0,    "SIZE",            FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, LOOK,    "a4, letter, a5, legal, or WIDTHxHEIGHT such as 210x297mm")
OPTION(PRUNE,        "prune",        0,    NULL,              FOR_BATCH | FOR_WATCH,               OUTPUT,  "remove PDFs that an earlier batch wrote and whose source is gone")
OPTION(QUIET,        "quiet",        'q',  NULL,              FOR_BATCH | FOR_WATCH,               REPORT,  "say only what failed")
OPTION(REPORT,       "report",       0,    "FILE",            FOR_BATCH | FOR_WATCH,               REPORT,  "write what became of each input as JSON or, to a name that ends with .xml, as JUnit's XML")
OPTION(ROOT,         "root",         0,    "DIR",             FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, INPUT,   "let images be read from this folder and below, and from nowhere else; else it is the nearest folder above the input that holds .git or hspdf.yaml, or the input's own")
OPTION(SANDBOX,      "sandbox",      0,    "strict|on|off",   FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, GENERAL, "compile without power over other files, programs and the network: as far as this kernel helps, which is how it is done where nothing is said; strict: or not at all; off")
OPTION(SERVE,        "serve",        0,    NULL,              FOR_WATCH,               OUTPUT,  "show the pages in a browser on this machine, at the address that is printed; they change in place")
OPTION(SET,          "set",          0,    "KEY=VALUE",       FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, INPUT,   "fill the field KEY, which may be dotted, with VALUE; may be given many times")
OPTION(SHARD,        "shard",        0,    "I/N",             FOR_BATCH,               INPUT,   "do the part I, from 1, of N equal parts, by the names of the outputs, or what the records hold")
OPTION(STRICT,       "strict",       0,    NULL,              FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, REPORT,  "make warnings errors")
OPTION(STYLE,        "style",        0,    "NAME",            FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_WATCH, LOOK,    "use this style; 'hspdf styles' lists them; the name of a file ends with .yaml")
OPTION(SYSTEM_FONTS, "system-fonts", 0,    NULL,              FOR_COMPILE | FOR_CHECK | FOR_BATCH | FOR_FONTS | FOR_WATCH, LOOK, "let this machine's fonts serve characters that hspdf's own lack; pages then differ between machines")
OPTION(TIMEOUT,      "timeout",      0,    "SECONDS",         FOR_BATCH | FOR_WATCH,               GENERAL, "stop a document that takes longer; else 120")
OPTION(VERBOSE,      "verbose",      'v',  NULL,              FOR_BATCH | FOR_WATCH,               REPORT,  "say what became of each input")
OPTION(VERSION,      "version",      0,    NULL,              FOR_ANY,                 GENERAL, "show the versions of hspdf, its libraries and its fonts")

EXAMPLE("hspdf leaflet.md",                         "make leaflet.pdf beside it")
EXAMPLE("hspdf leaflet.md --paper=letter",          "choose the paper")
EXAMPLE("hspdf letter.md consent.md -o visit.pdf",  "put two texts into one document")
EXAMPLE("hspdf handbook/",                          "make handbook.pdf of its chapters")
EXAMPLE("hspdf check --strict texts/*.md",          "find what would print wrong")
EXAMPLE("hspdf letter.md --data ada.yaml",          "fill the fields of a letter")
EXAMPLE("hspdf batch texts/ -o out/",               "make a PDF of each, if changed")
EXAMPLE("hspdf batch letter.md --data all.csv -o out/",   "make a letter to each")
EXAMPLE("hspdf batch letter.md --data all.csv --merge a.pdf", "all letters in one file")
EXAMPLE("hspdf watch leaflet.md --serve",           "see it change while it is written")
EXAMPLE("sed s/NAME/Ada/ in.md | hspdf - -o a.pdf", "compile what another program writes")

EXIT_STATUS(0, "all was written, or nothing was found")
EXIT_STATUS(1, "an input was refused, or a check found an error; nothing was written")
EXIT_STATUS(2, "the command line is wrong")
EXIT_STATUS(3, "the machine failed: disk full, no permission, out of memory")

ENVIRONMENT("SOURCE_DATE_EPOCH", "the date when the PDF was made, in seconds since 1970, where --date does not give one")
ENVIRONMENT("HSPDF_DATA", "the folder that holds fonts and styles, in place of the installed one")


#undef COMMAND
#undef GROUP
#undef OPTION
#undef ABOUT
#undef EXAMPLE
#undef EXIT_STATUS
#undef ENVIRONMENT
