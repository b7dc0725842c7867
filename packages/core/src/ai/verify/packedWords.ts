// Written by `packWords` from `words.ts`; its test tells when they differ and `-u` writes it anew.
export const listed = {
  seed: 827,
  size: 27360,
  packed:
    "#?%-X214=j1_)4)wz~MT(5#D^^'wCU3),$MW)X2S-01(W\\z~MY*)z~)m*9AZ'e?:1(0u*n2/H{-o7HOCC&)^`-2,)U^e(ds$#wA6^D6=Bn--7/,`)7z~#7&@H6-mz~Bu3H/|,y+F5o)U:Dc=3=7LA&,z7.7[782VH)H$1\\1uWP.*,f7C-S)X2u2b1k2R&A)M+~;a)0He2|*$+).4RDH.0YH/M?A02<G<(6*M2/2s-N29AJG1)FHR,q;f]iHp+l4,(iRZ))B7[Z,e0_\\qC+$|?PMXI820G,);4vM;A0@_1$0-7,sRz~GTZN$G?B2r<G\\b2&23)*+5'&-\\1P&@+~Ho^}Bo)')&,A1.G+^+)2my?+,S,]P*),7)&9HZz~z~7|&O7[A<919.U_1L&7)[SmBl/~^M7P3')1);,t7>H%:_BMz~#|1:AW)dt##l2Q12GhM$1W%Z=G-IAV)KHe1:?d)m1l?#2O1%C2=J@22/GG]DO+C`2uHb-B,1)373*'2Y#A937%S5$:7J75*\\7u+{2Y+,7PBD7@B4-f1K7:4)GJ3D,A7%Pq7-,\\2B>c1&7v*51`U92A7B(8+[1]H$",
}
export const plain = {
  seed: 6821,
  size: 7424,
  packed:
    "M'MQx/8E@a18>P-$~.~^=55h7Xk=B;28%T7L~H)A~4/5&)/0&O57P).~%3E$~,~pA4WQ2*~./>**-NU&^,=.+~GL4~.SJ)b&~9'IM))RE+`=HNbA&L(6M./&2$~Q/Q~;<~_+0()+*@&'%-K(5KJJ33--H,6PM,ZK4*-)'L,Z{/*j(.V0*+6@(,%(1;0MGL`+*X4Me)H=5~074:Ox*2/$WC2E`4@)7?B$DCJ|/6%'~(>b~be:.,(Y0a&",
}
