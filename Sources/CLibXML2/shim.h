// What MinutarioReading uses of libxml2 (SAX2), and what Swift cannot import of it by itself.
#ifndef MINUTARIO_CLIBXML2_SHIM_H
#define MINUTARIO_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
// Only a struct that is not used here depends on it, and ICU's headers clash with Foundation's.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// The parameter's constness differs between versions of libxml2, so the callback is set here.
static inline void minutario_ignore_xml_error(void *context, const xmlError *error) {
  (void)context;
  (void)error;
}

// Errors are read from the parser's state afterwards; none may reach standard error.
static inline void minutario_silence_xml_errors(xmlSAXHandler *handler) {
  handler->serror = (xmlStructuredErrorFunc)minutario_ignore_xml_error;
}

// Troubles of conversion between encodings go past the parser, to a function of each thread. Threads
// that come later get the one that is set here.
static inline void minutario_silence_xml_library(void) {
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)minutario_ignore_xml_error);
  xmlThrDefSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)minutario_ignore_xml_error);
}

// The library that runs, such as "20914". It is a variable, which Swift takes for shared state.
static inline const char *minutario_libxml2_version(void) { return xmlParserVersion; }
#endif
