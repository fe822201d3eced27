/** The nearest known word to a misspelt one. */

/**
 * The candidate that takes the fewest slips of a typist to become `word`, upper and lower case taken as equal; undefined when
 * none is near enough (a slip for every three characters, one for a word of two). Among equals the first one.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length === 2 ? 1 : Math.floor(word.length / 3);
  // Long keys can't be near to anything, and the comparison takes the product of both lengths.
  if (word.length > 64) return undefined;
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter((one) => one.slips <= limit);
  return ranked.reduce<(typeof ranked)[number] | undefined>(
    (best, one) => (best === undefined || one.slips < best.slips ? one : best),
    undefined,
  )?.candidate;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from `from` to `to` (the optimal string alignment
 * distance), row by row.
 */
function slips(from: string, to: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(above, column) + 1,
          at(current, column - 1) + 1,
          at(above, column - 1) + same,
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = current;
  }
  return at(above, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
