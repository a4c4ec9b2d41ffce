import assert from 'node:assert/strict'
import { differingHeaders } from '../../../edge/differingHeaders.ts'
import { connectSources, securityHeaders } from '../../../edge/headers.ts'
import { parseConfig } from '../../../src/config/loadConfig.ts'
import { at, filledIn, list, members, property, type Template, text } from '../template.ts'
import { plus, replaced, type Rule, rule, set, unset, without } from './rule.ts'

const policy = (template: Template, path: string) =>
  property(template, 'SiteResponseHeaders', `ResponseHeadersPolicyConfig.${path}`)

const own = 'ResponseHeadersPolicyConfig.SecurityHeadersConfig'
const custom = 'ResponseHeadersPolicyConfig.CustomHeadersConfig.Items'
const csp = `${own}.ContentSecurityPolicy.ContentSecurityPolicy`

const security = (template: Template, path: string) =>
  policy(template, `SecurityHeadersConfig.${path}`)

const cspOf = (template: Template) =>
  filledIn(template, security(template, 'ContentSecurityPolicy.ContentSecurityPolicy'))

/** What a browser gets, but for what else HSTS says than how long. */
function headersOf(template: Template): Record<string, string> {
  const hsts = security(template, 'StrictTransportSecurity.AccessControlMaxAgeSec')
  const items = list(policy(template, 'CustomHeadersConfig.Items'))
  return {
    ...Object.fromEntries(items.map((item) => [text(at(item, 'Header')), text(at(item, 'Value'))])),
    'Content-Security-Policy': cspOf(template),
    'Strict-Transport-Security': `max-age=${text(hsts)}`,
    'X-Content-Type-Options': security(template, 'ContentTypeOptions') ? 'nosniff' : '',
    'X-Frame-Options': text(security(template, 'FrameOptions.FrameOption')),
    'Referrer-Policy': text(security(template, 'ReferrerPolicy.ReferrerPolicy')),
  }
}

const output = (template: Template, name: string) =>
  filledIn(template, template.Outputs[name]?.Value)

const configOf = (template: Template) => parseConfig(output(template, 'PortalConfig'))

export const headerRules: Rule[] = [
  rule(
    'the headers are those of edge/headers.ts for the config that the stack gives',
    (template) => {
      const [found, config] = [headersOf(template), configOf(template)]
      assert.deepEqual(
        Object.keys(found).toSorted(),
        Object.keys(securityHeaders(config)).toSorted(),
      )
      assert.deepEqual(differingHeaders(found, config), [])
      assert.equal(output(template, 'ConnectSources'), connectSources(found).join(' '))
    },
    {
      'frames allowed': replaced('SiteResponseHeaders', csp, " frame-ancestors 'none';", ''),
      'another region': set('SiteResponseHeaders', `${csp}.Fn::Join.1.1`, 'us-east-1'),
      'another header': plus('SiteResponseHeaders', custom, {
        Header: 'X-XSS-Protection',
        Value: '1',
        Override: true,
      }),
      'no COOP': without('SiteResponseHeaders', custom, 1),
      'referrers told': set(
        'SiteResponseHeaders',
        `${own}.ReferrerPolicy.ReferrerPolicy`,
        'origin',
      ),
      sniffing: unset('SiteResponseHeaders', `${own}.ContentTypeOptions`),
      'an API forgotten': replaced('SiteResponseHeaders', csp, ' https://api.example.com', ''),
    },
  ),
  rule(
    'no script or style but those of the site',
    (template) => assert.doesNotMatch(cspOf(template), /unsafe-|\*|data:|blob:|http:/),
    {
      'inline styles': replaced(
        'SiteResponseHeaders',
        csp,
        "style-src 'self'",
        "style-src 'self' 'unsafe-inline'",
      ),
      'anybody connected to': replaced(
        'SiteResponseHeaders',
        csp,
        "connect-src 'self'",
        'connect-src *',
      ),
    },
  ),
  rule(
    'no frame, no form, no base, no string that becomes a script',
    (template) => {
      const directives = cspOf(template).split('; ')
      for (const wanted of [
        "default-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
      ]) {
        assert.ok(directives.includes(wanted), `${wanted} is not in ${directives.join('; ')}`)
      }
    },
    {
      'frames of ourselves': replaced(
        'SiteResponseHeaders',
        csp,
        "frame-ancestors 'none'",
        "frame-ancestors 'self'",
      ),
      'no Trusted Types': replaced(
        'SiteResponseHeaders',
        csp,
        "require-trusted-types-for 'script'; ",
        '',
      ),
      forms: replaced('SiteResponseHeaders', csp, "form-action 'none'; ", ''),
    },
  ),
  rule(
    'the policy wins over whatever S3 says',
    (template) => {
      const items = [
        ...Object.values(members(policy(template, 'SecurityHeadersConfig'))),
        ...list(policy(template, 'CustomHeadersConfig.Items')),
      ]
      assert.equal(items.length, 9)
      for (const item of items) assert.equal(at(item, 'Override'), true, text(item))
    },
    {
      'not with its CSP': set(
        'SiteResponseHeaders',
        `${own}.ContentSecurityPolicy.Override`,
        false,
      ),
      'not with Permissions-Policy': set('SiteResponseHeaders', `${custom}.0.Override`, false),
    },
  ),
  rule(
    'https is kept to for two years; for other names only by choice',
    (template) => {
      const path = 'StrictTransportSecurity'
      assert.equal(security(template, `${path}.AccessControlMaxAgeSec`), 63_072_000)
      assert.equal(typeof security(template, `${path}.IncludeSubdomains`), 'boolean')
      if (security(template, `${path}.Preload`) === true) {
        assert.equal(security(template, `${path}.IncludeSubdomains`), true)
      }
    },
    {
      'a day': set(
        'SiteResponseHeaders',
        `${own}.StrictTransportSecurity.AccessControlMaxAgeSec`,
        86_400,
      ),
      'preload alone': set(
        'SiteResponseHeaders',
        `${own}.StrictTransportSecurity.IncludeSubdomains`,
        false,
      ),
    },
  ),
  rule(
    'no answer tells what is behind it',
    (template) =>
      assert.deepEqual(
        list(policy(template, 'RemoveHeadersConfig.Items')).map((item) => text(at(item, 'Header'))),
        ['Server', 'x-amz-server-side-encryption', 'x-amz-version-id'],
      ),
    {
      'S3 does': without(
        'SiteResponseHeaders',
        'ResponseHeadersPolicyConfig.RemoveHeadersConfig.Items',
        0,
      ),
    },
  ),
  rule(
    'no other site may read an answer',
    (template) => assert.equal(policy(template, 'CorsConfig'), undefined),
    {
      'any may': set('SiteResponseHeaders', 'ResponseHeadersPolicyConfig.CorsConfig', {
        AccessControlAllowOrigins: { Items: ['*'] },
      }),
    },
  ),
  rule(
    'caching is said by each file, not by the policy',
    (template) => assert.equal(headersOf(template)['Cache-Control'], undefined),
    {
      'for a day': plus('SiteResponseHeaders', custom, {
        Header: 'Cache-Control',
        Value: 'max-age=86400',
        Override: true,
      }),
    },
  ),
]
