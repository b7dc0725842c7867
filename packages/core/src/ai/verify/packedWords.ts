// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 3023,
  size: 22480,
  packed:
    "%,$?)9)]2)+q?3,J+L*=0A)vMaH:M}s.1%%q?4*[$b*(-E*J0A7@7/,k1O7n$}25,KM972-@-r93AV*)Ae2++:-'+/27?^Xx7[2M<j2*+87~^H)O1('+082_0'-0.O?G#u)'M[tt1AJ_1Cz~#;1?7v,J+j#sDm()G]==MG2c2Q7B?A19G4X&7D+I*^2U2n);'a7P1Y151X?4*0)F<W+bOY7(HA)C1500->^L@O<X2\\21$.G=+J]37<7*<\\0iKP$H&XBP'V%E>a1@)6=E,=)>,^jE@n)k,D2xcp&6'BH)k)=(@K,=2%H/7``61C7OBoGFuwCgO;2,,d,%H/)@X'7y4Qs8+33&$h2BM{)^2.3P^CL~H.+>9F^K#.,G/v?,)w'42YM)1;)R3e7O2bC91=--2m)@?QALJeM`12(%)D7<<h1x,22vW.)-7R-e()G'#YAC2'Ml)pHn7cIg->B\\)P&D9_)+(-28)?Y6n//?2N/+A|G&7'7>$A<7Y)H42(1>G&7=?O-{2O%,2$,JC-+0G#,'.L_I+&cm)G2bW9#M,*B?+X)3]a1Q20",
}
export const plain = {
  seed: 294,
  size: 6240,
  packed:
    "C7'HI*<Z~.V,()Q<);L0%(ag3F@I*'4MQC8&:GV~w/]Hw)H+-)(IHBZL?%)?.^'=)YN8qFUR^C).f]<B>$*M&$$F$63a>572%&~///~L.Kes$8`1:ke,/>:\\(Y{~~,63+00~-~l084,~M)%I`51-<-C@-.RR1r3F(~;&.K%2'14V>0~,n9@~.~93&/'>3'S=(@7$&~A7&1DQ%",
}
