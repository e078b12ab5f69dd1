import { useEffect, useState } from 'react';
import { isWeChat as isInWeChat } from '#client/in-app-browser.ts';
import type { DeviceRecord } from '#client/record/record.ts';
import type { RecordHealth } from '#client/record/record-types.ts';
import type { Fact } from '#core/model/fact.ts';
import { fill } from '#core/text/fill.ts';
import type { MeStrings } from '#i18n/me.ts';
import { Icon } from '../board/Icon.tsx';
import { DeleteRecord } from './DeleteRecord.tsx';
import { ExportRecord } from './ExportRecord.tsx';
import { ImportRecord } from './ImportRecord.tsx';
import type { MeProps } from './me-props.ts';

export interface KeepingProps extends MeProps {
  record: DeviceRecord;
  facts: readonly Fact[];
  health: RecordHealth;
}

/** Where the record lies, and everything its owner can do with it. */
export function Keeping(props: KeepingProps) {
  const { facts, health, strings } = props;
  const [isWeChat, setWeChat] = useState(false);
  useEffect(() => setWeChat(isInWeChat()), []);
  return (
    <section aria-labelledby="me-keep">
      <h2 id="me-keep">{strings.keepHeading}</h2>
      <div role="status">
        {health.state === 'kept' && (
          <p className="kept">
            <Icon name="smartphone" />
            <span>{fill(strings.kept, { n: facts.length })}</span>
          </p>
        )}
        {warnings(health, strings).map((warning) => (
          <p className="notice" key={warning}>
            <Icon name="circle-alert" />
            <span>{warning}</span>
          </p>
        ))}
      </div>
      {isWeChat && (
        <div className="notice">
          <Icon name="circle-alert" />
          <p>
            <b>{strings.wechatTitle}</b>
            <br />
            {strings.wechat}
          </p>
        </div>
      )}
      <ExportRecord canDownload={!isWeChat} {...props} />
      <ImportRecord {...props} />
      <DeleteRecord {...props} />
    </section>
  );
}

function warnings({ state, reason, former, setAside }: RecordHealth, strings: MeStrings): string[] {
  const found: string[] = [];
  if (state === 'memory') found.push(strings.memory[reason ?? 'blocked']);
  if (former) found.push(strings.former);
  if (setAside) found.push(fill(strings.setAside, { n: setAside }));
  return found;
}
