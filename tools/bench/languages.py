"""Word material for the benchmark's texts, our own: what a language's words are made of, not what they mean.

A word is one of `small`, or a stem with at most one of `before` and of `after` around it; where `compound` is set, a
second stem may follow the first. The text is no sense, but its letters, lengths, variety and marks are those of the
language: what shaping, breaking and caching see. `space` stands between words; `marks` are comma, full stop and a pair of
quotes.
"""

LATIN = {"space": " ", "marks": (", ", ". ", "“", "”")}

LANGUAGES = {
    "en": {
        **LATIN,
        "font": "NotoSans",
        "small": "the of and to a in is you that it for with as your on are be or this at from by not have will can if may "
                 "we they was an which one all more her his has when who do about than so some them then there would other "
                 "into any only also how what these two no up out after before our been while where should because often each",
        "stems": "treat heal nurse bleed graft marrow donor patient doctor ward clinic blood cell bone heart lung kidney "
                 "liver stomach throat muscle tissue organ vein artery pulse breath cough fever chill ache swell bruise "
                 "wound bandage stitch needle inject inhale tablet capsule dose drip pump scan sample test result record "
                 "report letter form sign consent question answer visit travel appoint morning evening night week month "
                 "season weather kitchen garden window market street village river mountain bridge station carry walk "
                 "climb stand sit rest sleep wake dream drink water fruit bread sugar salt butter cheese apple carrot "
                 "potato tomato pepper garlic honey lemon orange cherry almond barley vinegar mild strong weak heavy light "
                 "bright dark warm cool clean dry damp sharp blunt smooth rough early late short long narrow broad steady "
                 "gentle quiet common rare simple complex normal regular sudden recent former careful use help hope care "
                 "pain harm fear doubt trust reason change return reach touch hold press turn move lift drop push pull "
                 "cover open close begin finish start stop wait call write read speak listen watch learn teach train guide "
                 "support advise plan check measure count weigh compare select collect protect prevent reduce increase "
                 "improve repair replace remove attach connect separate divide develop produce provide receive require "
                 "respond suggest suppose continue consider depend describe discover discuss examine explain express "
                 "follow happen identify include inform involve manage mention monitor notice observe obtain occur offer "
                 "operate perform prepare prescribe present promise propose publish recover refer relate release remain "
                 "remember repeat resist select serve settle share shelter shoulder silver spirit store stretch student "
                 "surface symptom system teacher theory thunder ticket transfer transplant trouble vessel virus vitamin",
        "before": "un re over pre dis mis in out sub inter under non fore counter",
        "after": "s ed ing er ers ment ments able ly ness ful less ation ations al ally ive ity ist ish like ward wise 's",
        "compound": 0.04,
    },
    "de": {
        **LATIN,
        "marks": (", ", ". ", "„", "“"),
        "font": "NotoSans",
        "small": "der die das und in zu den mit von sie ist des sich ein dem nicht für auf im eine als auch werden an aus er "
                 "hat dass nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis",
        "stems": "Blut Zell Knochen Mark Spender Kranken Haus Arzt Pflege Herz Lungen Nieren Leber Magen Hals Muskel Haut "
                 "Gewebe Puls Atem Husten Fieber Schmerz Wunde Verband Nadel Tabletten Dosis Probe Befund Bericht Brief Frage "
                 "Besuch Morgen Abend Nacht Woche Monat Jahr Küche Garten Fenster Markt Straße Dorf Fluss Berg Brücke Wasser "
                 "Obst Brot Zucker Salz Butter Käse Apfel Möhren Kartoffel Knoblauch Honig Zitronen Mandel Gerste Essig "
                 "Behandlung Vorsorge Untersuchung Beratung Übung Prüfung Größe Höhe Wärme Kälte Kraft Ruhe Hilfe Schutz",
        "before": "Vor Nach Über Unter Haupt Neben Gegen Mit",
        "after": "n en er es s lich liche lichen ung ungen keit los losen bar weise",
        "compound": 0.45,
    },
    "fr": {
        **LATIN,
        "marks": (", ", ". ", "« ", " »"),
        "font": "NotoSans",
        "small": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son "
                 "vous votre être aux cette mais comme on tout nous sa fait été aussi leur bien peut ces y deux très même où",
        "stems": "soign guér saign greff donn préleve hôpital médec infirm cœur poumon foi rein estomac gorg muscl tissu vein "
                 "artèr souffl toux fièvr frisson douleur enfl bless pans aiguill inject inhal comprim gélul dos perfus "
                 "analys résult dossi lettr formul sign accept question répons visit voyag matin soir nuit semain mois "
                 "saison cuisin jardin fenêtr march ru villag rivièr montagn gar port march mont repos dorm rêv boir frui "
                 "pain sucr beurr fromag pomm carott poivr ail miel citron orang ceris amand org vinaigr douc fort faibl "
                 "lourd légèr chaud frais propr humid précoc tard court long étroit larg régul prévent protèg amélior répar",
        "before": "re dé pré sur sous contre in anti inter",
        "after": "e es er é ée és ées ez ons ent ait ement ements tion tions able ables eur euse eurs ique iques ité al ales",
        "compound": 0.0,
    },
    "ru": {
        **LATIN,
        "marks": (", ", ". ", "«", "»"),
        "font": "NotoSans",
        "small": "и в не на что с по для как это он к из вы или от за при так у но если то его же до все их она мы быть был "
                 "только после может о ещё когда уже под их чтобы перед также без более через можно нужно ваш вам во со",
        "stems": "леч больн врач кров клет кост мозг донор сердц лёгк почк печен желуд горл мышц ткан вен пульс дыхан кашл "
                 "темпера озноб бол опух ран повяз игл укол таблет капсул доз капельн анализ ответ запис письм вопрос визит "
                 "поезд утр вечер ноч недел месяц погод кухн сад окн рын улиц дерев рек гор мост вод фрукт хлеб сахар сол "
                 "масл сыр яблок морков картоф чеснок мёд лимон вишн миндал ячмен уксус слаб сильн тёпл холод чист сух "
                 "ранн поздн коротк длинн узк широк спокойн прост сложн обычн внезап осторожн помощ надежд забот защит",
        "before": "пере при вы по за от под без не раз об",
        "after": "а ы у ой е ам ами ах ов ого ому ый ая ое ые ых ить ает ают ил ила или ение ения ением ность ности ник ники",
        "compound": 0.02,
    },
    "el": {
        **LATIN,
        "marks": (", ", ". ", "«", "»"),
        "font": "NotoSans",
        "small": "και το να του η της με που την από για τα είναι ο των σε τον οι στο δεν στην θα τους στη τις μια ή ότι ένα "
                 "αν σας μας αυτό όταν πριν μετά πολύ πιο όπως μπορεί πρέπει κάθε χωρίς όλα εδώ εκεί γιατί πώς στα ως",
        "stems": "θεραπ ασθεν γιατρ αίματ κυττάρ οστ μυελ δότ καρδι πνεύμον νεφρ ήπατ στομάχ λαιμ μυ ιστ φλέβ αρτηρί σφυγμ "
                 "αναπν βήχ πυρετ ρίγ πόν οίδημ πληγ επίδεσμ βελόν ένεσ δισκί κάψουλ δόσ ορ εξέτασ αποτέλεσμ φάκελ γράμμ "
                 "ερώτησ απάντησ επίσκεψ ταξίδ πρω βράδ νύχτ εβδομάδ μήν εποχ καιρ κουζίν κήπ παράθυρ αγορ δρόμ χωρι ποτάμ "
                 "βουν γέφυρ νερ φρούτ ψωμ ζάχαρ αλάτ βούτυρ τυρ μήλ καρότ πατάτ σκόρδ μέλ λεμόν κεράσ αμύγδαλ ξίδ ήπι ισχυρ",
        "before": "ανα δια κατα μετα παρα περι προ συν υπο",
        "after": "ος ου ο οι ων ους α ας ες η ης ις εις εων ι ια ιού ιών ικός ική ικό ικά εύω εύει εύουν ώ ώντας ματα μάτων",
        "compound": 0.0,
    },
    "ar": {
        "space": " ",
        "marks": ("، ", ". ", "«", "»"),
        "font": "NotoNaskhArabic",
        "small": "في من على إلى أن هذا التي الذي عن مع هذه كان ما لا بعد قبل كل أو ثم قد لم إذا بين عند حتى غير منذ خلال هو هي "
                 "ذلك تلك كما لكن أي بعض جميع دون فوق تحت حول أيضا هناك هنا يجب يمكن أكثر أقل",
        "stems": "علاج مريض طبيب دم خلية عظم نخاع متبرع قلب رئة كلية كبد معدة حلق عضلة نسيج وريد شريان نبض تنفس سعال حرارة "
                 "ألم تورم جرح ضماد إبرة حقنة قرص كبسولة جرعة فحص نتيجة سجل رسالة استمارة توقيع موافقة سؤال جواب زيارة سفر "
                 "صباح مساء ليلة أسبوع شهر موسم طقس مطبخ حديقة نافذة سوق شارع قرية نهر جبل جسر محطة مشي نوم حلم ماء فاكهة "
                 "خبز سكر ملح زبدة جبن تفاح جزر بطاطس ثوم عسل ليمون كرز لوز شعير خل خفيف قوي ضعيف ثقيل دافئ بارد نظيف جاف "
                 "مبكر متأخر قصير طويل ضيق واسع هادئ بسيط معقد عادي مفاجئ حذر مساعدة أمل رعاية حماية تغيير عودة",
        "before": "ال و وال بال لل فال كال ب ل ف",
        "after": "ها هم كم نا ه ين ات ان ون ي ك",
        "compound": 0.0,
    },
    "he": {
        "space": " ",
        "marks": (", ", ". ", "„", "”"),
        "font": "NotoSansHebrew",
        "small": "של את על לא זה עם הוא כי גם או אם יש היא אל כל כך רק אחרי לפני בין עד יותר אבל מה אני אתה הם אין כמו אשר "
                 "אחד שני לכל כאשר מאוד עוד ללא תחת שלא היה יכול צריך אלה זאת",
        "stems": "טיפול חולה רופא דם תא עצם מח תורם לב ריאה כליה כבד קיבה גרון שריר רקמה וריד עורק דופק נשימה שיעול חום כאב "
                 "נפיחות פצע תחבושת מחט זריקה כדור כמוסה מנה בדיקה תוצאה רשומה מכתב טופס חתימה הסכמה שאלה תשובה ביקור נסיעה "
                 "בוקר ערב לילה שבוע חודש עונה מטבח גינה חלון שוק רחוב כפר נהר הר גשר תחנה הליכה שינה חלום מים פרי לחם סוכר "
                 "מלח חמאה גבינה תפוח גזר תפוד שום דבש לימון דובדבן שקד שעורה חומץ קל חזק חלש כבד חמים קריר נקי יבש מוקדם "
                 "מאוחר קצר ארוך צר רחב שקט פשוט מורכב רגיל פתאומי זהיר עזרה תקווה הגנה שינוי חזרה",
        "before": "ה ו ב ל מ ש כ וה בה לה שה מה",
        "after": "ים ות י ך ו ה נו כם הם יות",
        "compound": 0.0,
    },
    "hi": {
        "space": " ",
        "marks": (", ", "। ", "“", "”"),
        "font": "NotoSansDevanagari",
        "small": "के में है की से और का को पर यह एक ने हैं भी कि तो ही इस कर हो या आप जो नहीं था लिए अपने तक साथ बाद पहले "
                 "जब अगर सकते चाहिए कुछ सभी बहुत अधिक कम बिना बीच हर कोई क्या कैसे यदि ताकि",
        "stems": "इलाज मरीज़ डॉक्टर रक्त कोशिका हड्डी मज्जा दाता हृदय फेफड़ा गुर्दा यकृत पेट गला मांसपेशी ऊतक शिरा धमनी नाड़ी "
                 "श्वास खाँसी बुखार ठंड दर्द सूजन घाव पट्टी सुई टीका गोली कैप्सूल खुराक जाँच परिणाम अभिलेख पत्र प्रपत्र "
                 "हस्ताक्षर सहमति प्रश्न उत्तर भेंट यात्रा सुबह शाम रात सप्ताह महीना ऋतु मौसम रसोई बगीचा खिड़की बाज़ार सड़क "
                 "गाँव नदी पहाड़ पुल स्टेशन नींद सपना पानी फल रोटी चीनी नमक मक्खन पनीर सेब गाजर आलू लहसुन शहद नींबू बादाम "
                 "जौ सिरका हल्का तेज़ कमज़ोर भारी गर्म ठंडा साफ़ सूखा जल्दी देर छोटा लंबा चौड़ा शांत सरल जटिल सामान्य अचानक "
                 "सावधान सहायता आशा देखभाल सुरक्षा परिवर्तन वापसी स्वास्थ्य चिकित्सा",
        "before": "अ सु प्रति उप अनु वि सह निर् अति",
        "after": "ता त्व वाला वाले वाली पन कारी हीन पूर्ण शील गण जन कर मय युक्त",
        "compound": 0.05,
    },
    "th": {
        "space": "",
        "marks": (" ", " ", "“", "”"),
        "font": "NotoSansThai",
        "small": "ที่ และ ใน ของ เป็น การ มี ได้ ให้ จะ ไม่ กับ จาก ว่า หรือ ก็ แต่ โดย ต้อง เพื่อ ถ้า เมื่อ แล้ว อยู่ นี้ นั้น "
                 "ทุก บาง มาก น้อย ก่อน หลัง ระหว่าง ควร อาจ ตาม ถึง ด้วย",
        "stems": "รักษา ผู้ป่วย แพทย์ เลือด เซลล์ กระดูก ไขกระดูก ผู้บริจาค หัวใจ ปอด ไต ตับ กระเพาะ คอ กล้ามเนื้อ เนื้อเยื่อ "
                 "หลอดเลือด ชีพจร หายใจ ไอ ไข้ หนาว ปวด บวม แผล ผ้าพันแผล เข็ม ฉีดยา ยาเม็ด แคปซูล ขนาดยา ตรวจ ผลลัพธ์ บันทึก "
                 "จดหมาย แบบฟอร์ม ลงชื่อ ยินยอม คำถาม คำตอบ เยี่ยม เดินทาง เช้า เย็น กลางคืน สัปดาห์ เดือน ฤดู อากาศ ครัว สวน "
                 "หน้าต่าง ตลาด ถนน หมู่บ้าน แม่น้ำ ภูเขา สะพาน สถานี เดิน นอน ฝัน น้ำ ผลไม้ ขนมปัง น้ำตาล เกลือ เนย ชีส "
                 "แอปเปิล แครอท มันฝรั่ง กระเทียม น้ำผึ้ง มะนาว ส้ม ข้าว อ่อน แรง หนัก เบา อุ่น สะอาด แห้ง สั้น ยาว แคบ กว้าง "
                 "เงียบ ง่าย ซับซ้อน ปกติ ทันที ระวัง ช่วยเหลือ ความหวัง ดูแล ป้องกัน เปลี่ยนแปลง กลับ",
        "before": "การ ความ ผู้ นัก น่า",
        "after": "มาก น้อย แล้ว อยู่ ได้ ด้วย",
        "compound": 0.1,
    },
    "zh": {
        "space": "",
        "marks": ("，", "。", "“", "”"),
        "font": "NotoSansCJK",
        "small": "的 是 在 和 有 了 不 您 我们 这 可以 会 如果 或 与 对 为 从 到 之前 之后 需要 请 也 都 但 因为 所以 每 一些 "
                 "更 很 时 后 前 中 上 下 应 不要",
        "stems": "治 疗 病 人 医 生 血 细 胞 骨 髓 捐 献 者 心 脏 肺 肾 肝 胃 喉 肌 肉 组 织 静 脉 动 搏 呼 吸 咳 嗽 发 热 寒 "
                 "战 疼 痛 肿 胀 伤 口 绷 带 针 头 注 射 药 片 胶 囊 剂 量 检 查 结 果 记 录 信 件 表 格 签 名 同 意 问 题 回 "
                 "答 访 旅 行 早 晨 晚 夜 星 期 月 季 节 天 气 厨 房 花 园 窗 户 市 场 街 道 村 庄 河 流 山 岭 桥 梁 车 站 走 "
                 "路 睡 眠 梦 水 面 包 糖 盐 黄 油 奶 酪 苹 萝 卜 土 豆 蒜 蜂 蜜 柠 檬 橙 樱 桃 杏 仁 麦 醋 轻 重 强 弱 温 暖 "
                 "冷 清 洁 干 燥 短 长 窄 宽 安 简 单 复 杂 正 常 突 然 小 帮 助 希 望 照 顾 保 护 变 化 返 移 植 免 疫 感 染 "
                 "输 液 护 士 手 术 室 窗 饮 食 运 休 息 联 系 电 话 家 属 朋 友 孩 子 年 龄 体 重 皮 肤 眼 睛 耳 鼻 牙 齿",
        "before": "",
        "after": "性 化 科 期 们 度 量 法 师 院",
        "compound": 0.85,
    },
    "ja": {
        "space": "",
        "marks": ("、", "。", "「", "」"),
        "font": "NotoSansCJK",
        "small": "の に は を が と で も から まで この その ある いる する こと ため とき など または そして しかし もし すべて "
                 "ように について による ください です ます ない した",
        "stems": "治 療 病 人 医 師 血 液 細 胞 骨 髄 提 供 者 心 臓 肺 腎 肝 胃 喉 筋 肉 組 織 静 脈 動 呼 吸 咳 熱 寒 気 痛 "
                 "腫 傷 口 包 帯 針 注 射 錠 剤 量 検 査 結 果 記 録 手 紙 用 署 名 同 意 質 問 回 答 訪 旅 行 朝 夕 夜 週 月 "
                 "季 節 天 台 所 庭 窓 市 場 通 村 川 山 橋 駅 歩 眠 夢 水 果 物 砂 糖 塩 乳 林 檎 芋 蜂 蜜 橙 桜 桃 麦 酢 軽 "
                 "重 強 弱 温 暖 冷 清 潔 乾 燥 短 長 狭 広 安 簡 単 複 雑 正 常 突 然 助 希 望 看 護 保 変 化 移 植 免 疫 感 "
                 "染 点 滴 室 飲 食 運 休 息 連 絡 電 話 家 族 友 子 年 齢 体 皮 膚 目 耳 鼻 歯",
        "before": "お ご",
        "after": "する した して します され る り い く さ カード センター テスト ベッド ケア スタッフ",
        "compound": 0.7,
    },
    "ko": {
        "space": " ",
        "marks": (", ", ". ", "“", "”"),
        "font": "NotoSansCJK",
        "small": "및 이 그 수 있는 또는 것 한 더 때 모든 다른 매우 있습니다 합니다 하지만 만약 그리고 그러나 후에 전에 위해 대한 "
                 "통해 함께 없이 동안 같은 어떤 여러",
        "stems": "치료 환자 의사 혈액 세포 골수 기증자 심장 폐 신장 간 위 목 근육 조직 정맥 동맥 맥박 호흡 기침 발열 오한 통증 "
                 "부기 상처 붕대 바늘 주사 알약 캡슐 용량 검사 결과 기록 편지 양식 서명 동의 질문 대답 방문 여행 아침 저녁 밤 "
                 "일주일 계절 날씨 부엌 정원 창문 시장 거리 마을 강 산 다리 역 걷기 잠 꿈 물 과일 빵 설탕 소금 버터 치즈 사과 "
                 "당근 감자 마늘 꿀 레몬 귤 체리 아몬드 보리 식초 약한 강한 무거운 가벼운 따뜻한 시원한 깨끗한 마른 짧은 긴 좁은 "
                 "넓은 조용한 간단한 복잡한 정상 갑자기 주의 도움 희망 보호 변화 이식 면역 감염 수액 간호사 수술 휴식 연락 전화 "
                 "가족 친구 어린이 나이 체중 피부 눈 귀 코 치아",
        "before": "재 비 무 초 신",
        "after": "을 를 은 는 이 가 에 에서 으로 와 과 의 도 만 까지 부터 에게 들 들이 들을 적인 하고 하는 했다",
        "compound": 0.15,
    },
}
