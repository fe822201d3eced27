/**
 * A tar archive whose bytes depend on its contents alone: no times, no owners, files in the given order.
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */

export interface TarFile {
  /** At most 100 bytes, with slashes. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

const BLOCK = 512;

/** 1980-01-01, the earliest time that every archiver knows: some warn of 1970. */
const TIME = 315_532_800;

export function tar(files: readonly TarFile[]): Buffer {
  const end = Buffer.alloc(2 * BLOCK);
  return Buffer.concat([
    ...files.flatMap((file) => [header(file), file.content, padding(file.content)]),
    end,
  ]);
}

function header({ path, content, executable }: TarFile): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(path) > 100) throw new Error(`${path}: too long for a ustar header`);
  block.write(path, 0);
  block.write(octal(executable ? 0o755 : 0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(content.length, 12), 124);
  block.write(octal(TIME, 12), 136);
  block.write('0', 156);
  block.write('ustar\u000000', 257);
  // The checksum is taken with spaces in its own place.
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 7)} `, 148);
  return block;
}

/** Octal digits and a NUL, in a field of this length. */
function octal(number: number, length: number): string {
  return `${number.toString(8).padStart(length - 1, '0')}\0`;
}

function padding({ length }: Uint8Array): Buffer {
  return Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);
}
