#!/usr/bin/env -S node --import tsx
import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { findFirefox } from './firefox.ts'

// Starts Firefox with Playwright's arguments behind a WebDriver BiDi proxy, which answers one command itself:
// Playwright 1.65 sends it for every context, and Firefox 153 does not know it.
// https://www.w3.org/TR/webdriver-bidi/#module-emulation

interface Command {
  id: number
  method: string
  params: object
}

/** Accepts the light scheme, which Firefox shows anyway. Others fail, so that no test relies on them. */
function isGranted({ method, params }: Command): boolean {
  return (
    method === 'emulation.setMediaFeaturesOverride' &&
    JSON.stringify(params).includes('"prefers-color-scheme":"light"')
  )
}

const firefox = spawn(findFirefox(), process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
})
firefox.on('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => firefox.kill(signal))
}

createInterface(firefox.stderr).on('line', (line) => {
  const address = /^WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
  if (address === undefined) process.stderr.write(`${line}\n`)
  else startProxy(address)
})

function startProxy(address: string): void {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (playwright, { url = '' }) => connect(playwright, `${address}${url}`))
  server.on('listening', () => {
    const at = server.address()
    if (typeof at !== 'object' || at === null) throw new Error('A TCP server has a port')
    // Playwright waits for this line.
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${at.port}\n`)
  })
}

function connect(playwright: WebSocket, address: string): void {
  const browser = new WebSocket(address, { perMessageDeflate: false })
  playwright.pause()
  browser.on('open', () => playwright.resume())
  browser.on('message', (data) => playwright.send(textOf(data)))
  // `close` follows an error, too.
  browser.on('error', ({ message }) => process.stderr.write(`${message}\n`))
  browser.on('close', () => playwright.close())
  playwright.on('close', () => browser.close())
  playwright.on('message', (data) => {
    const text = textOf(data)
    const command: unknown = JSON.parse(text)
    if (isCommand(command) && isGranted(command)) {
      playwright.send(JSON.stringify({ type: 'success', id: command.id, result: {} }))
    } else browser.send(text)
  })
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value
}

function textOf(data: RawData): string {
  if (!Buffer.isBuffer(data)) throw new TypeError('ws gives Buffers, unless told otherwise')
  return data.toString()
}
