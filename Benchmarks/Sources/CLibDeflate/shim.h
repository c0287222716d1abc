// libdeflate: raw DEFLATE and CRC-32 for the packages that are written.
#ifndef BENCHMARKS_CLIBDEFLATE_SHIM_H
#define BENCHMARKS_CLIBDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
