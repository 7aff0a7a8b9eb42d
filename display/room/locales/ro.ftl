### The waiting-room screen, Romanian. To be reviewed by a native speaker.

room-title = Sală de așteptare
room-connecting = Ecranul se conectează. Ascultați recepția.
room-recall = Chemare repetată
room-waiting =
    { $count ->
        [0] Nu așteaptă nimeni
        [one] persoană așteaptă
        [few] persoane așteaptă
       *[other] de persoane așteaptă
    }
room-hello = Bună ziua.
room-take = Luați un bon de la aparat.
room-here = Vă chemăm aici.
room-closed = Recepția este închisă.
room-closed-do = Pe curând.
room-closed-note = Închis
room-no-tickets = Pentru moment nu mai sunt bonuri.
room-no-tickets-do = Aveți un bon? Rămâneți aici.
room-no-tickets-note = Pentru moment nu mai sunt bonuri. Persoanele care așteaptă sunt chemate.
room-stale =
    Fără actualizare de { $seconds ->
        [one] { $seconds } secundă.
        [few] { $seconds } secunde.
       *[other] { $seconds } de secunde.
    }
room-stale-foot = Neactualizat: { $seconds } s
room-offline = Ecranul nu este conectat.
room-offline-do = Ascultați recepția.
room-offline-since = De la { $time }. Ecranul încearcă din nou singur.
room-offline-always = Ecranul încearcă singur să se conecteze.
room-offline-token = Ecranul nu este recunoscut.
room-sound = Sunet oprit: atingeți ecranul
room-caption = { $number } · Ghișeul { $counter }
room-counter = Ghișeul { $counter }

# What the voice says: the number, the counter, where it is. Short sentences, as people say them aloud.
room-say-call = Numărul { $number }. Ghișeul { $counter }.
room-say-recall = Chemare repetată. Numărul { $number }. Ghișeul { $counter }.
room-way-left = În stânga.
room-way-right = În dreapta.
room-way-ahead = Drept înainte.
room-way-back = În spatele dumneavoastră.
room-way-up = Sus.
room-way-down = Jos.
