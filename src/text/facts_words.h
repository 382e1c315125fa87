// clang-format off
// Words that facts are told by: kind, language ("": all), words in lower case. Names of months are in facts_months.h.
// A space in a word stands for any one space in the text.

// units of measure, and what is counted with them
WORDS(UNIT, "", "%|‰|°|°c|°f|℃|℉|° c|° f|k|mg|g|kg|mcg|µg|μg|ng|pg|t|lb|lbs|oz|ml|cl|dl|l|µl|μl|fl oz|mm|cm|dm|m|km|µm|"
    "μm|nm|ft|yd|mm²|cm²|m²|km²|cm³|m³|mmhg|mm hg|cmh2o|kpa|pa|hpa|bar|mbar|kcal|cal|kj|j|mj|w|kw|mw|kwh|wh|v|mv|"
    "kv|ma|ah|mah|hz|khz|mhz|ghz|mol|mmol|µmol|μmol|nmol|pmol|mol/l|mmol/l|µmol/l|mmol/mol|mg/l|mg/dl|g/l|g/dl|"
    "ng/ml|mg/ml|mg/kg|u/l|iu/l|iu|miu|iu/ml|bpm|db|gy|mgy|sv|msv|bq|mbq|ci|mci|ppm|ppb|px|pt|dpi|kb|mb|gb|tb|kib|mib|"
    "gib|bit|kbit/s|mbit/s|gbit/s|s|ms|µs|h|min|km/h|m/s|cm/s|rpm|x10|×10")
WORDS(UNIT, "en", "sec|secs|second|seconds|minute|minutes|mins|hr|hrs|hour|hours|day|days|night|nights|week|weeks|month|months|yr|yrs|year|years|"
    "mph|mg/day|tablet|tablets|capsule|capsules|tab|tabs|cap|caps|puff|puffs|drop|drops|dose|doses|times|tsp|tbsp|teaspoon|"
    "teaspoons|tablespoon|tablespoons|unit|units|cup|cups|percent|per cent|million|billion|inches|feet|miles|pounds|stone|pints")
WORDS(UNIT, "es", "segundos|minuto|minutos|hora|horas|día|días|semana|semanas|mes|meses|año|años|comprimido|comprimidos|cápsula|cápsulas|"
    "gota|gotas|dosis|vez|veces|ui|millones")
WORDS(UNIT, "de", "sekunden|minute|minuten|std|stunde|stunden|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|tablette|"
    "tabletten|kapsel|kapseln|tropfen|hübe|ie|i. e|mal|prozent|millionen|mio|mrd|el|tl|stück")
WORDS(UNIT, "fr", "secondes|minute|minutes|heure|heures|jour|jours|semaine|semaines|mois|an|ans|année|années|comprimé|comprimés|gélule|"
    "gélules|goutte|gouttes|dose|doses|fois|ui|millions|pour cent")
WORDS(UNIT, "it", "secondi|minuto|minuti|ora|ore|giorno|giorni|settimana|settimane|mese|mesi|anno|anni|compressa|compresse|capsula|capsule|"
    "goccia|gocce|dosi|volta|volte|ui|milioni")
WORDS(UNIT, "pt", "segundos|minuto|minutos|hora|horas|dia|dias|semana|semanas|mês|meses|ano|anos|comprimido|comprimidos|cápsula|cápsulas|"
    "gota|gotas|doses|vez|vezes|ui|milhões")
WORDS(UNIT, "nl", "seconden|minuut|minuten|uur|uren|dag|dagen|week|weken|maand|maanden|jaar|tablet|tabletten|capsule|capsules|druppel|"
    "druppels|keer|maal|ie|miljoen|procent")
WORDS(UNIT, "sv", "sekunder|minut|minuter|timme|timmar|tim|dag|dagar|vecka|veckor|månad|månader|år|tablett|tabletter|kapsel|kapslar|droppar|"
    "gång|gånger|procent|miljoner")
WORDS(UNIT, "da", "sekunder|minut|minutter|time|timer|dag|dage|uge|uger|måned|måneder|år|tablet|tabletter|kapsel|kapsler|dråber|gang|gange|"
    "procent|millioner")
WORDS(UNIT, "nb", "sekunder|minutt|minutter|time|timer|dag|dager|døgn|uke|uker|måned|måneder|år|tablett|tabletter|kapsel|kapsler|dråper|gang|"
    "ganger|prosent|millioner")
