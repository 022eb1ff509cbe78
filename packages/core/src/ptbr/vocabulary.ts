import { COMMON_WORDS } from "./common-words.ts";
import { DAY_WORDS } from "./day-names.ts";
import { incomeWords, merchantWords, shortMerchants } from "./merchants.ts";
import { MONEY_WORDS } from "./money.ts";
import { type Token, wordsOf } from "./normalize.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { correct, type Dictionary, makeDictionary } from "./spelling.ts";
import type { Lexicon } from "./types.ts";
import { UNIT_WORDS } from "./units.ts";
import { inGroup, verbForms, verbVocabulary } from "./verbs.ts";
import { oneOf } from "./words.ts";

/** Words of the domain that people mistype and that decide what is meant. */
const DOMAIN =
  `agua aguas peso sono humor energia disposicao animo exercicio exercicios treino treinos academia musculacao corrida caminhada meditacao leitura alongamento vitamina
habito habitos meta metas objetivo objetivos metrica metricas registro registros lembrete lembretes alarme aviso conta contas boleto boletos fatura faturas cartao cartoes credito debito dinheiro carteira poupanca
saldo extrato parcela parcelas prestacao prestacoes divida dividas emprestimo emprestimos financiamento aluguel condominio internet salario renda receita receitas despesa despesas gasto gastos compra compras categoria categorias
orcamento investimento investimentos reserva emergencia aposentadoria aporte vencimento vencida vencidas pendente pendentes paga pago pagas pagos atrasada atrasadas aniversario alergico alergica reuniao consulta medico dentista
remedio progresso sequencia historico media resumo relatorio limite entrada valor ultima ultimo proxima proximo primeira primeiro segundo terceira todas todos anteontem amanha quanto quanta quantos quantas qual quais cade onde
semana semanas mensal diario diaria mes meses minutos horas noite manha tarde preciso obrigado obrigada transferencia dividendos freela vezes conserto estacionamento nota baixa banco valores`.split(
    /\s+/,
  );

/** Words that the rooms react to, besides the domain's own: slips in them are mended after all others. */
const KEYWORDS =
  `quase nunca ninguem talvez exemplo minha minhas queria querer vontade tomara pensei pensando imagina seria ideal deveria pagaria gastaria compraria
perdi perder perdeu emagreci emagrecer engordei engordar nasceu custa custam custava comeu noticia dizia disse mostra mostrava falou falava chefe cachorro cachorra vizinho vizinha marido reuniao durou
balanca soneca cochilo esteira bicicleta pilates spinning abdominal natacao hidratacao copinhos garrafinha garrafinhas xicara xicaras cafezinho cafezinhos horinha horinhas minutinhos
daqui verdade errado errada correto certeza todos todas todo concluido concluida concluidos completado realizado tomada tomado feito feita custou ficou subiu baixou aumentou adiantei antecipei financiei parcelei parcelado mandou pagaram devolveu depositou transferiu recebido recebida debitado quitado quitada
memoria lembrete toque trocar descricao titulo prazo cartao pagamento compromisso aereas passagem shopping restaurante lanchonete supermercado combustivel carro cabelo livro livros almoco janta consegui acabei terminei efetuei emprestado emprestada emprestei devendo vencendo
meia-noite manha noite madrugada quarta quinta sexta sabado domingo segunda terca pesava pesando pesado kilos quilos gramas duzentos trezentos cinquenta quarenta vale espero`.split(
    /\s+/,
  );

