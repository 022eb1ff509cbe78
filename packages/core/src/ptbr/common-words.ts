import { fold } from "./normalize.ts";
import { regularForms } from "./verbs.ts";

/** Everyday verbs that the rooms do not ask for; their forms are right words all the same. */
const VERBS =
  `abraçar abusar arrasar costumar desertar marchar aceitar acalmar acender achar acompanhar aconselhar acontecer acreditar adiantar
admirar admitir afastar afundar agarrar agitar agradar aguardar aguentar alcançar alegrar alimentar
aliviar alugar amarrar ameaçar amolar analisar andar animar apanhar aparecer aparentar apertar apontar
aposentar apressar aproveitar aproximar aquecer arder armar arranhar arrastar arrebentar arrepender
arriscar assaltar assar assustar atacar atender atingir atirar atravessar atropelar aumentar avaliar
avançar babar bagunçar balançar banhar barrar beijar beliscar berrar bloquear bocejar bordar botar
brilhar brindar bronzear buzinar cansar capinar carregar caçar ceder celebrar chatear chegar cheirar
chover chutar coçar coar cobrir colar colher combinar comemorar comentar competir complicar compor
concordar condenar confiar confundir congelar conhecer conquistar conseguir considerar consolar
constar construir contaminar controlar convencer conversar convidar coordenar copiar cozer crescer
criticar cruzar cuidar culpar curtir cuspir debater decepcionar decidir declarar defender deletar
demitir demorar demonstrar depender derramar derreter derrubar desabafar desabar desaparecer desanimar
descansar descascar descer descobrir desculpar desejar desenhar desistir desligar desmaiar desmontar
despedir despejar destruir detestar devorar digitar discutir disfarçar disputar distrair divertir
divulgar doer dominar duvidar educar eleger embarcar embrulhar emagrecer emocionar empatar empinar
empurrar encaixar encarar encher encolher encostar endoidar enfiar enfeitar enforcar enfrentar enganar
engasgar engolir engordar engravidar enjoar enrolar enrugar ensaiar entender enterrar entortar
entregar entristecer entupir envelhecer envenenar envergonhar errar escapar esclarecer escolher
esconder escorregar escutar esfriar esganar esmagar espalhar espancar espantar espiar espirrar espremer
esquentar esquiar estacionar estalar estender esticar estourar estragar estranhar estressar
esvaziar evoluir exagerar exigir existir experimentar explodir expulsar faltar ferir ferver fingir
fiscalizar flagrar fofocar formar forçar fotografar freiar frequentar fritar fugir funcionar furar
gargalhar gelar gemer gritar grudar gostar girar gripar guiar hospedar humilhar identificar iludir
imitar implicar importar incomodar inflamar informar inscrever insistir internar interromper invadir
invejar irritar jantar julgar jurar lamber lamentar lascar latir levantar lidar ligar lixar lotar
machucar magoar maltratar mancar mandar manifestar matar mastigar melhorar memorizar mentir merecer
mergulhar mexer mijar miar militar misturar moer molhar molestar morder motivar namorar negar nevar
notar numerar obedecer obrigar observar ocupar oferecer ofender operar ordenar organizar ousar ouvir
paquerar participar partir pausar pecar pegar pendurar peneirar pentear perceber perdoar perguntar
permitir perseguir pertencer perturbar pescar piorar piscar pisar podar polir postar posar possuir
precisar prejudicar prender preocupar preparar presentear prestar prevenir processar produzir proibir
prometer proteger provar provocar puxar quebrar queimar questionar rachar raspar rasgar reagir reclamar
recomeçar reconhecer recuar recuperar recusar reduzir refletir reforçar refrescar regar relaxar remendar
render repartir repetir resfriar resistir resolver respeitar responder reunir rezar ressecar roncar
roubar rodar roer salgar sangrar secar segurar seguir selecionar semear separar servir sequestrar
significar simplificar sobreviver socar sofrer soltar sonhar soprar sossegar subornar substituir suar
sujar sugar sumir superar suplicar suportar surgir surpreender surrar surtar suspender suspirar tampar
tapar teclar telefonar temer temperar tocar torcer torrar tossir trair trabalhar transbordar trancar
traumatizar tremer trepar tropeçar ultrapassar unir urinar usar vacinar vagar valer valorizar varrer
vaiar viciar vigiar vingar violar violentar virar visitar vistoriar vomitar voar xingar zoar zelar`.split(
    /\s+/,
  );

/**
 * Everyday words that are no part of the domain but near one of its words: right as they stand, never
 * corrected ("nome" is not "nove", "dieta" not "deita").
 */