WORDS(UNIT, "fi", "sekuntia|minuutti|minuuttia|tunti|tuntia|päivä|päivää|viikko|viikkoa|kuukausi|kuukautta|vuosi|vuotta|tabletti|tablettia|"
    "kapselia|tippaa|kertaa|prosenttia|miljoonaa")
WORDS(UNIT, "pl", "sekund|minuta|minuty|minut|godz|godzina|godziny|godzin|dzień|dni|tydzień|tygodnie|tygodni|miesiąc|miesiące|miesięcy|rok|lata|"
    "lat|tabletka|tabletki|tabletek|kapsułka|kapsułki|kropli|krople|raz|razy|mln|mld|tys|j.m")
WORDS(UNIT, "cs", "sekund|minuta|minuty|minut|hod|hodina|hodiny|hodin|den|dny|dní|týden|týdny|týdnů|měsíc|měsíce|měsíců|rok|roky|let|tableta|"
    "tablety|tablet|tobolka|tobolky|kapek|krát|mil|tis")
WORDS(UNIT, "sk", "sekúnd|minúta|minúty|minút|hod|hodina|hodiny|hodín|deň|dni|dní|týždeň|týždne|týždňov|mesiac|mesiace|mesiacov|rok|roky|rokov|"
    "tableta|tablety|tabliet|kapsula|kvapiek|krát|mil|tis")
WORDS(UNIT, "hu", "perc|másodperc|óra|órát|nap|napig|hét|hétig|hónap|hónapig|év|éves|tabletta|kapszula|csepp|alkalommal|százalék|millió")
WORDS(UNIT, "ro", "secunde|minut|minute|oră|ore|zi|zile|săptămână|săptămâni|lună|luni|an|ani|comprimat|comprimate|capsule|picături|ori|milioane")
WORDS(UNIT, "tr", "saniye|dakika|dk|saat|gün|hafta|ay|yıl|yaş|tablet|kapsül|damla|kez|kere|defa|milyon")
WORDS(UNIT, "ru", "мг|г|кг|мкг|мл|л|мм|см|м|км|мм рт. ст|ме|ед|сек|с|мин|ч|час|часа|часов|день|дня|дней|сут|неделя|недели|недель|месяц|месяца|"
    "месяцев|мес|год|года|лет|таблетка|таблетки|таблеток|капсула|капсулы|капсул|капель|капли|раз|раза|тыс|млн|млрд|ккал|°с")
WORDS(UNIT, "uk", "мг|г|кг|мкг|мл|л|мм|см|м|км|мм рт. ст|мо|од|сек|с|хв|год|година|години|годин|день|дні|днів|тиждень|тижні|тижнів|місяць|місяці|"
    "місяців|міс|рік|роки|років|таблетка|таблетки|таблеток|капсула|капсули|капсул|крапель|раз|рази|разів|тис|млн|млрд|ккал|р|року")
WORDS(UNIT, "bg", "мг|г|кг|мкг|мл|л|мм|см|м|км|сек|мин|ч|час|часа|ден|дни|дена|седмица|седмици|месец|месеца|година|години|таблетка|таблетки|капсула|"
    "капсули|капки|път|пъти|млн|хил")
WORDS(UNIT, "el", "δευτερόλεπτα|λεπτά|ώρα|ώρες|ημέρα|ημέρες|μέρες|εβδομάδα|εβδομάδες|μήνας|μήνες|έτος|έτη|χρόνια|ετών|δισκίο|δισκία|κάψουλα|κάψουλες|"
    "σταγόνες|φορά|φορές|εκατομμύρια")
WORDS(UNIT, "ar", "ملغ|مجم|مغ|غ|غم|جم|كغ|كجم|مل|ملل|ل|مم|سم|م|كم|دقيقة|دقائق|ساعة|ساعات|يوم|يومًا|أيام|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|حبة|حبات|قرص|أقراص|"
    "كبسولة|كبسولات|قطرات|مرة|مرات|٪|مليون")