/** Common words that are right as they stand and near a word of the domain; never corrected. */
const PROTECTED =
  `que nao com para uma umas uns por mais como mas foi ele ela eles elas seu sua seus suas ser quando muito muita muitos muitas nos ja esta estao estou estava eu tambem pelo pela pelos pelas ate isso isto aquilo esse essa esses essas este estes estas entre era depois sem mesmo mesma aos ter tem tenho temos tinha quem nas me num numa nem meu minha meus minhas teu tua deles delas nosso nossa voce voces qual quais onde
lhe lhes dele dela cada tudo toda todo nada algo alguem ninguem algum alguma alguns algumas nenhum nenhuma outro outra outros outras assim ainda agora aqui ali la ai bem mal bom boa bons boas mau ma so apenas talvez sim hoje ontem sempre nunca antes cedo tarde longe perto dentro fora sobre sob contra desde durante
casa casas coisa coisas caso casos gente pessoa pessoas dia dias ano anos vez vida mundo homem mulher mulheres filho filha filhos filhas pai mae pais irmao irma tio tia avo primo prima amigo amiga amigos amigas namorado namorada marido esposa chefe colega vizinho sogra sogro neto neta bebe crianca criancas menino menina rapaz moca moco senhor senhora dona seu
gosto gosta gostou gostei gostoso gostosa gesto gestos pesca pescar pesco posto posso poste pasto rosto resto restos testo texto texta besta festa festas cesta testa desta destas neste nesta deste manta mente sente sinto sinta santa conta conto contos canto cantos quanto tanto tantos tanta banco barco branco marca marco março parte porte perto porto porta portas poeta pedra perda perde pesar peca pece peces beba bebe bebes bebo babe bobo boba
hora horas ora oras fora flora gata gato gatos rato pato prato pratos cata mata mate metas seta veta reta tela vela vala fala falo falou falei fale mala bala bola bolo bolos rola cola gola mole mola mora moro morei morar amor humor rumor tumor temor tremor vapor sabor favor valor calor cor flor dor dores doi dou deu dei vou vai foi fui sou são sois seis sete noite noites note notas nata nato neta beta data datas dado dados lado lados nado fado gado
luz paz faz fiz fez vez voz noz dez cruz capaz rapaz feliz raiz juiz giz lata latas lote leite lente leve levo levou lava lavo lavei livro livros livre litro sino seno sena senha sono sonho sonhos sonhei sonhar sona zona lona dono dona fono como coma cama caminha cana cara caro cara carta cartas corta curta custa custo busto justo susto gasto resumo consumo mudo muda mundo fundo tudo estudo escudo
agir mágoa magoa lagoa alagoas regua egua tregua lingua aguia agulha ajuda aguda agudo agenda prenda renda venda vendas rende vende lenda tenda fenda senda senta sentar tentar tentei tento testar restar gostar postar pastar custar gastar bastar basta pasta passa passo passei passou passar pesei pensei penso pensar pensa pensando sensor dormia dorme morte morto corte corto forte sorte norte horta torta morta porta
treinador exercito exercer energetico alergia sinergia galeria livraria padaria cadeira carteira caneca careca carreira correia corrente contente quente gente dente lente mente frente diferente presente parente ausente recente tenente agente urgente cliente paciente ambiente acidente
ficar fico fica fiquei ficou pegar pego pega peguei pegou chegar chego chega cheguei chegou ligar ligo liga liguei ligou jogar jogo joga jogou pagar negar regar rogar vagar cagar largar lugar alugar julgar jurar durar curar furar parar para paro parei parou saber sabe sei soube ouvir ouvi ouviu ver vi viu vejo olhar olha olhei olho olhos ouvido ouvi abrir abri fechar fechei cabeca barriga costas perna bracos mao maos pe pes joelho dedo coracao corpo rosto
bonito bonita feio feia grande pequeno pequena novo nova velho velha alto alta baixo baixa gordo gorda magro magra rico rica pobre triste feliz alegre cansado cansada chato chata legal massa top bacana louco louca doido doida preto preta branco branca azul verde vermelho amarelo cinza rosa roxo
briguei brigou briga brigar chorei chorar choro ri rir rindo riso raiva medo ansioso ansiosa ansiedade estresse estressado estressada preocupado preocupada nervoso nervosa calmo calma tranquilo tranquila paz saudade solidao sozinho sozinha vazio culpa vergonha orgulho inveja ciume ciumes
trabalho trabalhar trabalhei trabalhando emprego empresa escritorio projeto reuniao aula prova escola faculdade rua cidade estado pais brasil praia mar rio sol chuva frio calor vento ceu lua estrela noite poema musica filme serie livro historia piada receita capital australia presidente quimica matematica fisica
porque porem contudo entao portanto logo pois enfim alias inclusive exceto menos mais metade dobro triplo quase cerca medio media maior menor melhor pior igual diferente certo certa errado errada verdade mentira duvida duvidas ideia pergunta resposta ajuda favor obrigado obrigada desculpa desculpe perdao licenca parabens
oi ola ei eai opa alo tchau adeus ate beijo beijos abraco bom boa valeu beleza show otimo otima pessimo pessima ruim ruins normal mal maravilhoso maravilhosa terrivel horrivel incrivel perfeito perfeita
ato atos alta falta faltam faltou faltas malta salta volta voltei voltou solta nota lota bota bote boto moto foto fato fatos feto teto reto neto veto beto pode podia poder pude vender vendi vendo fazendo bebendo comendo lendo sendo tendo vindo indo dando vivo viva vive vivi vivia viver viver beber bater batida bati comida corrida subida saida vinda linda lindo lindas findo fundo fim fins sim rim vim mim assim
pia pias dia via vias tia mia guia lia ria fria cria crie trio trigo tigre triste trilha filha folha milha milho filho velho coelho conselho espelho joelho vermelho aparelho olho alho olha
agosto gostaria gastaria bastaria poderia deveria seria teria faria iria queria precisaria
posso poço poca pouca pouco poucos poucas touca louca boca bocas foca toca toco soco coco louco rouco mouco toque roque choque troque porque parque barque
alface almofada alma arma arca area areia aveia veia meia meias feia cheia cheio meio seio veio creio correio passeio recreio
quarto quarta quartos quadro quadra quase cuja cujo hoja loja lojas
banho banha ganho ganha ganhei manha minha linha vinha vinho ninho pinho pinha tinha tinham venha senha lenha cenha tenha
teste testes peste veste vestes desde desse dessa disse disso nisso nessa nesse essa posse fosse tosse doce doze
carta carro carros cargo carga barra barro bairro marra garra jarra jarro cachorro socorro gorro forro morro
gripe gripado gripada febre tosse dor dores doente remedios hospital
uso usa usar usei usou causa causas pausa blusa musa medusa mesa mesas presa presas peso pesa pesado leso teso tesao reso rezo reza
animal animais anima animada animado anjo banjo
dizer digo diga diz dito direito direita direto vezes fezes teses meses reses
saldo salto sado salgado salada salario sala salas salve saudade saude sauna
anda ando andei onda ondas unda linda ainda renda senda
real reais legal leais ideal ideais final finais sinal sinais canal local total natal fatal metal mental dental
receio receita recebi recibo receba recebo percebi percebo concebi
cama caminhar caminhao caminho caminhos carinho carinhos vizinho sozinho cozinha rainha
animo animos anonimo minimo maximo ultimo intimo otimo proximo
parabens parcial parceira parceiro parceria particular partida partido partir
mosca mascara mascaras mercado marcado mercados meu mel mil mal mala
conte contar conteudo contente contei contou ponte pontos ponto pronto prontos pranto
custou custa gestou gosto
mae mai mas mes maes mais males mares pares lares bares ares
sair saio saiu saia sais sai cai caiu caia cair vai via viu vil
nego negocio negocios nego preguica preguicoso precisa precisei precisava
falir falar falta falando faltando
tres trem trens tens trens treino trino trena treina serena
maca macas adotar adota adotei alagou babi belo bela belos belas cartaz cartazes carvao cota cotas cris crua cru delta mara marchar mascar pesos peao soro tombar topar topo topei halito horario horarios salmo litio reis pires registral congo carreta marreta varanda feriado feriados aguardo aguardar aguardando dormitorio sonolento sonolencia
das dos nas nos aos pelas pelos desses dessas destes destas nesses nessas numa numas duns dumas doutro daquele daquela aquele aquela aqueles aquelas daqui dali dai memoria memorias lembranca lembrancas tercas quintas quartas sextas segundas sabados domingos segundona violao viola piano guitarra musica musicas ingles frances espanhol crianca mamae papai esporte esportes senha placa tipo sanguineo signo altura idade cabelo
ração racao pais paes mala malas ferias feriado familia casal festa jantar almoco cafe almocar dolar dolares cotacao termina terminam aposto bolo bolos forno fogo fogao gas vidro sofa mesa cadeira quarto sala cozinha banheiro quintal jardim carro moto onibus trem metro aviao barco bike bicicleta estrada viagem hotel praia campo montanha sitio fazenda
contador advogado medica enfermeira professora professor aluno aluna cliente clientes chefe gerente patrao diretor colegas time equipe turma grupo reuniao entrega prazo relatorio planilha email mensagem telefone ligacao whats zap insta foto fotos video videos canal live aula aulas tarefa tarefas trabalho servico
vacina exame exames medico febre gripe tosse dor dores cabeca barriga costas joelho pe pes mao dedo olho dente dentes pele cabelo unha peito
verao inverno outono primavera sol chuva janeiro natal pascoa carnaval reveillon feriadao
legal bacana massa chique otimo ruim pior melhor facil dificil rapido devagar lento forte fraco leve pesado cheio vazio quente frio gelado gelada doce salgado amargo azedo seco molhado limpo sujo novo velho antigo moderno
sobe desce sobem sobrou sobram sobra falta faltam resta restam vence vencem venceu cai caem sai saem entra entram chega chegam comeca acaba termina abre fecha cresce cresceu rende rendeu vale valem custa custam serve servem deve devem deveria pode podem sabe sabem quer querem vai vao vem veem da dao ta tao tem tinham teria
quantos quantas quais quem cujo certa certas certo certos varias varios diversas ambos ambas demais bastante pouquinho bocado tantas tantos
seis sete oito nove onze doze treze quinze vinte trinta cem mil sessenta setenta oitenta noventa
aqui ali la ca acola embaixo acima abaixo atras frente ao lado meio volta redor
eita nossa caramba puxa poxa putz vish vixe oxe oxente uai bah tche tri mano mana cara veio parca brother mermao galera pessoal
shop store play pay pass plus prime music gym fit burger food box delivery online app apps site home office work beach smart top pop rock club bike steam stream google apple meta uber
preco precos dura duram durou durar voo voos voar negocio negocios
ligado ligada lugar ligação obrigação
maria pedro ana paulo carlos lucas marcos marcia marta mateus julia joana rafael bruno bruna felipe camila fernanda gabriel gustavo rodrigo amanda leticia beatriz vitoria joao jose antonio francisco luiz sandra silvia renata paula patricia carla luana tiago diego daniel daniela eduardo henrique leonardo mariana natalia raquel tatiana vanessa vinicius`.split(
    /\s+/,
  );

