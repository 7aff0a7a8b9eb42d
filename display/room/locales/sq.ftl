### The waiting-room screen, Albanian. To be reviewed by a native speaker.

room-title = Salla e pritjes
room-connecting = Ekrani po lidhet. Dëgjoni recepsionin.
room-recall = Thirrje e përsëritur
room-waiting =
    { $count ->
        [0] Askush nuk pret
        [one] person pret
       *[other] persona presin
    }
room-hello = Mirëdita.
room-take = Merrni një biletë te aparati.
room-here = Do t’ju thërrasim këtu.
room-closed = Recepsioni është i mbyllur.
room-closed-do = Mirupafshim.
room-closed-note = Mbyllur
room-no-tickets = Për momentin nuk ka më bileta.
room-no-tickets-do = A keni biletë? Qëndroni këtu.
room-no-tickets-note = Për momentin nuk ka më bileta. Njerëzit që presin po thirren.
room-stale =
    Pa u përditësuar prej { $seconds ->
        [one] { $seconds } sekonde.
       *[other] { $seconds } sekondash.
    }
room-stale-foot = Jo i përditësuar: { $seconds } s
room-offline = Ekrani nuk është i lidhur.
room-offline-do = Dëgjoni recepsionin.
room-offline-since = Që në orën { $time }. Ekrani provon vetë përsëri.
room-offline-always = Ekrani provon vetë të lidhet.
room-offline-token = Ekrani nuk njihet.
room-sound = Zëri është i mbyllur: prekni ekranin
room-caption = { $number } · Sporteli { $counter }
room-counter = Sporteli { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Numri { $number }. Sporteli { $counter }.
room-say-recall = Thirrje e përsëritur. Numri { $number }. Sporteli { $counter }.
room-way-left = Majtas.
room-way-right = Djathtas.
room-way-ahead = Drejt përpara.
room-way-back = Pas jush.
room-way-up = Lart.
room-way-down = Poshtë.
