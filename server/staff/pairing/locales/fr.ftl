# Relier un appareil : son écran montre un code, on le tape ici.
pair-title = Relier un appareil
pair-lead = Allumez l’appareil. Son écran montre un code de 8 lettres. Pour une imprimante, le code est dans le journal de son ordinateur.
pair-code = Code
pair-code-hint = 8 lettres, en majuscules ou en minuscules. Par exemple : BCDF-GHJK
pair-look = Chercher l’appareil
pair-found = Est-ce le bon appareil ?
pair-what = Appareil
pair-where = Ouvert pour
pair-anywhere = un site à choisir
pair-when = Code demandé
pair-minutes =
    { $minutes ->
        [0] il y a moins d’une minute
        [one] il y a { $minutes } minute
       *[other] il y a { $minutes } minutes
    }
pair-site = Site
pair-name = Nom de l’appareil
pair-name-hint = Comme on l’appelle ici. Par exemple : Borne de l’entrée
pair-name-missing = Donnez un nom, de 100 lettres au plus.
pair-approve = Relier cet appareil
pair-again = Ce n’est pas lui : taper un autre code
pair-done = « { $name } » est relié. Son écran change dans quelques secondes.

# Les appareils qui ont un jeton.
bar-all-devices = Tous les appareils
known-title = Appareils de mes sites
known-lead = Ce sont les appareils qui peuvent se connecter. Retirez ceux que vous ne connaissez pas.
known-all = Appareils de tous mes sites
known-none = Aucun appareil n’est encore relié.
known-kind-kiosk = Borne
known-kind-display = Écran
known-kind-printer = Imprimante
known-kind-counter = Guichet
known-kind-manager = Programme
known-nameless = { $kind } n° { $number }
known-since = { $role ->
    [kiosk] reliée le { $day }
    [printer] reliée le { $day }
   *[other] relié le { $day }
}
known-fresh = { $role ->
    [display] vient d’être relié, pas encore de signe
   *[other] vient d’être reliée, pas encore de signe
}
known-never = pas de signe ces derniers jours
known-change = Gérer
known-change-of = Gérer : { $name }
known-rename = Changer le nom
known-renamed = L’appareil s’appelle maintenant « { $name } ».
known-reload = Recharger
known-reload-what = Recharger sa page
known-reload-hint = La page se recharge d’ici 15 secondes. Une borne attend que personne ne s’en serve, un écran attend la fin de l’appel.
known-reloads = L’appareil recharge sa page d’ici 15 secondes.
known-revoke-what = Retirer son autorisation
known-revoke-hint = L’appareil est déconnecté tout de suite. Pour revenir, il montre un nouveau code à taper ici.
known-reason = Pourquoi ?
known-reason-hint = Par exemple : remplacé, perdu, volé
known-reason-missing = Dites pourquoi, en 200 lettres au plus.
known-revoke = Retirer l’autorisation
known-revoked = L’autorisation est retirée. L’appareil est déconnecté.
known-back = Retour aux appareils
