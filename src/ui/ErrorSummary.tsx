import type { MouseEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { Problem } from './useForm.ts'

/** Focuses the field without changing the URL, which belongs to the router. */
function focusField(event: MouseEvent, field: string) {
  event.preventDefault()
  const target = document.getElementById(field)
  target?.focus()
  if (target instanceof HTMLInputElement && target.type === 'text') target.select()
}

/** Every problem of a form, each linked to its field (GOV.UK error summary). The form focuses it. */
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
                <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
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
