"""Polish."""

WORDS = """
common:i|w|na|z|się|nie|do|że|jest|to|o|jak|po|za|od|przez|dla|ale|oraz|był|była|które|który|która|tym|jego|są|powiedział|powiedziała|został
relative:dziś|dzisiaj|wczoraj|przedwczoraj|jutro|pojutrze|teraz|obecnie|wieczorem
last:ubiegły|ubiegłym|ubiegłego|ubiegłej|ubiegłą|zeszły|zeszłym|zeszłego|zeszłej|ostatni|ostatnim|miniony|minionym|minionego|minionej
this:ten|tym|tego|tej|ta|bieżącym
next:przyszły|przyszłym|przyszłego|przyszłej|następny|następnym|najbliższy|najbliższym|nadchodzący
units:tydzień|tygodniu|tygodnia|tygodni|weekend|weekendzie|miesiąc|miesiącu|miesiąca|miesięcy|rok|roku|lat|lata|dzień|dnia|dni|rano|poranek|południe|popołudnie|popołudniu|wieczór|wieczorem|noc|nocy|wiosna|wiosną|lato|latem|jesień|jesienią|zima|zimą|kwartał
weekdays:poniedziałek|wtorek|środa|środę|czwartek|piątek|sobota|sobotę|niedziela|niedzielę|poniedziałku|wtorku|środy|czwartku|piątku|soboty|niedzieli
months:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień|styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrześniu|październiku|listopadzie|grudniu
fillers:w|we|z|ze|o|do|od|dnia|r|po|nad|połowie|początku|końcu|końca|około|roku
here:tu|tutaj|w mieście|miasto|tym mieście|w tym mieście|w miejscowości|we wsi|na miejscu
place:w|we|z|ze|do|koło|pod|od
honorifics:pan|pani|pana|panu|dr|prof|inż|mgr|ks|doktor
quantities:sto|setki|setek|tysiąc|tysiące|tysięcy|milion|miliony|milionów|miliard|miliardy|miliardów|tuzin|połowa|połowę|pół|ćwierć|procent|proc|%|€|$|£
speaking:powiedział|powiedziała|mówi|dodał|dodała|wyjaśnił|stwierdził|podkreślił|zapytał
abbreviations:dr|prof|inż|mgr|ks|ul|al|np|tj|tzw|itd|itp|m.in|nr|r|w|ok|św|proc|godz|tys|mln|mld
numbers:0=zero|1=jeden|1=jedna|1=jedno|2=dwa|2=dwie|2=dwóch|3=trzy|3=trzech|4=cztery|4=czterech|5=pięć|5=pięciu|6=sześć|6=sześciu|7=siedem|7=siedmiu|8=osiem|8=ośmiu|9=dziewięć|9=dziewięciu|10=dziesięć|10=dziesięciu|11=jedenaście|11=jedenastu|12=dwanaście|12=dwunastu|13=trzynaście|14=czternaście|15=piętnaście|16=szesnaście|17=siedemnaście|18=osiemnaście|19=dziewiętnaście|20=dwadzieścia|20=dwudziestu|30=trzydzieści|40=czterdzieści|50=pięćdziesiąt|60=sześćdziesiąt|70=siedemdziesiąt|80=osiemdziesiąt|90=dziewięćdziesiąt|100=sto
forms:%=procent=proc=procenta|i=oraz=&|usa=stany zjednoczone=stanów zjednoczonych=stanach zjednoczonych|ue=unia europejska=unii europejskiej|onz=organizacja narodów zjednoczonych|dr=doktor|prof=profesor|ul=ulica=ulicy|św=święty=świętego|tys=tysięcy=tysiące|mln=milionów=miliony=milion|mld=miliardów=miliardy=miliard|ok=około|np=na przykład|km=kilometr=kilometry=kilometrów|kg=kilogram=kilogramy=kilogramów|godz=godzina=godzinie|nr=numer
regions:mazowieckie|małopolskie|wielkopolskie|pomorskie|dolnośląskie|śląskie|łódzkie|lubelskie|podlaskie|podkarpackie|mazowsze|małopolska|śląsk|pomorze|polska|niemcy|francja|włochy|hiszpania|portugalia|czechy|słowacja|litwa|ukraina|rosja|białoruś|anglia|wielka brytania|irlandia|stany zjednoczone|kalifornia|teksas|chiny|japonia|turcja
note:od redakcji|nota redakcji|przypis redakcji|uwaga redakcji|przyp. red.|korekta|sprostowanie|poprawka|aktualizacja|zaktualizowano|wcześniejsza wersja tego|poprzednia wersja tego|artykuł został zaktualizowany|tekst został skrócony|artykuł został skrócony
box:czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|przeczytaj|reklama|materiał sponsorowany|artykuł sponsorowany|zapisz się|subskrybuj|obserwuj nas|polecamy|powiązane|wideo:|wesprzyj
pages:czytaj dalej|następna strona|poprzednia strona|ciąg dalszy na stronie|ciąg dalszy na następnej stronie|dalsza część artykułu
page_of:strona|z
credit:pierwotnie opublikowany|pierwotnie ukazał się|po raz pierwszy ukazał|wszelkie prawa zastrzeżone|creative commons|przedruk|za zgodą|jest dziennikarzem|jest dziennikarką|jest redaktorem|jest redaktorką|pisze o|we współpracy z|(pap)|ukazał się pierwotnie|ukazała się pierwotnie
caption:fot|foto|zdjęcie|zdjęcia|źródło|ilustracja|grafika
site:my|nas|nam|nasz|nasza|nasze|naszego|naszej|państwa|państwo|ty|twój|twoje|ten artykuł|ten tekst|tego artykułu|autor|autorka|komentarze|newsletter|subskrybuj|opublikowano|zaktualizowano|strona|podcast|kliknij|zdjęcie|zdjęcia|fot.
"""
