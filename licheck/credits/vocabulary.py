"""What jobs, organisations, departments and the words of an interface are called, in many languages. Data only.

All is folded as `licheck.text.fold` does; words are whole words.
"""

from __future__ import annotations

# What a person is called beside the name: the last or first word of such a phrase ("senior health reporter").
JOBS = frozenset(
    """reporter reporters writer writers correspondent correspondents contributor contributors editor editors
    editor-in-chief columnist journalist journalists freelancer author photographer producer intern fellow researcher
    professor lecturer candidate director co-director manager president vice-president chair chairman chairwoman
    chairperson chief ceo cto coo cfo head founder co-founder cofounder publisher blogger vlogger critic commentator
    anchor host presenter broadcaster historian philosopher sociologist psychologist psychotherapist economist scientist
    physicist chemist biologist physician surgeon chef teacher student consultant engineer designer specialist expert
    spokesperson spokesman spokeswoman officer attorney lawyer counsel analyst strategist adviser advisor coordinator
    assistant associate executive partner owner dean chancellor rector secretary treasurer trustee librarian curator
    musician filmmaker videographer artist illustrator translator novelist poet staff staffer newsreader meteorologist
    contributing freelance
    redakteur redakteurin redakteure redaktor redaktorin korrespondent korrespondentin autor autorin journalistin
    volontär volontärin chefredakteur chefredakteurin chefredaktor chefredaktorin reporterin leiter leiterin
    ressortleiter ressortleiterin redaktionsleiter redaktionsleiterin projektleiter projektleiterin teamleiter
    teamleiterin kolumnist kolumnistin herausgeber herausgeberin gründer gründerin mitgründer mitgründerin mitbegründer
    mitbegründerin geschäftsführer geschäftsführerin inhaber inhaberin vorstand vorstandsvorsitzender vorstandsvorsitzende
    vorstandsmitglied vorsitzender vorsitzende präsident präsidentin direktor direktorin sprecher sprecherin
    pressesprecher pressesprecherin referent referentin mitarbeiter mitarbeiterin dozent dozentin professorin student
    studentin werkstudent werkstudentin praktikant praktikantin experte expertin fotograf fotografin moderator
    moderatorin blogger bloggerin lehrer lehrerin architekt architektin chemiker chemikerin physiker physikerin
    historiker historikerin soziologe soziologin philosoph philosophin psychologe psychologin ökonom ökonomin
    wissenschaftler wissenschaftlerin forscher forscherin rechtsanwalt rechtsanwältin anwalt anwältin mitglied
    stipendiat stipendiatin berater beraterin manager managerin medienverantwortlicher medienverantwortliche
    journaliste journalistes rédacteur rédactrice rédacteurs correspondant correspondante envoyé envoyée chroniqueur
    chroniqueuse pigiste professeur professeure philosophe directeur directrice fondateur fondatrice cofondateur
    cofondatrice chercheur chercheuse économiste historien historienne sociologue avocat avocate maître présidente
    président doctorant doctorante photographe éditorialiste enseignant enseignante
    periodista periodistas redactor redactora corresponsal enviado enviada editora colaborador colaboradora columnista
    profesor profesora directora director fundador fundadora cofundador cofundadora investigador investigadora jefe jefa
    reportero reportera analista catedrático catedrática economista abogado abogada presidenta coordinador coordinadora
    giornalista corrispondente inviato inviata redattore redattrice direttore direttrice professore professoressa
    fondatore fondatrice ricercatore ricercatrice docente
    jornalista jornalistas repórter repórteres redator redatora colunista diretor diretora professora pesquisador
    pesquisadora correspondente fundadora editor-chefe
    verslaggever verslaggeefster redacteur journaliste hoogleraar hoofdredacteur oprichter onderzoeker directeur
    dziennikarz dziennikarka redaktorka profesor założyciel założycielka publicysta publicystka
    novinář novinářka šéfredaktor zakladatel újságíró főszerkesztő novinar novinarka urednik urednica
    redaktør redaktör chefredaktör ansvarlig krönikör krønikør grundare grunnlegger gründer toimittaja päätoimittaja
    muhabir muhabiri gazeteci yazarı editörü temsilcisi wartawan jurnalis pewarta phóng viên habari kirjeenvaihtaja kolumnisti
    tudósító szerkesztő munkatárs munkatársa rovatvezető reportér reportérka redaktorka zpravodaj zpravodajka reporterka
    korespondent korespondentka korrespondent corespondent corespondentă redactor-șef verslagever bureauchef
    mwandishi ανταποκριτήσ ανταποκρίτρια ρεπόρτερ репортер репортёр спецкор
    корреспондент корреспондентка журналист журналистка обозреватель редактор профессор основатель директор
    кореспондент кореспондентка журналіст журналістка оглядач засновник δημοσιογράφοσ συντάκτησ συντάκτρια
    記者 记者 特派員 編集委員 編集部 编辑部 編輯部 편집부 特约记者 评论员 特派员 특파원 기자 선임기자 논설위원
    صحفي صحفية مراسل مراسلة محرر כתב כתבת עיתונאי עיתונאית पत्रकार संवाददाता""".split()
)
# Endings that make a job of a compound ("Finanzkorrespondentin", "FEN-Reporterin").
JOB_ENDINGS = (
    "experte", "expertin", "korrespondent", "korrespondentin", "redakteur", "redakteurin", "reporter", "reporterin",
    "autor", "autorin", "chef", "chefin", "kolumnist", "kolumnistin", "praktikant", "praktikantin", "journalist",
    "journalistin", "mitarbeiter", "mitarbeiterin", "sprecher", "sprecherin", "leiter", "leiterin", "volontär",
    "volontärin", "redaktor", "redaktorin", "blogger", "bloggerin", "fotograf", "fotografin", "verantwortlicher",
    "correspondent", "writer", "contributor", "verslaggever", "redacteur",
)  # fmt: skip
# Words that stand before a job and belong to it.
JOB_ADJECTIVES = frozenset(
    """senior junior staff chief deputy assistant associate managing contributing executive special former freelance
    guest lead principal acting interim national local political investigative foreign digital multimedia data news
    health science sports sport business politics culture education environment environmental climate crime legal
    economics tech technology investigations white house capitol bureau general global international european
    deutschland freier freie freiberuflicher freiberufliche leitende leitender verantwortliche verantwortlicher
    wissenschaftlicher wissenschaftliche stellvertretender stellvertretende ständiger ständige grand envoyé spécial
    spéciale enviado enviada especial redactor redactora jefe opinion phd doctoral postdoctoral visiting adjunct
    emeritus emerita full-time part-time award-winning veteran""".split()
)

