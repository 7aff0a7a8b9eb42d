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
    [one] et { $count } personne de plus
   *[other] et { $count } personnes de plus
}
minutes = { $count ->
    [0] à l’instant
   *[other] { $count } min
}
hand-empty-title = Vous êtes libre
hand-empty = Appelez la personne suivante quand vous voulez.
hand-called = Appel : { $times } fois
hand-serving = Avec vous
waited = attend depuis { $minutes ->
    [0] moins d’une minute
   *[other] { $minutes } min
}
had-waited = a attendu { $minutes ->
    [0] moins d’une minute
   *[other] { $minutes } min
}
call-next = Appeler le suivant
call-next-completes = Cela termine { $number }, puis appelle la personne suivante.
call-this = Appeler { $number }
call-this-completes = Appeler { $number } (cela termine { $hand })
call-completes = cela termine { $hand }
completed = { $number } est terminé.
recall = Rappeler
serve = Présent
no_show = Absent
complete = Terminer
key-space = Espace
offline = Pas de connexion avec le serveur. Rien n’est perdu : la page se remet à jour toute seule.
back-to-sites = Changer de site

# Les gestes

park = Mettre de côté
transfer = Transférer
call = Appeler
resume = Reprendre
restore = Remettre dans la file
cancel = Retirer de la file
expire = Retirer pour de bon
more-moves = Autres gestes pour { $number }
absent-due = { $recalls ->
    [one] 1 rappel
   *[other] { $recalls } rappels
}. Marquer l’absence ?
touch-key = Touche { $key }.
call-next-busy = Terminez d’abord avec { $number }.

# Qui attend

next-person = Prochaine personne
why-arrival = Arrivée à { $time }
why-head-start = Arrivée à { $time }, avance de { $minutes } min
priority-shown = priorité · avance de { $minutes } min
sent-here = pour ce guichet
sent-to = pour { $who }
sent-to-you = pour vous
counter-gone = guichet { $counter }
mediator-gone = une personne qui n’est plus là
serves-nothing = Ce guichet ne sert aucun besoin. Il appelle les personnes qui lui sont envoyées.
others-title = Autres personnes qui attendent
parked-title = De côté
parked-at = mise de côté, { $counter }
gone-title = Absences et départs
gone-no_show = absence à l’appel
gone-cancelled = retrait de la file

# Le guichet et la journée

tools = Le guichet et la journée
give-ticket = Donner un ticket
needs-served = Besoins servis
close-counter = Fermer le guichet
open-counter = Ouvrir le guichet
stop-issuing = Arrêter les tickets
resume-issuing = Redonner des tickets
door-open = Accueil ouvert
door-last_tickets = Derniers tickets : la borne n’en donne plus
door-closed = Accueil fermé
door-stopped = Tickets arrêtés
counter-closed-title = Guichet fermé
call-closed = Le guichet est fermé. Ouvrez-le d’abord.
counter-closed = Vous n’appelez personne pour le moment. Les personnes qui attendent gardent leur place.
counter-closed-hand = Le guichet est fermé. Finissez avec { $number } : personne d’autre n’est appelé.
stopped-since = La borne ne donne plus de tickets depuis { $time }.
stopped-words = Elle dit : « { $words } »

# Les panneaux

close = Fermer
back = Annuler
reason = Pourquoi ? (facultatif)
reason-hint = Sans nom, sans rien de personnel.
transfer-title = Transférer { $number }
transfer-lead = La personne garde son numéro et son heure d’arrivée.
to-need = Vers un besoin
to-counter = Vers un guichet
to-mediator = Vers une personne
counter-is-closed = fermé
nobody-else = Il n’y a personne d’autre.
priority-title = Priorité
priority-minutes = avance de { $minutes } min
no-priority = Sans priorité
cancel-hint = Remettre à sa place reste possible.
expire-hint = La personne devra reprendre un ticket.
state-waiting = en attente
state-called = appel en cours
state-serving = au guichet
state-parked = mise de côté
state-no_show = absence à l’appel
state-done = terminé
state-cancelled = retrait de la file
state-expired = fini
no-moves = Il n’y a plus rien à faire avec ce ticket.
needs-title = Besoins servis · { $counter }
needs-lead = Vous appelez les personnes qui viennent pour ces besoins.
save = Enregistrer
stop-title = Arrêter les tickets
stop-lead = La borne ne donne plus de tickets jusqu’à la fin de la journée, ou jusqu’à ce que vous en redonniez. Les personnes qui attendent gardent leur place. Que doit dire la borne ?
stop-ordinary = Le message habituel
give-title = Donner un ticket
give-lead = Pourquoi vient cette personne ?
give-language = Langue
give-priority = Priorité
priority-choice = { $reason } · avance de { $minutes } min
given-title = Ticket donné
given = Dites le numéro à la personne. Son papier s’imprime.
given-no-paper = Dites le numéro à la personne, et notez-le pour elle : aucun ticket ne sort pour le moment.
give-another = Donner un autre ticket
sorry-title = Ce ticket n’est plus là

# Les imprimantes : « Imprimante Accueil, depuis 10 h 42 : plus de papier. Mettez un rouleau neuf. »

printers = Imprimantes
printers-more = Essai et détails
printers-none = Aucune imprimante n’est branchée. Allumez l’imprimante et son ordinateur.
no-paper = Aucun ticket ne sort pour le moment.
printer-named = Imprimante { $name }
printer-nameless = Imprimante sans nom
printer-since = { $name }, { $since }
printer-detail = Note technique :
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

# Un essai, et le papier d’un ticket

trial = Imprimer un essai
trial-queued = L’essai part vers l’imprimante.
trial-claimed = L’essai s’imprime.
trial-printed = L’essai est imprimé.
trial-unconfirmed = L’essai est envoyé. L’imprimante ne dit pas s’il est sorti : regardez.
trial-failed = L’essai n’est pas sorti : { $why }. { $act }
trial-expired = L’essai n’est pas sorti : l’imprimante ne l’a pas pris. Vérifiez que son ordinateur est allumé.
trial-unreadable-act = Prévenez la personne qui a installé l’imprimante.
reprint = Réimprimer
reprint-ticket = Réimprimer le ticket
reprint-hint = Le même numéro, marqué DUPLICATA.
reprint-state = { $paper }. Le même numéro, marqué DUPLICATA.
reprint-asked = { $number } se réimprime : le même numéro, marqué DUPLICATA.
reprint-asked-in-vain = Aucune imprimante ne marche. { $number } sortira si l’une d’elles repart dans la minute.
paper-queued = Ticket en cours d’impression
paper-claimed = Ticket en cours d’impression
paper-printed = Ticket imprimé
paper-unconfirmed = Ticket envoyé : regardez s’il est sorti
paper-failed = Ticket pas imprimé : { $why }
paper-expired = Ticket pas imprimé : imprimante absente
paper-why-unreachable = imprimante injoignable
paper-why-cover_open = capot ouvert
paper-why-paper_out = plus de papier
paper-why-paper_low = presque plus de papier
paper-why-mechanical = imprimante bloquée
paper-why-timeout = imprimante arrêtée en route
paper-why-job_unreadable = ticket illisible pour l’imprimante
paper-why-other = imprimante en panne
