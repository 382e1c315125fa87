# The files of a web page as one C file, for src/watch/serve/files.h.
#     cmake -DOUT=files.c -DFOLDER=src/watch/serve -P embed.cmake
set(code "#include \"watch/serve/files.h\"\n")
foreach(suffix html css js)
    file(READ ${FOLDER}/page.${suffix} bytes HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
    string(APPEND code "static const unsigned char ${suffix}[] = {${bytes}};\n"
        "const PageFile page_${suffix} = {${suffix}, sizeof ${suffix}};\n")
endforeach()
file(WRITE ${OUT} "${code}")
