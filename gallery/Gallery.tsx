import { useEffect } from 'react'
import { Heading } from '#ui/Heading.tsx'
import { LiveRegion } from '#ui/LiveRegion.tsx'
import { SkipLink } from '#ui/SkipLink.tsx'
import { buttons } from './buttons.tsx'
import { choices } from './choices.tsx'
import { content } from './content.tsx'
import { feedback } from './feedback.tsx'
import { fields } from './fields.tsx'
import { lists } from './lists.tsx'
import { Toolbar } from './Toolbar.tsx'

const groups = [
  { title: 'Buttons', entries: buttons },
  { title: 'Fields', entries: fields },
  { title: 'Choices and forms', entries: choices },
  { title: 'Feedback', entries: feedback },
  { title: 'Lists', entries: lists },
  { title: 'Content', entries: content },
]

/** Shows every component of the design system, in each of its states. */
export function Gallery() {
  useEffect(() => {
    // The code fields focus themselves, as on their own pages.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const target = document.getElementById(window.location.hash.slice(1))
    if (target) target.scrollIntoView()
    else window.scrollTo(0, 0)
  }, [])

  return (
    <LiveRegion>
      <SkipLink>Skip to the components</SkipLink>
      <div className="gallery">
        <header>
          <Heading lead="Every part of the design system, in each of its states.">Gallery</Heading>
          <Toolbar />
        </header>
        <nav className="gallery-contents" aria-label="Components">
          {groups.map(({ title, entries }) => (
            <div key={title}>
              <p className="gallery-group">{title}</p>
              <ul className="plain-list">
                {entries.map(({ name }) => (
                  <li key={name}>
                    <a href={`#${name.toLowerCase()}`}>{name}</a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <main id="main" tabIndex={-1}>
          {groups
            .flatMap(({ entries }) => entries)
            .map(({ name, samples: Samples }) => (
              <section className="gallery-entry" id={name.toLowerCase()} key={name}>
                <h2>{name}</h2>
                <div className="gallery-samples">
                  <Samples />
                </div>
              </section>
            ))}
        </main>
      </div>
    </LiveRegion>
  )
}
