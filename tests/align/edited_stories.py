"""Invented stories in five languages, with the places marked at which known edits are made.

`{class:as the original has it>another form>one more}` marks a place; the other forms are what an edit of that
class makes of it. Classes: word (another wording), drop (words that are cut), quote (words inside quotation
marks), number, name; and those that a rule can permit: time, place, style. Paragraphs are split by blank lines.
"""

STORIES = {
    "en": [
        """
The ferry that nobody asked for
The council of Saltmere {word:voted>decided} {time:yesterday>on Tuesday>Tuesday>on Nov. 17} to buy a {drop:second-hand }ferry for {number:312>321} commuters, although {style:twelve>12} of its own engineers had {word:warned>argued} against it.

“We {quote:never>always>hardly ever} promised a bridge,” said {style:Mr. Orrin Kessel>Orrin Kessel}, who runs the harbor. “What we promised was a way {quote:across>around>out}.”

The boat, built in {number:1987>1978>1997}, needs new engines, new seats{style:,>} and a new name. It will cost about ${number:4.2>4.8} million, or {number:14>40} {style:percent>per cent>pct} of what the town spends in a year.

Residents who live {place:here>in Saltmere} say that the old boat was {word:slow>late>small} but honest. {name:Adaline>Bettina} Voss, a baker, takes it every morning at {style:six>6} and knows the {word:crew>captain} by name.

“I have {quote:no>every} reason to trust them,” she said as the {word:rain>sleet} came in. “They told us {quote:twice>nothing>everything}, and then they {quote:forgot>lied>left}.”

The shipyard, in {place:Portland>Portland, Oregon>Portland, Ore.}, did not answer {number:three>four} letters that this newspaper {word:sent>wrote} {time:last week>earlier this month>in November}. A lawyer for {name:Tobin>Marwick} said the {style:color>colour} of the hull was a matter of taste.

Some of the crew have {word:found>taken} other work. Others {word:wait>sit} in the canteen, where the {style:U.S.>US} flag hangs beside a calendar from the year of the flood.

A report is due {time:tomorrow>on Thursday>Thursday}. Until then the ferry lies at the {drop:outer }pier, and the {word:gulls>ducks} have it to themselves. The council meets again in {style:January>Jan.} to talk about the {word:money>tickets>paint}.

Nobody in the harbor office would say who had {word:signed>read} the contract. It runs to {number:96>69>98} pages and names {name:Halden>Ferro} as the only witness.
""",
        """
A library moves by hand
On a cold morning {number:640>460} people stood in line between two buildings in {name:Vellby>Fennick} and handed each other books, because the {word:trucks>vans} could not pass the {drop:narrow }bridge.

“It was {quote:quiet>loud>boring},” said Josune Tarwick, the librarian. “You could hear {quote:pages>people>traffic}, and nothing else.”

The old reading room closes {time:tonight>on Friday night>Friday}. {style:Dr. Lund>Lund} has {word:worked>lived} there since {number:2003>2013>1993} and will carry the last box.

About {style:nine>9} of every {style:ten>10} volumes went through the chain. The others, too heavy for {word:children>one person}, were {word:rolled>pushed} on carts that a farm had lent. {name:Ruel>Caspar} Quenmore mended the wheels.

The new house has {number:41>14} windows to the north and a {word:cellar>roof} that the architects call “dry within {quote:reason>limits>hours}.” It cost {number:two>three} million less than planned, which surprised {word:everybody>the treasurer}.

{style:Neighbors>Neighbours} brought soup{style:,>} bread and gloves. People came from as far as {place:Port Ellery>Port Ellery, England} to see it, and some {word:stayed>slept} for the evening.

“My grandfather {quote:built>burned>sold} that shelf,” a boy said and {word:pointed>laughed}. “So I carried {quote:it>them>nothing}.”

The mayor spoke {time:this morning>on Wednesday morning} of a town that {word:reads>counts} together. He did not say what becomes of the {drop:empty }building {place:in the town>in Vellby}.

A decision is expected {time:next month>in December}. The {style:organization>organisation} that owns the land has {word:asked>begged} for patience, and {name:Petra>Ilka} Monthollow, who chairs it, has asked for silence.
""",
    ],
    "de": [
        """
Die Fähre, die niemand wollte
Der Rat von Salzmoor hat {time:gestern>am Dienstag>am 17. November} {word:beschlossen>entschieden}, für {number:312>321} Pendler eine {drop:gebrauchte }Fähre zu kaufen, obwohl {style:zwölf>12} seiner Ingenieure davon {word:abrieten>wenig hielten}.

„Wir haben {quote:nie>immer>kaum} eine Brücke versprochen“, sagte {style:Herr Kessel>Kessel}, der den Hafen leitet. „Versprochen war ein Weg {quote:hinüber>hinaus>zurück}.“

Das Schiff wurde {number:1987>1978>1997} gebaut und braucht neue Motoren. Es kostet rund {number:4,2>4,8} Millionen Euro, das sind {number:14>40} {style:Prozent>%} von dem, was die Stadt im Jahr ausgibt.

Wer {place:hier>in Salzmoor} lebt, erzählt, das alte Schiff sei {word:langsam>klein>laut} gewesen, aber ehrlich. {name:Adeline Voss>Bettina Voss} nimmt es jeden Morgen um {style:sechs>6} und kennt die {word:Mannschaft>Besatzung} mit Namen.

„Ich habe {quote:keinen>jeden} Grund, ihnen zu trauen“, sagte sie, als der {word:Regen>Schnee} kam. „Sie haben es uns {quote:zweimal>nie} gesagt, und dann haben sie es {quote:vergessen>verschwiegen}.“

Die Werft in {place:Bremen>Bremen, Deutschland} antwortete nicht auf {number:drei>vier} Briefe, die diese Zeitung {time:vergangene Woche>im November} {word:schickte>schrieb}. Ein Anwalt von {name:Tobin>Marwick} sagte, die Farbe sei Geschmackssache.

Einige haben andere Arbeit {word:gefunden>angenommen}. Andere {word:warten>sitzen} in der Kantine, wo neben der Fahne ein Kalender aus dem Jahr der Flut hängt.

Ein Gutachten kommt {time:morgen>am Donnerstag}. Bis dahin liegt das Schiff am {drop:äußeren }Anleger, und die {word:Möwen>Enten} haben es für sich. Der Rat tagt im {style:Januar>Jänner} wieder und spricht über {word:Geld>Farbe>Karten}.

Niemand im Hafenamt wollte sagen, wer den Vertrag {word:unterschrieben>gelesen} hat. Er hat {number:96>69>98} Seiten und nennt nur {name:Jost Halden>Jost Ferro} als Zeugen.
""",
        """
Eine Bücherei zieht um, von Hand zu Hand
An einem kalten Morgen standen {number:640>460} Menschen zwischen zwei Häusern in {name:Vellbach>Fennrode} und reichten einander Bücher, weil die {word:Lastwagen>Karren} nicht über die {drop:schmale }Brücke kamen.

„Es war {quote:still>laut>langweilig}“, sagte die Bibliothekarin Josune Tarwick. „Man hörte {quote:Seiten>Leute>Autos} und sonst nichts.“

Der alte Lesesaal schließt {time:heute>am Freitag}. {style:Dr. Lund>Lund} hat dort seit {number:2003>2013>1993} {word:gearbeitet>gewohnt} und trägt die letzte Kiste.

Etwa {style:neun>9} von {style:zehn>10} Bänden gingen durch die Kette. Die anderen waren für {word:Kinder>einen allein} zu schwer und wurden auf Wagen {word:gerollt>geschoben}, die ein Hof geliehen hatte.

Das neue Haus hat {number:41>14} Fenster nach Norden und einen {word:Keller>Speicher}, den die Architekten „trocken in {quote:Maßen>Grenzen>Teilen}“ nennen. Es kostete {number:zwei>drei} Millionen weniger als geplant, was {word:alle>den Kämmerer} überraschte.

Nachbarn brachten Suppe, Brot und Handschuhe. Manche kamen bis aus {place:Lindau>Lindau in Bayern} und {word:blieben>schliefen} bis zum Abend.

„Mein Großvater hat das Regal {quote:gebaut>verbrannt>verkauft}“, sagte ein Junge und {word:zeigte>lachte}. „Also habe ich {quote:es>sie>nichts} getragen.“

Die Bürgermeisterin sprach {time:heute Morgen>am Mittwochmorgen} von einer Stadt, die zusammen {word:liest>zählt}. Was aus dem {drop:leeren }Haus wird, sagte sie nicht.

Entschieden wird {time:nächsten Monat>im Dezember}. Der Verein, dem das Land gehört, {word:bat>flehte} um Geduld, und {name:Petra Holl>Ilka Holl}, die ihn führt, um Ruhe.
""",
    ],
    "fr": [
        """
Le bac dont personne ne voulait
Le conseil de Selmare a {word:voté>choisi} {time:hier>mardi>le 17 novembre} l’achat d’un bac {drop:usagé }pour {number:312>321} voyageurs, alors que {style:douze>12} de ses ingénieurs y étaient {word:opposés>hostiles}.

« Nous n’avons {quote:jamais>souvent} promis de pont », a déclaré {style:M. Kessel>Kessel}, qui dirige le port. « Nous avons promis un {quote:passage>retour>détour}. »

Le bateau, construit en {number:1987>1978>1997}, demande des moteurs neufs. Il coûtera environ {number:4,2>4,8} millions d’euros, soit {number:14>40} {style:%>pour cent} de ce que la ville dépense en une année.

Ceux qui vivent {place:ici>à Selmare} racontent que l’ancien bateau était {word:lent>petit>bruyant} mais honnête. La boulangère {name:Adeline>Bettina} Voss le prend chaque matin et connaît l’{word:équipage>homme de barre} par son nom.

« Je n’ai {quote:aucune>toute} raison de les croire, dit-elle sous la pluie. Ils nous l’ont dit {quote:deux fois>souvent}, puis ils l’ont {quote:oublié>caché}. »

Le chantier, à {place:Vannes>Vannes, en Bretagne}, n’a pas répondu aux {number:trois>quatre} lettres que ce journal a {word:envoyées>écrites} {time:la semaine dernière>en novembre}. Un avocat de {name:Tobin>Marwick} a parlé d’une affaire de goût.

Certains ont {word:trouvé>pris} un autre travail. D’autres {word:attendent>restent} à la cantine, où pend un calendrier de l’année de la crue.

Un rapport sera remis {time:demain>jeudi}. D’ici là, le bac reste au quai {drop:extérieur }et les {word:mouettes>canards} l’ont pour eux. Le conseil parlera en {style:janvier>janv.} de l’{word:argent>entretien}.

Personne au bureau du port n’a voulu dire qui avait {word:signé>lu} le contrat. Il compte {number:96>69>98} pages et nomme le seul témoin, Jos {name:Halden>Ferro}.
""",
        """
Une bibliothèque déménage à la main
Un matin froid, {number:640>460} personnes se sont mises en file entre deux maisons de {name:Velbourg>Fennac} et se sont passé des livres, car les {word:camions>fourgons} ne pouvaient franchir le pont {drop:étroit }du moulin.

« C’était {quote:calme>bruyant>ennuyeux} », a raconté la bibliothécaire Josune Tarwick. « On entendait les {quote:pages>gens>voitures}, et rien d’autre. »

L’ancienne salle ferme {time:ce soir>vendredi soir}. {style:Mme Lund>Lund} y {word:travaille>loge} depuis {number:2003>2013>1993} et portera la dernière caisse.

Environ {style:neuf>9} volumes sur {style:dix>10} ont passé par la chaîne. Les autres, trop lourds pour les {word:enfants>vieillards}, ont été {word:roulés>poussés} sur des chariots prêtés par une ferme.

La nouvelle maison a {number:41>14} fenêtres au nord et une {word:cave>cour} que les architectes disent « sèche dans la {quote:mesure>limite} du possible ». Elle a coûté {number:deux>trois} millions de moins que prévu, ce qui a surpris {word:chacun>le trésorier}.

Les voisins ont apporté de la soupe, du pain et des gants. On est venu jusque de {place:Namur>Namur, Belgique} et l’on est {word:resté>demeuré} pour la soirée.

« Mon grand-père a {quote:construit>brûlé>vendu} cette étagère », a dit un garçon en {word:riant>montrant le mur}. « Alors je l’ai {quote:portée>laissée>peinte}. »

La maire a parlé {time:ce matin>mercredi matin} d’une ville qui {word:lit>compte} ensemble. Elle n’a pas dit ce que deviendra le bâtiment {drop:vide }de la place.

La décision tombera {time:le mois prochain>en décembre}. L’association qui possède le terrain a {word:demandé>réclamé} de la patience, et sa présidente, {name:Petra>Ilka} Monthol, du silence.
""",
    ],
    "es": [
        """
El transbordador que nadie pidió
El concejo de Salmar {word:votó>eligió} {time:ayer>el martes>el 17 de noviembre} la compra de un transbordador {drop:usado }para {number:312>321} viajeros, aunque {style:doce>12} de sus ingenieros se {word:oponían>quejaban}.

«{quote:Nunca>Siempre} prometimos un puente», dijo {style:el señor Kessel>el Sr. Kessel}, que dirige el puerto. «Prometimos un {quote:paso>regreso>rodeo}.»

El barco, construido en {number:1987>1978>1997}, necesita motores nuevos. Costará unos {number:4,2>4,8} millones de euros, el {number:14>40} {style:por ciento>%} de lo que la ciudad gasta en un año.

Quienes viven {place:aquí>en Salmar} cuentan que el barco viejo era {word:lento>chico>ruidoso} pero honrado. La panadera {name:Adela>Betina} Voss lo toma cada mañana y conoce a la {word:tripulación>patrona} por su nombre.

«No tengo {quote:ninguna>otra} razón para creerles», dijo bajo la {word:lluvia>nieve}. «Nos lo dijeron dos {quote:veces>días} y luego lo {quote:olvidaron>callaron}.»

El astillero, en {place:Vigo>Vigo, Galicia}, no respondió a las {number:tres>cuatro} cartas que este diario {word:envió>escribió} {time:la semana pasada>en noviembre}. Un abogado de {name:Tobín>Marvic} habló de una cuestión de gusto.

Algunos ya {word:hallaron>tienen} otro trabajo. Otros {word:esperan>callan} en la cantina, donde cuelga un calendario del año de la crecida.

El informe llega {time:mañana>el jueves}. Hasta entonces el barco queda en el muelle {drop:exterior }y las {word:gaviotas>palomas} lo tienen para sí. El concejo hablará en enero del {word:dinero>precio}.

Nadie en la oficina del puerto quiso decir quién {word:firmó>leyó} el contrato. Tiene {number:96>69>98} páginas y nombra a un solo testigo, José {name:Halden>Ferro}.
""",
        """
Una biblioteca se muda de mano en mano
Una mañana fría, {number:640>460} personas formaron fila entre dos casas de {name:Valburgo>Fenares} y se pasaron libros, porque los {word:camiones>carros} no podían cruzar el puente {drop:estrecho }del molino.

“Fue {quote:tranquilo>ruidoso>aburrido}”, contó la bibliotecaria Josune Tarwick. “Se oían las {quote:páginas>voces}, y nada más.”

La vieja sala cierra {time:hoy>el viernes}. {style:La doctora Lund>La Dra. Lund} {word:trabaja>vive} allí desde {number:2003>2013>1993} y llevará la última caja.

Unos {style:nueve>9} de cada {style:diez>10} tomos pasaron por la cadena. Los otros, pesados para los {word:niños>viejos}, fueron {word:empujados>rodados} en carros que prestó una granja.

La casa nueva tiene {number:41>14} ventanas al norte y un {word:sótano>patio} que los arquitectos llaman “seco dentro de lo {quote:posible>normal}”. Costó {number:dos>tres} millones menos de lo previsto, lo que sorprendió a {word:todos>la tesorera}.

Los vecinos trajeron sopa, pan y guantes. Hubo quien llegó desde {place:Toledo>Toledo, España} y se {word:quedó>durmió} hasta la noche.

“Mi abuelo {quote:construyó>quemó>vendió} ese estante”, dijo un chico y {word:señaló>rio}. “Por eso lo {quote:llevé>dejé>pinté}.”

La alcaldesa habló {time:esta mañana>el miércoles por la mañana} de una ciudad que {word:lee>cuenta} unida. No dijo qué será del edificio {drop:vacío }de la plaza.

Se decidirá {time:el mes próximo>en diciembre}. La asociación dueña del terreno {word:pidió>rogó} paciencia, y su presidenta, {name:Petra>Ilka} Monjol, silencio.
""",
    ],
    "it": [
        """
Il traghetto che nessuno voleva
Il consiglio di Salmara ha {word:votato>scelto} {time:ieri>martedì>il 17 novembre} l’acquisto di un traghetto {drop:usato }per {number:312>321} pendolari, benché {style:dodici>12} dei suoi ingegneri fossero {word:contrari>dubbiosi}.

«Non abbiamo {quote:mai>sempre} promesso un ponte», ha detto {style:il signor Kessel>Kessel>il sig. Kessel}, che dirige il porto. «Abbiamo promesso un {quote:passaggio>ritorno}.»

La nave, costruita nel {number:1987>1978>1997}, ha bisogno di motori nuovi. Costerà circa {number:4,2>4,8} milioni di euro, il {number:14>40} {style:per cento>%} di quanto la città spende in un anno.

Chi abita {place:qui>a Salmara} racconta che la vecchia nave era {word:lenta>piccola} ma onesta. La fornaia {name:Adele>Betta} Voss la prende ogni mattina e conosce il {word:capitano>cuoco} per nome.

«Non ho {quote:nessuna>altra} ragione di credere loro», ha detto sotto la {word:pioggia>neve}. «Ce lo hanno detto due {quote:volte>anni} e poi lo hanno {quote:dimenticato>nascosto}.»

Il cantiere, a {place:Genova>Genova, in Liguria}, non ha risposto alle {number:tre>quattro} lettere che questo giornale ha {word:spedito>scritto} {time:la settimana scorsa>a novembre}. Un avvocato di {name:Tobino>Marvico} ha parlato di gusti.

Alcuni hanno {word:trovato>preso} un altro lavoro. Altri {word:aspettano>siedono} in mensa, dove pende un calendario dell’anno della piena.

Una relazione arriva {time:domani>giovedì}. Fino ad allora la nave resta al molo {drop:esterno }e i {word:gabbiani>piccioni} la tengono per sé. Il consiglio parlerà a gennaio del {word:denaro>prezzo}.

Nessuno negli uffici del porto ha voluto dire chi abbia {word:firmato>letto} il contratto. Ha {number:96>69>98} pagine e nomina un solo testimone, Gio {name:Alden>Ferro}.
""",
        """
Una biblioteca trasloca a mano
In una mattina fredda {number:640>460} persone hanno fatto la fila tra due case di {name:Valburgo>Fenera} e si sono passate i libri, perché i {word:camion>carri} non potevano attraversare il ponte {drop:stretto }del mulino.

“È stato {quote:tranquillo>noioso}”, ha raccontato la bibliotecaria Josune Tarwick. “Si sentivano le {quote:pagine>voci} e nient’altro.”

La vecchia sala chiude {time:stasera>venerdì sera}. {style:La dottoressa Lund>Lund} ci {word:lavora>vive} dal {number:2003>2013>1993} e porterà l’ultima cassa.

Circa {style:nove>9} volumi su {style:dieci>10} sono passati per la catena. Gli altri, pesanti per i {word:bambini>vecchi}, sono stati {word:spinti>tirati} su carri prestati da una fattoria.

La casa nuova ha {number:41>14} finestre a nord e una {word:cantina>corte} che gli architetti dicono “asciutta entro il {quote:possibile>normale}”. È costata {number:due>tre} milioni in meno del previsto, e questo ha sorpreso {word:tutti>il tesoriere}.

I vicini hanno portato zuppa, pane e guanti. Qualcuno è arrivato fin da {place:Lugano>Lugano, Svizzera} ed è {word:rimasto>restato} per la sera.

“Mio nonno ha {quote:costruito>bruciato>venduto} quello scaffale”, ha detto un ragazzo {word:ridendo>indicandolo}. “Perciò l’ho {quote:portato>lasciato>dipinto}.”

La sindaca ha parlato {time:stamattina>mercoledì mattina} di una città che {word:legge>conta} insieme. Non ha detto che cosa sarà del palazzo {drop:vuoto }della piazza.

Si deciderà {time:il mese prossimo>a dicembre}. L’associazione che possiede il terreno ha {word:chiesto>implorato} pazienza, e la presidente, {name:Petra>Ilka} Montoli, silenzio.
""",
    ],
}

