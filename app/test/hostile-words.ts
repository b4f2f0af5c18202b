// What is written into every text field of every route by `hostile.db.test.ts`: words that run where a page,
// a query, a template, a sheet or an object takes them for its own. Written for this test.

/** For a page: elements, attributes, addresses, what a parser mends into an element. */
const page = [
  '<script>window.hit=1</script>',
  '<img src=x onerror=window.hit=1>',
  '"><svg onload=window.hit=1>',
  "' autofocus onfocus=window.hit=1 x='",
  '<a href="javascript:window.hit=1">x</a>',
  'javascript:window.hit=1',
  'data:text/html,<script>window.hit=1</script>',
  '</title><script>window.hit=1</script>',
  '</textarea><img src=x onerror=window.hit=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.hit=1&gt;">',
  '<xmp><p title="</xmp><svg/onload=window.hit=1>">',
  '<style>*{background:url(//elsewhere.example/x)}</style>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<base href=//elsewhere.example/>',
  '<meta http-equiv=refresh content="0;url=//elsewhere.example/">',
  '<form action=//elsewhere.example><button>x',
  '&lt;script&gt;window.hit=1&lt;/script&gt; &amp;amp; &#60;',
  '[x](javascript:window.hit=1) ![x](//elsewhere.example/x.png)',
  '<!--><svg/onload=window.hit=1>-->',
  ']]><script>window.hit=1</script>',
  '＜script＞window.hit=1＜/script＞',
  '<ScRiPt/x>window.hit=1</sCrIpT\t>',
  '\u202egpj.<script>\u202c',
  '<b>',
]

/** For a template or a format. */
const template = [
  '{{7*7}}',
  '$\u007b7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '%s%n%x',
  '{0}',
  '$&$1$`',
  '\\u003cb\\u003e',
]

/** For a query: a quote that ends a text, a second statement, a wait, a wildcard. */
const query = [
  "'",
  "''",
  "'--",
  '";--',
  "' or '1'='1",
  "' or '1'='2",
  "'; drop table document; --",
  "'; select pg_sleep(2); --",
  "'||pg_sleep(2)||'",
  "' union select null,null,null--",
  '1) or (1=1',
  "\\'; select 1; --",
  '$$; select pg_sleep(2); $$',
  "E'\\x27'",
  '/**/or/**/1=1',
  '%',
  '_%_',
  '\\',
  "{'a','b'}",
  '{"$gt":""}',
  "'::jsonb->>'x",
  'null',
  'order by 99--',
  'ʼ or 1=1',
]

/** For a sheet. */
const formula = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("//elsewhere.example")',
]

/** For an object that looks its members up by a name from outside. */
const member = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

/** For a line of a log, a header, a path. */
const line = [
  'x\r\nSet-Cookie: hit=1',
  'x\n{"level":50}',
  '\u001b[2J\u001b]0;x\u0007',
  'x\u2028y\u2029z',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f',
  'CON',
  'x\u0000y',
  'x\ud800y',
  'Ê\u0302 e\u0301 \ufeff\u200b',
]

export const hostileWords: readonly string[] = [
  ...page,
  ...template,
  ...query,
  ...formula,
  ...member,
  ...line,
]

/** Many of them at once: ends any comment, string, attribute and element it may stand in. */
export const polyglot =
  "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */oNcliCk=window.hit=1 )//</stYle/</titLe/</teXtarEa/</scRipt/--!>'\"><sVg/oNloAd=window.hit=1//>{{7*7}}$\u007b7*7}';drop table document;--"
