### The waiting-room screen (room-) and the phone page (phone-), Albanian. To be reviewed by a native speaker.

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
room-offline = Ekrani nuk është i lidhur.
room-offline-do = Dëgjoni recepsionin.
room-offline-since = Që në orën { $time }. Ekrani provon vetë përsëri.
room-offline-always = Ekrani provon vetë të lidhet.
room-offline-token = Ekrani nuk njihet. Hapni adresën e plotë të tij, me çelësin.
room-sound = Zëri është i mbyllur: prekni ekranin
room-caption = { $number } · Sporteli { $counter }

phone-title = Numri juaj
phone-number = Numri juaj
phone-connecting = Një çast.
phone-ahead = { $count ->
    [0] Askush para jush
    [one] { $count } person para jush
   *[other] { $count } persona para jush
}
phone-wait-range = rreth { $low } deri në { $high } minuta
phone-wait-less = më pak se { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
phone-wait-about = rreth { $high ->
    [one] { $high } minutë
   *[other] { $high } minuta
}
phone-waiting = Qëndroni afër. Kjo faqe ju tregon kur të vini.
phone-called = Është radha juaj
phone-counter = Sporteli { $counter }
phone-go = Shkoni te ky sportel.
phone-serving = Po merremi me ju.
phone-parked = Po ju ruajmë vendin. Qëndroni afër, do t’ju thërrasim përsëri.
phone-done = Mbaroi. Faleminderit për vizitën, mirupafshim.
phone-no-show = Numri juaj kaloi. Ejani te ne, në recepsion.
phone-cancelled = Ky numër është anuluar. Ejani në recepsion.
phone-expired = Dita mbaroi. Kur të vini përsëri, merrni një biletë të re.
phone-unknown = Kjo lidhje nuk punon më. Ejani në recepsion, do t’ju ndihmojmë.
phone-lost = Pa lidhje që në orën { $time }.
phone-lost-do = Shikoni ekranin e sallës ose pyesni në recepsion.
