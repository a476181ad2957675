import { configSchema } from '../src/cli/config-schema.ts';
import { CONFIG_KEYS } from '../src/cli/init/keys.ts';
import type { Json } from './policy-schema.ts';
import { convert } from './policy-schema.ts';

/** The schema of `policy-lint.yaml`, with what `init` says of each key. */
export const configJsonSchema = (): Json => {
  const schema = convert(configSchema);
  const properties = schema['properties'] as Record<string, Json>;
  const described = Object.entries(properties).map(([key, value]) => {
    const words = CONFIG_KEYS.find((known) => known.key === key)?.words;
    return [key, { ...(words !== undefined && { description: words }), ...value }] as const;
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'policy-lint.yaml',
    ...schema,
    properties: Object.fromEntries(described),
  };
};
