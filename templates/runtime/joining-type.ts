const joinsAfter =
  /[\u0620\u0626\u0628\u062A-\u062E\u0633-\u0647\u0649\u064A\u066E\u066F\u0679-\u0687\u069A-\u06BF\u06C1\u06C2\u06CC\u06CE\u06D0\u06D1\u06FA-\u06FC\u06FF\u0712-\u0714\u071A-\u071D\u071F-\u0727\u0729\u072B\u072D\u072E\u074E-\u0758\u075C-\u076A\u076D-\u0770\u0772\u0775-\u0777\u077A-\u077F\u07CA-\u07EA\u0841-\u0845\u0848\u084A-\u0853\u0855\u0860\u0862-\u0865\u0868\u0886\u0889-\u088D\u088F-\u08A9\u08AF\u08B0\u08B3-\u08B8\u08BA-\u08C8\u1820-\u1878\u1887-\u18AA\uA840-\uA872\u{10AC0}-\u{10AC4}\u{10ACD}\u{10AD3}-\u{10ADC}\u{10ADE}-\u{10AE0}\u{10B80}\u{10B82}\u{10B86}-\u{10B88}\u{10B8A}\u{10B8B}\u{10B8D}\u{10B90}\u{10D00}-\u{10D21}\u{10D23}\u{10EC3}\u{10EC4}\u{10EC6}\u{10EC7}\u{10F30}-\u{10F32}\u{10F34}-\u{10F44}\u{10F70}-\u{10F73}\u{10F76}-\u{10FB0}\u{10FB2}\u{10FB3}\u{10FB8}\u{10FBB}\u{10FBC}\u{10FBE}\u{10FBF}\u{10FC1}\u{10FC4}\u{1E922}-\u{1E943}]/u;

const joinsBefore =
  /[\u0620\u0622-\u064A\u066E-\u0673\u0679-\u06D5\u06EE\u06EF\u06FA-\u06FC\u06FF-\u077F\u07CA-\u07EA\u0840-\u0860\u0862-\u0865\u0867-\u0882\u0886\u0889-\u08AC\u08AE-\u08C8\u1820-\u1878\u1887-\u18AA\uA840-\uA871\u{10AC0}-\u{10AC5}\u{10AC7}-\u{10ACA}\u{10ACE}-\u{10AD6}\u{10AD8}-\u{10AE1}\u{10AE4}\u{10B80}-\u{10B91}\u{10D01}-\u{10D23}\u{10EC2}-\u{10EC4}\u{10EC6}\u{10EC7}\u{10F30}-\u{10F44}\u{10F70}-\u{10FB0}\u{10FB2}-\u{10FB6}\u{10FB8}-\u{10FBF}\u{10FC1}-\u{10FC4}\u{1E922}-\u{1E943}]/u;

const transparentToJoining = /[\p{Mn}\u{1E94B}]/u;

/**
 * Whether the characters on both sides of a place in a label join there in cursive script, those
 * passed over that are transparent (RFC 5892 Appendix A.1). JavaScript has no Joining_Type, so the
 * letters are listed that join what comes after (types L and D) or before (types R and D).
 */
export function joinsAcross(characters: readonly string[], place: number): boolean {
  const opaque = (character: string) => !transparentToJoining.test(character);
  const before = characters.slice(0, place).filter(opaque).at(-1);
  const after = characters.slice(place + 1).find(opaque);
  return joinsAfter.test(before ?? "") && joinsBefore.test(after ?? "");
}