WORDS(UNIT, "fa", "میلی‌گرم|میلی گرم|گرم|کیلوگرم|میلی‌لیتر|میلی لیتر|لیتر|سانتی‌متر|متر|دقیقه|ساعت|روز|هفته|ماه|سال|قرص|کپسول|قطره|بار|٪|درصد|میلیون")
WORDS(UNIT, "ur", "ملی گرام|گرام|کلو|ملی لیٹر|لیٹر|منٹ|گھنٹے|گھنٹہ|دن|ہفتے|ہفتہ|ماہ|مہینے|سال|گولی|گولیاں|قطرے|بار|فیصد")
WORDS(UNIT, "he", "מ\"ג|מ״ג|גרם|ק\"ג|ק״ג|מ\"ל|מ״ל|ליטר|מ\"מ|ס\"מ|ס״מ|מטר|דקות|שעה|שעות|יום|ימים|שבוע|שבועות|חודש|חודשים|שנה|שנים|כדור|כדורים|טבליות|טיפות|"
    "פעמים|אחוז|אחוזים|מיליון")
WORDS(UNIT, "hi", "मिलीग्राम|मि.ग्रा|ग्राम|किलो|किग्रा|मिलीलीटर|मिली|लीटर|मिनट|घंटा|घंटे|दिन|सप्ताह|हफ़्ते|महीना|महीने|वर्ष|साल|गोली|गोलियाँ|गोलियां|बूँदें|बार|प्रतिशत")
WORDS(UNIT, "bn", "মিলিগ্রাম|মিগ্রা|গ্রাম|কেজি|মিলি|মিলিলিটার|লিটার|মিনিট|ঘণ্টা|ঘন্টা|দিন|সপ্তাহ|মাস|বছর|ট্যাবলেট|ক্যাপসুল|ফোঁটা|বার|শতাংশ|টি")
WORDS(UNIT, "ta", "மி.கி|கிராம்|கிலோ|மி.லி|லிட்டர்|நிமிடங்கள்|மணி|மணிநேரம்|நாள்|நாட்கள்|வாரம்|வாரங்கள்|மாதம்|மாதங்கள்|ஆண்டு|ஆண்டுகள்|மாத்திரை|மாத்திரைகள்|முறை|சதவீதம்")
WORDS(UNIT, "th", "มก.|มิลลิกรัม|กรัม|ก.|กก.|กิโลกรัม|มล.|มิลลิลิตร|ลิตร|ซม.|เซนติเมตร|เมตร|นาที|ชั่วโมง|ชม.|วัน|สัปดาห์|เดือน|ปี|เม็ด|แคปซูล|หยด|ครั้ง|น.|บาท")
WORDS(UNIT, "vi", "phút|giờ|giây|ngày|tuần|tháng|năm|tuổi|viên|giọt|lần|liều|phần trăm|triệu|đồng")
WORDS(UNIT, "id", "detik|menit|jam|hari|minggu|bulan|tahun|tablet|kapsul|tetes|kali|persen|juta")
WORDS(UNIT, "zh", "毫克|克|公斤|千克|微克|毫升|升|毫米|厘米|公分|米|公里|度|摄氏度|天|日|周|週|个月|個月|月|年|小时|小時|分钟|分鐘|分|秒|岁|歲|次|片|粒|颗|顆|滴|倍|元|万|萬|亿|億|号|號|页|頁|"
    "章|人|个|個|名")
WORDS(UNIT, "ja", "ミリグラム|グラム|キログラム|ミリリットル|リットル|センチ|メートル|度|日間|日|週間|か月|カ月|ヶ月|ヵ月|月|年間|年|時間|時|分間|分|秒|歳|才|回|錠|カプセル|包|滴|倍|円|万|億|号|頁|"
    "ページ|章|人|名|個|本|枚")
WORDS(UNIT, "ko", "밀리그램|그램|킬로그램|밀리리터|리터|센티미터|미터|도|일간|일|주|주일|개월|월|년|시간|시|분|초|세|살|회|번|정|캡슐|방울|배|원|만|억|호|명|개|퍼센트")
WORDS(UNIT, "am", "ሚ.ግ|ግራም|ኪሎ|ሊትር|ደቂቃ|ሰዓት|ቀን|ቀናት|ሳምንት|ሳምንታት|ወር|ወራት|ዓመት|ጊዜ")
WORDS(UNIT, "km", "មីលីក្រាម|ក្រាម|គីឡូ|លីត្រ|នាទី|ម៉ោង|ថ្ងៃ|សប្តាហ៍|ខែ|ឆ្នាំ|គ្រាប់|ដង")
WORDS(UNIT, "sw", "dakika|saa|siku|wiki|miezi|mwezi|miaka|mwaka|vidonge|mara|asilimia")
WORDS(UNIT, "so", "daqiiqo|saacadood|maalmood|toddobaad|bilood|sano|jeer")

