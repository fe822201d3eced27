/** A ServiceAccount that exists is not changed. */
import { finding, type Rule } from './rule.ts';

export const serviceAccount: Rule = ({ object: { spec } }) => {
  const { name, annotations } = spec.serviceAccount ?? {};
  if (name === undefined || annotations === undefined) return [];
  const message =
    '`name` means a ServiceAccount that exists, which gets no annotations from here: remove one of the two';
  return [finding('MP-SERVICE-ACCOUNT', ['spec', 'serviceAccount', 'annotations'], message)];
};