const COMMANDS = [
  "record",
  "create",
  "change",
  "remove",
  "remember",
  "memorize",
  "forget",
  "undo",
] as const;
const OFFICIAL_GROUPS = [
  "drink",
  "sleep",
  "wake",
  "bed",
  "weigh",
  "train",
  "spend",
  "pay",
  "buy",
  "receive",
  "arrive",
  "record",
  "create",
  "change",
  "remove",
  "undo",
  "remember",
  "memorize",
  "transfer",
  "save",
  "forget",
  "habit",
  "finish",
  "plan",
] as const;

function* commonForms(): Iterable<string> {
  for (const form of verbVocabulary()) {
    const forms = verbForms(form);
    if (forms.every((f) => f.tense === "subjunctive" && !COMMANDS.some((g) => inGroup(f.lemma, g))))
      continue;
    if (
      form.length >= 4 &&
      forms.some((f) => f.person !== 3 || f.tense === "present" || f.tense === "subjunctive") &&
      forms.some(
        (f) =>
          oneOf("past infinitive present subjunctive gerund", f.tense) &&
          !f.plural &&
          OFFICIAL_GROUPS.some((g) => inGroup(f.lemma, g)),
      )
    )
      yield form;
  }
}

const DEEDS = ["drink", "sleep", "weigh", "train", "spend", "pay", "buy", "receive"] as const;

