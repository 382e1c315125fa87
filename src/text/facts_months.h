// clang-format off
// Names of months, whole and short, in lower case. Made by tools/make_months.c; do not edit.
MONTHS("en",
       "january" "|february" "|march" "|april" "|may" "|june"
       "|july" "|august" "|september" "|october" "|november" "|december"
       "|jan" "|feb" "|mar" "|apr" "|jun" "|jul"
       "|aug" "|sep" "|oct" "|nov" "|dec" "|sept")
MONTHS("zh-Hans",
       "一月" "|二月" "|三月" "|四月" "|五月" "|六月"
       "|七月" "|八月" "|九月" "|十月" "|十一月" "|十二月")
MONTHS("es",
       "enero" "|febrero" "|marzo" "|abril" "|mayo" "|junio"
       "|julio" "|agosto" "|septiembre" "|octubre" "|noviembre" "|diciembre"
       "|ene" "|feb" "|mar" "|abr" "|may" "|jun"
       "|jul" "|ago" "|sept" "|oct" "|nov" "|dic")
MONTHS("de",
       "januar" "|februar" "|märz" "|april" "|mai" "|juni"
       "|juli" "|august" "|september" "|oktober" "|november" "|dezember"
       "|jan" "|feb" "|apr" "|aug" "|sept" "|okt"
       "|nov" "|dez" "|mär" "|jun" "|jul" "|sep")
MONTHS("fr",
       "janvier" "|février" "|mars" "|avril" "|mai" "|juin"
       "|juillet" "|août" "|septembre" "|octobre" "|novembre" "|décembre"
       "|janv" "|févr" "|avr" "|juil" "|sept" "|oct"
       "|nov" "|déc")
MONTHS("it",
       "gennaio" "|febbraio" "|marzo" "|aprile" "|maggio" "|giugno"
       "|luglio" "|agosto" "|settembre" "|ottobre" "|novembre" "|dicembre"
       "|gen" "|feb" "|mar" "|apr" "|mag" "|giu"
       "|lug" "|ago" "|set" "|ott" "|nov" "|dic")
MONTHS("pt",
       "janeiro" "|fevereiro" "|março" "|abril" "|maio" "|junho"
       "|julho" "|agosto" "|setembro" "|outubro" "|novembro" "|dezembro"
       "|jan" "|fev" "|mar" "|abr" "|mai" "|jun"
       "|jul" "|ago" "|set" "|out" "|nov" "|dez")
MONTHS("nl",
       "januari" "|februari" "|maart" "|april" "|mei" "|juni"
       "|juli" "|augustus" "|september" "|oktober" "|november" "|december"
       "|jan" "|feb" "|mrt" "|apr" "|jun" "|jul"
       "|aug" "|sep" "|okt" "|nov" "|dec")
MONTHS("ru",
       "января" "|февраля" "|марта" "|апреля" "|мая" "|июня"
       "|июля" "|августа" "|сентября" "|октября" "|ноября" "|декабря"
       "|январь" "|февраль" "|март" "|апрель" "|май" "|июнь"
       "|июль" "|август" "|сентябрь" "|октябрь" "|ноябрь" "|декабрь"
       "|янв" "|февр" "|мар" "|апр" "|июн" "|июл"
       "|авг" "|сент" "|окт" "|нояб" "|дек")
MONTHS("uk",
       "січня" "|лютого" "|березня" "|квітня" "|травня" "|червня"
       "|липня" "|серпня" "|вересня" "|жовтня" "|листопада" "|грудня"
       "|січень" "|лютий" "|березень" "|квітень" "|травень" "|червень"
       "|липень" "|серпень" "|вересень" "|жовтень" "|листопад" "|грудень"
       "|січ" "|лют" "|бер" "|квіт" "|трав" "|черв"
       "|лип" "|серп" "|вер" "|жовт" "|лист" "|груд"
       "|кві" "|тра" "|чер" "|сер" "|жов" "|лис"
       "|гру")
MONTHS("pl",
       "stycznia" "|lutego" "|marca" "|kwietnia" "|maja" "|czerwca"
       "|lipca" "|sierpnia" "|września" "|października" "|listopada" "|grudnia"
       "|styczeń" "|luty" "|marzec" "|kwiecień" "|maj" "|czerwiec"
       "|lipiec" "|sierpień" "|wrzesień" "|październik" "|listopad" "|grudzień"
       "|sty" "|lut" "|mar" "|kwi" "|cze" "|lip"
       "|sie" "|wrz" "|paź" "|lis" "|gru")
