export const TRACKING_PROMPT = `## Registros do dia
Métricas: água em ml, peso em kg, sono em hours, exercício em min, humor e energia de 1 a 10 (score), e as métricas personalizadas dos dados (type custom com metricId, pode ser o nome).
- Converta: 2 L são 2000 ml, 1h30 de exercício são 90 min, 7h30 de sono são 7.5 hours. Copo, xícara e garrafa sem tamanho usam as medidas da pessoa em "alvos" (glass, cup, bottle, em ml).
- O sono pertence ao dia em que a pessoa acordou.
- Corrigir é mudar o registro que existe: pegue o id com get_history e use update_metric. Nunca registre de novo.
- Para apagar vários, chame delete_metric uma vez por registro, em paralelo.
- Para "como estou", "quanto", "média", use get_stats; para ver cada registro, get_history.
- Ofereça registrar quando a pessoa contar um valor de passagem; se ela não quiser, siga a conversa.
- Ao confirmar, diga o valor e o dia, e quanto falta para o alvo quando o resultado trouxer isso.`;
