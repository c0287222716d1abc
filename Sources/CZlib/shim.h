// What MinutarioReading uses of zlib: inflating what is damaged, up to the damage.
#ifndef MINUTARIO_CZLIB_SHIM_H
#define MINUTARIO_CZLIB_SHIM_H
#include <zlib.h>

// inflateInit2 is a macro, which Swift cannot import. Raw deflate data, as zip files hold it.
static inline int minutario_inflate_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
#endif
