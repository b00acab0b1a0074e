"""Portuguese, of Portugal and Brazil."""

WORDS = """
common:o|a|os|as|de|do|da|dos|das|e|que|em|um|uma|é|para|com|não|se|por|no|na|nos|nas|ao|mais|como|foi|são|seu|sua|ele
relative:hoje|ontem|anteontem|amanhã|agora|atualmente
last:passado|passada|passados|passadas|último|última|anterior
this:este|esta|estes|estas|deste|desta|neste|nesta
next:próximo|próxima|próximos|próximas|seguinte|vem
units:semana|semanas|mês|meses|ano|anos|dia|dias|manhã|tarde|noite|madrugada|primavera|verão|outono|inverno|trimestre|fim
weekdays:segunda|terça|quarta|quinta|sexta|sábado|domingo|feira|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|segunda feira|terça feira|quarta feira|quinta feira|sexta feira
months:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
fillers:que|na|nas|no|nos|o|a|os|as|de|do|da|em|à|ao|dia|meados|início|fim|final|começo
here:aqui|cá|na cidade|a cidade|nesta cidade|esta cidade|na vila|no município|na localidade
place:em|no|na|de|do|da|desde|a|perto
honorifics:sr|sra|srta|senhor|senhora|dr|dra|doutor|doutora|dom|dona|d
quantities:cem|cento|centos|centena|centenas|mil|milhar|milhares|milhão|milhões|bilhão|bilhões|dúzia|dúzias|dezena|dezenas|metade|meio|meia|terço|quarto|dobro|triplo|%|€|$|£
speaking:disse|diz|afirmou|explicou|acrescentou|declarou|contou|garantiu
abbreviations:sr|sra|srta|dr|dra|d|av|nº|pág|etc|prof|profa|st|sto|sta|ex
numbers:0=zero|1=um|1=uma|2=dois|2=duas|3=três|4=quatro|5=cinco|6=seis|7=sete|8=oito|9=nove|10=dez|11=onze|12=doze|13=treze|14=catorze|14=quatorze|15=quinze|16=dezesseis|16=dezasseis|17=dezessete|17=dezassete|18=dezoito|19=dezenove|19=dezanove|20=vinte|30=trinta|40=quarenta|50=cinquenta|60=sessenta|70=setenta|80=oitenta|90=noventa|100=cem
tens_joined_by:e
forms:%=por cento|eua=estados unidos|ue=união europeia|onu=nações unidas|sr=senhor|sra=senhora|dr=doutor|dra=doutora|prof=professor|av=avenida|euros=€|nº=número|km=quilômetro=quilômetros=quilómetro=quilómetros|kg=quilograma=quilogramas=quilos|fato=facto|fatos=factos|ação=acção|direção=direcção|diretor=director|diretora=directora|projeto=projecto|projetos=projectos|econômico=económico|econômica=económica|acadêmico=académico|gênero=género|prêmio=prémio|polêmica=polémica|bebê=bebé|contato=contacto|contatos=contactos|registro=registo|registros=registos|planejamento=planeamento|equipe=equipa|equipes=equipas|ótimo=óptimo|atual=actual|atuais=actuais|segunda=segunda-feira|terça=terça-feira|quarta=quarta-feira|quinta=quinta-feira|sexta=sexta-feira
regions:são paulo=sp|rio de janeiro=rj|minas gerais=mg|bahia=ba|paraná=pr|rio grande do sul=rs|santa catarina=sc|pernambuco=pe|ceará=ce|amazonas=am|pará|goiás|algarve|alentejo|minho|madeira|açores|portugal|brasil|angola|moçambique|espanha|frança|itália|alemanha|inglaterra|reino unido|estados unidos|califórnia|texas|argentina|chile|uruguai|china|japão|rússia|ucrânia
note:nota do editor|nota da redação|nota de redação|nota da redacção|n. da r.|n.r.|correção|correcção|errata|erramos|esclarecimento|atualização|atualizado|uma versão anterior deste|este artigo foi atualizado|este texto foi atualizado|este artigo foi editado|esta reportagem foi editada|este texto foi editado|esta reportagem foi realizada|esta reportagem foi produzida|esta investigação foi
box:leia também|leia mais|veja também|saiba mais|publicidade|anúncio|conteúdo patrocinado|assine|inscreva-se|siga-nos|notícias relacionadas|continua após a publicidade|continua depois da publicidade|receba|vídeo:|apoie|doe agora
pages:continuar lendo|continue lendo|continuar a ler|próxima página|página seguinte|página anterior|continua na página
page_of:página|de
credit:publicado originalmente|publicada originalmente|originalmente publicado|publicado pela primeira vez|todos os direitos reservados|creative commons|republicado|republicada|com autorização|é jornalista|é repórter|é redator|é redatora|é correspondente|escreve sobre|em parceria com|(lusa)|com informações de|com informações da|com informações do
caption:foto|fotos|fotografia|imagem|crédito|créditos|ilustração|divulgação|cortesia
site:nós|nosso|nossa|nossos|nossas|você|vocês|seu|sua|este artigo|esta reportagem|este texto|esta matéria|o autor|a autora|comentários|newsletter|assine|publicado|publicada|atualizado|atualizada|site|podcast|clique|foto|fotos|com informações de
"""