# What edits add: sentences, a headline and sub-headings, lines between paragraphs, in each language.
ADDED = {
    "en": {
        "sentences": ["Critics call the whole plan a waste of public money.", "The governor has praised the decision in the warmest words.", "It was the third such affair in the county since the summer."],
        "headline": ["Town buys boat nobody needs", "Hundreds form a chain for books"],
        "subheadings": ["What it costs", "Waiting in the canteen", "An answer in winter"],
        "notes": ["Editor’s note: This story has been shortened for space.", "Correction: An earlier version of this story misspelled a name.", "[Editor's note: Prices are as of last year.]"],
        "boxes": ["(RELATED: The harbor that fell asleep)", "Read more: Why the old pier was closed", "Advertisement", "Sign up for our morning newsletter"],
        "pages": ["Page 2 of 3", "Continue reading", "1 2 3", "Next page"],
        "caption": "The ferry at the pier. Photo: {name}",
    },
    "de": {
        "sentences": ["Kritiker nennen den ganzen Plan eine Verschwendung von Steuergeld.", "Der Minister hat die Entscheidung mit warmen Worten gelobt.", "Es war schon der dritte Fall dieser Art seit dem Sommer."],
        "headline": ["Stadt kauft Schiff, das keiner braucht", "Hunderte bilden eine Kette aus Büchern"],
        "subheadings": ["Was es kostet", "Warten in der Kantine", "Antwort im Winter"],
        "notes": ["Anm. d. Red.: Dieser Text wurde gekürzt.", "Korrektur: In einer früheren Fassung war ein Name falsch geschrieben.", "Hinweis der Redaktion: Die Preise sind die des Vorjahres."],
        "boxes": ["Lesen Sie auch: Der Hafen, der einschlief", "Mehr zum Thema: Warum der alte Steg gesperrt ist", "Anzeige", "Jetzt abonnieren: unser Newsletter"],
        "pages": ["Seite 2 von 3", "Weiterlesen", "Nächste Seite", "1 2 3"],
        "caption": "Die Fähre am Anleger. Foto: {name}",
    },
    "fr": {
        "sentences": ["Les opposants parlent d’un gaspillage de l’argent public.", "Le préfet a salué cette décision avec chaleur.", "C’était la troisième affaire de ce genre depuis l’été."],
        "headline": ["La ville achète un bateau inutile", "Des centaines de mains pour des livres"],
        "subheadings": ["Ce que cela coûte", "Attendre à la cantine", "Une réponse en hiver"],
        "notes": ["Note de la rédaction : ce texte a été raccourci.", "Rectificatif : un nom était mal écrit dans une première version.", "NDLR : les prix sont ceux de l’an passé."],
        "boxes": ["Lire aussi : Le port qui s’endormit", "À lire également : Pourquoi le vieux quai est fermé", "Publicité", "Inscrivez-vous à notre lettre du matin"],
        "pages": ["Page 2 sur 3", "Lire la suite", "Page suivante", "1 2 3"],
        "caption": "Le bac à quai. Photo : {name}",
    },
    "es": {
        "sentences": ["Los críticos hablan de un derroche de dinero público.", "El gobernador elogió la decisión con palabras cálidas.", "Fue el tercer caso de este tipo desde el verano."],
        "headline": ["La ciudad compra un barco inútil", "Cientos de manos para los libros"],
        "subheadings": ["Lo que cuesta", "Esperar en la cantina", "Una respuesta en invierno"],
        "notes": ["Nota del editor: este texto ha sido abreviado.", "Corrección: una versión anterior escribía mal un nombre.", "Nota de la redacción: los precios son del año anterior."],
        "boxes": ["Lea también: El puerto que se durmió", "Te puede interesar: Por qué cerraron el muelle viejo", "Publicidad", "Suscríbete a nuestro boletín de la mañana"],
        "pages": ["Página 2 de 3", "Seguir leyendo", "Página siguiente", "1 2 3"],
        "caption": "El barco en el muelle. Foto: {name}",
    },
    "it": {
        "sentences": ["I critici parlano di uno spreco di denaro pubblico.", "Il prefetto ha lodato la decisione con parole calorose.", "Era il terzo caso di questo genere dall’estate."],
        "headline": ["La città compra una nave inutile", "Centinaia di mani per i libri"],
        "subheadings": ["Quanto costa", "Aspettare in mensa", "Una risposta in inverno"],
        "notes": ["Nota della redazione: questo testo è stato abbreviato.", "Rettifica: una versione precedente scriveva male un nome.", "NDR: i prezzi sono quelli dell’anno passato."],
        "boxes": ["Leggi anche: Il porto che si addormentò", "Potrebbe interessarti: Perché il vecchio molo è chiuso", "Pubblicità", "Iscriviti alla nostra newsletter del mattino"],
        "pages": ["Pagina 2 di 3", "Continua a leggere", "Pagina successiva", "1 2 3"],
        "caption": "La nave al molo. Foto: {name}",
    },
}  # fmt: skip
