# Les imprimantes : « Imprimante Accueil, depuis 10 h 42 : plus de papier. Mettez un rouleau neuf. »

printers-none = Aucune imprimante n’est branchée. Allumez l’imprimante et son ordinateur.
no-paper = Aucun ticket ne sort pour le moment.
printer-named = Imprimante { $name }
printer-nameless = Imprimante sans nom
printer-since = { $name }, { $since }
since-today = depuis { $time }
since-yesterday = depuis hier à { $time }
since-day = depuis le { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
printer-ready = prête
printer-low = le papier est bientôt fini
printer-low-act = Préparez un rouleau.
printer-silent = ne dit pas si les tickets sortent
printer-silent-act = Regardez si les tickets sortent.
printer-away = ne répond plus
printer-away-act = Vérifiez que son ordinateur est allumé.
printer-never = ne s’est jamais annoncée
printer-never-act = Vérifiez que son ordinateur est allumé.
printer-down-unreachable = injoignable
printer-down-unreachable-act = Vérifiez la prise et le câble.
printer-down-cover_open = capot ouvert
printer-down-cover_open-act = Fermez le capot.
printer-down-paper_out = plus de papier
printer-down-paper_out-act = Mettez un rouleau neuf.
printer-down-paper_low = presque plus de papier
printer-down-paper_low-act = Changez le rouleau.
printer-down-mechanical = bloquée
printer-down-mechanical-act = Éteignez, retirez le papier coincé, puis rallumez.
printer-down-timeout = s’arrête au milieu des tickets
printer-down-timeout-act = Éteignez, puis rallumez.
printer-down-job_unreadable = n’a pas pu lire un ticket
printer-down-job_unreadable-act = Imprimez un essai.
printer-down-other = en panne
printer-down-other-act = Éteignez, puis rallumez.

# Un essai, et pourquoi un papier ne vient pas

trial-queued = L’essai part vers l’imprimante.
trial-claimed = L’essai s’imprime.
trial-printed = L’essai est imprimé.
trial-unconfirmed = L’essai est envoyé. L’imprimante ne dit pas s’il est sorti : regardez.
trial-failed = L’essai n’est pas sorti : { $why }. { $act }
trial-expired = L’essai n’est pas sorti : l’imprimante ne l’a pas pris. Vérifiez que son ordinateur est allumé.
trial-unreadable-act = Prévenez la personne qui a installé l’imprimante.
paper-why-unreachable = imprimante injoignable
paper-why-cover_open = capot ouvert
paper-why-paper_out = plus de papier
paper-why-paper_low = presque plus de papier
paper-why-mechanical = imprimante bloquée
paper-why-timeout = imprimante arrêtée en route
paper-why-job_unreadable = ticket illisible pour l’imprimante
paper-why-other = imprimante en panne

# Les écrans et les bornes : « Écran Salle d’attente, depuis 10 h 42 : silencieux. Vérifiez que l’écran est allumé. »

screen-whole = Écran de la salle d’attente
screen-at-address = Écran à l’adresse « { $address } »
screen-named = Écran { $name }
kiosk-name = Borne
device-of-many = { $name } (n° { $number })
device-seen = dernier signe il y a { $seconds } s
device-said = { $name }, { $since } : { $words }. { $act }
device-well = { $name } : tout va bien.
screen-live = connecté
screen-stale = connexion trop lente
screen-offline = non connecté
screen-silent = silencieux
screen-silent-act = Vérifiez que l’écran et son ordinateur sont allumés.
screen-unknown = le site n’a pas d’écran « { $screen } » : il montre tout
screen-unknown-act = Corrigez l’adresse de sa page.
kiosk-rest = prête
kiosk-used = quelqu’un s’en sert
kiosk-offline = non connectée
kiosk-silent = silencieuse
kiosk-silent-act = Vérifiez que la borne est allumée.
device-offline-act = Vérifiez sa connexion au réseau.
shows-same = montre les bons appels
shows-soon = se met à jour
shows-other = ne montre pas les bons appels
shows-other-act = Rechargez la page de l’écran.
build-same = à jour
build-old = ancienne version
sound-on = son actif
sound-volume = son à { $volume } sur 5
sound-locked = son bloqué
sound-locked-act = Touchez l’écran une fois, ou appuyez sur une touche.
sound-muted = silence à cette heure
sound-off = sans son

# Ce qui manque à un site : la borne marche, mais quelqu’un ne lit ou n’entend pas dans sa langue. $of : un besoin, une
# priorité, un message. $languages : « arabe, turc et russe ».

gap-needs = Ce site n’a aucun besoin : la borne ne peut donner aucun ticket.
gap-need-label = « { $of } » n’est pas traduit en { $languages } : la borne le dit en français.
gap-priority-label = La priorité « { $of } » n’est pas traduite en { $languages } : la borne la dit en français.
gap-notice-text = Le message « { $of } » n’est pas traduit en { $languages } : la borne le dit en français.
gap-message-text = Le message d’écran « { $of } » n’est pas traduit en { $languages } : l’écran le dit en français.
gap-voice = { $count ->
    [one] La borne n’a pas de voix en { $languages } : elle montre le texte, sans le dire.
   *[other] La borne n’a pas de voix en { $languages } : elle montre les textes, sans les dire.
}
names-and = { $first } et { $last }

# Une heure, et les langues des personnes : « arabe, turc et russe »

colon = { "\u00A0" }:
clock = { $hour } h { $minute }
language-fr = français
language-ar = arabe
language-en = anglais
language-tr = turc
language-pt = portugais
language-es = espagnol
language-ro = roumain
language-sq = albanais
language-ru = russe
language-uk = ukrainien
language-fa = persan (dari)
language-zh = chinois

# Quand une page ne peut pas être montrée

trouble = Ce n’est pas possible
trouble-who = Identifiez-vous
trouble-nowhere = Cette page n’existe pas
trouble-no-page = Cette adresse n’existe pas.
trouble-outdated = Cette page n’est plus à jour. Rechargez la page, puis réessayez.
trouble-too-often = Trop de demandes. Attendez un moment, puis réessayez.
trouble-ours = Un problème est arrivé
trouble-ours-detail = Une erreur est arrivée de notre côté. Réessayez dans un moment.
trouble-back = Revenir au début

# Ce qu’un fichier change dans les réglages d’un site

setup-new-site = Nouveau site : { $name }.
setup-becomes = { $field } : « { $before } » devient « { $after } ».
setup-changes = { $field } : ce réglage change.
setup-more = { $field }, en plus : { $names }.
setup-less = { $field }, en moins : { $names }.
setup-other = { $field }, changés : { $names }.
setup-order = { $field } : l’ordre change.
setup-name = Nom
setup-open = Ouvert ou fermé
setup-timezone = Fuseau horaire
setup-languages = Langues
setup-hours = Horaires
setup-closures = Fermetures
setup-turns_at = Changement de jour
setup-last_tickets_min = Derniers tickets
setup-next_completes = Ce que fait « Appeler le suivant »
setup-recalls_before_absent = Rappels avant « Absent »
setup-printers = Imprimantes
setup-visit_asks = Ce qu’il faut dire d’une visite
setup-needs = Besoins
setup-counters = Guichets
setup-priorities = Priorités
setup-notices = Mots prêts
setup-messages = Messages
setup-screens = Écrans
setup-operators = Organismes
setup-topics = Sujets
