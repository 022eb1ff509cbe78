import { CLASSES } from "./crisis-classes.ts";
import { phrases } from "./phrases.ts";

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
  me mat* ess*|est*|aquel*
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
  dor|dores nas|na|no|de|muscul* costas|cabeca|barriga|lombar|dente|garganta|perna|joelho|coluna|ouvido?
`,
  CLASSES,
);

/** Somebody else who hurts or threatens: told apart from self-harm before it. */
export const OTHERS_ON_ME = phrases(
  `
  OTHER ..4 me matar|mata|mate|enforc*|machuc*|bater|espancar|estrangul*|esfaque*
  meu|minha|o|a|um ..1 KIN ..4 me matar|mata|enforc*|machuc*|bater|espancar|estrangul*|esfaque*
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
`,
  CLASSES,
);

export const OWN_WISH = phrases("quero|vou|vontade|penso|pensando de|em? me mat*", CLASSES);

/** The person's own death or harm, wished, thought of, planned or done. */
export const OWN_DEATH = phrases(
  `
  me KILL
  suicid*|suissid*|autoexterm*|automutil*|autolesao
  auto mutil*|exterminio|lesao
  WISH ..2 morrer|morto|morta|morrido
  melhor ..4 morrer|morta|morto|morresse|nascido|existisse|morrido
  nunca|nao devia|deveria? ter nascido
  nao morro logo|nunca
  se eu morresse|morrer|matasse|morri
  se eu me matar
  caso eu morra
  WISH ..1 VANISH para|do|de|da|deste|desse|e ..2 sempre|mundo|vez|terra|nunca|nao
  WISH so|apenas|muito|mesmo? VANISH $
  WISH ..3 existir
  WISH ..2 parar|deixar de viver|existir|respirar
  dormir|deitar|acordar ..3 nao|nunca mais? acordar
  WISH ..3 nao|nunca mais? acordar
  WISH ..2 dormir para sempre
  WISH ..2 pegar|usar|comprar uma|a|numa? corda|forca
  acab*|termin*|encerr*|tir*|ceif*|interromp* com|a|da|na? ..1 minha|propria ..1 vida|existencia
  acabar|acabo|terminar com|a? vida $
  acabar|acabo|terminar|encerrar com? isso? tudo $
  acabar|acabo|terminar com? tudo isso
  acabar|acabo|terminar|encerrar com? tudo de vez|uma
  acabar|acabo|terminar|encerrar com? tudo para|logo sempre?
  acabar|acabo com tudo hoje|agora|amanha|mesmo
  melhor ..6 se eu nao ..1 existisse|estivesse|vivesse|nascesse|nascido
  ninguem me quer viv*
  descansar para sempre
  tomar|tomei|tomo|engol*|beber|bebi uns|umas? MANY PILLS
  enfiar|jogar|meter|tacar o|meu carro|moto ..3 poste|muro|caminhao|parede|arvore
  corpo|braco|bracos|perna|pernas|pulso|pulsos ..2 cheio|cheia|cheios|cheias|coberto|marcad* de corte*
  ultima mensagem|carta que ..1 mando|envio|escrevo|deixo
  me arranh*|mord*|queim*|esmurr* ..2 sangrar|proposito
  corda ..3 sei onde
  corda ..5 me pendur*|enforc*
  que um|uma|o|algum carro|caminhao|onibus|trem ..1 me atropel*|mat*|peg*
  dormisse|dormir ..2 nao acordasse
  vou|quero|queria embora desse|deste|dessa|desta mundo|vida
  partir desse|deste|dessa|desta mundo|vida
  hoje que eu? acabo|termino com isso|tudo
  melhor ..3 se eu sumisse|sumir|desaparecesse
  tenho|estou ..3 PILLS ..1 separad*|pronto*
  juntei|juntando|guardando|acumulando ..2 PILLS
  corda|forca ..2 no|do lugar|teto|ventilador|galho
  corda|forca ..1 amarrada|preparada
  estou|subi ..2 parapeito
  estou ..3 beira|beirada|alto ..1 ponte|predio|viaduto|terraco|penhasco
  para que ..1 continuar|seguir viv*|existindo
  para que viver|existir $
  para que eu ..1 vivo|existo
  meu ultimo dia adeus
  acabar|acabo|terminar ..3 sofrimento|dor
  por|dar|botar|colocar|ponho um? fim ..2 vida|sofrimento|existencia|tudo|nisso|disso
  dar cabo ..2 vida
  WISH ..1 tudo|isso acabe|acabasse|termine|terminasse ..2 logo|vez|agora
  WISH que tudo|isso acabe|acabasse
  WISH que acabe|acabasse|termine|terminasse tudo|isso|logo
  pular|saltar|pulo da|de|do|na|uma|em|dessa|desse|desta|deste ..2 HEIGHT
  me jog*|atir*|lanc* da|de|do|na|no|nos|em|embaixo|debaixo ..3 HEIGHT
  me CUT
  me queimar|arrebentar ..1 proposito
  cort* os|o|meus|meu? ..1 pulso*|braco|bracos
  faca*|gilete|lamina|estilete ..4 pulso*|braco
  tomar|tomei|tomo|beber|bebi|engol*|misturar|comprei|comprar um|o|muito? veneno|chumbinho|agrotoxico
  tomar|tomei|tomo|engol*|beber|bebi uma|um? ALL ..4 PILLS
  tom*|engol* PILLS ..3 morrer|acordar|sempre
  PILLS ..3 tomar ..1 tudo|todos
  overdose
  corda|forca no|em pescoco
  arma|tiro|bala na cabeca
  nao ..2 quero|queria|aguento|tenho|vejo|sei|faz|vale|tem|da|mereco|deveria ..4 viver|viva|vivo|existir|existindo|vivendo
  nao ..2 aguento ..1 essa|esta|minha|a ..1 vida|existencia|dor|tristeza
  nao ..1 aguento ..1 tanta|tanto|o|esse|meu|mais? dor|sofrimento|sofrer
  nao ..1 aguento mais nada
  nao ..1 aguento mais? isso tudo
  nao ..1 aguento mais? tudo isso
  nao|nunca ..1 quero|queria ..1 acordar amanha|nunca|mais
  nao|nunca ..1 quero|queria ..1 acordar $
  minha|propria morte
  deus ..2 me lev*
  nao ..1 quero|queria|aguento|consigo mais? estar|ficar|continuar|seguir viv*
  nao ..1 quero|queria mais? estar|ficar|continuar aqui|nesse|neste $
  nao ..1 quero|queria|aguento mais? estar|ficar|continuar? aqui? nesse|neste|essa|nessa|esta mundo|vida
  nao ..1 quero|queria|aguento mais? continuar $
  nao ..1 quero|queria|aguento mais? continuar com isso|essa|a ..1
  nao ..1 tenho|vejo|faz|tem|vale|da ..1 REASON|vontade|forca|forcas|nada ..3 viver|vida|existir|continuar|vivendo|existencia|acordar
  nao ..1 sei ..2 porque|que|se ..2 viv*|existo|continuo
  vida|existencia ..1 nao|perdeu ..3 REASON
  nao vale ..1 pena viver|continuar|estar
  minha|a vida|existencia ..1 nao ..1 vale|serve|presta mais? nada
  sem|nenhuma|perdi|perdendo|perdeu|acabou|zero ..3 REASON|vontade|alegria|forcas de|para ..1 viver|vida|existir|continuar
  cansei|cansad*|canso|enjoei|exaust*|fart*|desisti|desisto|desistir|desistindo ..1 de|da|com minha? viver|vida|existir|mim
  desisti|desisto|desistir|cansei|cansad* de|da tudo e todos|quero
  desisti|desisto|desistir|cansei|cansad* de|da tudo na? vida
  cansad* de estar viv*
  melhor|melhores|bem|feliz|felizes sem mim
  sem mim ..1 seria|estariam|ficariam ..1 melhor*
  ninguem|nem|nao ..3 minha? falta|choraria|notaria se eu morr*|sum*|desaparec*
  ninguem|nem|nao ..3 sentir|sentiria|sentiriam|sente ..1 minha falta
  se eu sumisse|sumir|desaparecesse ..5 falta|not*|ligar|perceb*|melhor
  carta|bilhete de despedida|suicidio|adeus
  ultimas palavras
  me despe* de todos|voces|vez|todo
  hoje eu me despeco
  adeus mundo
  meu adeus
  adeus para sempre
  hoje|esse e|eh o|meu ..1 fim
  meu ultimo dia de|vivo|viva|nesse vida|mundo?
  pensamento*|ideia*|ideacao|impulso*|vontade* ..1 de|em|sobre? morte|morrer|suicid*|me|auto|autodestru* matar|machucar|cortar|mutilacao?
  pens* ..3 morte|morrer|suic*
  morrer|morte seria|e|eh ..2 melhor|alivio|solucao|saida|unica|facil
  unica|saida|solucao|opcao ..3 morte|morrer|matar
  kms
  quero|queria o|meu fim $
  pronta|pronto para morrer|partir|embora
  contra a|minha|propria ..1 vida
  besteira|loucura comigo|contra
