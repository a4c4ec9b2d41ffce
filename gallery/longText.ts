export const longText =
  'A label that somebody wrote in a hurry and that goes on for a good deal longer than the field it belongs to is wide'

export const longWord =
  'ada.augusta.with.a.very.long.address.indeed@engineering.department.example.com'
