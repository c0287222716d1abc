// libcrypto: SHA-256 of source files and tables.
#ifndef MINUTARIO_CLIBCRYPTO_SHIM_H
#define MINUTARIO_CLIBCRYPTO_SHIM_H
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#endif
