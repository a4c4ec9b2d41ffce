interface ChoiceListProps<Key extends string> {
  choices: { key: Key; name: string; hint: string }[]
  /** The pressed choice, while the next page loads. */
  pending?: Key | undefined
  onChoose: (key: Key) => void
}

/** Buttons, one for each choice; each has a name and a hint. */
export function ChoiceList<Key extends string>({
  choices,
  pending,
  onChoose,
}: ChoiceListProps<Key>) {
  return (
    <ul className="plain-list choices">
      {choices.map(({ key, name, hint }) => (
        <li key={key}>
          <button
            className="choice"
            type="button"
            aria-busy={pending === key}
            onClick={() => {
              if (pending === undefined) onChoose(key)
            }}
          >
            <span className="choice-name">{name}</span>
            <span className="soft small">{hint}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
