// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 3023,
  size: 22480,
  packed:
    "bia|fvf>ofhR|pi+h-gzm~fW.B)w.^TknbbR|qg<aCgej&g+m~t}tliLn0tOa^ori,.vtoj}jSvp~7gf~Fohhwjdhlot|?9Yt<o.yKoghut_?)f0nedhmuo@mdjmk0|(`Vfd.<UUn~+@n$[_`xn|tWi+hK`T%Nef(>zz.(oDo2t#|~nv(q9ct%h*g?o6oOfxdBt1n:nrn9|qgmf'y8hC0:te)~f$nrmmj{?-}0y9o=onak(zh+>ptytgy=mJ,1a)c9#1d7b&{Bn}fsz&izf{i?K&}OfLi%oYDQcsd#)fLfze},izob)ltAAsn$t0#P('VX$H0xoiiEib)lf}9dtZq2TuhppcaIo#.\\f?okp1?$-_)kh{v'?,`ki(lW|ifXdqo:.fnxf3pFt0oC$vnzjjoNf}|2~-+F.Anoebf%tyyInYiooW8kfjt3jFef(d`:~$od.MfQ)OtD*Hj{#=f1c%v@fhejouf|:sOll|o/lh~](ctdt{a~yt:f)qoen{(ctz|0j\\o0bioai+$jhm(`idk-@*hcDNf(oC8v`.ig#|h9fp>Bn2om",
}
export const plain = {
  seed: 1736,
  size: 4096,
  packed:
    "`._nK'+~en}i4gpt@druuErnlr28far}CPyqc6_xqac(,TB;lEFy}aNg|{d_0o>nc_+_nc6(d|mmix}lo>yor#~_az=my|/.pn+eo&T=~qkf0Eqf{vso4AtRuuSvqmaj0d=",
}