// what stands behind a time of day, or begins it
WORDS(DAY_PART, "en", "am|pm|a.m|p.m|a. m|p. m|noon|o'clock|o’clock|hrs")
WORDS(DAY_PART, "es", "a.m|p.m|a. m|p. m|am|pm|h|hs|hrs")
WORDS(DAY_PART, "el", "π.μ|μ.μ|πμ|μμ")
WORDS(DAY_PART, "ar", "ص|م|صباحًا|صباحا|مساءً|مساء")
WORDS(DAY_PART, "zh", "上午|下午|早上|晚上|中午|凌晨")
WORDS(DAY_PART, "ja", "午前|午後")
WORDS(DAY_PART, "ko", "오전|오후")
WORDS(DAY_PART, "sq", "pd|md")
WORDS(CLOCK, "de", "uhr")
WORDS(CLOCK, "fr", "h|heures|heure")
WORDS(CLOCK, "pt", "h|horas")
WORDS(CLOCK, "nl", "uur|u")
WORDS(CLOCK, "ca", "h")
WORDS(CLOCK, "bg", "ч|часа")
WORDS(CLOCK, "ru", "ч|час|часа|часов")
WORDS(CLOCK, "cs", "hod|hodin")
WORDS(CLOCK, "sk", "hod|hodine")
WORDS(CLOCK, "ja", "時")
WORDS(CLOCK, "zh", "时|時|点|點")
WORDS(CLOCK, "ko", "시")

// what a number belongs to and stands behind
WORDS(REFERENCE, "", "§|§§|№|#|n°|nº|tel|fax|isbn|issn|doi|iso")
WORDS(REFERENCE, "en", "no|nos|nr|p|pp|page|pages|ch|chapter|sec|section|fig|figs|figure|figures|table|tables|step|steps|part|room|ward|floor|level|"
    "appendix|vol|version|grade|stage|type|phase|day|week|year|aged|age|box|phone|ext|question|note|line|bed|gate")