# Words that make what they stand in an organisation.
ORGANISATION_WORDS = frozenset(
    """news press foundation agency agencies media network times post tribune herald gazette journal magazine daily weekly
    radio television tv broadcasting institute university college school center centre society association union group
    inc llc ltd gmbh ag sa se corp corporation company co publishing publisher publications team desk newsroom bureau
    service services wire newswire newswires editorial board office government committee council project programme
    program observatory watch report reports online digital international today guardian observer chronicle examiner sun
    ledger beacon sentinel dispatch courier bulletin inquirer enquirer argus
    star mirror telegraph independent monitor admin administrator webmaster wikipedia contributors reporters museum
    library church party bank hospital laboratory lab academy images getty istock shutterstock alliance coalition
    initiative commission authority department ministry federation trust clinic investigations e.v ev staff
    redaktion redaktionsteam zeitung nachrichten verlag nachrichtenagentur presseagentur agentur presse presseportal
    universität hochschule fakultät bundesamt gesellschaft verband vereinigung verein stiftung bundesstiftung zentrum
    akademie rundfunk tageblatt tagblatt abendblatt morgenpost anzeiger allgemeine landesverband ministerium bundesverband
    redacción redaccion rédaction redaction redação redacao redazione redactie redakcja redakce redaksi toimitus
    redaksjonen redaktionen université universidad universidade università universitat universiteit universitet
    uniwersytet univerzita üniversitesi faculdade facultad instituto institut istituto agence agencia agência agenzia
    fundación fundação fondation fondazione diario jornal periódico revista gazzetta corriere giornale quotidien dagblad
    krant dagbladet tidende tidningen avisen gazeta gazetesi ajansı haber shimbun sanomat novine noviny
    редакция редакція агентство новости новини газета журнал университет институт университет інститут університет
    εφημερίδα πανεπιστήμιο reuters afp ap dpa efe ansa apa bbc cnn npr pbs cnbc taz conversation""".split()
)
# Those of them that are family names, too: behind a given name they are, unless that is a town's name as well.
FAMILY_NAMES_TOO = frozenset("church sun post star banks bank press ledger courier".split())
TOWNS_TOO = frozenset(
    """charlotte jackson madison florence virginia victoria sydney savannah austin houston dallas denver paris london phoenix
    lincoln santa san geneva carson chelsea brooklyn raleigh helena memphis milan verona vienna odessa kent lancaster
    carolina georgia dakota montana alexandria aurora orlando cleveland jordan israel chester boston trenton camden salem
    eugene troy lawrence wayne marion athens asia africa india america china kenya chad macon augusta regina hamilton
    logan preston lansing buffalo galveston fenland bristol lisbon toledo vernon baltimore""".split()
)
# Endings that make an organisation of a compound ("Bundesverband", "Deichblatt").
ORGANISATION_ENDINGS = (
    "verband", "gesellschaft", "verein", "stiftung", "zeitung", "verlag", "institut", "zentrum", "universität",
    "ministerium", "anstalt", "redaktion", "nachrichten", "magazin", "blatt", "agentur", "vereinigung", "hochschule",
    "akademie", "rundfunk", "werkstatt", "jugendwerk", "tidningen", "bladet", "posten", "krant", "dagblad", "shimbun",
    "admin", "webmaster", "editorial", "newsroom", "team", "新聞", "新闻", "通信", "日报", "日報", "뉴스", "신문", "일보",
)  # fmt: skip
# Agencies, by the short names that stand in datelines and behind names.
AGENCIES = frozenset(
    """ap afp reuters dpa apa ansa efe anp sda ats ntb tt ritzau sid kna epd dts pap čtk ctk cetka tass xinhua ani pti ians
    upi belga keystone anadolu aa interfax ukrinform unian kyodo jiji yonhap lusa bta mti stt dpa-afx afx rtr aap cp
    adnkronos agi agerpres tanjug hina fena mia bernama antara vna cna kuna wam mena spa ina irna isna europapress
    europa notimex télam telam andina colprensa dcnf bloomberg tasr sita baltic""".split()
)
# Houses that sell pictures: a name beside one of them is a photographer's.
PICTURE_AGENCIES = frozenset(
    """getty imago istock shutterstock alamy imagn picture-alliance unsplash pexels pixabay adobe fotolia depositphotos
    photononstop hollandse keystone-sda usa""".split()
)

