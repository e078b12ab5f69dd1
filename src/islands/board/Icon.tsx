/** A lucide icon out of the page's sprite (see components/icons.ts); decorative. */
export function Icon({ name, small = true }: { name: string; small?: boolean }) {
  return (
    <svg className={small ? 'i s' : 'i'} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
