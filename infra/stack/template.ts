export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The members of a template that anything here reads. */
export interface Template {
  Resources: Record<string, Resource>
  Outputs: Record<string, { Value: Json }>
  [section: string]: unknown
}

export interface Resource {
  Type: string
  Properties: { [name: string]: Json }
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

export function readTemplate(text: string): Template {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- CDK made it; whoever reads on checks what is found
  return JSON.parse(text) as Template
}

/** @param path members and indexes with dots between them. */
export function at(json: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Array.isArray(value) ? value[Number(key)] : value[key]
  }, json)
}

/** Several, one or none: policies write a list of one as the one. */
export function list(json: Json | undefined): Json[] {
  if (json === undefined) return []
  return Array.isArray(json) ? json : [json]
}

export const texts = (json: Json | undefined): string[] => list(json).map(text)

/** Of something else than a text, its JSON, which no check takes for one. */
export const text = (json: Json | undefined): string =>
  typeof json === 'string' ? json : (JSON.stringify(json) ?? '')

export const members = (json: Json | undefined): { [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {}

export const ofType = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.Resources).filter(([, { Type }]) => Type === type)

/** @param name the path of the construct, to which CDK adds eight hexadecimal digits. */
export function idOf(template: Template, name: string): string {
  const id = Object.keys(template.Resources).find(
    (one) => one.startsWith(name) && /^[\dA-F]{8}$/.test(one.slice(name.length)),
  )
  if (id === undefined) throw new Error(`The template has no ${name}`)
  return id
}

export function resource(template: Template, name: string): Resource {
  const found = template.Resources[idOf(template, name)]
  if (!found) throw new Error(`The template has no ${name}`)
  return found
}

export const property = (template: Template, name: string, path: string): Json | undefined =>
  at(resource(template, name).Properties, path)

/** What CloudFormation would know; everything else is filled in as `<name>`. */
const known: Record<string, string> = {
  'AWS::Region': 'eu-central-1',
  'AWS::Partition': 'aws',
  'AWS::AccountId': '123456789012',
  'AWS::StackName': 'gatehouse',
}

const knownTypes: Record<string, string> = {
  'AWS::Cognito::UserPool': 'eu-central-1_AbCdEfGhI',
  'AWS::Cognito::UserPoolClient': '1example23456789',
}

/** @returns the text that it would be in a stack in eu-central-1. */
export function filledIn(template: Template, json: Json | undefined): string {
  const reference = at(json, 'Ref')
  if (typeof reference === 'string') {
    const type = template.Resources[reference]?.Type ?? ''
    return known[reference] ?? knownTypes[type] ?? `<${reference}>`
  }
  const attribute = at(json, 'Fn::GetAtt')
  if (attribute !== undefined) return `<${texts(attribute).join('.')}>`
  const parts = at(json, 'Fn::Join.1')
  if (parts !== undefined) {
    return list(parts)
      .map((part) => filledIn(template, part))
      .join('')
  }
  if (typeof json === 'string') return json
  throw new Error(`Not a text: ${JSON.stringify(json)}`)
}
