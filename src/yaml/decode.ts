/** Bytes to text. Manifests are UTF-8; an invalid byte is a problem with a place, never a replacement character. */
import type { YamlProblem } from './document.ts';
import { locator } from './locator.ts';

/** The text, a byte order mark included (untouched bytes pass as they came in), or what is wrong and where. */
export type Decoded = { readonly text: string } | { readonly problem: YamlProblem };

/** Decodes UTF-8; the problem's position is that of the first byte that doesn't belong. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  try {
    return { text: decode(bytes, false) };
  } catch {
    const valid = validStart(bytes);
    const message = isUtf16(bytes)
      ? 'this is UTF-16: save it as UTF-8'
      : 'the byte here is not valid UTF-8: save the text as UTF-8';
    return { problem: { kind: 'syntax', message, position: locator(valid)(valid.length) } };
  }
}

/** With `partial` a sequence that is cut off at the end is left out instead of refused. */
function decode(bytes: Uint8Array, partial: boolean): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: partial });
}

/** The text before the first invalid byte, found by halving: a prefix decodes exactly if it ends before that byte. */
function validStart(bytes: Uint8Array): string {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return decode(bytes.subarray(0, good), true);
}

function decodes(bytes: Uint8Array): boolean {
  try {
    decode(bytes, true);
    return true;
  } catch {
    return false;
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
