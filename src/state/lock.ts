import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `work` while no other process of this archive builds: two builds would share the release
 * tree. Waits for the other to finish; a lock left by a process that died is taken over.
 */
export async function withLock<T>(
  lock: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
  let told = false;
  while (!(await take(lock))) {
    if (!told) onWait();
    told = true;
    await wait(150);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await clearStale(lock);
  return false;
}

/** A lock whose process is gone, or that was never filled in, is nobody's. */
async function clearStale(lock: string): Promise<void> {
  const owner = Number((await readFile(lock, 'utf8').catch(() => '')) || Number.NaN);
  const age = Date.now() - ((await stat(lock).catch(() => undefined))?.mtimeMs ?? Date.now());
  const stale = Number.isInteger(owner) ? !isRunning(owner) : age > 5_000;
  if (!stale) return;
  // Renaming can succeed for one process only, so two that find it stale do not both go on.
  const aside = `${lock}.${process.pid}`;
  await rename(lock, aside).then(
    () => rm(aside, { force: true }),
    () => undefined,
  );
}

/** Is there a process of this number, whoever started it? */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
