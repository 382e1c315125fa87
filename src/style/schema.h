// clang-format off
// What a stylesheet may say, one row a fact. The parser, its errors, the defaults, `hspdf styles --explain` and
// docs/styles.md (tools/styles_doc.py) are made from these rows: an includer defines the macros that it reads, the
// others are empty.

#ifndef TYPE
#define TYPE(id, wants)
#endif
#ifndef RANGE
#define RANGE(id, least_pt, most_pt, least_factor, most_factor)
#endif
#ifndef SECTION
#define SECTION(name, about)
#endif
#ifndef PROPERTY
#define PROPERTY(section, key, member, type, range, fallback, about)
#endif
#ifndef ROLE
#define ROLE(id, section, about)
#endif
#ifndef ROLE_PROPERTY
#define ROLE_PROPERTY(key, member, type, range, default_text, about)
#endif

//   type        what a value of it is, in messages
TYPE(TEXT,       "text")
TYPE(LENGTH,     "a length such as 14pt, 20mm, 1.5em or 1 line")
TYPE(LEADING,    "a factor of the size such as 1.4, or a length such as 20pt")
TYPE(FLAG,       "true or false")
TYPE(COLOR,      "a color such as '#1a2b3c' or navy, one of 'colors', or none")
TYPE(FONT,       "text or mono")
TYPE(ALIGN,      "start, left, center, right or justify")
TYPE(SCALING,    "none or any")
TYPE(DUPLEX,     "any, off, long-edge or short-edge")
TYPE(PAGE_BREAK, "none, page, left or right")

//    range       pt: least, most      em, lines and factors: least, most
RANGE(NONE,       0,     0,            0,     0)
RANGE(PAGE,       0,     14400,        0,     200)  // PDF's largest page is 200 in (ISO 32000-1, annex C)
RANGE(MEASURE,    72,    14400,        5,     500)
RANGE(SIZE,       4,     800,          0.3,   20)
RANGE(TABLE_SIZE, 8,     800,          0.5,   20)
RANGE(LEADING,    4,     1000,         0.8,   4)
RANGE(SPACE,      0,     2000,         0,     100)
RANGE(RULE,       0,     40,           0,     4)
RANGE(SHIFT,      -400,  400,          -10,   10)

// What stands at the top of a style: name, what it is for.
SECTION("extends",   "The style that this one changes: a name that `hspdf styles` lists, or a file beside this one, as `./base.yaml`.")
SECTION("colors",    "Names for colors, which then stand wherever a color may: `colors: {brand: '#004d40'}`. A style that extends this one may change them.")
SECTION("classes",   "The look of a class, as `warning` for `<div class=\"warning\">`: the properties of a role. They go before those of the role; the text's own `style` attributes go before both.")
SECTION("languages", "What is different in a language, as `ar` or `zh-Hant`: sections as in the style itself. The nearest language counts most.")
SECTION("page",      "Paper, margins and printing.")
SECTION("table",     "Rules, fills and padding of tables. How their text looks is said by the roles table-text, header-cell, row-header, cell and caption.")