MONTHS("cs",
       "ledna" "|února" "|března" "|dubna" "|května" "|června"
       "|července" "|srpna" "|září" "|října" "|listopadu" "|prosince"
       "|leden" "|únor" "|březen" "|duben" "|květen" "|červen"
       "|červenec" "|srpen" "|říjen" "|listopad" "|prosinec" "|led"
       "|úno" "|bře" "|dub" "|kvě" "|čvn" "|čvc"
       "|srp" "|zář" "|říj" "|lis" "|pro")
MONTHS("sk",
       "januára" "|februára" "|marca" "|apríla" "|mája" "|júna"
       "|júla" "|augusta" "|septembra" "|októbra" "|novembra" "|decembra"
       "|január" "|február" "|marec" "|apríl" "|máj" "|jún"
       "|júl" "|august" "|september" "|október" "|november" "|december"
       "|jan" "|feb" "|mar" "|apr" "|aug" "|sep"
       "|okt" "|nov" "|dec")
MONTHS("hu",
       "január" "|február" "|március" "|április" "|május" "|június"
       "|július" "|augusztus" "|szeptember" "|október" "|november" "|december"
       "|jan" "|febr" "|márc" "|ápr" "|máj" "|jún"
       "|júl" "|aug" "|szept" "|okt" "|nov" "|dec")
MONTHS("ro",
       "ianuarie" "|februarie" "|martie" "|aprilie" "|mai" "|iunie"
       "|iulie" "|august" "|septembrie" "|octombrie" "|noiembrie" "|decembrie"
       "|ian" "|feb" "|mar" "|apr" "|iun" "|iul"
       "|aug" "|sept" "|oct" "|nov" "|dec")
MONTHS("bg",
       "януари" "|февруари" "|март" "|април" "|май" "|юни"
       "|юли" "|август" "|септември" "|октомври" "|ноември" "|декември"
       "|яну" "|фев" "|апр" "|авг" "|сеп" "|окт"
       "|ное" "|дек")
MONTHS("el",
       "ιανουαρίου" "|φεβρουαρίου" "|μαρτίου" "|απριλίου" "|μαΐου" "|ιουνίου"
       "|ιουλίου" "|αυγούστου" "|σεπτεμβρίου" "|οκτωβρίου" "|νοεμβρίου" "|δεκεμβρίου"
       "|ιανουάριος" "|φεβρουάριος" "|μάρτιος" "|απρίλιος" "|μάιος" "|ιούνιος"
       "|ιούλιος" "|αύγουστος" "|σεπτέμβριος" "|οκτώβριος" "|νοέμβριος" "|δεκέμβριος"
       "|ιαν" "|φεβ" "|μαρ" "|απρ" "|μαΐ" "|ιουν"
       "|ιουλ" "|αυγ" "|σεπ" "|οκτ" "|νοε" "|δεκ"
       "|μάρ" "|μάι" "|ιούν" "|ιούλ" "|αύγ" "|νοέ")
MONTHS("tr",
       "ocak" "|şubat" "|mart" "|nisan" "|mayıs" "|haziran"
       "|temmuz" "|ağustos" "|eylül" "|ekim" "|kasım" "|aralık"
       "|oca" "|şub" "|mar" "|nis" "|may" "|haz"
       "|tem" "|ağu" "|eyl" "|eki" "|kas" "|ara")
MONTHS("ar",
       "يناير" "|فبراير" "|مارس" "|أبريل" "|مايو" "|يونيو"
       "|يوليو" "|أغسطس" "|سبتمبر" "|أكتوبر" "|نوفمبر" "|ديسمبر"
       "|كانون الثاني" "|شباط" "|آذار" "|نيسان" "|أيار" "|حزيران"
       "|تموز" "|آب" "|أيلول" "|تشرين الأول" "|تشرين الثاني" "|كانون الأول"
       "|جانفي" "|فيفري" "|أفريل" "|ماي" "|جوان" "|جويلية"
       "|أوت")
