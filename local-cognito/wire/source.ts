import { describeAgent } from './userAgent.ts'

/** Where a request comes from, as far as it can be known. */
export interface RequestSource {
  address: string
  /** A browser and a system, such as `Chrome 125 / macOS`, or `unknown`. */
  device: string
}

/** The node adapter listens here alone, and under MSW there is no network at all. */
const THIS_MACHINE = '127.0.0.1'

/** Anybody may send the header: nobody here has an address that could be lied about. */
export function sourceOf({ headers }: Request): RequestSource {
  const [first = ''] = (headers.get('X-Forwarded-For') ?? '').split(',')
  const address = first.trim()
  return {
    address: isAddress(address) ? address : THIS_MACHINE,
    device: describeAgent(headers.get('User-Agent') ?? ''),
  }
}

const isAddress = (text: string) =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || (/^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':'))
