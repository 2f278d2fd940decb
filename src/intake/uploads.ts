/** Who sent which file and has not saved the record that names it: by contribution, file and sign-in. */
export class Uploads {
  readonly #sent = new Map<string, Map<string, string>>();

  add(entry: string, file: string, mark: string): void {
    const files = this.#sent.get(entry) ?? new Map<string, string>();
    this.#sent.set(entry, files.set(file, mark));
  }
  by(entry: string, file: string): string | undefined {
    return this.#sent.get(entry)?.get(file);
  }
  remove(entry: string, file: string): void {
    const files = this.#sent.get(entry);
    files?.delete(file);
    if (files?.size === 0) this.#sent.delete(entry);
  }
}
