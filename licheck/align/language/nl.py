"""Dutch."""

WORDS = """
common:de|het|een|van|en|in|is|dat|op|te|zijn|voor|met|niet|aan|er|om|ook|als|bij|die|door|naar|maar|wordt|werd|heeft|uit|zei|ze
relative:vandaag|gisteren|eergisteren|morgen|overmorgen|vanavond|vanochtend|vanmorgen|vanmiddag|vannacht|gisteravond|gisterochtend|gistermiddag|nu|momenteel
last:vorige|vorig|afgelopen|laatste
this:deze|dit|huidige
next:volgende|volgend|komende|komend
units:week|weken|weekend|weekeinde|maand|maanden|jaar|jaren|dag|dagen|ochtend|morgen|middag|avond|nacht|lente|voorjaar|zomer|herfst|najaar|winter|kwartaal
weekdays:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|maandagavond|dinsdagavond|woensdagavond|donderdagavond|vrijdagavond|zaterdagavond|zondagavond|maandagochtend|dinsdagochtend|woensdagochtend|donderdagochtend|vrijdagochtend|zaterdagochtend|zondagochtend
months:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|aug|sept|okt|nov|dec
fillers:op|in|de|het|van|s|den|midden|medio|begin|eind|einde|rond
here:hier|in de stad|de stad|deze stad|in het dorp|het dorp|ter plaatse|in de gemeente|hier in de stad
place:in|uit|bij|naar|nabij|van|te
honorifics:de heer|heer|meneer|mevrouw|mevr|dhr|mw|dr|drs|ir|mr|prof
quantities:honderd|honderden|duizend|duizenden|miljoen|miljoenen|miljard|miljarden|biljoen|dozijn|tientallen|tiental|helft|half|halve|derde|kwart|dubbel|procent|%|€|$|£
speaking:zei|zegt|vertelde|aldus|verklaarde|schreef|vroeg|voegde
abbreviations:dhr|mevr|mw|dr|drs|ir|mr|prof|nr|bijv|ca|enz|st|str|jan|feb|aug|sept|okt|nov|dec
numbers:0=nul|1=één|1=een|2=twee|3=drie|4=vier|5=vijf|6=zes|7=zeven|8=acht|9=negen|10=tien|11=elf|12=twaalf|13=dertien|14=veertien|15=vijftien|16=zestien|17=zeventien|18=achttien|19=negentien|20=twintig|30=dertig|40=veertig|50=vijftig|60=zestig|70=zeventig|80=tachtig|90=negentig|100=honderd
forms:%=procent=percent|en=&|vs=verenigde staten|eu=europese unie|vn=verenigde naties|dhr=de heer=meneer|mevr=mevrouw=mw|dr=doctor=dokter|prof=professor|euro=€|nr=nummer|bijv=bijvoorbeeld|km=kilometer|kg=kilogram=kilo|januari=jan|februari=feb|augustus=aug|september=sept|oktober=okt|november=nov|december=dec|pannenkoek=pannekoek|product=produkt|products=produkten|contact=kontakt
regions:noord-holland|zuid-holland|zeeland|utrecht|gelderland|overijssel|drenthe|groningen|friesland|flevoland|limburg|noord-brabant|vlaanderen|wallonië|nederland|belgië|duitsland|frankrijk|spanje|italië|engeland|groot-brittannië|ierland|polen|denemarken|verenigde staten|californië|texas|rusland|oekraïne|china|japan|turkije|suriname
note:noot van de redactie|noot redactie|naschrift|redactioneel|red.|correctie|rectificatie|aanvulling|update|bijgewerkt|een eerdere versie van dit|in een eerdere versie van dit|dit artikel is bijgewerkt|dit artikel is ingekort|dit artikel is aangepast
box:lees ook|lees meer|lees verder:|zie ook|bekijk ook|advertentie|reclame|gesponsord|abonneer|schrijf je in|volg ons|aanbevolen|gerelateerd|meer over|nieuwsbrief|video:|doneer
pages:lees verder|vervolg op de volgende pagina|volgende pagina|vorige pagina|vervolg op pagina|verder lezen
page_of:pagina|van
credit:oorspronkelijk gepubliceerd|eerder verschenen|verscheen eerder|verscheen oorspronkelijk|alle rechten voorbehouden|creative commons|met toestemming|overgenomen van|is journalist|is redacteur|is correspondent|is verslaggever|is freelance|schrijft over|werkte mee aan|in samenwerking met|(anp)
caption:foto|foto's|beeld|illustratie|fotografie|bron
site:wij|we|ons|onze|jij|je|jouw|u|uw|dit artikel|dit verhaal|deze tekst|de auteur|reacties|nieuwsbrief|abonneer|gepubliceerd|bijgewerkt|website|podcast|klik|foto|foto's
"""
