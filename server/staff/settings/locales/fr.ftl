# The settings of a site. Short, plain, kind.

bar-settings = Réglages
settings = Réglages du site
settings-lead = Choisissez ce que vous voulez changer. Rien ne change avant la publication.
settings-back = Tous les réglages
settings-all-sites = Pour tous les sites
settings-my-sites = Pour tous vos sites
settings-preview = Aperçu
settings-publish = Publier
settings-published = Publié. Les bornes et les écrans suivent.
settings-unsaved = Il y a des changements à publier.
settings-stale = Quelqu’un d’autre a changé ces réglages pendant que vous écriviez. Ce que vous avez écrit est toujours là. Ouvrez cette page dans un autre onglet pour voir ses changements. Si vous publiez, vos textes remplacent les siens sur cette page.
settings-faults = { $count ->
    [one] Il reste une chose à corriger. Rien n’est encore publié.
   *[other] Il reste { $count } choses à corriger. Rien n’est encore publié.
}
in-other-languages = autres langues
languages-missing = manque : { $languages }
texts-missing = { $count ->
    [one] { $count } texte manque
   *[other] { $count } textes manquent
}
texts-to-read = { $count ->
    [one] { $count } traduction à relire
   *[other] { $count } traductions à relire
}
languages-to-read = à relire : { $languages }
to-read-why = Le français a changé depuis. Relisez ces traductions : corrigez-les, ou cochez « Relue ».
translated-from = Traduit de
read-again = Relue
read-every = Toutes sont relues
row-up = Monter : { $name }
row-down = Descendre : { $name }
row-remove = Retirer : { $name }

# Ce qui ne va pas

fault-missing = Écrivez quelque chose ici.
fault-french = Écrivez le texte en français.
fault-long = C’est trop long : { $most } signes au plus.
fault-least = Écrivez un nombre d’au moins { $least }.
fault-most = Écrivez un nombre d’au plus { $most }.
fault-between = Écrivez un nombre entier de { $least } à { $most }.
fault-number = Écrivez un nombre.
fault-plain = Vérifiez ce champ.
fault-choice = Choisissez dans la liste.
fault-twice = Ce nom est déjà pris. Choisissez-en un autre.
fault-letter = Écrivez une lettre de A à Z.
fault-letter-twice = Cette lettre est déjà prise. Choisissez-en une autre.
fault-time = Écrivez une heure, par exemple 09:00.
fault-date = Écrivez une date, par exemple 25/12/2026.
fault-same-time = La fin est la même que le début.
fault-night = De { $opens } à { $closes } : la fin est avant le début. Corrigez les heures, ou cochez « Ouvert la nuit » si c’est bien cela.
fault-ends-before = Le dernier jour est avant le premier.
fault-overlap = Deux plages de ce jour se touchent ou se chevauchent. Écrivez-les en une seule.
fault-overlap-days = La plage d’une nuit touche celle du lendemain. Écrivez-les autrement.
fault-turn = Le site est ouvert à cette heure : la file serait vidée. Choisissez une heure où il est fermé.
fault-mute = Écrivez des plages comme 12:00-14:00, avec une virgule entre elles.
fault-no-need = Gardez au moins un besoin.
fault-no-counter = Gardez au moins un guichet.

# Les tuiles

