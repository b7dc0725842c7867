// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 102250,
  size: 22720,
  packed:
    "[_oqb1[_j2h(j+hdnkouf;f&oJ|vw-oF{0$*ij#5`KjH}ffSyro0oc{*##n}cS'knocVjr#Fp'o%Db(D?5nAopoue{hoiHnw~sfK.(nStaeujcDnf|>hF,n0tat<npt&dgmRb9~jt}|8}=gq|g.|t6op|unE#vjefkc'nFn~fOf;fJnchKg*i}~$#{`wnpk:fk#<td[_+fn<(St?h9`e=jceo9t#td>+d'e)oi'jIyi?o@o\\q~jk'No3f~defuj>f>9?hg.~oI9kt%8.|dhs)=6%h%oun;(Boxfa(/Q`ng?wfaha+#))`9t>t&aQ(Rhbpz`l.i(qfcfm3io0n;i?l_?Pi%t2t?td6jh@yki(v8o.f#~s}bs>ngFUcye7obg0gwo;h~n)}et7g2tdzHb5fl<do)r:tp?U?-tohgv+o~wppq)||hhplNo2tM|sdznn$_td`'iSaB?m.yphiEj2d|oq|+D?6Vect&hq|nfzozgpKg`iqmj6Stopd&iqoii:o4ori~#{jLoOa(n,wO$#iWpho?j-pFn9n9?]i9t2hh.2dQ.^[_`gbZ|'pYfltwk2",
}
export const plain = {
  seed: 86186,
  size: 4608,
  packed:
    'ckwn{kw}apb0/_lcKxiyh:mrG&ofr]y~CybWug(7L(_gfi{0#ea+ms_g5%Vvu5Bq|kpuCihmk_jdsAb~lAe#l$_JTGrb34}|dl1p_GEtebme+1di97pAfp_gwmH]+,O?#pvihGaubel9$i$i+1e',
}
