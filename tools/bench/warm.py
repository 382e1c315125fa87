"""Compiles each source of a folder in one process, as a service would: warm.py typst|weasyprint FOLDER OUT [FONTS]."""

import pathlib
import sys


def typst(sources, out, fonts):
    import typst as binding
    compiler = binding.Compiler(root=str(sources[0].parent), font_paths=[fonts], ignore_system_fonts=True)
    for source in sources:
        compiler.compile(input=str(source), output=str(out / (source.stem + ".pdf")), pdf_standards=["ua-1"])


def weasyprint(sources, out):
    import weasyprint as library
    from weasyprint.text.fonts import FontConfiguration
    configuration = FontConfiguration()
    for source in sources:
        library.HTML(str(source)).write_pdf(str(out / (source.stem + ".pdf")), font_config=configuration,
                                            pdf_variant="pdf/ua-1")


folder, target = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
{"typst": typst, "weasyprint": weasyprint}[sys.argv[1]](sorted(folder.iterdir()), target, *sys.argv[4:])
