# L’historique : qui a changé quoi.

trail = Historique
trail-lead = Qui a changé les réglages, l’équipe et les appareils. Les gestes avec les tickets n’y sont pas.
trail-empty = Personne n’a encore rien changé.
trail-older = Voir plus ancien
trail-details = Voir le détail
trail-reason = Raison : { $reason }
trail-day = { $day }/{ $month }/{ $year }
trail-by-command = Le serveur (en ligne de commande)
trail-other = { $by } : { $what } ({ $about })
trail-person-added = { $by } a ajouté { $name } à l’équipe.
trail-person-changed = { $by } a changé le compte de { $name }.
trail-person-left = { $by } a fermé le compte de { $name }.
trail-person-returned = { $by } a rouvert le compte de { $name }.
trail-password-reset = { $by } a donné un nouveau mot de passe à { $name }.
trail-password-changed = { $by } a changé son mot de passe.
trail-site-added = { $by } a ajouté le site { $name }.
trail-site-changed = { $by } a changé les réglages : { $about }.
trail-device-added = { $by } a ajouté un appareil.
trail-device-paired = { $by } a relié l’appareil { $name }.
trail-device-renamed = { $by } a changé le nom d’un appareil.
trail-device-reloaded = { $by } a rechargé la page de l’appareil { $name }.
trail-device-revoked = { $by } a retiré l’appareil { $name }.
trail-passes-counted = { $by } a compté les titres de transport.

# Ce qui a changé : un champ du compte, du site, d’un appareil

trail-field-name = nom
trail-field-job = rôle
trail-field-sites = sites
trail-field-open = site ouvert
trail-field-hours = horaires
trail-field-closures = fermetures
trail-field-timezone = fuseau horaire
trail-field-turns_at = heure où la journée change
trail-field-last_tickets_min = derniers tickets
trail-field-next_completes = « Appeler le suivant » termine la visite en cours
trail-field-recalls_before_absent = rappels avant « Absent »
trail-field-languages = langues
trail-field-needs = besoins
trail-field-counters = guichets
trail-field-priorities = priorités
trail-field-notices = mots prêts
trail-field-screens = écrans
trail-field-messages = messages des écrans
trail-field-printers = imprimantes
trail-field-operators = organismes
trail-field-topics = sujets
trail-field-visit_asks = ce qu’il faut dire d’une visite
trail-field-left = titres qui restent
trail-field-low = alerte à partir de
trail-field-order = ordre
trail-field-role = type
trail-field-after = maintenant
trail-field-monday = lundi
trail-field-tuesday = mardi
trail-field-wednesday = mercredi
trail-field-thursday = jeudi
trail-field-friday = vendredi
trail-field-saturday = samedi
trail-field-sunday = dimanche

# Ce qu’un champ peut dire

trail-value-mediator = Médiation
trail-value-manager = Responsable
trail-value-admin = Administration
trail-value-kiosk = borne
trail-value-display = écran
trail-value-printer = imprimante
trail-value-counter = guichet
trail-value-requests = demandes
trail-value-difficulty = difficulté numérique
trail-value-age = âge
trail-value-sex = sexe
trail-value-residence = quartier
trail-yes = oui
trail-no = non
