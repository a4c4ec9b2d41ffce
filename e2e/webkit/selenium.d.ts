// The types name the folder, which Node does not resolve from a module.
declare module 'selenium-webdriver/remote/index.js' {
  export * from 'selenium-webdriver/remote'
}
