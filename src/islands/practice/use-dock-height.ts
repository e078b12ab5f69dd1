import { type RefObject, useLayoutEffect } from 'react';

/** Tells the page how high the dock is, so that the newest line can stay above it. */
export function useDockHeight(dock: RefObject<HTMLElement | null>): void {
  // Before the new line is scrolled to, which is done when everything stands.
  useLayoutEffect(() => {
    const element = dock.current;
    if (!element) return;
    const { style } = document.documentElement;
    const tell = () => style.setProperty('--dock-height', `${Math.round(element.offsetHeight)}px`);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.removeProperty('--dock-height');
    };
  }, [dock]);
}
