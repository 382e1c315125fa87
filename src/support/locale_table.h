// clang-format off
// How each language writes dates, numbers and lists. Made by tools/make_locales.c; do not edit.
LOCALE_VERSION("42") // of CLDR
// tag, zero, decimal, group, sizes, minus, date, months, pair, start, middle, end;
// an empty field is as that of the tag without its last subtag, at last as in "en". Sorted by tag, byte by byte.
LOCALE("af", "", ",", " ", "", "", "{dd} {name} {y}",
       "Januarie|Februarie|Maart|April|Mei|Junie|Julie|Augustus|September|Oktober|November|Desember", " en ", "", "", " en ")
LOCALE("agq", "", ",", " ", "", "", "{d} {name} {y}",
       "ndzɔ̀ŋɔ̀nùm|ndzɔ̀ŋɔ̀kƗ̀zùʔ|ndzɔ̀ŋɔ̀tƗ̀dʉ̀ghà|ndzɔ̀ŋɔ̀tǎafʉ̄ghā|ndzɔ̀ŋèsèe|ndzɔ̀ŋɔ̀nzùghò|ndzɔ̀ŋɔ̀dùmlo|ndzɔ̀ŋɔ̀kwîfɔ̀e|ndzɔ̀ŋɔ̀tƗ̀fʉ̀ghàdzughù|ndzɔ̀ŋɔ̀ghǔuwelɔ̀m|ndzɔ̀ŋɔ̀chwaʔàkaa wo|ndzɔ̀ŋèfwòo", ", ", "", "", ", ")
LOCALE("ak", "", "", "", "", "", "{y} {name} {d}",
       "Sanda-Ɔpɛpɔn|Kwakwar-Ɔgyefuo|Ebɔw-Ɔbenem|Ebɔbira-Oforisuo|Esusow Aketseaba-Kɔtɔnimba|Obirade-Ayɛwohomumu|Ayɛwoho-Kitawonsa|Difuu-Ɔsandaa|Fankwa-Ɛbɔ|Ɔbɛsɛ-Ahinime|Ɔberɛfɛw-Obubuo|Mumu-Ɔpɛnimba", ", ", "", "", ", ")
LOCALE("am", "", "", "", "", "", "{d} {name} {y}",
       "ጃንዩወሪ|ፌብሩወሪ|ማርች|ኤፕሪል|ሜይ|ጁን|ጁላይ|ኦገስት|ሴፕቴምበር|ኦክቶበር|ኖቬምበር|ዲሴምበር", " እና ", "፣ ", "፣ ", ", እና ")
LOCALE("ar", "٠", "٫", "٬", "", "؜-", "{d} {name} {y}",
       "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر", " و", " و", " و", " و")
LOCALE("ar-AE", "0", ".", ",", "", "‎-", "", "", "", "", "", "")
LOCALE("ar-DZ", "0", ",", ".", "", "‎-", "",
       "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر", "", "", "", "")
LOCALE("ar-EH", "0", ".", ",", "", "‎-", "", "", "", "", "", "")
LOCALE("ar-IQ", "", "", "", "", "", "",
       "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول", "", "", "", "")
LOCALE("ar-JO", "", "", "", "", "", "",
       "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول", "", "", "", "")
LOCALE("ar-LB", "", "", "", "", "", "",
       "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول", "", "", "", "")
LOCALE("ar-LY", "0", ",", ".", "", "‎-", "", "", "", "", "", "")
LOCALE("ar-MA", "0", ",", ".", "", "‎-", "",
       "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر", "", "", "", "")
LOCALE("ar-MR", "", "", "", "", "", "",
       "يناير|فبراير|مارس|إبريل|مايو|يونيو|يوليو|أغشت|شتمبر|أكتوبر|نوفمبر|دجمبر", "", "", "", "")
LOCALE("ar-PS", "", "", "", "", "", "",
       "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول", "", "", "", "")
LOCALE("ar-SY", "", "", "", "", "", "",
       "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول", "", "", "", "")
LOCALE("ar-TN", "0", ",", ".", "", "‎-", "",
       "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر", "", "", "", "")
LOCALE("ars", "٠", "٫", "٬", "", "؜-", "{d} {name} {y}",
       "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر", " و", " و", " و", " و")
LOCALE("as", "০", "", "", "321", "", "{d} {name}, {y}",
       "জানুৱাৰী|ফেব্ৰুৱাৰী|মাৰ্চ|এপ্ৰিল|মে’|জুন|জুলাই|আগষ্ট|ছেপ্তেম্বৰ|অক্টোবৰ|নৱেম্বৰ|ডিচেম্বৰ", " আৰু ", "", "", " আৰু ")
