import type {
  ArraySchema,
  BooleanSchema,
  ExactOptionalSchema,
  GenericSchema,
  LazySchema,
  LiteralSchema,
  LooseObjectSchema,
  NullableSchema,
  NullishSchema,
  NullSchema,
  NumberSchema,
  ObjectSchema,
  OptionalSchema,
  PicklistSchema,
  RecordSchema,
  StrictObjectSchema,
  StringSchema,
  UnionSchema,
} from 'valibot';

type Entries = Readonly<Record<string, GenericSchema>>;

/** The parts of valibot whose mistakes we put in words of our own; the rest keeps valibot's. */
type Known =
  | ArraySchema<GenericSchema, undefined>
  | BooleanSchema<undefined>
  | ExactOptionalSchema<GenericSchema, undefined>
  | LazySchema<GenericSchema>
  | LiteralSchema<string | number | boolean, undefined>
  | LooseObjectSchema<Entries, undefined>
  | NullableSchema<GenericSchema, undefined>
  | NullishSchema<GenericSchema, undefined>
  | NullSchema<undefined>
  | NumberSchema<undefined>
  | ObjectSchema<Entries, undefined>
  | OptionalSchema<GenericSchema, undefined>
  | PicklistSchema<readonly (string | number)[], undefined>
  | RecordSchema<GenericSchema<string, string>, GenericSchema, undefined>
  | StrictObjectSchema<Entries, undefined>
  | StringSchema<undefined>
  | UnionSchema<readonly GenericSchema[], undefined>
  | { readonly type: 'variant' };

type Types = Known['type'];

/** Whether a schema is of one of these kinds; valibot's `type` tells. */
export const is = <const Type extends Types>(
  schema: GenericSchema,
  ...types: readonly Type[]
): schema is GenericSchema & Extract<Known, { readonly type: Type }> =>
  types.some((type) => type === schema.type);

/** A schema without the wrappers that say whether it may be absent. */
export const unwrap = (schema: GenericSchema): GenericSchema => {
  if (is(schema, 'optional', 'exact_optional')) return unwrap(schema.wrapped);
  return is(schema, 'lazy') ? unwrap(schema.getter(undefined)) : schema;
};

export const mayBeAbsent = ({ type }: GenericSchema): boolean =>
  type === 'optional' || type === 'exact_optional' || type === 'nullish';
