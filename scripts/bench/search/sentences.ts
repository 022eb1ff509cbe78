/** How a query differs from what was said. */
export type Way = "plain" | "inflected" | "misspelt" | "oneInflected" | "oneMisspelt";
export type Question = { readonly way: Way; readonly query: string };
export type Needle = { readonly content: string; readonly questions: readonly Question[] };

/** What was once said | asked without accents | asked with words bent otherwise | asked with slips. */
const LINES = `
Sou alérgica a camarão e a lagosta | alergica a camarao | alergias a camarões | alérgica a camarrão
O aniversário da minha mãe é 12 de maio | aniversario da mae | aniversários da mãe | anivesário da mãe
Prefiro reuniões de manhã cedo | reunioes de manha cedo | reunião pela manhã cedo | reuinões cedo
Meu dentista é o doutor Anselmo, na rua das Palmeiras | dentista anselmo palmeiras | dentistas na palmeira | dentsita anselmo
Guardo o passaporte na gaveta azul do escritório | passaporte gaveta escritorio | passaportes nas gavetas | pasaporte na gaveta
A senha do cofre está com o tio Valdemar | cofre valdemar | cofres do valdemar | cofre do valdmar
Aprendi a tocar violino quando era criança | tocar violino crianca | tocava violinos | tocar violno
Não gosto de coentro na comida | coentro comida | coentros nas comidas | coentru na comida
Comecei terapia com a psicóloga Marisete | psicologa marisete terapia | terapias com psicólogas | pscicóloga marisete
Meu tipo sanguíneo é O negativo | tipo sanguineo negativo | tipos sanguíneos negativos | sangíneo negativo
O contrato do aluguel vence em setembro | contrato aluguel setembro | contratos de aluguéis em setembro | contrato do alugel setembro
Quero aprender marcenaria quando me aposentar | marcenaria aposentar | aprendendo marcenaria aposentado | marsenaria aposentar
A vacina contra febre amarela foi em Manaus | vacina febre amarela manaus | vacinas de febres amarelas | vaccina febre amarela
Minha avó fazia pamonha todo mês de junho | avo pamonha junho | avó fazendo pamonhas | avó pamoha
Tenho enxaqueca quando durmo pouco | enxaqueca durmo pouco | enxaquecas dormindo pouco | enchaqueca durmo
O gato se chama Pitágoras e toma insulina | gato pitagoras insulina | gatos tomando insulina | gato pitagorás isulina
Troquei o filtro do ar condicionado em fevereiro | filtro ar condicionado fevereiro | filtros dos ares condicionados trocados | filtro condisionado
A nota da prova de inglês foi oitenta e sete | nota prova ingles oitenta | notas das provas de inglês | nota da prova de inglez
Marquei a cirurgia do joelho para outubro | cirurgia joelho outubro | cirurgias nos joelhos em outubro | cirugia do joelho
A bicicleta foi comprada na loja do Genésio | bicicleta loja genesio | bicicletas compradas no genésio | bisicleta genesio
Sonho em conhecer a Patagônia de trem | patagonia trem | sonhos conhecendo patagônia trens | patagonha de trem
O pediatra indicou um xarope de guaco | pediatra xarope guaco | pediatras indicando xaropes | pediatra charope guaco
Meu vizinho Teobaldo tem a chave reserva | vizinho teobaldo chave reserva | vizinhos com chaves reservas | visinho teobaldo chave
A festa de formatura será no clube Paineiras | formatura clube paineiras | formaturas nos clubes paineira | formattura paineiras
Pago a previdência no dia quinze | previdencia quinze | previdências pagas no quinze | previdensia dia quinze
Nado quinhentos metros às quartas na piscina | nado quinhentos metros piscina | nadando metros nas piscinas às quartas | quinhetos metros picsina
A receita do bolo de fubá leva erva-doce | receita bolo fuba erva | receitas de bolos de fubá | reseita do bolo de fubá
O seguro do carro é da corretora Horizonte | seguro carro corretora horizonte | seguros dos carros corretoras | coretora horizonte
Tenho medo de elevador desde pequena | medo elevador pequena | medos de elevadores | medo de elevdor
O jardineiro poda a jabuticabeira em agosto | jardineiro poda jabuticabeira | jardineiros podando jabuticabeiras | jabuticabera poda
Ganhei um telescópio da minha madrinha | telescopio madrinha | telescópios ganhos das madrinhas | telecópio da madrinha
A consulta com o cardiologista foi remarcada | consulta cardiologista remarcada | consultas cardiologistas remarcadas | consulta cardiolojista
Coleciono selos da época do império | selos epoca imperio | colecionando selo imperial | colessiono selos império
O meu orientador de mestrado é o Evandro | orientador mestrado evandro | orientadores dos mestrados | orietador de mestrado
A caldeira precisa de revisão a cada semestre | caldeira revisao semestre | caldeiras com revisões semestrais | caudeira revisão semestre
Perdi a aliança na praia de Itamambuca | perdi alianca praia itamambuca | alianças perdidas nas praias | aliansa itamambuca
Meu sobrinho Ulisses joga xadrez no colégio | sobrinho ulisses xadrez | sobrinhos jogando xadrez nos colégios | sobrinho ulises chadrez
O afinador do piano vem em novembro | afinador piano novembro | afinadores dos pianos novembro | afinadro do piano
Fiz um curso de primeiros socorros na brigada | curso primeiros socorros brigada | cursos de primeiro socorro | primeiros socoros brigada
A mudança para Florianópolis ficou para janeiro | mudanca florianopolis janeiro | mudanças florianópolis janeiros | mudança florianopólis janero
A herança do bisavô ainda está no inventário | heranca bisavo inventario | heranças nos inventários | erança do bisavô
Deixo cinzas de fogueira na horta de rúcula | cinzas fogueira horta rucula | cinza das fogueiras nas hortas | orta de rúcula cinzas
A catequista do bairro se chama Filomena | catequista bairro filomena | catequistas dos bairros | catekista filomena
Fico tonto quando ando de barco a vela | tonto barco vela | tonta em barcos velas | tomto barco vela
O encanador trocou a torneira do lavabo | encanador torneira lavabo | encanadores trocando torneiras | incanador torneira
Os óculos novos têm lente multifocal | oculos lente multifocal | óculos com lentes multifocais | lente multfocal óculos
A palestra sobre abelhas sem ferrão foi linda | palestra abelhas ferrao | palestras de abelha ferrões | palestra abelias ferrão
Meu cunhado Nicanor conserta relógios antigos | cunhado nicanor relogios | cunhados consertando relógio antigo | cunhado nicanor relojos
O termo de garantia da geladeira acaba em abril | garantia geladeira abril | garantias das geladeiras | garamtia da geladeira
Estudo japonês com a professora Harumi | estudo japones professora harumi | estudando japonês professoras | estudo japoneis arumi
Caminho na orla com a Quitéria aos domingos | orla quiteria domingos | caminhadas nas orlas domingo | orla quiterea domingos
A tatuagem de andorinha fica no ombro | tatuagem andorinha ombro | tatuagens de andorinhas nos ombros | tatuajem andorinha
Tomo levotiroxina em jejum às seis | levotiroxina jejum seis | tomando levotiroxina jejuns | levotiroxna em jejum
O chuveiro da casa de praia dá choque | chuveiro casa praia choque | chuveiros dando choques | xuveiro da praia choque
Combinei com o arquiteto a reforma da varanda | arquiteto reforma varanda | arquitetos reformando varandas | arquiteto da reforma varamda
A Iracema me ensinou a fazer crochê | iracema croche | iracema ensinando crochês | iracema crochet ensinou
O condomínio proíbe obras depois das cinco | condominio proibe obras | condomínios proibindo obra | comdomínio obras
Levo o cachorro ao adestrador Juvenal | cachorro adestrador juvenal | cachorros com adestradores | cachoro adestrador
A bolsa de estudos da Clotilde foi renovada | bolsa estudos clotilde renovada | bolsas de estudo renovadas | bolça de estudos clotilde
Desisti do café por causa da gastrite | cafe gastrite desisti | desistindo de cafés gastrites | café gastrit
`;

