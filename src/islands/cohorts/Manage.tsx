import { useState } from 'react';
import { fill } from '#core/text/fill.ts';
import { OneField } from '../form/OneField.tsx';
import { Sure } from '../form/Sure.tsx';
import type { PartProps } from './CohortPage.tsx';
import { People } from './People.tsx';
import { Section } from './Section.tsx';

/** Name, who leads, who is taken out, the end of it all. */
export function Manage(props: PartProps) {
  const { strings, language, cohort, act } = props;
  const t = strings.manage;
  return (
    <Section id="manage" title={strings.sections.manage} isPrinted={false}>
      <Change
        {...props}
        label={strings.name}
        go={t.rename}
        initial={cohort.name}
        onGo={(name) => act({ do: 'rename', name })}
      />
      <h3>{t.facilitators}</h3>
      <p>{cohort.facilitators.map(({ nickname }) => nickname).join(language === 'zh' ? '、' : ', ')}</p>
      <Change
        {...props}
        label={`${t.addTitle}${language === 'zh' ? '：' : ': '}${t.addWho}`}
        go={t.add}
        initial=""
        onGo={(who) => act({ do: 'add-facilitator', who })}
      />
      <People {...props} />
      <Sure
        name={t.removeCohort}
        cancel={t.cancel}
        question={fill(t.removeCohortAsk, { name: cohort.name })}
        onSure={() => act({ do: 'remove' })}
      />
    </Section>
  );
}

interface FieldProps extends PartProps {
  label: string;
  go: string;
  initial: string;
  onGo: (value: string) => Promise<boolean>;
}

/** One value to be changed, or to be added: then the field is empty again. */
function Change({ label, go, initial, onGo, isBusy }: FieldProps) {
  const [value, setValue] = useState(initial);
  async function change() {
    if ((await onGo(value)) && initial === '') setValue('');
  }
  return (
    <OneField
      className="one-field"
      field={{ label, value, onChange: setValue }}
      go={go}
      look="btn line"
      isBusy={isBusy}
      onGo={change}
    />
  );
}
