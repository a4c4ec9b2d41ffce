import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import { render } from './render.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Does nothing but say that the form works: this page shows what React and its libraries cost alone. */
async function submitted(): Promise<string> {
  performance.mark('submitted')
  return ''
}

// The data router: the first choice of React Router's documentation.
const router = createBrowserRouter([{ path: '*', element: <SignInForm signIn={submitted} /> }])

render(
  <QueryClientProvider client={new QueryClient()}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)
