/** WeChat's in-app browser blocks downloads and may clear what a page has stored. */
export const isWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);
