/**
 * The image says what a release is: with a tag that moves, the Job that migrates would have the same name for another code,
 * and would not run.
 */
import type { FieldPath } from '../results.ts';
import { digestOf, imageReference, tagOf } from '../stack/image.ts';
import { finding, type Rule, type Subject } from './rule.ts';

/** `[registry[:port]/]repository[:tag][@digest]`. Source: the Distribution project's grammar of references. */
const REFERENCE = new RegExp(
  [
    /^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])(?::\d+)?\/)?/,
    /[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*/,
    /(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,})?$/,
  ]
    .map(({ source }) => source)
    .join(''),
);

export const imageLatest: Rule = (subject) =>
  images(subject)
    .filter(({ reference }) => tagOf(reference) === 'latest' && digestOf(reference) === undefined)
    .map(({ tagPath, consequence }) =>
      finding('MP-IMAGE-LATEST', tagPath, `the tag \`latest\` moves, ${consequence}: name a fixed one`),
    );

export const imageNoVersion: Rule = (subject) =>
  images(subject)
    .filter(({ reference }) => tagOf(reference) === undefined && digestOf(reference) === undefined)
    .map(({ missingPath, consequence, fix }) =>
      finding(
        'MP-IMAGE-NO-VERSION',
        missingPath,
        `the image has neither tag nor digest, which means \`latest\`; that moves, ${consequence}: ${fix}`,
      ),
    );

export const imageTwoVersions: Rule = ({ object: { spec } }) => {
  if (spec.version === undefined) return [];
  const own = tagOf(spec.image) === undefined ? 'digest' : 'tag';
  if (own === 'digest' && digestOf(spec.image) === undefined) return [];
  const message = `the image has a ${own} of its own: remove it from \`image\`, or remove \`version\``;
  return [finding('MP-IMAGE-TWO-VERSIONS', ['spec', 'version'], message)];
};

export const imageFormat: Rule = (subject) =>
  images(subject)
    .filter(({ image }) => !REFERENCE.test(image))
    .map(({ path }) =>
      finding(
        'MP-IMAGE-FORMAT',
        path,
        'not an image reference: write `[registry[:port]/]repository[:tag]`, the repository in lower case',
      ),
    );

interface Image {
  readonly image: string;
  readonly path: FieldPath;
  readonly reference: string;
  /** Where the tag is written, and where one that is missing would be. */
  readonly tagPath: FieldPath;
  readonly missingPath: FieldPath;
  readonly consequence: string;
  readonly fix: string;
}

/** The project's image, and Redis' own if one is given. */
function images({ stack, object: { spec } }: Subject): readonly Image[] {
  const path = ['spec', 'image'];
  const version = ['spec', 'version'];
  const project: Image = {
    image: spec.image,
    path,
    reference: imageReference(spec.image, spec.version),
    tagPath: spec.version === undefined ? path : version,
    missingPath: version,
    consequence: 'so migrations would not run for a new image',
    fix: 'give `version`',
  };
  const { image } = stack.redis === undefined ? {} : (spec.redis ?? {});
  if (image === undefined) return [project];
  const redisPath = ['spec', 'redis', 'image'];
  return [
    project,
    {
      image,
      path: redisPath,
      reference: image,
      tagPath: redisPath,
      missingPath: redisPath,
      consequence: 'so a restart may change the server',
      fix: 'give it a tag',
    },
  ];
}
