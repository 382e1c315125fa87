# Fields filled from --data and --set: hostile values in every place, faults in the data, and what is refused.
. "${0%/*}/lib.sh"

cat > all.md <<'END'
---
title: Title {{v}}
lang: en
author: {{v}}
keywords: ["{{v}}"]
---
{{v}}

Mid {{v}} paragraph **{{v}}** `{{v}}` [link {{v}}](https://a.org/{{v}} "t {{v}}") <span title="{{v}}">html {{v}}</span>

# Heading {{v}}

- {{v}}
- item {{v}}

| a | b |
|---|---|
| {{v}} | cell {{v}} |

```
{{v}}
```

<div title="{{v}}">

{{v}}

</div>
END

# shape: the tree without texts and addresses; a line end in a value is a line break, and parts a text.
shape() {
    sed -E 's/^( *[a-z-]+) [0-9:]+.*$/\1/' out
}

expect 0 --dump=document all.md --set v=harmless
shape > harmless
# hostile VALUE: stands wherever `harmless` did, and nowhere as markup.
hostile() {
    expect 0 --dump=document all.md --set "v=$1"
    shape > tree
    cmp -s harmless tree || fail "the tree is another with: $1"
}
for mark in '!' '"' '#' '$' '%' '&' "'" '(' ')' '*' '+' ',' '-' '.' '/' ':' ';' '<' '=' '>' '?' '@' '[' '\' ']' '^' '_' \
    '`' '{' '|' '}' '~'; do
    hostile "$mark"
    hostile "${mark}x"
    hostile "x$mark"
    hostile "$mark$mark$mark"
    hostile "$mark x"
    hostile "x $mark y$mark"
done
for value in '1. x' '# x' '- x' '+ x' '> x' '    code' '---' '***' '===' '```' '~~~' '| a | b |' '<b>x</b>' '<!-- x' \
    '</span>' '" onclick="' '&amp;' '&#42;' 'https://example.org/?a=b&c=d' 'www.example.org' 'a@example.org' '[x](y)' \
    '![x](y.png)' '[^1]' '[TOC]' '\newpage' '{{v}}' '{{{v}}}' '{{#v}}' '{{< x >}}' '______' '- [ ] x' '**x**' 'x: y' \
    '!tag' '*alias' '{a: b}' '"quoted' "'" '%x' 'null' 'true' '[!NOTE]' 'مرحبا' 'שלום (12)'; do
    hostile "$value"
done
# As text of its own it is the value, literally.
printf '{{v}} end\n' > one.md
expect 0 --dump=document one.md --set 'v=*a* & <b> `c` \d [e](f) | _g_ &amp; 1. # {{v}}'
prints '"*a* & <b> `c` \\d [e](f) | _g_ &amp; 1. # {{v}} end"'
expect 0 --dump=document one.md --set "v=$(printf 'one\ntwo')"
prints 'line-break'
printf '[a](https://a.org/?q={{v}}) [b]({{v}}) [c](mailto:{{v}})\n' > address.md
expect 0 --dump=document address.md --set 'v=a@b.org) "x<'
prints 'https://a.org/?q=a%40b.org%29%20%22x%3C'
prints '"mailto:a@b.org%29%20%22x%3C"'
printf '{{{v}}} {{&v}}\n' > raw.md
expect 0 --dump=document raw.md --set 'v=**bold**'
prints strong

# Random values of everything that is not a letter.
[ -n "${PYTHON:-}" ] && "$PYTHON" - "$work" <<'END'
import pathlib, random, sys
random.seed(7)
pool = [chr(c) for c in range(33, 127)] + list("  \u00e9\u05d0\u0645\u4e00\u202e\u2067\u2069\u200b\u200e") + ["``", "**", "\\"]
for i in range(40):
    value = "".join(random.choice(pool) for _ in range(random.randint(1, 30))).strip()
    pathlib.Path(sys.argv[1], "random%d" % i).write_text((value or "x") + "x", encoding="utf-8")
END
for file in random*; do
    [ -e "$file" ] && hostile "$(cat "$file")"
done

# Characters that are not seen are said, without the value.
expect 0 one.md -o out.pdf --set "v=Geheim$(printf '\342\200\256')x"
says '[merge-hidden]'
grep -q Geheim err && fail 'a value stands in a diagnostic'

