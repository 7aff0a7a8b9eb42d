# Kiosk, French: short, polite, one idea a sentence. A narrow no-break space stands before ? and :

language-name = Français
greeting = Bonjour

need-question = Pourquoi venez-vous ?
back-to-languages = Langue
one-moment = Un instant…

your-number = Votre numéro
# $count: people before this one. The paper and the phone say it in the same words, and promise nothing more.
people-ahead = { $count ->
    [0] Personne avant vous
    [one] { $count } personne avant vous
   *[other] { $count } personnes avant vous
}
# $low, $high: minutes
wait-range = environ { $low } à { $high } minutes
wait-about = environ { $high ->
    [one] { $high } minute
   *[other] { $high } minutes
}
# $counter: the name of a counter, "Guichet 3"
your-turn = C’est à vous : { $counter }.

paper-printing = Votre ticket s’imprime.
paper-late = Le ticket papier n’est pas encore sorti. Retenez votre numéro : { $number }.
paper-take = Prenez votre ticket.
paper-perhaps = Regardez si le ticket est sorti. Retenez votre numéro : { $number }.
paper-none = Le ticket papier n’est pas sorti. Retenez votre numéro : { $number }.
watch-screen = Regardez l’écran.
sit-down = Asseyez-vous. Nous vous appelons.
done = J’ai fini

still-here = Vous êtes encore là ?
yes = Oui

unavailable = La borne ne marche pas.
unavailable-next = Venez à l’accueil.
closed = L’accueil est fermé pour le moment.
closed-next = Revenez plus tard.
