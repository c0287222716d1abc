// libdeflate: raw DEFLATE and CRC-32 for the members of a zip package.
#ifndef MINUTARIO_CLIBDEFLATE_SHIM_H
#define MINUTARIO_CLIBDEFLATE_SHIM_H
#include <libdeflate.h>
#endif
