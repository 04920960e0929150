// The HTML that programs put on the clipboard, and the Markdown that it becomes.
const word = (
  body,
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:""; font-family:"Calibri";} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=SV style='tab-interval:65.2pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
const item = (level, sign, words, list = 0) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

export const CLIPBOARD = [
  [
    "Word: paragraphs, one of them empty",
    word(
      "<p class=MsoNormal>Hej <b style='mso-bidi-font-weight:normal'>du</b> som <i>läser</i>.<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span style='font-size:14.0pt;color:red'>Nästa</span>.<o:p></o:p></p>",
    ),
    "Hej **du** som *läser*.\n\nNästa.",
  ],
  [
    "Word: headings, bold as its headings are",
    word(
      "<h1><b>Vårt år</b><o:p></o:p></h1><h2 style='margin-top:2.0pt'><span style='font-weight:bold'>Våren</span></h2><p class=MsoNormal>Text</p>",
    ),
    "## Vårt år\n\n### Våren\n\nText",
  ],
  [
    "Word: a title and a paragraph with an outline level",
    word("<p class=MsoTitle>Titel</p><p class=MsoNormal style='mso-outline-level:2'>Under</p>"),
    "## Titel\n\n### Under",
  ],
  [
    "Word: a bulleted list in two levels",
    word(item(1, "·", "ett") + item(2, "o", "inne") + item(1, "·", "två")),
    "- ett\n  - inne\n- två",
  ],
  ["Word: a numbered list that begins at three", word(item(1, "3.", "tre") + item(1, "4.", "fyra")), "3. tre\n4. fyra"],
  [
    "Word: numbers, then bullets",
    word(
      item(1, "1.", "ett", 1) + item(2, "·", "prick", 1) + "<p class=MsoNormal>Mellan</p>" + item(1, "·", "annan", 2),
    ),
    "1. ett\n   - prick\n\nMellan\n\n- annan",
  ],
  [
    "Word: comments and tracked changes",
    word(
      "<p class=MsoNormal>Kvar <del cite='mailto:A' datetime='2026'><span class=msoDel>borta</span></del><ins cite='mailto:A'>tillagt</ins><span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[A1]</a></span> slut.</p><div style='mso-element:comment-list'><div class=msocomtxt id='_com_1'><p class=MsoCommentText>En kommentar</p></div></div>",
    ),
    "Kvar tillagt slut.",
  ],
  [
    "Word: smart tags, spelling marks, hidden text",
    word(
      "<p class=MsoNormal><st1:place w:st='on'>Borås</st1:place> <span class=SpellE>ASF</span> <span class=GramE>och</span><span style='mso-hide:all;display:none'>dolt</span> sedan<a name='_Toc1'></a>.</p>",
    ),
    "Borås ASF och sedan.",
  ],
  [
    "Word: a table with merged cells",
    word(
      "<table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal><b>Förr</b></p></td></tr><tr><td><p class=MsoNormal>ett</p></td><td><p class=MsoNormal>två</p><p class=MsoNormal>tre</p></td></tr></table>",
    ),
    "| **Förr** |  |\n|---|---|\n| ett | två tre |",
  ],
  [
    "Word: a picture on the writer's disk",
    word("<p class=MsoNormal>Text<img width=200 src='file:///C:/Temp/image001.png'></p>"),
    "Text",
    1,
  ],
  [
    "Word: a link and a hard space",
    word(
      "<p class=MsoNormal>Se <a href='https://www.example.org/'><span style='color:blue'>sidan</span></a>&nbsp;i dag.</p>",
    ),
    "Se [sidan](https://www.example.org/) i dag.",
  ],
  [
    "Word: a note",
    word(
      "<p class=MsoNormal>Text<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a></p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> Noten.</p></div></div>",
    ),
    "Text[^1]\n\n[^1]: Noten.",
  ],
  [
    "Word: a reference without its note",
    word("<p class=MsoNormal>Text<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a></p>"),
    "Text\\[1\\]",
  ],
  [
    "Word: two notes, lists and the line above them",
    word(
      "<p class=MsoNormal>Ett<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> och två<a style='mso-footnote-id:ftn2' href='#_ftn2' name='_ftnref2'>[2]</a>.</p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width='33%'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> Källa: <i>Boken</i>.</p></div><div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText><a href='#_ftnref2' name='_ftn2'>[2]</a> Mer.</p><p>Och mer.</p></div></div>",
    ),
    "Ett[^1] och två[^2].\n\n[^1]: Källa: *Boken*.\n\n[^2]: Mer.\n\n    Och mer.",
  ],
  [
    "LibreOffice: a note",
    "<p>Text<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a>.</p><div id='sdfootnote1'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>Noten.</p></div>",
    "Text[^1].\n\n[^1]: Noten.",
  ],
  [
    "Google Docs: a note",
    "<p><span>Text</span><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup></p><hr><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Noten.</span></p></div>",
    "Text[^1]\n\n---\n\n[^1]: Noten.",
  ],
  [
    "A page of the site: notes, words that only the page hides, and soft hyphens",
    "<p>Till\u00adgäng\u00adlighet<sup><a id='notref-abc-1' href='#not-abc-1' aria-label='Not 1'>1</a></sup></p><section class='notes'><ol><li id='not-abc-1'><p>Noten. <a href='#notref-abc-1' aria-label='Tillbaka till not 1 i texten'>↩</a></p></li></ol></section>",
    "Tillgänglighet[^1]\n\n[^1]: Noten.",
  ],
  [
    "Word for the web: items in lists of their own",
    '<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1" role="list"><li data-leveltext="" data-listid="1" data-aria-level="1" role="listitem"><p class="Paragraph"><span class="TextRun" style="font-weight:normal">Första</span><span class="EOP">&nbsp;</span></p></li></ul></div> <div class="ListContainerWrapper SCXW1"><ul role="list"><li data-aria-level="2" role="listitem"><p class="Paragraph"><span class="TextRun" style="font-weight:bold">Under fet</span><span class="EOP">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper"><ul role="list"><li data-aria-level="1" role="listitem"><p>Andra</p></li></ul></div>',
    "- Första\n  - **Under fet**\n- Andra",
  ],
  [
    "Word for the web: a heading, numbers, and a list after a paragraph",
    '<div class="OutlineElement"><p class="Paragraph" role="heading" aria-level="1"><span class="TextRun">Rubrik</span></p></div><div class="ListContainerWrapper"><ol role="list" start="1"><li data-aria-level="1"><p>ett</p></li></ol></div><div class="ListContainerWrapper"><ol role="list" start="2"><li data-aria-level="1"><p>två</p></li></ol></div><div class="OutlineElement"><p>Mellan</p></div><div class="ListContainerWrapper"><ul role="list"><li data-aria-level="1"><p>annan</p></li><li data-aria-level="2"><p>inne</p></li></ul></div>',
    "## Rubrik\n\n1. ett\n2. två\n\nMellan\n\n- annan\n  - inne",
  ],
  [
    "Google Docs: bold that is not, and looks that are",
    "<meta charset='utf-8'><b style='font-weight:normal;' id='docs-internal-guid-1'><p dir='ltr' style='line-height:1.38'><span style='font-size:11pt;font-weight:400'>Hej </span><span style='font-weight:700'>fet</span><span style='font-style:italic'> lutad</span> <span style='text-decoration:line-through'>struken</span></p><br /><ul><li dir='ltr'><p dir='ltr'><span>punkt</span></p></li></ul></b>",
    "Hej **fet** *lutad* ~~struken~~\n\n- punkt",
  ],
  [
    "A web page: boxes, scripts, buttons",
    "<div class='a'><div onclick='x()'><h3 id=q>Rubrik</h3><div>Ett <script>alert(1)</script>stycke<button>Dela</button></div></div><nav><a href='/x'>Meny</a></nav><style>p{}</style></div>",
    "## Rubrik\n\nEtt stycke",
  ],
  [
    "A web page: links that lead nowhere good",
    "<p><a href='javascript:alert(1)'>ett</a> <a href='#top'>två</a> <a href='data:text/html,x'>tre</a> <a href='mailto:a@example.org'>fyra</a> <a href='https://site.example/om'>fem</a></p>",
    "ett två tre [fyra](mailto:a@example.org) [fem](/om)",
  ],
  [
    "A web page: pictures, ours and others'",
    "<figure><img src='https://site.example/media/1/960.webp' alt='Bro' onerror='x()'><figcaption>Bron <b>i snö</b></figcaption></figure><p><img src='https://other.example/a.png'><img src='https://other.example/t.gif' width=1 height=1>Text</p>",
    '![Bro](/media/1/960.webp "Bron i snö")\n\nText',
    1,
  ],
  [
    "A web page: a quotation and a rule",
    "<blockquote><p>Det gick.</p><p>– deltagare</p></blockquote><hr><p>Sedan</p>",
    "> Det gick.\n>\n> – deltagare\n\n---\n\nSedan",
  ],
  [
    "A web page: a list with a list beside its items",
    "<ul><li>ett</li><ul><li>inne</li></ul><li><div>två</div></li><li>  </li></ul>",
    "- ett\n  - inne\n- två",
  ],
  ["A web page: a layout table", "<table><tr><td><h2>Rubrik</h2><p>Text</p></td></tr></table>", "## Rubrik\n\nText"],
  [
    "A mail: lines with breaks",
    "<div>Hej!<br><br>Första raden<br>andra raden<br></div><div><br></div><div>Hälsningar</div>",
    "Hej!\n\nFörsta raden\\\nandra raden\n\nHälsningar",
  ],
  [
    "A mail: an address in another's address",
    "<p><a href='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&amp;data=05'>länk</a></p>",
    "[länk](https://example.org/a)",
  ],
  [
    "A mail: old fonts and Outlook's paragraphs",
    "<font face='Arial' size=2 color='#1f497d'><p class=MsoNormal><span style='font-family:\"Calibri\"'>Hej<u></u><u></u></span></p><p class=MsoNormal>&nbsp;</p><p>då</p></font>",
    "Hej\n\ndå",
  ],
  ["Letters that cannot be seen", "<p>till\u00adgäng\u200blig\ufeff het</p>", "tillgänglig het"],
  [
    "Letters of which spelling is made",
    "<p dir=rtl>می\u200cخواهم</p><p>👩\u200d🚒 och 👨\u200d👩\u200d👧</p>",
    "می\u200cخواهم\n\n👩\u200d🚒 och 👨\u200d👩\u200d👧",
  ],
  ["Letters from a PDF", "<p>A\u030atga\u0308rder och eﬀekt</p>", "Åtgärder och effekt"],
  ["Words without any element", "bara <b>ord</b> här", "bara **ord** här"],
  [
    "Markup that is words",
    "<p>&lt;b&gt; *inte* [länk](x) # inte rubrik</p><p># inte heller</p><p>1. januari</p>",
    "\\<b> \\*inte\\* \\[länk\\](x) # inte rubrik\n\n\\# inte heller\n\n1\\. januari",
  ],
  ["Code", "<p>Kör <code>npm</code></p><pre><code>a  b\nc</code></pre>", "Kör `npm`\n\n```\na  b\nc\n```"],
  [
    "LibreOffice: paragraphs and an old list",
    "<p style='margin-bottom: 0cm'><font face='Liberation Serif'>Ett</font></p><ol start='2'><li><p style='margin-bottom: 0cm'>två</p></li></ol><p><br></p>",
    "Ett\n\n2. två",
  ],
  ["Nothing at all", "<p>&nbsp;</p><div><span></span></div>", ""],
];
