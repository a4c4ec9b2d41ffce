import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { schemaOf } from './schema.ts'

/** @throws CognitoError for an attribute that no schema can have */
export function checkSchema(asked: SchemaAttributeType[]) {
  const standard = new Set(schemaOf().map(({ Name }) => Name))
  for (const attribute of asked)
    if (attribute.Required && !standard.has(attribute.Name))
      throw invalidParameter('Required custom attributes are not supported currently.')
}