MONTHS("fa",
       "فروردین" "|اردیبهشت" "|خرداد" "|تیر" "|مرداد" "|شهریور"
       "|مهر" "|آبان" "|آذر" "|دی" "|بهمن" "|اسفند"
       "|ژانویهٔ" "|فوریهٔ" "|مارس" "|آوریل" "|مهٔ" "|ژوئن"
       "|ژوئیهٔ" "|اوت" "|سپتامبر" "|اکتبر" "|نوامبر" "|دسامبر"
       "|ژانویه" "|فوریه" "|مه" "|ژوئیه")
MONTHS("ur",
       "جنوری" "|فروری" "|مارچ" "|اپریل" "|مئی" "|جون"
       "|جولائی" "|اگست" "|ستمبر" "|اکتوبر" "|نومبر" "|دسمبر")
MONTHS("he",
       "ינואר" "|פברואר" "|מרץ" "|אפריל" "|מאי" "|יוני"
       "|יולי" "|אוגוסט" "|ספטמבר" "|אוקטובר" "|נובמבר" "|דצמבר"
       "|ינו׳" "|פבר׳" "|אפר׳" "|אוג׳" "|ספט׳" "|אוק׳"
       "|נוב׳" "|דצמ׳" "|בינואר" "|בפברואר" "|במרץ" "|באפריל"
       "|במאי" "|ביוני" "|ביולי" "|באוגוסט" "|בספטמבר" "|באוקטובר"
       "|בנובמבר" "|בדצמבר" "|בינו׳" "|בפבר׳" "|באפר׳" "|באוג׳"
       "|בספט׳" "|באוק׳" "|בנוב׳" "|בדצמ׳")
MONTHS("hi",
       "जनवरी" "|फ़रवरी" "|मार्च" "|अप्रैल" "|मई" "|जून"
       "|जुलाई" "|अगस्त" "|सितंबर" "|अक्तूबर" "|नवंबर" "|दिसंबर"
       "|जन॰" "|फ़र॰" "|जुल॰" "|अग॰" "|सित॰" "|अक्तू॰"
       "|नव॰" "|दिस॰")
MONTHS("bn",
       "জানুয়ারী" "|ফেব্রুয়ারী" "|মার্চ" "|এপ্রিল" "|মে" "|জুন"
       "|জুলাই" "|আগস্ট" "|সেপ্টেম্বর" "|অক্টোবর" "|নভেম্বর" "|ডিসেম্বর"
       "|জানু" "|ফেব" "|এপ্রি" "|জুল" "|আগ" "|সেপ"
       "|অক্টো" "|নভে" "|ডিসে")
MONTHS("ta",
       "ஜனவரி" "|பிப்ரவரி" "|மார்ச்" "|ஏப்ரல்" "|மே" "|ஜூன்"
       "|ஜூலை" "|ஆகஸ்ட்" "|செப்டம்பர்" "|அக்டோபர்" "|நவம்பர்" "|டிசம்பர்"
       "|ஜன" "|பிப்" "|மார்" "|ஏப்" "|ஆக" "|செப்"
       "|அக்" "|நவ" "|டிச")
MONTHS("te",
       "జనవరి" "|ఫిబ్రవరి" "|మార్చి" "|ఏప్రిల్" "|మే" "|జూన్"
       "|జులై" "|ఆగస్టు" "|సెప్టెంబర్" "|అక్టోబర్" "|నవంబర్" "|డిసెంబర్"
       "|జన" "|ఫిబ్ర" "|ఏప్రి" "|ఆగ" "|సెప్టెం" "|అక్టో"
       "|నవం" "|డిసెం")
MONTHS("gu",
       "જાન્યુઆરી" "|ફેબ્રુઆરી" "|માર્ચ" "|એપ્રિલ" "|મે" "|જૂન"
       "|જુલાઈ" "|ઑગસ્ટ" "|સપ્ટેમ્બર" "|ઑક્ટોબર" "|નવેમ્બર" "|ડિસેમ્બર"
       "|જાન્યુ" "|ફેબ્રુ" "|સપ્ટે" "|ઑક્ટો" "|નવે" "|ડિસે")
