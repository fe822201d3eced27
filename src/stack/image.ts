/** Image references: `[registry[:port]/]repository[:tag][@digest]`. */

/** Most characters of a label value. */
const MAX_LABEL_VALUE = 63;

/** The full reference: `image:version`, or `image` with the tag or digest it has. */
export function imageReference(image: string, version: string | undefined): string {
  return version === undefined ? image : `${image}:${version}`;
}

/** The tag of a reference; undefined without one. A port in the registry's name is no tag. */
export function tagOf(reference: string): string | undefined {
  const [name = ''] = reference.split('@');
  return /:([^/:]+)$/.exec(name)?.[1];
}

/** The digest of a reference, as `sha256:…`; undefined without one. */
export function digestOf(reference: string): string | undefined {
  return reference.split('@')[1];
}

/**
 * The value of `app.kubernetes.io/version`: the tag, or the first 12 hex digits of the digest, with what a label value
 * can't hold replaced. Undefined where the reference has neither.
 */
export function versionLabel(reference: string): string | undefined {
  const version = tagOf(reference) ?? digestOf(reference)?.split(':')[1]?.slice(0, 12);
  const value = version
    ?.replace(/[^A-Za-z0-9._-]/g, '-')
    .slice(0, MAX_LABEL_VALUE)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return value === '' ? undefined : value;
}
