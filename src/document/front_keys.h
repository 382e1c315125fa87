// clang-format off
// The known keys of front matter: key, what it wants, member of Metadata that takes it as text. Numbers, dates, yes and
// no are text where text is wanted, as written. Other keys are kept, and are nobody's fault: web sites put theirs there.
// FRONT_OWN: a key that is of one text, so that hspdf.yaml can not give it for all.
// FRONT_FLAG: yes or no, a member that is a bool. FRONT_KEY_ONLY: read elsewhere, or not yet.
#ifndef FRONT_OWN
#define FRONT_OWN(key)
#endif
FRONT_KEY("title", TEXT, title)
FRONT_KEY("subtitle", TEXT, subtitle)
FRONT_KEY("author", TEXTS, author)
FRONT_KEY("organization", TEXT, organization)
FRONT_KEY("date", DATE, date)
FRONT_KEY("version", TEXT, version)
FRONT_KEY("review", DATE, review)
FRONT_KEY("reference", TEXT, reference)
FRONT_KEY("lang", TEXT, lang)
FRONT_KEY("description", TEXT, description)
FRONT_KEY("keywords", TEXTS, keywords)
FRONT_KEY("rights", TEXT, rights)
FRONT_KEY("sender", TEXTS, sender)
FRONT_KEY("recipient", TEXTS, recipient)
FRONT_KEY_ONLY("ordering", NUMBER)
FRONT_KEY_ONLY("style", STYLE)
FRONT_KEY_ONLY("paper", PAPER)
FRONT_KEY_ONLY("blanks", BOOL)
FRONT_FLAG("smart", smart)
FRONT_KEY_ONLY("toc", CONTENTS)
FRONT_KEY_ONLY("numbering", NUMBERING)
FRONT_KEY_ONLY("links", LINKS)
FRONT_KEY_ONLY("fit", FIT)
FRONT_KEY_ONLY("header", RUNNING)
FRONT_KEY_ONLY("footer", RUNNING)
FRONT_OWN("title")
FRONT_OWN("subtitle")
FRONT_OWN("reference")
FRONT_OWN("description")
FRONT_OWN("recipient")
FRONT_OWN("ordering")
FRONT_OWN("blanks")
#undef FRONT_OWN