MONTHS("pa",
       "ਜਨਵਰੀ" "|ਫ਼ਰਵਰੀ" "|ਮਾਰਚ" "|ਅਪ੍ਰੈਲ" "|ਮਈ" "|ਜੂਨ"
       "|ਜੁਲਾਈ" "|ਅਗਸਤ" "|ਸਤੰਬਰ" "|ਅਕਤੂਬਰ" "|ਨਵੰਬਰ" "|ਦਸੰਬਰ"
       "|ਜਨ" "|ਫ਼ਰ" "|ਅਪ੍ਰੈ" "|ਜੁਲਾ" "|ਅਗ" "|ਸਤੰ"
       "|ਅਕਤੂ" "|ਨਵੰ" "|ਦਸੰ")
MONTHS("th",
       "มกราคม" "|กุมภาพันธ์" "|มีนาคม" "|เมษายน" "|พฤษภาคม" "|มิถุนายน"
       "|กรกฎาคม" "|สิงหาคม" "|กันยายน" "|ตุลาคม" "|พฤศจิกายน" "|ธันวาคม"
       "|ม.ค" "|ก.พ" "|มี.ค" "|เม.ย" "|พ.ค" "|มิ.ย"
       "|ก.ค" "|ส.ค" "|ก.ย" "|ต.ค" "|พ.ย" "|ธ.ค")
MONTHS("lo",
       "ມັງກອນ" "|ກຸມພາ" "|ມີນາ" "|ເມສາ" "|ພຶດສະພາ" "|ມິຖຸນາ"
       "|ກໍລະກົດ" "|ສິງຫາ" "|ກັນຍາ" "|ຕຸລາ" "|ພະຈິກ" "|ທັນວາ"
       "|ມ.ກ" "|ກ.ພ" "|ມ.ນ" "|ມ.ສ" "|ພ.ພ" "|ມິ.ຖ"
       "|ກ.ລ" "|ສ.ຫ" "|ກ.ຍ" "|ຕ.ລ" "|ພ.ຈ" "|ທ.ວ")
MONTHS("km",
       "មករា" "|កុម្ភៈ" "|មីនា" "|មេសា" "|ឧសភា" "|មិថុនា"
       "|កក្កដា" "|សីហា" "|កញ្ញា" "|តុលា" "|វិច្ឆិកា" "|ធ្នូ")
MONTHS("my",
       "ဇန်နဝါရီ" "|ဖေဖော်ဝါရီ" "|မတ်" "|ဧပြီ" "|မေ" "|ဇွန်"
       "|ဇူလိုင်" "|ဩဂုတ်" "|စက်တင်ဘာ" "|အောက်တိုဘာ" "|နိုဝင်ဘာ" "|ဒီဇင်ဘာ"
       "|ဇန်" "|ဖေ" "|ဇူ" "|စက်" "|အောက်" "|နို"
       "|ဒီ")
MONTHS("id",
       "januari" "|februari" "|maret" "|april" "|mei" "|juni"
       "|juli" "|agustus" "|september" "|oktober" "|november" "|desember"
       "|jan" "|feb" "|mar" "|apr" "|jun" "|jul"
       "|agu" "|sep" "|okt" "|nov" "|des")
MONTHS("ms",
       "januari" "|februari" "|mac" "|april" "|mei" "|jun"
       "|julai" "|ogos" "|september" "|oktober" "|november" "|disember"
       "|jan" "|feb" "|apr" "|jul" "|ogo" "|sep"
       "|okt" "|nov" "|dis")
MONTHS("tl",
       "enero" "|pebrero" "|marso" "|abril" "|mayo" "|hunyo"
       "|hulyo" "|agosto" "|setyembre" "|oktubre" "|nobyembre" "|disyembre"
       "|ene" "|peb" "|mar" "|abr" "|may" "|hun"
       "|hul" "|ago" "|set" "|okt" "|nob" "|dis")
MONTHS("am",
       "ጃንዩወሪ" "|ፌብሩወሪ" "|ማርች" "|ኤፕሪል" "|ሜይ" "|ጁን"
       "|ጁላይ" "|ኦገስት" "|ሴፕቴምበር" "|ኦክቶበር" "|ኖቬምበር" "|ዲሴምበር"
       "|ጃንዩ" "|ፌብሩ" "|ኤፕሪ" "|ኦገስ" "|ሴፕቴ" "|ኦክቶ"
       "|ኖቬም" "|ዲሴም")