tile-site-open = Le site reçoit du public · { $count ->
    [one] { $count } langue
   *[other] { $count } langues
}
tile-site-closed = Fermé jusqu’à nouvel ordre · { $count ->
    [one] { $count } langue
   *[other] { $count } langues
}
tile-hours = { $days ->
    [0] Aucun jour ouvert
    [one] { $days } jour ouvert par semaine
   *[other] { $days } jours ouverts par semaine
} · { $closures ->
    [0] pas de fermeture
    [one] { $closures } fermeture
   *[other] { $closures } fermetures
}
tile-hours-always = Pas d’horaires : jour et nuit · { $closures ->
    [0] pas de fermeture
    [one] { $closures } fermeture
   *[other] { $closures } fermetures
}
tile-needs = { $count ->
    [one] { $count } besoin
   *[other] { $count } besoins
}
tile-counters = { $count ->
    [one] { $count } guichet
   *[other] { $count } guichets
}
tile-messages = { $count ->
    [0] aucun message
    [one] { $count } message
   *[other] { $count } messages
}
tile-notices = { $count ->
    [0] aucun
    [one] { $count } mot prêt
   *[other] { $count } mots prêts
}
tile-priorities = { $count ->
    [0] aucune
    [one] { $count } priorité
   *[other] { $count } priorités
}
tile-screens = { $count ->
    [0] un écran pour tout
    [one] { $count } écran
   *[other] { $count } écrans
}
tile-requests = { $operators ->
    [0] aucun organisme
    [one] { $operators } organisme
   *[other] { $operators } organismes
} · { $topics ->
    [0] aucun sujet
    [one] { $topics } sujet
   *[other] { $topics } sujets
}

# Les pages

room-site = Accueil du site
room-site-lead = Le nom du site, ses langues, et la façon de travailler aux guichets.
room-hours = Horaires et fermetures
room-hours-lead = Quand le site reçoit. En dehors, la borne dit que c’est fermé.
room-needs = Besoins
room-needs-lead = Pourquoi les personnes viennent. La borne les montre dans cet ordre.
room-counters = Guichets
room-counters-lead = Où les personnes sont reçues, et pour quels besoins.
room-messages = Messages
room-messages-lead = Les écrans de la salle d’attente les disent l’un après l’autre.
room-notices = Mots prêts
room-notices-lead = Ce que la borne dit quand un guichet arrête les tickets.
room-priorities = Priorités
room-priorities-lead = Les raisons d’être appelé plus tôt. Une avance en minutes : personne n’attend sans fin.
room-screens = Écrans
room-screens-lead = Les écrans de la salle d’attente, s’il y en a plusieurs ou si un écran ne montre pas tout.
room-requests = Demandes
room-requests-lead = Ce que l’on note d’une visite quand elle est finie.

# Accueil du site

site-about = Le site
site-name = Nom du site
site-name-hint = Il est sur la borne et sur le ticket.
site-open = Le site reçoit
site-open-hint = Sans cette coche, le site est fermé jusqu’à nouvel ordre, même pendant ses horaires.
site-languages = Langues
site-languages-hint = La borne les propose dans cet ordre. Ce qui n’est pas traduit est dit en français.
site-french = toujours là
site-work = Aux guichets
site-next-completes = Appeler la personne suivante termine la personne en cours
site-next-completes-hint = Sans cette coche, il faut d’abord terminer.
site-recalls = Rappels avant « Absent »
site-recalls-hint = Le guichet propose « Absent » après ce nombre de rappels.

# Horaires

hours-week = La semaine
hours-always = Toujours ouvert
hours-always-hint = Jour et nuit, sauf pendant les fermetures. Les plages ci-dessous ne comptent pas.
monday = Lundi
tuesday = Mardi
wednesday = Mercredi
thursday = Jeudi
friday = Vendredi
saturday = Samedi
sunday = Dimanche
hours-period = Plage { $number }
hours-period-of = plage { $number }, { $day }
hours-from = de
hours-to = à
hours-night = Ouvert la nuit, jusqu’au lendemain
hours-closed = Fermé.
hours-add = Ajouter une plage
hours-like-monday = Même chose du mardi au vendredi
hours-closures = Fermetures
hours-closures-hint = Les jours où le site n’ouvre pas. Pour un seul jour, laissez la deuxième date vide.
hours-closure = Fermeture { $number }
hours-first = Premier jour
hours-last = Dernier jour
hours-add-closure = Ajouter une fermeture
hours-day = La journée
hours-last-tickets = Derniers tickets, en minutes avant la fermeture
hours-last-tickets-hint = Après, la borne ne donne plus de ticket. Zéro : jusqu’à la fermeture.
hours-turns = Changement de journée
hours-turns-hint = La file est vidée et les numéros repartent de 001. Choisissez une heure de la nuit.

