/** ingress-nginx gets no more security fixes since March 2026; other controllers don't read its annotations. */
import { sitedEntries } from './parts/sited.ts';
import { finding, type Rule } from './rule.ts';

/** Reported once: whoever moves to another controller looks at all of them. */
export const ingressNginx: Rule = ({ stack }) =>
  sitedEntries(['spec', 'ingress', 'annotations'], stack.ingress?.annotations)
    .filter(({ key }) => key.startsWith('nginx.ingress.kubernetes.io/'))
    .slice(0, 1)
    .map(({ path }) =>
      finding(
        'MP-INGRESS-NGINX',
        path,
        'ingress-nginx is retired since March 2026 and gets no security fixes: plan for another ingress controller',
      ),
    );
