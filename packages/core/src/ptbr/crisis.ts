import { fold } from "./normalize.ts";

/** Words as people in distress type them, and what they stand for. */
const SPELT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    nao: "n nn naum num nau naao",
    quero: "qro kero qero qeru keru queru qro quro qeoro",
    queria: "qeria kria qria keria",
    vou: "vo vouu vol vow",
    estou: "to tow tou",
    esta: "ta tah",
    viver: "vive vier vivr vver viverr",
    vida: "vda vidaa vid",
    mesmo: "msm",
    porque: "pq",
    para: "p pra pro",
    morrer: "morre morer moreer mrrer morrerr more moorer morre",
    de: "d",
    com: "c cm",
    eh: "e",
    matar: "mata matr mtar mattar matarr",
    aguento:
      "aguentu aguneto agento aguendo aguanto agueto aquento guento aguentoo aguentando guentando suportando suporto suportu consiguo consigo aguent",
    suicidio: "suicido suicdio suissidio suisidio sucidio suicideo suicidiu",
  }).flatMap(([right, typed]) => typed.split(" ").map((t) => [t, right])),
);
const REFLEXIVE = /^(mat|cort|mut|enforc|jog|suicid|machuc|ferir|afog|envenen|bat|agred|espanc)/;

function plain(text: string): string {
  const words = fold(text.slice(0, 20_000))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/([a-z])\1{2,}/g, "$1")
    .replace(/\bmimat/g, "mi mat")
    .replace(/\bmais(?=viv)/g, "mais ")
    .split(" ");
  const spelt = words.map((w, i) => {
    if (
      (w === "mi" || w === "mim" || w === "mee" || w === "m") &&
      REFLEXIVE.test(words[i + 1] ?? "")
    )
      return "me";
    // "morre" and "e" are right words too: only after a wish or at the end do they stand for the infinitive.
    if (w === "morre" || w === "more" || w === "vive" || w === "mata")
      return i > 0 &&
        /^(quero|kero|qro|keru|queru|vou|vo|de|para|pra|me|mi|mim|queria|melhor|mais|aguento|consigo|guento|so)$/.test(
          words[i - 1]!,
        )
        ? w === "vive"
          ? "viver"
          : w === "mata"
            ? "matar"
            : "morrer"
        : w;
    if (w === "e" || w === "num") return w;
    return Object.hasOwn(SPELT, w) ? SPELT[w]! : w;
  });
  return ` ${spelt.join(" ")} `;
}

const KILL =
  "(mata|matar|matava|mataria|mato|matei|matasse|matando|mate|matr|mtar|mattar|matarr|suicida|suicidar|enforca|enforcar|enforco|envenenar|afogar)";
const IDIOM_KILL =
  /\bme (mat(o|ei|ando|ar|ava|a)|acab(ei|o|ar|ando)|arrebent(ei|ar)) (de |na |no |nos |nas |em |pra |para |por )?(rir|rindo|trabalh\w*|estud\w*|academia|treino|treinar|malhar|rua|obra|prova|provas|esforc\w*|correr|corrida|comer|comida|chocolate|servico|trampo|curso|faculdade|cozinha|jogo|perna|pernas|supino|esteira|limpar|faxina|danc\w*|sono|fome|vergonha|saudade\w*|tanto|aula|crossfit|bike|escritorio|projeto|loja|doces?|sobremesa|compras|cansaco|raiva|tedio)/g;