const WAYS: readonly Way[] = ["plain", "inflected", "misspelt"];

const longest = (query = ""): string =>
  query.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? "";
/** Third and fourth letter in each other's place. */
const slip = (word: string): string => word.replace(/^(..)(.)(.)/u, "$1$3$2");

export const needles: readonly Needle[] = LINES.trim()
  .split("\n")
  .map((line) => {
    const [content = "", ...queries] = line.split(" | ");
    return {
      content,
      questions: [
        ...queries.map((query, n) => ({ way: WAYS[n] ?? "plain", query })),
        { way: "oneInflected", query: longest(queries[1]) },
        { way: "oneMisspelt", query: slip(longest(queries[0])) },
      ],
    };
  });

const PEOPLE =
  "Bia Caio Davi Eva Fábio Gilda Hugo Inês Jonas Kátia Lúcia Mauro Nair Otávio Paula Quintino Rosa Samuel Tereza Vera".split(
    " ",
  );
const PLACES =
  "no mercado|na praia|no escritório|em casa|no clube|na escola|no parque|na igreja|no hospital|na academia|no trem|na feira|no cinema|na rua|no banco|na loja".split(
    "|",
  );
const DEEDS =
  "Conversei com|Almocei com|Combinei uma consulta com|Discuti o contrato com|Estudei inglês com|Caminhei com|Marquei uma reunião com|Fiz a receita de bolo com|Vi a prova com|Joguei com|Paguei o aluguel com|Aprendi a cozinhar com|Troquei a chave com|Comprei um relógio com|Sonhei com".split(
    "|",
  );
const ABOUT =
  "sobre a mudança|sobre o seguro do carro|sobre a festa|sobre o curso|sobre a viagem|sobre o cachorro|sobre a vacina|sobre o trabalho|sobre o medo|sobre a reforma|sobre a comida|sobre o café|sobre a nota|sobre o vizinho|sobre a família|sobre o mês de junho|sobre o aniversário|sobre a manhã".split(
    "|",
  );

/** One of 5,000 made-up words: a diary of some years has about so many. */
function rareWord(n: number): string {
  const syllables = "ba cre di fo gu ja lhe mi no pu ra se ti vo xu za pre tra nho que".split(" ");
  let rest = (n * 7919) % 5000;
  let word = "";
  for (let length = 0; length < 3; length += 1) {
    word += syllables[rest % 20] ?? "";
    rest = Math.floor(rest / 20) + length * 3;
  }
  return `${word}${["l", "r", "m", "do", "no"][n % 5]}`;
}

/** An everyday sentence that shares words with the needles; the n-th is always the same. */
export function everyday(n: number): string {
  const pick = (words: readonly string[], by: number) => words[Math.floor(n / by) % words.length];
  return `${pick(DEEDS, 1)} ${pick(PEOPLE, 15)} ${pick(PLACES, 300)} ${pick(ABOUT, 7)}, anotação ${n}, ${rareWord(n)}`;
}
