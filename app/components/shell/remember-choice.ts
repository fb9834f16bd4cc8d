const yearSeconds = 31_536_000

/** Keeps a choice in a cookie of this site for a year, for pages before the sign-in. */
export function rememberChoice(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`
}
