import { CLASSES } from "./crisis-classes.ts";
import { phrases } from "./phrases.ts";
import { wordSet } from "./words.ts";

/** Words that begin what is meant: no figure reaches across them, or "vi um filme e quero me matar" were a story. */
export const MEANT = wordSet(
  "quero queria querendo vontade penso pensei pensando vou tentei tento preciso desejo quando depois porque",
);

/** Figures of speech that name death or blows and mean none. */
export const FIGURATIVE = phrases(
  `
  me mat*|acab*|arrebent* de|na|no|nos|nas|em|para|por|com ..1 WORK|STATE
  me mat*|acab*|arrebent* WORK|STATE
  morr*|morta|morto|mortas|mortos de? STATE
  morr* de|com|na|no|para|por|pel* ..1
  morta|morto de
  estou morrend* aqui? de|com
  quase morri
  me mat* do coracao
  me mata|matam|matando aos poucos
  fatura|conta|boleto|preco|depilador*|manicure|treino|personal|academia ..1 me mata|matou|matam|matando
  fatura|conta|boleto|preco|depilador* ..5 me mata|matou|matam|matando ..2 k|kk|haha*|rs
  vontade de matar ele|ela|meu|minha|o|a ..6 k|kk|haha*|rs
  me cortei com ..2 de leve
  formiga*|barata*|rato*|cupim|praga* ..8 veneno
  tapa na cara da vida
  aula|prova|trabalho|seminario|estudar|ler ..3 durkheim ..4 suicid*
  carta|cartao de despedida ..5 aposentar|colega*
  gata|gato|cachorro|cachorra ..2 me persegu*
  cachorro|gato|gata|cachorra ..5 mord*|avancou
  banca|prova|simulado me bateu|espancou|surrou
  como ..1 se? escreve|traduz|diz suicid*
  quem foi|eh maria da penha
  nao quero|queria acordar ..1 amanha|cedo ..1 feriado|cedo|domingo|sabado|ferias
  chefe|orientador* me mata se eu n|nao entregar|terminar|mandar|enviar|chegar
  quase me bat* ..3 k|kk|haha*|rs
  brincamos|brincando ..6 me prend*|amarr*
  referencias|artigos|tese|tcc|palestra sobre ..1 suicid*|automutil*
  suicid* no|na|em ..1 lol|jogo|game|cs|free|fortnite|valorant|gta|partida|roblox|minecraft
  boss|chefao|monstro|inimigo|bot|zumbi ..1 me mat*|mata|matou
  muay|boxe|jiu|judo|karate|capoeira|luta|kickboxing ..4 levei|tomei|apanhei ..1 BLOW
  li|lendo|ler|leitura|livro o|do|de? suicid*
  personagem|protagonista|mocinha ..2 apanha*|bate|espanc*
  bebe|nenem|gato|gata|cachorro|cachorra me mord*|arranh*|chut*|bat*|deu
  tirar minha|a|nossa vida financeira|profissional|social
  nao vou|vai morrer diss*|dess*
  nao quero|queria|posso morrer sem|antes ..1
  so quer|quero|vou morrer depois de ver|conhecer|viajar
  mae|pai|avo|chefe|professora me mata se eu atrasar|queimar|quebrar|sujar|reprovar|esquecer
  ameac* de nao fazer|dar|levar|pagar
  KIN|chefe|professora|orientador|orientadora vai ..1 me mat* ..9 k|kk|haha*|hahah*|rs|rsrs|hehe*
  KIN|chefe|professora|orientador|orientadora me mat* ..9 k|kk|haha*|hahah*|rs|rsrs|hehe*
  mae|pai|avo|chefe vai me mat* quando ele|ela? vir|ver ..1 nota*|conta*|fatura*|bagunca|boletim|preco*|quarto|estrago
  viver|vivo|vivia sem cafe|celular|internet|chocolate|musica|wifi|netflix|acucar|ar|praia|doce|cerveja|coca|pao|queijo|academia|futebol
  estudei|assisti|assistindo|apresentei|li|vi|trabalho|prova|seminario|aula|redacao|tcc|resumo|artigo ..5 lei maria da penha
  estudei|apresentei|documentario|palestra|prova|seminario|redacao|tcc|resumo|artigo|trabalho|aula sobre ..1 violencia|suicid*|feminicidio
  carta|bilhete|mensagem|festa|almoco|jantar|happy de? despedida para|pros|pra|da|do|dos ..1 colegas|equipe|time|turma|pessoal|chefe|empresa|trabalho|escritorio|faculdade
  levei|levamos|tomei um|uma BLOW ..3 futebol|pelada|treino|judo|jiu|muay|boxe|luta|tenis|tennis|volei|basquete|handebol|capoeira
  me deu um|uma BLOW|cabecada ..1 sem querer
  me ameac* cortar|tirar|de|com ..1 mesada|celular|internet|castigo
  mat* a|as|o|os|minha|aquela|um|uma|essa|esse|umas|uns|de|da? THING
  mat* no peito
  acab*|termin* com tudo? ..1 CHORE
  STORY ..6 suicid*|matou|mata|morre*|matar|estupr*|violencia
  STORY ..2 amarelo
  suicid* intelectual|social|gastronomic*|culinari*|financeir*|profissional|politic*|comercial|coletivo
  esquadrao suicida
  bat* a|o|um|uma|na|no|com|em|os|as? meta*|papo|ponto|palmas|recorde|saudade*|fome|sono|carro|moto|porta|cabeca|pe|perna|joelho|dedinho|bolo|cotovelo|sol|vento|desanimo|preguica|medo|vontade|onda|bad|pino|perfeitamente|trave|dedo|canela|boca|panela|ovos|massa|foto*|asas|bola|carteira
  bateu|bateram uma? ..1 FEELING
  me bateu|deu|batendo ..2 FEELING
  isso|trabalho|rotina|dieta|espera|treino|projeto|calor|saudade|transito|despertador ..2 me mat*
  ess*|est*|aquel* ..1 quase|ainda|esta|vai? me mat*
  me mata|matam|matando|matou|mato ess*|est*|aquel*
  apanh*|bat*|bate|surra ..4 no|na|de|em truco|jogo|xadrez|fifa|buraco|baralho|domino|sinuca|uno|cartas|videogame|tenis
  se mat*|acab*|arrebent* de|na|no|nos|nas|em|para|por|com ..1 WORK|STATE
  se mat* WORK|STATE
  personagem|protagonista|vilao|heroi|mocinho|mocinha|ator|atriz ..3 se mat*
  OBJECT ..2 me HIT
  OBJECT ..1 me deu|deram|da um|uma|uns BLOW
  levei|levamos|tomei|tomamos um|uma|uns? BLOW no|na|do|da|em|de jogo|xadrez|truco|uno|fifa|futebol|pelada|tenis|domino|sinuca|quiz|mercado|preco|conta|fatura|boleto|treino|vida|realidade|video|videogame|game|play|basquete|volei|cartas|baralho|academia|prova
  me bateu|socou|espancou ..6 caro|preco|valor|reais
  me jog* no|na|nos sofa|cama|piscina|mar|trabalho|estudos
  me jog* de cabeca
  cansad* de viver no|na|em|com|de|longe|nessa|sem ..1
  vida|vidas corrida|de|do|da jogo|game|casad*|solteir*|adult*|estudante
  nao aguento mais esse|esses|essas|os|as|meu|meus|minhas|esperar|comer|ouvir|ver|trabalhar|estudar|correr|este|gastar|pagar|pao|frango|salada|reuniao|ler|calor|frio|andar|segunda|lavar|arrumar|tomar|subir|acordar|um|rir|transito trabalho|chefe|calor|frio|transito|barulho|vizinho*|curso|frango|app|computador|carro?
  nao aguento mais ficar|essa|esta sem|parad*|em|no|na|dieta|rotina|musica|chuva|academia|reuniao|aula|fila
  cortei|cortar|corto o|a|os|as? cabelo|franja|grama|unha*|acucar|gasto*|carne|cebola|legumes|gluten|lactose|doce*|cafe|pao|refri*|alcool|netflix|assinatura|custo*|despesa*
  me cortei fazendo|cozinhando|picando|descascando|barbeando|abrindo|lavando|cortando|limpando|depilando ..2
  me cortei sem querer
  me cortei com|no|na|de a|o? faca|papel|cozinha|leve|vidro
  acab* com tudo que ..1 tinha|estava|sobrou|havia
  me bateu|bateram|ganhou|venceu no|na|em|de|por ..1 xadrez|jogo|truco|uno|cartas|video|fifa|quiz|tempo|pontos|domino|sinuca|ping|tenis|damas|baralho|buraco|corrida|videogame|game|play|lavada|virada|aposta
  tom* ALL os|as? PILLS|vitamina* na|no|certo*|certinho|do|da|hoje|receitad*|direitinho|que|conforme|prescrit*|para|em hora|horario|dia|manha|noite|gripe|pressao|medico|medica|dor|febre|tosse|alergia|resfriado?
  tom* ALL os|as? PILLS|vitamina* de pressao|manha|tarde|noite|hoje|ontem|gripe|diabetes|tireoide|rotina|uso|sempre|costume|alergia|controle|colesterol
  tom* meus|minhas|os|o PILLS ..1 certo*|certinho|direitinho|hora|horario|manha|noite
  viver de|com|no|na|em|longe|sem|preso ..1 PLACE
  viver|viva|vivo bem|ate|muito|mais|feliz|melhor|intensamente
  morrer na praia
  morrer de velh*
  dormir para sempre nesse|no|na|nessa|depois
  me empurr* no|na|do|da|para ..1 metro|onibus|trem|fila|rua|balanco|piscina|balada|show|ser|melhorar|estudar|crescer
  me forc*|obrig*|empurr* a|para? ser|estudar|trabalhar|pensar|melhorar|crescer|continuar|sair|comer|levantar|treinar|correr
  matar ele|ela|eles|todos|todo|geral|o ..2 truco|jogo|fifa|xadrez|free|lol|cs|video|partida|quadra|pelada|game|campo|tenis|domino
  me ameac* ..1 com|de|fazer cocegas|prova|bronca|beijo*
  me persegu* ..1 com|por|nas? prazo*|tarefa*|cobranca*|trabalho|entrega*|relatorio*
  ameac* de ..2 demissao|processo|demitir|bloque*|terminar|embora|greve|castigo|multa|tirar|expulsar|cortar
  compr*|pass*|coloc*|bot*|pus|us*|jog*|espalh*|precis*|acab*|tem ..2 veneno|chumbinho de|para|contra rato*|barata*|formiga*|mosquito*|cupim|planta|lesma|inseto*|praga*
  tirar a? vida do|da|de bateria|planta
  sumir|desaparecer com|do|da|das|dos bagunca|essa|instagram|whatsapp|grupo|rede|redes|mapa|facebook|insta|internet
  pul* da cama
  pul* corda
  dor|dores nas|na|no|muscul* costas|cabeca|barriga|lombar|dente|garganta|perna|joelho|coluna|ouvido?
  dor|dores de costas|cabeca|barriga|lombar|dente|garganta|perna|joelho|coluna|ouvido|estomago|cotovelo|coracao|amor
`,
  CLASSES,
);
