export const longText =
  'A label that was written in a hurry and is a good deal longer than the field it belongs to is wide'

export const longWord =
  'ada.augusta.with.a.very.long.address.indeed@engineering.department.example.com'
