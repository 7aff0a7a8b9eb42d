# Le ticket de papier. Français facile à lire : une idée par phrase.
# date : motif CLDR, voir https://cldr.unicode.org (EEEE = lundi, MMM = nov.).
date = EEEE d MMM HH:mm
ahead = { $ahead ->
    [0] Il n’y a personne avant vous
    [one] { $ahead } personne avant vous
   *[other] { $ahead } personnes avant vous
}
wait-range = environ { $low } à { $high } minutes
wait-about = environ { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
wait-less = moins de { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
watch = Regardez l’écran.
follow = Suivez la file ici.
