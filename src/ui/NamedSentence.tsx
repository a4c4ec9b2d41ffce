interface NamedSentenceProps {
  /** Makes the sentence; puts what it is given where the name belongs. */
  sentence: (placeholder: string) => string
  /** A name that came with a link: anybody may have written it. */
  name: string
}

/** Of the private use area, so in no message. */
const placeholder = '\uE000'

const maxLength = 40

/** A sentence with a name in it that has a direction of its own, and takes no more than a line. */
export function NamedSentence({ sentence, name }: NamedSentenceProps) {
  const [before, ...after] = sentence(placeholder).split(placeholder)
  const shown = shortened(name)
  return (
    <>
      {before}
      <bdi title={shown === name ? undefined : name}>{shown}</bdi>
      {after.join('')}
    </>
  )
}

/** Keeps the end, too: of an email address, that is where it belongs to. */
function shortened(name: string): string {
  if (name.length <= maxLength) return name
  const half = maxLength / 2 - 1
  // The halves of a surrogate pair that is cut are left out.
  return `${name.slice(0, half)}…${name.slice(-half)}`.replaceAll(/\p{Cs}/gu, '')
}
