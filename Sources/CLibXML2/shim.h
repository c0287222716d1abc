// What MinutarioReading uses of libxml2 (SAX2), and what Swift cannot import of it by itself.
#ifndef MINUTARIO_CLIBXML2_SHIM_H
#define MINUTARIO_CLIBXML2_SHIM_H
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#endif