const OTHER_IDIOM =
  /\b(morr\w+|mort[oa]s?) (de )?(rir|rindo|sono|fome|cansaco|cansad[oa]|saudades?|vergonha|calor|frio|medo|preguica|sede|tedio|curiosidade|inveja|amores?|vontade de (comer|ir|viajar|tomar|dormir|ver)|raiva|dor de (cabeca|barriga)|dores? musculares?|orgulho|ciumes?|felicidade|alegria|susto)|mat(ar|ei|o|ando) (a |as |o |minha |minhas |aquela |um |uma |essa |esse |umas |uns )?(fome|sede|saudades?|aula|tempo|vontade|barata|mosquito|mosca|aranha|charada|curiosidade|trabalho|servico|expediente|rato|formiga|formigas|baratas|mosquitos|tarefa|planta|plantas|prova|pau|cobra|bola|no peito|questao|larica|lombriga|preguica|serie|livro|fila|zumbi|zumbis|boss|chefao)|(morr\w+) (por|pel[oa]s?) (um|uma|esse|essa|el[ea]|chocolate|doce|gato|cachorro)|acabar com (tudo|todas?|todos?|a|as|o|os) (isso |essas |esses |os |as )?(hoje|tarefas?|pendencia\w*|bagunca|louca|lista|contas?|dividas?|boletos?|trabalho|roupas?|doces?|bolo|pizza|sobremesa|comida|gordura|preguica|cravos|formigas|baratas|cupins|geladeira|na cozinha|no prato|desse prato|mofo|desperdicio|procrastinacao|vicio|cigarro|gastos|estoque|serie|caixa|pacote|vinho)|(filme|serie|livro|musica|novela|personagem|documentario|jogo|materia|noticia|reportagem|palestra|prevencao|setembro amarelo|poema|peca|podcast|capitulo|episodio) [a-z ]{0,40}(suicid\w*|se matou|se mata|morre\w*|matar|mata|matou|estupr\w*)|suicid\w+ (financeir[oa]|profissional|politic[oa]|comercial|coletivo da)|esquadrao suicida|bate(u|ram)? (a |o |um |uma |na |no |com |em |recorde|ponto|meta)?(meta|metas|papo|ponto|palmas?|recorde|saudades?|fome|sono|carro|moto|porta|cabeca|pe|perna|joelho|dedinho|bolo|cotovelo|sol|vento|desanimo|preguica|medo|vontade|onda|bad|pino|perfeitamente|na trave|dedo|canela|mao na|boca|panela|ovos|massa|foto|fotos|asas|bola|carteira|aquela)|morrer na praia|morrer de velh\w+|quase morri|morri (de|com|na|no|pra)|estou morrend[oa] (aqui )?(de|com)|morta de|morto de|me mata de (rir|rindo|vergonha|orgulho|saudade|amor|raiva|tedio)|isso me mata|essa (dor|rotina|dieta|espera) (nas costas|de cabeca|na lombar|me mata)|me joga(r|ndo|ram|ou)? (no sofa|na cama|na piscina|no mar|no trabalho|nos estudos|de cabeca)|cansad[oa] de viver (no|na|em|com|de|longe|nessa cidade|sem (carro|dinheiro|internet|ar))|nao aguento mais (?!(a|essa|esta|minha) (vida|existencia|dor|sofrimento|tristeza)|(o|esse|meu) sofrimento)(esse|essa|esses|essas|o|a|os|as|meu|minha|esperar|comer|ouvir|ver|trabalhar|estudar|tanto|tanta|correr|esta|este|gastar|pagar|ficar|pao|frango|salada|reuniao|ler|calor|frio|andar|segunda|lavar|arrumar|tomar|subir|dormir|acordar|mais um|de (rir|calor|frio|fome|sono|saudade|tanto))|cortei (o |a |os |as )?(cabelo|franja|grama|unhas?|acucar|gasto\w*|carne|cebola|legumes|gluten|lactose|doces?|cafe|pao|refri\w*|alcool|netflix|assinatura)|me cortei (fazendo|cozinhando|com a faca|com o papel|na cozinha|picando|descascando|barbeando|no papel|abrindo|sem querer|lavando|de leve|cortando)|cort(ar|ei|o) (gastos?|custos?|despesas?)|acab(ei|amos|aram|ou) com tudo (que|o que) (tinha|tava|estava|sobrou|havia)|me (bateu|bateram|ganhou) (no|na|em|de|por) (xadrez|jogo|truco|video|fifa|quiz|tempo|pontos|domino|sinuca|ping|tenis|damas|baralho|buraco|corrida|lavada|virada|aposta)|tom(ei|o|ar|ando) (todos|todas|tudo|os|varios|muitos) ?(os |as )?(remedios?|comprimidos?|vitaminas?|medicamentos?) (na hora|no horario|certos?|certinho|do dia|hoje|da manha|da gripe|da pressao|receitad\w+|direitinho|que o medico|que a medica|conforme|prescrit\w+|para (gripe|dor|pressao|febre|tosse|alergia|resfriado))|viver (de (aluguel|favor|aparencia\w*|salario|renda|miojo|dieta|passado|bico\w*)|com (meus pais|minha mae|meu pai|meus sogros|minha sogra|colegas?|pouco)|no (aperto|vermelho|automatico|interior)|na correria|longe|em (cidade|apartamento|sp|sao|casa))|dormir para sempre (nesse|no|na|nessa|depois)|me mat(a|ou|ar) (ess[ea]|est[ea]|aquel[ea]) |me empurr(ou|aram) (no|na|do|da) (metro|onibus|trem|fila|rua|balanco|piscina|balada|show)|matar (ele|ela|eles|todos|todo mundo|geral|o adversario) (no|na|nos) (truco|jogo|fifa|xadrez|free|lol|cs|video|partida|quadra|pelada|game|campo|tenis|domino)|ameac(ou|a|ando|aram) de (demissao|processo|me demitir|bloque\w+|terminar|ir embora|greve|castigo|multa)|\b(ess[ea]|est[ea]|o|a|isso|aquel[ea]) (?!pai|mae|marido|namorad|homem|cara|ex|padrasto|mulher|esposa|madrasta|irma|tio|tia|vizinh|chefe)(\w+ )?(quase |ainda |esta |vai )*me (mata|matando|matou|matar) |(veneno|chumbinho) (de|para|contra|pra) (rato|barata|formiga|mosquito|cupim|planta|lesma|inseto|praga|ratos|baratas|formigas)\w*|tirar a vida (do|da|de) (bateria|planta)|(vida|mundo) (de|do|da) (jogo|game)/g;

