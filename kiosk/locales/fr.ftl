# Kiosk, French: short, polite, one idea a sentence. A narrow no-break space stands before ? and :

language-name = Français
greeting = Bonjour

# The bar that stands on every screen: pictures for the eye, these words for the ear and for who reads with their fingers.
back = Retour
change-language = Changer de langue
choose-language = Choisissez votre langue.
listen = Écouter
text-larger = Texte plus grand
text-normal = Texte normal
contrast-more = Couleurs plus fortes
contrast-normal = Couleurs normales
reach-low = Tout en bas de l’écran
reach-normal = Sur tout l’écran
mirror = Boutons de l’autre côté

# Sound. $label: what stands on a button.
listen-to = Écouter : { $label }
sound-quieter = Moins fort
sound-louder = Plus fort
sound-stop = Arrêter le son
sound-all = Tout lire à voix haute
sound-all-off = Ne plus tout lire
# Said once, when everything is read aloud from now on.
aloud-on = Je lis tout à voix haute. Touchez une fois pour écouter. Touchez deux fois pour choisir.
aloud-keys = Avec un clavier : une flèche pour écouter, Entrée pour choisir.
aloud-off = Je ne lis plus tout.
# Said after each screen: $count buttons to choose from.
aloud-choices = { $count ->
    [one] Il y a { $count } choix.
   *[other] Il y a { $count } choix.
}
# After a choice: $label is what stood on the button.
aloud-chosen = Vous avez choisi : { $label }

need-question = Pourquoi venez-vous ?
# When there are more needs than one screen holds.
need-other = Autre chose
need-other-question = Pour quoi d’autre ?
# As many people wait for a need as the site allows: on its tile, and when someone taps it all the same.
need-full = Complet pour le moment
need-full-why = Beaucoup de personnes attendent déjà.
need-full-next = Parlez à quelqu’un à l’accueil.
understood = J’ai compris

# Only where the site has the kiosk ask. The reasons themselves are the site's words.
priority-question = Avez-vous besoin de passer plus tôt ?
priority-no = Non, merci
priority-gone = Ce choix n’est plus possible à la borne. Prenez votre ticket. Puis parlez à quelqu’un à l’accueil.
priority-without = Prendre mon ticket

one-moment = Un instant…

your-number = Votre numéro
# $count: people before this one. The paper and the phone say it in the same words, and promise nothing more.
people-ahead = { $count ->
    [0] Il n’y a personne avant vous
    [one] { $count } personne avant vous
   *[other] { $count } personnes avant vous
}
# $low, $high: minutes
wait-range = environ { $low } à { $high } minutes
# Less than so many minutes; $high is never 0.
wait-less = moins de { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
wait-about = environ { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
ticket-parked = Nous gardons votre place. Nous vous rappelons.
ticket-no-show = Votre numéro est passé. Venez à l’accueil.
ticket-cancelled = Ce numéro est annulé. Venez à l’accueil.
ticket-expired = La journée est finie. Pour revenir, prenez un nouveau ticket.
# $label: the words on the counter's sign, "Guichet 3". Another language says its own word and $counter, the number.
your-turn = C’est à vous : { $label }.

# At the start and above the needs, while no printer can print.
no-paper = Pas de ticket papier. Votre numéro s’affiche ici.
# What is known of this ticket's paper. Where it does not come, or may not, "remember" follows.
paper-printing = Votre ticket s’imprime.
paper-take = Prenez votre ticket.
paper-perhaps = Le ticket est-il sorti ?
paper-late = Le ticket n’est pas là.
paper-failed = L’imprimante est en panne.
# Its time is over, or nothing more is heard of it.
paper-none = Le ticket n’est pas sorti.
# There was none already when the number was taken.
paper-absent = Pas de ticket papier.
remember = Retenez votre numéro : { $number }.
# Beside a code that leads to the page of this number.
follow-code = Photographiez ce code : votre téléphone suit la file.
follow-code-picture = Le code de la page qui suit votre numéro.
sit-down = Asseyez-vous.
# No-break spaces: a line ends between the sentences, never inside the second.
watch-screen = Regardez l’écran. Nous vous appelons.
done = J’ai fini
# At the start, for a minute after someone has left.
number-again = Revoir mon numéro

still-here = Vous êtes encore là ?
still-here-why = Sinon, l’écran revient au début.
yes = Oui

# While nobody is there, moving slowly over a dark screen.
touch-screen = Touchez l’écran.

unavailable = La borne ne marche pas.
unavailable-next = Venez à l’accueil.
# The site has no need that the kiosk could offer.
no-needs = Pas de ticket à cette borne.
no-needs-next = Venez à l’accueil.
closed = L’accueil est fermé pour le moment.
closed-next = Revenez plus tard.
# Before a closing, at noon as in the evening: so never "today".
last-tickets = Nous ne donnons plus de ticket pour le moment.
last-tickets-next = Vous avez un ticket ? Restez. Nous vous appelons.
# When a mediator has stopped the tickets without saying why.
stopped = Nous ne donnons pas de ticket pour le moment.
stopped-next = Parlez à quelqu’un à l’accueil.
