// Runs at CloudFront before its cache (runtime cloudfront-js-2.0): one function, no imports, no exports.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html

/**
 * Extension-less addresses belong to the portal; everything else must be a file. A missing file stays
 * a 404: answered with index.html, a missing script would be run as HTML, and password managers could
 * not tell that an address under /.well-known/ does not exist (W3C change-password-url).
 */
function handler(event) {
  const request = event.request
  const uri = request.uri
  if (uri === '/.well-known/change-password') {
    return {
      statusCode: 302,
      statusDescription: 'Found',
      headers: { location: { value: '/account/password' } },
    }
  }
  const lastSegment = uri.slice(uri.lastIndexOf('/') + 1)
  const isFile =
    uri.startsWith('/assets/') || uri.startsWith('/.well-known/') || lastSegment.includes('.')
  if (!isFile) request.uri = '/index.html'
  return request
}