/** Lines about the person's own death or harm, after idioms are taken out. */
const SELF: readonly RegExp[] = [
  new RegExp(` me ${KILL} `),
  / (quero|queria|querendo|vou|pens\w+ em|vontade de|desejo|prefer\w+|melhor|penso em|pensando em|afim de|a fim de|gostaria de|pudesse|so quero|tentei|tentar|pretendo|ia|fosse|devia|deveria|precis\w+|decidi|planej\w+|merec\w+) (ter |estar |esta |eu )?(de )?(morrer|morto|morta|morre|morrido|sumir do mundo|desaparecer (para sempre|do mundo|de vez)|sumir (para sempre|de vez|do mapa da vida)|suicid\w+|me suicidar|tirar (a )?(minha|a propria|propria) vida|nao existir|deixar de existir|parar de existir|nao viver|parar de viver|deixar de viver|dormir e nao acordar|nao acordar|acabar com (a )?(minha )?(vida|tudo|isso tudo|tudo isso|o meu sofrimento|meu sofrimento|minha dor|a dor)|por fim (a|na) (minha )?vida|dar fim (a|na) (minha )?vida|pular (da|de|do) (ponte|predio|janela|viaduto|sacada|andar)|me jogar (da|de|do|na frente|embaixo|nos trilhos|no trilho))/,
  / (queria|quero|preferia|preferiria|seria melhor|era melhor|melhor seria|melhor se eu) (estar |se eu estivesse |eu estar |que eu estivesse |se eu |eu |ter |)(mort[oa]|morr\w+|nunca ter nascido|nao ter nascido|ter morrido|nunca nascer|nao existisse|sumisse para sempre|nao estivesse (aqui|viv[oa])|nao acordar)/,
  / (suicid\w+|suissid\w+|suicidi\w*|sui sid\w+|suicido|suicdio|suicid|autoextermin\w+|auto exterminio|automutil\w+|auto mutil\w+|autolesao|auto lesao) /,
  / nao (quero|queria|aguento|tenho (mais )?(vontade|razao|motivo|forca|forcas)|vejo (mais )?(sentido|razao|razoes|motivos?|graca)|tenho (mais )?(motivos?|razao|razoes|nada)|sei (mais )?(se|porque|por que)|faz (mais )?sentido|vale (mais )?a pena|tem (mais )?(sentido|graca)|da (mais )?(para|vontade)|mereco|deveria|consigo|vejo) ?(mais )?(de |em |para |pra |eu |continuar |quero )*(viver|viva|vivo|existir|(estar|esta|ficar) viv[oa]|continuar viv[oa]|seguir viv[oa]|acordar amanha|acordar nunca|acordar mais|continuar (vivendo|aqui|com isso|com a vida|nessa vida|nesse mundo|existindo)|esta vida|essa vida|a vida|minha vida|viver assim|ficar viv[oa]|nesse mundo|neste mundo|na vida|(n)?a minha vida|na minha existencia|estar (aqui|nesse mundo|neste mundo)|isso aqui|existencia) /,
  / nao (estou )?aguento (mais )?(viver|a vida|essa vida|esta vida|minha vida|existir|tudo isso|isso tudo|mais nada|tanta dor|tanto sofrimento|sofrer|o sofrimento|essa dor|mais essa vida|mais esta vida|a dor|viver assim) /,
  / (cansei|cansad[oa]|canso|enjoei|exaust[oa]|fart[oa]|desisti|desisto|desistir|desistindo) (ja |muito |mesmo )?(de|da|com) (viver|vida|existir|estar viv[oa]|tudo e (todos|quero)|tudo na vida|minha vida|mim) /,
  / (acabar|acabo|acabei|terminar|dar um fim|dar fim|por um fim|por fim|botar fim|colocar um fim|encerrar) (com |a |em |n|na )?(a |com )?(tudo|minha vida|a vida|vida|minha propria vida|isso tudo|tudo isso|com a minha vida|meu sofrimento|minha existencia|minha dor) /,
  / (tirar|tirei|tiro|tirando|dar cabo|acabar com|ceifar|interromper) (a |da |com a )?(minha|propria|minha propria|meu|a propria) (propria )?(vida|existencia) /,
  / me (cort(ar|o|ei|ando|ava|ado|avam)|mutil\w+|fur(ar|ei)|queim(ar|ei) de proposito|ferir|machucar|machuco|machuquei de proposito|fer(i|ir) de proposito|enforc\w+|afog(ar|o)|envenen\w+|dopar|arrebentar num) /,
  / (cort(ar|ei|o|ando)) (os |o |meus |meu |meu proprio )?(pulso\w*|bracos?) /,
  / (tom(ar|ei|o|ando)|engol(ir|i)|beber|bebi) (todos |tudo |um monte de |varios |muitos |todas |uma caixa de |a cartela |a caixa |uma cartela |vinte |trinta |todo |veneno|chumbinho|overdose)( de| os| meus| inteira| toda| d)* ?(os )?(remedios?|comprimidos?|calmantes?|rivotril|veneno|chumbinho|pilulas?|medicamentos?)? ?(para (morrer|dormir para sempre|acabar|nao acordar|me))/,
  / (tomar|beber|tomei|bebi|engolir|engoli|comprei|comprar|misturar) (um |o |muito )?(veneno|chumbinho)/,
  / (overdose|forca no pescoco|corda no pescoco|arma na cabeca|tiro na cabeca|bala na cabeca) /,
  / (pular|me jogar|jogar me|saltar|me atirar|pulo|me jogo) (da|de|do|de uma|de um|na frente|embaixo|debaixo) (uma |um |o |a |do |da |de um |de uma )?(ponte|predio|janela|viaduto|sacada|metro|trem|carro|onibus|caminhao|andar|passarela|terraco|penhasco|carros) /,
  / (mundo|todos|todo mundo|voces|minha familia|familia|eles|pessoas|ninguem) [a-z ]{0,20}(melhor sem mim|melhores sem mim|sem mim seria melhor|nem (ia|iria|iam) (sentir|notar)|sentiria\w* (a )?minha falta|sentir minha falta se eu (morr|sum))/,
  / (melhor|mundo|bem) sem mim /,
  / (ninguem|nem) [a-z ]{0,12}(falta se eu (morr|sum)|choraria se eu morr|notaria se eu (morr|sum))/,
  / (a|minha) (vida|existencia) (nao (tem|faz|vale)|perdeu) (mais )?(o |a |nenhum )?(sentido|graca|pena|valor|a pena|razao|motivo)/,
  / (nao vale|vale) (mais )?a pena (viver|continuar viv|estar viv|seguir viv)/,
  / (carta de despedida|bilhete de despedida|carta de suicidio|ultimas palavras|me despedir de (todos|todo mundo|voces)|adeus mundo|esse eh meu adeus|e meu adeus|adeus para sempre|hoje eh o fim|e o meu fim|hoje eu me despeco|meu ultimo dia (de vida|vivo|viva|nesse mundo))/,
  / (sem|nenhuma|zero) (mais )?(vontade|razao|motivo|forcas?) (nenhuma |mais )?(de|para|pra) (viver|continuar viv\w+|existir|estar viv\w+|seguir vivendo)/,
  / (quero|queria|vou|vontade de|pensando em) (so |apenas |muito |mesmo )?(sumir|desaparecer)( de vez| para sempre| do mundo| da face da terra| deste mundo| desse mundo| e nao voltar| e nunca mais voltar| da terra)? ?$/,
  / (perdi|perdendo|perdeu|perder|acabou|nao tenho|sem) (toda )?(a )?(minha )?(vontade|razao|alegria) de (viver|vida|continuar viv)/,
  / (se eu (morresse|morrer|sumisse|sumir [a-z ]{0,30}(falta|notar|ligar|perceb)|me matasse|me matar)|caso eu morra)/,
  / (pensamentos?|ideias?|ideacao|impulsos?|vontades?) (de |em |sobre )?(morte|morrer|suicid\w*|me matar|me machucar|auto|autodestru\w+)/,
  / (penso|pensei|pensando|pensava|fico pensando) (muito |so |todo dia |toda hora |sempre )?(em |na )(morrer|morte|minha morte|me matar|suic\w+)/,
  / (eu )?(devia|deveria|mereco|preciso|podia) (estar )?(morrer|morto|morta|sumir|desaparecer) /,
  / nunca (devia|deveria) ter nascido/,
  / (quero|queria) (que )?((tudo|isso) (acab(e|asse)|termin(e|asse))|(acab(e|asse)|termin(e|asse)) (tudo|com tudo)) (logo|de vez|agora|de uma vez)/,
  / (morrer|a morte) (seria|eh|e) (melhor|um alivio|a unica|a solucao|a saida|mais facil)/,
  / (unica|so|a) (saida|solucao|opcao) (eh|e|seria) (a )?(morte|morrer|me matar|o fim|acabar)/,
  / (quero|queria|vou) (dormir|deitar) (para sempre|e nao acordar( mais)?|e nunca mais acordar)/,
  / kms | quero (o |meu )?(fim|meu fim) $/,
  / estou (pronta|pronto) para (morrer|partir|ir embora desse mundo|acabar)/,
  / tentei contra (a )?minha (propria )?vida/,
  / tomei (todos|tudo|uma cartela|a cartela|uma caixa|varios|muitos) [a-z ]{0,18}(remedio|comprimido|calmante|rivotril)\w*/,
  / (facas?|gilete|lamina|estilete) [a-z ]{0,15}(pulso|braco|me cort)/,
];

