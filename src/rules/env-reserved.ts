/** Variables whose meaning is fixed: those that tell the scripts of the init Job and the gate what to do, and Python's own. */
import { envMaps } from './parts/env-sites.ts';
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

const OF_SCRIPTS = /^MONEYPOSITIVE_/;

/** What the containers get under these names would take the place of the URL, or the other way round. */
const NOT_FOR_A_URL =
  /^(MONEYPOSITIVE_.*|REDIS_PASSWORD|DJANGO_SETTINGS_MODULE|FORWARDED_ALLOW_IPS|PYTHON[A-Z]*|PATH|HOME)$/;

export const envReserved: Rule = ({ object }) => [
  ...envMaps(object)
    .flatMap(({ path, value }) => sitedEntries(path, value))
    .filter(({ key }) => OF_SCRIPTS.test(key))
    .map(({ key, path }) =>
      finding(
        'MP-ENV-RESERVED',
        path,
        `\`${key}\` belongs to the scripts of the init Job and the gate, as all of \`MONEYPOSITIVE_…\`: choose another name`,
      ),
    ),
  ...urlEnvReserved(object.spec.redis?.urlEnv),
];

function urlEnvReserved(urlEnv: string | undefined): ReturnType<Rule> {
  if (urlEnv === undefined || !NOT_FOR_A_URL.test(urlEnv)) return [];
  const message = `\`${urlEnv}\` has a meaning of its own: choose another name for the URL, such as \`CELERY_BROKER_URL\``;
  return [finding('MP-ENV-RESERVED', ['spec', 'redis', 'urlEnv'], message)];
}
