# The desk. Short, plain, kind.

app = Accueil
sign-in-title = Bonjour
sign-in-lead = Identifiez-vous pour ouvrir votre guichet.
name = Votre nom
password = Votre mot de passe
sign-in = Ouvrir
sign-in-demo = Entrer dans la démonstration
sign-in-demo-lead = C’est une démonstration sur cet ordinateur. Il n’y a pas de mot de passe.
sign-in-with-name = Ou avec votre nom
sign-in-refused = Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez, puis réessayez.
sign-out = Fermer ma session
choose-site = Où travaillez-vous aujourd’hui ?
choose-counter = À quel guichet êtes-vous ?
change-counter = Changer de guichet
waiting-total = { $count ->
    [0] personne n’attend
    [one] { $count } personne attend
   *[other] { $count } personnes attendent
}
waiting-title = En attente
nobody-waits = Personne n’attend pour ce guichet. Les nouveaux tickets s’affichent ici.
more-waiting = { $count ->
    [one] et { $count } autre personne
   *[other] et { $count } autres personnes
}
minutes = { $count ->
    [0] à l’instant
   *[other] { $count } min
}
hand-empty-title = Vous êtes libre
hand-empty = Appelez la personne suivante quand vous êtes prêt.
hand-called = Appelé { $times ->
    [one] une fois
   *[other] { $times } fois
}
hand-serving = Avec vous
waited = attend depuis { $minutes ->
    [0] moins d’une minute
   *[other] { $minutes } min
}
call-next = Appeler le suivant
call-next-completes = Cela termine { $number }, puis appelle la personne suivante.
call-this = Appeler { $number }
recall = Rappeler
serve = Présent
no_show = Absent
complete = Terminer
key-space = Espace
printer-ok = Imprimante : ok
printer-unsure = Imprimante : le ticket { $number } n’est pas confirmé
printer-failed = Imprimante en panne : le ticket { $number } n’est pas sorti
printer-away = L’imprimante ne répond pas
nobody = Personne n’attend pour ce guichet.
offline = Pas de connexion avec le serveur. Rien n’est perdu : la page se remet à jour toute seule.
back-to-sites = Changer de site
