// The vocabulary files as bytes inside the binary: a list of names, pointers and lengths.
#ifndef MINUTARIO_CLEXICONDATA_H
#define MINUTARIO_CLEXICONDATA_H
#include <stddef.h>

typedef struct {
  const char *name;          // file name, such as "months.es.txt"
  const unsigned char *data; // its bytes, not terminated
  size_t length;
} minutario_lexicon_file;

// How many files there are, and the file at an index below that.
size_t minutario_lexicon_count(void);
minutario_lexicon_file minutario_lexicon_file_at(size_t index);
#endif
