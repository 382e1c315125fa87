// Rows for mixture.c: language, direction, text of our own. Words are taken singly or as they follow each other.
SAMPLE("en", false, "Take one tablet with a glass of water; call 020 7946 0018 if AVATAR To Wa. fever, office, affix!")
SAMPLE("vi", false,
       "Sức khỏe là vốn quý nhất. Uống thuốc đúng giờ, nghỉ ngơi đầy đủ và ăn nhiều rau quả. Những người đã được")
SAMPLE("de", false, "Blutdruck\u00ADmessung täglich; Größe, Übelkeit, Schwäche – „nach dem Essen“ 2 × 500 mg, ß STRAẞE")
SAMPLE("fr", false, "Prenez l’œuf à jeun : « c’est sûr » ; où ça ? Déjà vu, garçon, cœur, naïve, 37,5 °C !")
SAMPLE("pl", false, "Zażółć gęślą jaźń, proszę pić dużo wody, źdźbło, łóżko, święto")
SAMPLE("tr", false, "İlacı sabah ve akşam alınız; ılık su, ağrı, şeker, çocuk, göğüs, fi fı Iğdır")
SAMPLE("is", false, "Þetta er lyf við hálsbólgu, ðag, ævi, ö")
SAMPLE("la", false,
       "e\u0301a\u0302o\u0308u\u0328\u0301 n\u0303 x\u0302\u0323\u0304 m\u0304\u0301 q\u0307 ẹ́ ọ̀ s\u0323\u0307")
SAMPLE("el", false, "Πάρτε ένα χάπι με νερό· ρωτήστε τον γιατρό σας. ᾳδει ᾧ ΐ Άνθρωπος ΑΫ")
SAMPLE("ru", false, "Принимайте по одной таблетке утром; позвоните врачу, если ёж. Й и́ва ГТА РУА")
SAMPLE("sr", false, "Узимајте лек пре јела: ђак, љубав, њива, џем, ћуп бгдпт")
SAMPLE("uk", false, "Приймайте ліки їжею, ґудзик, об’єкт, є")
SAMPLE("hy", false, "Խմեք շատ ջուր և հանգստացեք։ Առողջություն, մեկ, ֆիլմ՞ ՀՀ")
SAMPLE("ka", false,
       "დალიეთ ბევრი წყალი და დაისვენეთ. ჯანმრთელობა "
       "ᲯᲐᲜ")
SAMPLE("ar", true, "تناول قرصًا واحدًا بعد الأكل، واتصل بالطبيب على ٠٢٠٧٩٤٦ إذا ارتفعت الحرارة؟ لا إله الله كَتَبَ لأن الآن")
SAMPLE("fa", true,
       "می‌خواهم آب بنوشم؛ کتاب‌های پزشکی، گچ پژوهش ۱۲۳۴ و ۵٫۵ لاله")
SAMPLE("ur", true, "ہر روز ایک گولی کھائیں، ڈاکٹر سے پوچھیں۔ ٹھیک ہے؟ گھر میں ۴۵۶ لڑکی")
SAMPLE("he", true, "קחו כדור אחד עם כוס מים; התקשרו לרופא 03-1234567. שָׁלוֹם בְּרֵאשִׁית אֱלֹהִים ״צה״ל״ כל־כך")
SAMPLE("yi", true, "געזונט איז דער בעסטער אוצר, פֿאַר אײַך ייִדיש")
SAMPLE("hi", false, "रोज़ सुबह एक गोली लें। डॉक्टर से पूछें, स्वास्थ्य, क्षत्रिय, ज्ञान, र्कि द्ध्र्य कर्त्तव्य १२३ ॐ")
SAMPLE("mr", false, "आरोग्य हीच खरी संपत्ती, ऱ्हास, कॅल्शियम, ळ")
SAMPLE("bn", false,
       "প্রতিদিন সকালে একটি বড়ি খান। স্বাস্থ্য, ক্ষুধা, র‍্যাম, কর্ম, জ্ঞান, "
       "ৎ "
       "১২৩ "
       "ো "
       "কো "
       "কৌ")
