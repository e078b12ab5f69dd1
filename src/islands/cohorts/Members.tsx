import { useId, useMemo, useState } from 'react';
import { fill } from '#core/text/fill.ts';
import type { PartProps } from './CohortPage.tsx';
import { MEMBER_ORDERS, type MemberOrder, type MemberRow, memberRows } from './member-order.ts';
import { Section, Wide } from './Section.tsx';
import { shortDayOf } from './wording.ts';

/** Who stands where: one line for each learner. */
export function Members(props: PartProps) {
  const { strings, language, report } = props;
  const [order, setOrder] = useState<MemberOrder>('joined');
  const id = useId();
  const rows = useMemo(
    () => memberRows(report, order, language === 'zh' ? 'zh-CN' : 'en'),
    [report, order, language],
  );
  const t = strings.table;
  if (rows.length === 0) return null;
  return (
    <Section id="members" title={strings.sections.members}>
      <p className="choose no-print">
        <label htmlFor={id}>{t.sort}</label>
        <select id={id} value={order} onChange={(event) => setOrder(event.target.value as MemberOrder)}>
          {MEMBER_ORDERS.map((one) => (
            <option key={one} value={one}>
              {t.sorts[one]}
            </option>
          ))}
        </select>
      </p>
      <Wide label={strings.sections.members}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.done}</th>
              <th scope="col" className="start">
                {t.now}
              </th>
              <th scope="col">{t.overdue}</th>
              <th scope="col">{t.last}</th>
              <th scope="col">{t.joined}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.member.learnerId} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Section>
  );
}

function Row({ row, strings, lessons, report }: PartProps & { row: MemberRow }) {
  const { member, done, overdue, now } = row;
  const { none } = strings.table;
  const id = now === undefined ? undefined : report.outline.lessons[now]?.id;
  const lesson = lessons.find((one) => one.id === id);
  const { lastAt } = member.standing;
  return (
    <tr>
      <th scope="row">{member.nickname}</th>
      <td>
        {done}/{report.outline.lessons.length}
      </td>
      <td className="start">{lesson ? fill(strings.goals.lesson, { n: lesson.number }) : (id ?? none)}</td>
      <td className={overdue ? 'again' : undefined}>{overdue || none}</td>
      {/* A device's clock may be ahead of the server's. */}
      <td>{lastAt === undefined ? none : shortDayOf(Math.min(lastAt, report.at))}</td>
      <td>{shortDayOf(member.joinedAt)}</td>
    </tr>
  );
}
