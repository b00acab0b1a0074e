"""French."""

WORDS = """
common:le|la|les|de|des|du|et|est|une|un|dans|pour|que|qui|sur|par|pas|au|aux|plus|ne|se|son|avec|ont|été|il|elle|ce|cette|en|a
relative:aujourd|hui|hier|demain|maintenant|actuellement
last:dernier|dernière|derniers|dernières|passé|passée|précédent|précédente
this:ce|cet|cette
next:prochain|prochaine|suivant|suivante|prochains|prochaines
units:semaine|semaines|week-end|week|end|weekend|mois|an|ans|année|années|jour|jours|matin|matinée|midi|après|après-midi|soir|soirée|nuit|printemps|été|automne|hiver|trimestre
weekdays:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim
months:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|avr|juil|sept|oct|nov|déc
fillers:avant|le|la|l|d|de|du|en|au|à|dans|er|courant|mi|début|fin|vers|jour
here:ici|dans la ville|la ville|cette ville|dans cette ville|dans la commune|sur place|dans le village|le village
place:à|au|aux|en|de|d|près|dans|depuis
honorifics:m|mm|mme|mlle|mmes|monsieur|madame|dr|docteur|pr|maître|me
quantities:cent|cents|centaine|centaines|mille|millier|milliers|million|millions|milliard|milliards|douzaine|douzaines|dizaine|dizaines|moitié|demi|demie|tiers|quart|double|triple|%|€|$|£
speaking:dit|déclaré|expliqué|ajouté|affirmé|raconte|explique|précise
abbreviations:m|mm|mme|mlle|dr|pr|st|ste|av|bd|no|env|etc|janv|févr|juil|sept|oct|nov|déc|art|p
numbers:0=zéro|1=un|1=une|2=deux|3=trois|4=quatre|5=cinq|6=six|7=sept|8=huit|9=neuf|10=dix|11=onze|12=douze|13=treize|14=quatorze|15=quinze|16=seize|20=vingt|30=trente|40=quarante|50=cinquante|60=soixante|100=cent
forms:%=pour cent=pourcent=p. cent|et=&|usa=états-unis|ue=union européenne|onu=nations unies|m=monsieur|mme=madame|dr=docteur|pr=professeur=professeure|st=saint|ste=sainte|av=avenue|bd=boulevard|euros=€|no=numéro|1er=premier|2e=deuxième=2ème|3e=troisième=3ème|4e=quatrième=4ème|5e=cinquième=5ème|km=kilomètre=kilomètres|kg=kilogramme=kilogrammes=kilos|clé=clef|clés=clefs|ognon=oignon|connaitre=connaître|paraitre=paraître|cout=coût|couts=coûts|aout=août|ile=île|iles=îles|maitre=maître|maitresse=maîtresse|évènement=événement|évènements=événements|weekend=week-end|janvier=janv|février=févr|juillet=juil|septembre=sept.|octobre=oct|novembre=nov|décembre=déc
regions:bretagne|normandie|occitanie|île-de-france|bourgogne|corse|alsace|lorraine|provence|auvergne|québec|ontario|france|belgique|suisse|luxembourg|canada|allemagne|italie|espagne|portugal|pays-bas|pologne|angleterre|écosse|irlande|royaume-uni|états-unis|californie|texas|russie|ukraine|chine|japon|inde|brésil|maroc|algérie|tunisie|sénégal|cameroun|turquie|grèce|hérault|finistère|gironde|isère|vendée
note:note de la rédaction|ndlr|note de l'éditeur|correction|rectificatif|précision|erratum|mise à jour|mis à jour|une version précédente de cet article|une première version de cet article|cet article a été mis à jour|cet article a été raccourci|cet article a été modifié|cet article a été abrégé|note aux lecteurs|cette enquête a été|ce reportage a été
box:lire aussi|à lire aussi|a lire aussi|lire également|à lire également|voir aussi|à voir aussi|sur le même sujet|publicité|la suite après cette publicité|la suite après la publicité|abonnez-vous|inscrivez-vous|suivez-nous|pour aller plus loin|article réservé|contenu sponsorisé|faire un don|newsletter|infolettre|vidéo:|vidéo :
pages:lire la suite|suite à la page|page suivante|page précédente|suite page|suite de la page|continuer la lecture|lire l'article complet
page_of:page|sur
credit:publié initialement|initialement publié|d'abord paru|paru dans|première publication|tous droits réservés|creative commons|republié|avec l'autorisation|est journaliste|est rédacteur|est rédactrice|est correspondant|est correspondante|écrit sur|avec afp|(afp)|a contribué à|en partenariat avec|cet article est publié|cet article a été publié|cet article est republié|avec l'afp|avec reuters
caption:photo|photos|photographie|crédit|crédits|image|illustration|dessin
site:nous|notre|nos|vous|votre|vos|cet article|ce texte|cette page|l'auteur|l'autrice|les auteurs|commentaires|infolettre|newsletter|abonnez|publié|mis à jour|site web|podcast|cliquez|photo|photos|avec afp
"""
