import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { messages } from '#i18n/en/messages.ts'
import { extendEnglish } from '#i18n/translate.ts'
import '#ui/global.css'
import '#app/layouts/shell.css'
import './gallery.css'
import { Gallery } from './Gallery.tsx'

// Every component is shown, so every message is loaded.
extendEnglish(messages)

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
