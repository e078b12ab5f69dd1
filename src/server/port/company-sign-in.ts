/** Signing in with an account of one's company (OpenID Connect). Nothing of it is kept between going there and coming back. */
export interface CompanySignIn {
  /** As the button names it. */
  name: string;
  /**
   * Send somebody there. @param returnTo path on this site.
   * @returns where to, and what the same browser has to bring back; unreachable: the company's server does not answer.
   */
  begin(
    returnTo: string,
  ): Promise<{ status: 'begun'; location: string; state: string } | { status: 'unreachable' }>;
  /** Somebody comes back. @param query raw, with its question mark. @param state as given by `begin`; '' without. */
  finish(query: string, state: string): Promise<CompanyReturn>;
}

export type CompanyReturn =
  | {
      status: 'known';
      /** The account: the same one for the same person at the same company. */
      userId: string;
      /** What the company calls them, where it says so. */
      name?: string;
      returnTo: string;
    }
  | { status: 'failed'; why: CompanyFailure; returnTo: string };

/** denied: said no there · again: too late, another browser or used before · unreachable · failed: anything else. */
export type CompanyFailure = 'denied' | 'again' | 'unreachable' | 'failed';