SAMPLE("ta", false, "தினமும் காலையில் ஒரு மாத்திரை. ஸ்ரீ க்ஷ கொ கோ கௌ உடல்நலம் னை")
SAMPLE("pa", false, "ਸਿਹਤ ਸਭ ਤੋਂ ਵੱਡੀ ਦੌਲਤ ਹੈ, ਪ੍ਰਕਾਸ਼")
SAMPLE("gu", false, "આરોગ્ય એ જ સંપત્તિ, ક્ષમા, ર્કિ")
SAMPLE("te", false, "ఆరోగ్యమే మహాభాగ్యం, క్ష్మి స్త్రీ")
SAMPLE("kn", false, "ಆರೋಗ್ಯವೇ ಭಾಗ್ಯ, ಸ್ತ್ರೀ ರ್ಕಿ")
SAMPLE("ml", false, "ആരോഗ്യം സമ്പത്ത്, ക്ഷ ന്റെ ൻ ക്രി")
SAMPLE("si", false, "සෞඛ්‍යය ධනයයි, ශ්‍රී ක්‍ෂ")
SAMPLE("th", false, "รับประทานยาวันละหนึ่งเม็ดหลังอาหาร น้ำ ที่ ปิ่น ป้า ญู ฐุ ฤๅ กำ ดื่มน้ำมากๆ ๑๒๓")
SAMPLE("lo", false, "ກິນຢາມື້ລະເມັດຫຼັງອາຫານ ນ້ຳ ທີ່ ສຸຂະພາບ ໑໒໓ ກໍາ")
SAMPLE("km", false, "លេបថ្នាំមួយគ្រាប់ក្រោយអាហារ សុខភាព ស្ត្រី ក្រុម ញ៉ាំ កម្ពុជា ១២៣")
SAMPLE("my", false, "ဆေးတစ်လုံးကို အစာစားပြီးသောက်ပါ။ ကျန်းမာရေး မြန်မာ င်္က ကြွယ် ဣန္ဒြေ ၁၂၃")
SAMPLE("am", false, "በየቀኑ አንድ ክኒን ይውሰዱ። ጤና፣ ውሃ፤ ሐኪም ፩፪፫")
SAMPLE("bo", false, "སྨན་འདི་ཉིན་རེ་བཞིན། རྒྱུ སྐྱོབ་ ༡༢༣")
SAMPLE("zh-Hans", false, "每天早饭后服一片药，多喝水。如果发烧（38.5℃以上），请打电话“120”！骨直令角")
SAMPLE("zh-Hant", false, "每天早飯後服一片藥，多喝水。如果發燒，請打「119」電話……骨直令角")
SAMPLE("ja", false,
       "毎日、朝食のあとに一錠をお飲みください。「熱が38℃以上」のときは、ゃゅょッー～電話を。骨直令が か\u3099 "
       "葛\U000E0100城 辻\U000E0101")
SAMPLE("ko", false, "매일 아침 식사 후 한 알을 드세요. 열이 나면 전화하세요! ᄒᆞᆫ글 각 ㄱㄴ")
SAMPLE("ti", false, "መድሓኒትኩም ብግቡእ ውሰዱ። ጥዕና")
SAMPLE("dv", true, "ދުވާލަކު އެއް ގުޅަ ކައްވާ، ސިއްހަތު")
SAMPLE("chr", false, "ᎤᏙᎯᏳᎯ ᎠᏓᏅᏖᏗ")
SAMPLE("iu", false, "ᐃᓄᒃᑎᑐᑦ ᐋᓐᓂᐊᕐᕕᒃ")
SAMPLE("syr", true, "ܫܠܡܐ ܚܘܠܡܢܐ ܠܐ ܐܝܬ")
SAMPLE("en", false, "1 2.5 3,000 10:30 5 mg 37.5 °C 2026-02-28 50% €20 №7 ½ x² H₂O → ± ≤ 3×4 a/b and/or TCP/IP AV-To")
SAMPLE("en", false,
       "👍 😀 👨‍👩‍👧 🇩🇪 ☎️ ❤️ ✔ ★ ☎\uFE0E ☐ ☑ ⚠️ 1️⃣ 🏽 👋🏽 ∑ "
       "∫ "
       "√ "
       "⟶ "
       "◆ "
       "♿")
SAMPLE("en", false, "(one) [two] {three} “four” ‘five’ «six» (שלום) [سلام] （七） 「八」 (中文) <a> ⟨b⟩ (ไทย) „neun“")
SAMPLE("en", false,
       "https://www.example.org/very/long/path?with=queries&and=more name@example.org A/B/C/D/E/F/G/H/I/J/K/L")
