/** A Redis elsewhere has none of the fields of a generated one. */
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

const FIELDS_OF_ANY: readonly string[] = ['urlFrom', 'urlEnv'];

export const redisUrlFrom: Rule = ({ object }) => {
  const { redis } = object.spec;
  if (redis?.urlFrom === undefined) return [];
  return sitedEntries(['spec', 'redis'], { ...redis })
    .filter(({ key, value }) => value !== undefined && !FIELDS_OF_ANY.includes(key))
    .map(({ key, path }) =>
      finding(
        'MP-REDIS-URL-FROM',
        path,
        `with \`urlFrom\` no Redis is generated, so \`${key}\` is for none: remove one of the two`,
      ),
    );
};
