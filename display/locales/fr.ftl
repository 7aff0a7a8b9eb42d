### L’écran de la salle d’attente (room-) et la page du téléphone (phone-).

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
room-offline = Écran non connecté.
room-offline-do = Écoutez l’accueil.
room-offline-since = Depuis { $time }. L’écran essaie de se reconnecter tout seul.
room-offline-always = L’écran essaie de se connecter tout seul.
room-offline-token = L’écran n’est pas reconnu. Ouvrez son adresse complète, avec son jeton.
room-sound = Son coupé : touchez l’écran
# La légende d’un appel, dite aussi par les lecteurs d’écran. Le français garde les mots du panneau.
room-caption = { $number } · { $label }

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
phone-cancelled = Ce numéro est annulé. Venez à l’accueil.
phone-expired = La journée est finie. Pour revenir, prenez un nouveau ticket.
phone-unknown = Ce lien ne marche plus. Venez à l’accueil, nous vous aidons.
phone-lost = Pas de connexion depuis { $time }.
phone-lost-do = Regardez l’écran de la salle ou demandez à l’accueil.