// Sections that stand once.
//       section key                 member             type     range       default     what it does
PROPERTY(page,   "paper",            paper,             TEXT,    NONE,       "a4",      "The paper, where neither the text nor the command line names one: a3 to a6, letter, legal, tabloid, or a size such as 210x297mm.")
PROPERTY(page,   "margin-top",       margin_top,        LENGTH,  PAGE,       "20mm",    "Above the text. Margins are at most an eighth of the paper's side.")
PROPERTY(page,   "margin-right",     margin_right,      LENGTH,  PAGE,       "20mm",    "Right of the text.")
PROPERTY(page,   "margin-bottom",    margin_bottom,     LENGTH,  PAGE,       "20mm",    "Below the text; a foot that needs more takes it.")
PROPERTY(page,   "margin-left",      margin_left,       LENGTH,  PAGE,       "20mm",    "Left of the text.")
PROPERTY(page,   "foot-distance",    foot_distance,     LENGTH,  PAGE,       "10mm",    "From the paper's lower edge to the foot.")
PROPERTY(page,   "measure",          measure,           LENGTH,  MEASURE,    "38em",    "Lines of text are not set wider: 60 to 70 characters are easy to read.")
PROPERTY(page,   "print-scaling",    scaling,           SCALING, NONE,       "none",    "What the print dialog is set to at first: none keeps sizes as they are.")
PROPERTY(page,   "duplex",           duplex,            DUPLEX,  NONE,       "any",     "What the print dialog is set to at first: on one side, or on both and turned about which edge.")
PROPERTY(table,  "size-min",         size_min,          LENGTH,  TABLE_SIZE, "12pt",    "A table that is too wide is set smaller down to this size, then on a page on its side.")
PROPERTY(table,  "outer-rule",       outer_rule,        LENGTH,  RULE,       "1pt",     "Thickness of the rule around the table; 0 draws none.")
PROPERTY(table,  "header-rule",      header_rule,       LENGTH,  RULE,       "1pt",     "Of the rule below the header rows.")
PROPERTY(table,  "row-rule",         row_rule,          LENGTH,  RULE,       "0.5pt",   "Of the rules between rows.")
PROPERTY(table,  "column-rule",      column_rule,       LENGTH,  RULE,       "0.5pt",   "Of the rules between columns.")
PROPERTY(table,  "group-rule",       group_rule,        LENGTH,  RULE,       "1pt",     "Of the rules between groups of rows.")
PROPERTY(table,  "footer-rule",      footer_rule,       LENGTH,  RULE,       "1pt",     "Of the rule above the footer rows.")
PROPERTY(table,  "rule-color",       rule_color,        COLOR,   NONE,       "'#000000'", "The color of all its rules.")
PROPERTY(table,  "header-fill",      header_fill,       COLOR,   NONE,       "none",    "What is behind header rows.")
PROPERTY(table,  "row-header-fill",  row_header_fill,   COLOR,   NONE,       "none",    "What is behind cells that head their row.")
PROPERTY(table,  "footer-fill",      footer_fill,       COLOR,   NONE,       "none",    "What is behind footer rows.")
PROPERTY(table,  "stripe-fill",      stripe_fill,       COLOR,   NONE,       "none",    "What is behind every other row.")
PROPERTY(table,  "row-height-min",   row_height_min,    LENGTH,  SPACE,      "0pt",     "Rows are at least this high, padding included: room to write in.")
PROPERTY(table,  "align-numbers",    align_numbers,     FLAG,    NONE,       "true",    "Columns of numbers are aligned on their decimal marks.")
PROPERTY(table,  "padding-x",        padding_x,         LENGTH,  SPACE,      "6pt",     "Between a cell's text and the rules at its sides.")
PROPERTY(table,  "padding-y",        padding_y,         LENGTH,  SPACE,      "4pt",     "Between a cell's text and the rules above and below.")

// Roles, each with all role properties: identifier, section in YAML, what they are the look of.
ROLE(DOCUMENT,        "body",             "The document: all other roles inherit its type.")
ROLE(TITLE,           "title",            "The title from the front matter.")
ROLE(SUBTITLE,        "subtitle",         "The subtitle from the front matter.")
ROLE(HEADING_1,       "heading-1",        "`#`")
ROLE(HEADING_2,       "heading-2",        "`##`")
ROLE(HEADING_3,       "heading-3",        "`###`")
ROLE(HEADING_4,       "heading-4",        "`####`")
ROLE(HEADING_5,       "heading-5",        "`#####`")
ROLE(HEADING_6,       "heading-6",        "`######`")
ROLE(PARAGRAPH,       "paragraph",        "A paragraph.")
ROLE(QUOTE,           "quote",            "`>`")
ROLE(ALERT_NOTE,      "alert-note",       "`> [!NOTE]`")
ROLE(ALERT_TIP,       "alert-tip",        "`> [!TIP]`")
ROLE(ALERT_IMPORTANT, "alert-important",  "`> [!IMPORTANT]`")
ROLE(ALERT_WARNING,   "alert-warning",    "`> [!WARNING]`")
ROLE(ALERT_CAUTION,   "alert-caution",    "`> [!CAUTION]`")
ROLE(ALERT_LABEL,     "alert-label",      "The word above an alert.")
ROLE(LIST,            "list",             "A list as a whole.")
ROLE(ITEM,            "item",             "An item of a list; its indent is the room for the mark.")
ROLE(TERM,            "term",             "A term that is defined.")
ROLE(DESCRIPTION,     "description",      "What a term means.")
ROLE(TASK_BOX,        "task-box",         "The box of `- [ ]`.")
ROLE(CODE_BLOCK,      "code-block",       "Code on lines of its own.")
ROLE(TABLE,           "table-text",       "A table as a whole, and the type in it.")
ROLE(CAPTION,         "caption",          "The caption of a table.")
ROLE(FIGURE,          "figure",           "A picture on a line of its own, with its caption.")
ROLE(FIGURE_CAPTION,  "figure-caption",   "The caption of a figure.")
ROLE(HEADER_CELL,     "header-cell",      "A cell that heads a column.")
ROLE(ROW_HEADER,      "row-header",       "A cell that heads a row.")
ROLE(CELL,            "cell",             "Any other cell.")
ROLE(THEMATIC_BREAK,  "thematic-break",   "`---`")
ROLE(NOTES,           "notes",            "Footnotes.")
ROLE(STRONG,          "strong",           "`**strong**`")
ROLE(EMPHASIS,        "emphasis",         "`*emphasis*`")
ROLE(UNDERLINE,       "underline",        "`<u>`")
ROLE(STRIKE,          "strike",           "`~~strike~~`")
ROLE(SUBSCRIPT,       "subscript",        "`<sub>`")
ROLE(SUPERSCRIPT,     "superscript",      "`<sup>`, and marks of notes.")
ROLE(SMALL,           "small",            "`<small>`")
ROLE(MARK,            "mark",             "`<mark>`")
ROLE(CODE,            "code",             "`` `code` ``")
ROLE(LINK,            "link",             "A link.")
ROLE(FOOT,            "foot",             "What stands at the foot of each page.")
ROLE(CONTENTS,        "contents",         "A list of contents as a whole.")
ROLE(CONTENTS_TITLE,  "contents-title",   "The word above it.")
ROLE(CONTENTS_1,      "contents-1",       "Its entries of the first level.")
ROLE(CONTENTS_2,      "contents-2",       "Those of the second.")
ROLE(CONTENTS_3,      "contents-3",       "Those of the third, and deeper ones.")

