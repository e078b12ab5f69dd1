import type { Realm } from '#core/model/lesson.ts';

/** 心, 功 and 网 as strokes on a 24 px grid. */
export const SIGN_STROKES: Record<Realm, string> = {
  xin: 'M4.6 11.3 3.4 16.2 M8.2 9.4v7.3c0 2.3 1 3.3 3.3 3.3h3.2c2 0 2.9-1 3.1-3.6 M11.6 4.4l2 4.3 M17.7 8.7l3 4.7',
  gong: 'M2.8 6.6h7.4 M6.5 6.6v9.7 M2.3 17.2l8.6-1.3 M12 8.9h8.3c0 5.6-.3 9.4-1.2 10.7-.6.9-1.9.8-3.5.2 M15.7 3.8v4.7c0 5-1.3 8.9-4.6 11.8',
  wang: 'M4.2 20.8V4.6h15.6v13.9c0 1.7-.9 2.3-3 2.1 M10.9 7.7c-.6 3.9-1.9 7-4 9.3 M7.1 9l4 6.5 M17 7.7c-.6 3.9-1.9 7-4 9.3 M13.2 9l4 6.5',
};
