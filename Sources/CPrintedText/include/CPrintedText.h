// The catalogues of printed texts as bytes inside the binary, one for each language.
#ifndef MINUTARIO_CPRINTEDTEXT_H
#define MINUTARIO_CPRINTEDTEXT_H
#include <stddef.h>

typedef struct {
  const unsigned char *data; // UTF-8, not terminated
  size_t length;
} minutario_printed_text;

minutario_printed_text minutario_printed_text_es(void);
minutario_printed_text minutario_printed_text_en(void);
#endif
