import type { EventReceivers, OnEvent } from './authEvent.ts'
import { createEventSender } from './eventSender.ts'
import { createTranslator, type Translator } from './translator.ts'

/** Turns the messages between page and vault into events, and passes them to each receiver. */
export function createEvents({ endpoint, onEvent }: EventReceivers): Translator {
  const receivers: OnEvent[] = []
  if (endpoint !== undefined) receivers.push(createEventSender(endpoint))
  if (onEvent) receivers.push(onEvent)
  return createTranslator((event) => {
    for (const receive of receivers) {
      try {
        receive(event)
      } catch (error) {
        // Of the operator's code: it must not stop the events after it.
        reportError(error)
      }
    }
  })
}
