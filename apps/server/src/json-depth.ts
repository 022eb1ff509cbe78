/** How deep an input may nest; a body of brackets alone would exhaust the stack of whatever walks it. */
const deepest = 64;

/** Whether a JSON text nests deeper than any input does. One pass, no parsing. */
export function isTooDeep(json: string): boolean {
  if (json.length <= deepest) return false;
  let depth = 0;
  let inText = false;
  for (let n = 0; n < json.length; n += 1) {
    const char = json.charCodeAt(n);
    if (inText) {
      if (char === backslash) n += 1;
      else if (char === quote) inText = false;
    } else if (char === quote) inText = true;
    else if (char === openBracket || char === openBrace) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (char === closeBracket || char === closeBrace) depth -= 1;
  }
  return false;
}

const [quote, backslash, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
