// The executable: everything is in MinutarioCommand.

import MinutarioCommand

await CommandLineTool.main()
