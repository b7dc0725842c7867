// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 160588,
  size: 22720,
  packed:
    "8ef_):`'#1jtnBiJf@h}$6j0tCfMhGNitd||t%g.`@foobccirUn>g`Jn<jyo1}^.3dCivf7f-t9owninSg}>7>dxejMt1t(fti/dUgiqj)ls5`mfg:4iP$dn8~~#`epk1h%zio.o&p0p&)lNPkB.0'8g%ncjnnNF%y4iJ9Wfph#|F#ufge{froH$ttEni&cgc)&[_j%d2oJf??mfciutXj=)#g.>#)vyx|F?(#hp)#c|co\\.C3(fnoffpgfl-thnOf>f,o,t[ef.i:d`T.;g{j:1vfib..$`_n5fomd#LtS(1n6fso,c8on`9o|$#fAi&`An(Z088(Hi#og'Wdjo$.<hlnMhda'67n;tD3e`Oie~o#at6AQ.em0)j)p`|(qi*rcnf?/o'nuhJovhUt+ftGhdG#ytJpzf(aC~kbEl(Lm|enai:o>NafmeAhzo1olmy**./oxjhnEgiclt,ez)koom9y/o:ekb4pyt>nYnxf+tpqdnc)9q?e4p/hg`|.Kt}($f%o+|e#,tV{%(+)bocDCo-wT8&9TonhPoFk)d;cS(+t)tya>~Yt)db",
}
export const plain = {
  seed: 194368,
  size: 4160,
  packed:
    "/2Edr*=H,hg4ost=<frPbip'&j'lq3opawmidfljn&~dvaaexj_.'=s_cmRne.m-_L4)f_lJck&hnkp(3j4qj=ia_$b4x.8_bR5,eg[nf_{ti_<hb}mxtsc=QaHxIc}H.dyn.w~o",
}
