import type { Turn } from "./turn.ts";

const HELP = [
  "- **CVV: 188**, escuta 24 horas, de graça e em sigilo",
  "- **SAMU: 192**, se há risco agora ou alguém se feriu",
  "- **Polícia: 190**, em perigo imediato",
  "- **Central da Mulher: 180**, para violência contra a mulher",
].join("\n");

const OPENING = {
  self_harm:
    "Sinto muito que esteja doendo tanto assim. Obrigado por me contar. Sua vida importa, e você não precisa passar por isso sem companhia.",
  violence:
    "Sinto muito que isso esteja acontecendo. Não é culpa sua, e você merece estar em segurança.",
};

/**
 * Says where help is, at once and without any model.
 *
 * The four lines stand in every such answer, whatever the words were, and nothing is proposed.
 */
export function crisisAnswer(turn: Turn): Record<string, never> {
  const opening = OPENING[turn.understanding.crisis ?? "self_harm"];
  const text = `${opening}\n\nAgora mesmo você pode falar com alguém:\n\n${HELP}\n\nVocê está em segurança neste momento? Se quiser, me conta o que está acontecendo. Estou aqui.`;
  turn.ports.text(turn.messageId, text);
  return {};
}