const WHO =
  "(ele|ela|eles|elas|meu (\\w+ )?(marido|namorado|pai|padrasto|irmao|filho|ex|companheiro|tio|avo|chefe|vizinho|noivo|patrao|esposo|primo|cunhado|sogro|parceiro|professor)|minha (\\w+ )?(mae|mulher|esposa|namorada|ex|madrasta|irma|tia|companheira|parceira|avo|sogra|vizinha|patroa)|o (marido|namorado|padrasto|ex|pai|vizinho)|a (mae|madrasta|ex)|um (cara|homem|desconhecido|rapaz|amigo|conhecido)|alguem|meus pais|\\w+)";
const HIT =
  "(bateu|bate|batia|batendo|bateram|espancou|espanca|espancava|agrediu|agride|agredia|agrediram|socou|chutou|estapeou|esbofeteou|empurrou|enforcou|estrangulou|esganou|machucou|machuca|feriu|queimou|ameacou|ameaca|ameacando|ameacava|violentou|estuprou|abusou|abusa|abusava|molestou|assediou|forcou|obrigou|trancou|prendeu|persegue|perseguindo|persegui|perseguia|surrou|esfaqueou|bati|agarrou|apalpou|sequestrou|amarrou|humilhou e bateu|apertou o meu pescoco)";
