# Le ticket de papier. Français facile à lire : une idée par phrase.
# date : motif CLDR, voir https://cldr.unicode.org (EEEE = lundi, MMM = nov.).
date = EEEE d MMM HH:mm
ahead = { $ahead ->
    [0] Personne avant vous
    [one] { $ahead } personne avant vous
   *[other] { $ahead } personnes avant vous
}
watch = Regardez l’écran.
follow = Suivez la file ici.
