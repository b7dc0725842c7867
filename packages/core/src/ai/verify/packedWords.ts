// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 2695,
  size: 22320,
  packed:
    "2(&7c=):&H2z?A)fMCK6%g24A&#h,j?4I<#&1<7,7.?:,4%%,$j(MC,(2X%6f;4@9-cn*1-D)X1~2*7l28&*H3:*1JC7+Y3F3v)D,E287'1G2UHX1R$M,07ZA#)82z)z?fGgCF7(]bHP,:.CM(,Z7=::Yx2%+bAu+37:'8'E1E76t7'i7k2-,-932C%&2y@71kjgI0'B+02v1LOMz~+vG]'F#AGR){,t2<2.MF*745&.20/B1J)]/@+J-b#(+`01<D)V*<(Kl(2ky4)5)M,3O*7b0?H~+`*Q_d7P,t7q$J&3)=)_2,M/,~H4M~2r13)J)D2),T+a-'1i,71~?z4+2,2D-,*g01+v'fz~^6,8<7?R2uA%#Uy(1S-6Y,/7B.?TG1)>062d2A$\\?V+c)^#a1P2R2b(G9#2t.Z)z2Tz~+21=1B*PG8^[17)FW1761&,e7O?8X=-;Cj1-7^2z-8+lL@2))C1Z7&)'AW-.^^*=)C3I).+h&Y1~MwD7PC0;7:H.](#FMB4^,Y26&c1&-vBq=Tz~+1,0*\\)rCt7s1LMI,2(@>+F9z~1P)z'E",
}
export const plain = {
  seed: 160,
  size: 7456,
  packed:
    "8KFJ0ACQ2jSQ'@E300l&+&'2EF+5L*$Fup42?$9*KM+8a~+36VBhmz:&%DLB=x`=/:-P,0~1,H9Bh++4G*W$7L0<$14z[F/+R66&a$)wJc'~$7~uS7(1t*R,D-%H.E:{Bim%M%$&[F(:j(O,A9`8$j(/v,9>G/HR+(r)U72P20pc~[ARg@v:8-<0e8@-NS,0C3'IHP2?*%7/T~Q&~>6-F16GL(+~$~&5A~%Oo68-F*78N*",
}
