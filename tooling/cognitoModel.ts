import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A member of a structure in Cognito's API model. */
interface Member {
  isRequired: boolean
  /** Name of its structure or enum, without the list or map around it; `string` and the like. */
  type: string
  /** Whether the names of its members are values, as in a map: they are not in the model. */
  isMap: boolean
}

export type Structure = Record<string, Member>

/** Cognito's API model, as far as the declarations of AWS's SDK have it: they are generated from it. */
export interface CognitoModel {
  operations: Record<string, { input: string; output?: string; exceptions: string[] }>
  structures: Record<string, Structure>
  enums: Record<string, string[]>
}

/**
 * Reads the model from the declarations of `@aws-sdk/client-cognito-identity-provider`. They are read as text, so that
 * a version can be read whose own packages are not installed.
 *
 * @param folder the package: it has a folder `dist-types`.
 * @throws Error where it has none, or where the declarations look different from those of 2026.
 */
export async function readCognitoModel(folder: string): Promise<CognitoModel> {
  const commands = join(folder, 'dist-types', 'commands')
  const models = join(folder, 'dist-types', 'models')
  const operations = Object.fromEntries(
    (await readAll(commands, /Command\.d\.ts$/)).map(([file, text]) => [
      file.replace('Command.d.ts', ''),
      readOperation(file, text),
    ]),
  )
  const texts = (await readAll(models, /^(models_\d+|enums)\.d\.ts$/)).map(([, text]) => text)
  const declarations = withoutComments(texts.join('\n'))
  const model = {
    operations,
    structures: readStructures(declarations),
    enums: readEnums(declarations),
  }
  if (!model.structures['InitiateAuthRequest'] || !model.enums['ChallengeNameType'])
    throw new Error(`The declarations in ${models} have another form than this program reads.`)
  return model
}

async function readAll(folder: string, pattern: RegExp): Promise<[file: string, text: string][]> {
  const files = (await readdir(folder)).filter((file) => pattern.test(file))
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => [
      file,
      await readFile(join(folder, file), 'utf8'),
    ]),
  )
}

function readOperation(file: string, text: string) {
  const shapeOf = (suffix: string) =>
    new RegExp(`Command${suffix} extends (\\w+)[, ]`)
      .exec(text)?.[1]
      ?.replace('__MetadataBearer', '')
  const input = shapeOf('Input')
  if (input === undefined) throw new Error(`${file} has another form than this program reads.`)
  const output = shapeOf('Output')
  const exceptions = [...text.matchAll(/@throws \{@link (\w+Exception)\}/g)]
    .map(([, type]) => type ?? '')
    .filter((type) => type !== 'CognitoIdentityProviderServiceException')
  return { input, exceptions, ...(output ? { output } : {}) }
}

const withoutComments = (text: string) => text.replaceAll(/\/\*[^]*?\*\//g, '')

function readStructures(text: string): Record<string, Structure> {
  const blocks = text.matchAll(/export interface (\w+)[^{]*\{([^}]*)\}/g)
  return Object.fromEntries(
    [...blocks].map(([, name = '', body = '']) => {
      const members = body.matchAll(/^\s*(\w+)(\??): (.*);$/gm)
      return [
        name,
        Object.fromEntries(
          [...members].map(([, member = '', mark, type = '']) => [
            member,
            {
              isRequired: mark === '',
              type: type.replaceAll(/ \| undefined|\[\]|^Record<string, |>$/g, ''),
              isMap: type.startsWith('Record<'),
            },
          ]),
        ),
      ]
    }),
  )
}

function readEnums(text: string): Record<string, string[]> {
  const blocks = text.matchAll(/export declare const (\w+): \{([^}]*)\}/g)
  return Object.fromEntries(
    [...blocks].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/readonly \w+: "([^"]*)"/g)].map(([, value = '']) => value),
    ]),
  )
}
