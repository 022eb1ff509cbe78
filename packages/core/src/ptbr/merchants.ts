import { wordSet } from "./words.ts";
/** Where everyday Brazilian spending belongs: category key → words and two-word names, strongest first. */
const STRONG: Readonly<Record<string, string>> = {
  food: "mercado supermercado mercadinho mercearia hortifruti hortifrutti feira sacolao quitanda acougue peixaria padaria padoca panificadora confeitaria doceria ifood rappi lanche lanches lanchonete almoco almocei janta jantar jantei cafe café restaurante pizza pizzaria hamburguer hamburgueria burger burguer mcdonalds mc mequi bk habibs subway sushi temaki japones churrascaria churrasco marmita marmitex prato-feito quentinha self-service rodizio acai sorvete sorveteria pastel pasteis salgado salgados coxinha pao paes bolo bolos doce doces chocolate chocolates bombom comida refeicao compras-do-mes rancho feijao arroz carne frango peixe verdura verduras fruta frutas legumes leite queijo ovos bebida bebidas cerveja cervejas breja refrigerante refri suco agua-de-coco cafezinho atacadao assai carrefour extra pao-de-acucar zaffari bompreco guanabara mundial tapioca cuscuz espetinho esfiha esfirra poke delivery starbucks outback madero giraffas bobs kfc hortalicas espetinhos biscoito macarrao lasanha cantina bandejao sacolé picole milkshake sobremesa brigadeiro petisco petiscos tira-gosto cha coca pepsi guarana bala balas chiclete chicletes pirulito pipoca paçoca pacoca sacole geladinho misto tapiocaria xis xisburguer prensado crepe churros pao-de-queijo beirute cachorro-quente agua-mineral agua-gelada garrafa-de-agua garrafinha-de-agua dogao podrao iogurte granola oleo acucar cesta",
  transport:
    "uber uberx 99 99pop 99taxi cabify taxi indrive indriver blablacar gasolina combustivel etanol alcool diesel gnv posto abasteci abastecimento tanque onibus busao metro trem vlt brt passagem-de-onibus bilhete bilhete-unico recarga-bilhete estacionamento estacionar zona-azul pedagio sem-parar conectcar veloe mecanico oficina pneu pneus oleo-do-carro oleo-da-moto oleo-do-motor troca-de-oleo pneu-da-moto lavagem lava-jato lava-rapido revisao-do-carro revisao ipva licenciamento multa detran carro moto bicicleta patinete transporte flanelinha corrida-de-uber borracheiro borracharia funilaria guincho bateria-do-carro van mototaxi balsa barca 99moto carona vistoria",
  housing:
    "aluguel condominio iptu financiamento-da-casa prestacao-da-casa diarista faxina faxineira reforma moveis movel sofa cama colchao mesa material-de-construcao tinta encanador eletricista pedreiro pintor marceneiro chaveiro dedetizacao imobiliaria leroy telhanorte tok-stok jardineiro moradia cortina prateleira vidraceiro mudanca chuveiro lampada lampadas torneira ferragem ferragens ferragista madeireira",
  utilities:
    "luz energia enel cemig copel light eletropaulo cpfl celpe coelba conta-de-agua sabesp copasa cedae sanepar gas botijao comgas internet wifi wi-fi banda-larga telefone celular-conta plano-do-celular conta-de-celular vivo claro tim oi credito-no-celular recarga-do-celular recarga fibra fatura-do-celular eletricidade saneamento",
  health:
    "farmacia drogaria drogasil droga-raia pague-menos remedio remedios medicamento medicamentos medico medica consulta dentista dentario aparelho exame exames laboratorio hospital psicologo psicologa terapia psiquiatra fisioterapia fisio nutricionista plano-de-saude convenio academia gympass wellhub smartfit smart-fit bluefit crossfit pilates suplemento suplementos whey creatina vitamina vitaminas oculos otica lente lentes vacina dermatologista ginecologista ortopedista oftalmologista massagem unimed natacao musculacao yoga personal salao cabeleireiro cabeleireira barbearia barbeiro barba cabelo manicure pedicure unha unhas sobrancelha depilacao cosmetico cosmeticos maquiagem perfume shampoo xampu estetica estetica-facial antialergico dipirona pomada fralda fraldas drogarias",
  education:
    "escola faculdade universidade curso cursos mensalidade-da-escola material-escolar livro livros apostila apostilas caderno cadernos matricula creche ingles aula aulas udemy alura coursera duolingo pos-graduacao mestrado papelaria vestibular concurso intercambio professor professora mba cursinho enem livraria kindle colegio educacao uniforme",
  entertainment:
    "cinema cine filme teatro show shows ingresso ingressos balada bar barzinho boteco buteco botequim festa parque jogo jogos game games steam playstation psn xbox nintendo futebol pelada estadio boliche karaoke museu exposicao lazer diversao churras role rolê forro pagode samba bloco carnaval clube piscina bilhar sinuca zoologico circo cachaca vinho chopp chope drink drinks balada videogame free-fire skin skins robux roblox vbucks rpg loteria mega-sena megasena loterica bet aposta apostas hobby",
  subscriptions:
    "netflix spotify prime amazon-prime prime-video disney disneyplus hbo hbomax max globoplay deezer youtube youtube-premium apple-tv icloud google-one onedrive dropbox chatgpt gpt openai gemini claude canva notion adobe office365 microsoft-365 assinatura assinaturas crunchyroll paramount telecine premiere xbox-game-pass gamepass game-pass ps-plus meli-mais twitch patreon linkedin-premium kindle-unlimited audible tinder clube-de-assinatura streaming star-plus looke mubi apple-music tidal substack",
  travel:
    "viagem viagens hotel pousada hostel airbnb booking passagem-aerea passagens-aereas passagem passagens voo aviao latam gol azul mala excursao passeio turismo resort hospedagem decolar cvc ferias visto passaporte seguro-viagem rodoviaria cruzeiro diarias",
  gifts:
    "presente presentes lembrancinha lembrancinhas presentinho amigo-secreto amigo-oculto flores buque aniversario-do aniversario-da vaquinha cha-de-bebe cha-de-panela doacao doacoes mimo mimos",
  insurance: "seguro seguros seguro-do-carro seguro-de-vida seguradora porto-seguro apolice",
  debts:
    "emprestimo divida dividas financiamento juros consorcio agiota crediario carne-da-loja renegociacao cheque-especial",
  investments:
    "investimento investimentos poupanca tesouro cdb acoes fundo bitcoin cripto previdencia corretora aporte",
  other:
    "dizimo oferta igreja esmola pet pets racao veterinario veterinaria vet petshop petz cobasi banho-e-tosa cachorro gato areia-do-gato cartorio correio correios sedex despachante advogado contador imposto impostos darf taxa tarifa anuidade iof lavanderia costureira sapateiro xerox impressao cigarro cigarros pensao mesada tabacaria chaveiro-copia frete tosa ong",
};
/** Weaker words: they decide only when no stronger one stands in the text. */
const WEAK: Readonly<Record<string, string>> = {
  shopping:
    "roupa roupas camisa camisas camiseta camisetas calca calcas vestido saia blusa blusas bermuda short casaco jaqueta moletom cueca cuecas calcinha calcinhas sutia meia meias sapato sapatos tenis sandalia sandalias chinelo havaianas bota bolsa mochila cinto bone relogio oculos-de-sol joia brinco colar anel pulseira shopping loja lojas renner riachuelo cea c&a marisa zara shein shopee aliexpress amazon mercado-livre mercadolivre magalu magazine americanas casas-bahia ponto-frio centauro decathlon netshoes daiso celular smartphone iphone samsung xiaomi notebook computador pc monitor teclado mouse fone fones headset tv televisao tablet ipad kindle-aparelho alexa geladeira fogao microondas micro-ondas liquidificador airfryer air-fryer ventilador ar-condicionado maquina-de-lavar aspirador cafeteira eletrodomestico eletronico eletronicos brinquedo brinquedos utensilios panela panelas toalha toalhas lencol camera carregador capinha cabo impressora bike guarda-chuva guarda-chuvas sombrinha biquini pijama terno gravata mochilas perfumaria",
  other: "conserto reparo manutencao servico coisa coisas besteira besteiras bobagem bobeira",
};

