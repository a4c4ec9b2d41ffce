interface Privilege {
  /** The IAM action. */
  action: string
  on: 'bucket' | 'objects' | 'distribution' | 'stack'
  /** The commands of the SDK that need it. */
  commands: string[]
}

/**
 * Every permission that the role of a deploy needs.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const privileges: readonly Privilege[] = [
  // Lists the stored objects; without it, S3 also answers 403 for a missing object instead of 404.
  { action: 's3:ListBucket', on: 'bucket', commands: ['ListObjectsV2Command'] },
  // Reads the records of releases, and verifies uploads.
  { action: 's3:GetObject', on: 'objects', commands: ['GetObjectCommand', 'HeadObjectCommand'] },
  { action: 's3:PutObject', on: 'objects', commands: ['PutObjectCommand'] },
  // Deletes objects that no page of the last 30 days needs; a versioned bucket keeps the old version.
  { action: 's3:DeleteObject', on: 'objects', commands: ['DeleteObjectCommand'] },
  // Makes CloudFront fetch the few files without a hash in their name again.
  {
    action: 'cloudfront:CreateInvalidation',
    on: 'distribution',
    commands: ['CreateInvalidationCommand'],
  },
  // Reads the names of bucket and distribution, and the config; not needed with --bucket.
  { action: 'cloudformation:DescribeStacks', on: 'stack', commands: ['DescribeStacksCommand'] },
]

/**
 * The privileges as an IAM policy document.
 *
 * @param resources ARNs; `objects` is the bucket's ARN with `/*`, and `stack` ends with `NAME/*`, because the
 *   deploy asks for it by name.
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
