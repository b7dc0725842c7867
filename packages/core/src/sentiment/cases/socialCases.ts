import { parseCases } from './parseCases.ts'

/** Posts of traders, wire headlines with a ticker, other languages and noise. */
export const socialCases = parseCases(`
+ social.emoji | $VLD 🚀🚀 | VLD +
- social.emoji | $VLD 📉 | VLD -
+ social.bullish | $CRVD to the moon | CRVD +
+ social.bullish | $CRVD breakout over resistance, bulls in control | CRVD +
- social.bearish | $CRVD breakdown, bears in control | CRVD -
+ social.position | long $TARN here | TARN +
- social.position | short $TARN here | TARN -
+ social.position | bought calls on $HLDN | HLDN +
- social.position | bought $HLDN and then sold it all, puts now, selling more | HLDN -
- social.position | buying puts on $HLDN | HLDN -
+ social.position | sold puts on $HLDN | HLDN +
- social.position | loading puts on $HLDN, short and happy to be selling | HLDN -
+ social.bullish | $SLNO short squeeze incoming | SLNO +
+ social.bullish | $SLNO oversold, bounce soon, bullish | SLNO +
- analyst.negative | $SLNO overbought and overvalued | SLNO -
- social.bearish | $SLNO crashing, bagholder misery | SLNO -
+ social.bullish | $KSTR higher highs and higher lows | KSTR +
- social.bearish | $KSTR lower highs and lower lows | KSTR -
+ social.bullish | $QUIL bottomed, buy the dip 💎 | QUIL +
- social.bearish | $QUIL rolling over, tanking 🐻 | QUIL -
+ movement.signed | $PINE +6.5% | PINE +
- movement.signed | $PINE -6.5% | PINE -
+ movement.subject | $PINE rising again | PINE +
- movement.subject | $PINE falling again | PINE -
0 | $PINE chart attached | PINE 0
0 | $PINE reports on Tuesday | PINE 0
0 | $PINE $VLD $TARN watchlist for Monday | PINE 0; VLD 0; TARN 0
+ analyst.upgrade | $ARVO - Broker upgrades Arvo Mills to buy https://example.com/a | ARVO +
- analyst.downgrade | $ARVO - Broker downgrades Arvo Mills https://example.com/a | ARVO -
- movement.guidance | $ARVO - Arvo Mills cuts outlook https://example.com/a | ARVO -
+ movement.guidance | $ARVO - Arvo Mills lifts outlook https://example.com/a | ARVO +
+ movement.target | $RDGT price target raised to $44 at Elm | RDGT +
- movement.target | $RDGT price target cut to $31 at Elm | RDGT -
0 !social.position | The voyage is long and the summer short.
0 !social.bullish | The bull stood in the meadow under the moon.
0 !social.bearish | The bear ate honey in a dead tree.
0 !social.position | He calls his mother and puts the kettle on.
0 !social.bearish | The red carpet was laid by noon.
- movement.jobs | Velda Pharma to cut jobs https://example.com/b | Velda Pharma -
+ movement.price | Market update: bank shares climb https://example.com/c
0 | Crisis talks at the zoo https://example.com/d
0 | Read our guide to index funds https://example.com/e
0 | Watch: the chief executive on the future of rail
0 | ...
0 | 12345
0 | ????
0 | Der Umsatz ist im Jahr auf 40 Millionen gestiegen und der Gewinn auch.
0 | Le bénéfice est en hausse pour une deuxième année, avec les ventes.
0 | Las ventas de la empresa subieron por una fuerte demanda del mercado.
0 | Gli utili sono in crescita e la società della famiglia è nel mercato.
0 | Omsättningen ökade och vinsten steg för att efterfrågan inte föll.
0 | De winst van het bedrijf is een record en niet voor een keer.
0 | Прибыль компании выросла на 20 %.
0 | 公司利润增长百分之二十。
0 | 会社の利益が増加した。
0 | شركة تعلن عن أرباح قياسية
0 | Os lucros subiram com uma alta dos preços e mais vendas.
+ social.emoji | Halden Steel 🚀 | Halden Steel +
- social.emoji | Halden Steel 📉 | Halden Steel -
+ movement.price | stocks up again 📈
- movement.price | stocks down again 📉
- social.position | bought some $TARN puts | TARN -
- social.position | sold calls on $TARN | TARN -
- social.position | short $TARN into earnings | TARN -
+ social.bullish | $TARN uptrend, oversold on the daily | TARN +
- social.bearish | $TARN downtrend, avoid | TARN -
- social.bearish | $TARN way too expensive | TARN -
+ movement.subject | $TARN up 3% after hours | TARN +
- movement.subject | $TARN down 3% premarket | TARN -
+ event.beat | $TARN beats on earnings and revenue | TARN +
0 event.beat event.miss | $TARN - Tarn Shipping EPS misses by $0.02, beats on revenue | TARN 0
0 !social.bullish | $TARN earnings after the close | TARN 0
0 !social.position | $TARN conference call on Friday | TARN 0
0 | Die Aktie steigt um 5 Prozent
0 | Las ventas y el beneficio suben
0 | Le titre est en hausse
0 | Il titolo sale in borsa, utile in crescita
`)
