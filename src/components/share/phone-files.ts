/** A file that this phone keeps until the archive has it. */
export interface PhoneFile {
  readonly key?: number;
  /** The id of the contribution, and the question that it answers. */
  readonly form: string;
  readonly step: string;
  readonly file: Blob;
  /** Where the rest of it goes. */
  readonly url?: string | null;
  /** All of it came, and the archive was asked to take it. */
  readonly isSent?: boolean;
}

const TABLE = 'files';
/** Some browsers never answer when their store is opened, milliseconds; what is to be sent does not wait for that. */
const LONGEST_ANSWER = 5000;

function use<T>(ask: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    setTimeout(() => fail(new Error('no answer')), LONGEST_ANSWER);
    const opening = indexedDB.open('share', 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore(TABLE, { keyPath: 'key', autoIncrement: true });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const asked = ask(opening.result.transaction(TABLE, 'readwrite').objectStore(TABLE));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
      for (const end of ['complete', 'abort'])
        asked.transaction?.addEventListener(end, () => opening.result.close());
    };
  });
}

/** Keeps it, and what is new of it. Where this browser keeps nothing, it is sent all the same. */
export async function keepOnPhone(file: PhoneFile): Promise<PhoneFile> {
  try {
    return { ...file, key: Number(await use((table) => table.put(file))) };
  } catch {
    return file;
  }
}

export async function forgetOnPhone({ key }: PhoneFile): Promise<void> {
  if (key !== undefined) await use((table) => table.delete(key)).catch(() => undefined);
}

export async function filesOnPhone(): Promise<readonly PhoneFile[]> {
  return use<PhoneFile[]>((table) => table.getAll()).catch(() => []);
}
