/** Django doesn't start without SECRET_KEY, which an image must not contain. */
import type { Volume } from '../k8s/models.ts';
import { finding, type Rule } from './rule.ts';

/** `SECRET_KEY_FILE` too: settings may read a file. */
const PROVIDES = /SECRET_KEY(_FILE)?$/i;

export const secretKeyMissing: Rule = ({ stack: { app } }) => {
  const isProvided =
    app.envFrom.length > 0 ||
    app.env.some(({ name }) => PROVIDES.test(name)) ||
    app.volumes.some(holdsSecrets) ||
    // An injector (Vault's and others') writes files into the pod by annotation.
    Object.keys(app.podAnnotations).some((key) => /vault/i.test(key));
  if (isProvided) return [];
  const message =
    'nothing visibly provides SECRET_KEY to the app: add `envFrom: [{secretRef: {name: …}}]`, or `env.SECRET_KEY` with a `secretKeyRef`';
  return [finding('MP-SECRET-KEY-MISSING', ['spec', 'envFrom'], message)];
};

function holdsSecrets({ secret, projected, csi }: Volume): boolean {
  return secret !== undefined || projected !== undefined || csi !== undefined;
}