function* thirdPersonPast(): Iterable<string> {
  for (const form of verbVocabulary())
    if (
      form.length >= 4 &&
      verbForms(form).some(
        (f) =>
          f.tense === "past" &&
          f.person === 3 &&
          !f.plural &&
          DEEDS.some((g) => inGroup(f.lemma, g)),
      )
    )
      yield form;
}

const BASE: Dictionary = makeDictionary([
  [
    0,
    [...DOMAIN, ...NUMBER_WORDS, ...UNIT_WORDS, ...DAY_WORDS, ...MONEY_WORDS].filter(
      (w) => w.length >= 4,
    ),
  ],
  [0.5, commonForms()],
  // What others did must not be mended into what the person did.
  [0.6, thirdPersonPast()],
  [0.7, KEYWORDS.filter((w) => w.length >= 4)],
  [1, [...merchantWords(), ...incomeWords()]],
]);
const KNOWN = new Set<string>([
  ...shortMerchants(),
  ...BASE.words,
  ...PROTECTED,
  ...COMMON_WORDS,
  ...verbVocabulary(),
  ...NUMBER_WORDS,
  ...UNIT_WORDS,
  ...DAY_WORDS,
]);

/** At most this many unknown words of one message are looked up, so that time stays linear. */
const MAX_LOOKUPS = 80;

