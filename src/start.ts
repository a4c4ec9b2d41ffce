// A classic script in ES5, so that every browser runs it before the first paint. It applies the chosen theme
// (src/app/layouts/Preferences.tsx), and shows a message if the browser is too old for the page (tooling/browsers.ts).
;(function () {
  var html = document.documentElement

  try {
    var theme = localStorage.getItem('gatehouse.theme')
    if (/^(light|dark)$/.test(theme)) html.setAttribute('data-theme', theme)
  } catch (error) {
    // The browser blocks site data (src/storage.ts): the theme of the device stays.
  }

  var sentences = [
    {
      lang: 'en',
      dir: 'ltr',
      text: 'Your browser is too old for this page. Please update it, or use another one.',
    },
    {
      lang: 'de',
      dir: 'ltr',
      text: 'Ihr Browser ist zu alt für diese Seite. Bitte aktualisieren Sie ihn oder nehmen Sie einen anderen.',
    },
    {
      lang: 'ar',
      dir: 'rtl',
      text: 'متصفحك قديم جدًا لهذه الصفحة. يُرجى تحديثه أو استخدام متصفح آخر.',
    },
  ]

  function say() {
    var sentence = sentences[0]
    for (var at = 0; at < sentences.length; at += 1) {
      if (navigator.language.indexOf(sentences[at].lang) === 0) sentence = sentences[at]
    }
    var main = document.createElement('main')
    main.className = 'too-old'
    main.lang = sentence.lang
    main.dir = sentence.dir
    main.appendChild(document.createElement('h1')).textContent = sentence.text
    var root = document.getElementById('root')
    root.replaceChild(main, root.querySelector('.arriving'))
  }

  // Features that the page needs. `randomUUID` is also missing without https, which src/main.tsx reports to the
  // operator.
  var isTooOld =
    !('noModule' in document.createElement('script')) ||
    !window.Worker ||
    !window.AbortSignal ||
    !AbortSignal.timeout ||
    !Object.hasOwn ||
    (window.isSecureContext && !crypto.randomUUID)

  if (isTooOld) {
    // src/main.tsx does not start then.
    html.setAttribute('data-too-old', '')
    // The body exists by then, even if the scripts of the page have not loaded.
    document.addEventListener('readystatechange', function () {
      if (document.readyState === 'interactive') say()
    })
    return
  }

  // A script of this page that cannot be parsed, or fails before it has drawn anything, needs a newer browser too.
  window.addEventListener('error', function (event) {
    var isOurs = event.filename.indexOf(location.origin + '/assets/') === 0
    if (isOurs && document.querySelector('.arriving')) say()
  })
})()
