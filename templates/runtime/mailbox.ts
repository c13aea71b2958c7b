const misplacedDot = /^(?:\.|$)|\.\.|\.$/;
const quotedPair = /\\[ -~]/g;

/**
 * Whether a text is a mailbox (RFC 5321 §4.1.2).
 *
 * @param notInAtoms finds what a local part without quotes does not have
 * @param notInQuotes finds what a quoted local part does not have, its quoted pairs aside
 * @param isHost tells whether a text may stand behind the `@`
 */
export function isMailbox(
  text: string,
  notInAtoms: RegExp,
  notInQuotes: RegExp,
  isHost: (text: string) => boolean,
): boolean {
  // An address literal may have an "@", but no "[".
  const at = text.lastIndexOf(text.endsWith("]") ? "@[" : "@");
  if (at === -1 || !isHost(text.slice(at + 1))) return false;
  const local = text.slice(0, at);
  if (!local.startsWith('"')) return !misplacedDot.test(local) && !notInAtoms.test(local);
  const quoted = local.slice(1, -1).replace(quotedPair, "");
  return local.length > 1 && local.endsWith('"') && !notInQuotes.test(quoted);
}
