import { Aws } from 'aws-cdk-lib'

/** CloudFront's policies and functions belong to the account, whatever the region: two stacks must not meet. */
export const nameInStack = (name: string) => `${Aws.STACK_NAME}-${Aws.REGION}-${name}`