WORDS(REFERENCE, "es", "n.º|núm|pág|págs|página|capítulo|sección|fig|figura|tabla|paso|parte|sala|planta|vol|teléfono|tel|tfno|art|apartado")
WORDS(REFERENCE, "de", "nr|s|seite|kap|kapitel|abschnitt|abb|abbildung|tab|tabelle|schritt|teil|raum|zimmer|station|art|abs|bd|telefon|um|stufe|phase|typ|tag")
WORDS(REFERENCE, "fr", "n°|no|p|pp|page|pages|chap|chapitre|section|fig|figure|tableau|étape|partie|salle|chambre|étage|art|vol|tél|téléphone|type|stade")
WORDS(REFERENCE, "it", "n|num|pag|pagina|cap|capitolo|sezione|fig|figura|tab|tabella|passo|parte|sala|stanza|piano|art|vol|telefono|ore")
WORDS(REFERENCE, "pt", "n.º|nº|pág|página|cap|capítulo|secção|seção|fig|figura|tabela|passo|parte|sala|quarto|piso|art|vol|telefone")
WORDS(REFERENCE, "nl", "nr|p|blz|pagina|hoofdstuk|paragraaf|fig|figuur|tabel|stap|deel|kamer|art|telefoon|om")
WORDS(REFERENCE, "sv", "nr|s|sid|sidan|kap|kapitel|avsnitt|fig|figur|tabell|steg|del|rum|avd|kl|klockan|telefon")
WORDS(REFERENCE, "da", "nr|s|side|kap|kapitel|afsnit|fig|figur|tabel|trin|del|stue|kl|klokken|tlf")
WORDS(REFERENCE, "nb", "nr|s|side|kap|kapittel|avsnitt|fig|figur|tabell|trinn|del|rom|kl|klokken|tlf")
WORDS(REFERENCE, "fi", "nro|s|sivu|luku|kuva|taulukko|vaihe|osa|huone|klo|kello|puh")
WORDS(REFERENCE, "pl", "nr|s|str|strona|rozdz|rozdział|rys|tab|tabela|krok|część|sala|pokój|art|ust|pkt|godz|o godz")
WORDS(REFERENCE, "cs", "č|čís|s|str|strana|kap|kapitola|obr|obrázek|tab|tabulka|krok|část|pokoj|čl|odst")
WORDS(REFERENCE, "sk", "č|čís|s|str|strana|kap|kapitola|obr|obrázok|tab|tabuľka|krok|časť|izba|čl|ods")
WORDS(REFERENCE, "hu", "tel|kb")
WORDS(REFERENCE, "ro", "nr|p|pag|pagina|cap|capitolul|fig|figura|tabelul|pasul|partea|camera|art|vol|ora")
WORDS(REFERENCE, "tr", "no|s|sayfa|bölüm|şekil|tablo|adım|oda|kat|tel|saat")
WORDS(REFERENCE, "ru", "с|стр|гл|глава|разд|раздел|рис|рисунок|табл|таблица|шаг|часть|каб|кабинет|палата|п|пп|ст|т|тел|ок")
WORDS(REFERENCE, "uk", "с|стор|гл|розділ|рис|рисунок|табл|таблиця|крок|частина|каб|кабінет|палата|п|ст|т|тел")
WORDS(REFERENCE, "bg", "с|стр|гл|глава|раздел|фиг|табл|таблица|стъпка|част|стая|чл|ал|т|тел")
WORDS(REFERENCE, "el", "αρ|αριθ|σ|σελ|σελίδα|κεφ|κεφάλαιο|εικ|εικόνα|πίν|πίνακας|βήμα|μέρος|τηλ")
WORDS(REFERENCE, "ar", "رقم|ص|صفحة|فصل|الفصل|شكل|الشكل|جدول|الجدول|خطوة|الخطوة|غرفة|هاتف|الساعة")
WORDS(REFERENCE, "fa", "شماره|ص|صفحه|فصل|شکل|جدول|مرحله|اتاق|تلفن|ساعت")
WORDS(REFERENCE, "he", "מס׳|מס'|עמ׳|עמ'|עמוד|פרק|איור|טבלה|שלב|חדר|טל׳|טל'|שעה|בשעה")
WORDS(REFERENCE, "hi", "पृष्ठ|अध्याय|चित्र|तालिका|चरण|भाग|कमरा|फ़ोन|फोन")
WORDS(REFERENCE, "vi", "số|trang|chương|hình|bảng|bước|phần|phòng|tầng|ngày|tháng|năm|lúc|đt")
WORDS(REFERENCE, "id", "no|hal|halaman|bab|gambar|tabel|langkah|bagian|kamar|lantai|pukul|telp")
WORDS(REFERENCE, "th", "หน้า|บท|รูปที่|ตารางที่|ขั้นตอนที่|ห้อง|ชั้น|โทร.|เวลา|ข้อ|พ.ศ.|วันที่")
WORDS(REFERENCE, "zh", "第|图|圖|表|电话|電話")
WORDS(REFERENCE, "ja", "第|図|表|電話|令和|平成|昭和")
WORDS(REFERENCE, "ko", "제|그림|표|전화|쪽|단계")

// what a name stands behind
WORDS(TITLE, "en", "dr|drs|mr|mrs|ms|miss|mx|prof|professor|doctor|nurse|sister|sir|st")
WORDS(TITLE, "es", "dr|dra|sr|sra|srta|d|dña|prof|don|doña")
WORDS(TITLE, "de", "dr|prof|hr|fr|herr|frau|herrn|med|priv.-doz|pd")
WORDS(TITLE, "fr", "dr|pr|m|mm|mme|mlle|docteur|professeur|monsieur|madame|me")
WORDS(TITLE, "it", "dr|dott|dott.ssa|prof|prof.ssa|sig|sig.ra|sig.na|ing|avv")
WORDS(TITLE, "pt", "dr|dra|sr|sra|prof|profa|d")
WORDS(TITLE, "nl", "dr|drs|prof|dhr|mevr|mw|ir|mr")
WORDS(TITLE, "sv", "dr|prof")
WORDS(TITLE, "da", "dr|prof|hr|fru")
WORDS(TITLE, "nb", "dr|prof|hr|fru")
WORDS(TITLE, "fi", "dr|tri|prof")
WORDS(TITLE, "pl", "dr|prof|lek|mgr|inż|p|pan|pani")
WORDS(TITLE, "cs", "dr|prof|doc|mudr|mgr|ing|p|pan|paní")
WORDS(TITLE, "sk", "dr|prof|doc|mudr|mgr|ing|p|pán|pani")
WORDS(TITLE, "hu", "dr|prof|özv|ifj|id")
WORDS(TITLE, "ro", "dr|prof|dl|dna|d-l|d-na")
WORDS(TITLE, "tr", "dr|prof|doç|uzm|sn|op")
WORDS(TITLE, "ru", "д-р|проф|г-н|г-жа|им|акад|доц|доктор")
WORDS(TITLE, "uk", "д-р|проф|п|пан|пані|ім|акад|доц|лікар")
WORDS(TITLE, "bg", "д-р|проф|г-н|г-жа|доц")
WORDS(TITLE, "el", "δρ|κ|κα|κος|καθ")

