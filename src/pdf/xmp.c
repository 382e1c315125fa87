// Metadata (ISO 16684-1), in agreement with the document information. PDF/A knows no PDF/UA, so the schema that says
// PDF/UA must be described with it (ISO 19005-2, 6.6.2.3). Packed, as PDF/A-2 allows: plain, for programs that know no
// PDF, it would be a tenth of a leaflet.
#include "pdf/finish.h"
#include "pdf/output.h"

static const char opening[] = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                              "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                              "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                              "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                              " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                              " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                              " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                              " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                              " pdfaid:part=\"2\" pdfaid:conformance=\"A\""
                              " xmp:CreatorTool=\"hspdf\" pdf:Producer=\"hspdf\">\n";

static const char closing[] =
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>the part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";

static void put_escaped(Buffer *out, Str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (byte == '&')
            put(out, "&amp;");
        else if (byte == '<')
            put(out, "&lt;");
        else if (byte == '>')
            put(out, "&gt;");
        else
            buffer_append_char(out, byte);
    }
}

// `list`: the kind of list that the property wants its value in, with the value's language where it is an Alt.
static void put_property(Buffer *out, const char *name, const char *list, Str text)
{
    if (text.length == 0)
        return;
    buffer_printf(out, "<%s>", name);
    if (list)
        buffer_printf(out, "<rdf:%s><rdf:li%s>", list, strcmp(list, "Alt") == 0 ? " xml:lang=\"x-default\"" : "");
    put_escaped(out, text);
    if (list)
        buffer_printf(out, "</rdf:li></rdf:%s>", list);
    buffer_printf(out, "</%s>\n", name);
}

static void put_list(Buffer *out, const char *name, const char *list, TextList texts)
{
    if (texts.count == 0)
        return;
    buffer_printf(out, "<%s><rdf:%s>", name, list);
    for (size_t i = 0; i < texts.count; i++) {
        put(out, "<rdf:li>");
        put_escaped(out, texts.items[i]);
        put(out, "</rdf:li>");
    }
    buffer_printf(out, "</rdf:%s></%s>\n", list, name);
}

uint32_t metadata_write(Finish *finish)
{
    const Metadata *metadata = finish->metadata;
    Buffer xmp = {.arena = finish->arena};
    put(&xmp, opening);
    if (!finish->lacks_alt) // a file does not claim what it is not
        put(&xmp, "<pdfuaid:part>1</pdfuaid:part>\n");
    put_property(&xmp, "dc:title", "Alt", finish->title);
    put_list(&xmp, "dc:creator", "Seq", metadata->author);
    put_property(&xmp, "dc:description", "Alt", metadata->description);
    put_property(&xmp, "dc:language", "Bag", metadata->lang);
    put_property(&xmp, "dc:publisher", "Bag", metadata->organization);
    put_property(&xmp, "dc:identifier", NULL, metadata->reference);
    put_property(&xmp, "dc:date", "Seq", metadata->date_iso); // the text's; when the file was made is another thing
    put_property(&xmp, "dc:rights", "Alt", metadata->rights);
    put_list(&xmp, "dc:subject", "Bag", metadata->keywords);
    put_property(&xmp, "pdf:Keywords", NULL, metadata->keywords.text);
    put_property(&xmp, "xmp:CreateDate", NULL, finish->date);
    put_property(&xmp, "xmp:ModifyDate", NULL, finish->date);
    put_property(&xmp, "xmp:MetadataDate", NULL, finish->date);
    put_property(&xmp, "xmpMM:VersionID", NULL, metadata->version);
    put(&xmp, closing);
    uint32_t object = writer_number(&finish->writer);
    writer_stream_packed(&finish->writer, object, STR("/Type/Metadata/Subtype/XML"), buffer_str(&xmp));
    return object;
}
