/** Without a project only the user knows what a component runs. */
import type { Finding } from '../results.ts';
import { type Place, places } from './parts/places.ts';
import { finding, type Rule } from './rule.ts';

export const commandMissing: Rule = (subject) => {
  const { spec } = subject.object;
  if (spec.project !== undefined) return [];
  const { server = 'gunicorn' } = spec.app ?? {};
  return places(subject).flatMap((place) => {
    if (place.component.component === 'app' && server !== 'custom') {
      return missing(
        place,
        `${server} serves a project: give \`project\`, a \`command\`, or \`server: custom\``,
      );
    }
    if (place.component.component === 'worker' || place.component.component === 'beat') {
      return missing(place, `nothing says what ${place.title} runs: give \`project\` or a \`command\``);
    }
    return [];
  });
};

/** Arguments alone are for the image's own entrypoint. */
function missing({ path, component }: Place, message: string): readonly Finding[] {
  if (component.command !== undefined || component.args !== undefined) return [];
  return [finding('MP-COMMAND-MISSING', [...path, 'command'], message)];
}
