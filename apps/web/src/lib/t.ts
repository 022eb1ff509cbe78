import messages from "../messages/pt-BR.json";

type Leaf<Node, Prefix extends string = ""> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${Key}`
    : Leaf<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

export type MessageKey = Leaf<typeof messages>;
export type MessageValues = Readonly<Record<string, string | number>>;

type Node = string | { readonly [key: string]: Node };

function find(key: string): string {
  let node: Node | undefined = messages;
  for (const part of key.split(".")) node = typeof node === "object" ? node[part] : undefined;
  return typeof node === "string" ? node : key;
}

/**
 * Returns a text of the catalogue with its values filled in.
 *
 * A text with ` | ` has two forms; `count` 1 takes the first, every other number the second.
 */
export function t(key: MessageKey, values: MessageValues = {}): string {
  const text = find(key);
  const forms = text.split(" | ");
  const form = forms.length === 2 ? forms[values["count"] === 1 ? 0 : 1] : text;
  return (form ?? text).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** Returns the text of a key made from data, or the fallback when the catalogue has none. */
export function tMaybe(key: string, fallback: string): string {
  const text = find(key);
  return text === key ? fallback : text;
}