/** Words of the person's own names. */
export function ownWords(lexicon: Lexicon): Set<string> {
  const names = [
    lexicon.habits,
    lexicon.metrics,
    lexicon.bills,
    lexicon.incomes,
    lexicon.debts,
    lexicon.investments,
    lexicon.accounts,
    lexicon.expenses,
  ].flatMap((list) => (list ?? []).map((x) => x.name));
  const titles = [
    ...(lexicon.goals ?? []).map((g) => g.title),
    ...(lexicon.reminders ?? []).map((r) => r.title),
  ];
  return new Set([...names, ...titles].flatMap((n) => wordsOf(n)).filter((w) => w.length >= 4));
}

/** The word that is made small: "corridinha" is a corrida, "cafezin" a café; null for any other word. */
function diminishedFrom(norm: string): string | null {
  const found = /^(.{3,}?)(z?inh[oa]|zin)(s?)$/.exec(norm);
  if (found === null) return null;
  const [, stem = "", , plural = ""] = found;
  const hard = stem.replace(/qu$/, "c").replace(/gu$/, "g");
  const whole = ["", "e", "a", "o"]
    .flatMap((end) => [stem + end, hard + end])
    .map((word) => word + plural)
    .find((w) => BASE.words.has(w) || verbForms(w).some((f) => f.tense === "participle"));
  return whole ?? null;
}

/** Replaces mistyped words; a replaced token keeps its span and raw text. */
export function correctTokens(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const own = ownWords(lexicon);
  const ownDictionary = makeDictionary([[0, own]]);
  const seen = new Map<string, string>();
  const shouts = tokens.every((t) => t.raw === t.raw.toUpperCase());
  let lookups = 0;
  return tokens.map((t) => {
    if (
      t.kind !== "word" ||
      t.norm.length < 3 ||
      KNOWN.has(t.norm) ||
      own.has(t.norm) ||
      verbForms(t.norm).length > 0
    )
      return t;
    const cached = seen.get(t.norm);
    if (cached !== undefined) return cached === t.norm ? t : { ...t, norm: cached };
    if (lookups >= MAX_LOOKUPS) return t;
    // The plural of a word that is right is right.
    if (
      t.norm.endsWith("s") &&
      (KNOWN.has(t.norm.slice(0, -1)) || verbForms(t.norm.slice(0, -1)).length > 0) &&
      !seen.has(t.norm)
    )
      return t;
    const whole = diminishedFrom(t.norm);
    if (whole !== null) return { ...t, norm: whole };
    lookups += 1;
    // A name in capitals is left alone unless it is one of the person's own.
    const initials = !shouts && /^\p{Lu}{2,5}$/u.test(t.raw);
    const proper = initials || (/^\p{Lu}\p{Ll}/u.test(t.raw) && t.start > 0);
    const mine = correct(t.norm, ownDictionary);
    const common = proper ? null : correct(t.norm, BASE);
    // A short slip is as near to many words: "chfe" is "chefe" before it is one's "café".
    const right = mine !== null && (t.norm.length > 4 || common === null) ? mine : common;
    seen.set(t.norm, right ?? t.norm);
    return right === null ? t : { ...t, norm: right };
  });
}

/** Whether a word is known to the grammar at all. */
export function isKnownWord(word: string): boolean {
  return KNOWN.has(word);
}
