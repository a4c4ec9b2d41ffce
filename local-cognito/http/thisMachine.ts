/** Loopback addresses, and names that browsers resolve to nothing else (RFC 6761, section 6.3). */
const THIS_MACHINE = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Tells whether a host is this machine by its name alone. Every other name may belong to a website
 * whose DNS leads here for a while (DNS rebinding): to a browser, its pages then have the same
 * origin as the answers.
 * @param hostname as `URL.hostname` has it: lowercase, an IPv6 address in brackets
 */
export const isThisMachine = (hostname: string) => THIS_MACHINE.test(hostname)
