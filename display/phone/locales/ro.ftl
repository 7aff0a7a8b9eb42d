### The phone page, Romanian. To be reviewed by a native speaker.

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
phone-cancelled = Locul dumneavoastră a fost eliberat. Dacă vă răzgândiți, veniți la recepție.
phone-expired = Ziua s-a încheiat. Când reveniți, luați un bon nou.
phone-unknown = Acest link nu mai funcționează. Veniți la recepție, vă ajutăm.
phone-lost = Fără conexiune de la { $time }.
phone-lost-do = Priviți ecranul din sală sau întrebați la recepție.
phone-recalled = Vă chemăm din nou
phone-way-left = În stânga.
phone-way-right = În dreapta.
phone-way-ahead = Drept înainte.
phone-way-back = În spatele dumneavoastră.
phone-way-up = Sus.
phone-way-down = Jos.
phone-quiet = Opriți sunetul
phone-ring = Să sune când e rândul meu
phone-ring-on = Acest telefon va suna. Lăsați pagina deschisă.
phone-ring-stop = Să nu mai sune
phone-language = Alegeți limba
phone-pass = Las alte persoane înainte
phone-pass-title = Câte persoane lăsați înainte?
phone-pass-say = Vă păstrați numărul. Așteptați mai mult.
phone-pass-people = { $count ->
    [one] { $count } persoană
    [few] { $count } persoane
   *[other] { $count } de persoane
}
phone-passed = Am notat. Vă mulțumim că lăsați alte persoane înainte.
phone-nobody = Nimeni nu așteaptă după dumneavoastră. Vă păstrați locul.
phone-leave = Plec
phone-leave-title = Plecați?
phone-leave-say = Renunțați la loc. Dacă vă răzgândiți, veniți la recepție.
phone-leave-yes = Da, plec
phone-stay = Nu, rămân
phone-back = Înapoi
phone-failed = Nu a mers. Încercați din nou.
phone-busy = Prea multe cereri. Pagina continuă singură.
phone-old = Vești de acum { $seconds } de secunde.
phone-push-offer = Anunțați-mă și cu pagina închisă
phone-push-on = Acest telefon vă anunță, chiar dacă închideți pagina.
phone-push-stop = Nu mă mai anunțați
phone-push-refused = Telefonul dumneavoastră blochează mesajele noastre. Lăsați această pagină deschisă.
phone-push-failed = Nu a mers. Lăsați această pagină deschisă.
