# La fin d’une visite, et les titres de transport. Court, simple, gentil.

key-enter = Entrée
visit-title = Terminer la visite de { $number }
visit-amend-title = Compléter la visite de { $number }
visit-lead = Tout est facultatif. Rien ne dit qui est venu.
visit-keys = Au clavier : une lettre pour l’organisme, une lettre pour le sujet, un chiffre, Entrée.
visit-asked = Votre site demande : { $what }. Le reste est facultatif.
visit-ask-requests = chaque demande et sa suite
visit-ask-difficulty = la difficulté numérique
visit-ask-age = l’âge
visit-ask-sex = le sexe
visit-ask-residence = le lieu de vie
visit-requests = Demandes déjà notées
visit-remove = Retirer cette demande
visit-operator = Organisme
visit-topic = Sujet
visit-outcome = Suite
outcome-solved = Résolu ici
outcome-appointment = Rendez-vous pris
outcome-referred = Orienté ailleurs
visit-to = Vers qui ?
visit-to-unsaid = Sans précision
visit-line-to = vers { $who }
visit-add = Ajouter une demande
visit-difficulty = En difficulté avec le numérique ?
visit-yes = Oui
visit-no = Non
visit-passes = Titres TCL donnés
visit-passes-less = Un titre TCL de moins
visit-passes-more = Un titre TCL de plus
visit-bands = Pour les statistiques
visit-unsaid = Pas précisé
visit-age = Âge
visit-sex = Sexe
visit-residence = Lieu de vie
age-under-18 = moins de 18 ans
age-18-25 = 18 à 25 ans
age-26-39 = 26 à 39 ans
age-40-59 = 40 à 59 ans
age-60-74 = 60 à 74 ans
age-over-74 = 75 ans et plus
sex-woman = femme
sex-man = homme
sex-other = autre
residence-qpv = quartier prioritaire (QPV)
residence-qpm = quartier populaire métropolitain (QPM)
residence-other = ailleurs
visit-bare = Terminer sans détail
visit-kept = { $number } est terminé. La visite est notée.
visit-kept-lacking = { $number } est terminé. { $lacking ->
    [one] Un titre TCL n’a pas pu être compté
   *[other] { $lacking } titres TCL n’ont pas pu être comptés
} : le stock est vide. Faites-le recompter.
visit-tell = Compléter la visite de { $number }
visit-tell-again = Corriger la visite de { $number }

visits-to-tell = { $count ->
    [one] { $count } visite à compléter
   *[other] { $count } visites à compléter
}
visit-tell-until = jusqu’à { $time }

# Les titres TCL du site

passes = Titres TCL
passes-title = Titres TCL
passes-left = { $left ->
    [0] Il n’en reste plus.
    [one] Il en reste { $left }.
   *[other] Il en reste { $left }.
}
passes-low = { $left ->
    [0] Il ne reste plus de titre TCL : prévenez votre responsable.
    [one] Il reste { $left } titre TCL : prévenez votre responsable.
   *[other] Il reste { $left } titres TCL : prévenez votre responsable.
}
passes-bring = { $left ->
    [0] Rapportez-en, puis notez ici combien il y en a.
   *[other] C’est peu : rapportez-en, puis notez ici combien il y en a.
}
passes-mark = { $left ->
    [0] plus aucun
   *[other] plus que { $left }
}
passes-recount = Recompter
passes-uncounted = Le stock n’est pas compté. Les titres donnés sont notés quand même.
passes-count = Combien en reste-t-il ?
passes-warn-from = Prévenir quand il n’en reste que
passes-saved = C’est noté.
passes-uncounted-now = Le stock n’est plus compté.
passes-not-whole = Écrivez deux nombres entiers, à partir de 0.
passes-stop-counting = Ne plus compter le stock