// money
WORDS(CURRENCY, "", "€|$|£|¥|₹|₽|₺|₩|₪|₫|₴|₦|₱|฿|zł|kč|us$|a$|c$|hk$|r$|chf|eur|usd|gbp|jpy|cny|inr|rub|uah|pln|czk|huf|ron|bgn|sek|nok|dkk|try|"
    "krw|ils|vnd|sgd|aud|cad|nzd|zar|brl|mxn|aed|sar")
WORDS(CURRENCY, "de", "euro|fr|sfr|rp")
WORDS(CURRENCY, "en", "euros|pounds|dollars|pence|cents|rs")
WORDS(CURRENCY, "fr", "euros|euro|francs")
WORDS(CURRENCY, "es", "euros|pesos|dólares")
WORDS(CURRENCY, "it", "euro")
WORDS(CURRENCY, "nl", "euro")
WORDS(CURRENCY, "sv", "kr|kronor")
WORDS(CURRENCY, "da", "kr|kroner")
WORDS(CURRENCY, "nb", "kr|kroner")
WORDS(CURRENCY, "fi", "euroa")
WORDS(CURRENCY, "hu", "ft|forint")
WORDS(CURRENCY, "ro", "lei|leu")
WORDS(CURRENCY, "tr", "tl|lira")
WORDS(CURRENCY, "ru", "руб|р|рублей|рубля|коп")
WORDS(CURRENCY, "uk", "грн|гривень|коп")
WORDS(CURRENCY, "bg", "лв|лева|ст")
WORDS(CURRENCY, "el", "ευρώ")

// abbreviations of several words
WORDS(ABBREVIATION, "en", "e. g.|i. e.|a. m.|p. m.")
WORDS(ABBREVIATION, "de", "z. b.|d. h.|u. a.|u. u.|o. ä.|z. t.|s. o.|s. u.|v. a.|i. d. r.|u. v. m.|i. v.")
WORDS(ABBREVIATION, "fr", "p. ex.|c. à d.|s. v. p.|j.-c.")
WORDS(ABBREVIATION, "es", "p. ej.|ee. uu.|s. a.")
WORDS(ABBREVIATION, "it", "p. es.|a. c.|d. c.")
WORDS(ABBREVIATION, "pt", "p. ex.|v. ex.ª")
WORDS(ABBREVIATION, "nl", "o. a.|d. w. z.|m. b. t.")
WORDS(ABBREVIATION, "sv", "t. ex.|bl. a.|d. v. s.|m. m.|o. s. v.")
WORDS(ABBREVIATION, "da", "f. eks.|bl. a.|d. v. s.|m. m.|o. s. v.")
WORDS(ABBREVIATION, "nb", "f. eks.|bl. a.|d. v. s.|m. m.|o. s. v.")
WORDS(ABBREVIATION, "fi", "ks. s.|e. m.")
WORDS(ABBREVIATION, "pl", "m. in.|t. j.|n. e.|p. n. e.")
WORDS(ABBREVIATION, "cs", "t. j.|t. č.|t. r.|m. j.|n. l.")
WORDS(ABBREVIATION, "sk", "t. j.|t. č.|t. r.|m. j.")
WORDS(ABBREVIATION, "hu", "i. sz.|ú. n.")
WORDS(ABBREVIATION, "ru", "т. е.|т. д.|т. п.|т. к.|т. н.|н. э.|в т. ч.")
WORDS(ABBREVIATION, "uk", "т. д.|т. п.|н. е.|т. зв.")
WORDS(ABBREVIATION, "bg", "т. е.|т. н.|т. нар.|н. е.")
WORDS(ABBREVIATION, "el", "π. χ.|δηλ. ό.")

// what ties day, month and year
WORDS(OF, "en", "of")
WORDS(OF, "es", "de|del")
WORDS(OF, "pt", "de|do")
WORDS(OF, "lt", "m")
