# The desk. Short, plain, kind.

app = Accueil
sign-in-title = Bonjour
sign-in-lead = Identifiez-vous pour ouvrir votre guichet.
name = Votre nom
password = Votre mot de passe
sign-in = Entrer
sign-in-demo = Entrer dans la démonstration
sign-in-demo-lead = Ceci est une démonstration. Ce bouton suffit pour entrer : sans nom, sans mot de passe.
sign-in-with-name = Ou avec un nom et un mot de passe
sign-in-refused = Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez, puis réessayez. Mot de passe oublié ? Demandez-en un nouveau à votre responsable.
sign-out = Fermer ma session
choose-site = Où travaillez-vous aujourd’hui ?
choose-counter = À quel guichet êtes-vous ?
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
offline = Pas de connexion avec le serveur. Rien n’est perdu : la page se remet à jour toute seule.
back-to-sites = Changer de site

# Les gestes

park = Mettre de côté
transfer = Transférer
call = Appeler
resume = Reprendre
restore = Remettre dans la file
let_pass = Laisser passer une personne
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

# Les écrans et les appareils

devices = Écrans et appareils
devices-title = Écrans et appareils
devices-lead = Voici ce que le public voit en ce moment, sans le son.
devices-screens = Ce que montrent les écrans
devices-list = Les écrans, les bornes et les imprimantes
screen-nobody = Aucun écran ne montre cette page en ce moment.
screen-copy = Copie en direct : { $name }
screen-large = Ouvrir en grand
device-forget = Ne plus suivre
device-forget-of = Ne plus suivre : { $name }
devices-ask = { $count ->
    [one] { $count } appareil demande un geste.
   *[other] { $count } appareils demandent un geste.
}
devices-look = Voir les appareils
back-to-counters = Choisir un guichet

# Ce que le site doit savoir de son catalogue et de ses voix

gaps = À savoir

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
stop-own = Un autre message
stop-own-words = Votre message, en français
stop-own-hint = La borne dit le message habituel dans les langues que vous n’écrivez pas.
stop-own-others = Dans d’autres langues (facultatif)
stop-own-send = Arrêter avec ce message
give-title = Donner un ticket
give-lead = Pourquoi vient cette personne ?
give-language = Langue
give-priority = Priorité
priority-choice = { $reason } · avance de { $minutes } min
given-title = Ticket donné
given = Dites le numéro à la personne. Son papier s’imprime.
given-no-paper = Dites le numéro à la personne, et notez-le pour elle : aucun ticket ne sort pour le moment.
give-another = Donner un autre ticket
sorry-title = Ce ticket n’est plus là

# Les imprimantes, et le papier d’un ticket

printers = Imprimantes
printers-more = Essai et détails
printer-detail = Note technique :
trial = Imprimer un essai
reprint = Réimprimer
reprint-ticket = Réimprimer le ticket
reprint-hint = Le même numéro, marqué DUPLICATA.
reprint-state = { $paper }. Le même numéro, marqué DUPLICATA.
reprint-asked = { $number } se réimprime : le même numéro, marqué DUPLICATA.
reprint-asked-in-vain = Aucune imprimante ne marche. { $number } sortira si l’une d’elles repart dans la minute.
paper-queued = Ticket en cours d’impression
paper-claimed = Ticket en cours d’impression
paper-printed = Ticket imprimé
paper-unconfirmed = Ticket envoyé : regardez s’il est sorti
paper-failed = Ticket pas imprimé : { $why }
paper-expired = Ticket pas imprimé : imprimante absente