`,
  CLASSES,
);

/** Violence that the person suffers, witnesses or plans. */
export const VIOLENT = phrases(
  `
  me|mim HIT
  ameac* ..1 me HARM
  me segurou|agarrou|pegou|apertou|puxou pelo|no|pela|o|pelos pescoco|garganta|cabelo|cabelos
  passa|passou|passava a mao em mim
  OTHER|KIN ..4 de me perseguir|bater|ameacar|agredir|machucar
  OTHER|KIN ..1 me tranca*
  OTHER|KIN ..1 me prende* ..2 casa|quarto|banheiro
  padrasto|tio|avo|primo|vizinho|chefe|professor|padrinho|patrao|cunhado|sogro ..1 encost*|mexe|mexeu|mexia|toca|tocou|tocava ..1 em mim
  me seguindo|segue|seguiu|seguia ..3 faca|arma|rua|carro|trabalho
  OTHER|KIN ..1 em? mim|nos|nela|nele HIT
  bat*|agred*|abus*|atir*|avanc*|cusp* sexualmente? em|de|contra mim|nos|nela|nele|minha|meu
  agressao|violencia|abuso* ..2 em|de|contra mim|casa
  sofri|sofro|sofrendo|vitima|denunciar|vivo ..3 agress*|violencia*|abuso*|estupro|ameaca*|abusivo
  assedio|violencia|abuso sexual
  violencia domestica
  relacionamento abusivo
  maria da penha
  carcere privado
  estupr*|pedofil*
  fui|sou|era|sendo ..1 agredid*|abusad*|estuprad*|espancad*|ameacad*|violentad*|molestad*|esfaquead*|perseguid*
  assediad* sexualmente
  WISH|juro|tenho|vou ..2 HARM ..3 OTHER|KIN|nele|nela|todos|todo|geral|gente
  WISH|juro|tenho|vou ..2 HARM ess*|aquel*|o|a cara|homem|mulher|desgracad*|infeliz|idiota|filh*|maldit*|pessoa|menin*|garot*|vizinh*|velh*|nojent*|lixo
  WISH|juro|vou ..2 HARM n*? o|a joao|jose|pedro|carlos|lucas|marcos|paulo|rafael|bruno|felipe|gustavo|rodrigo|thiago|tiago|diego|daniel|eduardo|maria|ana|julia|camila|fernanda|patricia|amanda|leticia
  WISH|juro|vou ..2 dar um|uma tiro|surra|facada em|n*|no|na ..2
  WISH|juro|vou ..2 atirar em|n*|contra ..1
  WISH|juro|vou ..2 acabar com a vida dele|dela|do|da|de
  WISH|juro|vou ..2 queimar viv*
  OTHER|KIN ..1 disse|falou|jurou|ameacou|prometeu|diz|fala ..3 HARM
  OTHER|KIN ..1 disse|falou|jurou|ameacou|prometeu|diz|fala ..3 acabar comigo
  vai|ia|quer|queria|tentou|tentaram|querem|vao|tenta me HARM
  vai|ia|quer|queria|tentou|vao|tenta HARM em? mim
  vai|ia|tentou|vao matar eu|nos
  esta|fica|vive|ouvi|vi ..2 batendo|espancando|agredindo na|no|nos|em|a|o? ..1 mulher|esposa|filh*|namorad*|crianc*|mae|menin*|bebe
  medo|pavor ..3 OTHER|KIN ..5 bat*|mat*|agred*|machuc*|bebad*
  medo dele|dela
  medo do|da meu|minha? KIN
  apanh* ..2 do|da|de|dos|das meu|minha|meus|o|a? KIN|pais|cinto|policia*|policial
  apanh* ..2 dele|dela
  apanh* ..2 em casa
  apanh* todo dia
  me jogou na|no|contra|da
  jogou ..4 em mim
  puxou ..1 meu cabelo
  apertou|segurou|agarrou ..1 meu pescoco|braco
  OTHER|KIN ..1 quebrou|torceu|deslocou ..1 meu|minha braco|nariz|dente|dentes|perna|costela|dedo|mao
  quebrou ..2 me HIT
  quebrou tudo ..1 casa
  obrig*|forc* ..3 sexo|transar|relac*
  levei|levo|tomei um|uma|uns? BLOW ..1 do|da|de|na|no|dele|dela
  me deu|da|dava|dao um|uma|uns|umas? BLOW
  bateu|bate|batia|espancou|agrediu|machucou|abusou|estuprou na|no|em|da|do|d|a|o? minha|meu|nos|meus|minhas mae|irma|irmao|filh*|avo|irmaos|pai|amig*
`,
  CLASSES,
);
