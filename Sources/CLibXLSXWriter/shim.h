// libxlsxwriter: workbooks for spreadsheet programs.
#ifndef MINUTARIO_CLIBXLSXWRITER_SHIM_H
#define MINUTARIO_CLIBXLSXWRITER_SHIM_H
#include <xlsxwriter.h>
#endif
