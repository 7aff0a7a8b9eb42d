# The paper ticket, Romanian: polite, one idea a sentence. To be reviewed by a native speaker.
# ș and ț carry a comma, not a cedilla.
date = EEEE, d MMM, HH:mm
ahead = { $ahead ->
    [0] Nimeni înaintea dumneavoastră
    [one] { $ahead } persoană înaintea dumneavoastră
    [few] { $ahead } persoane înaintea dumneavoastră
   *[other] { $ahead } de persoane înaintea dumneavoastră
}
# The noun agrees with the last figure said.
wait-range = circa { $low } până la { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
wait-about = circa { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
wait-less = sub { $high ->
    [one] { $high } minut
    [few] { $high } minute
   *[other] { $high } de minute
}
watch = Priviți ecranul.
follow = Urmăriți rândul aici.
