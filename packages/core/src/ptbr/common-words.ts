/**
 * Everyday words that are no part of the domain but near one of its words: right as they stand, never
 * corrected ("nome" is not "nove", "dieta" not "deita").
 */
export const COMMON_WORDS: readonly string[] =
  `acao alianca alvo aperta apertado aperto atraso baixinho balao batom bicho boato bolha bombeiro
botao bunda cabe cachorra caco caixa calco calma canela caneta cano cansaco cansei capa carregando
carteiro casca caua cego ceia centro chao chave cima clara clima cofre colo comando concerto
consenso contato contrario conversar copa copiar corda coroa correcao couro coxa cozinheiro cpf
creme crime crise curto debora dedinho delegado delicado demora depende descanso desconto deserto desgraca
desligar desmaiar despertador desprezo dieta disco diversos economia efeito empregada encerra
encerrar escada escolha escravo estilo falha fama feiura fera fernando ferro fila fio flecha foco
fome fonte forro freio frota fruto fuga furo galo ganso graca grade grana graxa greve honra
instalacao interesse laco lago lama latim laura leao lei lenco leo limao limpo lobo longa longo
lucia luva luxo macho manada mancha manga mapa marina mato medida medir mico milhar moda molho motor
muleta muro mute nanda nando neve nome nora notar obra obrigacao ovo padrao pagina pano papo parto
passaro pata patins pecado pedaco pedal pena pera pino pipa piso pista planeta poco porco portao
pote praga prateado predio processo pulga pulso punho puxei queixo quieto quina raca rafa ramo razao
rede regar regra revista rolo rumo sabao sacola sapo seca sede seguida selo selva sera sofia solda
solo sopa sumi sumir suor surdo surra tapa tati tema terco terra tesoura tocha tombo touro traca transito
tras treco trono tropa truco uniao unica vara vila voto`.split(/\s+/);