# Words of which organisations' names have many: by themselves they name none.
USUAL_WORDS = frozenset(
    """the of and for at in a an de la le du des der die das und et y e v staff team online digital news press media
    service services network group department center centre agency desk newsroom editorial international today report
    reports company school college institute office board studio press magazine redaktion nachrichtenagentur
    presseagentur agentur verlag zeitung presse redaction redacción rédaction redakcja help support images tv radio
    university universität hochschule allgemeine project program programme initiative section ltd inc gmbh bureau post
    trust partner partners authority""".split()
)

# Departments: parts of an organisation that are none themselves.
DEPARTMENTS = frozenset(
    """marketing communications engineering department division faculty section unit abteilung abtlg referat ressort
    lehrstuhl fachbereich fachgebiet dezernat presse- öffentlichkeitsarbeit pressestelle kommunikation service
    département division direction équipe equipe departamento división equipo dipartimento afdeling dział
    szerkesztőség מערכת هيئة التحرير tập""".split()
)

# Interfaces speak with these where a byline could stand. Never (part of) a name.
INTERFACE_WORDS = frozenset(
    """share tweet email e-mail mail print copy link copied save follow following subscribe updated published posted modified
    comments comment read min mins minute minutes listen watch play loading facebook twitter linkedin whatsapp reddit
    pinterest instagram bluesky telegram youtube tiktok menu home search login signup log sign close open next previous
    more all view full bio see show hide advertisement ad photo photos image video videos gallery audio news politics
    sports business opinion world local culture health science technology tech weather travel lifestyle entertainment
    topics tags tag topic category categories gift article articles font size text translate language breaking exclusive
    contact stand agreement html css rss xml pdf facts serving about me author's analysis editor's note notes download
    downloads upload privacy policy terms cookie cookies settings account profile register registered feedback help
    faq site sitemap map app apps newsletter newsletters subscription subscriber donate donation support jobs careers
    advertise advertiser disclosure disclaimer copyright rights reserved trackback permalink pingback archive archives
    issue volume number page pages part chapter section figure table fig recipe recipes ingredients serving amount
    powered edition subscribe promoted sponsored sponsor related latest popular trending recommended featured guest
    reply replies respond response thread threads forum member members moderator user users admin
    lesedauer lesezeit teilen drucken merken aktualisiert uhr veröffentlicht kommentare kommentar folgen kontaktieren
    startseite anmelden anmeldung abonnieren themen thema mehr weiterlesen zurück nach oben artikel beitrag suche
    impressum datenschutz vorlesen anhören zum zur über inhalt bereich abschnitt eintrag älterer neuerer nächste nächster
    vorheriger vorherige rubriken empfohlen angebote prospekte informationen weitere
    partager imprimer lecture lire mis publié commentaires commenter suivre abonnez-vous sommaire rubrique
    compartir imprimir guardar publicado actualizado lectura comentarios leer escuchar suscríbete noticias
    condividi stampa salva pubblicato aggiornato commenti leggi ascolta compartilhar ouvir atualizado notícias
    delen opslaan gepubliceerd lees dela publicerad uppdaterad lyssna udostępnij opublikowano sdílet
    поделиться опубликовано обновлено читать комментарии поширити paylaş bagikan lainnya berita
    january february march july september october november december monday tuesday wednesday thursday friday saturday
    sunday am pm est edt pst pdt gmt utc bst cet ist ago hours hour days day yesterday today
    januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
    janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
    samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes
    miércoles jueves viernes sábado domingo janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre""".split()
)

