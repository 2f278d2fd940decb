let isHeard = false;

/**
 * `archive report | head`: who reads the answer may stop before its end. What is being done is done to
 * its end all the same, and the exit code is that of the work. Once for a process, however often the
 * command line is read in it.
 */
export function outlastReaders(): void {
  if (isHeard) return;
  isHeard = true;
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
