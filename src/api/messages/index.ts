/** Each keyword of the schema and who speaks about it. */
import type { Mistake, Statement } from '../mistake.ts';
import { unknownField } from './unknown-field.ts';
import { missingField, wrongName, wrongReference } from './wrong-members.ts';
import { wrongType } from './wrong-type.ts';
import { outOfRange, wrongChoice, wrongConstant, wrongForm } from './wrong-value.ts';

const SPEAKERS: Readonly<Record<string, (mistake: Mistake) => Statement>> = {
  additionalProperties: unknownField,
  const: wrongConstant,
  enum: wrongChoice,
  maxLength: outOfRange,
  maxProperties: wrongReference,
  maximum: outOfRange,
  minItems: outOfRange,
  minLength: outOfRange,
  minProperties: wrongReference,
  minimum: outOfRange,
  pattern: wrongForm,
  propertyNames: wrongName,
  required: missingField,
  type: wrongType,
};

/** What is said about a mistake. Throws for a keyword nobody speaks about: the schema has one that this program doesn't know. */
export function statementOf(mistake: Mistake): Statement {
  const speak = SPEAKERS[mistake.keyword];
  if (speak === undefined) throw new Error(`no message for the schema keyword ${mistake.keyword}`);
  return speak(mistake);
}
