# Ce que l’équipe lit sur un appareil qui n’est pas relié ; les visiteurs lisent les mots de la page elle-même.
pairing-kiosk-new = Cette borne n’est pas encore reliée.
pairing-kiosk-gone = Cette borne n’est plus reconnue.
pairing-display-new = Cet écran n’est pas encore relié.
pairing-display-gone = L’écran n’est pas reconnu.
pairing-team = Pour l’équipe
pairing-do = Sur votre ordinateur, ouvrez « Relier un appareil ». Tapez ce code :
pairing-lasts = Le code change toutes les 5 minutes.
