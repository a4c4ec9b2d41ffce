import { expect, type Page } from '@playwright/test'

/** Opens the gallery, which only the development server has, on the port after the portal's. */
export async function openGallery(page: Page, baseURL: string | undefined): Promise<void> {
  const gallery = new URL('/_gallery', baseURL)
  gallery.port = String(Number(gallery.port) + 1)
  await page.goto(gallery.href)
  await expect(page.getByRole('heading', { name: 'Gallery' })).toBeVisible()
}