# Missing, misspelt; nothing is written.
printf 'Dear {{nmae}},\n' > miss.md
older_output miss.pdf
expect 1 miss.md --set name=Ada
says "miss.md:1:6: error: the data have no 'nmae'; did you mean 'name'? [merge-missing]"
unchanged miss.pdf
expect 0 miss.md -o no.pdf
says "miss.md:1:6: warning: 1 fields are not filled, 'nmae' the first of them"
printf -- '---\nblanks: true\n---\nName: {{name}}\n' > blank.md
expect 0 --dump=document blank.md
silent
grep -q '{{' out && fail 'a field is left'

# Partials: within the root, with their own places.
mkdir -p in outside
printf 'Sincerely, {{who}} {{absent}}\n' > in/sign.md
printf 'x\n' > outside/out.md
printf 'Dear {{who}}\n\n{{> sign}}\n{{> ../outside/out}}\n' > in/letter.md
expect 1 in/letter.md --set who=Ada
says "sign.md:1:20: error: the data have no 'absent'"
says "the partial '../outside/out' lies outside"

# data TEXT NAME STATUS MESSAGE
data() {
    printf "$1" > "$2"
    expect "$3" --dump=document one.md --data "$2"
    [ -z "$4" ] || says "$4"
}
data 'v;w\na;b\n' semicolon.csv 0 ''
prints '"a end"'
data 'v\tw\na, b\tc\n' tab.csv 0 ''
prints '"a, b end"'
data '\357\273\277v,w\r\n"a ""b""\r\nc",d\r\n' quotes.csv 0 ''
prints '"a \"b\""'
data 'v,w\nM\374ller,x\n' latin.csv 0 '[data-encoding]'
prints '"Müller end"'
data 'v,w\nMüller,x\nM\374ller,y\n' mixed.csv 1 'mixed.csv:3:1: error: this row is not valid UTF-8'
data 'v,w\na,b\nc,d\n' two.csv 1 "'hspdf batch' makes a document of each"
data 'v,w\na\n' ragged.csv 1 'ragged.csv:2:1: error: this row has 1 cells, and the first one has 2'
data 'v,v\na,b\n' double.csv 1 "two columns are called 'v'"
data '' empty.csv 1 'there is no record in the data'
data 'v,w\n' header.csv 1 'there is no record in the data'
data 'v\n"a\n' open.csv 1 'never closed'
data 'v\na\000b\n' nul.csv 1 'a NUL byte'
data '\377\376v\000\n' utf16.csv 1 'UTF-16'
data '{"v": "a\\ud83d\\ude00"}' pair.json 0 ''
data '[{"v": "a"}]' list.json 0 ''
prints '"a end"'
data '[{"v": "a"}' cut.json 1 'the list is never closed'
data '{"v": "a"' cut2.json 1 'never closed'
data '{"v": "a"}{"v": "b"}' lines.jsonl 1 '[data-many]'
data '[1]' scalar.json 1 'an object'
data '{"v": 1234567.50}' number.json 0 ''
prints '1,234,567.50 end'
data 'v: 2027-01-12\n' date.yaml 0 ''
prints 'January 12, 2027 end'
data 'v: [a, b, 2027-01-12]\n' list.yaml 0 ''
prints 'a, b, and January 12, 2027 end'
data '\055 v: a\n\055 v: b\n' two.yaml 1 '[data-many]'
data 'v: [\n' broken.yaml 1 'broken.yaml:'
data 'v\n020 7946 0188\n' phone.csv 0 ''
prints '020 7946 0188 end'
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "c%d,", i; print "" }' > wide.csv
expect 1 one.md --data wide.csv
says 'columns'
expect 1 one.md --data .
expect 1 one.md --data absent.csv
says 'no such file'
printf 'v,w\nfrom stdin,x\n' | "$HSPDF" --dump=document one.md --data - > out 2> err
prints 'from stdin end'
expect 2 one.md --set v
says 'KEY=VALUE'
expect 2 one.md --set =v
expect 2 - --data -
expect 0 --dump=document one.md --data semicolon.csv --set v=set
prints 'set end'
# The example: nothing to say, and the values are there.
expect 0 --dump=document "$SOURCE/examples/merge/letter.md" --data "$SOURCE/examples/merge/letter.csv"
silent
prints 'Dear Mrs Okafor,'
prints '12 January 2027'
finish

# What runs leftwards is kept apart from what stands around it; the mark that makes a sign a picture does not run so.
printf 'Say {{n}}.\n' > n.md
isolate=$(printf '\342\201\250')
expect 0 n.md --set 'n=דנה' --dump=document; grep -q "$isolate" out || fail 'a Hebrew name is not kept apart'
expect 0 n.md --set 'n=I ❤️ you' --dump=document; grep -q '❤️' out || fail 'no heart'
! grep -q "$isolate" out || fail 'a heart is kept apart like Hebrew'
