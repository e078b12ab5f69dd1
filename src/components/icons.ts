import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw';
import cornerDownLeft from 'lucide-static/icons/corner-down-left.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import fingerprint from 'lucide-static/icons/fingerprint-pattern.svg?raw';
import keyRound from 'lucide-static/icons/key-round.svg?raw';
import layoutGrid from 'lucide-static/icons/layout-grid.svg?raw';
import lifeBuoy from 'lucide-static/icons/life-buoy.svg?raw';
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import messageSquareQuote from 'lucide-static/icons/message-square-quote.svg?raw';
import notebookPen from 'lucide-static/icons/notebook-pen.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import userRound from 'lucide-static/icons/user-round.svg?raw';
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';

/** Icons in use, from lucide (ISC). rotate-ccw always means try again; check always means done or right. */
const sources = {
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  check,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'corner-down-left': cornerDownLeft,
  download,
  'fingerprint-pattern': fingerprint,
  'key-round': keyRound,
  'layout-grid': layoutGrid,
  'life-buoy': lifeBuoy,
  lightbulb,
  list,
  'log-out': logOut,
  'message-square-quote': messageSquareQuote,
  'notebook-pen': notebookPen,
  plus,
  printer,
  'rotate-ccw': rotateCcw,
  smartphone,
  'trash-2': trash,
  'undo-2': undo,
  'user-round': userRound,
  'wifi-off': wifiOff,
  x,
};

export type IconName = keyof typeof sources;

/** @returns `<symbol>` elements for a page's sprite; islands and parts show them by `<use href="#i-name">`. */
export function symbols(names: readonly IconName[]): string {
  return names
    .map((name) => {
      const body = sources[name]
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/<\/?svg[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      return `<symbol id="i-${name}" viewBox="0 0 24 24">${body}</symbol>`;
    })
    .join('');
}
