### L’écran de la salle d’attente.

room-title = Salle d’attente
room-connecting = L’écran se connecte. Écoutez l’accueil.
room-recall = Rappel
room-waiting =
    { $count ->
        [0] Personne n’attend
        [one] personne attend
       *[other] personnes attendent
    }
room-hello = Bonjour.
room-take = Prenez un ticket à la borne.
room-here = Nous vous appelons ici.
room-closed = L’accueil est fermé.
room-closed-do = À bientôt.
room-closed-note = Fermé
# Avant la fermeture, à midi comme le soir : jamais « aujourd’hui ».
room-no-tickets = Plus de ticket pour le moment.
room-no-tickets-do = Vous avez un ticket ? Restez ici.
room-no-tickets-note = Plus de ticket pour le moment. Les personnes qui attendent sont appelées.
room-stale =
    Pas à jour depuis { $seconds ->
        [one] { $seconds } seconde.
       *[other] { $seconds } secondes.
    }
# Au pied de l’écran, aussi grand que le reste : le dernier rang doit le lire.
room-stale-foot = Pas à jour : { $seconds } s
room-offline = Écran non connecté.
room-offline-do = Écoutez l’accueil.
room-offline-since = Depuis { $time }. L’écran essaie de se reconnecter tout seul.
room-offline-always = L’écran essaie de se connecter tout seul.
room-offline-token = L’écran n’est pas reconnu.
room-sound = Son coupé : touchez l’écran
# La légende d’un appel, dite aussi par les lecteurs d’écran. Le français garde les mots du panneau.
room-caption = { $number } · { $label }
# Où la personne est appelée ; son numéro est écrit au-dessus.
room-counter = { $label }

# Ce que dit la voix : le numéro, le guichet avec les mots de son panneau, où il se trouve. Des phrases courtes.
room-say-call = Numéro { $number }. { $label }.
room-say-recall = Rappel. Numéro { $number }. { $label }.
room-way-left = À gauche.
room-way-right = À droite.
room-way-ahead = Tout droit.
room-way-back = Derrière vous.
room-way-up = En haut.
room-way-down = En bas.
