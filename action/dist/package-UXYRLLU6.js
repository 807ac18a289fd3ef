import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);
import {
  refuseTooLarge
} from "./chunk-GC2EWBOG.js";
import {
  UserError,
  messageOf
} from "./chunk-QWN2XBCS.js";
import {
  __commonJS,
  __toESM
} from "./chunk-PIRREV26.js";

// node_modules/picomatch/lib/constants.js
var require_constants=__commonJS({"node_modules/picomatch/lib/constants.js"(U,N){"use strict";var _="\\\\/",H=`[^${_}]`,r=0,A="\\.",a="\\+",$="\\?",R="\\/",e="(?=.)",O="[^/]",E=`(?:${R}|$)`,T=`(?:^|${R})`,C=`${A}{1,2}${E}`,I=`(?!${A})`,t=`(?!${T}${C})`,o=`(?!${A}{0,1}${E})`,D=`(?!${C})`,v=`[^.${R}]`,p=`${O}*?`,P="/",L={DOT_LITERAL:A,PLUS_LITERAL:a,QMARK_LITERAL:$,SLASH_LITERAL:R,ONE_CHAR:e,QMARK:O,END_ANCHOR:E,DOTS_SLASH:C,NO_DOT:I,NO_DOTS:t,NO_DOT_SLASH:o,NO_DOTS_SLASH:D,QMARK_NO_DOT:v,STAR:p,START_ANCHOR:T,SEP:P},n={...L,SLASH_LITERAL:`[${_}]`,QMARK:H,STAR:`${H}*?`,DOTS_SLASH:`${A}{1,2}(?:[${_}]|$)`,NO_DOT:`(?!${A})`,NO_DOTS:`(?!(?:^|[${_}])${A}{1,2}(?:[${_}]|$))`,NO_DOT_SLASH:`(?!${A}{0,1}(?:[${_}]|$))`,NO_DOTS_SLASH:`(?!${A}{1,2}(?:[${_}]|$))`,QMARK_NO_DOT:`[^.${_}]`,START_ANCHOR:`(?:^|[${_}])`,END_ANCHOR:`(?:[${_}]|$)`,SEP:"\\"},s={__proto__:null,alnum:"a-zA-Z0-9",alpha:"a-zA-Z",ascii:"\\x00-\\x7F",blank:" \\t",cntrl:"\\x00-\\x1F\\x7F",digit:"0-9",graph:"\\x21-\\x7E",lower:"a-z",print:"\\x20-\\x7E ",punct:"\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",space:" \\t\\r\\n\\v\\f",upper:"A-Z",word:"A-Za-z0-9_",xdigit:"A-Fa-f0-9"};N.exports={DEFAULT_MAX_EXTGLOB_RECURSION:r,MAX_LENGTH:65536,POSIX_REGEX_SOURCE:s,REGEX_BACKSLASH:/\\(?![*+?^${}(|)[\]])/g,REGEX_NON_SPECIAL_CHARS:/^[^@![\].,$*+?^{}()|\\/]+/,REGEX_SPECIAL_CHARS:/[-*+?.^${}(|)[\]]/,REGEX_SPECIAL_CHARS_BACKREF:/(\\?)((\W)(\3*))/g,REGEX_SPECIAL_CHARS_GLOBAL:/([-*+?.^${}(|)[\]])/g,REGEX_REMOVE_BACKSLASH:/(?:\[.*?[^\\]\]|\\(?=.))/g,REPLACEMENTS:{__proto__:null,"***":"*","**/**":"**","**/**/**":"**"},CHAR_0:48,CHAR_9:57,CHAR_UPPERCASE_A:65,CHAR_LOWERCASE_A:97,CHAR_UPPERCASE_Z:90,CHAR_LOWERCASE_Z:122,CHAR_LEFT_PARENTHESES:40,CHAR_RIGHT_PARENTHESES:41,CHAR_ASTERISK:42,CHAR_AMPERSAND:38,CHAR_AT:64,CHAR_BACKWARD_SLASH:92,CHAR_CARRIAGE_RETURN:13,CHAR_CIRCUMFLEX_ACCENT:94,CHAR_COLON:58,CHAR_COMMA:44,CHAR_DOT:46,CHAR_DOUBLE_QUOTE:34,CHAR_EQUAL:61,CHAR_EXCLAMATION_MARK:33,CHAR_FORM_FEED:12,CHAR_FORWARD_SLASH:47,CHAR_GRAVE_ACCENT:96,CHAR_HASH:35,CHAR_HYPHEN_MINUS:45,CHAR_LEFT_ANGLE_BRACKET:60,CHAR_LEFT_CURLY_BRACE:123,CHAR_LEFT_SQUARE_BRACKET:91,CHAR_LINE_FEED:10,CHAR_NO_BREAK_SPACE:160,CHAR_PERCENT:37,CHAR_PLUS:43,CHAR_QUESTION_MARK:63,CHAR_RIGHT_ANGLE_BRACKET:62,CHAR_RIGHT_CURLY_BRACE:125,CHAR_RIGHT_SQUARE_BRACKET:93,CHAR_SEMICOLON:59,CHAR_SINGLE_QUOTE:39,CHAR_SPACE:32,CHAR_TAB:9,CHAR_UNDERSCORE:95,CHAR_VERTICAL_LINE:124,CHAR_ZERO_WIDTH_NOBREAK_SPACE:65279,extglobChars(S){return{"!":{type:"negate",open:"(?:(?!(?:",close:`))${S.STAR})`},"?":{type:"qmark",open:"(?:",close:")?"},"+":{type:"plus",open:"(?:",close:")+"},"*":{type:"star",open:"(?:",close:")*"},"@":{type:"at",open:"(?:",close:")"}}},globChars(S){return S===!0?n:L}}}});
// node_modules/picomatch/lib/utils.js
var require_utils=__commonJS({"node_modules/picomatch/lib/utils.js"(t){"use strict";var{REGEX_BACKSLASH:i,REGEX_REMOVE_BACKSLASH:c,REGEX_SPECIAL_CHARS:l,REGEX_SPECIAL_CHARS_GLOBAL:o}=require_constants();t.isObject=e=>e!==null&&typeof e=="object"&&!Array.isArray(e),t.hasRegexChars=e=>l.test(e),t.isRegexChar=e=>e.length===1&&t.hasRegexChars(e),t.escapeRegex=e=>e.replace(o,"\\$1"),t.toPosixSlashes=e=>e.replace(i,"/"),t.isWindows=()=>{if(typeof navigator<"u"&&navigator.platform){const e=navigator.platform.toLowerCase();return e==="win32"||e==="windows"}return typeof process<"u"&&process.platform?process.platform==="win32":!1},t.removeBackslashes=e=>e.replace(c,s=>s==="\\"?"":s),t.escapeLast=(e,s,r)=>{const a=e.lastIndexOf(s,r);return a===-1?e:e[a-1]==="\\"?t.escapeLast(e,s,a-1):`${e.slice(0,a)}\\${e.slice(a)}`},t.removePrefix=(e,s={})=>{let r=e;return r.startsWith("./")&&(r=r.slice(2),s.prefix="./"),r},t.wrapOutput=(e,s={},r={})=>{const a=r.contains?"":"^",u=r.contains?"":"$";let n=`${a}(?:${e})${u}`;return s.negated===!0&&(n=`(?:^(?!${n}).*$)`),n},t.basename=(e,{windows:s}={})=>{const r=e.split(s?/[\\/]/:"/"),a=r[r.length-1];return a===""?r[r.length-2]:a}}});
// node_modules/picomatch/lib/scan.js
var require_scan=__commonJS({"node_modules/picomatch/lib/scan.js"(le,X){"use strict";var w=require_utils(),{CHAR_ASTERISK:S,CHAR_AT:z,CHAR_BACKWARD_SLASH:R,CHAR_COMMA:V,CHAR_DOT:B,CHAR_EXCLAMATION_MARK:m,CHAR_FORWARD_SLASH:M,CHAR_LEFT_CURLY_BRACE:I,CHAR_LEFT_PARENTHESES:v,CHAR_LEFT_SQUARE_BRACKET:Z,CHAR_PLUS:$,CHAR_QUESTION_MARK:O,CHAR_RIGHT_CURLY_BRACE:ee,CHAR_RIGHT_PARENTHESES:F,CHAR_RIGHT_SQUARE_BRACKET:te}=require_constants(),N=a=>a===M||a===R,q=a=>{a.isPrefix!==!0&&(a.depth=a.isGlobstar?1/0:1)},se=(a,re)=>{const l=re||{},Q=a.length-1,h=l.parts===!0||l.tokens===!0||l.scanToEnd===!0,x=[],r=[],L=[];let n=a,b=-1,i=0,p=0,g=!1,W=!1,u=!1,D=!1,Y=!1,E=!1,k=!1,j=!1,y=!1,o=!1,T=0,K,e,t={value:"",depth:0,isGlob:!1};const G=()=>b>=Q,ie=()=>n.charCodeAt(b+1),f=()=>(K=e,n.charCodeAt(++b));for(;b<Q;){e=f();let c;if(e===R){k=t.backslashes=!0,e=f(),e===I&&(E=!0);continue}if(E===!0||e===I){for(T++;G()!==!0&&(e=f());){if(e===R){k=t.backslashes=!0,f();continue}if(e===I){T++;continue}if(E!==!0&&e===B&&(e=f())===B){if(g=t.isBrace=!0,u=t.isGlob=!0,o=!0,h===!0)continue;break}if(E!==!0&&e===V){if(g=t.isBrace=!0,u=t.isGlob=!0,o=!0,h===!0)continue;break}if(e===ee&&(T--,T===0)){E=!1,g=t.isBrace=!0,o=!0;break}}if(h===!0)continue;break}if(e===M){if(x.push(b),r.push(t),t={value:"",depth:0,isGlob:!1},o===!0)continue;if(K===B&&b===i+1){i+=2;continue}p=b+1;continue}if(l.noext!==!0&&(e===$||e===z||e===S||e===O||e===m)===!0&&ie()===v){if(u=t.isGlob=!0,D=t.isExtglob=!0,o=!0,e===m&&b===i&&(y=!0),h===!0){let H=0;for(;G()!==!0&&(e=f());){if(e===R){k=t.backslashes=!0,f();continue}if(e===v){H++;continue}if(e===F&&--H===0){o=!0;break}}continue}break}if(e===S){if(K===S&&(Y=t.isGlobstar=!0),u=t.isGlob=!0,o=!0,h===!0)continue;break}if(e===O){if(u=t.isGlob=!0,o=!0,h===!0)continue;break}if(e===Z){for(;G()!==!0&&(c=f());){if(c===R){k=t.backslashes=!0,f();continue}if(c===te){W=t.isBracket=!0,u=t.isGlob=!0,o=!0;break}}if(h===!0)continue;break}if(l.nonegate!==!0&&e===m&&b===i){j=t.negated=!0,i++;continue}if(l.noparen!==!0&&e===v){if(u=t.isGlob=!0,h===!0){let d=1;for(;G()!==!0&&(e=f());){if(e===R){k=t.backslashes=!0,f();continue}if(e===v){d++;continue}if(e===F&&--d===0){o=!0;break}}continue}break}if(u===!0){if(o=!0,h===!0)continue;break}}l.noext===!0&&(D=!1,u=!1);let s=n,P="",C="";i>0&&(P=n.slice(0,i),n=n.slice(i),p-=i),s&&u===!0&&p>0?(s=n.slice(0,p),C=n.slice(p)):u===!0?(s="",C=n):s=n,s&&s!==""&&s!=="/"&&s!==n&&N(s.charCodeAt(s.length-1))&&(s=s.slice(0,-1)),l.unescape===!0&&(C&&(C=w.removeBackslashes(C)),s&&k===!0&&(s=w.removeBackslashes(s)));const _={prefix:P,input:a,start:i,base:s,glob:C,isBrace:g,isBracket:W,isGlob:u,isExtglob:D,isGlobstar:Y,negated:j,negatedExtglob:y};if(l.tokens===!0&&(_.maxDepth=0,N(e)||r.push(t),_.tokens=r),l.parts===!0||l.tokens===!0){let c;for(let A=0;A<x.length;A++){const ae=c!==void 0?c+1:i,U=x[A],J=a.slice(ae,U);l.tokens&&(A===0&&i!==0?(r[A].isPrefix=!0,r[A].value=P):r[A].value=J,q(r[A]),_.maxDepth+=r[A].depth),U>=i&&(L.push(J),c=U)}const d=c!==void 0?c+1:i,H=a.slice(d);L.push(H),l.tokens&&c&&c+1<a.length&&(r[r.length-1].value=H,q(r[r.length-1]),_.maxDepth+=r[r.length-1].depth),_.slashes=x,_.parts=L}return _};X.exports=se}});
// node_modules/picomatch/lib/parse.js
var require_parse=__commonJS({"node_modules/picomatch/lib/parse.js"($t,at){"use strict";var X=require_constants(),m=require_utils(),{MAX_LENGTH:F,POSIX_REGEX_SOURCE:it,REGEX_NON_SPECIAL_CHARS:ct,REGEX_SPECIAL_CHARS_BACKREF:pt,REPLACEMENTS:ot}=X,lt=(s,a)=>{if(typeof a.expandRange=="function")return a.expandRange(...s,a);s.sort();const t=`[${s.join("-")}]`;try{new RegExp(t)}catch{return s.map(g=>m.escapeRegex(g)).join("..")}return t},M=(s,a)=>`Missing ${s}: "${a}" - use "\\\\${a}" to match literal characters`,st=s=>{const a=[];let t=0,h=0,g=0,p="",c=!1;for(const i of s){if(c===!0){p+=i,c=!1;continue}if(i==="\\"){p+=i,c=!0;continue}if(i==='"'){g=g===1?0:1,p+=i;continue}if(g===0){if(i==="[")t++;else if(i==="]"&&t>0)t--;else if(t===0){if(i==="(")h++;else if(i===")"&&h>0)h--;else if(i==="|"&&h===0){a.push(p),p="";continue}}}p+=i}return a.push(p),a},ft=s=>{let a=!1;for(const t of s){if(a===!0){a=!1;continue}if(t==="\\"){a=!0;continue}if(/[?*+@!()[\]{}]/.test(t))return!1}return!0},et=s=>{let a=s.trim(),t=!0;for(;t===!0;)t=!1,/^@\([^\\()[\]{}|]+\)$/.test(a)&&(a=a.slice(2,-1),t=!0);if(ft(a))return a.replace(/\\(.)/g,"$1")},ht=s=>{const a=s.map(et).filter(Boolean);for(let t=0;t<a.length;t++)for(let h=t+1;h<a.length;h++){const g=a[t],p=a[h],c=g[0];if(!(!c||g!==c.repeat(g.length)||p!==c.repeat(p.length))&&(g===p||g.startsWith(p)||p.startsWith(g)))return!0}return!1},ut=(s,a=!0)=>{if(s[0]!=="+"&&s[0]!=="*"||s[1]!=="(")return;let t=0,h=0,g=0,p=!1;for(let c=1;c<s.length;c++){const i=s[c];if(p===!0){p=!1;continue}if(i==="\\"){p=!0;continue}if(i==='"'){g=g===1?0:1;continue}if(g!==1){if(i==="["){t++;continue}if(i==="]"&&t>0){t--;continue}if(!(t>0)){if(i==="("){h++;continue}if(i===")"&&(h--,h===0))return a===!0&&c!==s.length-1?void 0:{type:s[0],body:s.slice(2,c),end:c}}}}},gt=s=>`${s.length===1?m.escapeRegex(s[0]):`[${s.map(t=>m.escapeRegex(t)).join("")}]`}*`,bt=s=>{let a=0;const t=[];for(;a<s.length;){const h=ut(s.slice(a),!1);if(!h||h.type!=="*")return;const g=st(h.body).map(c=>c.trim());if(g.length!==1)return;const p=et(g[0]);if(!p||p.length!==1)return;t.push(p),a+=h.end+1}if(!(t.length<1))return t},xt=s=>{let a=0,t=s.trim(),h=ut(t);for(;h;)a++,t=h.body.trim(),h=ut(t);return a},yt=(s,a)=>{if(a.maxExtglobRecursion===!1)return{risky:!1};const t=typeof a.maxExtglobRecursion=="number"?a.maxExtglobRecursion:X.DEFAULT_MAX_EXTGLOB_RECURSION,h=st(s).map(i=>i.trim());if(h.length>1&&(h.some(i=>i==="")||h.some(i=>/^[*?]+$/.test(i))||ht(h)))return{risky:!0};const g=[];let p=!1,c=!0;for(const i of h){const N=bt(i);if(N){p=!0,g.push(...N);continue}const L=et(i);if(L&&L.length===1){g.push(L);continue}if(c=!1,xt(i)>t)return{risky:!0}}return p?c?{risky:!0,safeOutput:gt([...new Set(g)])}:{risky:!0}:{risky:!1}},nt=(s,a)=>{if(typeof s!="string")throw new TypeError("Expected a string");s=ot[s]||s;const t={...a},h=typeof t.maxLength=="number"?Math.min(F,t.maxLength):F;let g=s.length;if(g>h)throw new SyntaxError(`Input length: ${g}, exceeds maximum allowed length: ${h}`);const p={type:"bos",value:"",output:t.prepend||""},c=[p],i=t.capture?"":"?:",N=X.globChars(t.windows),L=X.extglobChars(N),{DOT_LITERAL:B,PLUS_LITERAL:K,SLASH_LITERAL:k,ONE_CHAR:H,DOTS_SLASH:w,NO_DOT:j,NO_DOT_SLASH:Q,NO_DOTS_SLASH:z,QMARK:d,QMARK_NO_DOT:q,STAR:W,START_ANCHOR:rt}=N,R=o=>`(${i}(?:(?!${rt}${o.dot?w:B}).)*?)`,O=t.dot?"":j,U=t.dot?d:q;let E=t.bash===!0?R(t):W;t.capture&&(E=`(${E})`),typeof t.noext=="boolean"&&(t.noextglob=t.noext);const e={input:s,index:-1,start:0,dot:t.dot===!0,consumed:"",output:"",prefix:"",backtrack:!1,negated:!1,brackets:0,braces:0,parens:0,quotes:0,globstar:!1,tokens:c};s=m.removePrefix(s,e),g=s.length;const S=[],T=[],J=[];let u=p,n;const V=()=>e.index===g-1,$=e.peek=(o=1)=>s[e.index+o],C=e.advance=()=>s[++e.index]||"",D=()=>s.slice(e.index+1),A=(o="",y=0)=>{e.consumed+=o,e.index+=y},Y=o=>{e.output+=o.output!=null?o.output:o.value,A(o.value)},dt=()=>{let o=1;for(;$()==="!"&&($(2)!=="("||$(3)==="?");)C(),e.start++,o++;return o%2===0?!1:(e.negated=!0,e.start++,!0)},Z=o=>{e[o]++,J.push(o)},I=o=>{e[o]--,J.pop()},l=o=>{if(u.type==="globstar"){const y=e.braces>0&&(o.type==="comma"||o.type==="brace"),r=o.extglob===!0||S.length&&(o.type==="pipe"||o.type==="paren");o.type!=="slash"&&o.type!=="paren"&&!y&&!r&&(e.output=e.output.slice(0,-u.output.length),u.type="star",u.value="*",u.output=E,e.output+=u.output)}if(S.length&&o.type!=="paren"&&(S[S.length-1].inner+=o.value),(o.value||o.output)&&Y(o),u&&u.type==="text"&&o.type==="text"){u.output=(u.output||u.value)+o.value,u.value+=o.value;return}o.prev=u,c.push(o),u=o},tt=(o,y)=>{const r={...L[y],conditions:1,inner:""};r.prev=u,r.parens=e.parens,r.output=e.output,r.startIndex=e.index,r.tokensIndex=c.length;const f=(t.capture?"(":"")+r.open;Z("parens"),l({type:o,value:y,output:e.output?"":H}),l({type:"paren",extglob:!0,value:C(),output:f}),S.push(r)},vt=o=>{const y=s.slice(o.startIndex,e.index+1),r=s.slice(o.startIndex+2,e.index),f=yt(r,t);if((o.type==="plus"||o.type==="star")&&f.risky){const b=f.safeOutput?(o.output?"":H)+(t.capture?`(${f.safeOutput})`:f.safeOutput):void 0,_=c[o.tokensIndex];_.type="text",_.value=y,_.output=b||m.escapeRegex(y);for(let P=o.tokensIndex+1;P<c.length;P++)c[P].value="",c[P].output="",delete c[P].suffix;e.output=o.output+_.output,e.backtrack=!0,l({type:"paren",extglob:!0,value:n,output:""}),I("parens");return}let x=o.close+(t.capture?")":""),v;if(o.type==="negate"){let b=E;if(o.inner&&o.inner.length>1&&o.inner.includes("/")&&(b=R(t)),(b!==E||V()||/^\)+$/.test(D()))&&(x=o.close=`)$))${b}`),o.inner.includes("*")&&(v=D())&&/^\.[^\\/.]+$/.test(v)){const _=nt(v,{...a,fastpaths:!1}).output;x=o.close=`)${_})${b})`}o.prev.type==="bos"&&(e.negatedExtglob=!0)}l({type:"paren",extglob:!0,value:n,output:x}),I("parens")};if(t.fastpaths!==!1&&!/(^[*!]|[/()[\]{}"])/.test(s)){let o=!1,y=s.replace(pt,(r,f,x,v,b,_)=>v==="\\"?(o=!0,r):v==="?"?f?f+v+(b?d.repeat(b.length):""):_===0?U+(b?d.repeat(b.length):""):d.repeat(x.length):v==="."?B.repeat(x.length):v==="*"?f?f+v+(b?E:""):E:f?r:`\\${r}`);return o===!0&&(t.unescape===!0?y=y.replace(/\\/g,""):y=y.replace(/\\+/g,r=>r.length%2===0?"\\\\":r?"\\":"")),y===s&&t.contains===!0?(e.output=s,e):(e.output=m.wrapOutput(y,e,a),e)}for(;!V();){if(n=C(),n==="\0")continue;if(n==="\\"){const r=$();if(r==="/"&&t.bash!==!0||r==="."||r===";")continue;if(!r){n+="\\",l({type:"text",value:n});continue}const f=/^\\+/.exec(D());let x=0;if(f&&f[0].length>2&&(x=f[0].length,e.index+=x,x%2!==0&&(n+="\\")),t.unescape===!0?n=C():n+=C(),e.brackets===0){l({type:"text",value:n});continue}}if(e.brackets>0&&(n!=="]"||u.value==="["||u.value==="[^")){if(t.posix!==!1&&n===":"){const r=u.value.slice(1);if(r.includes("[")&&(u.posix=!0,r.includes(":"))){const f=u.value.lastIndexOf("["),x=u.value.slice(0,f),v=u.value.slice(f+2),b=it[v];if(b){u.value=x+b,e.backtrack=!0,C(),!p.output&&c.indexOf(u)===1&&(p.output=H);continue}}}(n==="["&&$()!==":"||n==="-"&&$()==="]")&&(n=`\\${n}`),n==="]"&&(u.value==="["||u.value==="[^")&&(n=`\\${n}`),t.posix===!0&&n==="!"&&u.value==="["&&(n="^"),u.value+=n,Y({value:n});continue}if(e.quotes===1&&n!=='"'){n=m.escapeRegex(n),u.value+=n,Y({value:n});continue}if(n==='"'){e.quotes=e.quotes===1?0:1,t.keepQuotes===!0&&l({type:"text",value:n});continue}if(n==="("){Z("parens"),l({type:"paren",value:n});continue}if(n===")"){if(e.parens===0&&t.strictBrackets===!0)throw new SyntaxError(M("opening","("));const r=S[S.length-1];if(r&&e.parens===r.parens+1){vt(S.pop());continue}l({type:"paren",value:n,output:e.parens?")":"\\)"}),I("parens");continue}if(n==="["){if(t.nobracket===!0||!D().includes("]")){if(t.nobracket!==!0&&t.strictBrackets===!0)throw new SyntaxError(M("closing","]"));n=`\\${n}`}else Z("brackets");l({type:"bracket",value:n});continue}if(n==="]"){if(t.nobracket===!0||u&&u.type==="bracket"&&u.value.length===1){l({type:"text",value:n,output:`\\${n}`});continue}if(e.brackets===0){if(t.strictBrackets===!0)throw new SyntaxError(M("opening","["));l({type:"text",value:n,output:`\\${n}`});continue}I("brackets");const r=u.value.slice(1);if(u.posix!==!0&&r[0]==="^"&&!r.includes("/")&&(n=`/${n}`),u.value+=n,Y({value:n}),t.literalBrackets===!1||m.hasRegexChars(r))continue;const f=m.escapeRegex(u.value);if(e.output=e.output.slice(0,-u.value.length),t.literalBrackets===!0){e.output+=f,u.value=f;continue}u.value=`(${i}${f}|${u.value})`,e.output+=u.value;continue}if(n==="{"&&t.nobrace!==!0){Z("braces");const r={type:"brace",value:n,output:"(",outputIndex:e.output.length,tokensIndex:e.tokens.length};T.push(r),l(r);continue}if(n==="}"){const r=T[T.length-1];if(t.nobrace===!0||!r){l({type:"text",value:n,output:n});continue}let f=")";if(r.dots===!0){const x=c.slice(),v=[];for(let b=x.length-1;b>=0&&(c.pop(),x[b].type!=="brace");b--)x[b].type!=="dots"&&v.unshift(x[b].value);f=lt(v,t),e.backtrack=!0}if(r.comma!==!0&&r.dots!==!0){const x=e.output.slice(0,r.outputIndex),v=e.tokens.slice(r.tokensIndex);r.value=r.output="\\{",n=f="\\}",e.output=x;for(const b of v)e.output+=b.output||b.value}l({type:"brace",value:n,output:f}),I("braces"),T.pop();continue}if(n==="|"){S.length>0&&S[S.length-1].conditions++,l({type:"text",value:n});continue}if(n===","){let r=n;const f=T[T.length-1];f&&J[J.length-1]==="braces"&&(f.comma=!0,r="|"),l({type:"comma",value:n,output:r});continue}if(n==="/"){if(u.type==="dot"&&e.index===e.start+1){e.start=e.index+1,e.consumed="",e.output="",c.pop(),u=p;continue}l({type:"slash",value:n,output:k});continue}if(n==="."){if(e.braces>0&&u.type==="dot"){u.value==="."&&(u.output=B);const r=T[T.length-1];u.type="dots",u.output+=n,u.value+=n,r.dots=!0;continue}if(e.braces+e.parens===0&&u.type!=="bos"&&u.type!=="slash"){l({type:"text",value:n,output:B});continue}l({type:"dot",value:n,output:B});continue}if(n==="?"){if(!(u&&u.value==="(")&&t.noextglob!==!0&&$()==="("&&$(2)!=="?"){tt("qmark",n);continue}if(u&&u.type==="paren"){const f=$();let x=n;(u.value==="("&&!/[!=<:]/.test(f)||f==="<"&&!/<([!=]|\w+>)/.test(D()))&&(x=`\\${n}`),l({type:"text",value:n,output:x});continue}if(t.dot!==!0&&(u.type==="slash"||u.type==="bos")){l({type:"qmark",value:n,output:q});continue}l({type:"qmark",value:n,output:d});continue}if(n==="!"){if(t.noextglob!==!0&&$()==="("&&($(2)!=="?"||!/[!=<:]/.test($(3)))){tt("negate",n);continue}if(t.nonegate!==!0&&e.index===0){dt();continue}}if(n==="+"){if(t.noextglob!==!0&&$()==="("&&$(2)!=="?"){tt("plus",n);continue}if(u&&u.value==="("||t.regex===!1){l({type:"plus",value:n,output:K});continue}if(u&&(u.type==="bracket"||u.type==="paren"||u.type==="brace")||e.parens>0){l({type:"plus",value:n});continue}l({type:"plus",value:K});continue}if(n==="@"){if(t.noextglob!==!0&&$()==="("&&$(2)!=="?"){l({type:"at",extglob:!0,value:n,output:""});continue}l({type:"text",value:n});continue}if(n!=="*"){(n==="$"||n==="^")&&(n=`\\${n}`);const r=ct.exec(D());r&&(n+=r[0],e.index+=r[0].length),l({type:"text",value:n});continue}if(u&&(u.type==="globstar"||u.star===!0)){u.type="star",u.star=!0,u.value+=n,u.output=E,e.backtrack=!0,e.globstar=!0,A(n);continue}let o=D();if(t.noextglob!==!0&&/^\([^?]/.test(o)){tt("star",n);continue}if(u.type==="star"){if(t.noglobstar===!0){A(n);continue}const r=u.prev,f=r.prev,x=r.type==="slash"||r.type==="bos",v=f&&(f.type==="star"||f.type==="globstar");if(t.bash===!0&&(!x||o[0]&&o[0]!=="/")){l({type:"star",value:n,output:""});continue}const b=e.braces>0&&(r.type==="comma"||r.type==="brace"),_=S.length&&(r.type==="pipe"||r.type==="paren");if(!x&&r.type!=="paren"&&!b&&!_){l({type:"star",value:n,output:""});continue}for(;o.slice(0,3)==="/**";){const G=s[e.index+4];if(G&&G!=="/")break;o=o.slice(3),A("/**",3)}const P=V()||e.parens>0&&o===")".repeat(e.parens)&&!S.some(G=>G.type==="negate");if(r.type==="bos"&&V()){u.type="globstar",u.value+=n,u.output=R(t),e.output=u.output,e.globstar=!0,A(n);continue}if(r.type==="slash"&&r.prev.type!=="bos"&&!v&&P){e.output=e.output.slice(0,-(r.output+u.output).length),r.output=`(?:${r.output}`,u.type="globstar",u.output=R(t)+(t.strictSlashes?")":"|$)"),u.value+=n,e.globstar=!0,e.output+=r.output+u.output,A(n);continue}if(r.type==="slash"&&r.prev.type!=="bos"&&o[0]==="/"){const G=o[1]!==void 0?"|$":"";e.output=e.output.slice(0,-(r.output+u.output).length),r.output=`(?:${r.output}`,u.type="globstar",u.output=`${R(t)}${k}|${k}${G})`,u.value+=n,e.output+=r.output+u.output,e.globstar=!0,A(n+C()),l({type:"slash",value:"/",output:""});continue}if(r.type==="bos"&&o[0]==="/"){u.type="globstar",u.value+=n,u.output=`(?:^|${k}|${R(t)}${k})`,e.output=u.output,e.globstar=!0,A(n+C()),l({type:"slash",value:"/",output:""});continue}e.output=e.output.slice(0,-u.output.length),u.type="globstar",u.output=R(t),u.value+=n,e.output+=u.output,e.globstar=!0,A(n);continue}const y={type:"star",value:n,output:E};if(t.bash===!0){y.output=".*?",(u.type==="bos"||u.type==="slash")&&(y.output=O+y.output),l(y);continue}if(u&&(u.type==="bracket"||u.type==="paren")&&t.regex===!0){y.output=n,l(y);continue}(e.index===e.start||u.type==="slash"||u.type==="dot")&&(u.type==="dot"?(e.output+=Q,u.output+=Q):t.dot===!0?(e.output+=z,u.output+=z):(e.output+=O,u.output+=O),$()!=="*"&&(e.output+=H,u.output+=H)),l(y)}for(;e.brackets>0;){if(t.strictBrackets===!0)throw new SyntaxError(M("closing","]"));e.output=m.escapeLast(e.output,"["),I("brackets")}for(;e.parens>0;){if(t.strictBrackets===!0)throw new SyntaxError(M("closing",")"));e.output=m.escapeLast(e.output,"("),I("parens")}for(;e.braces>0;){if(t.strictBrackets===!0)throw new SyntaxError(M("closing","}"));e.output=m.escapeLast(e.output,"{"),I("braces")}if(t.strictSlashes!==!0&&(u.type==="star"||u.type==="bracket")&&l({type:"maybe_slash",value:"",output:`${k}?`}),e.backtrack===!0){e.output="";for(const o of e.tokens)e.output+=o.output!=null?o.output:o.value,o.suffix&&(e.output+=o.suffix)}return e};nt.fastpaths=(s,a)=>{const t={...a},h=typeof t.maxLength=="number"?Math.min(F,t.maxLength):F,g=s.length;if(g>h)throw new SyntaxError(`Input length: ${g}, exceeds maximum allowed length: ${h}`);s=ot[s]||s;const{DOT_LITERAL:p,SLASH_LITERAL:c,ONE_CHAR:i,DOTS_SLASH:N,NO_DOT:L,NO_DOTS:B,NO_DOTS_SLASH:K,STAR:k,START_ANCHOR:H}=X.globChars(t.windows),w=t.dot?B:L,j=t.dot?K:L,Q=t.capture?"":"?:",z={negated:!1,prefix:""};let d=t.bash===!0?".*?":k;t.capture&&(d=`(${d})`);const q=O=>O.noglobstar===!0?d:`(${Q}(?:(?!${H}${O.dot?N:p}).)*?)`,W=O=>{switch(O){case"*":return`${w}${i}${d}`;case".*":return`${p}${i}${d}`;case"*.*":return`${w}${d}${p}${i}${d}`;case"*/*":return`${w}${d}${c}${i}${j}${d}`;case"**":return w+q(t);case"**/*":return`(?:${w}${q(t)}${c})?${j}${i}${d}`;case"**/*.*":return`(?:${w}${q(t)}${c})?${j}${d}${p}${i}${d}`;case"**/.*":return`(?:${w}${q(t)}${c})?${p}${i}${d}`;default:{const U=/^(.*?)\.(\w+)$/.exec(O);if(!U)return;const E=W(U[1]);return E?E+p+U[2]:void 0}}},rt=m.removePrefix(s,z);let R=W(rt);return R&&t.strictSlashes!==!0&&(R+=`${c}?`),R},at.exports=nt}});
// node_modules/picomatch/lib/picomatch.js
var require_picomatch=__commonJS({"node_modules/picomatch/lib/picomatch.js"(_,R){"use strict";var M=require_scan(),y=require_parse(),w=require_utils(),g=require_constants(),E=e=>e&&typeof e=="object"&&!Array.isArray(e),s=(e,t,r=!1)=>{if(Array.isArray(e)){const l=e.map(h=>s(h,t,r));return h=>{for(const d of l){const p=d(h);if(p)return p}return!1}}const c=E(e)&&e.tokens&&e.input;if(e===""||typeof e!="string"&&!c)throw new TypeError("Expected pattern to be a non-empty string");const a=t||{},u=a.windows,f=c?s.compileRe(e,t):s.makeRe(e,t,!1,!0),n=f.state;delete f.state;let o=()=>!1;if(a.ignore){const l={...t,ignore:null,onMatch:null,onResult:null};o=s(a.ignore,l,r)}const x=(l,m=!1)=>{const{isMatch:h,match:d,output:p}=s.test(l,f,t,{glob:e,posix:u}),i={glob:e,state:n,regex:f,posix:u,input:l,output:p,match:d,isMatch:h};return typeof a.onResult=="function"&&a.onResult(i),h===!1?(i.isMatch=!1,m?i:!1):o(l)?(typeof a.onIgnore=="function"&&a.onIgnore(i),i.isMatch=!1,m?i:!1):(typeof a.onMatch=="function"&&a.onMatch(i),m?i:!0)};return r&&(x.state=n),x};s.test=(e,t,r,{glob:c,posix:a}={})=>{if(typeof e!="string")throw new TypeError("Expected input to be a string");if(e==="")return{isMatch:!1,output:""};const u=r||{},f=u.format||(a?w.toPosixSlashes:null);let n=e===c,o=n&&f?f(e):e;return n===!1&&(o=f?f(e):e,n=o===c),(n===!1||u.capture===!0)&&(u.matchBase===!0||u.basename===!0?n=s.matchBase(e,t,r,a):n=t.exec(o)),{isMatch:!!n,match:n,output:o}},s.matchBase=(e,t,r,c=r&&r.windows)=>(t instanceof RegExp?t:s.makeRe(t,r)).test(w.basename(e,{windows:c})),s.isMatch=(e,t,r)=>s(t,r)(e),s.parse=(e,t)=>Array.isArray(e)?e.map(r=>s.parse(r,t)):y(e,{...t,fastpaths:!1}),s.scan=(e,t)=>M(e,t),s.compileRe=(e,t,r=!1,c=!1)=>{if(r===!0)return e.output;const a=t||{},u=a.contains?"":"^",f=a.contains?"":"$";let n=`${u}(?:${e.output})${f}`;e&&e.negated===!0&&(n=`^(?!${n}).*$`);const o=s.toRegex(n,t);return c===!0&&(o.state=e),o},s.makeRe=(e,t={},r=!1,c=!1)=>{if(!e||typeof e!="string")throw new TypeError("Expected a non-empty string");let a={negated:!1,fastpaths:!0};return t.fastpaths!==!1&&(e[0]==="."||e[0]==="*")&&(a.output=y.fastpaths(e,t)),a.output||(a=y(e,t)),s.compileRe(a,t,r,c)},s.toRegex=(e,t)=>{try{const r=t||{};return new RegExp(e,r.flags||(r.nocase?"i":""))}catch(r){if(t&&t.debug===!0)throw r;return/$^/}},s.constants=g,R.exports=s}});
// node_modules/picomatch/index.js
var require_picomatch2=__commonJS({"node_modules/picomatch/index.js"(d,c){"use strict";var e=require_picomatch(),s=require_utils();function r(u,i,a=!1){return i&&(i.windows===null||i.windows===void 0)&&(i={...i,windows:s.isWindows()}),e(u,i,a)}Object.assign(r,e),c.exports=r}});
// action/steps/package.ts
const { createHash: createHash2 } = process.getBuiltinModule("crypto");
const { createReadStream } = process.getBuiltinModule("fs");
const { mkdtemp, rm, stat } = process.getBuiltinModule("fs/promises");
const { tmpdir } = process.getBuiltinModule("os");
const { join: join2, resolve } = process.getBuiltinModule("path");

// shared/artifact/tree.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
const {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync
} = process.getBuiltinModule("fs");
const { dirname, isAbsolute, join, relative, sep } = process.getBuiltinModule("path");

// shared/artifact/changing.ts
function changed(path, cause) {
  return new UserError(`\`${path}\` changed while it was read; package it when nothing writes to it.`, {
    cause
  });
}
function isGone(error) {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

// shared/artifact/wildmatch.ts
function wildmatch(pattern, text, isPath) {
  return matchFrom(pattern, text, { p: 0, t: 0, isPath }) === "match";
}
function matchFrom(pattern, text, at) {
  const { isPath } = at;
  let { p, t } = at;
  for (; p < pattern.length; p++, t++) {
    const wanted = pattern[p];
    if (wanted === "*") return matchStar(pattern, text, { p, t, isPath });
    const given = text[t];
    if (given === void 0) return "over";
    if (wanted === "?") {
      if (isPath && given === "/") return "none";
    } else if (wanted === "[") {
      const set = readSet(pattern, p, given);
      if (!set) return "over";
      if (!set.isIn || isPath && given === "/") return "none";
      p = set.end;
    } else {
      if (wanted === "\\") p++;
      if (pattern[p] !== given) return "none";
    }
  }
  return t === text.length ? "match" : "none";
}
function matchStar(pattern, text, { p, t, isPath }) {
  let next = p;
  while (pattern[next] === "*") next++;
  const isAlone = /^($|\/|\\\/)/.test(pattern.slice(next)) && (p === 0 || pattern[p - 1] === "/");
  const isWide = next - p > 1 && isAlone;
  const takesSlashes = !isPath || isWide;
  if (isPath && isWide && pattern[next] === "/") {
    if (matchFrom(pattern, text, { p: next + 1, t, isPath }) === "match") return "match";
  }
  if (next === pattern.length) return takesSlashes || !text.includes("/", t) ? "match" : "none";
  for (let end = t; ; end++) {
    const result = matchFrom(pattern, text, { p: next, t: end, isPath });
    if (result !== "none") return result;
    if (end >= text.length) return "over";
    if (!takesSlashes && text[end] === "/") return "none";
  }
}
function readSet(pattern, begin, given) {
  let p = begin + 1;
  const isNegated = pattern[p] === "!" || pattern[p] === "^";
  if (isNegated) p++;
  let isIn = false;
  let before = "";
  for (let isFirst = true; isFirst || pattern[p] !== "]"; isFirst = false, p++) {
    if (p >= pattern.length) return void 0;
    const kind = pattern[p] === "[" && /^\[:(\w*):\]/.exec(pattern.slice(p));
    if (pattern[p] === "-" && before && p + 1 < pattern.length && pattern[p + 1] !== "]") {
      p++;
      if (pattern[p] === "\\") p++;
      if (given >= before && given <= (pattern[p] ?? "")) isIn = true;
      before = "";
    } else if (kind) {
      const members = classes[kind[1] ?? ""];
      if (!members) return void 0;
      if (members.test(given)) isIn = true;
      p += kind[0].length - 1;
      before = "";
    } else {
      if (pattern[p] === "\\") p++;
      if (pattern[p] === given) isIn = true;
      before = pattern[p] ?? "";
    }
  }
  return { isIn: isIn !== isNegated, end: p };
}
var classes = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[^ -~\u0080-\u00ff]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/
};

// shared/artifact/gitignore.ts
function parseGitignore(text) {
  const rules = bytes(`${text.replace(/^\uFEFF/, "")}
`).split(/\r?\n/).flatMap(parseRule).reverse();
  return {
    ignores(path, isFolder) {
      const name = bytes(path);
      const last = rules.find((rule) => (isFolder || !rule.foldersOnly) && rule.matches(name));
      return last && !last.negated;
    }
  };
}
function bytes(text) {
  return Buffer.from(text).toString("latin1");
}
function parseRule(line) {
  if (line.startsWith("#")) return [];
  const text = line.replace(/^((?:[^\\]|\\.)*?) +$/s, "$1");
  const negated = text.startsWith("!");
  const pattern = negated ? text.slice(1) : text;
  const foldersOnly = pattern.endsWith("/");
  const bare = foldersOnly ? pattern.slice(0, -1) : pattern;
  if (!bare) return [];
  return [{ negated, foldersOnly, matches: bare.includes("/") ? pathMatcher(bare) : nameMatcher(bare) }];
}
function nameMatcher(pattern) {
  return (path) => wildmatch(pattern, path.slice(path.lastIndexOf("/") + 1), false);
}
function pathMatcher(pattern) {
  const from = pattern.replace(/^\//, "");
  const [plain = ""] = /^[^*?[\\]*/.exec(from) ?? [];
  const rest = from.slice(plain.length);
  return (path) => path.startsWith(plain) && wildmatch(rest, path.slice(plain.length), true);
}

// shared/artifact/tree.ts
function* walkTree(root, options = {}) {
  const real = realFolder(root);
  const included = matcher(options.include?.length ? options.include : ["**"]);
  const excluded = matcher(options.exclude ?? []);
  const never = new Set(options.never?.map((file) => relative(real, realIfThere(file)).split(sep).join("/")));
  function* visit(folder, ignores) {
    const list = () => readdirSync(join(real, folder), { withFileTypes: true });
    const found = reading(folder || root, list);
    const hasRules = options.gitignore && found.some(({ name }) => name === ".gitignore");
    const here = hasRules ? ignoresBelow(real, folder, ignores) : ignores;
    for (const name of inOrder(found)) {
      const path = folder ? `${folder}/${name}` : name;
      if (name === ".git" || never.has(path) || excluded(path)) continue;
      const stats = reading(path, () => lstatSync(join(real, path)));
      if (here(path, stats.isDirectory())) continue;
      if (stats.isDirectory()) yield* visit(path, here);
      else if (included(path)) yield toEntry(real, path, stats, options);
    }
  }
  yield* visit("", () => false);
}
function inOrder(found) {
  const places = found.map((entry) => entry.isDirectory() ? `${entry.name}/` : entry.name);
  return places.sort().map((place) => place.replace(/\/$/, ""));
}
function ignoresBelow(root, folder, around) {
  const path = join(folder, ".gitignore");
  const own = parseGitignore(reading(path, () => readFileSync(join(root, path), "utf8")));
  return (path2, isFolder) => own.ignores(folder ? path2.slice(folder.length + 1) : path2, isFolder) ?? around(path2, isFolder);
}
function realFolder(root) {
  try {
    if (lstatSync(realpathSync(root)).isDirectory()) return realpathSync(root);
  } catch (error) {
    throw new UserError(`The folder \`${root}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  }
  throw new UserError(`\`${root}\` is not a folder.`);
}
function matcher(patterns) {
  const all = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.\//, "").replace(/\/+$/, "");
    return [bare, `${bare}/**`];
  });
  return all.length > 0 ? (0, import_picomatch.default)(all, { dot: true }) : () => false;
}
function reading(path, read) {
  try {
    return read();
  } catch (error) {
    const isUnnamed = path.includes("\uFFFD");
    if (isGone(error) && !isUnnamed) throw changed(path, error);
    const why = isUnnamed ? "its name is not valid UTF-8" : messageOf(error);
    throw new UserError(`\`${path}\` cannot be packaged: ${why}.`, { cause: error });
  }
}
function toEntry(root, path, stats, { refuseLinks }) {
  const file = join(root, path);
  if (stats.isFile()) {
    const { size, mode, mtimeMs: modified } = stats;
    return { kind: "file", path, file, size, mode: mode & 511, modified };
  }
  if (!stats.isSymbolicLink()) {
    throw new UserError(`\`${path}\` is neither a file nor a link; leave it out with \`exclude\`.`);
  }
  if (refuseLinks) {
    throw new UserError(`\`${path}\` is a symbolic link, which \`symlinks: refuse\` does not let pass.`);
  }
  const target = reading(path, () => readlinkSync(file));
  if (leaves(root, file, target)) {
    throw new UserError(
      `The link \`${path}\` leads out of the packaged folder, to \`${target}\`; leave it out with \`exclude\`.`
    );
  }
  return { kind: "link", path, target: target.split(sep).join("/") };
}
function leaves(root, link, target) {
  if (isAbsolute(target)) return true;
  let place = dirname(link);
  for (const part of target.split(sep)) {
    place = part === ".." ? dirname(place) : realIfThere(join(place, part));
    const inside = relative(root, place);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return true;
  }
  return false;
}
function realIfThere(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

// shared/artifact/zip.ts
const { availableParallelism } = process.getBuiltinModule("os");
const { crc32: crc322 } = process.getBuiltinModule("zlib");

// shared/artifact/crc32.ts
function crc32Combine(first, second, secondLength) {
  let crc = first;
  let zeros = eightZeroBits();
  for (let rest = secondLength; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) crc = times(zeros, crc);
    zeros = zeros.map((column) => times(zeros, column));
  }
  return (crc ^ second) >>> 0;
}
function eightZeroBits() {
  const oneZeroBit = [3988292384, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];
  let map = oneZeroBit;
  for (let doubling = 0; doubling < 3; doubling++) {
    const before = map;
    map = before.map((column) => times(before, column));
  }
  return map;
}
function times(map, vector) {
  let sum = 0;
  for (let bit = 0, rest = vector; rest !== 0; bit++, rest >>>= 1) {
    if (rest & 1) sum ^= map[bit];
  }
  return sum >>> 0;
}

// shared/artifact/deflate.ts
const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule("fs");
const { constants, crc32, deflateRawSync } = process.getBuiltinModule("zlib");
var level = 4;
var blockBytes = 1024 * 1024;
var room = Buffer.allocUnsafeSlow(blockBytes + 1);
function deflateBlocks(blocks) {
  const outputs = blocks.map((block) => {
    const bytes2 = readBlock(block);
    const flush = block.last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const deflated = deflateRawSync(bytes2, { level, finishFlush: flush, chunkSize: chunkFor(bytes2.length) });
    const stored = block.first && block.last && deflated.length >= bytes2.length;
    return { crc: crc32(bytes2), stored, bytes: stored ? Buffer.from(bytes2) : deflated };
  });
  const data = new Uint8Array(outputs.reduce((sum, { bytes: bytes2 }) => sum + bytes2.length, 0));
  let offset = 0;
  for (const { bytes: bytes2 } of outputs) {
    data.set(bytes2, offset);
    offset += bytes2.length;
  }
  return { pieces: outputs.map(({ crc, stored, bytes: bytes2 }) => ({ crc, stored, length: bytes2.length })), data };
}
function chunkFor(length) {
  return Math.min(Math.max(length, 1024), 64 * 1024);
}
function readBlock(block) {
  const target = room.subarray(0, block.length + (block.last ? 1 : 0));
  const read = withFile(block, (descriptor) => {
    const isWhole = block.first && block.last;
    const isSame = isWhole || fstatSync(descriptor).mtimeMs === block.modified;
    return isSame ? readFully(descriptor, target, block.offset) : void 0;
  });
  if (read !== block.length) throw changed(block.path);
  return target.subarray(0, read);
}
function readFully(descriptor, target, offset) {
  let read = 0;
  while (read < target.length) {
    const count = readSync(descriptor, target, read, target.length - read, offset + read);
    if (count === 0) break;
    read += count;
  }
  return read;
}
function withFile({ file, path }, use) {
  let descriptor;
  try {
    descriptor = openSync(file, "r");
    return use(descriptor);
  } catch (error) {
    if (isGone(error)) throw changed(path, error);
    throw new UserError(`\`${path}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}

// shared/artifact/deflate-pool.ts
const { extname } = process.getBuiltinModule("path");
const { Worker } = process.getBuiltinModule("worker_threads");
function createDeflatePool(threads2) {
  const lines = Array.from({ length: threads2 }, startThread);
  return {
    deflate(blocks) {
      const shortest = lines.reduce((best, line) => line.length() < best.length() ? line : best);
      return shortest.deflate(blocks);
    },
    async close() {
      await Promise.all(lines.map((line) => line.close()));
    }
  };
}
function startThread() {
  const file = new URL(`./zip-worker${extname(import.meta.url)}`, import.meta.url);
  const resourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 32 };
  const worker = new Worker(file, { resourceLimits });
  const waiting = [];
  let broken;
  worker.on("message", (answer) => {
    const next = waiting.shift();
    if ("deflated" in answer) next?.resolve(answer.deflated);
    else next?.reject(answer.byUser ? new UserError(answer.error) : new Error(answer.error));
  });
  worker.on("error", (error) => {
    broken = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of waiting.splice(0)) reject(broken);
  });
  return {
    length: () => waiting.length,
    deflate: (blocks) => new Promise((resolve2, reject) => {
      if (broken) return reject(broken);
      waiting.push({ resolve: resolve2, reject });
      worker.postMessage(blocks);
    }),
    close: () => worker.terminate()
  };
}

// shared/artifact/headers.ts
var chunkBytes = 256 * 1024;
var Headers = class {
  #full = [];
  #chunk = Buffer.allocUnsafeSlow(chunkBytes);
  #used = 0;
  #count = 0;
  get count() {
    return this.#count;
  }
  /** Adds a header of at most 128 KiB. */
  add(header) {
    if (this.#used + header.length > chunkBytes) {
      this.#full.push(this.#chunk.subarray(0, this.#used));
      this.#chunk = Buffer.allocUnsafeSlow(chunkBytes);
      this.#used = 0;
    }
    this.#chunk.set(header, this.#used);
    this.#used += header.length;
    this.#count += 1;
  }
  /** All that was added, in order. */
  chunks() {
    return [...this.#full, this.#chunk.subarray(0, this.#used)];
  }
};

// shared/artifact/output.ts
const { createHash } = process.getBuiltinModule("crypto");
const { open } = process.getBuiltinModule("fs/promises");
var enough = 1024 * 1024;
var Output = class _Output {
  #file;
  #path;
  #hash = createHash("sha256");
  #pending = [];
  #pendingBytes = 0;
  #size = 0;
  constructor(path, file) {
    this.#path = path;
    this.#file = file;
  }
  static async create(path) {
    return new _Output(path, await open(path, "w", 384));
  }
  /** Bytes written so far: where the next byte will stand. */
  get size() {
    return this.#size;
  }
  async write(bytes2) {
    this.#hash.update(bytes2);
    this.#pending.push(bytes2);
    this.#pendingBytes += bytes2.length;
    this.#size += bytes2.length;
    if (this.#pendingBytes >= enough) await this.#flush();
  }
  /** Writes what is left; the hexadecimal SHA-256 of it all. */
  async finish() {
    await this.#flush();
    return this.#hash.digest("hex");
  }
  async close() {
    await this.#file.close();
  }
  async #flush() {
    const bytes2 = Buffer.concat(this.#pending.splice(0));
    this.#pendingBytes = 0;
    try {
      await this.#file.writeFile(bytes2);
    } catch (error) {
      if (error.code !== "ENOSPC") throw error;
      throw new UserError(`The disk of \`${this.#path}\` is full; free some space or package less.`, {
        cause: error
      });
    }
  }
};

// shared/artifact/zip-format.ts
var fileType = 32768;
var linkType = 40960;
var max16 = 65535;
var max32 = 4294967295;
var madeByUnix = 3;
var firstDay = 1 << 5 | 1;
function isLarge(size) {
  return size + Math.ceil(size / 1e3) >= max32;
}
function localHeader(entry, sizes) {
  const extra = entry.large ? zip64Extra([sizes?.size ?? 0, sizes?.compressed ?? 0]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(67324752, 0);
  writeCommon(header.subarray(4), entry);
  header.writeUInt32LE(sizes?.crc ?? 0, 14);
  header.writeUInt32LE(entry.large ? max32 : sizes?.compressed ?? 0, 18);
  header.writeUInt32LE(entry.large ? max32 : sizes?.size ?? 0, 22);
  header.writeUInt16LE(entry.name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, entry.name, extra]);
}
function dataDescriptor(entry, sizes) {
  const descriptor = Buffer.alloc(entry.large ? 24 : 16);
  descriptor.writeUInt32LE(134695760, 0);
  descriptor.writeUInt32LE(sizes.crc, 4);
  if (entry.large) {
    descriptor.writeBigUInt64LE(BigInt(sizes.compressed), 8);
    descriptor.writeBigUInt64LE(BigInt(sizes.size), 16);
  } else {
    descriptor.writeUInt32LE(sizes.compressed, 8);
    descriptor.writeUInt32LE(sizes.size, 12);
  }
  return descriptor;
}
function directoryHeader(entry, sizes, offset) {
  const wide = [...entry.large ? [sizes.size, sizes.compressed] : [], ...offset >= max32 ? [offset] : []];
  const extra = wide.length > 0 ? zip64Extra(wide) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(33639248, 0);
  header.writeUInt16LE(madeByUnix << 8 | 45, 4);
  writeCommon(header.subarray(6), entry);
  header.writeUInt32LE(sizes.crc, 16);
  header.writeUInt32LE(entry.large ? max32 : sizes.compressed, 20);
  header.writeUInt32LE(entry.large ? max32 : sizes.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(entry.mode << 16 >>> 0, 38);
  header.writeUInt32LE(Math.min(offset, max32), 42);
  return Buffer.concat([header, entry.name, extra]);
}
function endOfDirectory(count, size, offset) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(101010256, 0);
  end.writeUInt16LE(Math.min(count, max16), 8);
  end.writeUInt16LE(Math.min(count, max16), 10);
  end.writeUInt32LE(Math.min(size, max32), 12);
  end.writeUInt32LE(Math.min(offset, max32), 16);
  const fits = count < max16 && size < max32 && offset < max32;
  return fits ? end : Buffer.concat([zip64End(count, size, offset), end]);
}
function writeCommon(target, entry) {
  const utf8 = 1 << 11;
  target.writeUInt16LE(entry.large ? 45 : 20, 0);
  target.writeUInt16LE(utf8 | (entry.trailing ? 1 << 3 : 0), 2);
  target.writeUInt16LE(entry.stored ? 0 : 8, 4);
  target.writeUInt16LE(0, 6);
  target.writeUInt16LE(firstDay, 8);
}
function zip64Extra(values) {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return extra;
}
function zip64End(count, size, offset) {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(101075792, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeByUnix << 8 | 45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  const locator = end.subarray(56);
  locator.writeUInt32LE(117853008, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return end;
}

// shared/artifact/zip.ts
var batchBytes = 1024 * 1024;
var batchBlocks = 256;
var threads = Math.min(Math.max(availableParallelism(), 2), 4);
var batchesAhead = 8;
async function writeZip(entries, path, signal) {
  const output = await Output.create(path);
  let pool;
  const deflate = async (blocks) => {
    if (isFull(blocks)) pool ??= createDeflatePool(threads);
    return pool ? pool.deflate(blocks) : deflateBlocks(blocks);
  };
  try {
    const writer = new ZipWriter(output);
    const ahead = [];
    const writeNext = async () => {
      const { batch, deflated } = ahead.shift();
      await writer.write(batch, await deflated);
    };
    for (const batch of batches(entries)) {
      signal?.throwIfAborted();
      const deflated = deflate(batch.flatMap((item) => "block" in item ? [item.block] : []));
      deflated.catch(() => {
      });
      ahead.push({ batch, deflated });
      if (ahead.length >= batchesAhead) await writeNext();
    }
    while (ahead.length > 0) await writeNext();
    await writer.end();
    return { file: path, hash: await output.finish(), size: output.size, entries: writer.count };
  } finally {
    await pool?.close();
    await output.close();
  }
}
function isFull(blocks) {
  return blocks.length >= batchBlocks || blocks.reduce((sum, { length }) => sum + length, 0) >= batchBytes;
}
function* batches(entries) {
  let batch = [];
  let bytes2 = 0;
  for (const entry of entries) {
    for (const item of itemsOf(entry)) {
      batch.push(item);
      if ("block" in item) bytes2 += item.block.length;
      if (bytes2 < batchBytes && batch.length < batchBlocks) continue;
      yield batch;
      batch = [];
      bytes2 = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
function* itemsOf(entry) {
  if (entry.kind === "link") return yield { link: entry };
  const { file, path, size, modified } = entry;
  let offset = 0;
  do {
    const length = Math.min(blockBytes, size - offset);
    const last = offset + length === size;
    yield { entry, block: { file, path, modified, offset, length, first: offset === 0, last } };
    offset += length;
  } while (offset < size);
}
var ZipWriter = class {
  #output;
  #directory = new Headers();
  /** The file whose blocks are being written. */
  #open;
  constructor(output) {
    this.#output = output;
  }
  /** Of the entries written. */
  get count() {
    return this.#directory.count;
  }
  async write(batch, { pieces, data }) {
    let piece = 0;
    let offset = 0;
    for (const item of batch) {
      if ("link" in item) {
        await this.#whole(zipLink(item.link), sizesOfLink(item.link), Buffer.from(item.link.target));
        continue;
      }
      const { length } = pieces[piece];
      await this.#block(item.entry, item.block, {
        piece: pieces[piece],
        bytes: data.subarray(offset, offset + length)
      });
      offset += length;
      piece += 1;
    }
  }
  async end() {
    const start = this.#output.size;
    for (const headers of this.#directory.chunks()) await this.#output.write(headers);
    const size = this.#output.size - start;
    await this.#output.write(endOfDirectory(this.#directory.count, size, start));
  }
  async #block(file, block, { piece, bytes: bytes2 }) {
    const entry = zipFile(file, piece.stored);
    const sizes = { crc: piece.crc, compressed: piece.length, size: block.length };
    if (block.first && block.last) return this.#whole(entry, sizes, bytes2);
    if (block.first) {
      this.#open = { entry, offset: this.#output.size, sizes: { crc: 0, compressed: 0, size: 0 } };
      await this.#output.write(localHeader(entry, void 0));
    }
    const open2 = this.#open;
    open2.sizes = joined(open2.sizes, sizes);
    await this.#output.write(bytes2);
    if (!block.last) return;
    await this.#output.write(dataDescriptor(entry, open2.sizes));
    this.#directory.add(directoryHeader(entry, open2.sizes, open2.offset));
  }
  async #whole(entry, sizes, bytes2) {
    this.#directory.add(directoryHeader(entry, sizes, this.#output.size));
    await this.#output.write(localHeader(entry, sizes));
    await this.#output.write(bytes2);
  }
};
function zipFile({ path, mode, size }, stored) {
  const trailing = size > blockBytes;
  return { name: Buffer.from(path), mode: fileType | mode, stored, trailing, large: isLarge(size) };
}
function zipLink({ path }) {
  return { name: Buffer.from(path), mode: linkType | 511, stored: true, trailing: false, large: false };
}
function sizesOfLink({ target }) {
  const length = Buffer.byteLength(target);
  return { crc: crc322(target), compressed: length, size: length };
}
function joined(before, next) {
  return {
    crc: crc32Combine(before.crc, next.crc, next.size),
    compressed: before.compressed + next.compressed,
    size: before.size + next.size
  };
}

// action/steps/package.ts
async function packageArtifact(inputs, place) {
  if (inputs.artifact) return readyFile(resolve(place.workspace, inputs.artifact), inputs.artifact);
  const { path, include, exclude } = inputs;
  const folder = await mkdtemp(join2(place.temp ?? tmpdir(), "drawbridge-"));
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const entries = walkTree(resolve(place.workspace, path), {
      include,
      exclude,
      never: [...place.secretFiles, folder],
      gitignore: inputs.gitignore === "true",
      refuseLinks: inputs.symlinks === "refuse"
    });
    const zip = await writeZip(entries, join2(folder, "artifact.zip"), place.signal);
    if (zip.entries === 0) throw new UserError(empty(inputs));
    return { ...zip, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
async function readyFile(file, named) {
  const stats = await stat(file).catch((error) => {
    throw new UserError(`The artifact \`${named}\` cannot be read: ${messageOf(error)}.`, { cause: error });
  });
  if (!stats.isFile())
    throw new UserError(`The artifact \`${named}\` is not a file; package a folder with \`path\`.`);
  if (stats.size === 0) throw new UserError(`The artifact \`${named}\` is empty.`);
  refuseTooLarge(stats.size);
  const hash = createHash2("sha256");
  for await (const bytes2 of createReadStream(file)) hash.update(bytes2);
  return { file, size: stats.size, hash: hash.digest("hex"), [Symbol.asyncDispose]: async () => {
  } };
}
function empty({ path, include, exclude }) {
  const globs = include || exclude ? " that `include` and `exclude` leave" : "";
  return `There is nothing to package: the folder \`${path}\` has no files${globs}.`;
}
export {
  packageArtifact
};
