#include "CLibxml2.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <string.h>

// What the handlers of libxml2 are given: who reads, and where the parser is.
struct reading {
  const struct html_reader *reader;
  void *context;
  htmlParserCtxtPtr parser;
};

static int line_of(const struct reading *reading) {
  return reading->parser->input == NULL ? 1 : reading->parser->input->line;
}

// Names and values stand in turn; a name may have no value.
static const char *link_of(const xmlChar *name, const xmlChar **attributes) {
  if (attributes == NULL || strcmp((const char *)name, "a") != 0) return NULL;
  for (; attributes[0] != NULL; attributes += 2) {
    if (strcmp((const char *)attributes[0], "href") == 0) return (const char *)attributes[1];
  }
  return NULL;
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes) {
  struct reading *reading = user;
  reading->reader->opened(reading->context, (const char *)name, link_of(name, attributes),
                          line_of(reading));
}

static void end_element(void *user, const xmlChar *name) {
  struct reading *reading = user;
  reading->reader->closed(reading->context, (const char *)name);
}

static void characters(void *user, const xmlChar *bytes, int count) {
  struct reading *reading = user;
  reading->reader->text(reading->context, (const char *)bytes, count, line_of(reading));
}

// Stands in another file; asking for it keeps that file in the program.
const void *html_threads(void);

int html_read(const char *bytes, int count, const struct html_reader *reader, void *context) {
  if (html_threads() == NULL) return 0;
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (parser == NULL) return 0;
  struct reading reading = {reader, context, parser};
  // Without handlers for trees, comments and faults nothing is built and nothing is printed.
  memset(parser->sax, 0, sizeof(*parser->sax));
  parser->sax->startElement = start_element;
  parser->sax->endElement = end_element;
  parser->sax->characters = characters;
  parser->sax->ignorableWhitespace = characters;
  parser->userData = &reading;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD;
  htmlDocPtr document = htmlCtxtReadMemory(parser, bytes, count, NULL, "UTF-8", options);
  if (document != NULL) xmlFreeDoc(document);
  htmlFreeParserCtxt(parser);
  return 1;
}