const ONE = new Map<string, string>();
const MANY: { words: string[]; key: string }[] = [];
const WEAK_ONE = new Map<string, string>();
for (const [key, text] of Object.entries(STRONG)) {
  for (const entry of text.split(" ")) {
    if (entry.includes("-")) MANY.push({ words: entry.split("-"), key });
    else if (!ONE.has(entry)) ONE.set(entry, key);
  }
}
for (const [key, text] of Object.entries(WEAK)) {
  for (const entry of text.split(" ")) {
    if (entry.includes("-")) MANY.push({ words: entry.split("-"), key });
    else if (!WEAK_ONE.has(entry)) WEAK_ONE.set(entry, key);
  }
}

const GLUE = wordSet("de da do das dos o a no na em para com e");

/** Whether a word is a known merchant or thing that people buy. */
export function isMerchantWord(word: string): boolean {
  return ONE.has(word) || WEAK_ONE.has(word);
}

export function merchantWords(): string[] {
  return [...ONE.keys(), ...WEAK_ONE.keys(), ...MANY.flatMap((m) => m.words)].filter(
    (w) => w.length >= 4 && !GLUE.has(w),
  );
}

/** Short words of the dictionary: right as they stand, but no target of a correction. */
export function shortMerchants(): string[] {
  return [...ONE.keys(), ...WEAK_ONE.keys()].filter((w) => w.length < 4);
}

