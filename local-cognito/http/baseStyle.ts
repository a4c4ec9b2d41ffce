import { html } from './html.ts'

/** Inline, so that a page is complete in one response. */
export const style = html`<style>
  :root {
    color-scheme: light dark;
    --background: light-dark(#f6f5f2, #16171a);
    --surface: light-dark(#fff, #1f2125);
    --text: light-dark(#1d1f23, #ececea);
    --muted: light-dark(#5b5f67, #a3a7af);
    --line: light-dark(#e2e0da, #33363c);
    --accent: light-dark(#2f5d50, #8fc7b4);
    --error: light-dark(#96281b, #f2a499);
    font:
      16px/1.5 system-ui,
      sans-serif;
    background: var(--background);
    color: var(--text);
  }
  body {
    max-width: 46rem;
    margin: 0 auto;
    padding: 2rem 1rem 4rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: start;
    justify-content: space-between;
  }
  h1 {
    margin: 0;
    font-size: 1.5rem;
    letter-spacing: -0.01em;
  }
  h2 {
    margin: 2.5rem 0 0.75rem;
    font-size: 1.0625rem;
  }
  p {
    margin: 0;
  }
  section > p {
    margin-bottom: 0.75rem;
  }
  .quiet,
  .count {
    color: var(--muted);
    font-size: 0.875rem;
  }
  .count {
    font-weight: normal;
    font-variant-numeric: tabular-nums;
  }
  .cards {
    margin: 0;
    padding: 0;
    list-style: none;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  .cards li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.625rem 1rem;
  }
  .cards li + li {
    border-top: 1px solid var(--line);
  }
  .address {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  code {
    font-family: ui-monospace, monospace;
  }
  .code {
    color: var(--accent);
    font-size: 1.25rem;
    letter-spacing: 0.06em;
    user-select: all;
    overflow-wrap: anywhere;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .tag {
    padding: 0 0.5rem;
    border: 1px solid var(--line);
    border-radius: 1rem;
    color: var(--muted);
    font-size: 0.8125rem;
  }
  .tag.good {
    color: var(--accent);
  }
  .tag.alarm {
    border-color: currentcolor;
    color: var(--error);
  }
  .empty {
    padding: 1rem;
    border: 1px dashed var(--line);
    border-radius: 0.625rem;
    color: var(--muted);
  }
  .button {
    padding: 0.375rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--surface);
    color: inherit;
    text-decoration: none;
  }
  .button:hover {
    border-color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
</style>`
