import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Icon } from './Icon.tsx'
import { InnerLiveRegion } from './LiveRegion.tsx'

interface DialogProps {
  open: boolean
  /** Asked for by Esc, the close button or a press beside the dialog. It is `open` that closes it. */
  onClose: () => void
  title: string
  /** Accessible name of the close button: Cancel, where it does not say otherwise. */
  closeLabel?: string
  /** `danger` asks whether something that cannot be undone is really meant; its text is read at once. */
  tone?: 'danger'
  /** Buttons, the harmless one first: where there is no field, it gets the focus. */
  actions?: ReactNode
  children: ReactNode
}

/** Asks for something before anything else can go on. What is in it is there only while it is open. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, closeLabel, tone, actions, children } = props
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false)
  const id = useId()

  // Before anything is painted, and before the element goes: only close() gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    element.showModal()
    return () => element.close()
  }, [open])

  /** The dialog has no padding, so what hits the element itself hits its backdrop. */
  const beside = (event: MouseEvent) => event.target === dialog.current

  return (
    // Esc does for the keyboard what the backdrop does for the pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- closing has a button, and Esc
    <dialog
      className="dialog"
      ref={dialog}
      role={tone === 'danger' ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={tone === 'danger' ? `${id}-text` : undefined}
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
        // Selecting text may end beside the dialog; that is no wish to leave.
        if (pressedBeside.current && beside(event)) onClose()
      }}
    >
      {open && (
        <InnerLiveRegion>
          <div className={tone === undefined ? 'dialog-body' : `dialog-body dialog-${tone}`}>
            <h2 className="dialog-title" id={`${id}-title`}>
              {tone === 'danger' && <Icon name="warning" />}
              {title}
            </h2>
            <div className="dialog-text" id={`${id}-text`}>
              {children}
            </div>
            {actions !== undefined && <div className="dialog-actions">{actions}</div>}
            {/* Last, so that the first thing the person came for has the focus. */}
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
