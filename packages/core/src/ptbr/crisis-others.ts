import { CLASSES } from "./crisis-classes.ts";
import { phrases } from "./phrases.ts";

/** Somebody else who hurts or threatens: told apart from self-harm before it. */
export const OTHERS_ON_ME = phrases(
  `
  OTHER ..7 me matar|mata|mate|matando|mataria|enforc*|machuc*|bater|espanc*|estrangul*|esfaque*
  meu|minha|o|a|um ..1 KIN ..7 me matar|mata|mate|matando|mataria|enforc*|machuc*|bater|espanc*|estrangul*|esfaque*
  disse|disseram|fala|falou|diz|gritando que ..7 me mata|matar|furar|pegar|quebrar
  me pegar|acha e me matar|mata
  me assalt*|bateram|espanc*|roubaram ..4 bater*|arma|espanc*|faca|coronhad*
`,
  CLASSES,
);

/** Somebody near who speaks of dying or tried to: the help lines are for them too. */
export const THEIR_DEATH = phrases(
  `
  OTHER|KIN|FRIEND ..5 se matar|matou|enforc*|suicid*|envenen*|mutil*
  OTHER|KIN|FRIEND ..5 se cort* ..2 braco*|pulso*|pernas|sempre|toda|todo|dia|de
  OTHER|KIN|FRIEND ..3 quer|queria|disse|fala|falou|pensa|pensou|pensando|falando|tentou|tenta|ameaca|ameacou ..3 morrer|suicid*
  OTHER|KIN|FRIEND ..5 nao ..1 aguenta|quer|queria mais? viver
  OTHER|KIN|FRIEND ..3 nao ve mais? sentido ..3 viver|vida
  KIN|FRIEND ..1 esta? se cortando|corta|mutila
  OTHER|KIN|FRIEND ..3 tirar|tirou|tirasse a ..1 vida
  OTHER|KIN|FRIEND ..3 mensagem|carta|bilhete|audio de despedida
  cortes|cicatrizes no|nos|na|nas|em braco*|perna*|pulso*|coxa* da|do|dela|dele
  OTHER|KIN|FRIEND ..4 vai|quer|queria|ia|pensa|ameacou se jogar|matar|enforcar|cortar
`,
  CLASSES,
);

export const OWN_WISH = phrases(
  `
  quero|vou|vontade|penso|pensando|coragem|beira de|em? me mat*|enforc*
  eu|fico|penso em? me KILL|CUT|batendo
  acho que|q elas|eles tem razao
`,
  CLASSES,
);
