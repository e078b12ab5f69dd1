import type { FormEvent } from 'react';
import { Said } from './Said.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  /** Class of the form. */
  className: string;
  field: Parameters<typeof TextField>[0];
  /** On the button. */
  go: string;
  /** Class of the button. */
  look: string;
  isBusy: boolean;
  /** What came of it; absent where the page says it elsewhere. */
  said?: string;
  isRefused?: boolean;
  onGo: () => void;
}

/** A form of one field and one button. */
export function OneField({ className, field, go, look, isBusy, said, isRefused, onGo }: Props) {
  function submit(event: FormEvent) {
    event.preventDefault();
    onGo();
  }
  return (
    <form className={className} onSubmit={submit}>
      <TextField {...field} />
      <button type="submit" className={look} aria-disabled={isBusy}>
        {go}
      </button>
      {said !== undefined && <Said said={said} isRefused={isRefused ?? false} />}
    </form>
  );
}
