"""Spanish."""

WORDS = """
common:el|la|los|las|de|del|y|que|en|un|una|es|por|con|para|se|su|al|lo|como|más|pero|no|fue|ha|han|sus|este|esta|a
relative:hoy|ayer|anteayer|mañana|anoche|pasado|ahora|actualmente
last:pasado|pasada|pasados|pasadas|último|última|anterior
this:este|esta|estos|estas
next:próximo|próxima|próximos|próximas|siguiente|viene|entrante
units:semana|semanas|mes|meses|año|años|día|días|mañana|mediodía|tarde|noche|madrugada|primavera|verano|otoño|invierno|trimestre|fin
weekdays:lunes|martes|miércoles|jueves|viernes|sábado|domingo
months:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre
fillers:que|el|la|los|las|de|del|en|por|al|a|pleno|mediados|principios|finales|comienzos|fines|día
here:aquí|acá|en la ciudad|la ciudad|esta ciudad|en esta ciudad|en el pueblo|el pueblo|este pueblo|en la localidad|la localidad|en el municipio
place:en|de|desde|a|cerca|hasta|del
honorifics:sr|sra|srta|señor|señora|señorita|dr|dra|don|doña|d
quantities:cien|ciento|cientos|centenar|centenares|mil|miles|millar|millares|millón|millones|billón|billones|docena|docenas|mitad|medio|media|tercio|cuarto|doble|triple|%|€|$|£
speaking:dijo|dice|explicó|añadió|afirmó|declaró|señaló|contó|aseguró|agregó
abbreviations:sr|sra|srta|dr|dra|d|dña|ud|uds|av|avda|núm|pág|etc|aprox|st|sto|sta|ee|uu
numbers:0=cero|1=uno|1=un|1=una|2=dos|3=tres|4=cuatro|5=cinco|6=seis|7=siete|8=ocho|9=nueve|10=diez|11=once|12=doce|13=trece|14=catorce|15=quince|16=dieciséis|17=diecisiete|18=dieciocho|19=diecinueve|20=veinte|21=veintiuno|21=veintiún|22=veintidós|23=veintitrés|24=veinticuatro|25=veinticinco|26=veintiséis|27=veintisiete|28=veintiocho|29=veintinueve|30=treinta|40=cuarenta|50=cincuenta|60=sesenta|70=setenta|80=ochenta|90=noventa|100=cien
tens_joined_by:y
forms:%=por ciento=porciento|eeuu=estados unidos=eua=ee uu|ue=unión europea|onu=naciones unidas|sr=señor|sra=señora|dr=doctor|dra=doctora|av=avenida=avda|euros=€|núm=número=nº|1º=primero=1er=primer|1ª=primera|2º=segundo|2ª=segunda|3º=tercero=tercer|3ª=tercera|km=kilómetro=kilómetros|kg=kilogramo=kilogramos=kilos|solo=sólo|guion=guión|este=éste|esta=ésta|ese=ése|septiembre=setiembre|méxico=méjico|oscuro=obscuro|periodo=período|video=vídeo|videos=vídeos|fútbol=futbol|icono=ícono|sicología=psicología|quizá=quizás|noviembre=nov|diciembre=dic|enero=ene|octubre=oct
regions:andalucía|cataluña|galicia|aragón|asturias|cantabria|extremadura|murcia|navarra|la rioja|castilla y león|castilla-la mancha|comunidad valenciana|país vasco|madrid|españa|méxico|argentina|chile|colombia|perú|venezuela|ecuador|bolivia|uruguay|paraguay|cuba|guatemala|honduras|nicaragua|costa rica|panamá|francia|italia|portugal|alemania|inglaterra|reino unido|estados unidos|california|texas|florida|jalisco|oaxaca|chiapas|brasil|china|japón|rusia|ucrania|marruecos
note:nota del editor|nota de la redacción|nota de redacción|nota del editora|n. de la r.|n. del e.|corrección|rectificación|aclaración|fe de erratas|fe de errores|actualización|actualizado|una versión anterior de este|este artículo ha sido actualizado|este artículo fue actualizado|este artículo ha sido editado|este artículo ha sido abreviado|esta nota fue actualizada|este reportaje fue|este reportaje ha sido|esta investigación fue
box:lea también|lee también|le puede interesar|te puede interesar|te recomendamos|lea más|leer más|ver también|vea también|publicidad|anuncio|contenido patrocinado|suscríbete|suscríbase|suscríbete a|suscríbase a|suscríbete al|suscríbase al|síguenos|noticias relacionadas|más información|además:|video:|boletín|dona aquí|únete a
pages:seguir leyendo|continuar leyendo|página siguiente|siguiente página|página anterior|continúa en la página
page_of:página|de
credit:publicado originalmente|publicada originalmente|apareció originalmente|publicado por primera vez|se publicó originalmente|todos los derechos reservados|creative commons|republicado|republicada|con autorización|con permiso de|es periodista|es reportero|es reportera|es redactor|es redactora|es corresponsal|escribe sobre|cubre temas|contribuyó a|en alianza con|en colaboración con|(efe)|con información de|con informaciones de
caption:foto|fotos|fotografía|imagen|crédito|créditos|ilustración|cortesía de|cortesía
site:nosotros|nuestro|nuestra|nuestros|nuestras|usted|ustedes|tu|tus|este artículo|este reportaje|este texto|esta nota|el autor|la autora|comentarios|boletín|suscríbete|suscríbase|publicado|publicada|actualizado|actualizada|sitio web|podcast|haga clic|haz clic|foto|fotos|fotografía|con información de
"""
