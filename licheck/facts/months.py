"""Names of months, full and short, in 55 languages: Unicode CLDR 47 (https://cldr.unicode.org), and a few spellings of newspapers."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

# As `licheck.text.fold_word` folds them. A language, then January to December; "/" between forms of one month, "_" for a space.
_NAMES = """
en january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
de januar/jan/jänner/jaenner februar/feb/feber marz/mar/maerz/mrz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez
fr janvier/janv fevrier/fevr mars avril/avr mai juin juillet/juil aout septembre/sept octobre/oct novembre/nov decembre/dec
es enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/sept/setiembre octubre/oct noviembre/nov diciembre/dic
it gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic
pt janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez
nl januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep oktober/okt november/nov december/dec
sv januari/jan februari/feb mars april/apr maj juni juli augusti/aug september/sep oktober/okt november/nov december/dec
nb januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov desember/des
da januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec
fi tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesakuuta/kesakuu/kesa heinakuuta/heinakuu/heina elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu
et jaanuar/jaan veebruar/veebr marts aprill/apr mai juuni juuli august/aug september/sept oktoober/okt november/nov detsember/dets
lv janvaris/janv februaris/febr marts aprilis/apr maijs junijs/jun julijs/jul augusts/aug septembris/sept oktobris/okt novembris/nov decembris/dec
lt sausio/sausis/saus vasario/vasaris/vas kovo/kovas/kov balandzio/balandis/bal geguzes/geguze/geg birzelio/birzelis/birz liepos/liepa/liep rugpjucio/rugpjutis/rugp rugsejo/rugsejis/rugs spalio/spalis/spal lapkricio/lapkritis/lapkr gruodzio/gruodis/gruod
pl stycznia/styczen/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecien/kwi maja/maj czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpien/sie wrzesnia/wrzesien/wrz pazdziernika/pazdziernik/paz listopada/listopad/lis grudnia/grudzien/gru
cs ledna/leden/led unora/unor/uno brezna/brezen/bre dubna/duben/dub kvetna/kveten/kve cervna/cerven/cvn cervence/cervenec/cvc srpna/srpen/srp zari/zar rijna/rijen/rij listopadu/listopad/lis prosince/prosinec/pro
sk januara/januar/jan februara/februar/feb marca/marec/mar aprila/april/apr maja/maj juna/jun jula/jul augusta/august/aug septembra/september/sep oktobra/oktober/okt novembra/november/nov decembra/december/dec
hr sijecnja/sijecanj/sij veljace/veljaca/velj ozujka/ozujak/ozu travnja/travanj/tra svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol rujna/rujan/ruj listopada/listopad/lis studenoga/studeni/stu/studenog prosinca/prosinac/pro
bs januar/jan februar/feb mart/mar april/apr maj juni/jun juli/jul august/aug septembar/sep oktobar/okt novembar/nov decembar/dec
sl januar/jan februar/feb marec/mar april/apr maj junij/jun julij/jul avgust/avg september/sep oktober/okt november/nov december/dec
hu januar/jan februar/febr marcius/marc aprilis/apr majus/maj junius/jun julius/jul augusztus/aug szeptember/szept oktober/okt november/nov december/dec
ro ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov decembrie/dec
sq janar/jan shkurt/shk mars/mar prill/pri maj qershor/qer korrik/korr gusht/gush shtator/sht tetor/tet nentor/nen dhjetor/dhj
tr ocak/oca subat/sub mart/mar nisan/nis mayis/may haziran/haz temmuz/tem agustos/agu eylul/eyl ekim/eki kasim/kas aralik/ara
az yanvar/yan fevral/fev mart/mar aprel/apr may iyun/iyn iyul/iyl avqust/avq sentyabr/sen oktyabr/okt noyabr/noy dekabr/dek
id januari/yanvar/jan/yan februari/fevral/feb/fev maret/mart/mar april/aprel/apr mei/may juni/iyun/jun/iyn juli/iyul/jul/iyl agustus/avqust/agu/avq september/sentyabr/sep/sen oktober/oktyabr/okt november/noyabr/nov/noy desember/dekabr/des/dek
ms januari/yanvar/jan/yan februari/fevral/feb/fev mac/mart/mar april/aprel/apr mei/may jun/iyun/iyn julai/iyul/jul/iyl ogos/avqust/ogo/avq september/sentyabr/sep/sen oktober/oktyabr/okt november/noyabr/nov/noy disember/dekabr/dis/dek
ca gener/gen febrer/febr marc abril/abr maig juny juliol/jul agost/ag setembre/set octubre/oct novembre/ovembre/nov/ov desembre/des
gl xaneiro/yanvar/xan/yan febreiro/fevral/feb/fev marzo/mart/mar abril/aprel/abr/apr maio/may xuno/iyun/iyn xullo/iyul/xul/iyl agosto/avqust/ago/avq setembro/sentyabr/set/sen outubro/oktyabr/out/okt novembro/noyabr/nov/noy decembro/dekabr/dec/dek
eu urtarrila/yanvar/urt/yan otsaila/fevral/ots/fev martxoa/mart/mar apirila/aprel/api/apr maiatza/may/mai ekaina/iyun/eka/iyn uztaila/iyul/uzt/iyl abuztua/avqust/abu/avq iraila/sentyabr/ira/sen urria/oktyabr/urr/okt azaroa/noyabr/aza/noy abendua/dekabr/abe/dek
is januar/yanvar/jan/yan februar/fevral/feb/fev mars/mart/mar april/aprel/apr mai/may juni/iyun/jun/iyn juli/iyul/jul/iyl agust/avqust/agu/avq september/sentyabr/sep/sen oktober/oktyabr/okt november/noyabr/nov/noy desember/dekabr/des/dek
af januarie/yanvar/jan/yan februarie/fevral/feb/fev maart/mart/mrt/mar april/aprel/apr mei/may junie/iyun/jun/iyn julie/iyul/jul/iyl augustus/avqust/aug/avq september/sentyabr/sep/sen oktober/oktyabr/okt november/noyabr/nov/noy desember/dekabr/des/dek
ru января/январь/янв февраля/февраль/февр марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент октября/октябрь/окт ноября/ноябрь/нояб декабря/декабрь/дек
uk січня/січень/січ/yan лютого/лютий/лют/fev березня/березень/бер/mar квітня/квітень/квіт/apr травня/травень/трав/may червня/червень/черв/iyn липня/липень/лип/iyl серпня/серпень/серп/avq вересня/вересень/вер/sen жовтня/жовтень/жовт/okt листопада/листопад/лист/noy грудня/грудень/груд/dek
be студзеня/студзень/сту лютага/люты/лют сакавіка/сакавік/сак красавіка/красавік/кра мая/май чэрвеня/чэрвень/чэр ліпеня/ліпень/ліп жніўня/жнівень/жні верасня/верасень/вер кастрычніка/кастрычнік/кас лістапада/лістапад/ліс снежня/снежань/сне
bg януари/yanvar/яну/yan февруари/fevral/фев/fev март/mart/mar април/aprel/апр/apr май/may юни/iyun/iyn юли/iyul/iyl август/avqust/авг/avq септември/sentyabr/сеп/sen октомври/oktyabr/окт/okt ноември/noyabr/ное/noy декември/dekabr/дек/dek
sr јануар/yanvar/јан/yan фебруар/fevral/феб/fev март/mart/мар/mar април/aprel/апр/apr мај/may јун/iyun/iyn јул/iyul/iyl август/avqust/авг/avq септембар/sentyabr/сеп/sen октобар/oktyabr/окт/okt новембар/noyabr/нов/noy децембар/dekabr/дец/dek
mk јануари/yanvar/јан/yan февруари/fevral/фев/fev март/mart/мар/mar април/aprel/апр/apr мај/may јуни/iyun/јун/iyn јули/iyul/јул/iyl август/avqust/авг/avq септември/sentyabr/сеп/sen октомври/oktyabr/окт/okt ноември/noyabr/ное/noy декември/dekabr/дек/dek
el ιανουαριου/ιανουαριοσ/ιαν φεβρουαριου/φεβρουαριοσ/φεβ μαρτιου/μαρτιοσ/μαρ απριλιου/απριλιοσ/απρ μαιου/μαιοσ/μαι ιουνιου/ιουνιοσ/ιουν ιουλιου/ιουλιοσ/ιουλ αυγουστου/αυγουστοσ/αυγ σεπτεμβριου/σεπτεμβριοσ/σεπ οκτωβριου/οκτωβριοσ/οκτ νοεμβριου/νοεμβριοσ/νοε δεκεμβριου/δεκεμβριοσ/δεκ
ar يناير/yanvar/yan فبراير/fevral/fev مارس/mart/mar أبريل/aprel/apr مايو/may يونيو/iyun/iyn يوليو/iyul/iyl أغسطس/avqust/avq سبتمبر/sentyabr/sen أكتوبر/oktyabr/okt نوفمبر/noyabr/noy ديسمبر/dekabr/dek
fa ژانویهٔ/ژانویه/yan فوریهٔ/فوریه/fev مارس/mar آوریل/apr مهٔ/مه/may ژوئن/iyn ژوئیهٔ/ژوئیه/iyl اوت/avq سپتامبر/sen اکتبر/okt نوامبر/noy دسامبر/dek
ur جنوری/yanvar/yan فروری/fevral/fev مارچ/mart/mar اپریل/aprel/apr مئی/may جون/iyun/iyn جولائی/iyul/iyl اگست/avqust/avq ستمبر/sentyabr/sen اکتوبر/oktyabr/okt نومبر/noyabr/noy دسمبر/dekabr/dek
he ינואר/yanvar/ינו/yan פברואר/fevral/פבר/fev מרץ/mart/mar אפריל/aprel/אפר/apr מאי/may יוני/iyun/iyn יולי/iyul/iyl אוגוסט/avqust/אוג/avq ספטמבר/sentyabr/ספט/sen אוקטובר/oktyabr/אוק/okt נובמבר/noyabr/נוב/noy דצמבר/dekabr/דצמ/dek
hi जनवरी/yanvar/जन/yan फ़रवरी/fevral/फ़र/fev मार्च/mart/mar अप्रैल/aprel/apr मई/may जून/iyun/iyn जुलाई/iyul/जुल/iyl अगस्त/avqust/अग/avq सितंबर/sentyabr/सित/sen अक्टूबर/oktyabr/अक्टू/okt नवंबर/noyabr/नव/noy दिसंबर/dekabr/दिस/dek
bn জানুয়ারী/yanvar/জানু ফেব্রুয়ারী/fevral/ফেব মার্চ/mart এপ্রিল/aprel/এপ্রি মে/may জুন/iyun জুলাই/iyul/জুল আগস্ট/avqust/আগ সেপ্টেম্বর/sentyabr/সেপ অক্টোবর/oktyabr/অক্টো নভেম্বর/noyabr/নভে ডিসেম্বর/dekabr/ডিসে
mr जानेवारी/yanvar/जाने/yan फेब्रुवारी/fevral/फेब्रु/fev मार्च/mart/mar एप्रिल/aprel/एप्रि/apr मे/may जून/iyun/iyn जुलै/iyul/iyl ऑगस्ट/avqust/ऑग/avq सप्टेंबर/sentyabr/सप्टें/sen ऑक्टोबर/oktyabr/ऑक्टो/okt नोव्हेंबर/noyabr/नोव्हें/noy डिसेंबर/dekabr/डिसें/dek
ta ஜனவரி/yanvar/ஜன/yan பிப்ரவரி/fevral/பிப்/fev மார்ச்/mart/மார்/mar ஏப்ரல்/aprel/ஏப்/apr மே/may ஜூன்/iyun/iyn ஜூலை/iyul/iyl ஆகஸ்ட்/avqust/ஆக/avq செப்டம்பர்/sentyabr/செப்/sen அக்டோபர்/oktyabr/அக்/okt நவம்பர்/noyabr/நவ/noy டிசம்பர்/dekabr/டிச/dek
te జనవరి/yanvar/జన/yan ఫిబ్రవరి/fevral/ఫిబ్ర/fev మార్చి/mart/mar ఏప్రిల్/aprel/ఏప్రి/apr మే/may జూన్/iyun/iyn జులై/iyul/iyl ఆగస్టు/avqust/ఆగ/avq సెప్టెంబర్/sentyabr/సెప్టెం/sen అక్టోబర్/oktyabr/అక్టో/okt నవంబర్/noyabr/నవం/noy డిసెంబర్/dekabr/డిసెం/dek
th มกราคม/yanvar/ม.ค/yan กุมภาพันธ์/fevral/ก.พ/fev มีนาคม/mart/มี.ค/mar เมษายน/aprel/เม.ย/apr พฤษภาคม/may/พ.ค มิถุนายน/iyun/มิ.ย/iyn กรกฎาคม/iyul/ก.ค/iyl สิงหาคม/avqust/ส.ค/avq กันยายน/sentyabr/ก.ย/sen ตุลาคม/oktyabr/ต.ค/okt พฤศจิกายน/noyabr/พ.ย/noy ธันวาคม/dekabr/ธ.ค/dek
ka იანვარი/yanvar/იან/yan თებერვალი/fevral/თებ/fev მარტი/mart/მარ/mar აპრილი/aprel/აპრ/apr მაისი/may/მაი ივნისი/iyun/ივნ/iyn ივლისი/iyul/ივლ/iyl აგვისტო/avqust/აგვ/avq სექტემბერი/sentyabr/სექ/sen ოქტომბერი/oktyabr/ოქტ/okt ნოემბერი/noyabr/ნოე/noy დეკემბერი/dekabr/დეკ/dek
hy հունվարի/հունվար/հնվ/yan փետրվարի/փետրվար/փտվ/fev մարտի/մարտ/մրտ/mar ապրիլի/ապրիլ/ապր/apr մայիսի/մայիս/մյս/may հունիսի/հունիս/հնս/iyn հուլիսի/հուլիս/հլս/iyl օգոստոսի/օգոստոս/օգս/avq սեպտեմբերի/սեպտեմբեր/սեպ/sen հոկտեմբերի/հոկտեմբեր/հոկ/okt նոյեմբերի/նոյեմբեր/նոյ/noy դեկտեմբերի/դեկտեմբեր/դեկ/dek
kk қаңтар/қаң/yan ақпан/ақп/fev наурыз/нау/mar сәуір/сәу/apr мамыр/мам/may маусым/мау/iyn шілде/шіл/iyl тамыз/там/avq қыркүйек/қыр/sen қазан/қаз/okt қараша/қар/noy желтоқсан/жел/dek
sw januari/yanvar/jan/yan februari/fevral/feb/fev machi/mart/mac/mar aprili/aprel/apr mei/may juni/iyun/jun/iyn julai/iyul/jul/iyl agosti/avqust/ago/avq septemba/sentyabr/sep/sen oktoba/oktyabr/okt novemba/noyabr/nov/noy desemba/dekabr/des/dek
cy ionawr/yanvar/ion chwefror/fevral/chwef/chw mawrth/mart/maw ebrill/aprel/ebr mai/may mehefin/iyun/meh gorffennaf/iyul/gorff/gor awst/avqust medi/sentyabr hydref/oktyabr/hyd tachwedd/noyabr/tach rhagfyr/dekabr/rhag
ga eanair/yanvar/ean/yan feabhra/fevral/feabh/fev marta/mart/mar aibrean/aprel/aib/apr bealtaine/may/beal meitheamh/iyun/meith/iyn iuil/iyul/iyl lunasa/avqust/lun/avq mean_fomhair/sentyabr/mfomh/sen deireadh_fomhair/oktyabr/dfomh/okt samhain/noyabr/samh/noy nollaig/dekabr/noll/dek
ar كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول
ar جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
"""


class Months(NamedTuple):
    """Folded name -> 1-12: `known` whatever the language, `in_language` where two languages mean different months by it."""

    known: dict[str, int]
    in_language: dict[tuple[str, str], int]

    def number(self, name: str, language: str) -> int:
        """The month of that (folded) name, 1-12; 0 where there is none. `language` is a primary subtag or empty."""
        return (
            self.in_language.get((language, name))
            or self.known.get(name)
            or self.known.get(name.removeprefix("ב"), 0)
        )


@cache
def months() -> Months:
    """All names, read once when a date is first looked for."""
    known: dict[str, int] = {}
    in_language: dict[tuple[str, str], int] = {}
    for line in _NAMES.strip().splitlines():
        language, *columns = line.split()
        for number, forms in enumerate(columns, start=1):
            for form in forms.split("/"):
                name = form.replace("_", " ")
                if known.setdefault(name, number) != number:
                    in_language[language, name] = number
    return Months(known, in_language)
