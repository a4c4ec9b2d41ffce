import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** The calls of CloudFormation and CloudFront that a deploy makes, on one port. */
export interface LocalAws {
  endpoint: string
  /** The invalidated addresses, call by call. */
  invalidated: string[][]
  close(): Promise<void>
}

/** @param outputs of the only stack. */
export async function startLocalAws(
  stack: string,
  outputs: Record<string, string>,
): Promise<LocalAws> {
  const invalidated: string[][] = []
  const server = createServer((request, response) => {
    read(request).then(
      (body) => {
        if (request.url?.startsWith('/2020-05-31/distribution/EXAMPLE123/invalidation')) {
          invalidated.push(
            [...body.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path = '']) => path),
          )
          answer(
            response,
            201,
            '<Invalidation><Id>I1</Id><Status>InProgress</Status></Invalidation>',
          )
        } else if (new URLSearchParams(body).get('StackName') === stack) {
          answer(response, 200, described(stack, outputs))
        } else {
          const text = `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id X does not exist</Message></Error></ErrorResponse>`
          answer(response, 400, text)
        }
      },
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The local AWS has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    invalidated,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += String(part)
  return body
}

function answer(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'Content-Type': 'text/xml' }).end(xml)
}

function described(stack: string, outputs: Record<string, string>): string {
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value.replaceAll('"', '&quot;')}</OutputValue></member>`,
  )
  return `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${stack}</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-11-23T10:00:00Z</CreationTime><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`
}
