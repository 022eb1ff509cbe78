import { DomainError, isDomainError } from "@vida/core/errors";

const SENTENCES: Readonly<Record<string, string>> = {
  "chat.timeout": "Demorei demais e parei por aqui. Tenta de novo, talvez com um pedido menor.",
  "model.timeout": "O modelo demorou demais para responder. Tenta de novo daqui a pouco.",
  "model.overloaded": "O serviço do modelo está sobrecarregado agora. Tenta de novo daqui a pouco.",
  "model.network": "Não consegui falar com o serviço do modelo. Confere a conexão e tenta de novo.",
  "model.cut": "A resposta foi cortada no meio e não consegui retomar. Tenta de novo.",
  "model.empty":
    "O modelo não respondeu nada desta vez. Tenta de novo, talvez com outras palavras.",
  "model.malformed":
    "O modelo respondeu de um jeito que não consegui ler. Tenta de novo, talvez com outras palavras.",
  "model.blocked":
    "O filtro de segurança do modelo barrou esta resposta. Tenta de novo com outras palavras.",
  "model.refused": "O serviço do modelo recusou este pedido. Tenta de novo com outras palavras.",
  "model.tooLong": "A resposta ficou longa demais e parei aqui. Pede uma parte de cada vez.",
  "model.tooManyCalls":
    "Isso precisou de passos demais e parei aqui. Tenta dividir em pedidos menores.",
  "chat.messageNotFound": "Não achei mais a mensagem desta conversa.",
};

const UNKNOWN = "Deu um erro do nosso lado e não consegui terminar. Tenta de novo.";

/** How a run that failed is called and what the person is told of it. */
export function endingOf(error: unknown): { reason: string; sentence: string } {
  if (!isDomainError(error)) return { reason: "chat.bug", sentence: UNKNOWN };
  return { reason: error.reason, sentence: SENTENCES[error.reason] ?? UNKNOWN };
}

/** The ending of a run whose time was over. */
export function lateEnding(): { reason: string; sentence: string } {
  return endingOf(new DomainError("limited", "chat.timeout"));
}
