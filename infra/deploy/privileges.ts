/** An IAM action of the deploy, and why it needs it. */
interface Privilege {
  action: string
  on: 'bucket' | 'objects' | 'distribution' | 'stack'
  /** The commands of the SDK that need it. */
  commands: string[]
  why: string
}

/**
 * Every permission that the role of a deploy needs.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const privileges: readonly Privilege[] = [
  {
    action: 's3:ListBucket',
    on: 'bucket',
    commands: ['ListObjectsV2Command'],
    why: 'to list the stored objects; without it, S3 also answers 403 for a missing object instead of 404',
  },
  {
    action: 's3:GetObject',
    on: 'objects',
    commands: ['GetObjectCommand', 'HeadObjectCommand'],
    why: 'to read the records of releases, and to verify uploads',
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
    why: 'to delete objects that no page of the last 30 days needs; a versioned bucket keeps the old version',
  },
  {
    action: 'cloudfront:CreateInvalidation',
    on: 'distribution',
    commands: ['CreateInvalidationCommand'],
    why: 'to make CloudFront fetch the few files without a hash in their name again',
  },
  {
    action: 'cloudformation:DescribeStacks',
    on: 'stack',
    commands: ['DescribeStacksCommand'],
    why: 'to read the names of bucket and distribution, and the config; not needed with --bucket',
  },
]

/**
 * The privileges as an IAM policy document.
 *
 * @param resources ARNs; `objects` is the bucket's ARN with `/*`.
 */
export function deployPolicy(resources: Record<Privilege['on'], string>) {
  return {
    Version: '2012-10-17',
    Statement: privileges.map(({ action, on }) => ({
      Effect: 'Allow',
      Action: action,
      Resource: resources[on],
    })),
  }
}
