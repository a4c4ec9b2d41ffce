import { html } from '#local-cognito/http/html.ts'

/** Styles that the domain's pages need beyond those of the mailbox: forms and list buttons. */
export const pageStyle = html`<style>
  .narrow {
    max-width: 26rem;
    padding-block: clamp(1rem, 8vh, 5rem) 2rem;
  }
  .narrow main {
    padding: 1.5rem;
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    background: var(--surface);
  }
  .narrow h1 {
    margin-block-end: 0.25rem;
  }
  .mark + h1 {
    margin-block-start: 1rem;
  }
  .narrow h2 {
    margin: 1.5rem 0 0.5rem;
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border: 1px solid var(--line);
    border-radius: 50%;
    color: var(--accent);
    font-size: 1.5rem;
    font-weight: 600;
  }
  .rows {
    display: grid;
    gap: 0.5rem;
    margin: 1.25rem 0 0;
    padding: 0;
    list-style: none;
  }
  .row,
  .submit {
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--background);
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .row .quiet {
    display: block;
  }
  .row:hover,
  .submit:hover {
    border-color: var(--accent);
  }
  .submit {
    margin-block-start: 1rem;
    text-align: center;
  }
  .submit.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--surface);
    font-weight: 600;
  }
  .field {
    display: block;
    margin-block-start: 0.75rem;
  }
  .field input {
    box-sizing: border-box;
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    margin-block-start: 0.25rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--muted);
    border-radius: 0.5rem;
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  .check {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 2.75rem;
    margin-block-start: 0.5rem;
  }
  .check input {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    accent-color: var(--accent);
  }
  .complaint {
    margin-block-start: 0.25rem;
    color: var(--error);
  }
</style>`
