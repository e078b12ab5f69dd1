import { Bench, KeepBar, type KeepStrings } from './Bench.tsx';
import { Field } from './Field.tsx';
import { useTexts } from './use-texts.ts';
import type { Workbench } from './workbench.ts';

/** One answer of one's own that is kept. */
export function ReflectPractice({
  activity,
  strings,
}: {
  activity: Workbench<'reflect'>;
  strings: KeepStrings;
}) {
  const { texts, write, onBlur, ...keeping } = useTexts(activity, ['text']);
  return (
    <Bench label={activity.title} look="reflect" written={keeping.written} onBlur={onBlur}>
      <Field
        field="text"
        label={activity.prompt}
        hint={activity.hint}
        rows={4}
        most={activity.most}
        value={texts.text ?? ''}
        onWrite={(text) => write('text', text)}
        strings={strings}
      />
      <KeepBar {...keeping} strings={strings} />
    </Bench>
  );
}
