/** `tel:` address of a phone as people write it: "(312) 555-0142 ext. 12" → "tel:+13125550142;ext=12". */
export function phoneHref(phone: string): string {
  const [number = '', extension] = phone.split(/\s*(?:ext\.?|x)\s*/i);
  const digits = number.replace(/\D/g, '');
  const international = number.trim().startsWith('+') ? `+${digits}` : digits.length === 10 ? `+1${digits}` : digits;
  const extensionDigits = extension?.replace(/\D/g, '');
  return `tel:${international}${extensionDigits ? `;ext=${extensionDigits}` : ''}`;
}
