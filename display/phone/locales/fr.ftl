### La page du téléphone.

phone-title = Votre numéro
phone-number = Votre numéro
phone-connecting = Un instant.
phone-ahead = { $count ->
    [0] Il n’y a personne avant vous
    [one] { $count } personne avant vous
   *[other] { $count } personnes avant vous
}
phone-wait-range = environ { $low } à { $high } minutes
phone-wait-less = moins de { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
phone-wait-about = environ { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
phone-waiting = Restez près d’ici. Cette page vous dit quand venir.
phone-called = C’est à vous
phone-counter = { $label }
phone-go = Allez à ce guichet.
phone-serving = Nous nous occupons de vous.
phone-parked = Nous gardons votre place. Restez près d’ici, nous vous rappelons.
phone-done = C’est terminé. Merci de votre visite, à bientôt.
phone-no-show = Votre numéro est passé. Venez nous voir à l’accueil.
phone-cancelled = Votre place est rendue. Si vous changez d’avis, venez à l’accueil.
phone-expired = La journée est finie. Pour revenir, prenez un nouveau ticket.
phone-unknown = Ce lien ne marche plus. Venez à l’accueil, nous vous aidons.
phone-lost = Pas de connexion depuis { $time }.
phone-lost-do = Regardez l’écran de la salle ou demandez à l’accueil.
phone-recalled = Nous vous rappelons
phone-way-left = À gauche.
phone-way-right = À droite.
phone-way-ahead = Tout droit.
phone-way-back = Derrière vous.
phone-way-up = En haut.
phone-way-down = En bas.
phone-quiet = Arrêter la sonnerie
phone-ring = Sonner quand c’est mon tour
phone-ring-on = Ce téléphone sonnera. Gardez cette page ouverte.
phone-ring-stop = Ne plus sonner
phone-language = Choisir la langue
phone-pass = Laisser passer
phone-pass-title = Combien de personnes laissez-vous passer ?
phone-pass-say = Vous gardez votre numéro. Vous attendez plus longtemps.
phone-pass-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
phone-passed = C’est noté. Merci de laisser passer.
phone-nobody = Personne n’attend derrière vous. Vous gardez votre place.
phone-leave = Je pars
phone-leave-title = Vous partez ?
phone-leave-say = Vous rendez votre place. Si vous changez d’avis, venez à l’accueil.
phone-leave-yes = Oui, je pars
phone-stay = Non, je reste
phone-back = Retour
phone-failed = Cela n’a pas marché. Réessayez.
phone-busy = Trop de demandes. La page continue toute seule.
phone-old = Nouvelles d’il y a { $seconds } secondes.
phone-push-offer = Me prévenir, même page fermée
phone-push-on = Ce téléphone vous prévient, même si vous fermez cette page.
phone-push-stop = Ne plus me prévenir
phone-push-refused = Votre téléphone bloque nos messages. Gardez cette page ouverte.
phone-push-failed = Cela n’a pas marché. Gardez cette page ouverte.
