"""Invented letters in the words that such letters use: (sender, kind, day of sending, text)."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 11, 25)

LETTERS: tuple[tuple[str, str, date | None, str], ...] = (
    (
        "gemeente", "toekenning", date(2026, 11, 3),
        """Gemeente Amsterdam
Werk, Participatie en Inkomen
Postbus 90000, 1000 AA Amsterdam

Datum: 3 november 2026
Ons kenmerk: WPI/000123
Onderwerp: toekenning bijstandsuitkering

Geachte mevrouw Verzonnen,

U heeft een uitkering aangevraagd. Wij kennen u met ingang van 12 oktober 2026 een bijstandsuitkering toe op grond
van de Participatiewet. De ingangsdatum is 12 oktober 2026. Uw norm is € 1.401,50 per maand.

Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken een bezwaarschrift sturen.

Met vriendelijke groet,
namens het college van burgemeester en wethouders""",
    ),
    (
        "gemeente", "opschorting", date(2026, 11, 18),
        """gemeente amsterdam
verzonden 18-11-2026
Betreft: opschorting van uw uitkering

Beste mevrouw Verzonnen,

Wij hebben u gevraagd om bankafschriften in te leveren. Die hebben wij niet ontvangen. Daarom schorten wij uw
bijstandsuitkering op vanaf 1 november 2026. Dit staat in artikel 54 van de Participatiewet. U krijgt een
hersteltermijn. Lever de stukken uiterlijk 2 december 2026 in.
Doet u dat niet, dan trekken wij uw uitkering in.""",
    ),
    (
        "gemeente", "terugvordering", date(2026, 10, 30),
        """Gemeente Amsterdam WPI, Jan van Verzonnenplein 1, 1011 AB Amsterdam. Datum 30 oktober 2026. Behandeld
door team
Terugvordering. Onderwerp: besluit herziening en terugvordering. Geachte heer Bedacht, uit onderzoek blijkt dat u te
veel ontvangen heeft aan bijstand over juli en augustus 2026. Wij herzien uw recht en vorderen het bedrag van € 612,40
terug. U moet dit terugbetalen. Bent u het niet eens met dit besluit? U kunt binnen zes weken bezwaar maken.""",
    ),
    (
        "gemeente", "boete", date(2026, 11, 9),
        """Gemeente Amsterdam
Datum
9 november 2026
Kenmerk 55-12345

Geachte heer Bedacht,

Wij hebben een boetebesluit genomen. U heeft uw inkomsten niet doorgegeven. Daarmee is de inlichtingenplicht
geschonden. Daarom leggen wij u een boete op. Het is een bestuurlijke boete van € 150,00. Op grond van de
Participatiewet
kunt u bezwaar maken tegen dit besluit.""",
    ),
    (
        "gemeente", "gemeentebelasting", date(2026, 2, 27),
        """Gemeente Amsterdam
Aanslagbiljet gemeentelijke belastingen 2026
Dagtekening 27-02-2026
Aanslagnummer 0000.11.22
Geachte heer, mevrouw,
U ontvangt hierbij uw aanslag afvalstoffenheffing en rioolheffing.
Te betalen: € 420,12
Uiterste betaaldatum 30 april 2026""",
    ),
    (
        "belastingdienst", "aanmaning", date(2026, 11, 12),
        """Belastingdienst
Postbus 1, 6400 AA Heerlen
Dagtekening 12 november 2026
Aanslagnummer 1234.56.789.H.60
Aanmaning inkomstenbelasting

Geachte heer Bedacht,
U hebt uw aanslag nog niet betaald. Betaal alsnog € 318 vóór 26 november 2026. De kosten van deze aanmaning
zijn € 9.""",
    ),
    (
        "belastingdienst", "btw_aangifte", None,
        """Belastingdienst
Aangiftebrief omzetbelasting
Omzetbelastingnummer NL000000000B00
Geachte ondernemer,
Wij nodigen u uit om aangifte omzetbelasting te doen over het tijdvak 4e kwartaal 2026. Uw aangifte en uw betaling
moeten uiterlijk op 31 januari 2027 bij ons binnen zijn. Heeft u nog vragen? Kijk op onze website.""",
    ),
    (
        "toeslagen", "terugvordering", date(2026, 11, 6),
        """Dienst Toeslagen
Datum: 6 november 2026
Betreft: terugvordering zorgtoeslag 2025
Geachte mevrouw Verzonnen,
U hebt over 2025 te veel toeslag ontvangen. U moet € 287 terugbetalen. Betaal dit bedrag uiterlijk 18 december 2026.
Bent u het niet eens met deze beschikking? Dan kunt u bezwaar maken.""",
    ),
    (
        "uwv", "ww_toekenning", date(2026, 11, 20),
        """UWV
