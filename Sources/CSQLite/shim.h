// SQLite: the dataset as one database file.
#ifndef MINUTARIO_CSQLITE_SHIM_H
#define MINUTARIO_CSQLITE_SHIM_H
#include <sqlite3.h>
#endif
