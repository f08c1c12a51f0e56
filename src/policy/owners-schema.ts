import { z } from 'zod';
import type { JsonObject } from '../pool/json.ts';
import { ownersSchema } from './owners-file.ts';

/** The JSON schema of owners.yaml, for editors. What it accepts the loader may still refuse; never the other way. */
export const ownersJsonSchema = (): JsonObject => {
  const form = z.toJSONSchema(ownersSchema, { target: 'draft-2020-12' }) as unknown as SchemaOfOwners;
  const { owners } = form.properties;
  const owner = owners.items;
  return {
    ...form,
    title: 'Lifeguard owners',
    properties: {
      owners: {
        ...owners,
        items: {
          ...owner,
          properties: { ...owner.properties, pools: { ...owner.properties.pools, minProperties: 1 } },
          anyOf: [{ required: ['emails'] }, { required: ['topic'] }],
        },
      },
    },
  };
};

/** The part of z.toJSONSchema's answer that is built upon. */
interface SchemaOfOwners extends JsonObject {
  readonly properties: {
    readonly owners: JsonObject & {
      readonly items: JsonObject & { readonly properties: JsonObject & { readonly pools: JsonObject } };
    };
  };
}
