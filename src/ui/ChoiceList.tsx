interface ChoiceListProps<Key extends string> {
  choices: { key: Key; name: string; hint: string }[]
  /** The one that was pressed, while what it leads to is on its way. */
  pending?: Key | undefined
  onChoose: (key: Key) => void
}

/** Ways to go on from here, one of which is to be pressed. */
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
