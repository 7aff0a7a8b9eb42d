### The waiting-room screen (room-) and the phone page (phone-), Romanian. To be reviewed by a native speaker.

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
room-offline = Ecranul nu este conectat.
room-offline-do = Ascultați recepția.
room-offline-since = De la { $time }. Ecranul încearcă din nou singur.
room-offline-always = Ecranul încearcă singur să se conecteze.
room-offline-token = Ecranul nu este recunoscut. Deschideți adresa lui completă, cu cheia lui.
room-sound = Sunet oprit: atingeți ecranul
room-caption = { $number } · Ghișeul { $counter }

phone-title = Numărul dumneavoastră
phone-number = Numărul dumneavoastră
phone-connecting = Un moment.
phone-ahead = { $count ->
    [0] Nimeni înaintea dumneavoastră
    [one] { $count } persoană înaintea dumneavoastră
    [few] { $count } persoane înaintea dumneavoastră
   *[other] { $count } de persoane înaintea dumneavoastră
}
# The noun agrees with the last figure said.
phone-wait-range = circa { $low } până la { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
phone-wait-less = sub { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
phone-wait-about = circa { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
phone-waiting = Rămâneți în apropiere. Această pagină vă spune când să veniți.
phone-called = Este rândul dumneavoastră
phone-counter = Ghișeul { $counter }
phone-go = Mergeți la acest ghișeu.
phone-serving = Ne ocupăm de dumneavoastră.
phone-parked = Vă păstrăm locul. Rămâneți în apropiere, vă vom chema din nou.
phone-done = Gata. Vă mulțumim pentru vizită, pe curând.
phone-no-show = Numărul dumneavoastră a trecut. Veniți la noi, la recepție.
phone-cancelled = Acest număr este anulat. Veniți la recepție.
phone-expired = Ziua s-a încheiat. Când reveniți, luați un bon nou.
phone-unknown = Acest link nu mai funcționează. Veniți la recepție, vă ajutăm.
phone-lost = Fără conexiune de la { $time }.
phone-lost-do = Priviți ecranul din sală sau întrebați la recepție.