// Properties of a role: key, member, type, range, what it is where it is not given, what it does.
ROLE_PROPERTY("font",             font,             FONT,       NONE,     "inherited",        "Which family of fonts.")
ROLE_PROPERTY("size",             size,             LENGTH,     SIZE,     "inherited",        "The size of type. An em, here alone, is the size of the type around.")
ROLE_PROPERTY("leading",          leading,          LEADING,    LEADING,  "inherited",        "From one line to the next; 1.4 is 1.4 times the size.")
ROLE_PROPERTY("bold",             bold,             FLAG,       NONE,     "inherited",        "Bold type.")
ROLE_PROPERTY("italic",           italic,           FLAG,       NONE,     "inherited",        "Slanted type, where the font has it.")
ROLE_PROPERTY("underline",        underline,        FLAG,       NONE,     "inherited",        "A rule below the words.")
ROLE_PROPERTY("small-caps",       small_caps,       FLAG,       NONE,     "inherited",        "Small capitals, where the font has them.")
ROLE_PROPERTY("tabular-figures",  tabular_figures,  FLAG,       NONE,     "inherited",        "All digits of one width.")
ROLE_PROPERTY("letter-space",     letter_space,     LENGTH,     SHIFT,    "inherited",        "Put between letters; scripts that join theirs take none.")
ROLE_PROPERTY("word-space",       word_space,       LENGTH,     SHIFT,    "inherited",        "Added to spaces between words.")
ROLE_PROPERTY("hyphenate",        hyphenate,        FLAG,       NONE,     "inherited",        "Words may be hyphenated.")
ROLE_PROPERTY("hang-punctuation", hang_punctuation, FLAG,       NONE,     "inherited",        "Stops and hyphens at a line's end stand in the margin.")
ROLE_PROPERTY("strike",           strike,           FLAG,       NONE,     "inherited",        "A rule through the words.")
ROLE_PROPERTY("color",            color,            COLOR,      NONE,     "inherited",        "Of the letters.")
ROLE_PROPERTY("rise",             rise,             LENGTH,     SHIFT,    "0",                "How far the letters stand above the line; below it where negative.")
ROLE_PROPERTY("align",            align,            ALIGN,      NONE,     "inherited",        "Where lines stand; start is the side where the script begins.")
ROLE_PROPERTY("space-before",     space_before,     LENGTH,     SPACE,    "0",                "Above; of two blocks' spaces the larger one counts. Dropped at a page's top.")
ROLE_PROPERTY("space-after",      space_after,      LENGTH,     SPACE,    "0",                "Below.")
ROLE_PROPERTY("indent",           indent,           LENGTH,     SPACE,    "0",                "At the side where lines begin, of all it holds.")
ROLE_PROPERTY("keep-with-next",   keep_with_next,   FLAG,       NONE,     "false",            "No page ends below it.")
ROLE_PROPERTY("keep-together",    keep_together,    FLAG,       NONE,     "false",            "No page ends within it, where a page has the room.")
ROLE_PROPERTY("break-before",     break_before,     PAGE_BREAK, NONE,     "none",             "It begins a page, or a left or a right one.")
ROLE_PROPERTY("break-after",      break_after,      PAGE_BREAK, NONE,     "none",             "What follows begins a page.")
ROLE_PROPERTY("bar",              bar,              LENGTH,     RULE,     "0",                "Thickness of a rule at the side where lines begin.")
ROLE_PROPERTY("frame",            frame,            LENGTH,     RULE,     "0",                "Thickness of the rules on all sides.")
ROLE_PROPERTY("frame-color",      frame_color,      COLOR,      NONE,     "that of the text", "Of the bar and the frame.")
ROLE_PROPERTY("fill",             fill,             COLOR,      NONE,     "none",             "What is behind it.")
ROLE_PROPERTY("padding",          padding,          LENGTH,     SPACE,    "0",                "Between the frame and what is in it.")

#undef TYPE
#undef RANGE
#undef SECTION
#undef PROPERTY
#undef ROLE
#undef ROLE_PROPERTY
