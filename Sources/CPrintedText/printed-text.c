// The catalogues inside the binary; the build reads the files again when they change.
#include "CPrintedText.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char es[] = {
#embed "texts/es.txt"
};
static const unsigned char en[] = {
#embed "texts/en.txt"
};

minutario_printed_text minutario_printed_text_es(void) {
  return (minutario_printed_text){es, sizeof es};
}

minutario_printed_text minutario_printed_text_en(void) {
  return (minutario_printed_text){en, sizeof en};
}
