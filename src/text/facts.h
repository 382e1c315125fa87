// clang-format off
// What is one fact and stays on one line: name, language ("": any), pattern, an example that holds together, and one that
// looks alike but stays breakable, each in its language (of the row, or as given). Rows with a language apply to it alone.
//
// A pattern is a row of elements; between any two, one space may stand or none. `?` behind an element that is not the first: it may be
// absent.
//     n number   d day of a month   y year     o month (word)     P telephone number
//     u unit     c currency         m part of the day             h word of the clock
//     r what a number belongs to    t title    N capitalized name e what ties a date   w word
//     a abbreviation of several words             i initial of a name, with its full stop
//     x multiplication sign         - any dash                    other characters stand for themselves
// Of the rows that fit at a place the longest counts. Words are in facts_words.h and facts_months.h.

//   name            language pattern        example's language and text           not a fact
FACT(QUANTITY,       "",      "nu",          "en", "37.5 °C",                       "5 men")
FACT(QUANTITY_COMMA, "",      "nu",          "de", "0,5 ml",                        "0,5 und")
FACT(QUANTITY_WORD,  "",      "nu",          "fr", "3 jours",                       "3 jardins")
FACT(PERCENT,        "",      "nu",          "de", "10 %",                          "10 Leute")
FACT(RATE,           "",      "nu/w",        "en", "500 mg/day",                    "500 men/women")
FACT(RATE_TWICE,     "",      "nu/w/w",      "en", "5 mg/kg/day",                   "5 new/old/late")
FACT(PRODUCT,        "",      "nxn",         "en", "2 × 4",                         "2 or 4")
FACT(PRODUCT_UNIT,   "",      "nxnu",        "en", "2 × 500 mg",                    "2 of 500 men")
FACT(TIMES,          "",      "nxw?",        "de", "3 × täglich",                   "3 mehr täglich")
FACT(RANGE,          "",      "n-n",         "en", "3 – 5",                         "3 or 5")
FACT(RANGE_UNIT,     "",      "n-nu",        "en", "3 – 5 days",                    "3 or 5 men")
FACT(RANGE_OF_UNITS, "",      "nu-nu",       "en", "5 mg – 10 mg",                  "5 men – 10 cars")
FACT(MONEY,          "",      "cn",          "en", "€ 20",                          "a 20")
FACT(MONEY_BEHIND,   "",      "nc",          "pl", "20 zł",                         "20 osób")
FACT(DAY_MONTH,      "",      "d.?o",        "de", "12. März",                      "12. Mann")
FACT(DATE_DMY,       "",      "d.?o.?,?y",   "en", "12 March 2026",                 "12 people 2026")
FACT(DATE_YEAR_WORD, "",      "doyu",        "ru", "12 марта 2026 г.",              "12 женщин 2026 г.")
FACT(MONTH_DAY,      "",      "o.?d",        "en", "Sept. 12",                      "Seven 12")
FACT(DATE_MDY,       "",      "o.?d,?y",     "en", "March 12, 2026",                "Maria 12, 2026")
FACT(MONTH_YEAR,     "",      "o.?e?y",      "es", "marzo de 2026",                 "marco de 2026")
FACT(DAY_OF_MONTH,   "",      "deo",         "pt", "12 de março",                   "12 de manhã")
FACT(DATE_OF,        "",      "deo,?y",      "en", "12th of March 2026",            "12th of people 2026")
FACT(DATE_DE,        "",      "deoey",       "es", "12 de marzo de 2026",           "12 de madres de 2026")
FACT(DATE_YMD,       "",      "y.?od?.?",    "hu", "2026. március 12.",             "2026. magyar 12.")
FACT(DATE_HAN,       "",      "n年n月n日",    "ja", "2026年3月12日",                  "2026名3人12本")
FACT(MONTH_DAY_HAN,  "",      "n月n日",       "zh", "3月12日",                        "3里12日")
FACT(YEAR_MONTH_HAN, "",      "n年n月",       "zh", "2026 年 3 月",                   "2026 里 3 月")
FACT(DATE_KOREAN,    "ko",    "n년n월n일",    "ko", "2026년 3월 12일",                "2026명 3월 12일")
FACT(MONTH_DAY_KO,   "ko",    "n월n일",       "ko", "3월 12일",                       "3명 12일")
FACT(YEAR_MONTH_KO,  "ko",    "n년n월",       "ko", "2026년 3월",                     "2026명 3월")
FACT(DATE_VIETNAMESE,"vi",    "rnrnrn",      "vi", "ngày 12 tháng 3 năm 2026",      "nhà 12 tháp 3 nam 2026")
FACT(DAY_MONTH_VI,   "vi",    "rnrn",        "vi", "ngày 12 tháng 3",               "nhà 12 tháp 3")
FACT(DAY_MONTH_BARE, "vi",    "nrn",         "vi", "12 tháng 3",                    "12 thang 3")
FACT(TIME,           "",      "nm",          "en", "9:30 am",                       "9:30 and")
FACT(TIME_BEHIND,    "",      "mn",          "ko", "오전 9",                         "오늘 9")
FACT(TIME_CLOCK,     "",      "nh",          "de", "9.30 Uhr",                      "9.30 und")
FACT(TIME_PARTS,     "",      "nhn",         "fr", "14 h 30",                       "14 et 30")
FACT(TIME_UNITS,     "",      "nhnu",        "ja", "9時30分",                       "9本30冊")
FACT(TIME_DAY_PART,  "",      "mnhnu",       "ko", "오전 9시 30분",                  "오늘 9명 30분")
FACT(TELEPHONE,      "",      "P",           "en", "020 7946 0018",                 "20 of 7946 men")
FACT(TELEPHONE_PLUS, "",      "P",           "en", "+44 (0)20 7946 0000",           "20 (of) 7946 men")
FACT(TELEPHONE_AREA, "",      "P",           "en", "(555) 555-0100",                "(five) 555-0100")
FACT(TELEPHONE_PAIRS,"",      "P",           "fr", "01 23 45 67 89",                "1 ou 23 ou 45")
FACT(TELEPHONE_NAMED,"",      "r.?:?P",      "de", "Tel. 030 1234567",              "Test 030 1234567")
FACT(TELEPHONE_COLON,"",      "r.?:?P",      "fr", "tél. : 01 23 45 67 89",         "test : 01 23 45 67 89")
FACT(REFERENCE,      "",      "r.?n",        "en", "No. 5",                         "Now 5")
FACT(REFERENCE_PAGE, "",      "r.?n",        "en", "p. 12",                         "q. 12")
FACT(REFERENCE_SIGN, "",      "r.?n",        "de", "§ 5",                           "% 5")
FACT(REFERENCE_RANGE,"",      "r.?n-n",      "en", "pp. 3 – 5",                     "by 3 or 5")
FACT(REFERENCE_CLOCK,"",      "r.?n",        "da", "kl. 9.30",                      "til 9.30")
FACT(TITLE,          "",      "t.?N",        "en", "Dr Smith",                      "Do Smith")
FACT(TITLE_STOP,     "",      "t.?N",        "de", "Dr. Müller",                    "Da Müller")
FACT(TITLE_INITIAL,  "",      "t.?iN",       "en", "Dr. J. Smith",                  "Do J. Smith")
FACT(ABBREVIATION,   "",      "a",           "de", "z. B.",                         "so. B.")
FACT(TITLE_TWICE,    "",      "t.?t.?N",     "de", "Prof. Dr. Müller",              "Plan Der Müller")