Postbus 58000, 1040 HA Amsterdam
Datum 20 november 2026
Onderwerp: beslissing over uw WW

Beste mevrouw Verzonnen,
U krijgt een WW-uitkering vanaf 1 december 2026. Uw dagloon is € 98,12. De duur van uw WW-uitkering is 9 maanden.
Bent u het niet eens met deze beslissing? U kunt binnen 6 weken bezwaar maken.""",
    ),
    (
        "uwv", "maatregel", date(2026, 11, 16),
        """UWV Amsterdam, 16-11-2026. Ons kenmerk 123/4. Beste heer Bedacht, u heeft niet genoeg gesolliciteerd in
oktober.
Daarom krijgt u een maatregel: wij verlagen uw uitkering met 25 procent gedurende vier maanden. Bent u het niet eens met
deze beslissing? Dan kunt u bezwaar maken. Met vriendelijke groet, namens de Raad van Bestuur.""",
    ),
    (
        "svb", "kinderbijslag", date(2026, 11, 2),
        """Sociale Verzekeringsbank
Datum: 2 november 2026
Uw kenmerk: 1234
Beste heer Bedacht,
U heeft recht op kinderbijslag voor Noor Bedacht, geboren op 3-5-2020. Het gaat om het vierde kwartaal. De SVB
betaalt op 4 januari 2027.
Niet eens met deze beslissing? U kunt bezwaar maken.""",
    ),
    (
        "cak", "wanbetaler", date(2026, 11, 10),
        """CAK
Wanbetalersregeling
Datum 10 november 2026
Klantnummer 00000
Geachte mevrouw Verzonnen,
U bent aangemeld door uw zorgverzekeraar, omdat u een premieachterstand heeft. U betaalt nu een bestuursrechtelijke
premie aan ons. Betaal € 174,61 voor 1 december 2026.""",
    ),
    (
        "cjib", "verkeersboete", date(2026, 11, 13),
        """Centraal Justitieel Incassobureau
CJIB-nummer 0000 1111 2222 3333
Datum beschikking 13 november 2026
Beschikking administratieve sanctie
U heeft met het voertuig met kenteken XX-00-XX te snel gereden. Snelheid: 61 km per uur. De feitcode is VA009.
Te betalen € 121,00 vóór 8 januari 2027. U kunt in beroep bij de officier van justitie.""",
    ),
    (
        "cjib", "dwang", date(2026, 10, 22),
        """CJIB, Postbus 1, 8901 BA Leeuwarden
Datum: 22 oktober 2026
Kenmerk: 9999
Laatste waarschuwing
Geachte heer Bedacht,
U heeft uw boete niet betaald. Er is een dwangbevel. Wij kunnen verhaal nemen op uw loon. De officier van justitie kan
gijzeling vragen. Betaal € 375 uiterlijk 5 november 2026.""",
    ),
    (
        "incasso", "veertiendagen", date(2026, 11, 17),
        """Verzonnen Incasso B.V.
Incassobureau
Datum: 17 november 2026
Dossiernummer: 77-1234

Geachte heer Bedacht,
Namens onze opdrachtgever Webwinkel Bedacht vragen wij u € 89,95 te betalen. Betaal binnen 14 dagen na ontvangst. Doet
u dat niet, dan komen er incassokosten van € 40,00 bij.
Hoogachtend,""",
    ),
    (
        "incasso", "dagvaarding", date(2026, 11, 19),
        """Heden, 19 november 2026, heb ik, gerechtsdeurwaarder te Amsterdam, gedagvaard de heer Bedacht,
om op 14 december 2026 om 10.00 uur te verschijnen voor de kantonrechter in de rechtbank Amsterdam ter terechtzitting.
DAGVAARDING
Dossiernummer 2026/555
De eiser vordert betaling van € 1.250,00. U kunt verweer voeren. Onze brieven heeft u niet beantwoord.""",
    ),
    (
        "incasso", "beslag_bank", date(2026, 11, 23),
        """Gerechtsdeurwaarderskantoor Verzonnen
Dossiernummer 4455
Datum 23 november 2026
Betreft: bankbeslag
Geachte mevrouw Verzonnen,
De deurwaarder heeft beslag op uw bankrekening gelegd. Uw tegoeden zijn geblokkeerd, boven het beslagvrij bedrag.
Heeft u vragen? Bel ons kantoor.""",
    ),
    (
        "zorgverzekeraar", "herinnering", date(2026, 11, 11),
        """Zilveren Kruis
