# The staff corner of the kiosk: staff read it, in French like the desk. A narrow no-break space stands before ? and :

title = Pour le personnel
not-staff = Vous venez pour l’accueil ? Touchez la flèche pour revenir.
pin = Code du personnel
pin-short = Le code a au moins 6 chiffres.
erase = Effacer un chiffre
open = Ouvrir
# Nobody knows whether it was done: touched again it is done once.
away = Le serveur ne répond pas. Réessayez dans un moment.
away-again = Le serveur ne répond pas. Touchez encore : rien ne se fait deux fois.
one-moment = Un instant…

tab-house = Accueil
tab-printers = Imprimantes
tab-settings = Cette borne

all-answer = Le serveur et la file d’attente répondent.
server-away = Le serveur ne répond pas.
queue-away = Le serveur répond. La file d’attente ne répond pas.
door-open = Accueil ouvert.
door-last_tickets = La borne ne donne plus de tickets : l’accueil ferme bientôt.
door-closed = Accueil fermé.
door-stopped = Tickets arrêtés : la borne n’en donne plus.
waiting = { $count ->
    [0] Personne n’attend.
    [one] { $count } personne attend.
   *[other] { $count } personnes attendent.
}
# What else the site should be told stands on the desk.
more-gaps = { $count ->
    [one] Une autre remarque au guichet.
   *[other] { $count } autres remarques au guichet.
}
version = { $site }. Version { $version }.
stop = Arrêter les tickets
resume = Redonner des tickets
reload = Recharger la page

printers-unknown = La file d’attente ne répond pas : rien n’est connu des imprimantes.
printer-since = { $name }, { $since }
# $how: "plus de papier"; $act: what to do, a sentence, or nothing
printer-how = { "" } : { $how }. { $act }
test = Imprimer un essai
test-of = Imprimer un essai : { $name }
more-printers = Autres imprimantes

# $value: inches, metres, 1 to 5
diagonal-in = Écran : { $value } pouces
distance-m = Lecture à { $value } m
volume = Volume : { $value } sur 5
less-diagonal-in = Écran plus petit
more-diagonal-in = Écran plus grand
less-distance-m = Lecture de plus près
more-distance-m = Lecture de plus loin
less-volume = Moins fort
more-volume = Plus fort
settings-lead = Pour chaque personne qui arrive :
set-text = Grand texte
set-theme = Couleurs fortes
set-reach = Tout en bas
set-mirror = Boutons de l’autre côté
