// clang-format off
// What a caption begins with: the words by which styles/locale numbers tables and figures, which a test
// compares, and English; any of them in a text of any language.

static const char *const table_words[] = {
    "الجدول", "Таблица", "সারণি", "Taula", "Tabulka", "Tabel", "Tabelle", "Πίνακας", "Table", "Tabla",
    "جدول", "Taulukko", "Tableau", "Táboa", "טבלה", "तालिका", "Tablica", "táblázat", "Tabella", "表", "표",
    "lentelė", "tabula", "Jadual", "Tabell", "Tabela", "Tabelul", "Tabuľka", "Табела", "Jedwali", "ตารางที่",
    "Talahanayan", "Tablo", "Таблиця", "Bảng",
};

static const char *const figure_words[] = {
    "الشكل", "Фигура", "চিত্র", "Figura", "Obrázek", "Figur", "Abbildung", "Σχήμα", "Figure", "Joonis",
    "شکل", "Kuva", "איור", "चित्र", "Slika", "ábra", "Gambar", "図", "그림", "pav.", "attēls", "Rajah",
    "Figuur", "Rysunek", "Рисунок", "Obrázok", "Слика", "Kielelezo", "รูปที่", "Larawan", "Şekil", "Hình",
    "图", "圖",
};