LOCALE("asa", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("ast", "", ",", ".", "", "", "{d} {name} de {y}",
       "de xineru|de febreru|de marzu|d’abril|de mayu|de xunu|de xunetu|d’agostu|de setiembre|d’ochobre|de payares|d’avientu", " y ", "", "", " y ")
LOCALE("az", "", ",", ".", "", "", "{d} {name} {y}",
       "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr", " və ", "", "", " və ")
LOCALE("az-Cyrl", "", "", "", "", "", "",
       "јанвар|феврал|март|апрел|май|ијун|ијул|август|сентјабр|октјабр|нојабр|декабр", ", ", "", "", ", ")
LOCALE("bas", "", ",", " ", "", "", "{d} {name} {y}",
       "Kɔndɔŋ|Màcɛ̂l|Màtùmb|Màtop|M̀puyɛ|Hìlòndɛ̀|Njèbà|Hìkaŋ|Dìpɔ̀s|Bìòôm|Màyɛsèp|Lìbuy li ńyèe", ", ", "", "", ", ")
LOCALE("be", "", ",", " ", "332", "", "{d} {name} {y} г.",
       "студзеня|лютага|сакавіка|красавіка|мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня", " і ", "", "", " і ")
LOCALE("bem", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Epreo|Mei|Juni|Julai|Ogasti|Septemba|Oktoba|Novemba|Disemba", ", ", "", "", ", ")
LOCALE("bez", "", "", "", "", "", "{d} {name} {y}",
       "pa mwedzi gwa hutala|pa mwedzi gwa wuvili|pa mwedzi gwa wudatu|pa mwedzi gwa wutai|pa mwedzi gwa wuhanu|pa mwedzi gwa sita|pa mwedzi gwa saba|pa mwedzi gwa nane|pa mwedzi gwa tisa|pa mwedzi gwa kumi|pa mwedzi gwa kumi na moja|pa mwedzi gwa kumi na mbili", ", ", "", "", ", ")
LOCALE("bg", "", ",", " ", "332", "", "{d} {name} {y} г.",
       "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември", " и ", "", "", " и ")
LOCALE("bgc", "०", "", "", "", "", "{y} {name} {d}",
       "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितम्बर|अक्टूबर|नवम्बर|दिसंबर", ", ", "", "", ", ")
LOCALE("bho", "०", "", "", "", "", "{y} {name} {d}",
       "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितम्बर|अक्टूबर|नवंबर|दिसंबर", ", ", "", "", ", ")
LOCALE("bm", "", "", "", "", "", "{d} {name} {y}",
       "zanwuye|feburuye|marisi|awirili|mɛ|zuwɛn|zuluye|uti|sɛtanburu|ɔkutɔburu|nowanburu|desanburu", ", ", "", "", ", ")
LOCALE("bn", "০", "", "", "321", "", "{d} {name}, {y}",
       "জানুয়ারী|ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর", " এবং ", "", "", " এবং ")
LOCALE("bo", "", "", "", "", "", "སྤྱི་ལོ་{y} {name}འི་ཚེས་{d}",
       "ཟླ་བ་དང་པོ|ཟླ་བ་གཉིས་པ|ཟླ་བ་གསུམ་པ|ཟླ་བ་བཞི་པ|ཟླ་བ་ལྔ་པ|ཟླ་བ་དྲུག་པ|ཟླ་བ་བདུན་པ|ཟླ་བ་བརྒྱད་པ|ཟླ་བ་དགུ་པ|ཟླ་བ་བཅུ་པ|ཟླ་བ་བཅུ་གཅིག་པ|ཟླ་བ་བཅུ་གཉིས་པ", ", ", "", "", ", ")
LOCALE("br", "", ",", " ", "", "", "{d} {name} {y}",
       "Genver|Cʼhwevrer|Meurzh|Ebrel|Mae|Mezheven|Gouere|Eost|Gwengolo|Here|Du|Kerzu", " ha ", "", "", " ha ")
LOCALE("brx", "", "", "", "321", "", "{d} {name}, {y}",
       "जानुवारी|फेब्रूवारी|मार्च|एप्रिल|मे|जुन|जुलाई|आगष्ट|सेप्थेम्बर|अक्ट’बर|नवेम्बर|डिसेम्बर", " आरो ", "", "", ", आरो ")
LOCALE("bs", "", ",", ".", "", "", "{d}. {name} {y}.",
       "januar|februar|mart|april|maj|juni|juli|august|septembar|oktobar|novembar|decembar", " i ", "", "", " i ")
LOCALE("bs-Cyrl", "", "", "", "", "", "{dd}. {name} {y}.",
       "јануар|фебруар|март|април|мај|јуни|јули|аугуст|септембар|октобар|новембар|децембар", " и ", "", "", " и ")
LOCALE("ca", "", ",", ".", "", "", "{d} {name} de {y}",
       "de gener|de febrer|de març|d’abril|de maig|de juny|de juliol|d’agost|de setembre|d’octubre|de novembre|de desembre", " i ", "", "", " i ")
LOCALE("ccp", "𑄶", "", "", "321", "", "{d} {name}, {y}",
       "𑄎𑄚𑄪𑄠𑄢𑄨|𑄜𑄬𑄛𑄴𑄝𑄳𑄢𑄪𑄠𑄢𑄨|𑄟𑄢𑄴𑄌𑄧|𑄃𑄬𑄛𑄳𑄢𑄨𑄣𑄴|𑄟𑄬|𑄎𑄪𑄚𑄴|𑄎𑄪𑄣𑄭|𑄃𑄉𑄧𑄌𑄴𑄑𑄴|𑄥𑄬𑄛𑄴𑄑𑄬𑄟𑄴𑄝𑄧𑄢𑄴|𑄃𑄧𑄇𑄴𑄑𑄬𑄝𑄧𑄢𑄴|𑄚𑄧𑄞𑄬𑄟𑄴𑄝𑄧𑄢𑄴|𑄓𑄨𑄥𑄬𑄟𑄴𑄝𑄧𑄢𑄴", " 𑄃𑄳𑄃 ", "", "", " 𑄃𑄳𑄃 ")
LOCALE("ce", "", "", "", "", "", "{y} {name} {d}",
       "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь", ", ", "", "", ", ")
LOCALE("ceb", "", "", "", "", "", "",
       "Enero|Pebrero|Marso|Abril|Mayo|Hunyo|Hulyo|Agosto|Setyembre|Oktubre|Nobyembre|Disyembre", " ug ", "", "", ", ug ")
LOCALE("cgg", "", "", "", "", "", "{d} {name} {y}",
       "Okwokubanza|Okwakabiri|Okwakashatu|Okwakana|Okwakataana|Okwamukaaga|Okwamushanju|Okwamunaana|Okwamwenda|Okwaikumi|Okwaikumi na kumwe|Okwaikumi na ibiri", ", ", "", "", ", ")
LOCALE("chr", "", "", "", "", "", "",
       "ᎤᏃᎸᏔᏅ|ᎧᎦᎵ|ᎠᏅᏱ|ᎧᏬᏂ|ᎠᏂᏍᎬᏘ|ᏕᎭᎷᏱ|ᎫᏰᏉᏂ|ᎦᎶᏂ|ᏚᎵᏍᏗ|ᏚᏂᏅᏗ|ᏅᏓᏕᏆ|ᎥᏍᎩᏱ", " ᎠᎴ ", "", "", ", ᎠᎴ ")
LOCALE("ckb", "٠", "٫", "٬", "", "‏-", "{d}ی {name}ی {y}",
       "کانوونی دووەم|شوبات|ئازار|نیسان|ئایار|حوزەیران|تەمووز|ئاب|ئەیلوول|تشرینی یەکەم|تشرینی دووەم|کانونی یەکەم", ", ", "", "", ", ")
LOCALE("cs", "", ",", " ", "", "", "{d}. {name} {y}",
       "ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince", " a ", "", "", " a ")
LOCALE("cv", "", ",", " ", "", "", "{d} {name} {y} ҫ.",
       "кӑрлач|нарӑс|пуш|ака|ҫу|ҫӗртме|утӑ|ҫурла|авӑн|юпа|чӳк|раштав", " тата ", "", "", " тата ")
LOCALE("cy", "", "", "", "", "", "{d} {name} {y}",
       "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr", " a(c) ", "", "", ", a(c) ")
LOCALE("da", "", ",", ".", "", "", "{d}. {name} {y}",
       "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december", " og ", "", "", " og ")
LOCALE("dav", "", "", "", "", "", "{d} {name} {y}",
       "Mori ghwa imbiri|Mori ghwa kawi|Mori ghwa kadadu|Mori ghwa kana|Mori ghwa kasanu|Mori ghwa karandadu|Mori ghwa mfungade|Mori ghwa wunyanya|Mori ghwa ikenda|Mori ghwa ikumi|Mori ghwa ikumi na imweri|Mori ghwa ikumi na iwi", ", ", "", "", ", ")
LOCALE("de", "", ",", ".", "", "", "{d}. {name} {y}",
       "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember", " und ", "", "", " und ")
LOCALE("de-AT", "", "", " ", "", "", "",
       "Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember", "", "", "", "")
LOCALE("de-CH", "", ".", "’", "", "", "", "", "", "", "", "")
LOCALE("de-IT", "", "", "", "", "", "",
       "Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember", "", "", "", "")
LOCALE("de-LI", "", ".", "’", "", "", "", "", "", "", "", "")
LOCALE("dje", "", "", " ", "", "", "{d} {name} {y}",
       "Žanwiye|Feewiriye|Marsi|Awiril|Me|Žuweŋ|Žuyye|Ut|Sektanbur|Oktoobur|Noowanbur|Deesanbur", ", ", "", "", ", ")
LOCALE("doi", "", "", "", "", "", "{d}, {name} {y}",
       "जनवरी|फरवरी|मार्च|अप्रैल|मेई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर", " ते ", "", "", ", ते ")
LOCALE("dsb", "", ",", ".", "", "", "{d}. {name} {y}",
       "januara|februara|měrca|apryla|maja|junija|julija|awgusta|septembra|oktobra|nowembra|decembra", " a ", "", "", " a ")
LOCALE("dua", "", ",", " ", "", "", "{d} {name} {y}",
       "dimɔ́di|ŋgɔndɛ|sɔŋɛ|diɓáɓá|emiasele|esɔpɛsɔpɛ|madiɓɛ́díɓɛ́|diŋgindi|nyɛtɛki|mayésɛ́|tiníní|eláŋgɛ́", ", ", "", "", ", ")
LOCALE("dyo", "", ",", " ", "", "", "{d} {name} {y}",
       "Sanvie|Fébirie|Mars|Aburil|Mee|Sueŋ|Súuyee|Ut|Settembar|Oktobar|Novembar|Disambar", ", ", "", "", ", ")
LOCALE("dz", "༠", "", "", "321", "", "སྤྱི་ལོ་{y} {name} ཚེས་ {dd}",
       "ཟླ་དངཔ་|ཟླ་གཉིས་པ་|ཟླ་གསུམ་པ་|ཟླ་བཞི་པ་|ཟླ་ལྔ་པ་|ཟླ་དྲུག་པ|ཟླ་བདུན་པ་|ཟླ་བརྒྱད་པ་|ཟླ་དགུ་པ་|ཟླ་བཅུ་པ་|ཟླ་བཅུ་གཅིག་པ་|ཟླ་བཅུ་གཉིས་པ་", " དང་ ", " དང་ ", " དང་ ", " དང་ ")
LOCALE("ebu", "", "", "", "", "", "{d} {name} {y}",
       "Mweri wa mbere|Mweri wa kaĩri|Mweri wa kathatũ|Mweri wa kana|Mweri wa gatano|Mweri wa gatantatũ|Mweri wa mũgwanja|Mweri wa kanana|Mweri wa kenda|Mweri wa ikũmi|Mweri wa ikũmi na ũmwe|Mweri wa ikũmi na Kaĩrĩ", ", ", "", "", ", ")
LOCALE("ee", "", "", "", "333", "", "{name} {d} lia {y}",
       "dzove|dzodze|tedoxe|afɔfĩe|dama|masa|siamlɔm|deasiamime|anyɔnyɔ|kele|adeɛmekpɔxe|dzome", " kple ", "", "", ", kple ")
LOCALE("el", "", ",", ".", "", "", "{d} {name} {y}",
       "Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου", " και ", "", "", " και ")
LOCALE("en", "0", ".", ",", "331", "-", "{name} {d}, {y}",
       "January|February|March|April|May|June|July|August|September|October|November|December", " and ", ", ", ", ", ", and ")
LOCALE("en-001", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-150", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-AE", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", "")
LOCALE("en-AG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-AI", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-AT", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-AU", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BB", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BE", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BS", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BW", "", "", "", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("en-BZ", "", "", "", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CA", "", "", "", "", "", "", "", "", "", "", " and ")
LOCALE("en-CC", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CH", "", "", "’", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CK", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CX", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-CY", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-DE", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-DG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-DK", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-DM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-ER", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-FI", "", ",", " ", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-FJ", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-FK", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-FM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GB", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GD", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GH", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GI", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-GY", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-HK", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-IE", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-IL", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-IM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-IN", "", "", "", "321", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-IO", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-JE", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-JM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-KE", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-KI", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-KN", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-KY", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-LC", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-LR", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-LS", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MO", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MS", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MT", "", "", "", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MU", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MV", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MW", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-MY", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NA", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NF", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NH", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NL", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NR", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NU", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-NZ", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-PG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-PK", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-PN", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-PW", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-RH", "", "", "", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("en-RW", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SB", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SC", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SD", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SE", "", ",", " ", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SH", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SI", "", ",", ".", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SL", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SS", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SX", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-SZ", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TC", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TK", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TO", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TT", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TV", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-TZ", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-UG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-VC", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-VG", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-VU", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-WS", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-ZA", "", ",", " ", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("en-ZM", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", " and ")
LOCALE("en-ZW", "", "", "", "", "", "{dd} {name} {y}", "", "", "", "", " and ")
LOCALE("eo", "", ",", " ", "", "", "{y}-{name}-{dd}",
       "januaro|februaro|marto|aprilo|majo|junio|julio|aŭgusto|septembro|oktobro|novembro|decembro", ", ", "", "", ", ")
LOCALE("es", "", ",", ".", "332", "", "{d} de {name} de {y}",
       "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre", " y ", "", "", " y ")
LOCALE("es-419", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-AR", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-BO", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-BR", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-BZ", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-CL", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-CO", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-CR", "", "", " ", "331", "", "", "", "", "", "", "")
LOCALE("es-CU", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-DO", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-EC", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-GT", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-HN", "", ".", ",", "331", "", "{dd} de {name} de {y}", "", "", "", "", "")
LOCALE("es-MX", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-NI", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-PA", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-PE", "", ".", ",", "331", "", "",
       "enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|octubre|noviembre|diciembre", "", "", "", "")
LOCALE("es-PR", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-PY", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("es-SV", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-US", "", ".", ",", "331", "", "", "", "", "", "", "")
LOCALE("es-UY", "", "", "", "331", "", "",
       "enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|octubre|noviembre|diciembre", "", "", "", "")
LOCALE("es-VE", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("et", "", ",", " ", "332", "−", "{d}. {name} {y}",
       "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember", " ja ", "", "", " ja ")
LOCALE("eu", "", ",", ".", "", "−", "{y}(e)ko {name}ren {d}(a)",
       "urtarrila|otsaila|martxoa|apirila|maiatza|ekaina|uztaila|abuztua|iraila|urria|azaroa|abendua", " eta ", "", "", " eta ")
LOCALE("ewo", "", ",", " ", "", "", "{d} {name} {y}",
       "ngɔn osú|ngɔn bɛ̌|ngɔn lála|ngɔn nyina|ngɔn tána|ngɔn saməna|ngɔn zamgbála|ngɔn mwom|ngɔn ebulú|ngɔn awóm|ngɔn awóm ai dziá|ngɔn awóm ai bɛ̌", ", ", "", "", ", ")
LOCALE("fa", "۰", "٫", "٬", "", "‎−", "{d} {name} {y}",
       "ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر", " و ", "،‏ ", "،‏ ", "، و ")
LOCALE("fa-AF", "", "", "", "", "", "",
       "جنوری|فبروری|مارچ|اپریل|می|جون|جولای|اگست|سپتمبر|اکتوبر|نومبر|دسمبر", "", "", "", "")
LOCALE("ff", "", ",", " ", "", "", "{d} {name} {y}",
       "siilo|colte|mbooy|seeɗto|duujal|korse|morso|juko|siilto|yarkomaa|jolal|bowte", ", ", "", "", ", ")
LOCALE("ff-Adlm", "𞥐", ".", "⹁", "", "", "{d} {name}⹁ {y}",
       "𞤅𞤭𞥅𞤤𞤮|𞤕𞤮𞤤𞤼𞤮|𞤐𞤦𞤮𞥅𞤴𞤮|𞤅𞤫𞥅𞤼𞤮|𞤁𞤵𞥅𞤶𞤮|𞤑𞤮𞤪𞤧𞤮|𞤃𞤮𞤪𞤧𞤮|𞤔𞤵𞤳𞤮|𞤅𞤭𞤤𞤼𞤮|𞤒𞤢𞤪𞤳𞤮|𞤔𞤮𞤤𞤮|𞤄𞤮𞤱𞤼𞤮", " 𞤫 ", "⹁ ", "⹁ ", "⹁ 𞤫 ")
LOCALE("fi", "", ",", " ", "", "−", "{d}. {name} {y}",
       "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta", " ja ", "", "", " ja ")
LOCALE("fil", "", "", "", "", "", "",
       "Enero|Pebrero|Marso|Abril|Mayo|Hunyo|Hulyo|Agosto|Setyembre|Oktubre|Nobyembre|Disyembre", " at ", "", "", ", at ")
LOCALE("fo", "", ",", ".", "", "−", "{d}. {name} {y}",
       "januar|februar|mars|apríl|mai|juni|juli|august|september|oktober|november|desember", " og ", "", "", " og ")
LOCALE("fr", "", ",", " ", "", "", "{d} {name} {y}",
       "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre", " et ", "", "", " et ")
LOCALE("fr-CA", "", "", " ", "", "", "", "", "", "", "", "")
LOCALE("fr-LU", "", "", ".", "", "", "", "", "", "", "", "")
LOCALE("fr-MA", "", "", ".", "", "", "", "", "", "", "", "")
LOCALE("fur", "", ",", ".", "", "", "{d} di {name} dal {y}",
       "Zenâr|Fevrâr|Març|Avrîl|Mai|Jugn|Lui|Avost|Setembar|Otubar|Novembar|Dicembar", " e ", "", "", " e ")
LOCALE("fy", "", ",", ".", "", "", "{d} {name} {y}",
       "Jannewaris|Febrewaris|Maart|April|Maaie|Juny|July|Augustus|Septimber|Oktober|Novimber|Desimber", " en ", "", "", " en ")
LOCALE("ga", "", "", "", "", "", "{d} {name} {y}",
       "Eanáir|Feabhra|Márta|Aibreán|Bealtaine|Meitheamh|Iúil|Lúnasa|Meán Fómhair|Deireadh Fómhair|Samhain|Nollaig", " agus ", "", "", " agus ")
LOCALE("gd", "", "", "", "", "", "{d}mh {name} {y}",
       "dhen Fhaoilleach|dhen Ghearran|dhen Mhàrt|dhen Ghiblean|dhen Chèitean|dhen Ògmhios|dhen Iuchar|dhen Lùnastal|dhen t-Sultain|dhen Dàmhair|dhen t-Samhain|dhen Dùbhlachd", " agus ", "", "", " agus ")
LOCALE("gl", "", ",", ".", "", "", "{d} de {name} de {y}",
       "xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro", " e ", "", "", " e ")
LOCALE("gsw", "", "", "’", "", "−", "{d}. {name} {y}",
       "Januar|Februar|März|April|Mai|Juni|Juli|Auguscht|Septämber|Oktoober|Novämber|Dezämber", " und ", "", "", " und ")
LOCALE("gu", "", "", "", "321", "", "{d} {name}, {y}",
       "જાન્યુઆરી|ફેબ્રુઆરી|માર્ચ|એપ્રિલ|મે|જૂન|જુલાઈ|ઑગસ્ટ|સપ્ટેમ્બર|ઑક્ટોબર|નવેમ્બર|ડિસેમ્બર", " અને ", "", "", " અને ")
LOCALE("guz", "", "", "", "", "", "{d} {name} {y}",
       "Chanuari|Feburari|Machi|Apiriri|Mei|Juni|Chulai|Agosti|Septemba|Okitoba|Nobemba|Disemba", ", ", "", "", ", ")
LOCALE("gv", "", "", "", "", "", "{y} {name} {d}",
       "Jerrey-geuree|Toshiaght-arree|Mayrnt|Averil|Boaldyn|Mean-souree|Jerrey-souree|Luanistyn|Mean-fouyir|Jerrey-fouyir|Mee Houney|Mee ny Nollick", ", ", "", "", ", ")
LOCALE("ha", "", "", "", "", "", "{d} {name}, {y}",
       "Janairu|Faburairu|Maris|Afirilu|Mayu|Yuni|Yuli|Agusta|Satumba|Oktoba|Nuwamba|Disamba", " da ", "", "", ", da ")
LOCALE("haw", "", "", "", "", "", "{d} {name} {y}",
       "Ianuali|Pepeluali|Malaki|ʻApelila|Mei|Iune|Iulai|ʻAukake|Kepakemapa|ʻOkakopa|Nowemapa|Kekemapa", ", ", "", "", ", ")
LOCALE("he", "", "", "", "", "‎-", "{d} ב{name} {y}",
       "ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר", " ו-", "", "", " ו-")
LOCALE("hi", "", "", "", "321", "", "{d} {name} {y}",
       "जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर", " और ", "", "", ", और ")
LOCALE("hi-Latn", "", "", "", "", "", "{d} {name}, {y}",
       "January|February|March|April|May|June|July|August|September|October|November|December", " aur ", "", "", ", aur ")
LOCALE("hr", "", ",", ".", "", "−", "{d}. {name} {y}.",
       "siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca", " i ", "", "", " i ")
LOCALE("hsb", "", ",", ".", "", "", "{d}. {name} {y}",
       "januara|februara|měrca|apryla|meje|junija|julija|awgusta|septembra|oktobra|nowembra|decembra", " a ", "", "", " a ")
LOCALE("hu", "", ",", " ", "", "", "{y}. {name} {d}.",
       "január|február|március|április|május|június|július|augusztus|szeptember|október|november|december", " és ", "", "", " és ")
LOCALE("hy", "", ",", " ", "", "", "{dd} {name}, {y} թ.",
       "հունվարի|փետրվարի|մարտի|ապրիլի|մայիսի|հունիսի|հուլիսի|օգոստոսի|սեպտեմբերի|հոկտեմբերի|նոյեմբերի|դեկտեմբերի", " և ", "", "", " և ")
LOCALE("ia", "", ",", ".", "332", "", "{d} de {name} {y}",
       "januario|februario|martio|april|maio|junio|julio|augusto|septembre|octobre|novembre|decembre", " e ", "", "", " e ")
LOCALE("id", "", ",", ".", "", "", "{d} {name} {y}",
       "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember", " dan ", "", "", ", dan ")
LOCALE("ig", "", "", "", "", "", "{d} {name} {y}",
       "Jenụwarị|Febrụwarị|Maachị|Epreel|Mee|Juun|Julaị|Ọgọọst|Septemba|Ọktoba|Novemba|Disemba", " na ", "", "", ", na ")
LOCALE("ii", "", "", "", "", "", "{y} {name} {d}",
       "ꋍꆪ|ꑍꆪ|ꌕꆪ|ꇖꆪ|ꉬꆪ|ꃘꆪ|ꏃꆪ|ꉆꆪ|ꈬꆪ|ꊰꆪ|ꊰꊪꆪ|ꊰꑋꆪ", ", ", "", "", ", ")
LOCALE("is", "", ",", ".", "", "", "{d}. {name} {y}",
       "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember", " og ", "", "", " og ")
LOCALE("it", "", ",", ".", "", "", "{d} {name} {y}",
       "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre", " e ", "", "", " e ")
LOCALE("it-CH", "", ".", "’", "", "", "", "", "", "", "", "")
LOCALE("ja", "", "", "", "", "", "{y}年{m}月{d}日", "", "、", "、", "、", "、")
LOCALE("jgo", "", ",", ".", "", "", "{y} {name} {d}",
       "Nduŋmbi Saŋ|Pɛsaŋ Pɛ́pá|Pɛsaŋ Pɛ́tát|Pɛsaŋ Pɛ́nɛ́kwa|Pɛsaŋ Pataa|Pɛsaŋ Pɛ́nɛ́ntúkú|Pɛsaŋ Saambá|Pɛsaŋ Pɛ́nɛ́fɔm|Pɛsaŋ Pɛ́nɛ́pfúꞋú|Pɛsaŋ Nɛgɛ́m|Pɛsaŋ Ntsɔ̌pmɔ́|Pɛsaŋ Ntsɔ̌ppá", " pɔp ", ", ŋ́gɛ ", ", ŋ́gɛ ", ", ḿbɛn ŋ́gɛ ")
LOCALE("jmc", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprilyi|Mei|Junyi|Julyai|Agusti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("jv", "", ",", ".", "", "", "{d} {name} {y}",
       "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember", " lan ", "", "", ", lan ")
LOCALE("ka", "", ",", " ", "332", "", "{d} {name}, {y}",
       "იანვარი|თებერვალი|მარტი|აპრილი|მაისი|ივნისი|ივლისი|აგვისტო|სექტემბერი|ოქტომბერი|ნოემბერი|დეკემბერი", " და ", "", "", " და ")
LOCALE("kab", "", ",", " ", "", "", "{d} {name} {y}",
       "Yennayer|Fuṛar|Meɣres|Yebrir|Mayyu|Yunyu|Yulyu|Ɣuct|Ctembeṛ|Tubeṛ|Nunembeṛ|Duǧembeṛ", ", ", "", "", ", ")
LOCALE("kam", "", "", "", "", "", "{d} {name} {y}",
       "Mwai wa mbee|Mwai wa kelĩ|Mwai wa katatũ|Mwai wa kana|Mwai wa katano|Mwai wa thanthatũ|Mwai wa muonza|Mwai wa nyaanya|Mwai wa kenda|Mwai wa ĩkumi|Mwai wa ĩkumi na ĩmwe|Mwai wa ĩkumi na ilĩ", ", ", "", "", ", ")
LOCALE("kde", "", "", "", "", "", "{d} {name} {y}",
       "Mwedi Ntandi|Mwedi wa Pili|Mwedi wa Tatu|Mwedi wa Nchechi|Mwedi wa Nnyano|Mwedi wa Nnyano na Umo|Mwedi wa Nnyano na Mivili|Mwedi wa Nnyano na Mitatu|Mwedi wa Nnyano na Nchechi|Mwedi wa Nnyano na Nnyano|Mwedi wa Nnyano na Nnyano na U|Mwedi wa Nnyano na Nnyano na M", ", ", "", "", ", ")
LOCALE("kea", "", ",", " ", "", "", "{d} di {name} di {y}",
       "Janeru|Febreru|Marsu|Abril|Maiu|Junhu|Julhu|Agostu|Setenbru|Otubru|Nuvenbru|Dizenbru", " i ", "", "", " i ")
LOCALE("kgp", "", ",", ".", "", "", "{d} ne {name}, {y}",
       "1-Kysã|2-Kysã|3-Kysã|4-Kysã|5-Kysã|6-Kysã|7-Kysã|8-Kysã|9-Kysã|10-Kysã|11-Kysã|12-Kysã", " kar ", "", "", " kar ")
LOCALE("khq", "", "", " ", "", "", "{d} {name} {y}",
       "Žanwiye|Feewiriye|Marsi|Awiril|Me|Žuweŋ|Žuyye|Ut|Sektanbur|Oktoobur|Noowanbur|Deesanbur", ", ", "", "", ", ")
LOCALE("ki", "", "", "", "", "", "{d} {name} {y}",
       "Njenuarĩ|Mwere wa kerĩ|Mwere wa gatatũ|Mwere wa kana|Mwere wa gatano|Mwere wa gatandatũ|Mwere wa mũgwanja|Mwere wa kanana|Mwere wa kenda|Mwere wa ikũmi|Mwere wa ikũmi na ũmwe|Ndithemba", ", ", "", "", ", ")
LOCALE("kk", "", ",", " ", "", "", "{y} ж. {d} {name}",
       "қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан", " және ", "", "", ", ")
LOCALE("kkj", "", ",", ".", "", "", "{d} {name} {y}",
       "pamba|wanja|mbiyɔ mɛndoŋgɔ|Nyɔlɔmbɔŋgɔ|Mɔnɔ ŋgbanja|Nyaŋgwɛ ŋgbanja|kuŋgwɛ|fɛ|njapi|nyukul|M11|ɓulɓusɛ", ", ", "", "", ", ")
LOCALE("kl", "", ",", ".", "", "", "{y} {name} {d}",
       "januaarip|februaarip|marsip|apriilip|maajip|juunip|juulip|aggustip|septembarip|oktobarip|novembarip|decembarip", ", ", "", "", ", ")
LOCALE("kln", "", "", "", "", "", "{d} {name} {y}",
       "Mulgul|Ng’atyaato|Kiptaamo|Iwootkuut|Mamuut|Paagi|Ng’eiyeet|Rooptui|Bureet|Epeeso|Kipsuunde ne taai|Kipsuunde nebo aeng’", ", ", "", "", ", ")
LOCALE("km", "", ",", ".", "", "", "{d} {name} {y}",
       "មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ", " និង​", "", "", " និង ")
LOCALE("kn", "", "", "", "", "", "",
       "ಜನವರಿ|ಫೆಬ್ರವರಿ|ಮಾರ್ಚ್|ಏಪ್ರಿಲ್|ಮೇ|ಜೂನ್|ಜುಲೈ|ಆಗಸ್ಟ್|ಸೆಪ್ಟೆಂಬರ್|ಅಕ್ಟೋಬರ್|ನವೆಂಬರ್|ಡಿಸೆಂಬರ್", " ಮತ್ತು ", "", "", ", ಮತ್ತು ")
LOCALE("ko", "", "", "", "", "", "{y}년 {m}월 {d}일", "", " 및 ", "", "", " 및 ")
LOCALE("kok", "", "", "", "", "", "{d} {name} {y}",
       "जानेवारी|फेब्रुवारी|मार्च|एप्रील|मे|जून|जुलय|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर", ", ", "", "", ", ")
LOCALE("ks", "۰", "٫", "٬", "", "‎-‎", "",
       "جنؤری|فرؤری|مارٕچ|اپریل|مئی|جوٗن|جوٗلایی|اگست|ستمبر|اکتوٗبر|نومبر|دسمبر", " تٕہ ", "، ", "، ", "، تٕہ ")
LOCALE("ks-Deva", "0", ".", ",", "", "-", "{d} {name} {y}",
       "जनवरी|फ़रवरी|मार्च|अप्रैल|मे|जून|जुलाई|अगस्त|सतुंबर|अकतुम्बर|नवूमबर|दसूमबर", " ति ", ", ", ", ", ", ति ")
LOCALE("ksb", "", "", "", "", "", "{d} {name} {y}",
       "Januali|Febluali|Machi|Aplili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("ksf", "", ",", " ", "", "", "{d} {name} {y}",
       "ŋwíí a ntɔ́ntɔ|ŋwíí akǝ bɛ́ɛ|ŋwíí akǝ ráá|ŋwíí akǝ nin|ŋwíí akǝ táan|ŋwíí akǝ táafɔk|ŋwíí akǝ táabɛɛ|ŋwíí akǝ táaraa|ŋwíí akǝ táanin|ŋwíí akǝ ntɛk|ŋwíí akǝ ntɛk di bɔ́k|ŋwíí akǝ ntɛk di bɛ́ɛ", ", ", "", "", ", ")
LOCALE("ksh", "", ",", " ", "", "−", "{d}. {name} {y}",
       "Jannewa|Fäbrowa|Määz|Aprell|Mai|Juuni|Juuli|Oujoß|Septämber|Oktohber|Novämber|Dezämber", " un ", "", "", " un ")
LOCALE("ku", "", ",", ".", "", "", "{y} {name} {d}",
       "rêbendanê|reşemiyê|adarê|avrêlê|gulanê|pûşperê|tîrmehê|gelawêjê|rezberê|kewçêrê|sermawezê|berfanbarê", " û ", "", "", " û ")
LOCALE("kw", "", "", "", "", "", "{y} {name} {d}",
       "mis Genver|mis Hwevrer|mis Meurth|mis Ebrel|mis Me|mis Metheven|mis Gortheren|mis Est|mis Gwynngala|mis Hedra|mis Du|mis Kevardhu", ", ", "", "", ", ")
LOCALE("ky", "", ",", " ", "", "", "{y}-ж., {d}-{name}",
       "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь", " жана ", "", "", " жана ")
LOCALE("lag", "", "", "", "", "", "{d} {name} {y}",
       "Kʉfúngatɨ|Kʉnaanɨ|Kʉkeenda|Kwiikumi|Kwiinyambála|Kwiidwaata|Kʉmʉʉnchɨ|Kʉvɨɨrɨ|Kʉsaatʉ|Kwiinyi|Kʉsaano|Kʉsasatʉ", ", ", "", "", ", ")
LOCALE("lb", "", ",", ".", "", "", "{d}. {name} {y}",
       "Januar|Februar|Mäerz|Abrëll|Mee|Juni|Juli|August|September|Oktober|November|Dezember", " a(n) ", "", "", " a(n) ")
LOCALE("lg", "", "", "", "", "", "{d} {name} {y}",
       "Janwaliyo|Febwaliyo|Marisi|Apuli|Maayi|Juuni|Julaayi|Agusito|Sebuttemba|Okitobba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("lkt", "", "", "", "", "", "",
       "Wiótheȟika Wí|Thiyóȟeyuŋka Wí|Ištáwičhayazaŋ Wí|Pȟežítȟo Wí|Čhaŋwápetȟo Wí|Wípazukȟa-wašté Wí|Čhaŋpȟásapa Wí|Wasútȟuŋ Wí|Čhaŋwápeǧi Wí|Čhaŋwápe-kasná Wí|Waníyetu Wí|Tȟahékapšuŋ Wí", ", ", "", "", ", ")
LOCALE("ln", "", ",", ".", "", "", "{d} {name} {y}",
       "sánzá ya yambo|sánzá ya míbalé|sánzá ya mísáto|sánzá ya mínei|sánzá ya mítáno|sánzá ya motóbá|sánzá ya nsambo|sánzá ya mwambe|sánzá ya libwa|sánzá ya zómi|sánzá ya zómi na mɔ̌kɔ́|sánzá ya zómi na míbalé", ", ", "", "", ", ")
LOCALE("lo", "", ",", ".", "", "", "{d} {name} {y}",
       "ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ", " ແລະ ", "", "", ", ")
LOCALE("lrc", "۰", "٫", "٬", "", "‎-‎", "{y} {name} {d}",
       "جانڤیە|فئڤریە|مارس|آڤریل|مئی|جوٙأن|جوٙلا|آگوست|سئپتامر|ئوکتوڤر|نوڤامر|دئسامر", ", ", "", "", ", ")
LOCALE("lt", "", ",", " ", "", "−", "{y} m. {name} {d} d.",
       "sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio", " ir ", "", "", " ir ")
LOCALE("lu", "", ",", ".", "", "", "{d} {name} {y}",
       "Ciongo|Lùishi|Lusòlo|Mùuyà|Lumùngùlù|Lufuimi|Kabàlàshìpù|Lùshìkà|Lutongolo|Lungùdi|Kaswèkèsè|Ciswà", ", ", "", "", ", ")
LOCALE("luo", "", "", "", "", "", "{d} {name} {y}",
       "Dwe mar Achiel|Dwe mar Ariyo|Dwe mar Adek|Dwe mar Ang’wen|Dwe mar Abich|Dwe mar Auchiel|Dwe mar Abiriyo|Dwe mar Aboro|Dwe mar Ochiko|Dwe mar Apar|Dwe mar gi achiel|Dwe mar Apar gi ariyo", ", ", "", "", ", ")
LOCALE("luy", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("lv", "", ",", " ", "332", "", "{y}. gada {d}. {name}",
       "janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|augusts|septembris|oktobris|novembris|decembris", " un ", "", "", " un ")
LOCALE("mai", "", "", "", "", "", "{d} {name} {y}",
       "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर", " और ", "", "", ", और ")
LOCALE("mas", "", "", "", "", "", "{d} {name} {y}",
       "Oladalʉ́|Arát|Ɔɛnɨ́ɔɨŋɔk|Olodoyíóríê inkókúâ|Oloilépūnyīē inkókúâ|Kújúɔrɔk|Mórusásin|Ɔlɔ́ɨ́bɔ́rárɛ|Kúshîn|Olgísan|Pʉshʉ́ka|Ntʉ́ŋʉ́s", ", ", "", "", ", ")
LOCALE("mer", "", "", "", "", "", "{d} {name} {y}",
       "Januarĩ|Feburuarĩ|Machi|Ĩpurũ|Mĩĩ|Njuni|Njuraĩ|Agasti|Septemba|Oktũba|Novemba|Dicemba", ", ", "", "", ", ")
LOCALE("mfe", "", "", " ", "", "", "{d} {name} {y}",
       "zanvie|fevriye|mars|avril|me|zin|zilye|out|septam|oktob|novam|desam", ", ", "", "", ", ")
LOCALE("mg", "", "", "", "", "", "{d} {name} {y}",
       "Janoary|Febroary|Martsa|Aprily|Mey|Jona|Jolay|Aogositra|Septambra|Oktobra|Novambra|Desambra", ", ", "", "", ", ")
LOCALE("mgh", "", ",", ".", "", "", "{d} {name} {y}",
       "Mweri wo kwanza|Mweri wo unayeli|Mweri wo uneraru|Mweri wo unecheshe|Mweri wo unethanu|Mweri wo thanu na mocha|Mweri wo saba|Mweri wo nane|Mweri wo tisa|Mweri wo kumi|Mweri wo kumi na moja|Mweri wo kumi na yel’li", ", ", "", "", ", ")
LOCALE("mgo", "", "", "", "", "", "{y} {name} {d}",
       "iməg mbegtug|imeg àbùbì|imeg mbəŋchubi|iməg ngwə̀t|iməg fog|iməg ichiibɔd|iməg àdùmbə̀ŋ|iməg ichika|iməg kud|iməg tèsiʼe|iməg zò|iməg krizmed", ", ", "", "", ", ")
LOCALE("mi", "", "", "", "", "", "{d} {name} {y}",
       "Hānuere|Pēpuere|Māehe|Āpereira|Mei|Hune|Hūrae|Ākuhata|Hepetema|Oketopa|Noema|Tīhema", ", ", "", "", ", ")
LOCALE("mk", "", ",", ".", "", "", "{d} {name} {y}",
       "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември", " и ", "", "", " и ")
LOCALE("ml", "", "", "", "321", "", "{y}, {name} {d}",
       "ജനുവരി|ഫെബ്രുവരി|മാർച്ച്|ഏപ്രിൽ|മേയ്|ജൂൺ|ജൂലൈ|ഓഗസ്റ്റ്|സെപ്റ്റംബർ|ഒക്‌ടോബർ|നവംബർ|ഡിസംബർ", " കൂടാതെ ", "", "", ", | എന്നിവ")
LOCALE("mn", "", "", "", "", "", "{y} оны {name}ын {d}",
       "нэгдүгээр сар|хоёрдугаар сар|гуравдугаар сар|дөрөвдүгээр сар|тавдугаар сар|зургаадугаар сар|долоодугаар сар|наймдугаар сар|есдүгээр сар|аравдугаар сар|арван нэгдүгээр сар|арван хоёрдугаар сар", ", ", "", "", ", ")
LOCALE("mni", "০", "", "", "", "", "",
       "জানুৱারি|ফেব্রুৱারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|ওক্টোবর|নভেম্বর|ডিসেম্বর", " অমসুং ", "", "", " অমসুং ")
LOCALE("mr", "०", "", "", "321", "", "{d} {name}, {y}",
       "जानेवारी|फेब्रुवारी|मार्च|एप्रिल|मे|जून|जुलै|ऑगस्ट|सप्टेंबर|ऑक्टोबर|नोव्हेंबर|डिसेंबर", " आणि ", "", "", " आणि ")
LOCALE("ms", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Mac|April|Mei|Jun|Julai|Ogos|September|Oktober|November|Disember", " dan ", "", "", " dan ")
LOCALE("ms-BN", "", ",", ".", "", "", "", "", "", "", "", "")
LOCALE("ms-ID", "", ",", ".", "", "", "", "", "", "", "", "")
LOCALE("mt", "", "", "", "", "", "{d} ta’ {name} {y}",
       "Jannar|Frar|Marzu|April|Mejju|Ġunju|Lulju|Awwissu|Settembru|Ottubru|Novembru|Diċembru", " u ", "", "", ", u ")
LOCALE("mua", "", ",", ".", "", "", "{d} {name} {y}",
       "Fĩi Loo|Cokcwaklaŋne|Cokcwaklii|Fĩi Marfoo|Madǝǝuutǝbijaŋ|Mamǝŋgwãafahbii|Mamǝŋgwãalii|Madǝmbii|Fĩi Dǝɓlii|Fĩi Mundaŋ|Fĩi Gwahlle|Fĩi Yuru", ", ", "", "", ", ")
LOCALE("my", "၀", "", "", "", "", "{y}၊ {name} {d}",
       "ဇန်နဝါရီ|ဖေဖော်ဝါရီ|မတ်|ဧပြီ|မေ|ဇွန်|ဇူလိုင်|ဩဂုတ်|စက်တင်ဘာ|အောက်တိုဘာ|နိုဝင်ဘာ|ဒီဇင်ဘာ", "နှင့် ", " - ", " - ", "နှင့် ")
LOCALE("mzn", "۰", "٫", "٬", "", "‎-‎", "{y} {name} {d}",
       "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر", ", ", "", "", ", ")
LOCALE("naq", "", "", "", "", "", "{d} {name} {y}",
       "ǃKhanni|ǃKhanǀgôab|ǀKhuuǁkhâb|ǃHôaǂkhaib|ǃKhaitsâb|Gamaǀaeb|ǂKhoesaob|Aoǁkhuumûǁkhâb|Taraǀkhuumûǁkhâb|ǂNûǁnâiseb|ǀHooǂgaeb|Hôasoreǁkhâb", ", ", "", "", ", ")
LOCALE("nb", "", ",", " ", "", "−", "{d}. {name} {y}",
       "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember", " og ", "", "", " og ")
LOCALE("nd", "", "", "", "", "", "{d} {name} {y}",
       "Zibandlela|Nhlolanja|Mbimbitho|Mabasa|Nkwenkwezi|Nhlangula|Ntulikazi|Ncwabakazi|Mpandula|Mfumfu|Lwezi|Mpalakazi", ", ", "", "", ", ")
LOCALE("ne", "०", "", "", "321", "", "{y} {name} {d}",
       "जनवरी|फेब्रुअरी|मार्च|अप्रिल|मे|जुन|जुलाई|अगस्ट|सेप्टेम्बर|अक्टोबर|नोभेम्बर|डिसेम्बर", " र ", ",", "", " र ")
LOCALE("nl", "", ",", ".", "", "", "{d} {name} {y}",
       "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december", " en ", "", "", " en ")
LOCALE("nmg", "", ",", " ", "", "", "{d} {name} {y}",
       "ngwɛn matáhra|ngwɛn ńmba|ngwɛn ńlal|ngwɛn ńna|ngwɛn ńtan|ngwɛn ńtuó|ngwɛn hɛmbuɛrí|ngwɛn lɔmbi|ngwɛn rɛbvuâ|ngwɛn wum|ngwɛn wum navǔr|krísimin", ", ", "", "", ", ")
LOCALE("nn", "", ",", " ", "", "−", "{d}. {name} {y}",
       "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember", " og ", "", "", " og ")
LOCALE("nnh", "", ",", ".", "", "", "lyɛ̌ʼ {d} na {name}, {y}",
       "saŋ tsetsɛ̀ɛ lùm|saŋ kàg ngwóŋ|saŋ lepyè shúm|saŋ cÿó|saŋ tsɛ̀ɛ cÿó|saŋ njÿoláʼ|saŋ tyɛ̀b tyɛ̀b mbʉ̀ŋ|saŋ mbʉ̀ŋ|saŋ ngwɔ̀ʼ mbÿɛ|saŋ tàŋa tsetsáʼ|saŋ mejwoŋó|saŋ lùm", ", ", "", "", ", ")
LOCALE("no", "", ",", " ", "", "−", "{d}. {name} {y}",
       "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember", " og ", "", "", " og ")
LOCALE("nus", "", "", "", "", "", "{d} {name} {y}",
       "Tiop thar pɛt|Pɛt|Duɔ̱ɔ̱ŋ|Guak|Duät|Kornyoot|Pay yie̱tni|Tho̱o̱r|Tɛɛr|Laath|Kur|Tio̱p in di̱i̱t", ", ", "", "", ", ")
LOCALE("nyn", "", "", "", "", "", "{d} {name} {y}",
       "Okwokubanza|Okwakabiri|Okwakashatu|Okwakana|Okwakataana|Okwamukaaga|Okwamushanju|Okwamunaana|Okwamwenda|Okwaikumi|Okwaikumi na kumwe|Okwaikumi na ibiri", ", ", "", "", ", ")
LOCALE("om", "", "", "", "", "", "{dd} {name} {y}",
       "Amajjii|Guraandhala|Bitooteessa|Elba|Caamsa|Waxabajjii|Adooleessa|Hagayya|Fuulbana|Onkololeessa|Sadaasa|Muddee", ", ", "", "", ", ")
LOCALE("or", "", "", "", "321", "", "",
       "ଜାନୁଆରୀ|ଫେବୃଆରୀ|ମାର୍ଚ୍ଚ|ଅପ୍ରେଲ|ମଇ|ଜୁନ|ଜୁଲାଇ|ଅଗଷ୍ଟ|ସେପ୍ଟେମ୍ବର|ଅକ୍ଟୋବର|ନଭେମ୍ବର|ଡିସେମ୍ବର", " ଓ ", "", "", ", ଓ ")
LOCALE("os", "", ",", " ", "", "", "{d} {name}, {y} аз",
       "январы|февралы|мартъийы|апрелы|майы|июны|июлы|августы|сентябры|октябры|ноябры|декабры", " ӕмӕ ", "", "", " ӕмӕ ")
LOCALE("pa", "", "", "", "321", "", "{d} {name} {y}",
       "ਜਨਵਰੀ|ਫ਼ਰਵਰੀ|ਮਾਰਚ|ਅਪ੍ਰੈਲ|ਮਈ|ਜੂਨ|ਜੁਲਾਈ|ਅਗਸਤ|ਸਤੰਬਰ|ਅਕਤੂਬਰ|ਨਵੰਬਰ|ਦਸੰਬਰ", " ਅਤੇ ", "", "", " ਅਤੇ ")
LOCALE("pa-Arab", "۰", "٫", "٬", "331", "‎-‎", "",
       "جنوری|فروری|مارچ|اپریل|مئ|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر", ", ", "", "", ", ")
LOCALE("pa-PK", "۰", "٫", "٬", "331", "‎-‎", "",
       "جنوری|فروری|مارچ|اپریل|مئ|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر", ", ", "", "", ", ")
LOCALE("pcm", "", "", "", "", "", "{d} {name} {y}",
       "Jénúári|Fẹ́búári|Mach|Éprel|Mee|Jun|Julai|Ọgọst|Sẹptẹ́mba|Ọktóba|Nọvẹ́mba|Disẹ́mba", " an ", "", "", ", an ")
LOCALE("pl", "", ",", " ", "332", "", "{d} {name} {y}",
       "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia", " i ", "", "", " i ")
LOCALE("ps", "۰", "٫", "٬", "", "‎-‎", "د {y} د {name} {d}",
       "جنوري|فبروري|مارچ|اپریل|مۍ|جون|جولای|اګست|سېپتمبر|اکتوبر|نومبر|دسمبر", " او ", "، ", "، ", "، او ")
LOCALE("pt", "", ",", ".", "", "", "{d} de {name} de {y}",
       "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro", " e ", "", "", " e ")
LOCALE("pt-AO", "", "", " ", "", "", "", "", "", "", "", "")
LOCALE("pt-CH", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-CV", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-GQ", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-GW", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-LU", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-MO", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-MZ", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-PT", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-ST", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("pt-TL", "", "", " ", "332", "", "", "", "", "", "", "")
LOCALE("qu", "", "", "", "", "", "{d} {name} {y}",
       "Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Setiembre|Octubre|Noviembre|Diciembre", ", ", "", "", ", ")
LOCALE("qu-BO", "", ",", ".", "", "", "", "", "", "", "", "")
LOCALE("raj", "०", "", "", "", "", "{y} {name} {d}",
       "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितम्बर|अक्टूबर|नवंबर|दिसंबर", ", ", "", "", ", ")
LOCALE("rm", "", "", "’", "", "−", "{d} {name} {y}",
       "da schaner|da favrer|da mars|d’avrigl|da matg|da zercladur|da fanadur|d’avust|da settember|d’october|da november|da december", " e ", "", "", " e ")
LOCALE("rn", "", ",", ".", "", "", "{d} {name} {y}",
       "Nzero|Ruhuhuma|Ntwarante|Ndamukiza|Rusama|Ruheshi|Mukakaro|Nyandagaro|Nyakanga|Gitugutu|Munyonyo|Kigarama", ", ", "", "", ", ")
LOCALE("ro", "", ",", ".", "", "", "{d} {name} {y}",
       "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie", " și ", "", "", " și ")
LOCALE("rof", "", "", "", "", "", "{d} {name} {y}",
       "Mweri wa kwanza|Mweri wa kaili|Mweri wa katatu|Mweri wa kaana|Mweri wa tanu|Mweri wa sita|Mweri wa saba|Mweri wa nane|Mweri wa tisa|Mweri wa ikumi|Mweri wa ikumi na moja|Mweri wa ikumi na mbili", ", ", "", "", ", ")
LOCALE("ru", "", ",", " ", "", "", "{d} {name} {y} г.",
       "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря", " и ", "", "", " и ")
LOCALE("ru-UA", "", "", "", "332", "", "", "", "", "", "", "")
LOCALE("rw", "", ",", ".", "", "", "{y} {name} {d}",
       "Mutarama|Gashyantare|Werurwe|Mata|Gicurasi|Kamena|Nyakanga|Kanama|Nzeli|Ukwakira|Ugushyingo|Ukuboza", ", ", "", "", ", ")
LOCALE("rwk", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprilyi|Mei|Junyi|Julyai|Agusti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("sa", "०", "", "", "321", "", "{d} {name} {y}",
       "जनवरीमासः|फरवरीमासः|मार्चमासः|अप्रैलमासः|मईमासः|जूनमासः|जुलाईमासः|अगस्तमासः|सितंबरमासः|अक्तूबरमासः|नवंबरमासः|दिसंबरमासः", " तथा ", "", "", ", तथा ")
LOCALE("sah", "", ",", " ", "", "", "{y}, {name} {d}",
       "Тохсунньу|Олунньу|Кулун тутар|Муус устар|Ыам ыйын|Бэс ыйын|От ыйын|Атырдьых ыйын|Балаҕан ыйын|Алтынньы|Сэтинньи|ахсынньы", " уонна ", "", "", " уонна ")
LOCALE("saq", "", "", "", "", "", "{d} {name} {y}",
       "Lapa le obo|Lapa le waare|Lapa le okuni|Lapa le ong’wan|Lapa le imet|Lapa le ile|Lapa le sapa|Lapa le isiet|Lapa le saal|Lapa le tomon|Lapa le tomon obo|Lapa le tomon waare", ", ", "", "", ", ")
LOCALE("sat", "᱐", "", "", "", "", "{d} {name} {y}",
       "ᱡᱟᱱᱣᱟᱨᱤ|ᱯᱷᱟᱨᱣᱟᱨᱤ|ᱢᱟᱨᱪ|ᱟᱯᱨᱮᱞ|ᱢᱮ|ᱡᱩᱱ|ᱡᱩᱞᱟᱭ|ᱟᱜᱟᱥᱛ|ᱥᱮᱯᱴᱮᱢᱵᱟᱨ|ᱚᱠᱴᱚᱵᱟᱨ|ᱱᱟᱣᱟᱢᱵᱟᱨ|ᱫᱤᱥᱟᱢᱵᱟᱨ", ", ", "", "", ", ")
LOCALE("sbp", "", "", "", "", "", "{d} {name} {y}",
       "Mupalangulwa|Mwitope|Mushende|Munyi|Mushende Magali|Mujimbi|Mushipepo|Mupuguto|Munyense|Mokhu|Musongandembwe|Muhaano", ", ", "", "", ", ")
LOCALE("sc", "", ",", ".", "", "", "{d} de {name} de su {y}",
       "ghennàrgiu|freàrgiu|martzu|abrile|maju|làmpadas|trìulas|austu|cabudanni|santugaine|santandria|nadale", " e ", "", "", " e ")
LOCALE("sd", "٠", "٫", "٬", "", "؜-", "{y} {name} {d}",
       "جنوري|فيبروري|مارچ|اپريل|مئي|جون|جولاءِ|آگسٽ|سيپٽمبر|آڪٽوبر|نومبر|ڊسمبر", " ۽ ", "", "", "، ۽ ")
LOCALE("sd-Deva", "0", ".", ",", "", "-", "{name} {d}, {y}",
       "जनवरी|फरवरी|मार्चु|अप्रैल|मई|जून|जुलाई|अगस्ट|सप्टेंबर|ओक्टोबर|नवंबर|डिसंबर", ", ", "", "", ", ")
LOCALE("sd-IN", "0", ".", ",", "", "-", "{name} {d}, {y}",
       "जनवरी|फरवरी|मार्चु|अप्रैल|मई|जून|जुलाई|अगस्ट|सप्टेंबर|ओक्टोबर|नवंबर|डिसंबर", ", ", "", "", ", ")
LOCALE("se", "", ",", " ", "", "−", "{y} {name} {d}",
       "ođđajagemánnu|guovvamánnu|njukčamánnu|cuoŋománnu|miessemánnu|geassemánnu|suoidnemánnu|borgemánnu|čakčamánnu|golggotmánnu|skábmamánnu|juovlamánnu", " ja ", "", "", " ja ")
LOCALE("se-FI", "", "", "", "", "", "{d} {name} {y}", "", "", "", "", "")
LOCALE("seh", "", ",", ".", "", "", "{d} de {name} de {y}",
       "Janeiro|Fevreiro|Marco|Abril|Maio|Junho|Julho|Augusto|Setembro|Otubro|Novembro|Decembro", ", ", "", "", ", ")
LOCALE("ses", "", "", " ", "", "", "{d} {name} {y}",
       "Žanwiye|Feewiriye|Marsi|Awiril|Me|Žuweŋ|Žuyye|Ut|Sektanbur|Oktoobur|Noowanbur|Deesanbur", ", ", "", "", ", ")
LOCALE("sg", "", ",", ".", "", "", "{d} {name} {y}",
       "Nyenye|Fulundïgi|Mbängü|Ngubùe|Bêläwü|Föndo|Lengua|Kükürü|Mvuka|Ngberere|Nabändüru|Kakauka", ", ", "", "", ", ")
LOCALE("sh", "", ",", ".", "", "", "{d}. {name} {y}.",
       "januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar", " i ", "", "", " i ")
LOCALE("shi", "", ",", " ", "", "", "{d} {name} {y}",
       "ⵉⵏⵏⴰⵢⵔ|ⴱⵕⴰⵢⵕ|ⵎⴰⵕⵚ|ⵉⴱⵔⵉⵔ|ⵎⴰⵢⵢⵓ|ⵢⵓⵏⵢⵓ|ⵢⵓⵍⵢⵓⵣ|ⵖⵓⵛⵜ|ⵛⵓⵜⴰⵏⴱⵉⵔ|ⴽⵜⵓⴱⵔ|ⵏⵓⵡⴰⵏⴱⵉⵔ|ⴷⵓⵊⴰⵏⴱⵉⵔ", ", ", "", "", ", ")
LOCALE("shi-Latn", "", "", "", "", "", "",
       "innayr|bṛayṛ|maṛṣ|ibrir|mayyu|yunyu|yulyuz|ɣuct|cutanbir|ktubr|nuwanbir|dujanbir", "", "", "", "")
LOCALE("si", "", "", "", "", "", "{y} {name} {d}",
       "ජනවාරි|පෙබරවාරි|මාර්තු|අප්‍රේල්|මැයි|ජූනි|ජූලි|අගෝස්තු|සැප්තැම්බර්|ඔක්තෝබර්|නොවැම්බර්|දෙසැම්බර්", " සහ ", "", "", ", සහ ")
LOCALE("sk", "", ",", " ", "", "", "{d}. {name} {y}",
       "januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra", " a ", "", "", " a ")
LOCALE("sl", "", ",", ".", "", "−", "{d}. {name} {y}",
       "januar|februar|marec|april|maj|junij|julij|avgust|september|oktober|november|december", " in ", "", "", " in ")
LOCALE("smn", "", ",", " ", "", "", "{name} {d}. {y}",
       "uđđâivemáánu|kuovâmáánu|njuhčâmáánu|cuáŋuimáánu|vyesimáánu|kesimáánu|syeinimáánu|porgemáánu|čohčâmáánu|roovvâdmáánu|skammâmáánu|juovlâmáánu", ", ", "", "", ", ")
LOCALE("sn", "", "", "", "", "", "{y} {name} {d}",
       "Ndira|Kukadzi|Kurume|Kubvumbi|Chivabvu|Chikumi|Chikunguru|Nyamavhuvhu|Gunyana|Gumiguru|Mbudzi|Zvita", ", ", "", "", ", ")
LOCALE("so", "", "", "", "", "", "",
       "Bisha Koobaad|Bisha Labaad|Bisha Saddexaad|Bisha Afraad|Bisha Shanaad|Bisha Lixaad|Bisha Todobaad|Bisha Sideedaad|Bisha Sagaalaad|Bisha Tobnaad|Bisha Kow iyo Tobnaad|Bisha Laba iyo Tobnaad", " iyo ", "", "", " iyo ")
LOCALE("sq", "", ",", " ", "332", "", "{d} {name} {y}",
       "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor", " dhe ", "", "", " dhe ")
LOCALE("sr", "", ",", ".", "", "", "{d}. {name} {y}.",
       "јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар", " и ", "", "", " и ")
LOCALE("sr-Latn", "", "", "", "", "", "",
       "januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar", " i ", "", "", " i ")
LOCALE("sr-ME", "", "", "", "", "", "",
       "januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar", " i ", "", "", " i ")
LOCALE("su", "", ",", ".", "", "", "{d} {name} {y}",
       "Januari|Pébruari|Maret|April|Méi|Juni|Juli|Agustus|Séptémber|Oktober|Nopémber|Désémber", " sareng ", "", "", ", sareng ")
LOCALE("sv", "", ",", " ", "", "−", "{d} {name} {y}",
       "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december", " och ", "", "", " och ")
LOCALE("sw", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba", " na ", "", "", " na ")
LOCALE("sw-CD", "", ",", ".", "", "", "", "", "", "", "", "")
LOCALE("ta", "", "", "", "321", "", "{d} {name}, {y}",
       "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்", " மற்றும் ", "", "", " மற்றும் ")
LOCALE("ta-MY", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("ta-SG", "", "", "", "331", "", "", "", "", "", "", "")
LOCALE("te", "", "", "", "321", "", "{d} {name}, {y}",
       "జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్", " మరియు ", "", "", " మరియు ")
LOCALE("teo", "", "", "", "", "", "{d} {name} {y}",
       "Orara|Omuk|Okwamg’|Odung’el|Omaruk|Omodok’king’ol|Ojola|Opedel|Osokosokoma|Otibar|Olabor|Opoo", ", ", "", "", ", ")
LOCALE("tg", "", ",", " ", "", "", "{dd} {name} {y}",
       "Январ|Феврал|Март|Апрел|Май|Июн|Июл|Август|Сентябр|Октябр|Ноябр|Декабр", ", ", "", "", ", ")
LOCALE("th", "", "", "", "", "", "{d} {name} ค.ศ. {y}",
       "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม", "และ", " ", " ", " และ")
LOCALE("ti", "", "", "", "", "", "{d} {name} {y}",
       "ጥሪ|ለካቲት|መጋቢት|ሚያዝያ|ግንቦት|ሰነ|ሓምለ|ነሓሰ|መስከረም|ጥቅምቲ|ሕዳር|ታሕሳስ", "ን |ን", "፣ ", "፣ ", "ን |ን")
LOCALE("tk", "", ",", " ", "", "", "{d} {name} {y}",
       "ýanwar|fewral|mart|aprel|maý|iýun|iýul|awgust|sentýabr|oktýabr|noýabr|dekabr", " we ", "", "", " we ")
LOCALE("tl", "", "", "", "", "", "",
       "Enero|Pebrero|Marso|Abril|Mayo|Hunyo|Hulyo|Agosto|Setyembre|Oktubre|Nobyembre|Disyembre", " at ", "", "", ", at ")
LOCALE("to", "", "", "", "", "", "{d} {name} {y}",
       "Sānuali|Fēpueli|Maʻasi|ʻEpeleli|Mē|Sune|Siulai|ʻAokosi|Sepitema|ʻOkatopa|Nōvema|Tīsema", " mo ", " mo ", " mo ", " mo ")
LOCALE("tr", "", ",", ".", "", "", "{d} {name} {y}",
       "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık", " ve ", "", "", " ve ")
LOCALE("tt", "", ",", " ", "", "", "{d} {name}, {y} ел",
       "гыйнвар|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь", " һәм ", "", "", " һәм ")
LOCALE("twq", "", "", " ", "", "", "{d} {name} {y}",
       "Žanwiye|Feewiriye|Marsi|Awiril|Me|Žuweŋ|Žuyye|Ut|Sektanbur|Oktoobur|Noowanbur|Deesanbur", ", ", "", "", ", ")
LOCALE("tzm", "", ",", " ", "", "", "{d} {name} {y}",
       "Yennayer|Yebrayer|Mars|Ibrir|Mayyu|Yunyu|Yulyuz|Ɣuct|Cutanbir|Kṭuber|Nwanbir|Dujanbir", ", ", "", "", ", ")
LOCALE("ug", "", "", "", "", "", "{d}-{name}، {y}",
       "يانۋار|فېۋرال|مارت|ئاپرېل|ماي|ئىيۇن|ئىيۇل|ئاۋغۇست|سېنتەبىر|ئۆكتەبىر|نويابىر|دېكابىر", "", "", "", "")
LOCALE("uk", "", ",", " ", "", "", "{d} {name} {y} р.",
       "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня", " і ", "", "", " і ")
LOCALE("ur", "", "", "", "", "‎-", "{d} {name}، {y}",
       "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر", " اور ", "، ", "، ", "، اور ")
LOCALE("ur-IN", "۰", "٫", "٬", "", "‎-‎", "", "", "", "", "", "")
LOCALE("uz", "", ",", " ", "", "", "{d}-{name}, {y}",
       "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr", " va ", "", "", " va ")
LOCALE("uz-AF", "۰", "٫", "٬", "", "‎-‎", "{y} {name} {d}",
       "جنوری|فبروری|مارچ|اپریل|می|جون|جولای|اگست|سپتمبر|اکتوبر|نومبر|دسمبر", ", ", "", "", ", ")
LOCALE("uz-Arab", "۰", "٫", "٬", "", "‎-‎", "{y} {name} {d}",
       "جنوری|فبروری|مارچ|اپریل|می|جون|جولای|اگست|سپتمبر|اکتوبر|نومبر|دسمبر", ", ", "", "", ", ")
LOCALE("uz-Cyrl", "", "", "", "", "", "{d} {name}, {y}",
       "январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр", ", ", "", "", ", ")
LOCALE("vai", "", "", "", "", "", "{d} {name} {y}",
       "ꖨꖕ ꕪꕴ ꔞꔀꕮꕊ|ꕒꕡꖝꖕ|ꕾꖺ|ꖢꖕ|ꖑꕱ|ꖱꘋ|ꖱꕞꔤ|ꗛꔕ|ꕢꕌ|ꕭꖃ|ꔞꘋꕔꕿ ꕸꖃꗏ|ꖨꖕ ꕪꕴ ꗏꖺꕮꕊ", ", ", "", "", ", ")
LOCALE("vai-Latn", "", "", "", "", "", "",
       "M01|M02|M03|M04|M05|M06|M07|M08|M09|M10|M11|M12", "", "", "", "")
LOCALE("vi", "", ",", ".", "", "", "{d} {name}, {y}",
       "tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12", " và ", "", "", " và ")
LOCALE("vun", "", "", "", "", "", "{d} {name} {y}",
       "Januari|Februari|Machi|Aprilyi|Mei|Junyi|Julyai|Agusti|Septemba|Oktoba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("wae", "", ",", "’", "", "", "{d}. {name} {y}",
       "Jenner|Hornig|Märze|Abrille|Meije|Bráčet|Heiwet|Öigšte|Herbštmánet|Wímánet|Wintermánet|Chrištmánet", " und ", "", "", " und ")
LOCALE("wo", "", ",", ".", "", "", "{d} {name}, {y}",
       "Samwiyee|Fewriyee|Mars|Awril|Mee|Suwe|Sulet|Ut|Sàttumbar|Oktoobar|Nowàmbar|Desàmbar", ", ", "", "", ", ")
LOCALE("xh", "", "", " ", "", "", "",
       "Janyuwari|Februwari|Matshi|Epreli|Meyi|Juni|Julayi|Agasti|Septemba|Okthobha|Novemba|Disemba", ", ", "", "", ", ")
LOCALE("xog", "", "", "", "", "", "{d} {name} {y}",
       "Janwaliyo|Febwaliyo|Marisi|Apuli|Maayi|Juuni|Julaayi|Agusito|Sebuttemba|Okitobba|Novemba|Desemba", ", ", "", "", ", ")
LOCALE("yav", "", ",", " ", "", "", "{d} {name} {y}",
       "pikítíkítie, oólí ú kutúan|siɛyɛ́, oóli ú kándíɛ|ɔnsúmbɔl, oóli ú kátátúɛ|mesiŋ, oóli ú kénie|ensil, oóli ú kátánuɛ|ɔsɔn|efute|pisuyú|imɛŋ i puɔs|imɛŋ i putúk,oóli ú kátíɛ|makandikɛ|pilɔndɔ́", ", ", "", "", ", ")
LOCALE("yi", "", "", "", "", "", "{d}טן {name} {y}",
       "יאַנואַר|פֿעברואַר|מערץ|אַפּריל|מיי|יוני|יולי|אויגוסט|סעפּטעמבער|אקטאבער|נאוועמבער|דעצעמבער", " און ", "", "", " און ")
LOCALE("yo", "", "", "", "", "", "{d} {name} {y}",
       "Ṣẹ́r|Èrèl|Ẹrẹ̀n|Ìgb|Ẹ̀bi|Òkú|Agẹ|Ògú|Owe|Ọ̀wà|Bél|Ọ̀pẹ", ", ", "", "", ", ")
LOCALE("yo-BJ", "", "", "", "", "", "",
       "Shɛ́r|Èrèl|Ɛrɛ̀n|Ìgb|Ɛ̀bi|Òkú|Agɛ|Ògú|Owe|Ɔ̀wà|Bél|Ɔ̀pɛ", "", "", "", "")
LOCALE("yrl", "", ",", ".", "", "", "{d} {name} {y}",
       "yepé|mukũi|musapíri|irũdí|pú|pú-yepé|pú-mukũi|pú-musapíri|pú-irũdí|yepé-putimaã|yepé-yepé|yepé-mukũi", " asuí ", "", "", " asuí ")
LOCALE("yue", "", "", "", "", "", "{y}年{m}月{d}日", "", "同", "、", "、", "同")
LOCALE("zgh", "", ",", " ", "", "", "{d} {name} {y}",
       "ⵉⵏⵏⴰⵢⵔ|ⴱⵕⴰⵢⵕ|ⵎⴰⵕⵚ|ⵉⴱⵔⵉⵔ|ⵎⴰⵢⵢⵓ|ⵢⵓⵏⵢⵓ|ⵢⵓⵍⵢⵓⵣ|ⵖⵓⵛⵜ|ⵛⵓⵜⴰⵏⴱⵉⵔ|ⴽⵜⵓⴱⵔ|ⵏⵓⵡⴰⵏⴱⵉⵔ|ⴷⵓⵊⴰⵏⴱⵉⵔ", ", ", "", "", ", ")
LOCALE("zh", "", "", "", "", "", "{y}年{m}月{d}日", "", "和", "、", "、", "和")
LOCALE("zh-HK", "", "", "", "", "", "", "", "及", "", "", "及")
LOCALE("zh-Hant-HK", "", "", "", "", "", "", "", "及", "", "", "及")
LOCALE("zh-Hant-MO", "", "", "", "", "", "", "", "及", "", "", "及")
LOCALE("zh-MO", "", "", "", "", "", "", "", "及", "", "", "及")
LOCALE("zu", "", "", "", "", "", "",
       "Januwari|Februwari|Mashi|Ephreli|Meyi|Juni|Julayi|Agasti|Septhemba|Okthoba|Novemba|Disemba", " ne-", "", "", ", ne-")
