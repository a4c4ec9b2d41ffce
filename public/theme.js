try {
  const theme = localStorage.getItem('gatehouse.theme')
  if (/^(light|dark)$/.test(theme)) document.documentElement.dataset.theme = theme
} catch (error) {
  if (!(error instanceof DOMException)) throw error
}
