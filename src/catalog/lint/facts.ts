import { type CourseFiles, type LessonFiles, proseOf, textsBelow } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** Figures and quotations that facts.md corrects or drops: pattern, F-number, what may be said. */
const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [/心态决定(一切|命运)(?!」)/, 'F-01', '心态决定你先迈哪一步，结果还看本事、市场和运气'],
  [
    /(幸存|活下来)[^。]{0,16}(因为|靠|归功于|多亏)[^。]{0,8}(心态|积极|乐观)/,
    'F-02',
    'who survived did not depend on attitude',
  ],
  [/(天助自助者)[^。]{0,12}(圣经|古语|古人)/, 'F-03', '谚语, from English'],
  [/(效应|效果)量?\s?d\s?=|d\s?=\s?0?\.65/, 'F-05', 'quote no effect size'],
  [/危机[^。]{0,10}(字面|本义|拆开|就是)[^。]{0,8}(机会|机遇)/, 'F-06', 'claim no etymology'],
  [/甘地(说|曾说|讲)(?![^。]*误传)/, 'F-07', 'author unknown; the attribution to Gandhi is wrong'],
  [/(平庸|普通)[^。]{0,8}(优秀|卓越)[^。]{0,10}(10%|百分之十)/, 'F-09', '差别常常只在最后一小步'],
  [
    /满意度[^。]{0,12}(1%|百分之一)[^。]{0,12}(2\.75|275)|275\s?million|2\.75亿/,
    'F-10',
    '每升1个百分点，五年约多2.57亿美元: one plant’s own estimate',
  ],
  [
    /流失率[^。]{0,6}(降|减少|降低)\s?5%|至少[^。]{0,6}25%[^。]{0,6}利润|利润[^。]{0,6}至少[^。]{0,6}25%/,
    'F-11',
    '流失率降5个百分点; 25%–85% in the sectors modelled, never 至少',
  ],
  [/多(4|5|四|五)倍/, 'F-12', '是4倍 or 是5倍: 多4倍 means five times as much'],
  [/(1[:：比]10|一个投诉[^。]{0,10}十个)/, 'F-13', '早期TARP研究的常引数字是1:26'],
  [
    /德鲁克(曾?说|有句名言|的名言)[：，「“]?[^。]{0,6}(没有商品|只有消费者)/,
    'F-14',
    '企业的目的只有一个站得住脚的定义：创造顾客',
  ],
  [/成功人生\s?[=＝]/, 'F-15', '成功的业务工作'],
  [
    /(时间|分钟)[^。]{0,6}(40|四十)%[^。]{0,8}(建立)?信任/,
    'F-16',
    'the shares are a picture of effort and no timetable',
  ],
];

/** Rule group 4: what is claimed. */
export function factRules({ sources }: CourseFiles, lesson: LessonFiles): Found[] {
  const known = new Set(sources.data.sources.map(({ id }) => id));
  const { head, items, zh, en } = lesson;
  const found: Found[] = [];
  const refuse = (file: string, line: number, text: string) => {
    for (const [pattern, id, instead] of REFUSED) {
      const [words] = text.match(pattern) ?? [];
      if (words)
        found.push({
          file,
          line,
          rule: 'facts/refused',
          message: `"${words}" is not what ${id} allows`,
          remedy: `say: ${instead}`,
        });
    }
  };
  for (const text of [zh, ...(en ? [en] : [])]) {
    for (const [index, line] of proseOf(text).entries()) refuse(text.file, index + 1, line);
    text.lines.forEach((line, index) => {
      for (const [id] of line.matchAll(/\bF-\d{2}\b/g))
        if (!known.has(id))
          found.push({
            file: text.file,
            line: index + 1,
            rule: 'facts/source',
            message: `${id} is not in content/sources.yaml`,
            remedy: 'add the source, or cite another',
          });
    });
  }
  // Wrong options may say what learners must find wrong.
  for (const text of textsBelow(items.data))
    if (
      !text.path.some((step) => /^(options|reasons|cards|stem)$/.test(String(step))) ||
      text.path.includes('feedback')
    )
      refuse(items.file, items.lineAt([...text.path, 'zh']), text.zh);
  head.data.facts.forEach((id, index) => {
    if (!known.has(id))
      found.push({
        file: head.file,
        line: head.lineAt(['facts', index]),
        rule: 'facts/source',
        message: `${id} is not in content/sources.yaml`,
        remedy: 'add the source, or cite another',
      });
  });
  items.data.items.forEach((item, index) => {
    for (const id of item.facts)
      if (!known.has(id))
        found.push({
          file: items.file,
          line: items.lineAt(['items', index, 'facts']),
          rule: 'facts/source',
          message: `${item.id} cites ${id}, which is not in content/sources.yaml`,
          remedy: 'add the source, or cite another',
        });
  });
  return found;
}
