import { useState } from 'react'
import { Icon } from './Icon.tsx'
import { icons } from './icons.ts'

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  // By grapheme: a letter with its marks, an emoji. Firefox before 125 has no Segmenter.
  const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined
  const first = (word = '') =>
    (segmenter ? [...segmenter.segment(word)][0]?.segment : Array.from(word)[0]) ?? ''
  return ends.map(first).join('').toLocaleUpperCase()
}

/**
 * A user's picture; without one their initials; without a name an icon. Decoration: the name is written
 * beside it.
 *
 * @param picture URL; one that cannot be loaded, or that the CSP blocks, counts as none.
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
