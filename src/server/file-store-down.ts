/** Where files are kept did not answer or did not take one: to be told apart from a database that is away. */
export class FileStoreDown extends Error {
  constructor(cause: unknown) {
    super('The store of files does not do what it is asked.', { cause });
  }
}