Betalingsherinnering
Datum: 11 november 2026
Klantnummer 000
Beste klant,
Wij hebben de premie niet ontvangen. Betaal uw premie van € 148,50 vóór 25 november 2026. Heeft u al betaald? Dan kunt u
deze brief als niet verzonden zien. Met vriendelijke groet.""",
    ),
    (
        "verhuurder", "huur_laatste", date(2026, 11, 18),
        """Woonstichting Verzonnen
Datum 18 november 2026
Onderwerp: laatste aanmaning
Geachte huurder,
Uw huur is niet betaald. Betaalt u niet, dan volgt overdracht aan de deurwaarder. Wij vragen dan de rechter om
ontbinding van
de huurovereenkomst. Openstaand bedrag: € 1.120,34. Betaal uiterlijk 1 december 2026.
Hoogachtend,""",
    ),
    (
        "verhuurder", "huurverhoging", date(2026, 4, 20),
        """Ymere
Amsterdam, 20 april 2026
Betreft: huurverhoging per 1 juli 2026
Beste huurder,
Uw nieuwe huurprijs is € 655,10. Dit is het voorstel huurverhoging. Bent u het niet eens met de huuraanpassing?
Laat het ons
weten voor 1 juli 2026. Met vriendelijke groet, Ymere""",
    ),
    (
        "energie", "afsluiting", date(2026, 11, 16),
        """Vattenfall
Datum: 16 november 2026
Klantnummer 123
Geachte heer Bedacht,
U heeft onze rekening voor stroom en gas niet betaald. Daarom gaan wij de levering stoppen. U wordt afgesloten op
14 december 2026. Betaal € 260,00 of bel ons voor een regeling. Stopzetten van de levering kost extra.""",
    ),
    (
        "duo", "inburgering", date(2026, 9, 14),
        """Dienst Uitvoering Onderwijs
Datum 14 september 2026
Ons kenmerk 777
Beste mevrouw Verzonnen,
U heeft een inburgeringsplicht. Uw inburgeringstermijn loopt tot en met 1 maart 2027. Voor die dag moet u het
inburgeringsexamen halen. Met vriendelijke groet, DUO""",
    ),
    (
        "werkgever", "contract_einde", date(2026, 11, 1),
        """Bakkerij De Verzonnen Korst B.V.
Afdeling HR
Amsterdam, 1 november 2026
Betreft: aanzegging
Beste mevrouw Verzonnen,
Hierbij laten wij u weten dat uw contract niet wordt verlengd. De overeenkomst loopt van rechtswege af: uw
contract eindigt op
31 december 2026. Wij bedanken u voor uw inzet als werknemer bij ons. Met vriendelijke groet, personeelszaken""",
    ),
    (
        "mijnoverheid", "activeren", None,
        """DigiD
Uw activeringscode

Geachte heer Bedacht,
U heeft een DigiD aangevraagd. Met de activeringscode in deze brief kunt u uw DigiD activeren. Doe dit binnen 20 dagen.
Geef deze code aan niemand. Heeft u vragen? Kijk op onze website.""",
    ),
)  # fmt: skip

QUESTIONS = (
    "Ik heb een brief gekregen van UWV over terugbetalen, wat moet ik doen?",
    "Geachte heer, mag ik morgen langskomen?",
    "Datum brief 3 november 2026, wanneer moet ik bezwaar maken tegen het besluit van de gemeente Amsterdam?",
    "Hallo, ik heb een vraag over mijn uitkering. Ik heb van de gemeente Amsterdam een besluit gekregen met de datum "
    "3 november 2026. Daarin staat dat ik 612 euro moet terugbetalen. Ik ben het er niet mee eens. Kan ik "
    "bezwaar maken?",
    "Ik werk sinds mei bij een bakker. De Belastingdienst zegt dat ik een aanslag krijg en dat ik moet "
    "betalen, maar mijn "
    "baas heeft dat toch al gedaan? Wij zijn met z'n tweeën en u begrijpt dat ik dat niet kan betalen. Wat nu?",
    "Beste klantmanager,\n\nIk heb volgende week een afspraak met u maar ik ben dan aan het werk.\nKan het ook op een "
    "andere dag?\nIk hoor het graag.\n\nMet vriendelijke groet,\nSamira",
    "Onderwerp: mijn toeslagen. Ik kreeg te veel zorgtoeslag. Dienst Toeslagen wil het terug. Hoe regel ik dat?",
)
