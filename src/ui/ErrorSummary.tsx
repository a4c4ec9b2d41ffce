import type { MouseEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { Problem } from './useForm.ts'

/** Moves to the field without putting it into the address, which belongs to the router. */
function goTo(event: MouseEvent, field: string) {
  event.preventDefault()
  const target = document.getElementById(field)
  target?.focus()
  if (target instanceof HTMLInputElement && target.type === 'text') target.select()
}

/** All that is wrong with a form, in one place, with a way to each field. Focused by the form. */
export function ErrorSummary({ title, problems }: { title: string; problems: readonly Problem[] }) {
  return (
    <div className="alert alert-error error-summary" tabIndex={-1}>
      <Icon name="warning" />
      <div role="alert">
        <h2 className="alert-title">{title}</h2>
        <ul className="plain-list">
          {problems.map(({ field, message }) => (
            <li key={message}>
              {field === undefined ? (
                message
              ) : (
                <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
