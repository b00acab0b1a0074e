"""German."""

WORDS = """
common:der|die|das|und|ist|nicht|mit|von|den|dem|des|ein|eine|einen|zu|auf|für|sich|auch|im|wird|werden|wurde|als|dass|nach|bei|sie|hat|es|sagte
relative:heute|gestern|vorgestern|morgen|übermorgen|heutigen|gestrigen|morgigen|jetzt|derzeit|aktuell
last:letzte|letzten|letzter|letztes|vergangene|vergangenen|vergangener|vergangenes|vorige|vorigen|voriger|voriges
this:diese|diesen|diesem|dieser|dieses|laufenden
next:nächste|nächsten|nächster|nächstes|kommende|kommenden|kommender|kommendes|folgenden
units:woche|wochen|wochenende|monat|monats|monaten|jahr|jahres|jahre|tag|tage|tages|morgen|vormittag|mittag|nachmittag|abend|nacht|früh|frühjahr|frühling|sommer|herbst|winter|quartal
weekdays:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|montagabend|dienstagabend|mittwochabend|donnerstagabend|freitagabend|samstagabend|sonntagabend|montagmorgen|dienstagmorgen|mittwochmorgen|donnerstagmorgen|freitagmorgen|samstagmorgen|sonntagmorgen|montagnacht|dienstagnacht|mittwochnacht|donnerstagnacht|freitagnacht|samstagnacht|sonntagnacht|montagnachmittag|dienstagnachmittag|mittwochnachmittag|donnerstagnachmittag|freitagnachmittag|samstagnachmittag|sonntagnachmittag|mo|di|mi|do|fr|sa|so
months:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan|feb|apr|aug|sept|okt|nov|dez
fillers:am|im|in|der|die|den|dem|des|an|vom|zum|seit|späten|frühen|spät|woche|mitte|anfang|ende|beginn|gegen|rund
here:hier|in der stadt|die stadt|der stadt|hier in der stadt|vor ort|hierzulande|in der gemeinde|im ort|im dorf
place:in|im|aus|bei|nach|nahe|von|um
honorifics:herr|herrn|frau|dr|prof|doktor
quantities:hundert|hunderte|hunderten|tausend|tausende|tausenden|million|millionen|milliarde|milliarden|billion|billionen|dutzend|dutzende|hälfte|halbe|halben|drittel|viertel|doppelt|dreifach|zweimal|dreimal|prozent|%|€|$|£
speaking:sagte|sagt|erklärte|betonte|meinte|berichtete|schrieb|ergänzte|fragte|so|erzählte
abbreviations:dr|prof|bzw|ca|nr|str|st|hr|fr|dipl|ing|etwa|usw|evtl|ggf|inkl|mio|mrd|jan|feb|aug|sept|okt|nov|dez|z|b|d|h|u|a
numbers:0=null|1=eins|1=ein|1=eine|1=einen|1=einem|1=einer|2=zwei|3=drei|4=vier|5=fünf|6=sechs|7=sieben|8=acht|9=neun|10=zehn|11=elf|12=zwölf|13=dreizehn|14=vierzehn|15=fünfzehn|16=sechzehn|17=siebzehn|18=achtzehn|19=neunzehn|20=zwanzig|30=dreissig|40=vierzig|50=fünfzig|60=sechzig|70=siebzig|80=achtzig|90=neunzig|2=zweier|2=zwo|100=hundert
forms:%=prozent=v. h.|und=&|usa=vereinigte staaten=vereinigten staaten=us|eu=europäische union=europäischen union|un=vereinte nationen=vereinten nationen|dr=doktor|prof=professor|millionen=mio|milliarden=mrd|million=mio.|euro=€|zb=zum beispiel|dh=das heisst|usw=und so weiter|bzw=beziehungsweise|ca=zirka=circa|nr=nummer|samstag=sonnabend|januar=jänner=jan|februar=feber=feb|august=aug|september=sept|oktober=okt|november=nov|dezember=dez|km=kilometer=kilometern|kg=kilogramm|m=meter=metern|potenzial=potential|aufwendig=aufwändig|grafik=graphik|fotografie=photographie|delfin=delphin|portemonnaie=portmonee|selbstständig=selbständig|mithilfe=mit hilfe|aufgrund=auf grund|zugunsten=zu gunsten|sodass=so dass|anstelle=an stelle|infrage=in frage|zurzeit=zur zeit|kennenlernen=kennen lernen
regions:bayern|baden-württemberg|hessen|sachsen|thüringen|brandenburg|niedersachsen|nordrhein-westfalen=nrw|rheinland-pfalz|saarland|sachsen-anhalt|schleswig-holstein|mecklenburg-vorpommern|steiermark|tirol|kärnten|oberösterreich|niederösterreich|vorarlberg|burgenland|deutschland|österreich|schweiz|frankreich|italien|spanien|portugal|niederlande|belgien|polen|tschechien|dänemark|schweden|norwegen|england|schottland|irland|grossbritannien|usa|kanada|kalifornien|texas|russland|ukraine|china|japan|indien|brasilien|türkei|griechenland
note:anm. d. red.|anm. der red.|anm. d. redaktion|anmerkung der redaktion|anmerkung d. red.|hinweis der redaktion|korrektur|korrekturhinweis|berichtigung|update|aktualisiert|in einer früheren version|in einer früheren fassung|dieser artikel wurde aktualisiert|dieser text wurde gekürzt|dieser beitrag wurde gekürzt|dieser artikel wurde gekürzt|dieser beitrag wurde redaktionell|d. red.|offenlegung|transparenzhinweis|diese recherche wurde|die recherche wurde
box:lesen sie auch|lesen sie mehr|mehr zum thema|auch interessant|anzeige|werbung|siehe auch|weiterlesen:|das könnte sie auch interessieren|passend dazu|jetzt abonnieren|abonnieren sie|newsletter|empfohlener externer inhalt|empfohlener redaktioneller inhalt|an dieser stelle finden sie|folgen sie uns|jetzt spenden|video:|podcast:
pages:weiterlesen|fortsetzung auf der nächsten seite|weiter lesen|nächste seite|vorherige seite|fortsetzung auf seite|lesen sie weiter auf der nächsten seite|artikel auf einer seite lesen
page_of:seite|von
credit:zuerst erschienen|zuerst veröffentlicht|erschien zuerst|ursprünglich erschienen|alle rechte vorbehalten|creative commons|mit freundlicher genehmigung|übernommen von|ist redakteur|ist redakteurin|ist freier journalist|ist freie journalistin|ist autor|ist autorin|schreibt über|berichtet für|mitarbeit:|redaktion:|wurde von|nachrichtenagentur|(dpa)|(afp)|(apa)|mit material von|mit informationen von
caption:foto|fotos|bild|bildnachweis|fotografie|quelle|grafik|illustration|aufnahme
site:wir|uns|unser|unsere|unserem|unseren|unserer|unseres|ihnen|dieser artikel|dieser text|dieser beitrag|diesen artikel|diesen beitrag|diesem artikel|diesem text|die autorin|der autor|kommentare|newsletter|abonnieren|veröffentlicht|aktualisiert|website|webseite|podcast|klicken|foto|fotos|bild|bilder|stand:|stand des|mit material|quelle|quellen
"""
