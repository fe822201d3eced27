/** One entry of the top-level mapping, and where in the text its parts are. */
import type { CST, Node, Pair } from 'yaml';
import { UnchangeableListError } from './layout.ts';

/** A key and its value; the value is null where there is not even a colon. */
export type Entry = Pair<Node, Node | null>;

type TokenType = CST.SourceToken['type'];

/** The offset of an entry's first character: `?`, an anchor, a tag or the key. */
export function entryStart({ srcToken, key }: Entry): number {
  const space: readonly TokenType[] = ['space', 'newline', 'comment', 'comma'];
  const property = srcToken?.start.find(({ type }) => !space.includes(type));
  return property?.offset ?? srcToken?.key?.offset ?? srcToken?.sep?.[0]?.offset ?? key.range?.[0] ?? 0;
}

/** Behind the colon. @throws UnchangeableListError if there is none. */
export function colonEnd(entry: Entry): number {
  return endOfLast(entry, ['map-value-ind']);
}

/** Behind the colon and an anchor or tag that follows it. */
export function propertiesEnd(entry: Entry): number {
  return endOfLast(entry, ['map-value-ind', 'anchor', 'tag']);
}

function endOfLast({ srcToken }: Entry, types: readonly TokenType[]): number {
  const token = srcToken?.sep?.findLast(({ type }) => types.includes(type));
  if (token === undefined) throw new UnchangeableListError();
  return token.offset + token.source.length;
}

/** Behind an entry's value, colon or key, whichever is the last it has. */
export function entryEnd({ key, value, srcToken }: Entry): number {
  if (value?.range && srcToken?.value) return value.range[1];
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon ? colon.offset + 1 : (key.range?.[1] ?? 0);
}

/** The comma before an entry in flow style. */
export function commaOf({ srcToken }: Entry): CST.SourceToken | undefined {
  return srcToken?.start.find(({ type }) => type === 'comma');
}
