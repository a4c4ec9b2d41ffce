/** Something the deploy may be allowed, and why it needs it. */
export interface Privilege {
  /** IAM's name for it. */
  action: string
  on: 'bucket' | 'objects' | 'distribution' | 'stack'
  /** The SDK's commands that need it. */
  commands: string[]
  why: string
}

/**
 * All that a deploy does in AWS, and so all that its role needs.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const privileges: readonly Privilege[] = [
  {
    action: 's3:ListBucket',
    on: 'bucket',
    commands: ['ListObjectsV2Command'],
    why: 'to see what is there; also, without it a missing object is answered 403 instead of 404',
  },
  {
    action: 's3:GetObject',
    on: 'objects',
    commands: ['GetObjectCommand', 'HeadObjectCommand'],
    why: 'to read the records of releases, and to verify what was stored',
  },
  {
    action: 's3:PutObject',
    on: 'objects',
    commands: ['PutObjectCommand'],
    why: 'to upload',
  },
  {
    action: 's3:DeleteObject',
    on: 'objects',
    commands: ['DeleteObjectCommand'],
    why: 'to delete what no page of the last 30 days needs; in a versioned bucket it only hides it',
  },
  {
    action: 'cloudfront:CreateInvalidation',
    on: 'distribution',
    commands: ['CreateInvalidationCommand'],
    why: 'to have the few files without a hash in their name fetched anew',
  },
  {
    action: 'cloudformation:DescribeStacks',
    on: 'stack',
    commands: ['DescribeStacksCommand'],
    why: 'to learn the bucket, the distribution and the config; not needed with --bucket',
  },
]

/** What the privileges are for; `objects` is the bucket's ARN with `/*`. */
export type Resources = Record<Privilege['on'], string>

/** The privileges as an IAM policy document for exactly these resources. */
export function deployPolicy(resources: Resources) {
  return {
    Version: '2012-10-17',
    Statement: privileges.map(({ action, on }) => ({
      Effect: 'Allow',
      Action: action,
      Resource: resources[on],
    })),
  }
}
