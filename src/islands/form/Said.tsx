import { Icon } from '../board/Icon.tsx';

interface Props {
  said: string;
  /** It was not done: said with a mark, so that it is not taken for a hint. The page's sprite has `circle-alert`. */
  isRefused?: boolean;
}

/** What came of an act, told to whoever hears the page too. */
export function Said({ said, isRefused = false }: Props) {
  const isMarked = isRefused && said !== '';
  return (
    <p className={isMarked ? 'notice' : 'small'} role="status">
      {isMarked && <Icon name="circle-alert" />}
      <span>{said}</span>
    </p>
  );
}
