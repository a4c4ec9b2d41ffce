import { useState } from 'react'
import { Icon } from './Icon.tsx'
import { icons } from './icons.ts'

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  // By what people see as one character: a letter with its marks, an emoji. Firefox before 125 cannot tell.
  const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined
  const first = (word = '') =>
    (segmenter ? [...segmenter.segment(word)][0]?.segment : Array.from(word)[0]) ?? ''
  return ends.map(first).join('').toLocaleUpperCase()
}

/**
 * A person's picture, or their initials while there is none, or the shape of somebody while there is
 * no name either. Decoration: the name stands beside it.
 *
 * @param picture its address; one that cannot be loaded, or that the CSP refuses, counts as none.
 */
export function Avatar({ name, picture }: { name: string; picture?: string | undefined }) {
  const [broken, setBroken] = useState<string>()
  return (
    <span className="avatar" aria-hidden="true">
      {picture === undefined || picture === broken ? (
        initials(name) || <Icon shape={icons.user} />
      ) : (
        <img src={picture} alt="" referrerPolicy="no-referrer" onError={() => setBroken(picture)} />
      )}
    </span>
  )
}