/** Somebody else who hurts or threatens: told apart from self-harm before it. */
const BY_OTHERS = new RegExp(
  ` (ele|ela|eles|alguem|dele|dela|(meu|minha|o|a) (\\w+ )?(marido|namorado|pai|padrasto|irmao|filho|ex|companheiro|tio|avo|chefe|vizinho|noivo|mae|mulher|esposa|namorada|madrasta|irma|tia|companheira)) (\\w+ ){0,4}me (matar|mata|enforc\\w+|machuc\\w+|bater|espancar|estrangul\\w+|esfaque\\w+) `,
);
/** Lines about violence that the person suffers, witnesses or plans. */
const VIOLENCE: readonly RegExp[] = [
  new RegExp(
    ` (me|mim) ${HIT} (?!(a |o |um |uma )?(meta|saudade|vontade|fome|sono|medo|tristeza|preguica|desanimo|palmas|dor|nostalgia|duvida|ansiedade|inspiracao|angustia|desespero|pensar|a trabalhar|inveja))`,
  ),
  new RegExp(
    ` ${WHO} (nao )?(ja |so |sempre |quase |ainda |tambem |hoje |ontem )?(me|mim|em mim|nos|nela|nele) ?(me )?${HIT} `,
  ),
  new RegExp(
    ` ${WHO} (ja |sempre |quase )?(bateu|bate|batia|batendo|agrediu|abusou|abusa|abusava|abusaram|atirou|avancou) (em|de|contra) (mim|nos|minha|meu|nela|nele|eu)`,
  ),
  / abus(ou|a|ava|aram) (sexualmente )?de (mim|minha|meu)/,
  / (sofri|sofro|sofrendo|sou vitima de|fui vitima de|vivo|denunciar|vitima de) (de )?(uma )?(agress\w+|violencia\w*|abuso\w*|estupro|assedio sexual|ameaca\w*|relacionamento abusivo)/,
  / (fui|sou|era|to sendo|estou sendo|estava sendo) (muito |ja )?(agredid[oa]|abusad[oa]|estuprad[oa]|espancad[oa]|ameacad[oa]|violentad[oa]|molestad[oa]|esfaquead[oa]|assediad[oa] sexualmente|perseguid[oa])/,
  / (vou|quero|queria|vontade de|penso em|pensando em|juro que|tenho que|preciso|da vontade de|juro que vou|ainda vou|decidi) (mesmo )?(matar|mata|esfaquear|espancar|dar um tiro em|atirar em|acabar com a vida|envenenar|estrangular|machucar|bater n|bater em|dar uma surra|agredir|queimar viv\w+) (n?(ele|ela)s?|em (mim|alguem)|alguem|todo mundo|todos|geral|(n?o |n?a |em |de )?(meu|minha|meus|minhas) |(ess|aquel)[ea] (cara|homem|mulher|desgracad\w+|infeliz|idiota|filh\w+|maldit\w+|pessoa|menin\w+|garot\w+|vizinh\w+|velh\w+|nojent\w+|lixo)|(n?o|n?a|um|uma) (cara|homem|mulher|pessoa|marido|esposa|pai|mae|ex|namorad\w+|vizinh\w+|chefe|patrao|patroa|professor\w*|irma\w*|filh\w+|padrasto|madrasta|colega|cunhad\w+|sogr\w+|genro|nora|tio|tia|prim\w+|joao|jose|pedro|carlos|lucas|marcos|paulo|rafael|bruno|felipe|gustavo|rodrigo|thiago|tiago|diego|daniel|eduardo|maria|ana|julia|camila|fernanda|patricia|amanda|leticia)|com a vida d)/,
  / (ele|ela|alguem|meu \w+|minha \w+) (disse|falou|jurou|ameacou|prometeu|diz|fala) (que )?(vai |ia |me |de )?(me )?(matar|mata|bater|machucar|espancar|acabar comigo)/,
  / (vai|ia|quer|queria|tentou|vao|tenta) (me )?(matar|mata|bater|espancar|machucar|estuprar|esfaquear|enforcar|estrangular) (me |em mim|eu )?/,
  / (tentou|tentaram|quer|querem|queria|vai|vao|ia) me (matar|mata|estuprar|bater|espancar|abusar|enforcar|machucar|agarrar|forcar) /,
  / (medo|pavor) (de|do|da|que) (ele|ela|meu (marido|pai|namorado|ex|padrasto|companheiro)|minha (mae|ex)|que ele|que ela) [a-z ]{0,20}(me (bat|mat|agred|machuc|fac)|bater|chegar bebad)/,
  / (violencia domestica|relacionamento abusivo|maria da penha|abuso sexual|estupr\w+|carcere privado|pedofil\w+) /,
  / apanh(ei|o|ava|ando) (muito |hoje |ontem |de novo |sempre |calad\w )?(d[oa]s? (meu|minha|meus|marido|namorad\w+|pai|mae|padrasto|madrasta|ex|irma\w*|companheir\w+|polici\w+)|dele|dela|em casa|todo dia|de cinto) /,
  / (ele|ela|meu \w+|minha \w+) [a-z ]{0,24}(me jogou (na|no|contra|da)|jogou [a-z ]{1,14} em mim|puxou (o )?meu cabelo|apertou (o )?meu (pescoco|braco)|cuspiu em mim|quebrou tudo em casa|me obrig\w+ a (fazer sexo|transar|ter relac\w+)|obrig\w+ a fazer sexo)/,
  / (levei|levo|tomei) (um |uma |uns )?(soco|surra|tapa|tapas|facada|tiro|chute|murro|porrada|pancada|bofetada)\w* (d(o|a|e|ele|ela)|na cara|no rosto|dele|dela)/,
  / (bateu|bate|espancou|agrediu|machucou|abusou|estuprou) (na|no|em|n|da|do|d) ?(minha|meu|nos|a minha|o meu|os meus|as minhas) ?(mae|irma|irmao|filh\w+|avo|irmaos|pai|amiga)/,
  / me (deu|dao|da|dava) (um |uma |uns |umas )?(soco|surra|tapa|tapas|facada|tiro|chute|murro|porrada|bofetada|empurrao)\w*/,
  / tenho medo dele | tenho medo do meu (marido|pai|padrasto|namorado|ex|companheiro) /,
];

/**
 * Tells whether a line speaks of self-harm or violence, before anything else is read. Negation does not
 * switch it off ("não quero me matar, mas…" still names it); idioms ("morrendo de rir") are taken out first.
 */
export function crisisOf(text: string): "self_harm" | "violence" | null {
  const line = plain(text).replace(IDIOM_KILL, " ").replace(OTHER_IDIOM, " ").replace(/ +/g, " ");
  if (BY_OTHERS.test(line) && !/ (quero|vou|vontade de|penso em|pensando em) me mat/.test(line))
    return "violence";
  if (SELF.some((r) => r.test(line))) return "self_harm";
  return VIOLENCE.some((r) => r.test(line)) ? "violence" : null;
}
