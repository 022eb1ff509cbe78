import { CLASSES } from "./crisis-classes.ts";
import { phrases } from "./phrases.ts";

/** What would pass for a mishap or a figure of speech: looked for before those are taken out. */
export const DELIBERATE = phrases(
  `
  veneno ..3 para tomar|beber|mim
  vontade de morrer $
  WISH|ando ..4 bater|jogar|enfiar|capotar ..3 de proposito
  bater|jogar|enfiar|capotar ..3 de proposito para|e ..2 morrer|acabar|mim
  lixo|fracasso|inutil|ninguem|sozinh* ..4 WISH so? sumir|desaparecer
  pensando|pensei|vontade em|de tomar ALL os|as? PILLS
  bat* minha|a|com cabeca ..2 parede|chao ate|para|de machucar|sangrar|proposito
  queim* meu|minha|o|a braco|perna|pele|mao|coxa ..1 cigarro|isqueiro|proposito
`,
  CLASSES,
);

/** The person's own death or harm, wished, thought of, planned or done. */
export const OWN_DEATH = phrases(
  `
  me KILL
  fico|que eu? me CUT|batendo
  ^ morrer|cvv|suicidio|socorro $
  suicid*|suissid*|desviv*|autoexterm*|automutil*|autolesao
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
  meu ultimo dia de? vida|vivo|viva
  meu ultimo dia nesse|neste|nessa|nesta mundo|vida
  meu ultimo dia $
  pensamento*|ideia*|ideacao|impulso*|vontade* ..1 de|em|sobre? morte|morrer|suicid*|me|auto|autodestru* matar|machucar|cortar|mutilacao?
  pens* ..3 morte|morrer|suic*
  morrer|morte seria|e|eh ..2 melhor|alivio|solucao|saida|unica|facil
  unica|saida|solucao|opcao ..3 morte|morrer|matar
  kms
  quero|queria o|meu fim $
  pronta|pronto para morrer|partir|embora
  contra a|minha|propria ..1 vida
  sou|virei|sinto|era|sendo ..2 peso|fardo|estorvo para|na ..1 minha|meu|meus|minhas|todo|todos|voces|eles|ela|ele|quem|os|a|familia
  sou|virei|sinto ..3 fardo|estorvo $
  nao ..2 vejo|tenho|tem|ha|existe|enxergo|acho|encontro mais? uma|nenhuma|outra? saida $
  nao ..2 vejo|tenho|tem|ha|existe|enxergo|acho|encontro mais? uma|nenhuma|outra? saida para mim|isso|tudo|nada|essa|esta|minha|a|meu|esse ..1
  nao ..1 vejo|enxergo mais saida
  sinto|estou|vida ..1 sem saida $
  fechar ..1 olhos ..3 nao|nunca ..1 abrir|acordar|abri
  WISH ..5 nao|nunca mais? levantar|abrir nunca|mais|os|jamais
  nunca mais acordar|levantar
  melhor|melhores|bem|feliz|felizes se eu nao ..1 estivesse|tivesse|existisse
  cartas|bilhetes para minha|meus|todos|todo|quem familia|filhos|pais|mundo|fica?
  carta|bilhete para quando|depois ..2 eu for|morrer|partir
  senha*|documento*|coisas ..7 nao|nem vou|irei precisar mais
  dor|sofrimento|angustia|agonia pare|acabe|suma|parasse|acabasse ..1 sempre|vez
  acab* com a|essa|esta|toda|minha|o|esse|este|meu dor|sofrimento|angustia|agonia de|para|logo|hoje uma? vez|sempre|$
  tomei|tomo|tomar|engol* a|as|uma|duas|o? cartela|cartelas|caixa|vidro|frasco inteir*|toda|todo $
  tomei|tomo|tomar|engol* a|as|uma|duas|o? cartela|cartelas|caixa|vidro|frasco inteir*|toda|todo de|do PILLS
  mistur* ..1 PILLS ..2 vodka|alcool|bebida|cachaca|cerveja|vinho|whisky|pinga
  medo de mim mesm*? $
  medo do que posso|possa|vou|eu ..1 fazer comigo
  pens* em? fazer? besteira|besteiras ..1 novo|hoje|sempre|muito
  cansei|cansad*|desisti|desisto de lutar $
  cansei|cansad*|desisti|desisto de lutar chega|nao|quero|por|contra|pela|todo
  so|muito penso|pensando em sumir|desaparecer
  passasse|passe|passar por cima de mim
  raio|carro|caminhao|onibus|meteoro caisse|batesse em|na mim|cabeca
  com a corda aqui|pronta|na|no|pescoco
  quando eu morrer voces|vcs|todos|eles|ela|ele|alguem vao|vai ..1 entender|sentir|ver|chorar|lembrar|perceber
  ja escolhi|decidi como|quando|onde vou|vai fazer|ser isso? $
  tudo planejado vai ser hoje|amanha|essa|nessa|agora
  embora dessa|desta|desse|deste vida|mundo
  queria|quero apagar ..2 nunca|nao ..1 voltar|acordar
  ^ ..1 comprei uma corda $
  pensando em pular|saltar $
  qual|quanto|quantos|quantas|que|dose|doses ..5 para morrer|matar|nao ..1 acordar?
  PILLS ..3 para nao acordar ..1 mais
  quero|queria morrer
  se eu nao acordar ..3 tudo|tanto|melhor|alivio|bem
  tanto faz ..2 viver|morrer|vivo|viva|morto|morta ou ..1 viver|morrer|vivo|viva|morto|morta
  viver|existir ..1 doi|cansa|pesa|machuca ..1 demais|muito|tanto
  sumir|desaparecer do mapa $
  acabou ..2 adeus
  adeus $
  me jogar $
  alivio|facil ..1 morrer
  arma ..8 pensando|vontade|pensei ..2 usar
  peguei ..1 arma
  me nao ..1 aguento mais $
  obrigad* por tudo nao ..1 aguento
  cuid* d* meu|minha|meus|minhas filho*|filha*|mae|pai|familia|gato*|cachorro* ..4 nao ..1 aguent*|estar*
  nao ..1 vejo|encontro|acho ..1 sentido em nada|viver|tudo|mim|existir
  nada ..1 faz mais? sentido $
  fundo do poco ..3 nao ..1 quero|consigo|vejo|sei ..2 sair|saida
  mal a|para|contra mim
  me fazer mal $
  besteira|loucura comigo|contra
`,
  CLASSES,
);

/** Violence that the person suffers, witnesses or plans. */
export const VIOLENT = phrases(
  `
  ^ agressao|abusada|abuso|estupro|apanhei|espancada $
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
  apanh* ..2 todo|todos o|os? dia|dias
  gravida ..2 apanh*
  esta|tem com? uma? faca|arma|facao|revolver ..3 medo
  HARM|esganar ..2 ate morrer
  OTHER ..2 quebrando tudo
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