# Everyday words that no name has in it, wherever it stands, though headings write them with a capital.
NEVER_IN_NAMES = frozenset(
    """the for of at using this that these those with without from into your our their how why what when where who is are was were has
    have will would can could should not no new first best top most here there out off over under after before between
    für mit und oder über auf aus bei nach vor durch ohne wie warum was wann wo wer ist sind war wird werden unser unsere
    ihr ihre eine einer einem einen alle diese dieser dieses neue neuer neues jetzt hier nicht
    avec sans pour dans sur nos votre notre cette tous tout comment pourquoi plus est sont aux
    para sobre desde cómo qué más todo todos este esta nuestro su sus
    per con come perché sono nostro questa questo alla alle nella
    voor met over naar onze deze dit hoe waarom niet
    ke dari dan yang untuk dengan di""".split()
)
# ...and those that none begins with.
NEVER_FIRST = frozenset(
    """the a an and or of in on at to for by my all any some one two three more der die das dem den des im am zum zur
    ein mehr ende zwei drei les des une un los las el il lo gli una und et y""".split()
)
# Verbs of sentences about somebody: what has one is no job by itself.
VERBS = frozenset(
    """is was are were has have had does did covers writes reports works said says joined ist war sind waren hat hatte wird
    wurde schreibt arbeitet berichtet leitet lehrt est était sont a été écrit travaille es fue era son escribe trabaja é foi
    escreve trabalha è sono scrive lavora jest był är är var""".split()
) - {"a"}