MONTHS("hy",
       "հունվարի" "|փետրվարի" "|մարտի" "|ապրիլի" "|մայիսի" "|հունիսի"
       "|հուլիսի" "|օգոստոսի" "|սեպտեմբերի" "|հոկտեմբերի" "|նոյեմբերի" "|դեկտեմբերի"
       "|հունվար" "|փետրվար" "|մարտ" "|ապրիլ" "|մայիս" "|հունիս"
       "|հուլիս" "|օգոստոս" "|սեպտեմբեր" "|հոկտեմբեր" "|նոյեմբեր" "|դեկտեմբեր"
       "|հնվ" "|փտվ" "|մրտ" "|ապր" "|մյս" "|հնս"
       "|հլս" "|օգս" "|սեպ" "|հոկ" "|նոյ" "|դեկ")
MONTHS("ka",
       "იანვარი" "|თებერვალი" "|მარტი" "|აპრილი" "|მაისი" "|ივნისი"
       "|ივლისი" "|აგვისტო" "|სექტემბერი" "|ოქტომბერი" "|ნოემბერი" "|დეკემბერი"
       "|იან" "|თებ" "|მარ" "|აპრ" "|მაი" "|ივნ"
       "|ივლ" "|აგვ" "|სექ" "|ოქტ" "|ნოე" "|დეკ")
MONTHS("sw",
       "januari" "|februari" "|machi" "|aprili" "|mei" "|juni"
       "|julai" "|agosti" "|septemba" "|oktoba" "|novemba" "|desemba"
       "|jan" "|feb" "|mac" "|apr" "|jun" "|jul"
       "|ago" "|sep" "|okt" "|nov" "|des")
MONTHS("so",
       "bisha koobaad" "|bisha labaad" "|bisha saddexaad" "|bisha afraad" "|bisha shanaad" "|bisha lixaad"
       "|bisha todobaad" "|bisha sideedaad" "|bisha sagaalaad" "|bisha tobnaad" "|bisha kow iyo tobnaad" "|bisha laba iyo tobnaad"
       "|jannaayo" "|febraayo" "|maarso" "|abriil" "|may" "|juun"
       "|luuliyo" "|ogosto" "|sebteembar" "|oktoobar" "|noofeembar" "|diseembar"
       "|jan" "|feb" "|mar" "|abr" "|jun" "|lul"
       "|ogs" "|seb" "|okt" "|nof" "|dis")
MONTHS("sv",
       "januari" "|februari" "|mars" "|april" "|maj" "|juni"
       "|juli" "|augusti" "|september" "|oktober" "|november" "|december"
       "|jan" "|feb" "|apr" "|aug" "|sep" "|okt"
       "|nov" "|dec")
MONTHS("da",
       "januar" "|februar" "|marts" "|april" "|maj" "|juni"
       "|juli" "|august" "|september" "|oktober" "|november" "|december"
       "|jan" "|feb" "|mar" "|apr" "|jun" "|jul"
       "|aug" "|sep" "|okt" "|nov" "|dec")
MONTHS("nb",
       "januar" "|februar" "|mars" "|april" "|mai" "|juni"
       "|juli" "|august" "|september" "|oktober" "|november" "|desember"
       "|jan" "|feb" "|mar" "|apr" "|jun" "|jul"
       "|aug" "|sep" "|okt" "|nov" "|des")
MONTHS("fi",
       "tammikuuta" "|helmikuuta" "|maaliskuuta" "|huhtikuuta" "|toukokuuta" "|kesäkuuta"
       "|heinäkuuta" "|elokuuta" "|syyskuuta" "|lokakuuta" "|marraskuuta" "|joulukuuta"
       "|tammikuu" "|helmikuu" "|maaliskuu" "|huhtikuu" "|toukokuu" "|kesäkuu"
       "|heinäkuu" "|elokuu" "|syyskuu" "|lokakuu" "|marraskuu" "|joulukuu"
       "|tammik" "|helmik" "|maalisk" "|huhtik" "|toukok" "|kesäk"
       "|heinäk" "|elok" "|syysk" "|lokak" "|marrask" "|jouluk"
       "|tammi" "|helmi" "|maalis" "|huhti" "|touko" "|kesä"
       "|heinä" "|elo" "|syys" "|loka" "|marras" "|joulu")
