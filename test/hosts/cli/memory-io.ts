/** A world outside that is a map: files by path with slashes, folders as far as files are in them. */
import { posix } from 'node:path';
import type { Io } from '../../../src/hosts/cli/io.ts';

type Content = string | Uint8Array;

export interface MemoryIo extends Io {
  /** What is there now. */
  readonly files: Map<string, Content>;
  /** What was done, in order: `write out/a.yaml`, `remove out/b.yaml`. */
  readonly actions: string[];
}

/** Without `stdin` a person sits there. */
export function memoryIo(
  files: Readonly<Record<string, Content>> = {},
  { stdin, debug = false }: { readonly stdin?: Content; readonly debug?: boolean } = {},
): MemoryIo {
  const present = new Map(Object.entries(files));
  const actions: string[] = [];
  const isFolder = (path: string) => [...present.keys()].some((name) => name.startsWith(`${clean(path)}/`));
  return {
    files: present,
    actions,
    debug,
    runGit: () => undefined,
    stdinIsTerminal: () => stdin === undefined,
    readStdin: async () => Buffer.from(stdin ?? ''),
    readFile(path) {
      const content = present.get(clean(path));
      if (content === undefined) throw noSuchFile(path);
      return Buffer.from(content);
    },
    entryType(path) {
      if (present.has(clean(path))) return 'file';
      return isFolder(path) ? 'folder' : undefined;
    },
    // Backwards, so that nobody counts on an order.
    listFolder: (path) => namesIn([...present.keys()], `${clean(path)}/`).reverse(),
    makeFolder: (path) => void actions.push(`make ${path}`),
    writeFile(path, text) {
      actions.push(`write ${path}`);
      present.set(clean(path), text);
    },
    removeFile(path) {
      actions.push(`remove ${path}`);
      if (!present.delete(clean(path))) throw noSuchFile(path);
    },
  };
}

function clean(path: string): string {
  return posix.normalize(path).replace(/\/$/, '');
}

function namesIn(paths: readonly string[], folder: string): string[] {
  const below = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  return [...new Set(below.map((path) => path.split('/')[0] ?? ''))].sort();
}

/** As Node throws it. */
export function noSuchFile(path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), {
    code: 'ENOENT',
    syscall: 'open',
    path,
  });
}
