import { VaultError } from '#vault/wire/errors.ts'

/** Waits for a late part of the vault. What does not arrive, the network kept back. */
export async function loaded<Module>(loading: Promise<Module>): Promise<Module> {
  try {
    return await loading
  } catch (cause) {
    throw new VaultError({ code: 'network' }, undefined, { cause })
  }
}
