import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider'
import { isEmail, isPhoneNumber } from '#local-cognito/users/attributes.ts'
import type { ContactAttribute } from '#local-cognito/users/contacts.ts'

/** Delivery details for an answer, with the address masked. */
export const deliveryDetails = (attribute: ContactAttribute, to: string): CodeDeliveryDetailsType =>
  attribute === 'email'
    ? { Destination: maskEmail(to), DeliveryMedium: 'EMAIL', AttributeName: attribute }
    : { Destination: maskPhone(to), DeliveryMedium: 'SMS', AttributeName: attribute }

/** Delivery details for an unknown username, derived from it so that they are stable. */
export function simulatedDelivery(name: string) {
  if (isPhoneNumber(name)) return deliveryDetails('phone_number', name)
  return deliveryDetails('email', isEmail(name) ? name : `${name}@${name}`)
}

/** `jo@example.com` -> `j***@e***` */
const maskEmail = (email: string) => {
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return `${email.charAt(0)}***@${domain.charAt(0)}***`
}

/** `+15555550123` -> `+*******0123` */
const maskPhone = (phone: string) => `+*******${phone.slice(-4)}`
