// The vocabulary files inside the binary. Each file of lexicon/ has one line below; the build reads
// them again when they change.
#include "CLexiconData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define FILES(FILE)                                                                              \
  FILE(months, "months.es.txt")                                                                  \
  FILE(time_words, "time-words.es.txt")

static const unsigned char months[] = {
#embed "lexicon/months.es.txt"
};

static const unsigned char time_words[] = {
#embed "lexicon/time-words.es.txt"
};

#define ENTRY(symbol, name) {name, symbol, sizeof symbol},
static const minutario_lexicon_file files[] = {FILES(ENTRY)};

size_t minutario_lexicon_count(void) { return sizeof files / sizeof files[0]; }

minutario_lexicon_file minutario_lexicon_file_at(size_t index) { return files[index]; }
