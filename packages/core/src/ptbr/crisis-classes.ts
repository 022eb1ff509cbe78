import type { Classes } from "./phrases.ts";

/** Words that stand for each other in the phrases of `crisis-phrases.ts`. */
export const CLASSES: Classes = {
  WISH: "quero queria querendo vontade desejo desejava prefiro preferia preferiria vou ia pensando penso pensei pensava tentei tentar tento pretendo gostaria decidi planejo planejei planejando mereco merecia devia deveria preciso precisava melhor afim pudesse podia",
  KILL: "matar matava mataria mato mata matei matasse matando mate suicid* enforc* envenen* afogar afogo",
  CUT: "cortar corto cortei cortando cortava cortado cortavam mutil* furar furei ferir machucar machuco machucando",
  VANISH: "sumir desaparecer sumi",
  HEIGHT:
    "ponte predio janela viaduto sacada metro trem trilho trilhos carro carros onibus caminhao andar passarela terraco penhasco",
  PILLS: "remedio* comprimido* calmante* rivotril pilula* medicamento*",
  MANY: "8 9 10 11 12 13 14 15 16 18 20 24 25 30 40 50 60 80 100 oito nove dez doze quinze vinte trinta quarenta cinquenta sessenta cem",
  ALL: "todos todas tudo cartela caixa varios muitos monte vinte trinta todo",
  REASON: "sentido graca pena valor razao razoes motivo motivos",
  LIVE: "viver viva vivo existir existindo vivendo",
  KIN: "marido namorado namorada pai padrasto irmao irma filho filha ex companheiro companheira tio tia avo chefe vizinho vizinha noivo noiva patrao patroa primo prima cunhado cunhada sogro sogra parceiro parceira professor mae mulher esposa esposo madrasta cara homem desconhecido rapaz",
  OTHER: "ele ela eles elas alguem dele dela",
  FRIEND:
    "amigo amiga amigos colega melhor conhecido conhecida aluno aluna sobrinho sobrinha neto neta menino menina crianca paciente afilhado afilhada enteado enteada",
  OBJECT:
    "uber preco precos conta contas fatura boleto boletos gasolina mercado aluguel realidade vida salario imposto impostos inflacao valor cartao luz internet calor frio sol vento chuva onda bola porta noticia ressaca treino academia segunda trabalho cafe sono restaurante posto ifood farmacia shopping dolar juros ipva iptu despesa despesas parcela",
  HIT: "bateu bate batia batendo bateram espanc* agrediu agride agredia agrediram socou chutou estapeou esbofeteou empurrou enforcou estrangul* esgan* machucou machuca feriu queimou ameacou ameaca ameacando ameacava violentou estupr* abusou abusa abusava molest* assediou assedia assediando forcou obrigou trancou prendeu persegue perseguindo persegui perseguia surrou esfaqueou agarrou apalpou sequestrou amarrou bati",
  HARM: "matar esfaquear espancar envenenar estrangular machucar agredir estuprar abusar enforcar bater agarrar",
  BLOW: "soco* surra tapa* facada* tiro* chute* murro* porrada* pancada* bofetada* empurrao",
  WORK: "trabalh* estud* academia treino treinar malhar rua obra prova provas esforc* correr corrida comer comida chocolate servico trampo curso faculdade cozinha jogo perna pernas supino esteira limpar faxina danc* aula crossfit bike escritorio projeto loja doce doces sobremesa compras",
  STATE:
    "rir rindo sono fome cansaco cansad* saudade* vergonha calor frio medo preguica sede tedio curiosidade inveja amor* raiva orgulho ciume* felicidade alegria susto tanto dor dores vontade",
  THING:
    "fome sede saudade* aula tempo vontade barata* mosquito* mosca aranha charada curiosidade trabalho servico expediente rato formiga* tarefa planta plantas prova pau cobra bola questao larica lombriga preguica serie livro fila zumbi* boss chefao",
  STORY:
    "filme serie livro musica novela personagem documentario jogo materia noticia reportagem palestra prevencao setembro poema peca podcast capitulo episodio",
  CHORE:
    "tarefa* pendencia* bagunca louca lista conta* divida* boleto* trabalho roupa* doce* bolo pizza sobremesa comida gordura preguica cravos formigas baratas cupins geladeira cozinha prato mofo desperdicio procrastinacao vicio cigarro gasto* estoque serie caixa pacote vinho que",
  FEELING:
    "meta saudade* vontade fome sono medo tristeza preguica desanimo palmas dor nostalgia duvida ansiedade inspiracao angustia desespero inveja bad onda",
  PLACE:
    "aluguel favor aparencia* salario renda miojo dieta passado bico* pais mae pai sogros sogra colega* pouco aperto vermelho automatico interior correria longe cidade apartamento sp sao casa praia carro dinheiro internet ar condicionado",
};
