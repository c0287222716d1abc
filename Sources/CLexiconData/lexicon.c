// The vocabulary files inside the binary. Each file of lexicon/ has its lines below (a test holds
// this); the build reads the files again when they change.
#include "CLexiconData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char closings_es[] = {
#embed "lexicon/closings.es.txt"
};
static const unsigned char function_words_es[] = {
#embed "lexicon/function-words.es.txt"
};
static const unsigned char meeting_cues_es[] = {
#embed "lexicon/meeting-cues.es.txt"
};
static const unsigned char months_es[] = {
#embed "lexicon/months.es.txt"
};
static const unsigned char place_words_es[] = {
#embed "lexicon/place-words.es.txt"
};
static const unsigned char time_words_es[] = {
#embed "lexicon/time-words.es.txt"
};

#define FILE(symbol, name) {name, symbol, sizeof symbol}

static const minutario_lexicon_file files[] = {
  FILE(closings_es, "closings.es.txt"),
  FILE(function_words_es, "function-words.es.txt"),
  FILE(meeting_cues_es, "meeting-cues.es.txt"),
  FILE(months_es, "months.es.txt"),
  FILE(place_words_es, "place-words.es.txt"),
  FILE(time_words_es, "time-words.es.txt"),
};

size_t minutario_lexicon_count(void) { return sizeof files / sizeof files[0]; }

minutario_lexicon_file minutario_lexicon_file_at(size_t index) { return files[index]; }