/** Category key of an expense described by these words, or null when nothing is known. */
export function expenseCategory(words: readonly string[]): string | null {
  const content = words.filter((w) => !GLUE.has(w));
  for (const { words: name, key } of MANY) {
    const need = name.filter((w) => !GLUE.has(w));
    for (let i = 0; i + need.length <= content.length; i += 1) {
      if (need.every((w, k) => content[i + k] === w)) return key;
    }
  }
  for (const w of content) {
    const key = ONE.get(w) ?? (w.endsWith("s") ? ONE.get(w.slice(0, -1)) : undefined);
    if (key !== undefined) return key;
  }
  for (const w of content) {
    const key = WEAK_ONE.get(w) ?? (w.endsWith("s") ? WEAK_ONE.get(w.slice(0, -1)) : undefined);
    if (key !== undefined) return key;
  }
  return null;
}

const INCOME: readonly (readonly [key: string, words: readonly string[]])[] = [
  [
    "salary",
    [
      "salario",
      "pagamento",
      "adiantamento",
      "holerite",
      "contracheque",
      "ordenado",
      "vale",
      "quinzena",
      "pro-labore",
      "prolabore",
      "aposentadoria",
      "pensao",
      "inss",
      "bolsa",
      "estagio",
      "soldo",
    ],
  ],
  [
    "freelance",
    [
      "freela",
      "freelance",
      "freelancer",
      "bico",
      "frila",
      "job",
      "projeto",
      "cliente",
      "servico",
      "consultoria",
      "comissao",
      "aula",
      "diaria",
      "trampo",
      "empreita",
      "uber",
      "entrega",
      "corridas",
    ],
  ],
  [
    "bonus",
    [
      "bonus",
      "plr",
      "decimo",
      "13",
      "terceiro",
      "premio",
      "gratificacao",
      "participacao",
      "ppr",
      "abono",
      "gorjeta",
      "ferias",
    ],
  ],
  [
    "passive",
    [
      "dividendo",
      "dividendos",
      "aluguel",
      "juros",
      "rendimento",
      "rendimentos",
      "royalties",
      "renda",
      "fii",
      "jcp",
      "proventos",
      "cashback",
      "provento",
      "rendeu",
    ],
  ],
  [
    "investment",
    ["resgate", "acoes", "cdb", "tesouro", "bitcoin", "cripto", "investimento", "lucro"],
  ],
  [
    "gift",
    [
      "presente",
      "mesada",
      "pix",
      "heranca",
      "vaquinha",
      "aniversario",
      "sorteio",
      "mae",
      "pai",
      "avo",
      "vo",
      "tia",
      "tio",
      "padrinho",
      "madrinha",
      "irmao",
      "irma",
      "sogra",
      "sogro",
      "amigo",
      "amiga",
      "namorado",
      "namorada",
      "marido",
      "esposa",
    ],
  ],
  [
    "other_income",
    [
      "venda",
      "vendi",
      "reembolso",
      "restituicao",
      "emprestimo",
      "devolucao",
      "estorno",
      "indenizacao",
      "fgts",
      "seguro",
      "rescisao",
      "vendeu",
    ],
  ],
];

/** Category key of an income described by these words. */
export function incomeCategory(words: readonly string[]): string {
  const strong = INCOME.find(
    ([key, list]) => key !== "gift" && words.some((w) => list.includes(w)),
  );
  return (
    strong?.[0] ??
    INCOME.find(([, list]) => words.some((w) => list.includes(w)))?.[0] ??
    "other_income"
  );
}

export function incomeWords(): string[] {
  return INCOME.flatMap(([, list]) => [...list]).filter((w) => w.length >= 4);
}