export const COMMON_WORDS: readonly string[] = [
  ...VERBS.flatMap(regularForms),
  ...`abacaxi abelha abismo aborto acude acido acidental adega adesivo adolescente adulto adultos aeroporto afeto agencia
agoniado agulha ajudante alarme albergue aldeia alegria alergico alfaiate algema alicate alimento alivio almofada altar
aluguel amarelo ambulancia amizade amoroso amostra ancora andar andaime angustia angustiado animado ansioso antena antibiotico
apelido aperreado apito apoio aprendiz apuro aranha arame arara areal armario armas arroto arte artista asas asilo asma
assalto assento assunto astral ataque atalho atleta atriz atual aumento autor avental avesso azar azeite azulejo bacia bagagem
bagunca bailarina baile bainha bairro balanca balcao baleia bamba banana bandeira bandido banda bandeja banheira banho barata
barba barco barril barranco barriga barulho batata bateria bau bazar bebado bebada bebedeira beco beleza beliche bengala berco
besouro bicicleta bico bigode bilhete bisavo biscoito bispo bloco blusao bobeira bochecha boi boiada boina boleto bolso bolsos boneca
boneco borboleta borda boss bosque bota botina boxe braco bravo brava brejo brecha brecho brega briga brilho brinco brisa bronca bronquite
broto bruxa buraco burro bussola buzina cabana cabide cabra cabrito cacau cacete cachaca cacho cadeado cadela cais calcada calabresa
calendario calmante calo camara camarada camarao camareira camelo camelos camelô camiseta campeao campeonato campo canal cancela cancer canelada
canguru canil canja canoa cansado cansaco canto capacete capim capitao caqui caracol carapuca cardapio cardeal careca caridade carnica
carona caroco carretel carrinho cartucho carvalho casaco casamento casulo catarro catorze cauda causa cavalo caveira cebola cedo
cela celebre cemiterio cena cenario cenoura cerca cereja cerimonia cereal cerebro certeza cesto chacara chale chaleira chama chamine
chapeu charco charme chata chefao cheiro cheque chifre chinelo chiqueiro choro chulo chumbo churrasqueira chuteira chuva chuvoso ciclo ciclovia cidadao
ciencia cigana cilada cinema cinto cintura cinza ciranda cirurgia cisco cisterna clareza classe clinica clone coador cobaia cobertor
cobra cobertura coco codorna cofrinho cola colar coleira colega colheita colher colina colmeia colono coluna comadre combate combo
comedia comicio comilao comitiva companhia compasso completo comum conceito concha conchinha concreto condicao conduta confeito confianca conflito
conforto confusao confuso conhecido consciencia conselho consolo contagem contrato controle convenio convento convite coquetel coragem corajoso
coral corcunda cordao coreia corno corpete corredor correnteza corrimao cortejo cortica coruja costela cotovelo couve covarde cozido cravo
crenca crespo cria cristao critica croche crosta crueldade cubo cueca cuia cuidado culpa cume cunhado cupom cura curativo curioso curral
curva custas dama danca dancarina danado debate decada decente decote dedal dedo defeito defesa degrau deitado delicia delirio demais demitido
demonio dengo dengue dentadura dentes depressao depressiva deprimido deprimida derrota desafio desastre desejo desempregado desenho desespero desgosto desleixo
desmaio destino deus diabetes diabo diarreia dieta diferenca digital diploma dinossauro disfarce disputa distancia divorcio dobra dobro doente doido
doideira doloroso domino dono dose doses doutor dragao drama droga drogas duelo duende duplo dupla durex duro duro eclipse elefante elenco elevador elogio
embalagem emocao empate emprego empreiteiro encanto encomenda encontro endereco enfeite engano engarrafamento enjoo enorme enredo enterro entrega
entulho enxaqueca enxada enxame envelope epoca equilibrio ervilha escada escama escandalo escola escolta escova escritor escudo escuro
esfera esfirra esforco esgoto esmalte espaco espada espelho espera esperanca esperto espiga espinha espinho esposa esposo espuma esquina esqueleto
estabilidade estacao estante estatua esteira estilo estojo estomago estopa estoque estouro estrago estrada estranho estreia estrela estresse estudante
estufa etapa eterno exemplo exercito exilio exotico explosao expresso face facas facao faca facada faisca faixa falsa falso famoso fantasia fantasma farda
farelo farinha farofa farol farra fatia fator fazendeiro febre feitico feliz femea fenda fera ferida ferimento ferradura ferrugem festa fiado fiapo ficcao
figado figura fileira filhote fiscal fita fitas fivela fixo flauta floresta florista fluxo foca focinho fofo fofa fofoca fogueira foguete foice folga folgado fone
forca formiga fornalha fortuna fosforo fossa foz fralda franja frase fraude free freguesia freira freira frequencia fresta fritura fronha fronteira frouxo fruta fuba fuma
fumaca funcao funcionario funda funeral funil furacao furgao furia furioso furto fusca fusivel futuro fuzil gafe gaiola gaita galao galera galho galinha galope gamba
gancho gangue ganhador garapa garcom garfo garganta garota garoto garra garrafa garrafao gasolina gasto gato gaveta gelatina gelo gemada gema gemeos gengibre genio genro
gente geracao gerente gesso gesto gibi gigante ginasio girafa giz globo gloria goiaba golfinho golpe gosma gosto gota goteira governo gozado grama gramado grampo granada
granja gratidao grave gravida gravidez graveto greve grilo grito grosso grosseria gruta guaxinim guarda guerra gude guia guincho guisado guitarra habito heranca heroi hino
hiena historia hospicio humano humilde humor idiota idoso idosa igreja ilha imagem impar imposto incendio indio infancia inferno infeccao ingrato ingresso inimigo injecao
injusto inocente insonia instinto insulto inteiro interior inutil inveja inverno isca isopor isqueiro jaca jacare janela jangada jarda jaula jaqueta jegue jejum jeito jiboia joao joalheria
joia jornada jornal judo juiza juizo jumento junho julho jurado juri justica juventude labio ladrao lagarto lagarta lagosta lamento lampiao lancha lapis lareira laranja largo laser lastima lata
lavoura lazer legume lembranca lenda lenha lentilha leoa lepra lesma lesao letra liberdade licao lider limao limite lindeza lingua linguica linho liquido lira lirio lista litoral livraria lixo lixeira
lobisomem lojista lona loteria louca louco lousa lua luar lucro lugar luneta lupa lustre luto macaco macaxeira macarrao machado machucado macio macumba madeira madrinha madrugada maestro magia magico
magoa maio maionese maioria maldade maldito maleta maluco maluca mamao mamadeira mandioca mangueira manha mania manicomio manta manteiga maracuja maratona maravilha marca marcha marfim margem marido marmelo
marquise marreco martelo massagem mastro mata materia maternidade mato matriz maxixe mecha medalha medicacao medicacoes medonho medroso meigo melado melancia melao melodia membro memoria mendigo menor menino
mensagem mensal mentira mentiroso mercearia mergulho mesada mestre mestra metade metal miado micose microfone migalha milagre milho mimado mina mingau minhoca ministro miolo miope missa missao misterio mito mochila
modelo modo moeda moinho moita moleque molde moleza momento monge monitora monstra monstro montaria montanha morango morcego morador mordida moreno morno morro mosaico mosquito mostarda motim motivo motorista muda mudanca
mudo muleta multidao mumia muralha murcho musculo museu musgo mutirao nabo nacao nadador namoro nariz natureza naufragio navalha navio neblina neem nenem negativo nervo nervoso neta neto ninguem ninho nivel no nobre nojo noiva
noivo noivado normal nosso notebook notificacao notificacoes novela novelo novena nudez nuvem nuvens obesidade obrigacao oceano ocio odio oferta olaria oleoso olheiras onca opcao opiniao orca ordem orelha organico orgao orgasmo orgulho orla orfao
osso ostra otario ouro ousadia outono outubro ouvido ovelha ovario oxigenio pacato paciencia pacote padaria padrasto padre padrinho paella pagode paixao palacio palavra palco palestra paletó palha palhaco palito palma palmito
palpite pancada panda panela panfleto panico pantanal pantera pantufa papagaio papel papelao paquera paquita parafuso paralisia parasita parceria pardal parede parente parto parquinho partilha passarela passeata passo
pasta pasto patada pateta patinho patrao pausa pavao pavor paz pazes peca pedagio pedal pedra pedreira pedreiro pedicure pegada peixinho pele pelado peludo pelucia pena penhasco penico pensao penteado pepino pequi pera perda perdao
perfil perfume pergunta perigo perigoso periodo pernil peru peruca pescoco pessego peste petala pia piao picada pico piada pijama pilar pilha piloto pimenta pimentao pincel pingo pinguim pintor piolho pior pipoca
pique piranha pirata pires piriquito pirraca piscina pistola pitada pitanga pitomba placa planalto plantao plastico plateia pneumonia pobre poca poema poeta poesia poeira pois polegar polemica poleiro policia policial politica polvo pomada
pomar pomba pombo ponta ponteiro porao porca porcao porcaria porrada portao porteira portugues posicao postinho posto povo praca prancha prateleira prato prazo prazer precipicio preconceito predador prefeito prego presepio presenca pressao
presidio presunto preto prevencao primavera princesa principe prisao problema produto professor profundo promessa proposta protecao protesto protetor prova provador provisorio psicologica psicologico pudim pulmao pulseira pulo punhal punhado pura puro
quadril qualquer quantia quartel queda queijo queixa quente querida quiabo quilo quilombo quintal quitute rabanete rabo racao racismo radio rainha raio raiz raiva ralado ralo rampa ranco rancho rapadura rapaz raposa rapaziada raquete raro rasgo raso rastro
ratoeira ratazana razoavel realidade rebanho rebelde recado receio recheio recibo recife recreio redacao redondo reboque refeicao refem reflexo refugio regime regiao rego reino relampago relato relogio remo remorso renda repolho reporter
represa republica requeijao resenha reserva resfriado resgate residencia respeito resto resultado retrato reuniao reumatismo reza ricaco rico rifa rima rinque riqueza riso ritmo ritual roca rocha roda rodada rodeio rodizio rojao rolha romance
romeu ronco rosario roseira rosto rotina roubo roupao rouxinol rubi ruela rugas ruido ruina ruivo sabia sabio sabiá saco sacrificio sadio safado safra saga saguao saia salada salao salgadinho salsicha saltos salva salvacao samba sanfona sangue sanduiche
santo sapato sapateado saque sarampo sarda sardinha sarna sarjeta satelite saudavel seca segredo seita selo semaforo semana semente sensacao sensivel senzala separacao sepultura sequencia serenata sereia serio seria serios sermao serpente serra serrote
sertao servente sessao seta setor severo sexo shampoo silencio simpatia simpatico sinagoga sinal sinceridade sincero sindico sintoma siri sobrado sobremesa sobrinho socio soco sofrimento sogro soja soldado soldador solidao solitario solteiro sombra sombrinha
sonambulo sono sonso sopro sorriso sortudo sossego sotaque sovaco suave submarino subsolo sucata sucesso suco sufoco suicidio sujeira sujeito sunga surfe surpresa surto susto suspiro sutil tabaco tabela taboada tabu taca tacar tacho tainha talco talento talher
tamanco tamandua tambor tamanho tampa tanga tanto tapete tapioca tapume tarado tartaruga tatu tatuagem tchau teatral teclado tecido teia teimosia teimoso telefonema telhado telha temor tempero templo tempestade tendinite tenista tennis tenro tentacao
terapeuta termo termometro terraco terreiro terreno terror tesouro testa testemunha teto tigela tijolo tilapia timidez timido tinta tirano tiro titulo toalete toca tocha tolo tomada tombo tonta tonto tontura torcicolo torcida torneio torneira torresmo torta tortura
toucinho tourada toxico trabalheira traicao traira tranca tranco tranquilidade transa trapo trauma travesseiro travessura treinador trevo triagem tribo tributo tripa tripulante tristeza tristinha trofeu tromba trombada trombone trono tropa trouxa trovao truta
tubarao tubo tucano tulipa tumor tumulto tumulo tunel turista turma turno tutor uivo ultimato umbigo umidade unha universo urgencia urna urso urubu urticaria usuario usina utero uva vaca vacilo vadio vagabundo vaga vagao valete valentia valente valsa vampiro
vandalo vantagem varal varejo varicela varizes vaso vassoura vela veludo veneno vento ventania ventre verao verbo verdade verruga versao verso vertigem vespa vestido veterano viagra vibracao viciado vicio vidente vila vilao vinagre vingança vingativo violencia violento violino
virgem virose virtude virus visao vitima vitoria vitrine viuva viuvo vizinhanca volante volei voleibol volume vontade vovo vovó vozes vulcao xadrez xale xarope xerife xicara xingamento zagueiro zebra zelo zero zinco zoeira zona zumbido zumbi deserta deserto marcacao marcacoes salvador bora band debitada atrasada metric mei gatinha
game games look looks skin skins boy girl baby brownie burger cheesecake cookie cupcake ketchup milk cream ice mix spray shorts top tops wifi tour team party day kids teen street sound black blue red green white gold silver fashion fitness fire ranked match points coins gift card cards pass battle royale like post story stories reels feed chat status print screen login link`
    .split(/\s+/)
    .map(fold),
  ...`acao alianca alvo aperta apertado aperto atraso baixinho balao batom bicho boato bolha bombeiro
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
tras treco trono tropa truco uniao unica vara vila voto`.split(/\s+/),
];
