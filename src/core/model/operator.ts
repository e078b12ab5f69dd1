/** Who runs this copy of the course, as its pages say it. Everything may be missing. */
export interface Operator {
  /** Name of the organisation. */
  organisation?: string;
  /** Whom to ask about one's data: a mail address, a web address, a telephone number or a sentence. */
  contact?: string;
  /** Path of a picture in `public/`, e.g. `/logo.svg`. */
  logo?: string;
  /** Filing number of the ministry, e.g. `沪ICP备12345678号-1`. */
  icp?: string;
  /** Filing number of the police, e.g. `沪公网安备31010602000001号`. */
  police?: string;
}

export interface OperatorMistake {
  name: string;
  value: string;
  problem: string;
  remedy: string;
}

/** The variables of the environment it is read from; pages are built with them. */
export const OPERATOR_VARIABLES = ['ORGANISATION', 'CONTACT', 'LOGO', 'ICP', 'POLICE'] as const;
type Variable = (typeof OPERATOR_VARIABLES)[number];

const RULES: Readonly<Record<Variable, { pattern: RegExp; problem: string; remedy: string }>> = {
  ORGANISATION: {
    pattern: /^.{1,60}$/u,
    problem: 'is longer than a footer can hold',
    remedy: 'write at most 60 characters',
  },
  CONTACT: {
    pattern: /^.{1,120}$/u,
    problem: 'is longer than a line',
    remedy: 'write at most 120 characters, e.g. CONTACT=privacy@example.com',
  },
  LOGO: {
    pattern: /^\/[\w-]+(\/[\w-]+)*\.(svg|png|webp)$/,
    problem: 'names no picture of this site',
    remedy: 'put an SVG, PNG or WebP into public/ and write its path, e.g. LOGO=/logo.svg',
  },
  ICP: {
    pattern:
      /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备证]\d{6,10}号(-\d{1,3})?$/,
    problem: 'is no filing number of the ministry',
    remedy: 'write it as it was given to you, e.g. ICP=沪ICP备12345678号-1',
  },
  POLICE: {
    pattern: /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{11,14}号$/,
    problem: 'is no filing number of the police',
    remedy: 'write it as it was given to you, e.g. POLICE=沪公网安备31010602000001号',
  },
};

/**
 * Read who runs this copy.
 * @param env an empty value counts as not set.
 * @returns what is right, and a mistake for each value that is not.
 */
export function readOperator(env: Readonly<Record<string, string | undefined>>): {
  operator: Operator;
  mistakes: OperatorMistake[];
} {
  const given = OPERATOR_VARIABLES.flatMap((name) => {
    const value = env[name]?.trim();
    return value ? [{ name, value, ...RULES[name] }] : [];
  });
  const mistakes = given.filter(({ pattern, value }) => !pattern.test(value));
  return {
    operator: Object.fromEntries(
      given
        .filter(({ pattern, value }) => pattern.test(value))
        .map(({ name, value }) => [name.toLowerCase(), value]),
    ),
    mistakes: mistakes.map(({ pattern: _, ...mistake }) => mistake),
  };
}

/** @returns where anybody can look a filing number up. @see 工业和信息化部 备案管理系统, 全国互联网安全管理服务平台 */
export const icpAddress = 'https://beian.miit.gov.cn/';
export const policeAddress = (police: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${police.replace(/\D/g, '')}`;

/** @returns a link for a contact that is an address, undefined for one that is only to be read. */
export function contactAddress(contact: string): string | undefined {
  if (/^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(contact)) return `mailto:${contact}`;
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  if (/^\+?[\d\s-]{6,20}$/.test(contact)) return `tel:${contact.replace(/[\s-]/g, '')}`;
  return undefined;
}
