/**
 * Secrets come by reference only: a manifest is in version control, and `kubectl describe` shows a pod's variables. No
 * message here repeats any part of a value.
 */
import type { MoneyPositive } from '../api/v1alpha1/money-positive.ts';
import type { Finding } from '../results.ts';
import { envTexts } from './parts/env-sites.ts';
import { type Sited, textsBelow } from './parts/sited.ts';
import { containers, levels, writtenWords } from './parts/written.ts';
import { finding, once, type Rule, type Subject } from './rule.ts';

/** Ends of the names that secrets have; `PASSWORD_HASHERS`, `TOKEN_TTL` and `AWS_ACCESS_KEY_ID` end otherwise. */
const SECRET_NAME =
  /(^|[_.-])(SECRET|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|TOKEN|API_?KEY|(SECRET|PRIVATE|ACCESS|ACCOUNT|SIGNING|ENCRYPTION|FERNET)_KEY|SECRET_KEY_FALLBACKS?)$|[^_.-](PASSWORD|SECRET_KEY)$/i;

/** The shell's own: its directories. */
const NO_SECRET_NAME = /^(OLD)?PWD$/i;

/** Truth values: `ALLOW_EMPTY_PASSWORD: "yes"` is a switch. */
const SWITCH = /^(true|false|yes|no|on|off|none|null|[01])$/i;

/** `://user:password@`: neither a host with its port nor what follows it is like that. */
const URL_PASSWORD = /:\/\/[^\s/?#:]*:([^\s/?#@]+)@/g;

/** `--…password=…`, and the options of Redis that take a password as their next word. */
const JOINED_OPTION = /^--?(?:[\w-]*password|passwd|passphrase|requirepass|masterauth)=(.*)$/is;
const REDIS_OPTION = /^--(requirepass|masterauth)$/i;

export const secretLiteral: Rule = (subject) =>
  once([...envSecrets(subject), ...passwordOptions(subject), ...urlPasswords(subject)]);

function envSecrets({ object }: Subject): readonly Finding[] {
  const directories = mountPaths(object);
  const isFile = (text: string) => directories.some((directory) => text.startsWith(`${directory}/`));
  return envTexts(object)
    .filter(({ name }) => SECRET_NAME.test(name) && !NO_SECRET_NAME.test(name))
    .filter(({ value }) => isLiteral(value) && !SWITCH.test(value) && !isFile(value))
    .map(({ name, path }) =>
      literal(
        path,
        `\`${name}\` is a secret in plain text: write \`{secretKeyRef: {name: …, key: …}}\`, and rotate the secret`,
      ),
    );
}

/** Where the user's volumes are mounted: a path below is the name of a file, whatever the variable is called. */
function mountPaths(object: MoneyPositive): readonly string[] {
  return [...levels(object), ...containers(object)]
    .flatMap(({ value }) => value.volumeMounts ?? [])
    .map(({ mountPath }) => mountPath.replace(/\/+$/, ''))
    .filter((path) => path !== '');
}

function passwordOptions({ object }: Subject): readonly Finding[] {
  return writtenWords(object).flatMap((words) =>
    words
      .flatMap((word, index) => {
        const joined = JOINED_OPTION.exec(word.value)?.[1];
        if (joined !== undefined) return [{ ...word, value: joined }];
        return REDIS_OPTION.test(word.value) ? words.slice(index + 1, index + 2) : [];
      })
      .filter(({ value }) => isLiteral(value))
      .map(({ path }) =>
        literal(
          path,
          'a password in plain text: write `$(NAME)` for a variable from a Secret, and rotate the password',
        ),
      ),
  );
}

function urlPasswords({ object }: Subject): readonly Finding[] {
  return textsBelow(['spec'], object.spec)
    .filter(hasUrlPassword)
    .map(({ path }) =>
      literal(
        path,
        'a URL with a password in plain text: take the URL from a Secret, or write `$(NAME)` for the password, and rotate it',
      ),
    );
}

function hasUrlPassword({ value }: Sited<string>): boolean {
  return [...value.matchAll(URL_PASSWORD)].some(([, password = '']) => isLiteral(password));
}

/**
 * Whether something is there beside references to variables and what joins them: Kubernetes' `$(NAME)` (`$$(NAME)` is none),
 * a shell's `$NAME` and `${NAME}`.
 */
function isLiteral(text: string): boolean {
  const rest = text
    .replace(/\$\$|\$\([^()]+\)/g, (reference) => (reference === '$$' ? '$' : ''))
    .replace(/\$\{\w+\}|\$[A-Z_][A-Z0-9_]*/g, '')
    .replace(/^\s*(bearer|token|basic)\s/i, '');
  return rest === text ? text.trim() !== '' : /[\p{L}\p{N}]/u.test(rest);
}

function literal(path: Finding['path'], message: string): Finding {
  return finding('MP-SECRET-LITERAL', path, message);
}
