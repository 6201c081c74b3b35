/** `王**`. */
export const maskedName = (name: string | undefined): string =>
  name ? `${Array.from(name)[0] ?? ''}**` : '—';

/** `138****0000`; short numbers lose all but their last two digits. */
export function maskedPhone(phone: string | undefined): string {
  if (!phone) return '—';
  return phone.length >= 11
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `****${phone.slice(-2)}`;
}
