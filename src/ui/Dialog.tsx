import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from './Icon.tsx'
import { InnerLiveRegion } from './LiveRegion.tsx'

interface DialogProps {
  open: boolean
  /** Called by Esc, the close button or a click on the backdrop. The caller then sets `open` to false. */
  onClose: () => void
  title: string
  /** Accessible name of the close button: Cancel, where it does not say otherwise. */
  closeLabel?: string
  /**
   * `danger`: confirms an action that cannot be undone. `warning`: comes by itself. Screen readers read the text of
   * both at once.
   */
  tone?: 'danger' | 'warning'
  /** Buttons, the safe one first: it gets the focus if the dialog has no field. */
  actions?: ReactNode
  children: ReactNode
}

/** A modal dialog. Its children are mounted only while it is open. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, closeLabel, tone, actions, children } = props
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false)
  const id = useId()

  // A layout effect: close() must run before the element is removed, or the focus is not restored.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    element.showModal()
    return () => element.close()
  }, [open])

  /** Whether the event hit the backdrop: the dialog has no padding, so only the backdrop targets it. */
  const beside = (event: MouseEvent) => event.target === dialog.current

  return (
    // Keyboard users close with Esc or the close button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- closing has a button, and Esc
    <dialog
      className="dialog"
      ref={dialog}
      role={tone === undefined ? undefined : 'alertdialog'}
      aria-labelledby={`${id}-title`}
      aria-describedby={tone === undefined ? undefined : `${id}-text`}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClose={() => open && !dialog.current?.open && onClose()}
      onMouseDown={(event) => {
        pressedBeside.current = beside(event)
      }}
      onClick={(event) => {
        // A text selection may end on the backdrop; that does not close the dialog.
        if (pressedBeside.current && beside(event)) onClose()
      }}
    >
      {open && (
        <InnerLiveRegion>
          <div className={tone === undefined ? 'dialog-body' : `dialog-body dialog-${tone}`}>
            <h2 className="dialog-title" id={`${id}-title`}>
              {tone !== undefined && <Icon name="warning" />}
              {title}
            </h2>
            <div className="dialog-text" id={`${id}-text`}>
              {children}
            </div>
            {actions !== undefined && <div className="dialog-actions">{actions}</div>}
            {/* Last, so that a field or an action gets the focus first. */}
            <button
              className="close"
              type="button"
              aria-label={closeLabel ?? t('account.cancel')}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          </div>
        </InnerLiveRegion>
      )}
    </dialog>
  )
}
