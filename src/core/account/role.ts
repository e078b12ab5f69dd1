/** What somebody may do: each role includes the ones before it. */
export const ROLES = ['learner', 'facilitator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);

/** Does `role` include `wanted`? */
export const reaches = (role: Role, wanted: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(wanted);
