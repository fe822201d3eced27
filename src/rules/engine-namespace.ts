/** kpt refers to objects by their namespace too. */
import { finding, type Rule } from './rule.ts';

export const engineNamespace: Rule = ({ stack }) => {
  if (stack.engine !== 'kpt' || stack.namespace !== undefined) return [];
  const message =
    'kpt is told the order by names with their namespace: write the namespace into `metadata.namespace`, or leave `engine` out';
  return [finding('MP-ENGINE-NAMESPACE', ['spec', 'engine'], message)];
};