# Besoins

need-new = Nouveau besoin
need-add = Ajouter un besoin
need-name = Nom pour l’équipe
need-name-hint = En français, court. Les visiteurs ne le voient pas.
need-letter = Lettre
need-letter-hint = Elle commence le numéro du ticket.
need-label = Phrase de la borne
need-label-hint = Une phrase courte, avec des mots simples.
need-hint = Exemples
need-hint-hint = Quelques mots sous la phrase. Vous pouvez les laisser vides.
need-pictogram = Pictogramme
need-colour = Couleur
need-shape = Forme
need-limit = Personnes qui attendent au plus
need-limit-hint = Au-delà, la borne dit que c’est complet. Vide : sans limite.
pictogram-identification-card = carte d’identité
pictogram-hand-coins = main et pièces
pictogram-laptop = ordinateur
pictogram-train = train
pictogram-lightning = éclair
pictogram-handshake = poignée de main
pictogram-chalkboard-teacher = tableau et enseignant
pictogram-chat-circle-dots = bulle
pictogram-users = groupe
pictogram-phone-call = téléphone
pictogram-globe = globe
pictogram-wheelchair = fauteuil roulant
pictogram-ear = oreille
pictogram-door = porte
pictogram-armchair = fauteuil
pictogram-wrench = clé à molette
pictogram-keyboard = clavier
pictogram-printer = imprimante
pictogram-hand-waving = main qui salue
pictogram-question = point d’interrogation
pictogram-star = étoile
colour-blue = bleu
colour-green = vert
colour-violet = violet
colour-teal = bleu-vert
colour-amber = ambre
colour-rose = rose
colour-indigo = indigo
colour-slate = gris
shape-square = carré
shape-circle = rond
shape-hexagon = hexagone
shape-diamond = losange
shape-triangle = triangle
shape-shield = écu
shape-pentagon = pentagone
shape-bubble = bulle

# Guichets

counter-new = Nouveau guichet
counter-add = Ajouter un guichet
counter-label = Nom du guichet
counter-label-hint = Comme il est écrit sur place.
counter-needs = Besoins servis
counter-needs-hint = Le guichet appelle les personnes qui viennent pour ces besoins.
counter-serves = { $count ->
    [0] aucun besoin
    [one] { $count } besoin
   *[other] { $count } besoins
}
counter-way = Direction
counter-way-hint = Vu par une personne qui regarde l’écran.
way-none = pas indiquée
way-left = à gauche
way-right = à droite
way-ahead = tout droit
way-back = derrière
way-up = à l’étage au-dessus
way-down = à l’étage au-dessous
counter-place = Lieu
counter-place-hint = Comme sur un panneau : « 1er étage ». Vous pouvez le laisser vide.

# Messages et mots prêts

message-new = Nouveau message
message-add = Ajouter un message
message-text = Message
message-text-hint = Une phrase courte. Une idée.
notice-new = Nouveaux mots
notice-add = Ajouter des mots
notice-text = Texte
notice-text-hint = Dites pourquoi, puis ce que la personne peut faire.

# Priorités

priority-new = Nouvelle priorité
priority-add = Ajouter une priorité
priority-label = Phrase
priority-label-hint = Comme la personne le dirait : « J’ai un rendez-vous ».
priority-head-start = Avance, en minutes
priority-head-start-hint = La personne passe devant celles arrivées depuis moins longtemps que cela.
priority-advance = { $minutes } min
priority-kiosk = La borne pose la question
priority-kiosk-hint = Sans cette coche, seul un guichet donne cette priorité.

# Écrans

