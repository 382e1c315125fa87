# Run by CPack on the staged tree: what Debian's policy asks of a package and `cmake --install` does not do.
set(share ${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
set(documents ${share}/doc/hspdf)

string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC) # of SOURCE_DATE_EPOCH, where that is set
file(WRITE ${documents}/changelog "hspdf (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium\n
  * Version ${CPACK_PACKAGE_VERSION}; what changed is told in the repository.\n
 -- ${CPACK_PACKAGE_CONTACT}  ${date}\n")
execute_process(COMMAND gzip -9n ${documents}/changelog ${share}/man/man1/hspdf.1 COMMAND_ERROR_IS_FATAL ANY)

# Our licence, and those of what fonts and hyphenation were staged from.
file(READ ${documents}/LICENSE licence)
file(WRITE ${documents}/copyright "hspdf itself:\n\n${licence}")
file(REMOVE ${documents}/LICENSE)
file(GLOB sources /usr/share/doc/fonts-noto-*/copyright /usr/share/doc/fonts-symbola/copyright
    /usr/share/doc/hyphen-*/copyright /usr/share/doc/unicode-data/copyright)
foreach(source ${sources})
    get_filename_component(package ${source} DIRECTORY)
    get_filename_component(package ${package} NAME)
    file(MD5 ${source} digest)
    if(DEFINED first_${digest}) # packages of one source
        file(APPEND ${documents}/copyright "\n----\n\nOf what was staged from ${package}: as of ${first_${digest}}.\n")
        continue()
    endif()
    set(first_${digest} ${package})
    file(READ ${source} licence)
    file(APPEND ${documents}/copyright "\n----\n\nOf what was staged from Debian's package ${package}:\n\n${licence}")
endforeach()
