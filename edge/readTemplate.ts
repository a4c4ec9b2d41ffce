/** A part of a CloudFormation template, of which nothing is known yet. */
type Part = unknown

/** What is under these names, if they lead anywhere. */
export function member(of: Part, ...names: (string | number)[]): Part {
  return names.reduce<Part>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined,
    of,
  )
}

export const list = (part: Part): Part[] => (Array.isArray(part) ? part : [])

/** @returns '' where there is none. */
export const word = (part: Part): string =>
  typeof part === 'string' || typeof part === 'number' ? String(part) : ''

/** The properties of the one resource of this type. */
export function only(template: Part, type: string): Part {
  const [first, ...others] = resources(template).filter(([, one]) => member(one, 'Type') === type)
  if (!first || others.length > 0) {
    throw new Error(`The template has ${first ? 'more than one' : 'no'} ${type}`)
  }
  return member(first[1], 'Properties')
}

/** The properties of what `Ref` or `Fn::GetAtt` points to. */
export function pointedTo(template: Part, pointer: Part): Part {
  const id = member(pointer, 'Ref') ?? member(pointer, 'Fn::GetAtt', 0)
  const found = typeof id === 'string' ? member(template, 'Resources', id, 'Properties') : undefined
  if (!found) throw new Error(`The template has nothing at ${JSON.stringify(pointer)}`)
  return found
}

/** Text with its pseudo parameters filled in, as CloudFormation does it. */
export function textIn(part: Part, region: string): string {
  if (typeof part === 'string') return part
  if (member(part, 'Ref') === 'AWS::Region') return region
  const join = member(part, 'Fn::Join')
  const separator = member(join, 0)
  if (typeof separator === 'string') {
    return list(member(join, 1))
      .map((one) => textIn(one, region))
      .join(separator)
  }
  throw new Error(`No text: ${JSON.stringify(part)}`)
}

/** Every statement of every policy of a bucket. */
export const bucketStatements = (template: Part): Part[] =>
  resources(template)
    .filter(([, one]) => member(one, 'Type') === 'AWS::S3::BucketPolicy')
    .flatMap(([, one]) => list(member(one, 'Properties', 'PolicyDocument', 'Statement')))

const resources = (template: Part): [string, Part][] =>
  Object.entries(member(template, 'Resources') ?? {})