screens-none = Il n’y a pas d’écran ici : un seul écran montre tous les appels.
screen-new = Nouvel écran
screen-add = Ajouter un écran
screen-name = Nom de l’écran
screen-name-hint = Où il est : « Hall », « 1er étage ».
screen-distance = Distance du dernier siège, en mètres
screen-distance-hint = Les lettres sont assez grandes pour cette distance.
screen-diagonal = Diagonale de l’image, en pouces
screen-diagonal-hint = Elle est souvent écrite sur l’emballage.
screen-voice = L’écran sonne et parle
screen-voice-hint = Sans cette coche, il reste muet.
screen-mute = Heures sans son
screen-mute-hint = Des plages comme 12:00-14:00, avec une virgule entre elles.
screen-counters = Guichets montrés
screen-needs = Besoins montrés
screen-all-hint = Sans aucune coche, l’écran les montre tous.
screen-ways = Directions depuis cet écran
screen-ways-hint = Seulement si elles sont autres que celles des guichets.

# Demandes

requests-asks = À dire à chaque visite
requests-asks-legend = Ce que le guichet doit remplir
requests-asks-hint = Sans coche, le guichet peut le remplir ou le laisser.
ask-requests = les demandes traitées
ask-difficulty = la difficulté avec le numérique
ask-age = la tranche d’âge
ask-sex = le sexe
ask-residence = le lieu de vie
requests-operators = Organismes
requests-operators-hint = À qui la demande s’adresse : CAF, CPAM, La Poste.
requests-topics = Sujets
requests-topics-hint = De quoi il s’agit : ouverture de droits, facture, formulaire.
requests-new = nouvelle ligne
requests-name = Nom { $number }
requests-add-operators = Ajouter un organisme
requests-add-topics = Ajouter un sujet

# Aperçu

preview-title = Aperçu avant publication
preview-lead = Voici ce que les visiteurs verront. Rien n’est encore publié.
preview-kiosk = La borne
preview-kiosk-hint = C’est la vraie borne : vous pouvez la toucher. Elle ne donne pas de ticket, et elle est sans la voix du serveur.
preview-closed = Voici ce que dit la borne quand le site est fermé.
preview-paper = Le ticket
preview-notice = Les mots
preview-which-need = Besoin
preview-which-language = Langue
preview-which-notice = Mots prêts
preview-show = Montrer
preview-paper-alt = Ticket { $number } : { $need }
preview-no-paper = Le ticket ne peut pas être dessiné sur cette machine.
preview-edit = Revenir aux réglages

# Tous les sites

catalogue = Importer et exporter
catalogue-tile = Les sites et leurs réglages dans un fichier.
site-add = Ajouter un site
site-add-tile = Il reprend les besoins d’un autre site.
site-add-lead = Le nouveau site reprend les besoins, les langues et les textes d’un autre. Vous les changez ensuite.
site-counters = Nombre de guichets
site-like = Comme quel site ?
site-like-hint = Ses besoins, ses langues, ses messages, ses priorités.
site-added = { $name } est ajouté. Donnez maintenant ses horaires.

# Importer et exporter

catalogue-lead = Les sites et leurs réglages dans un fichier, pour les garder ou les emporter. Les personnes et les appareils n’y sont pas.
catalogue-out = Exporter
catalogue-out-all = Le fichier contient tous les sites.
catalogue-out-ours = Le fichier contient vos sites.
catalogue-download = Télécharger le fichier
catalogue-in = Importer
catalogue-in-lead = Choisissez un fichier. Vous voyez ce qu’il change avant de publier.
catalogue-choose = Fichier TOML
catalogue-compare = Comparer
catalogue-refused = Ce fichier ne peut pas être publié. Rien n’a changé.
catalogue-differences = { $count ->
    [0] Ce fichier ne change rien.
    [one] Ce fichier change { $count } site.
   *[other] Ce fichier change { $count } sites.
}
catalogue-new = Ce site est nouveau.
catalogue-not-yours = Ce site n’est pas un des vôtres. Demandez à l’administration.
catalogue-not-yet = Rien n’est encore publié.
