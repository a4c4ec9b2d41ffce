import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '#ui/global.css'
import '#app/layouts/shell.css'
import './gallery.css'
import { Gallery } from './Gallery.tsx'

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
createRoot(element).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
)
