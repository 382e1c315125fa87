// clang-format off
// The keys of front matter that hspdf reads as text: key, member of Metadata.
FRONT_KEY("title", title)
FRONT_KEY("subtitle", subtitle)
FRONT_KEY("author", author)
FRONT_KEY("organization", organization)
FRONT_KEY("date", date)
FRONT_KEY("version", version)
FRONT_KEY("review", review)
FRONT_KEY("reference", reference)
FRONT_KEY("description", description)
FRONT_KEY("keywords", keywords)
FRONT_KEY("paper", paper)
