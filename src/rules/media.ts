/** Uploads: one claim, which every pod that mounts it can have at the same time. */
import type { Finding } from '../results.ts';
import type { MediaClaim, Stack } from '../stack/stack.ts';
import { finding, type Rule } from './rule.ts';

export const mediaClaim: Rule = ({ object: { spec } }) => {
  const { media } = spec;
  if (media === undefined) return [];
  if (media.claimName === undefined && media.storage === undefined) {
    const message = 'nothing says where uploads are kept: give `claimName`, or `storage: {size: 10Gi}`';
    return [finding('MP-MEDIA-CLAIM', ['spec', 'media'], message)];
  }
  if (media.claimName === undefined || media.storage === undefined) return [];
  const message = '`claimName` means a claim that exists, `storage` one of the stack: remove one of them';
  return [finding('MP-MEDIA-CLAIM', ['spec', 'media', 'claimName'], message)];
};

/** A second pod on another node waits for the volume for ever; so does the next release's beside the former one's. */
export const mediaAccess: Rule = ({ stack }) => {
  const claim = stack.media?.claim;
  return claim === undefined || isShared(claim) || !hasSeveralPods(stack) ? [] : [tooNarrow(stack)];
};

function tooNarrow(stack: Stack): Finding {
  const others = [
    ...(stack.workers.length > 0 ? ['workers'] : []),
    ...(stack.init === undefined ? [] : ['the init Job']),
  ];
  const holders = others.length === 0 ? 'several pods of app' : `app and ${others.join(' and ')}`;
  return finding(
    'MP-MEDIA-ACCESS',
    ['spec', 'media', 'storage', 'accessModes'],
    `${holders} mount this volume, which one node can hold at a time: give \`ReadWriteMany\``,
  );
}

function isShared({ accessModes }: MediaClaim): boolean {
  return accessModes.includes('ReadWriteMany');
}

/** More than one at any time. A new pod of app waits for the former to go only with `strategy: {type: Recreate}`. */
function hasSeveralPods({ app, workers, init }: Stack): boolean {
  return app.replicas !== 1 || app.strategy.type !== 'Recreate' || workers.length > 0 || init !== undefined;
}
