// Settings of the C library's memory, which Swift's Glibc module leaves out.
#ifndef MINUTARIO_CMALLOC_SHIM_H
#define MINUTARIO_CMALLOC_SHIM_H
#include <malloc.h>
#endif
