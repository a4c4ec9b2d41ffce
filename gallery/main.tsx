import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { account } from '#i18n/en/account/enAccount.ts'
import { pages } from '#i18n/en/pages.ts'
import { extendEnglish } from '#i18n/translate.ts'
import '#ui/global.css'
import '#app/layouts/shell.css'
import './gallery.css'
import { Gallery } from './Gallery.tsx'

// Every component is shown, so every message is loaded.
extendEnglish({ ...pages, ...account })

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
