"""Italian."""

WORDS = """
common:il|lo|la|i|gli|le|di|del|della|dei|delle|e|che|in|un|una|è|per|con|non|si|da|dal|nel|al|alla|come|più|ma|ha|hanno
relative:oggi|ieri|domani|altroieri|stasera|stamattina|stamani|stanotte|dopodomani|ora|attualmente
last:scorso|scorsa|scorsi|scorse|passato|passata|ultimo|ultima|precedente
this:questo|questa|quest|questi|queste
next:prossimo|prossima|prossimi|prossime|seguente
units:settimana|settimane|mese|mesi|anno|anni|giorno|giorni|mattina|mattino|mezzogiorno|pomeriggio|sera|notte|primavera|estate|autunno|inverno|trimestre|fine
weekdays:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
months:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
fillers:il|lo|la|l|di|del|dello|della|dell|in|nel|nello|nella|al|alla|a|da|metà|inizio|fine|inizi
here:qui|qua|in città|la città|nella città|questa città|in questa città|in paese|il paese|nel paese|nel comune|sul posto
place:a|ad|in|di|da|dal|vicino|presso|nel|nella
honorifics:signor|signora|signorina|sig|sigra|dott|dottor|dottoressa|dottssa|dr|don|avv|ing|prof
quantities:cento|centinaio|centinaia|mille|mila|migliaio|migliaia|milione|milioni|miliardo|miliardi|dozzina|dozzine|decina|decine|metà|mezzo|mezza|terzo|quarto|doppio|triplo|%|€|$|£
speaking:detto|dice|ha|spiega|spiegato|aggiunto|aggiunge|affermato|dichiarato|racconta
abbreviations:sig|sigg|dott|dr|prof|avv|ing|arch|art|pag|ecc|es|ca|n|st|ss|v
numbers:0=zero|1=uno|1=un|1=una|2=due|3=tre|4=quattro|5=cinque|6=sei|7=sette|8=otto|9=nove|10=dieci|11=undici|12=dodici|13=tredici|14=quattordici|15=quindici|16=sedici|17=diciassette|18=diciotto|19=diciannove|20=venti|30=trenta|40=quaranta|50=cinquanta|60=sessanta|70=settanta|80=ottanta|90=novanta|100=cento
forms:%=per cento=percento|e=&|usa=stati uniti|ue=unione europea|onu=nazioni unite|dott=dottor=dottore|prof=professor=professore|sig=signor|sigra=signora|euro=€|n=numero|km=chilometro=chilometri|kg=chilogrammo=chilogrammi=chili|ed=e|ad=a|sé=se|obbiettivo=obiettivo|obbiettivi=obiettivi|familiare=famigliare|1o=primo|1a=prima
regions:lombardia|toscana|lazio|campania|sicilia|sardegna|puglia|veneto|piemonte|liguria|emilia-romagna|umbria|marche|abruzzo|molise|basilicata|calabria|friuli-venezia giulia|trentino-alto adige|valle d'aosta|italia|francia|svizzera|austria|germania|spagna|portogallo|slovenia|croazia|grecia|inghilterra|regno unito|irlanda|polonia|stati uniti|california|texas|russia|ucraina|cina|giappone|india|brasile|argentina|turchia|egitto|libia
note:nota della redazione|nota dell'editore|nota del redattore|ndr|n.d.r.|correzione|rettifica|precisazione|errata corrige|aggiornamento|aggiornato|una versione precedente di questo|questo articolo è stato aggiornato|questo articolo è stato modificato|questo articolo è stato abbreviato|questo articolo è stato ridotto|questa inchiesta è stata
box:leggi anche|leggi di più|leggi tutto|guarda anche|vedi anche|potrebbe interessarti|ti potrebbe interessare|pubblicità|annuncio|contenuto sponsorizzato|iscriviti|abbonati|seguici|articoli correlati|approfondimento|video:|dona ora|sostieni
pages:continua a leggere|continua alla pagina|segue alla pagina|pagina successiva|pagina precedente|continua a pagina|segue a pagina|leggi l'articolo completo
page_of:pagina|di
credit:pubblicato originariamente|originariamente pubblicato|pubblicato per la prima volta|apparso originariamente|tratto da|tutti i diritti riservati|riproduzione riservata|creative commons|ripubblicato|per gentile concessione|è giornalista|è un giornalista|è una giornalista|è redattore|è redattrice|scrive di|si occupa di|ha collaborato|in collaborazione con|(ansa)
caption:foto|fotografia|immagine|credito|crediti|illustrazione|per gentile concessione
site:noi|nostro|nostra|nostri|nostre|voi|vostro|vostra|questo articolo|questo testo|l'autore|l'autrice|commenti|newsletter|iscriviti|abbonati|pubblicato|aggiornato|sito web|podcast|clicca|foto|fotografia
"""
