# Kiosk, Romanian: polite plural. To be reviewed by a native speaker.
# ș and ț carry a comma, not a cedilla.

language-name = Română
greeting = Bună ziua

back = Înapoi
change-language = Schimbați limba
choose-language = Alegeți limba.
listen = Ascultați
text-larger = Text mai mare
text-normal = Text normal
contrast-more = Culori mai puternice
contrast-normal = Culori normale
reach-low = În partea de jos a ecranului
reach-normal = Pe tot ecranul
mirror = Butoane pe partea cealaltă

listen-to = Ascultați: { $label }
sound-quieter = Mai încet
sound-louder = Mai tare
sound-stop = Opriți sunetul
sound-all = Citire cu voce tare
sound-all-off = Opriți citirea
aloud-on = Citesc totul cu voce tare. Atingeți o dată ca să ascultați. Atingeți de două ori ca să alegeți.
aloud-keys = Cu o tastatură: o săgeată ca să ascultați, Enter ca să alegeți.
aloud-off = Nu mai citesc totul.
aloud-choices = { $count ->
    [one] Aveți o singură opțiune.
    [few] Aveți { $count } opțiuni.
   *[other] Aveți { $count } de opțiuni.
}
aloud-chosen = Ați ales: { $label }

need-question = Cu ce vă putem ajuta?
need-other = Altceva
need-other-question = Cu ce altceva?
need-full = Complet pentru moment
need-full-why = Deja așteaptă multe persoane.
need-full-next = Vorbiți cu cineva la recepție.
understood = Am înțeles

priority-question = Aveți nevoie să intrați mai devreme?
priority-no = Nu, mulțumesc
priority-gone = Această alegere nu mai este posibilă aici. Luați bonul. Apoi vorbiți cu cineva la recepție.
priority-without = Iau bonul

one-moment = Un moment…

your-number = Numărul dumneavoastră
people-ahead = { $count ->
    [0] Nimeni înaintea dumneavoastră
    [one] { $count } persoană înaintea dumneavoastră
    [few] { $count } persoane înaintea dumneavoastră
   *[other] { $count } de persoane înaintea dumneavoastră
}
# The noun agrees with the last figure said.
wait-range = circa { $low } până la { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
wait-less = sub { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
wait-about = circa { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
ticket-parked = Vă păstrăm locul. Vă vom chema din nou.
ticket-no-show = Numărul dumneavoastră a trecut. Veniți la recepție.
ticket-cancelled = Acest număr este anulat. Veniți la recepție.
ticket-expired = Ziua s-a încheiat. Când reveniți, luați un bon nou.
your-turn = Este rândul dumneavoastră: Ghișeul { $counter }.

no-paper = Nu avem bonuri de hârtie. Numărul apare aici.
paper-printing = Bonul se tipărește.
paper-take = Luați bonul.
paper-perhaps = A ieșit bonul?
paper-late = Bonul nu a ieșit încă.
paper-failed = Imprimanta nu merge.
paper-none = Bonul nu a ieșit.
paper-absent = Nu avem bonuri de hârtie.
remember = Țineți minte numărul: { $number }.
follow-code = Fotografiați acest cod: telefonul urmărește rândul.
follow-code-picture = Codul paginii care urmărește numărul dumneavoastră.
sit-down = Luați loc.
watch-screen = Priviți ecranul. Vă vom chema.
done = Am terminat
number-again = Arată din nou numărul

still-here = Mai sunteți aici?
still-here-why = Dacă nu, ecranul revine la început.
yes = Da

touch-screen = Atingeți ecranul.

unavailable = Acest aparat nu funcționează.
unavailable-next = Veniți la recepție.
no-needs = La acest aparat nu sunt bonuri.
no-needs-next = Veniți la recepție.
closed = Recepția este închisă acum.
closed-next = Reveniți mai târziu.
last-tickets = Pentru moment nu mai dăm bonuri.
last-tickets-next = Aveți un bon? Rămâneți. Vă vom chema.
stopped = Pentru moment nu dăm bonuri.
stopped-next = Vorbiți cu cineva la recepție.
